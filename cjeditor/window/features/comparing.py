"""Comparing maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cjeditor.window.comparing.flow import CompareFlow
from cjeditor.window.features.part import Part
from cjeditor.window.history.flow import HistoryFlow
from cjeditor.window.site import Site

if TYPE_CHECKING:
    from cjeditor.window.history.keeper import VersionKeeper


def move_in(site: Site) -> Part:
    """Return what opens the comparison."""

    def versions() -> VersionKeeper:
        return cast(HistoryFlow, site.target("history")).keeper

    flow = CompareFlow(site.document, site.map_id, versions, site.finish_editing, site.house, site.window, site.room)
    return Part({"comparing": flow})
