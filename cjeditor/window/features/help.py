"""Help, keys, and what the program says of itself."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.help_flow import HelpFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what opens the help."""
    return Part({"help": HelpFlow(site.house, site.window)})
