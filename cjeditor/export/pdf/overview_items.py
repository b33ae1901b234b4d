"""What an overview shows of each phase in small type: touchpoints with their signs, pain points, opportunities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from cjeditor.analysis.pain import pain_scores
from cjeditor.analysis.ratings import felt
from cjeditor.export.content import Content
from cjeditor.export.pdf.emotion_disc import emotion_disc
from cjeditor.export.pdf.finding_blocks import named
from cjeditor.export.tagging import item
from cjeditor.export.typeset import META, Piece, Style, height_of, paragraph, stacked
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Primitive, Rect, Text, circle
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Card, Note, Touchpoint

_SMALL: Final = Style("regular", 8.0, 10.0)
_INDENT: Final = 9.0
_BETWEEN: Final = 3.0
_MOST_LINES: Final = 8
"""Of one card where there is room for them."""


class Amount(NamedTuple):
    """How many of each phase's touchpoints, pain points and opportunities there are, and in how many lines each."""

    touchpoint_lines: int
    touchpoints: int
    pains: int
    pain_lines: int
    chances: int
    chance_lines: int


class Items(NamedTuple):
    """What an overview shows of one phase."""

    happens: tuple[Piece, ...]
    hurts: tuple[Piece, ...]
    helps: tuple[Piece, ...]


def items_of(
    content: Content,
    widths: Sequence[tuple[float, float, float]],
    amount: Amount,
    rooms: Sequence[tuple[float, float, float]] | None = None,
) -> list[Items]:
    """The items of each phase, `widths` being those of its touchpoints, pain points and opportunities.

    Where `rooms` say how high they may be, more is shown than `amount` says, as far as there is room.
    """
    touchpoints = _by_phase(content, content.touchpoints())
    pains = _by_phase(content, [score.note for score in pain_scores(content.journey)])
    chances = [note for note in content.notes() if note.kind == "opportunity"]
    helping = _by_phase(content, sorted(chances, key=_most_votes_first))
    found = []
    for phase, (happens, hurts, helps), room in zip(
        content.phases, widths, rooms or [(0.0, 0.0, 0.0)] * len(widths), strict=True
    ):
        cells = (
            _Cell(touchpoints[phase.id], _touchpoint, happens, content),
            _Cell(pains[phase.id], _note, hurts, content),
            _Cell(helping[phase.id], _note, helps, content),
        )
        amounts = (
            (amount.touchpoints, amount.touchpoint_lines),
            (amount.pains, amount.pain_lines),
            (amount.chances, amount.chance_lines),
        )
        found.append(Items(*(cell.shown(*each, high) for cell, each, high in zip(cells, amounts, room, strict=True))))
    return found


def cut_in(found: Iterable[Items]) -> int:
    """How many cards are shortened."""
    return sum(is_cut(piece) for items in found for cell in items for piece in cell)


def is_cut(piece: Piece) -> bool:
    """Whether some line of it ends in an ellipsis."""
    return any(isinstance(shape, Text) and shape.text.endswith("…") for shape in piece.shapes)


class _Cell:
    """The cards of one kind in one phase, which are set in so many lines as there is room for."""

    def __init__(
        self,
        cards: Sequence[Card],
        make: Callable[[Card, float, int, Content], Piece],
        width: float,
        content: Content,
    ) -> None:
        self._cards = cards
        self._make = make
        self._width = width
        self._content = content

    def shown(self, most: int, lines: int, room: float) -> tuple[Piece, ...]:
        """So many cards in so many lines each at least, and more of both as long as they are no higher than `room`."""
        items = [self._set(card, lines) for card in self._cards[:most]]
        height = height_of(items)
        for card in self._cards[most:]:
            more = self._set(card, lines)
            if height + more.height + height_of(self._rest(len(items) + 1)) > room:
                break
            items.append(more)
            height += more.height
        spare = room - height - height_of(self._rest(len(items)))
        for count in range(lines + 1, _MOST_LINES + 1):
            for at, piece in enumerate(items):
                if spare < _SMALL.line or not is_cut(piece):
                    continue
                items[at] = self._set(self._cards[at], count)
                spare -= items[at].height - piece.height
        return (*items, *self._rest(len(items)))

    def _set(self, card: Card, lines: int) -> Piece:
        return self._make(card, self._width, lines, self._content)

    def _rest(self, shown: int) -> tuple[Piece, ...]:
        """How many cards there are besides those that are shown."""
        rest = len(self._cards) - shown
        if rest <= 0:
            return ()
        words = self._content.words
        said = words.tn("and {n} more", "and {n} more", rest)
        return paragraph(said, META, self._width, words.language, indent=_INDENT)


def _by_phase(content: Content, cards: Iterable[Card]) -> defaultdict[str, list[Card]]:
    found: defaultdict[str, list[Card]] = defaultdict(list)
    for card in cards:
        found[content.steps[card.step].phase].append(card)
    return found


def _most_votes_first(note: Card) -> int:
    return -note.votes


def _touchpoint(card: Card, width: float, lines: int, content: Content) -> Piece:
    """A touchpoint beside a disc for its emotion, or a star."""
    value = felt(card) if isinstance(card, Touchpoint) else None
    is_moment = isinstance(card, Touchpoint) and card.moment_of_truth
    sign: tuple[Primitive, ...] = (circle(3.0, 5.0, 2.6, stroke="rule.strong"),)
    if is_moment:
        sign = (icon("star-fill", -1.0, 1.0, 8.0, "star"),)
    elif value is not None:
        sign = emotion_disc(3.0, 5.0, value)
    return _beside(sign, _said(card), width, lines, content)


def _note(card: Card, width: float, lines: int, content: Content) -> Piece:
    """A note beside the edge of its kind."""
    edge = f"edge.{note_style(card.kind)}" if isinstance(card, Note) else "rule"
    said = _text(_said(card), width, lines, content)
    return _listed_as_one((Rect(1.0, 0, 2.0, height_of(said), fill=edge),), said)


def _said(card: Card) -> str:
    """A card's number and what it says: a long first word is hyphenated rather than leaves the number alone."""
    return named(card).replace(" ", "\u00a0", 1)


def _beside(sign: tuple[Primitive, ...], text: str, width: float, lines: int, content: Content) -> Piece:
    return _listed_as_one(sign, _text(text, width, lines, content))


def _listed_as_one(sign: tuple[Primitive, ...], said: tuple[Piece, ...]) -> Piece:
    """Lines beside a sign, as an item of a list."""
    return Piece(height_of(said) + _BETWEEN, (*sign, *stacked(item(said), 0, 0)))


def _text(text: str, width: float, lines: int, content: Content) -> tuple[Piece, ...]:
    return paragraph(text, _SMALL, width, content.words.language, max_lines=lines, indent=_INDENT)
