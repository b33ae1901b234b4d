"""The building blocks in their pane."""

from __future__ import annotations

from typing import cast

from cjeditor.window.blocks.building_blocks import BuildingBlocks
from cjeditor.window.blocks.own_flow import OwnBlockFlow
from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    canvas = site.canvas
    blocks = BuildingBlocks(site.document, canvas, cast(OwnBlockFlow, site.target("own_blocks")), site.house)
    blocks.drag_begun.connect(canvas.begin_block_drag)
    blocks.chosen.connect(canvas.add_block)
    return Content(
        blocks, take_focus=blocks.take_focus, show_map=blocks.begin, kept=blocks.seen, go_on=blocks.look_again
    )
