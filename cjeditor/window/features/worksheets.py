"""Blank sheets that a workshop is held with."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.site import Site
from cjeditor.window.worksheets_flow import WorksheetsFlow


def move_in(site: Site) -> Part:
    """Return what asks for them."""
    return Part({"worksheets": WorksheetsFlow(site)})
