"""Dot voting."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.site import Site
from cjeditor.window.voting.flow import VotingFlow


def move_in(site: Site) -> Part:
    """Return what opens and closes rounds."""
    flow = VotingFlow(site.document, site.canvas, site.timer, site.house, site.panes, site.room)
    flow.refused.connect(site.show_refused)
    flow.hint.connect(site.show_hint)
    return Part({"voting": flow})
