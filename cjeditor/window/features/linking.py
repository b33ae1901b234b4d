"""Links by the keyboard alone."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.linking.flow import LinkFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what asks for a link's end."""
    return Part({"linking": LinkFlow(site.canvas, site.house.words, site.window)})
