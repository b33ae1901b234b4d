"""Finding and filtering."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.seeing.flow import FindFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what looks for cards."""
    return Part({"find": FindFlow(site.canvas, site.place, site.house)})
