"""Draws the arguments of the edits of surveys and of single KPIs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cjeditor.model.edits import kpis, surveys
from cjeditor.model.edits.surveys import Answer
from cjeditor.model.project import Project

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]

_ANSWERS = st.lists(
    st.builds(Answer, st.integers(-1, 11), st.sampled_from(["", "North"]), st.sampled_from(["", "2024-01-31", "soon"])),
    max_size=3,
)
_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["", "Leads"]),
        "actual": st.sampled_from([None, 0.0, 7.5]),
        "better": st.sampled_from(["", "lower", "faster"]),
        "date": st.sampled_from(["", "2024-01-31", "soon"]),
    },
)


def _about(d: Drawing) -> str:
    return d.map.id if d.value(st.booleans()) else d.one("phases", "touchpoints", "notes")


def _add(d: Drawing) -> Edit:
    new, about, title = d.new("sv"), _about(d), d.value(st.sampled_from(["", "Spring"]))
    answers = tuple(d.value(st.lists(st.integers(0, 10), max_size=3)))
    days = d.value(st.sampled_from([(), ("2024-01-31",)]))
    return lambda p: surveys.add_survey(p, survey_id=new, about=about, title=title, answers=answers, days=days)


def _set(d: Drawing) -> Edit:
    one, about = d.one("surveys"), _about(d)
    return lambda p: surveys.set_survey(p, one, about=about)


def _set_answers(d: Drawing) -> Edit:
    one, answers = d.one("surveys"), d.value(_ANSWERS)
    return lambda p: surveys.set_answers(p, one, answers)


def _add_answers(d: Drawing) -> Edit:
    one, answers = d.one("surveys"), d.value(_ANSWERS)
    return lambda p: surveys.add_answers(p, one, answers)


def _delete(d: Drawing) -> Edit:
    ids = d.several("surveys")
    return lambda p: surveys.delete_surveys(p, ids)


def _kpi(d: Drawing) -> tuple[str, str]:
    """A holder and one of its KPIs, where it has one."""
    holders = [each for each in (*d.map.phases, *d.map.touchpoints) if each.kpis]
    if not holders:
        return d.one("touchpoints", "phases"), "kp_none"
    holder = d.value(st.sampled_from(holders))
    return holder.id, d.value(st.sampled_from(holder.kpis)).id


def _add_kpi(d: Drawing) -> Edit:
    holder, new, fields = d.one("touchpoints", "phases", "notes"), d.new("kp"), d.value(_FIELDS)
    return lambda p: kpis.add_kpi(p, d.map.id, holder, kpi_id=new, **fields)


def _set_kpi(d: Drawing) -> Edit:
    holder, kpi = _kpi(d)
    fields = d.value(_FIELDS)
    return lambda p: kpis.set_kpi(p, d.map.id, holder, kpi, **fields)


def _delete_kpi(d: Drawing) -> Edit:
    holder, kpi = _kpi(d)
    return lambda p: kpis.delete_kpi(p, d.map.id, holder, kpi)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_survey": _add,
    "set_survey": _set,
    "set_answers": _set_answers,
    "add_answers": _add_answers,
    "delete_surveys": _delete,
    "add_kpi": _add_kpi,
    "set_kpi": _set_kpi,
    "delete_kpi": _delete_kpi,
}
"""As in `drawing`."""
