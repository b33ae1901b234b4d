"""Texts from elsewhere become cards in their cells."""

from __future__ import annotations

import pytest

from cjeditor.model import rules
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.placing import PlacedText, place_texts
from cjeditor.model.lookup import card, cell_cards
from tests.builders import MAP, small_project
from tests.model.edits.test_clipping import counting
from tests.model.refusing import refusal

BEFORE = small_project()


def cell(lane: str, *texts: str) -> list[PlacedText]:
    return [PlacedText("st_a", lane, text) for text in texts]


@pytest.mark.parametrize(("lane", "index"), [("ln_a", 1), ("ln_b", 1), ("ln_b", None)])
def test_texts_become_cards(lane: str, index: int | None) -> None:
    lines = cell(lane, "  one ", "", "two", " \t", "three")
    after, new = place_texts(BEFORE, MAP, lines, new_ids=counting(), index=index)
    found = cell_cards(after.maps[0], "st_a", lane)
    texts = [card.title if hasattr(card, "title") else card.text for card in found if card.id in new]
    assert texts == ["one", "two", "three"]
    assert [card.id for card in found].index(new[0]) == (2 if index is None else index)
    assert rules.problems(after) == []


def test_they_need_lanes_that_hold_cards() -> None:
    problem = refusal(place_texts, BEFORE, MAP, cell("ln_e", "x"), new_ids=counting())
    assert (problem.code, problem.params) == ("wrong-lane", {"number": 9, "lane": "Line of visibility"})
    assert place_texts(BEFORE, MAP, cell("ln_a", "", " "), new_ids=counting()) == (BEFORE, ())


def test_an_id_is_not_used_twice() -> None:
    lines = refusal(place_texts, BEFORE, MAP, cell("ln_a", "a", "b"), new_ids="{}_x".format)
    assert (lines.code, lines.where) == ("id-taken", ("tp_x",))


def test_of_a_touchpoint_the_first_line_is_the_title() -> None:
    texts = [PlacedText("st_c", "ln_a", "Calls\nthe bank\ntwice"), PlacedText("st_c", "ln_b", "Wants\npeace")]
    after, (touchpoint, note) = place_texts(BEFORE, MAP, texts, new_ids=counting())
    made, other = card(after.maps[0], touchpoint), card(after.maps[0], note)
    assert isinstance(made, Touchpoint)
    assert isinstance(other, Note)
    assert (made.title, made.description, other.text) == ("Calls", "the bank\ntwice", "Wants\npeace")
