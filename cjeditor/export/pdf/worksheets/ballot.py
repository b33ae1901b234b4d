"""The ballot: the cards that can be voted for by their numbers, with a ring for each dot, a slip for each voter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from cjeditor.analysis.voting import open_round, title_of, votable
from cjeditor.catalogue.voting_words import kind_name, question_of, rules_of
from cjeditor.export.content import Content
from cjeditor.export.options import MOST_PARTICIPANTS
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.card import Card, faces
from cjeditor.export.pdf.worksheets.imposing import A5, A6, Imposition, imposition
from cjeditor.export.pdf.worksheets.names import participants
from cjeditor.export.pdf.worksheets.surface import Surface
from cjeditor.export.typeset import META, Piece, Style, height_of, paragraph, right_line_of, space, stacked
from cjeditor.layout.primitives import Line, Primitive, circle, moved
from cjeditor.model import cards as model
from cjeditor.model.lookup import ordered
from cjeditor.model.project import AgendaStep
from cjeditor.model.voting import CardKind, VotingRound, kind_of
from cjeditor.texts import Texts

_TITLE: Final = Style("regular", 9.0, 12.0)
_NUMBERED: Final = Style("semibold", 9.0, 12.0)
_ROW = 17.0
_PADDING = 2.0
_RING = 5.0
_RINGS = 13.0
_MOST_RINGS = 5
_COLUMN = 240.0
_GAP = 16.0
_NUMBER = 26.0
_HEAD = 110.0
"""Points of a slip for all but the cards, at most."""
_FEWEST_LINES = 3
_DOTS = 3
_BLANK_ROWS = 10
_FEWEST = 2
"""Of fewer cards nobody chooses."""
_WEIGHED: Final[tuple[CardKind, ...]] = ("pain_point", "opportunity")
"""What people weigh against each other where nobody said what they vote on."""
_NEVER: Final = ("metric", "image")


class Ask(NamedTuple):
    """What is voted on: a question, how, which cards, how many dots on one at most, and by how many people."""

    question: str
    rules: str
    cards: tuple[model.Card, ...]
    rings: int
    voters: int


def ballots(surface: Surface, content: Content, count: int | None = None) -> list[Sheet]:
    """Slips for all who vote, as small as the list of cards allows: A6, A5, or a page, and a longer one on several.

    Args:
        surface: the paper.
        content: what is voted on.
        count: of those who vote; where None as many as the round has, else as are named.
    """
    ask = asked(content)
    paper, drawn = _smallest(surface.at_hand, content, ask)
    if paper.places == 1:
        # A long list fills pages of its own: printing them often is the printer's business.
        return paper.sheets(drawn, content.words.t("Ballots"))
    voters = min(count or ask.voters or 1, MOST_PARTICIPANTS)
    return paper.sheets(drawn * (-(-voters // paper.places) * paper.places), content.words.t("Ballots"))


def asked(content: Content) -> Ask:
    """The round that is open, else the last one; without any, what the agenda asks, or what hurts most."""
    journey, words = content.journey, content.words
    voters = len(participants(content))
    rounds = ordered(journey.rounds)
    chosen = open_round(journey) or (rounds[-1] if rounds else None)
    if chosen is None:
        return _planned(content, voters)
    cards, about = _of_round(chosen, content)
    rules = rules_of(chosen, journey, words, about)
    return Ask(question_of(chosen, words), rules, _by_number(cards), _rings(chosen), chosen.voters or voters)


def _of_round(one: VotingRound, content: Content) -> tuple[Sequence[model.Card], str]:
    """The cards of a round and their name; of one about all cards of the map only those that people weigh."""
    every = votable(content.journey, one)
    if one.kind is None and one.lane is None:
        weighed = _of_kinds(every, _WEIGHED)
        if len(weighed) >= _FEWEST:
            there = [kind for kind in _WEIGHED if any(kind_of(card) == kind for card in weighed)]
            return weighed, _named(there, content.words)
    return every, kind_name(one.kind, content.words)


def _planned(content: Content, voters: int) -> Ask:
    """What the agenda's step of voting asks about; where it names no lanes, pain points, else touchpoints."""
    words = content.words
    step = _step(content)
    here = _there(content, step)
    some: Sequence[model.Card]
    if len(here) < _FEWEST:  # the step is about another map
        step, here = None, _there(content, None)
    pains = _of_kinds(here, ("pain_point",))
    if step is not None and step.lanes and len(here) >= _FEWEST:
        some, question = here, words.t("What matters most?")
    elif len(pains) >= _FEWEST:
        some, question = pains, words.t("Which pain points hurt most?")
    else:
        some = _of_kinds(here, ("touchpoint",)) or content.touchpoints()
        question = words.t("Which moments decide?")
    said = " ".join(step.question.split()) if step is not None else ""
    dots = words.tn("{n} dot each", "{n} dots each", _DOTS)
    return Ask(said or question, dots, _by_number(some), _DOTS, voters)


