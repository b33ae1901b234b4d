"""Actions, and the trace that leads to them."""

from __future__ import annotations

from cjeditor.window.action_list.commands import ActionCommands
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what makes each step of the trace from the one before."""
    commands = ActionCommands(site)
    commands.refused.connect(site.show_refused)
    commands.hint.connect(site.show_hint)
    return Part({"trace": commands})
