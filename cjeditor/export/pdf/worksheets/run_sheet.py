"""The facilitator's run sheet: what comes when, what is said, and what has to lie ready."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final

from cjeditor.catalogue.step_kinds import STEP_KINDS, title_of
from cjeditor.export.content import Content
from cjeditor.export.pdf.sheets import Flow, Frame, Sheet
from cjeditor.export.pdf.table import Group, Table, columns
from cjeditor.export.pdf.worksheets.names import participants
from cjeditor.export.pdf.worksheets.surface import Surface
from cjeditor.export.pdf.writing import boxed, ruled
from cjeditor.export.typeset import (
    BODY,
    HEADING,
    LEAD,
    META,
    NUMBER,
    STRONG,
    SUBHEADING,
    Piece,
    height_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.export.views import Placed, View
from cjeditor.layout.primitives import Primitive
from cjeditor.model.fields import AgendaKind
from cjeditor.model.lookup import ordered
from cjeditor.model.project import AgendaStep
from cjeditor.texts import N_, Texts

USUAL_START: Final = "09:00"
"""When a workshop begins unless the project says otherwise."""
_WEIGHTS = (48.0, 34.0, 150.0, 330.0, 130.0, 60.0)
_UPRIGHT = (48.0, 34.0, 110.0, 190.0, 80.0, 50.0)
_BLANK_STEPS = 8
_SOME_DAY: Final = date(2000, 1, 1)
_GAP = 24.0
_LONGEST: Final = 240
"""Characters of a title, so that the times behind it are on the page."""
_MATERIAL: Final[Mapping[AgendaKind, str]] = MappingProxyType(
    {
        "welcome": N_("name tags, agenda on the wall"),
        "brief": N_("persona sheet"),
        "write": N_("sticky notes, felt pens, instruction cards"),
        "share": N_("grid on the wall"),
        "mark": N_("emotion strips"),
        "vote": N_("ballots or sticky dots"),
        "next_steps": N_("assumption cards, list of actions"),
    }
)
"""What lies ready in a step of a kind."""
_READY: Final = (
    N_("Grid for the wall, hung up"),
    N_("Sticky notes in four colours, a felt pen for each person"),
    N_("Persona sheet, emotion strips, ballots, cards: cut and counted"),
    N_("Timer and camera"),
)


def run_sheets(page: Frame, content: Content) -> list[Sheet]:
    """The run sheet as a table that goes on over pages; empty rows where there is no agenda yet."""
    wall, table = Surface.of(page), Surface.of(page).at_hand
    own = page if wall == table else replace(page, width=table.width, height=table.height, unit=1.0)
    flow = Flow(own, content.words)
    _fill(flow, content)
    return flow.sheets if wall == table else [_on_own_paper(flow.sheets, at, own) for at in range(len(flow.sheets))]


def _on_own_paper(sheets: Sequence[Sheet], at: int, page: Frame) -> Sheet:
    """A page of the run sheet on paper other than that of the other sheets of its file."""
    shapes = [*page.furniture(at + 1, len(sheets)), *sheets[at].shapes]
    size = (page.width * page.unit, page.height * page.unit)
    return Sheet(views=[View([Placed(0, 0, shapes)])], bookmarks=sheets[at].bookmarks, bare=True, size=size)


def _fill(flow: Flow, content: Content) -> None:
    words, width = content.words, flow.frame.inner_width
    language = words.language
    steps = ordered(content.project.agenda)
    begin = _start(content)
    flow.need(200.0)
    flow.bookmark(words.t("Run sheet"), 0)
    for piece in paragraph(words.t("Run sheet"), HEADING, width, language):
        flow.put(piece)
    for piece in (*paragraph(_summary(steps, begin, content), LEAD, width, language), space(10)):
        flow.put(piece)
    _ready(flow, content)
    heads = (
        words.t("Time"),
        words.t("Min."),
        words.t("Step"),
        words.t("What is said"),
        words.t("Ready"),
        words.t("Began at"),
    )
    wide = flow.frame.width > flow.frame.height
    made = columns(heads, _WEIGHTS if wide else _UPRIGHT, width)
    rooms = [made.room(i) for i in range(len(heads))]
    rows = list(_rows(steps, begin, content, rooms)) or [_blank(rooms)] * _BLANK_STEPS
    Table(flow, made, words.t("{title} (continued)", title="{title}")).add([Group("", "", rows)])


def _start(content: Content) -> datetime:
    """The beginning on some day: only its time is printed."""
    return datetime.combine(_SOME_DAY, time.fromisoformat(content.project.settings.workshop_start or USUAL_START))


def _summary(steps: Sequence[AgendaStep], begin: datetime, content: Content) -> str:
    """The map, its persona, and from when until when."""
    words = content.words
    persona = _short(content.persona.name) if content.persona is not None else ""
    parts = [_short(content.title).removesuffix("."), persona]
    if steps:
        minutes = sum(step.minutes for step in steps)
        end = begin + timedelta(minutes=minutes)
        parts.append(words.t("{begin} to {end}", begin=f"{begin:%H:%M}", end=f"{end:%H:%M}"))
        parts.append(words.tn("{n} minute", "{n} minutes", minutes))
    return " · ".join(part for part in parts if part)


def _short(text: str) -> str:
    """A name that leaves room on the page for what follows it."""
    one = " ".join(text.split())
    return one if len(one) <= _LONGEST else f"{one[:_LONGEST].rstrip()}…"


def _ready(flow: Flow, content: Content) -> None:
    """What has to be there before people come; beside it who comes."""
    words = content.words
    width = (flow.frame.inner_width - _GAP) / 2
    language = words.language
    left: list[Piece] = [*paragraph(words.t("To be ready"), SUBHEADING, width, language), space(2)]
    for one in _READY:
        left += [*boxed(words.t(one), width, language), space(3)]
    names = participants(content)
    right: list[Piece] = [*paragraph(words.t("Participants"), SUBHEADING, width, language), space(2)]
    right += paragraph(", ".join(names), BODY, width, language, max_lines=8) if names else ruled(width, 2)
    height = max(height_of(tuple(left)), height_of(tuple(right))) + 12
    shapes: list[Primitive] = [
        *stacked(tuple(left), 0, 0),
        *stacked(tuple(right), width + _GAP, 0),
    ]
    flow.need(height + 60.0)
    flow.put(Piece(height, tuple(shapes)))


def _rows(
    steps: Sequence[AgendaStep], begin: datetime, content: Content, rooms: Sequence[float]
) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    words = content.words
    at = begin
    for step in steps:
        yield _row(step, at, words, rooms)
        at += timedelta(minutes=step.minutes)


def _row(step: AgendaStep, at: datetime, words: Texts, rooms: Sequence[float]) -> tuple[tuple[Piece, ...], ...]:
    language = words.language
    material = _MATERIAL.get(step.kind, "")
    question = " ".join(step.question.split())
    return (
        paragraph(f"{at:%H:%M}", NUMBER, rooms[0], language),
        paragraph(words.number(step.minutes), BODY, rooms[1], language),
        (
            *paragraph(title_of(step, words), STRONG, rooms[2], language),
            *paragraph(words.t(STEP_KINDS[step.kind].name), META, rooms[2], language),
        ),
        (
            *paragraph(step.script.strip(), BODY, rooms[3], language),
            *paragraph(
                words.t("On the wall: {question}", question=question) if question else "", META, rooms[3], language
            ),
        ),
        paragraph(words.t(material) if material else "", META, rooms[4], language),
        ruled(rooms[5], 1),
    )


def _blank(rooms: Sequence[float]) -> tuple[tuple[Piece, ...], ...]:
    return tuple(ruled(room, 2 if i in (2, 3) else 1) for i, room in enumerate(rooms))
