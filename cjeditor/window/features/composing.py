"""The map on paper: handout, poster and worksheets."""

from __future__ import annotations

from cjeditor.window.composing import Composing
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what asks for them."""
    return Part({"composing": Composing(site)})
