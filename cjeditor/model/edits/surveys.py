"""Edits of surveys: add, set, take more answers, delete. What is said of each answer stays as long as the answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from cjeditor.model import table
from cjeditor.model.edits.parts import check_free, check_settable
from cjeditor.model.lookup import known
from cjeditor.model.problem import refused
from cjeditor.model.project import Project, Survey
from cjeditor.model.replace import make, replace

FIXED = ("id",)
"""Fields that `set_survey` leaves alone."""


class Answer(NamedTuple):
    """One answer, 0 to 10; whose it is and when it was given (`YYYY-MM-DD`), where somebody knows."""

    value: int
    segment: str = ""
    day: str = ""


def add_survey(project: Project, *, survey_id: str, about: str, **fields: Any) -> Project:
    """A new survey about a map, phase or touchpoint.

    Raises EditRefused: `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`, `unknown-reference`, `not-as-many`.
    """
    check_free(project, "surveys", survey_id)
    check_settable(survey_id, fields, FIXED)
    return _with(project, make(Survey, id=survey_id, about=about, **fields))


def set_survey(project: Project, survey_id: str, **fields: Any) -> Project:
    """Other field values for a survey.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`, `not-as-many`.
    """
    check_settable(survey_id, fields, FIXED)
    return _with(project, replace(known(project.surveys, survey_id), **fields))


def set_answers(project: Project, survey_id: str, answers: Sequence[Answer]) -> Project:
    """The survey with these answers instead of its own. Raises EditRefused: `unknown-id`, `field-refused`."""
    segments = tuple(each.segment for each in answers)
    days = tuple(each.day for each in answers)
    return set_survey(
        project,
        survey_id,
        answers=tuple(each.value for each in answers),
        segments=segments if any(segments) else (),
        days=days if any(days) else (),
    )


def add_answers(project: Project, survey_id: str, answers: Sequence[Answer]) -> Project:
    """The survey with more answers. Raises EditRefused: `unknown-id`, `field-refused`."""
    if not answers:
        return project
    return set_answers(project, survey_id, [*answers_of(known(project.surveys, survey_id)), *answers])


def delete_surveys(project: Project, ids: Collection[str]) -> Project:
    """`project` without these surveys. Raises EditRefused (`unknown-id`)."""
    for each in ids:
        known(project.surveys, each)
    return replace(project, surveys=table.without(project.surveys, set(ids)))


def answers_of(survey: Survey) -> list[Answer]:
    """The answers of a survey, each with what is known of it."""
    none = [""] * len(survey.answers)
    return list(map(Answer, survey.answers, survey.segments or none, survey.days or none))


def _with(project: Project, survey: Survey) -> Project:
    if not _is_subject(project, survey.about):
        raise refused("unknown-reference", survey.id, "about", field="about", id=survey.about)
    for field in ("segments", "days"):
        if len(getattr(survey, field)) not in (0, len(survey.answers)):
            raise refused("not-as-many", survey.id, field, field=field, count=len(survey.answers))
    return replace(project, surveys=table.put(project.surveys, (survey,)))


def _is_subject(project: Project, about: str) -> bool:
    return any(
        about == each.id
        or table.find(each.phases, about) is not None
        or table.find(each.touchpoints, about) is not None
        for each in project.maps
    )
