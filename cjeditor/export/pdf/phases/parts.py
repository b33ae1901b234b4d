"""The parts of a phase sheet: which a phase has, and in which column each stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from cjeditor.analysis.ratings import felt
from cjeditor.export.pdf.columns import Section
from cjeditor.export.pdf.phases import asking, figures, telling
from cjeditor.export.pdf.phases.setting import Setting
from cjeditor.export.phase_subject import Subject

Home = Literal["ask", "find", "cards", "figures"]
"""What a column is for: to ask, to find out, to read what is on the map, to read figures."""


class Part(NamedTuple):
    """A part by its home and what sets it: given the phase, a width, and how closely.

    A part that stays may be broken but never stands elsewhere.
    """

    home: Home
    build: Callable[[Subject, float, Setting], Section]
    stays: bool = False


def parts_of(subject: Subject) -> tuple[Part, ...]:
    """What has to be on the sheets of a phase; what stays in its column comes first.

    Where people work on them, some stand there even if the map has nothing for them yet: with lines to write on.
    """
    work = subject.content.for_work
    guided = work and bool(subject.guidance)
    # Few questions have an answer: their column has room for notes.
    beside: Home = "cards" if work else "ask"
    found = (
        (work or bool(subject.answers), Part("ask", asking.questions, stays=True)),
        (work or bool(subject.touchpoints), Part("cards", telling.touchpoints, stays=True)),
        (work or _is_felt(subject), Part("figures", figures.emotions)),
        (work or _of_kinds(subject, telling.VOICES), Part("cards", telling.voices)),
        (work or _of_kinds(subject, telling.ISSUES), Part(beside, telling.issues)),
        (_of_kinds(subject, telling.OTHERS), Part(beside, telling.others)),
        (_has_drop_offs(subject), Part("figures", figures.drop_offs)),
        (_has_metrics(subject), Part("figures", figures.metrics)),
        (bool(subject.actions), Part("figures", figures.actions)),
        (guided, Part("find", asking.recognise)),
        (guided, Part("find", asking.research)),
        (guided, Part("find", asking.offered)),
    )
    return tuple(part for wanted, part in found if wanted)


def _of_kinds(subject: Subject, kinds: telling.Kinds) -> bool:
    return bool(subject.notes_of(*kinds))


def _is_felt(subject: Subject) -> bool:
    return any(felt(one) is not None for one in subject.touchpoints)


def _has_drop_offs(subject: Subject) -> bool:
    return bool(subject.phase.drop_off_points) or any(one.drop_off_points for one in subject.touchpoints)


def _has_metrics(subject: Subject) -> bool:
    here = bool(subject.phase.kpis) or any(one.kpis for one in subject.touchpoints)
    return here or bool(subject.notes_of("metric"))
