"""The part that shows the emotion curve of the whole journey on a page of its own, with its best and worst places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Final

from cjeditor.analysis.drops import drops
from cjeditor.analysis.ratings import felt as felt_at
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.columns import GAP
from cjeditor.export.pdf.finding_blocks import drop as drop_block
from cjeditor.export.pdf.finding_blocks import named
from cjeditor.export.pdf.journey_curve import felt_along, journey_curve
from cjeditor.export.pdf.overlaid_curves import overlaid_curves
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.tagging import item
from cjeditor.export.typeset import (
    BODY,
    HEADING,
    META,
    SUBHEADING,
    Piece,
    bullet,
    height_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.draw_card import emotion_pill
from cjeditor.layout.primitives import Primitive
from cjeditor.model.cards import Touchpoint

_LEAST, _MOST_HEIGHT = 170.0, 300.0
_MOST: Final = 6
_PILL: Final = 34.0
_TWO_UP_TO: Final = 700.0


def add(book: Book) -> None:
    """Add the page; nothing for a map on which fewer than two touchpoints have an emotion."""
    if len(felt_along(book.content)) > 1:
        book.add([_sheet(book.frame, book.content)])


def _sheet(frame: Frame, content: Content) -> Sheet:
    words, width, language = content.words, frame.inner_width, content.words.language
    felt = felt_along(content)
    said = tuple(piece for one in _sentences(felt, content) for piece in bullet(one, BODY, width, language))
    head = (*paragraph(words.t("Emotion curve"), HEADING, width, language), space(4), *said, space(10))
    shapes = stacked(head, frame.left, frame.top)
    top = frame.top + height_of(head)
    room = frame.bottom - top
    high = min(_MOST_HEIGHT, max(_LEAST, room * 0.5))
    key, others = overlaid_curves(felt, frame, top, high, content)
    shapes += [*journey_curve(felt, frame, top, high, content), *others]
    top += high + 6
    shapes += stacked(key, frame.left, top)
    top += height_of(key) + 14
    shapes += _lists(frame, felt, top, content)
    return Sheet(shapes, bookmarks=[Bookmark(words.t("Emotion curve"), 0)])


def _sentences(felt: Sequence[Touchpoint], content: Content) -> Iterator[str]:
    words = content.words
    values = [felt_at(card) or 0.0 for card in felt]
    yield words.tn(
        "The mean emotion of {n} touchpoint is {mean}; {bad} of them feel bad, {good} good.",
        "The mean emotion of {n} touchpoints is {mean}; {bad} of them feel bad, {good} good.",
        len(felt),
        mean=words.signed(round(fmean(values), 1)),
        bad=words.number(sum(value < 0 for value in values)),
        good=words.number(sum(value > 0 for value in values)),
    )
    missing = len(content.journey.touchpoints) - len(felt)
    if missing:
        yield words.tn("Of {n} touchpoint nobody knows it.", "Of {n} touchpoints nobody knows it.", missing)


def _lists(frame: Frame, felt: Sequence[Touchpoint], top: float, content: Content) -> list[Primitive]:
    """Best and worst touchpoints, and the deepest falls, side by side; as many as there is room for."""
    words = content.words
    count = 3 if frame.inner_width > _TWO_UP_TO else 2
    width = (frame.inner_width - GAP * (count - 1)) / count
    by_value = sorted(felt, key=_value)
    worst = [card for card in by_value if _value(card) < 0][:_MOST]
    best = [card for card in reversed(by_value) if _value(card) > 0][:_MOST]
    falls = drops(content.journey)[:_MOST]
    lists = [
        (words.t("Where it feels worst"), [_row(card, width, content) for card in worst]),
        (words.t("Where it feels best"), [_row(card, width, content) for card in best]),
        (words.t("Where the mood falls"), [drop_block(one, width, content) for one in falls]),
    ][:count]
    shapes: list[Primitive] = []
    for at, (title, blocks) in enumerate(lists):
        if not blocks:
            continue
        pieces = [*paragraph(title, SUBHEADING, width, words.language), space(5)]
        for block in blocks:
            if height_of(tuple(pieces)) + height_of(block) > frame.bottom - top:
                break
            pieces += [*item(block), space(6)]
        shapes += stacked(tuple(pieces), frame.left + at * (width + GAP), top)
    return shapes


def _value(card: Touchpoint) -> float:
    return felt_at(card) or 0.0


def _row(card: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    words = content.words
    where = " ".join(phase_title(*content.phase_of(card.step), words).split())
    lines = (
        *paragraph(named(card), BODY, width - _PILL, words.language, max_lines=2),
        *paragraph(where, META, width - _PILL, words.language, max_lines=1),
    )
    pill = emotion_pill(round(_value(card)), 0, 1, words)
    return (Piece(max(20.0, height_of(lines)), (*pill, *stacked(lines, _PILL, 0))),)
