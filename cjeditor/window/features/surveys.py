"""Surveys of the recommendation question."""

from __future__ import annotations

from typing import cast

from cjeditor.window.features.part import Part
from cjeditor.window.figures.commands import FigureCommands
from cjeditor.window.site import Site
from cjeditor.window.surveys.flow import SurveyFlow


def move_in(site: Site) -> Part:
    """Return what takes in answers."""
    flow = SurveyFlow(site)
    flow.figure_wanted.connect(cast(FigureCommands, site.target("figures")).show)
    return Part({"surveys": flow})
