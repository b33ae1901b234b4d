"""Groups of cards that say the same."""

from __future__ import annotations

from typing import cast

from cjeditor.window.features.part import Part
from cjeditor.window.grouping.flow import GroupingFlow
from cjeditor.window.main_window import MainWindow
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what finds and makes them."""
    return Part(
        GroupingFlow(site.canvas, site.house.words, cast(MainWindow, site.window), site.finish_editing).targets()
    )
