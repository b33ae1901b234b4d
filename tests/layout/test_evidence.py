"""Every card shows by a shape how well it is backed, never by colour alone."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from cjeditor import texts
from cjeditor.layout.looks import Shared, look_of
from cjeditor.layout.primitives import Path, Primitive, Rect, Text
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.fields import Evidence, NoteKind
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

WORDS = texts.of("de")
SHARED = Shared.of(Project(), {}, {})
TEXT = "Grundschuldbestellungsurkunde beim Notar unterschreiben und wieder mitnehmen"
CARDS: tuple[Card, ...] = (
    Touchpoint(id="tp_a", number=1234, step="st_a", lane="ln_a", rank="a0", title=TEXT),
    *(
        Note(id="nt_a", number=number, step="st_a", lane="ln_b", rank="a0", kind=kind, text=said, actual=12.5, unit="%")
        for kind in get_args(NoteKind)
        for number in (1, 1234)
        for said in ("", "Kurz", TEXT)
    ),
)


def name(card: Card) -> str:
    said = "touchpoint" if isinstance(card, Touchpoint) else f"{card.kind}-{len(card.text)}"
    return f"{said}-{card.number}"


def drawn(card: Card, evidence: Evidence) -> tuple[Primitive, ...]:
    return look_of(replace(card, evidence=evidence), SHARED, 182.0, WORDS).primitives


def ring(shapes: tuple[Primitive, ...]) -> Rect:
    """The one small circle of a card."""
    (found,) = [one for one in shapes if isinstance(one, Rect) and one.width == one.height == 2 * one.radius < 12]
    return found


def mark(shapes: tuple[Primitive, ...]) -> tuple[object, ...]:
    """The mark of evidence without its colours: what is left is seen by everybody."""
    circle = ring(shapes)
    middle = circle.x + circle.radius
    slices = [one.segments for one in shapes if isinstance(one, Path) and getattr(one.segments[0], "x", 0) == middle]
    return bool(circle.fill), bool(circle.stroke), slices


@pytest.mark.parametrize("card", CARDS, ids=name)
def test_each_degree_of_evidence_is_another_shape(card: Card) -> None:
    for one, other in combinations(get_args(Evidence), 2):
        assert mark(drawn(card, one)) != mark(drawn(card, other)), (one, other)


@pytest.mark.parametrize("card", CARDS, ids=name)
def test_the_mark_lies_on_the_card_and_on_no_text(card: Card) -> None:
    look = look_of(card, SHARED, 182.0, WORDS)
    circle = ring(look.primitives)
    right, bottom = circle.x + circle.width, circle.y + circle.height
    assert 0 < circle.x < right < look.width
    assert 0 < circle.y < bottom < look.height
    for shape in look.primitives:
        if isinstance(shape, Text):
            beside = shape.x + shape.width <= circle.x or shape.x >= right
            above = shape.y <= circle.y or shape.y - 0.72 * shape.size >= bottom
            assert beside or above, shape.text
