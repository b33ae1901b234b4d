"""The journey check."""

from __future__ import annotations

from cjeditor.window.checking.flow import CheckFlow
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what opens the rules of the journey check."""
    flow = CheckFlow(site.document, site.house.words, site.finish_editing, site.window, site.room)
    flow.refused.connect(site.show_refused)
    return Part({"check": flow})
