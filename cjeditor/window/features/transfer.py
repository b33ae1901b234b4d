"""Cards that go to another map."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.site import Site
from cjeditor.window.transfer.flow import TransferFlow


def move_in(site: Site) -> Part:
    """Return what takes them there."""
    flow = TransferFlow(site.canvas, site.tabs, site.house.words, site.window, site.finish_editing)
    return Part({"transfer": flow})
