"""A project with wider or narrower steps: cards break anew, none is cut."""

from __future__ import annotations

from collections.abc import Mapping

from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

WIDEST_STEP = 1_600
NARROWEST_STEP = 120
"""Pixels: what the model allows."""


def with_widths(project: Project, map_id: str, factors: Mapping[str, float], widest: int = WIDEST_STEP) -> Project:
    """The project with the map's steps (by id) so many times as wide, at most `widest`."""
    journey = map_of(project, map_id)
    steps = tuple(
        replace(step, min_width=max(NARROWEST_STEP, min(widest, int(step.min_width * factors.get(step.id, 1.0)))))
        for step in journey.steps
    )
    changed = replace(journey, steps=steps)
    return replace(project, maps=tuple(changed if one is journey else one for one in project.maps))
