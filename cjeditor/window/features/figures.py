"""Figures."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.figures.commands import FigureCommands
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what shows figures."""
    return Part({"figures": FigureCommands(site.panes)})
