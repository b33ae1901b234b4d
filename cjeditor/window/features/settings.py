"""The person's settings."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.settings.flow import SettingsFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what opens them."""
    return Part({"settings": SettingsFlow(site.document, site.house, site.window)})