def _step(content: Content) -> AgendaStep | None:
    """The step in which people vote next; the last where all of them are over."""
    steps = [step for step in ordered(content.project.agenda) if step.kind == "vote"]
    return next((step for step in steps if not step.ended), steps[-1] if steps else None)


def _there(content: Content, step: AgendaStep | None) -> list[model.Card]:
    """The cards in the places that the step names; all where it names none."""
    phase = step.phase if step is not None else None
    lanes = step.lanes if step is not None else ()
    every: tuple[model.Card, ...] = (*content.touchpoints(), *content.notes())
    return [
        card
        for card in every
        if kind_of(card) not in _NEVER
        and (not lanes or card.lane in lanes)
        and phase in (None, content.steps[card.step].phase)
    ]


def _of_kinds(some: Iterable[model.Card], kinds: Collection[str]) -> list[model.Card]:
    return [card for card in some if kind_of(card) in kinds]


def _named(kinds: Sequence[CardKind], words: Texts) -> str:
    return ", ".join(kind_name(kind, words) for kind in kinds)


def _by_number(cards: Iterable[model.Card]) -> tuple[model.Card, ...]:
    return tuple(sorted(cards, key=lambda card: card.number))


def _rings(one: VotingRound) -> int:
    return min(one.dots, one.most_per_card or one.dots, _MOST_RINGS)


def _smallest(surface: Surface, content: Content, ask: Ask) -> tuple[Imposition, list[list[Primitive]]]:
    """The smallest slips that hold all cards, and what stands on one."""
    drawn: list[list[Primitive]] = []
    paper = Imposition(surface, 1, 1)
    for size in (A6, A5, surface):
        paper = imposition(surface, (size[0], size[1]))
        drawn = _drawn(paper, content, ask)
        if len(drawn) == 1:
            break
    return paper, drawn


def _drawn(paper: Imposition, content: Content, ask: Ask) -> list[list[Primitive]]:
    words, room = content.words, paper.face
    body = (
        *paragraph(ask.rules, META, room.width, words.language, max_lines=2),
        space(5),
        *_rows(ask, room.width, room.height, words.language),
    )
    foot = words.t("Fill in a ring for each dot. Several on one card count.") if ask.rings > 1 else words.t(
        "Fill in a ring for each dot."
    )  # fmt: skip
    card = Card(words.t("Ballot"), " ".join(content.title.split()), ask.question, body, foot, "thumbs-up")
    return faces(card, room, words.language, words.t("continued"))


def _rows(ask: Ask, width: float, height: float, language: str) -> tuple[Piece, ...]:
    """The cards in columns, read across; a row is one piece, as high as the longest of its titles."""
    columns = max(1, int((width + _GAP) / (_COLUMN + _GAP)))
    share = (width - _GAP * (columns - 1)) / columns
    lines = max(_FEWEST_LINES, int((height - _HEAD) / _TITLE.line))
    cells = [_cell(card, ask.rings, share, language, lines) for card in ask.cards]
    cells = cells or [_empty(ask.rings, share)] * _BLANK_ROWS
    return tuple(_row(cells[begin : begin + columns], share) for begin in range(0, len(cells), columns))


def _row(cells: Sequence[Piece], share: float) -> Piece:
    height = max(cell.height for cell in cells)
    shapes: list[Primitive] = []
    for i, cell in enumerate(cells):
        shapes += moved((*cell.shapes, Line(0.0, height - 1, share, height - 1, "rule", 0.5)), i * (share + _GAP), 0.0)
    return Piece(height, tuple(shapes))


def _cell(card: model.Card, rings: int, width: float, language: str, lines: int) -> Piece:
    """A card's number and all that it says; only what is longer than a slip is cut."""
    room = width - _NUMBER - rings * _RINGS - 6
    title = paragraph(title_of(card) or "–", _TITLE, room, language, max_lines=lines)
    shapes = (
        right_line_of(str(card.number), _NUMBERED, _NUMBER - 7, _PADDING),
        *stacked(title, _NUMBER, _PADDING),
        *_circles(rings, width),
    )
    return Piece(max(_ROW, height_of(title) + 2 * _PADDING + 1), shapes)


def _empty(rings: int, width: float) -> Piece:
    return Piece(_ROW, _circles(rings, width))


def _circles(rings: int, width: float) -> tuple[Primitive, ...]:
    left = width - rings * _RINGS
    return tuple(
        circle(left + (i + 0.5) * _RINGS, _ROW / 2 - 1, _RING, stroke="text", stroke_width=0.8) for i in range(rings)
    )
