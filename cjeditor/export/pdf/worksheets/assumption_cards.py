"""Assumption cards: what is believed, when it would be wrong, and how it is tested; a worked example comes first."""

from __future__ import annotations

from typing import Final

from cjeditor.analysis.evidence import claims_something
from cjeditor.analysis.voting import title_of
from cjeditor.export.content import Content
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.card import QUESTION, TEXT, Card, faces
from cjeditor.export.pdf.worksheets.imposing import A6, imposition
from cjeditor.export.pdf.worksheets.surface import Surface
from cjeditor.export.pdf.writing import RULING, ruled
from cjeditor.export.typeset import META, META_STRONG, Piece, line_of, paragraph, space
from cjeditor.layout.breaking import elide
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, circle
from cjeditor.model import cards as model
from cjeditor.model.lookup import in_journey_order
from cjeditor.model.voting import kind_of
from cjeditor.texts import N_, Texts

_MOST = 15
"""Cards of the map on cards of paper: nobody tests more in a round."""
_FEWEST_BLANK = 3
_GRADES = 5
_ROW = 17.0
_LONGEST = 140
_BELIEFS: Final = ("quote", "thought", "need", "insight", "pain_point")
"""What says how customers are or what they do, so that it goes on after “We believe that …”."""
_EXAMPLE: Final = (
    N_("People compare at least three offers before they ask us."),
    N_("fewer than half of those asked did so"),
    N_("five short interviews this week"),
    N_("Anna, until Friday"),
)


def assumption_cards(surface: Surface, content: Content) -> list[Sheet]:
    """Cards of A6: an example, one for each weighty assumption of the map, and blank ones to fill the last sheet."""
    paper = imposition(surface.at_hand, A6)
    words, width = content.words, paper.face.width
    made = [_card(content, _example(width, words), words.t("Example")), *_of_map(content, width)]
    blank = _card(content, _blank("", "", width, words), "")
    missing = -(len(made) + _FEWEST_BLANK) % paper.places + _FEWEST_BLANK
    drawn = [
        face
        for card in [*made, *[blank] * missing]
        for face in faces(card, paper.face, words.language, words.t("continued"))
    ]
    return paper.sheets(drawn, words.t("Assumption cards"))


def _of_map(content: Content, width: float) -> list[Card]:
    """A card for each assumption that claims something, the weightiest first, in the order of the journey."""
    journey = content.journey
    assumed = [
        card
        for card in in_journey_order(journey, (*journey.touchpoints, *journey.notes))
        if card.evidence == "assumption" and claims_something(card) and title_of(card).strip()
    ]
    chosen = {card.id for card in sorted(assumed, key=_weight)[:_MOST]}
    return [
        _card(
            content,
            _blank(_short(title_of(card)), _short(card.test_idea), width, content.words),
            content.words.t("Card {number}", number=card.number),
            _lead(card, content),
        )
        for card in assumed
        if card.id in chosen
    ]


def _weight(card: model.Card) -> int:
    return -card.weight if isinstance(card, model.Touchpoint) else -(card.severity or 0)


def _short(text: str) -> str:
    """A text on one line that leaves room on its card."""
    one = " ".join(text.split())
    return one if len(one) <= _LONGEST else f"{one[:_LONGEST].rstrip()}…"


def _lead(card: model.Card, content: Content) -> str:
    """What stands before the text of a card: what it is, where it is nothing that people believe of customers."""
    kind = kind_of(card)
    return "" if kind == "touchpoint" or kind in _BELIEFS else content.kind_name(kind)


def _card(content: Content, body: tuple[Piece, ...], right: str, title: str = "") -> Card:
    words = content.words
    lead = title or words.t("We believe that …")
    return Card(words.t("Assumption"), right, lead, body, " ".join(content.title.split()), "flask")


def _blank(belief: str, test: str, width: float, words: Texts) -> tuple[Piece, ...]:
    return (
        *(paragraph(belief, QUESTION, width, words.language, max_lines=3) or ruled(width, 2)),
        space(6),
        _asked(words.t("We would be wrong if"), "", width),
        *ruled(width, 1),
        space(5),
        *_tested(test, width, words),
        space(5),
        _asked(words.t("Who, until when"), "", width),
        space(4),
        *_risk(width, words, 0),
    )


def _tested(test: str, width: float, words: Texts) -> tuple[Piece, ...]:
    named = _asked(words.t("So we test it"), "", width)
    if not test:
        return (named, *ruled(width, 1))
    label = line_of(words.t("So we test it"), META_STRONG, 0, 0)
    return (
        Piece(META.line, (label,)),
        *paragraph(test, TEXT, width, words.language, max_lines=2),
    )


def _example(width: float, words: Texts) -> tuple[Piece, ...]:
    belief, wrong, test, who = map(words.t, _EXAMPLE)
    language = words.language
    return (
        *paragraph(belief, QUESTION, width, language),
        space(6),
        *paragraph(words.t("We would be wrong if"), META_STRONG, width, language),
        *paragraph(wrong, TEXT, width, language, max_lines=2),
        space(5),
        *paragraph(words.t("So we test it"), META_STRONG, width, language),
        *paragraph(test, TEXT, width, language, max_lines=2),
        space(5),
        *paragraph(words.t("Who, until when"), META_STRONG, width, language),
        *paragraph(who, TEXT, width, language, max_lines=2),
        space(6),
        *_risk(width, words, 4),
    )


def _asked(label: str, _value: str, width: float) -> Piece:
    """A small label and a line to write on behind it."""
    said = line_of(elide(label, META_STRONG.face, META_STRONG.size, width * 0.6), META_STRONG, 0, RULING - META.line)
    return Piece(RULING, (said, Line(said.width + 5, RULING - 0.5, width, RULING - 0.5, "rule.strong", 0.5)))


def _risk(width: float, words: Texts, marked: int) -> tuple[Piece, ...]:
    """Five circles for what it costs to be wrong, from little to a lot."""
    label = words.t("If we are wrong, it costs us")
    little, much = words.t("little"), words.t("a lot")
    used = sum(text_width(text, META.face, META.size) for text in (little, much))
    said = elide(label, META_STRONG.face, META_STRONG.size, width - used - _GRADES * _ROW - 20)
    first = line_of(said, META_STRONG, 0, (_ROW - META.line) / 2)
    x = first.width + 8
    low = line_of(little, META, x, (_ROW - META.line) / 2)
    x += low.width + 6
    rings = tuple(
        circle(
            x + 5 + i * _ROW, _ROW / 2, 5, stroke="text", stroke_width=0.8, fill="primary" if i + 1 == marked else ""
        )
        for i in range(_GRADES)
    )
    high = line_of(much, META, x + _GRADES * _ROW - 1, (_ROW - META.line) / 2)
    return (Piece(_ROW, (first, low, *rings, high)),)
