"""Chips are undone and made again in the field by real keys, and new names of several words are written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cjeditor.model.lookup import known
from tests.canvas.capture.test_capture import chips, listed, made, text
from tests.canvas.hands import CTRL, SHIFT, Hands


@pytest.fixture
def cell(hands: Hands) -> Hands:
    """Return hands whose focus is in an empty cell for touchpoints."""
    hands.click(hands.in_cell("st_c", "ln_a"))
    return hands


def test_undo_in_the_field_turns_the_chip_into_text_and_redo_makes_it_again(cell: Hands) -> None:
    cell.type("Asks @Web +2 ")
    assert chips(cell) == ["Channel Web", "Emotion +2"]
    cell.key(Qt.Key.Key_Z, CTRL)
    assert (text(cell), chips(cell)) == ("Asks +2", ["Channel Web"])
    assert made(cell).emotion is None
    cell.key(Qt.Key.Key_Y, CTRL)
    assert (text(cell), chips(cell)) == ("Asks ", ["Channel Web", "Emotion +2"])
    assert made(cell).emotion == 2
    cell.key(Qt.Key.Key_Z, CTRL)
    cell.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert chips(cell) == ["Channel Web", "Emotion +2"]
    cell.key(Qt.Key.Key_Escape)
    assert (made(cell).title, made(cell).channel, made(cell).emotion) == ("Asks", "ch_b", 2)


def test_undo_takes_the_letters_typed_behind_the_chip_first(cell: Hands) -> None:
    cell.type("Asks @We")
    cell.key(Qt.Key.Key_Tab)  # chosen from the list: it stays, whatever follows
    cell.type("x")
    cell.key(Qt.Key.Key_Z, CTRL)
    assert (text(cell), chips(cell)) == ("Asks ", ["Channel Web"])
    cell.key(Qt.Key.Key_Z, CTRL)
    assert (text(cell), chips(cell)) == ("Asks @We", [])
    assert made(cell).channel is None


def test_a_chip_that_was_undone_is_not_made_again_of_another_text(cell: Hands) -> None:
    cell.type("Asks +2 ")
    cell.key(Qt.Key.Key_Z, CTRL)
    cell.type("00")
    cell.key(Qt.Key.Key_Y, CTRL)
    assert (text(cell), chips(cell)) == ("Asks +200", [])


@pytest.mark.parametrize("typed", ['@"Call centre" ', "@«Call  centre» ", '@"web" '])
def test_a_new_name_of_several_words_stands_in_quotation_marks(cell: Hands, typed: str) -> None:
    cell.type(f"Asks {typed}")
    cell.key(Qt.Key.Key_Escape)
    channel = made(cell).channel
    assert channel is not None
    assert known(cell.document.project.channels, channel).name == ("Web" if "web" in typed else "Call centre")
    assert made(cell).title == "Asks"


def test_the_list_offers_the_quoted_name_as_new_and_tab_takes_it(cell: Hands) -> None:
    cell.type('Asks @"Call cen')
    assert any("Call cen" in row for row in listed(cell))
    cell.type("tre")
    cell.key(Qt.Key.Key_Tab)
    assert chips(cell) == ["Channel Call centre"]
    cell.key(Qt.Key.Key_Z, CTRL)
    assert (text(cell), chips(cell)) == ('Asks @"Call centre', [])
    assert all(each.name != "Call centre" for each in cell.document.project.channels)
