"""What a page of findings lists: pain points, falls of the mood, moments of truth, open assumptions, next steps."""

from __future__ import annotations

from cjeditor.analysis.drops import Drop
from cjeditor.analysis.effort_value import OVER
from cjeditor.analysis.pain import PainScore
from cjeditor.analysis.ratings import felt
from cjeditor.analysis.tracing import actions_for
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.columns import Block
from cjeditor.export.pdf.tinted import tinted
from cjeditor.export.typeset import (
    BODY,
    META,
    NUMBER,
    QUIET,
    STRONG,
    Piece,
    Style,
    height_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.curve import tone
from cjeditor.layout.draw_card import evidence_mark
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, circle
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.project import Action
from cjeditor.texts import Texts

TEXT_LINES = 4
"""What a finding says at most of a card; the tables have all of it."""
_RANK = 16.0
_SLOPE, _SLOPE_HEIGHT = 46.0, 46.0
_LEVEL = 5.5
_SIGN = 16.0
_VALUE = Style("semibold", 8.0, 11.0, "primary")
_OPEN = Style("regular", 9.0, 12.5, "warning")


def pain(score: PainScore, width: float, content: Content) -> Block:
    """A pain point on its tint with its rank, where it hurts, how it is graded, and what is done about it."""
    words, note = content.words, score.note
    where = phase_title(*content.phase_of(note.step), words)
    graded = words.t("Severity {n} × frequency {m}", n=score.severity, m=score.frequency) if score.is_stated else ""
    votes = words.tn("{n} vote", "{n} votes", note.votes) if note.votes else ""
    foot = " · ".join(part for part in (" ".join(where.split()), graded, votes) if part)
    boxed = tinted("pain_point", named(note), foot, width - _RANK, words.language, max_lines=TEXT_LINES)
    lines = [piece.indented(_RANK) for piece in boxed]
    rank = paragraph(f"{score.rank}", NUMBER, _RANK, words.language)[0]
    first = lines[0]
    top = Piece(first.height, (*stacked((rank,), 0, 4), *first.shapes))
    return (top, *lines[1:], space(2), *_answer(note, width, content))


def _answer(note: Card, width: float, content: Content) -> tuple[Piece, ...]:
    """The action that follows from a card, or, to those who work on it, that there is none."""
    words = content.words
    some = actions_for(content.project, note)
    if not some:
        if not content.for_work:
            return ()
        return paragraph(words.t("No action yet"), _OPEN, width, words.language, indent=_RANK)
    title = " ".join(some[0].title.split()) or words.t("Untitled")
    said = f"→ {title}"
    if len(some) > 1:
        said = words.t("{name} and {n} more", name=said, n=len(some) - 1)
    return paragraph(said, QUIET, width, words.language, max_lines=2, indent=_RANK)


def drop(fall: Drop, width: float, content: Content) -> Block:
    """A fall of the mood: its slope with both values at the left, then how far, where, and from what to what."""
    words, language = content.words, content.words.language
    room = width - _SLOPE - 8
    where = phase_title(*content.phase_of(fall.after.step), words)
    head = words.t("{delta} in {phase}", delta=words.signed(fall.delta), phase=" ".join(where.split()))
    lines = (
        *paragraph(head, STRONG, room, language, max_lines=2),
        *paragraph(named(fall.before), QUIET, room, language, max_lines=2),
        *paragraph(f"→ {named(fall.after)}", BODY, room, language, max_lines=3),
    )
    height = max(height_of(lines), _SLOPE_HEIGHT)
    shapes = [*_slope(fall, words), *stacked(lines, _SLOPE + 8, 0)]
    return (Piece(height, tuple(shapes)),)


def _slope(fall: Drop, words: Texts) -> list[Primitive]:
    middle = 13 + 2 * _LEVEL
    ends = [(6.0, middle - fall.was * _LEVEL, fall.was), (_SLOPE - 8, middle - fall.became * _LEVEL, fall.became)]
    (x, y, _was), (right, below, _became) = ends
    shapes: list[Primitive] = [Line(0, middle, _SLOPE, middle, "rule", 0.6), Line(x, y, right, below, "primary", 1.6)]
    shapes += [circle(at, level, 3.2, fill=tone(value)) for at, level, value in ends]
    for at, level, value in ends:
        said = words.signed(value)
        aside = text_width(said, _VALUE.face, _VALUE.size) / 2
        top = level - 14 if value == fall.was else level + 3
        shapes += stacked(paragraph(said, _VALUE, 40, words.language), max(0.0, at - aside), top)
    return shapes


def moment(touchpoint: Touchpoint, width: float, content: Content) -> Block:
    """A moment of truth with its star, its phase and how it feels."""
    words = content.words
    room = width - _SIGN
    where = " ".join(phase_title(*content.phase_of(touchpoint.step), words).split())
    value = felt(touchpoint)
    feels = words.t("Emotion {value}", value=words.signed(value)) if value is not None else ""
    return _signed(
        icon("star-fill", 0, 1.5, 10.0, "star"),
        lines=(
            *paragraph(named(touchpoint), STRONG, room, words.language, max_lines=3),
            *paragraph(" · ".join(part for part in (where, feels) if part), META, room, words.language),
        ),
    )


def assumption(card: Card, width: float, content: Content) -> Block:
    """An assumption with its mark, and how it could be tested; that nobody knows yet is for those who work on it."""
    words = content.words
    room = width - _SIGN
    idea = " ".join(card.test_idea.split())
    test = words.t("Test: {idea}", idea=idea) if idea else ""
    if not idea and content.for_work:
        test = words.t("No idea yet how to test it")
    return _signed(
        *evidence_mark(card.evidence, 5.0, 6.5, 4.0, "primary"),
        lines=(
            *paragraph(named(card), BODY, room, words.language, max_lines=3),
            *paragraph(test, QUIET if idea else _OPEN, room, words.language, max_lines=3),
        ),
    )


def step(action: Action, width: float, content: Content) -> Block:
    """An action that is still to do: what, who, and by when."""
    words = content.words
    room = width - _SIGN
    due = words.t("by {day}", day=words.day(action.due)) if action.due else ""
    about = " · ".join(part for part in (" ".join(action.owner.split()), due) if part)
    title = " ".join(action.title.split()) or words.t("Untitled")
    return _signed(
        icon("arrow-right", 0, 1.5, 10.0, "primary"),
        lines=(
            *paragraph(title, BODY, room, words.language, max_lines=3),
            *paragraph(about, META, room, words.language, max_lines=2),
        ),
    )


def next_steps(actions: tuple[Action, ...]) -> list[Action]:
    """What is still to do, the first due first; what is due some day comes last."""
    return sorted((each for each in actions if each.status not in OVER), key=_due)


def _due(action: Action) -> tuple[bool, str, str]:
    return (not action.due, action.due, action.id)


def _signed(*signs: Primitive, lines: tuple[Piece, ...]) -> Block:
    """Lines as one piece, indented beside a sign."""
    return (Piece(height_of(lines), (*signs, *stacked(lines, _SIGN, 0))),)


def named(card: Card) -> str:
    """A card's number and what it says, on one line."""
    said = card.title if isinstance(card, Touchpoint) else card.text
    return f"{card.number} {' '.join(said.split()) or '–'}"
