"""Undo and redo."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.site import Site
from cjeditor.window.undo_flow import UndoFlow


def move_in(site: Site) -> Part:
    """Return what takes steps back."""
    flow = UndoFlow(site.document, site.house.words, site.finish_editing, site.room)
    flow.follow(site.actions)
    return Part({"edit": flow})
