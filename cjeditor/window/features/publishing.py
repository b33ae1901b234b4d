"""Slides and a web page of the map."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.publish.flow import PublishFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what asks for them."""
    return Part({"publishing": PublishFlow(site)})
