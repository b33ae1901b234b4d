"""The details of a map."""

from __future__ import annotations

from cjeditor.window.details_flow import DetailsFlow
from cjeditor.window.features.part import Part
from cjeditor.window.site import Site


def move_in(site: Site) -> Part:
    """Return what opens their form."""
    flow = DetailsFlow(site.document, site.map_id, site.house.words, site.window)
    flow.refused.connect(site.show_refused)
    return Part({"details": flow})
