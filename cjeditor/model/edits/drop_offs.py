"""Edits of single drop-off points, wherever they lie: in a touchpoint or in a phase."""

from __future__ import annotations

from typing import Any

from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.parts import check_settable
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

FIXED = ("id",)
"""Fields that `set_drop_off` leaves alone."""


def carrier_of(journey_map: JourneyMap, point_id: str) -> Touchpoint | Phase | None:
    """The touchpoint or phase that a drop-off point belongs to, or None."""
    carriers: tuple[Touchpoint | Phase, ...] = (*journey_map.touchpoints, *journey_map.phases)
    return next((one for one in carriers if any(point.id == point_id for point in one.drop_off_points)), None)


def set_drop_off(project: Project, map_id: str, point_id: str, **fields: Any) -> Project:
    """Other field values for a drop-off point. Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`."""
    check_settable(point_id, fields, FIXED)
    carrier = carrier_of(map_of(project, map_id), point_id)
    if carrier is None:
        raise refused("unknown-id", point_id, id=point_id)
    points = tuple(replace(one, **fields) if one.id == point_id else one for one in carrier.drop_off_points)
    if isinstance(carrier, Touchpoint):
        return set_touchpoint(project, map_id, [carrier.id], drop_off_points=points)
    return set_phase(project, map_id, carrier.id, drop_off_points=points)
