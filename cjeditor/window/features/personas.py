"""Personas."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.personas.flow import PersonaFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what shows personas and opens their editor."""
    flow = PersonaFlow(site.document, site.canvas, site.finish_editing, site.house, site.window)
    flow.map_wanted.connect(site.show_map)
    return Part({"personas": flow})
