"""Groups of cards that say the same."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.grouping.flow import GroupingFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what finds and makes them."""
    return Part({"grouping": GroupingFlow(site.canvas, site.house.words, site.window, site.finish_editing)})
