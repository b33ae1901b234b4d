"""Instruction cards: what to do in each step of the agenda, and what to ask in each phase, for the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.catalogue.guidance import for_phase
from cjeditor.catalogue.step_kinds import STEP_KINDS, title_of
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.card import QUESTION, TEXT, Card, faces
from cjeditor.export.pdf.worksheets.imposing import A6, imposition
from cjeditor.export.pdf.worksheets.surface import Surface
from cjeditor.export.typeset import Piece, bullet, paragraph, space
from cjeditor.model.fields import AgendaKind
from cjeditor.model.journey_map import Phase
from cjeditor.model.lookup import ordered
from cjeditor.model.project import AgendaStep
from cjeditor.texts import N_, Texts

_QUESTIONS = 3
_SIGNS = 2
_LEFT_OUT: Final = frozenset({"break", "slack"})
_TO_DO: Final[Mapping[AgendaKind, tuple[str, ...]]] = MappingProxyType(
    {
        "welcome": (N_("Say in one sentence who you are and where you meet our customers."),),
        "brief": (
            N_("Listen, and ask what you do not understand."),
            N_("Whatever nobody knows for certain is an assumption: mark it."),
        ),
        "write": (
            N_("Write alone and in silence."),
            N_("One thought to a note, legible from two metres, beginning with a verb."),
            N_("Quantity first: sorting comes later."),
        ),
        "share": (
            N_("Read your notes out, one by one, and stick them where they belong."),
            N_("Put alike ones on top of each other."),
            N_("Ask, but do not judge yet."),
        ),
        "mark": (
            N_("Feel as the person does, not as the company would like it."),
            N_("Mark each moment from −2 to +2, alone at first."),
            N_("Then compare, and talk where you differ most."),
        ),
        "vote": (
            N_("Read all cards before you put a dot."),
            N_("Put your dots where it matters most to the person."),
            N_("Nobody talks until all dots are given."),
        ),
        "next_steps": (N_("Each action has one name and one date."),),
    }
)
"""What those who take part do in a step of a kind."""
_WITHOUT_AGENDA: Final[tuple[AgendaKind, ...]] = ("write", "share", "mark", "vote")
_OWN_QUESTIONS: Final = (
    N_("What do they do here, and where do they meet us?"),
    N_("What are they thinking, what do they want to know?"),
    N_("What keeps them from going on?"),
)
"""For phases of the map's own making."""


def instruction_cards(surface: Surface, content: Content) -> list[Sheet]:
    """Cards of A6 for the steps of the agenda and for the phases, with marks where to cut them apart."""
    paper = imposition(surface.at_hand, A6)
    room, words = paper.face, content.words
    drawn = [
        face
        for card in (*_steps(content, room.width), *_phases(content, room.width))
        for face in faces(card, room, words.language, words.t("continued"))
    ]
    return paper.sheets(drawn, words.t("Instruction cards"))


def _steps(content: Content, width: float) -> Iterator[Card]:
    words = content.words
    steps = [step for step in ordered(content.project.agenda) if step.kind not in _LEFT_OUT]
    foot = " ".join(content.title.split())
    if not steps:
        for kind in _WITHOUT_AGENDA:
            named = STEP_KINDS[kind]
            body = tuple(_to_do(kind, width, words))
            yield Card(words.t("Instructions"), "", words.t(named.name), body, foot, named.icon)
    for number, step in enumerate(steps, start=1):
        yield Card(
            kind=words.t(STEP_KINDS[step.kind].name),
            right=words.tn("{n} minute", "{n} minutes", step.minutes),
            title=title_of(step, words),
            body=tuple(_body(step, width, words)),
            foot=f"{foot} · {words.t('Card {number} of {count}', number=number, count=len(steps))}",
            icon=STEP_KINDS[step.kind].icon,
            colour=_colour(step, content),
        )


def _colour(step: AgendaStep, content: Content) -> str:
    return next((phase.colour for phase in content.phases if phase.id == step.phase), "primary")


def _body(step: AgendaStep, width: float, words: Texts) -> Iterator[Piece]:
    """The question, what to do, and what the facilitator says where the kind of step says nothing."""
    question = " ".join(step.question.split())
    if question:
        yield from paragraph(question, QUESTION, width, words.language)
        yield space(6)
    yield from _to_do(step.kind, width, words)
    if step.script.strip():
        yield from paragraph(step.script.strip(), TEXT, width, words.language)


def _to_do(kind: AgendaKind, width: float, words: Texts) -> Iterator[Piece]:
    for one in _TO_DO.get(kind, ()):
        yield from bullet(words.t(one), TEXT, width, words.language)
        yield space(3)
    if kind in _TO_DO:
        yield space(4)


def _phases(content: Content, width: float) -> Iterator[Card]:
    words = content.words
    for number, phase in enumerate(content.phases, start=1):
        yield Card(
            kind=words.t("Questions for the phase"),
            right=" ".join(phase.duration.split()),
            title=phase_title(number, phase, words),
            body=tuple(_questions(phase, width, words)),
            foot=" ".join(content.title.split()),
            icon="chat-circle-text",
            colour=phase.colour,
            ruled=True,
        )


def _questions(phase: Phase, width: float, words: Texts) -> Iterator[Piece]:
    """What the phase is about, what to ask, and how people in it are recognised."""
    language = words.language
    known = for_phase(phase.framework, phase.framework_phase)
    about = " ".join(phase.description.split()) or " ".join(one.purpose.in_language(language) for one in known)
    yield from paragraph(about, QUESTION, width, language)
    yield space(6)
    # Two phases of the catalogue in one of the map share its questions.
    each = max(1, _QUESTIONS // max(1, len(known)))
    asked = [question.text.in_language(language) for one in known for question in one.questions[:each]][:_QUESTIONS]
    for question in asked or [words.t(one) for one in _OWN_QUESTIONS]:
        yield from bullet(question, TEXT, width, language)
        yield space(3)
    signs = [sign.in_language(language) for one in known for sign in one.recognise[:1]][:_SIGNS]
    if signs:
        yield space(4)
        yield from paragraph(words.t("How you recognise it: {signs}", signs=" ".join(signs)), TEXT, width, language)
