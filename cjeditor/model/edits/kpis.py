"""Edits of single KPIs wherever they lie: in a touchpoint, in a phase, or as a note that is a metric."""

from __future__ import annotations

from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Kpi, Touchpoint
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.parts import check_settable
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.journey_map import Phase
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id",)
"""Fields that `set_kpi` leaves alone."""


def add_kpi(project: Project, map_id: str, holder_id: str, *, kpi_id: str, **fields: Any) -> Project:
    """A new KPI, the last of a touchpoint or phase.

    Raises EditRefused: `unknown-id`, `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`.
    """
    check_settable(kpi_id, fields, FIXED)
    holder = _holder(project, map_id, holder_id)
    return _with(project, map_id, holder, (*holder.kpis, make(Kpi, id=kpi_id, **fields)))


def set_kpi(project: Project, map_id: str, holder_id: str, kpi_id: str, **fields: Any) -> Project:
    """Other field values for a KPI of a touchpoint or phase, or for a metric, which is its own holder.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`.
    """
    check_settable(kpi_id, fields, FIXED)
    if holder_id == kpi_id:
        named = {("text" if field == "name" else field): value for field, value in fields.items()}
        return set_note(project, map_id, [kpi_id], **named)
    holder = _holder(project, map_id, holder_id)
    if all(each.id != kpi_id for each in holder.kpis):
        raise refused("unknown-id", kpi_id, id=kpi_id)
    new = tuple(replace(each, **fields) if each.id == kpi_id else each for each in holder.kpis)
    return _with(project, map_id, holder, new)


def delete_kpi(project: Project, map_id: str, holder_id: str, kpi_id: str) -> Project:
    """`project` without this KPI of a touchpoint or phase. Raises EditRefused (`unknown-id`)."""
    holder = _holder(project, map_id, holder_id)
    new = tuple(each for each in holder.kpis if each.id != kpi_id)
    if len(new) == len(holder.kpis):
        raise refused("unknown-id", kpi_id, id=kpi_id)
    return _with(project, map_id, holder, new)


def _holder(project: Project, map_id: str, holder_id: str) -> Touchpoint | Phase:
    journey_map = map_of(project, map_id)
    found = table.find(journey_map.touchpoints, holder_id) or table.find(journey_map.phases, holder_id)
    if found is None:
        raise refused("unknown-id", holder_id, id=holder_id)
    return found


def _with(project: Project, map_id: str, holder: Touchpoint | Phase, kpis: tuple[Kpi, ...]) -> Project:
    if isinstance(holder, Touchpoint):
        return set_touchpoint(project, map_id, [holder.id], kpis=kpis)
    return set_phase(project, map_id, holder.id, kpis=kpis)
