"""The map as a poster."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.poster_flow import PosterFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what asks for it."""
    return Part({"poster": PosterFlow(site)})
