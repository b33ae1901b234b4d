"""Building blocks of one's own."""

from __future__ import annotations

from cjeditor.window.blocks.own_flow import OwnBlockFlow
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what makes blocks of cards."""
    house = site.house
    flow = OwnBlockFlow(site.document, site.canvas, house.own_blocks, house.words, site.room)
    flow.hint.connect(site.show_hint)
    return Part({"own_blocks": flow})
