"""Printing."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.printing.flow import PrintFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what shows pages and prints them."""
    return Part({"printing": PrintFlow(site)})
