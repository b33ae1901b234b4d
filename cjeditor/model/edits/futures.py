"""A future state made from a map: a copy that has yet to be found out, backed by nothing and measured by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from cjeditor.model import table
from cjeditor.model.cards import Kpi, Note, Touchpoint
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.parts import with_map
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import map_of
from cjeditor.model.replace import replace

if TYPE_CHECKING:
    from cjeditor.model.edits.copies import NewIds
    from cjeditor.model.project import Project

R = TypeVar("R", bound=Record)

_NO_EVIDENCE = {"evidence_source": "", "evidence_date": ""}


def duplicate_as_future(project: Project, map_id: str, *, new_map_id: str, new_ids: NewIds, title: str) -> Project:
    """`project` with a future state of one of its maps right after it.

    It is a copy without what was found out about the journey that there is (see `not_found_out`). Emotions, targets and
    expected waits stay as the point to start from. Raises EditRefused as `duplicate_map` does.
    """
    made = duplicate_map(project, map_id, new_map_id=new_map_id, new_ids=new_ids, title=title, state="future")
    copy = map_of(made, new_map_id)
    tables = {
        name: table.put((), [not_found_out(each) for each in getattr(copy, name)])
        for name in ("phases", "touchpoints", "notes")
    }
    return with_map(made, replace(not_found_out(copy), **tables))


def not_found_out(record: R) -> R:
    """A map, phase or card without what research, measuring, rating and voting said about it; else `record` itself.

    What is in a map's tables is left alone.
    """
    return replace(record, **_found_out(record))


def _found_out(record: Record) -> dict[str, Any]:
    if isinstance(record, JourneyMap):
        return {"status": "draft", "version": ""}
    if isinstance(record, Phase):
        return {**_NO_EVIDENCE, "evidence": None, "kpis": _not_measured(record.kpis)}
    if isinstance(record, Touchpoint):
        kpis = _not_measured(record.kpis)
        return {**_NO_EVIDENCE, "evidence": "assumption", "votes": 0, "ratings": (), "actual_wait": None, "kpis": kpis}
    if isinstance(record, Note):
        return {**_NO_EVIDENCE, "evidence": "assumption", "votes": 0, **_no_figure(record)}
    return {}


def _not_measured(kpis: tuple[Kpi, ...]) -> tuple[Kpi, ...]:
    return tuple(replace(each, **_no_figure(each)) for each in kpis)


def _no_figure(figure: Kpi | Note) -> dict[str, Any]:
    return {"actual": None, "date": "", "status": "planned" if figure.status == "planned" else ""}
