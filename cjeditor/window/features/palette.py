"""The command palette."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.palette.flow import PaletteFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what opens it."""
    return Part({"palette": PaletteFlow(site.house, site.window, site.actions, site.finish_editing)})
