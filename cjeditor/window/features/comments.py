"""Comments."""

from __future__ import annotations

from cjeditor.window.comments.commands import CommentCommands
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what brings their pane forward."""
    return Part({"comments": CommentCommands(site.canvas, site.panes, site.room)})
