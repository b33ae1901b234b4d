"""Pictures on the map."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.pictures.flow import PictureFlow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what takes pictures in; the room passes on what is dropped beside the map."""
    flow = PictureFlow(site.canvas, site.finish_editing, site.house.words, site.window)
    flow.hint.connect(site.show_hint)
    return Part({"pictures": flow})
