"""What an overview shows of each phase in small type: touchpoints with their signs, pain points, opportunities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cjeditor.analysis.pain import pain_scores
from cjeditor.analysis.ratings import felt
from cjeditor.export.content import Content
from cjeditor.export.pdf.finding_blocks import named
from cjeditor.export.tagging import item
from cjeditor.export.typeset import META, Piece, Style, height_of, paragraph, stacked
from cjeditor.layout.curve import tone
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Primitive, Rect, circle
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Card, Note, Touchpoint

_SMALL: Final = Style("regular", 8.0, 10.0)
_INDENT: Final = 9.0
_BETWEEN: Final = 3.0


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


def items_of(content: Content, widths: Sequence[tuple[float, float, float]], amount: Amount) -> list[Items]:
    """The items of each phase, `widths` being those of its touchpoints, pain points and opportunities."""
    touchpoints = _by_phase(content, content.touchpoints())
    pains = _by_phase(content, [score.note for score in pain_scores(content.journey)])
    chances = [note for note in content.notes() if note.kind == "opportunity"]
    helping = _by_phase(content, sorted(chances, key=_most_votes_first))
    return [
        Items(
            _listed(
                [_touchpoint(card, happens, amount.touchpoint_lines, content) for card in touchpoints[phase.id]],
                amount.touchpoints,
                happens,
                content,
            ),
            _listed(
                [_note(card, hurts, amount.pain_lines, content) for card in pains[phase.id]],
                amount.pains,
                hurts,
                content,
            ),
            _listed(
                [_note(card, helps, amount.chance_lines, content) for card in helping[phase.id]],
                amount.chances,
                helps,
                content,
            ),
        )
        for phase, (happens, hurts, helps) in zip(content.phases, widths, strict=True)
    ]


def _by_phase(content: Content, cards: Iterable[Card]) -> defaultdict[str, list[Card]]:
    found: defaultdict[str, list[Card]] = defaultdict(list)
    for card in cards:
        found[content.steps[card.step].phase].append(card)
    return found


def _most_votes_first(note: Card) -> int:
    return -note.votes


def _listed(items: Sequence[Piece], most: int, width: float, content: Content) -> tuple[Piece, ...]:
    """The first items, and how many more there are."""
    rest = len(items) - most
    if rest <= 0:
        return tuple(items)
    said = content.words.tn("and {n} more", "and {n} more", rest)
    return (*items[:most], *paragraph(said, META, width, content.words.language, indent=_INDENT))


def _touchpoint(card: Card, width: float, lines: int, content: Content) -> Piece:
    """A touchpoint beside a disc in the colour of its emotion, or a star."""
    value = felt(card) if isinstance(card, Touchpoint) else None
    is_moment = isinstance(card, Touchpoint) and card.moment_of_truth
    sign: Primitive = circle(3.0, 5.0, 2.6, stroke="rule.strong")
    if is_moment:
        sign = icon("star-fill", -1.0, 1.0, 8.0, "star")
    elif value is not None:
        sign = circle(3.0, 5.0, 2.8, fill=tone(value))
    return _beside(sign, named(card), width, lines, content)


def _note(card: Card, width: float, lines: int, content: Content) -> Piece:
    """A note beside the edge of its kind."""
    edge = f"edge.{note_style(card.kind)}" if isinstance(card, Note) else "rule"
    said = _text(named(card), width, lines, content)
    return _listed_as_one(Rect(1.0, 0, 2.0, height_of(said), fill=edge), said)


def _beside(sign: Primitive, text: str, width: float, lines: int, content: Content) -> Piece:
    return _listed_as_one(sign, _text(text, width, lines, content))


def _listed_as_one(sign: Primitive, said: tuple[Piece, ...]) -> Piece:
    """Lines beside a sign, as an item of a list."""
    return Piece(height_of(said) + _BETWEEN, (sign, *stacked(item(said), 0, 0)))


def _text(text: str, width: float, lines: int, content: Content) -> tuple[Piece, ...]:
    return paragraph(text, _SMALL, width, content.words.language, max_lines=lines, indent=_INDENT)
