"""The ballot: the cards that can be voted for by their numbers, with a ring for each dot, a slip for each voter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cjeditor.analysis.voting import open_round, title_of, votable
from cjeditor.catalogue.voting_words import question_of, rules_of
from cjeditor.export.content import Content
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.card import Card, faces
from cjeditor.export.pdf.worksheets.imposing import A5, A6, Imposition, imposition
from cjeditor.export.pdf.worksheets.names import participants
from cjeditor.export.pdf.worksheets.surface import Surface
from cjeditor.export.typeset import META, META_STRONG, Piece, line_of, paragraph, right_line_of, space
from cjeditor.layout.breaking import elide
from cjeditor.layout.primitives import Line, Primitive, circle, moved
from cjeditor.model import cards as model
from cjeditor.model.lookup import ordered
from cjeditor.model.voting import VotingRound

_ROW = 15.0
_RING = 5.0
_RINGS = 13.0
_MOST_RINGS = 5
_COLUMN = 172.0
_GAP = 14.0
_NUMBER = 22.0
_DOTS = 3
_BLANK_ROWS = 10
_MOST_SHEETS = 25
_FEWEST_PAINS = 2


class Ask(NamedTuple):
    """What is voted on: a question, how, which cards, how many dots on one at most, and by how many people."""

    question: str
    rules: str
    cards: tuple[model.Card, ...]
    rings: int
    voters: int


def ballots(surface: Surface, content: Content) -> list[Sheet]:
    """Slips for all who vote, as small as the list of cards allows: A6, A5, or a page, and a longer one on several."""
    ask = asked(content)
    paper, drawn = _smallest(surface.at_hand, content, ask)
    if paper.places == 1:
        # A long list fills pages of its own: printing them often is the printer's business.
        return paper.sheets(drawn, content.words.t("Ballots"))
    sheets = -(-max(1, ask.voters) // paper.places)
    return paper.sheets(drawn * (min(sheets, _MOST_SHEETS) * paper.places), content.words.t("Ballots"))


def asked(content: Content) -> Ask:
    """The round that is open, else the last one; without any, what hurts most, else the moments of truth."""
    journey, words = content.journey, content.words
    voters = len(participants(content))
    rounds = ordered(journey.rounds)
    chosen = open_round(journey) or (rounds[-1] if rounds else None)
    if chosen is not None:
        cards = _by_number(votable(journey, chosen))
        return Ask(
            question_of(chosen, words), rules_of(chosen, journey, words), cards, _rings(chosen), chosen.voters or voters
        )
    pains = [note for note in content.notes() if note.kind == "pain_point"]
    dots = words.tn("{n} dot each", "{n} dots each", _DOTS)
    if len(pains) >= _FEWEST_PAINS:
        return Ask(words.t("Which pain points hurt most?"), dots, _by_number(pains), _DOTS, voters)
    return Ask(words.t("Which moments decide?"), dots, _by_number(content.touchpoints()), _DOTS, voters)


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
        *_rows(ask, room.width, room.height),
    )
    foot = words.t("Fill in a ring for each dot. Several on one card count.") if ask.rings > 1 else words.t(
        "Fill in a ring for each dot."
    )  # fmt: skip
    card = Card(words.t("Ballot"), " ".join(content.title.split()), ask.question, body, foot, "thumbs-up")
    return faces(card, room, words.language, words.t("continued"))


def _rows(ask: Ask, width: float, height: float) -> tuple[Piece, ...]:
    """The cards in columns, read down; a row of all columns is one piece."""
    columns = max(1, int((width + _GAP) / (_COLUMN + _GAP)))
    share = (width - _GAP * (columns - 1)) / columns
    cells = [_cell(card, ask.rings, share) for card in ask.cards] or [_empty(ask.rings, share)] * _BLANK_ROWS
    # A page holds so many rows: the columns of each are as long as they need to be, and no longer.
    most = max(1, int((height - 90) / _ROW))
    pieces: list[Piece] = []
    for begin in range(0, len(cells), most * columns):
        some = cells[begin : begin + most * columns]
        rows = -(-len(some) // columns)
        pieces += [_row(some[row::rows], share) for row in range(rows)]
    return tuple(pieces)


def _row(cells: Sequence[tuple[Primitive, ...]], share: float) -> Piece:
    shapes: list[Primitive] = []
    for i, cell in enumerate(cells):
        shapes += moved(cell, i * (share + _GAP), 0.0)
    return Piece(_ROW, tuple(shapes))


def _cell(card: model.Card, rings: int, width: float) -> tuple[Primitive, ...]:
    """A card's number and what it says, as much as there is room for."""
    y = (_ROW - META.line) / 2 - 1
    room = width - _NUMBER - rings * _RINGS - 6
    return (
        right_line_of(str(card.number), META_STRONG, _NUMBER - 6, y),
        line_of(elide(title_of(card) or "–", META.face, META.size, room), META, _NUMBER, y),
        *_circles(rings, width),
        _rule(width),
    )


def _empty(rings: int, width: float) -> tuple[Primitive, ...]:
    return (*_circles(rings, width), _rule(width))


def _circles(rings: int, width: float) -> tuple[Primitive, ...]:
    left = width - rings * _RINGS
    return tuple(
        circle(left + (i + 0.5) * _RINGS, _ROW / 2 - 1, _RING, stroke="text", stroke_width=0.8) for i in range(rings)
    )


def _rule(width: float) -> Line:
    return Line(0.0, _ROW - 1, width, _ROW - 1, "rule", 0.5)
