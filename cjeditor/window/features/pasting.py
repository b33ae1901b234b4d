"""Text from other programs."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.pasting.flow import PastingFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what takes texts in."""
    flow = PastingFlow(site.canvas, site.house.words, site.room)
    flow.hint.connect(site.show_hint)
    return Part({"pasting": flow})
