"""The project's list of channels."""

from __future__ import annotations

from cjeditor.window.channels.flow import ChannelFlow
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what opens its editor."""
    return Part({"channels": ChannelFlow(site.document, site.canvas, site.finish_editing, site.house, site.window)})
