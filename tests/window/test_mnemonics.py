from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.window import actions, menu_plan, mnemonics
from cjeditor.window.action_set import _letters


def test_a_letter_is_marked_at_the_start_of_a_word_before_one_within() -> None:
    assert mnemonics.marked("Save as", "a") == "Save &as"
    assert mnemonics.marked("Save", "v") == "Sa&ve"
    assert mnemonics.marked("Save", "") == "Save"


def test_an_ampersand_in_the_text_stays_one() -> None:
    assert mnemonics.marked("Tom & Jerry", "j") == "Tom && &Jerry"


def test_letters_differ_within_each_menu_though_entries_are_shared() -> None:
    letters = mnemonics.assign([["a", "b"], ["b", "c"]], {"a": "Save", "b": "Save as", "c": "Send"})
    assert letters["a"] != letters["b"]
    assert letters["b"] != letters["c"]


def test_where_letters_run_out_an_entry_has_none() -> None:
    assert sorted(mnemonics.assign([["a", "b"]], {"a": "x", "b": "x"}).values()) == ["", "x"]


def test_in_a_dialogue_all_get_a_letter_where_that_is_possible() -> None:
    texts_of_dialogue = {"one": "ab", "two": "ac", "three": "a", "four": "bd"}
    letters = mnemonics.assign_all(texts_of_dialogue)
    assert letters["three"] == "a"
    assert sorted(letters.values()) == ["a", "b", "c", "d"]
    assert all(letter in texts_of_dialogue[key] for key, letter in letters.items())
    assert sorted(mnemonics.assign_all({"x": "&", "y": "y", "z": "y"}).values()) == ["", "", "y"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_menu_entry_has_a_letter_of_its_own(language: str) -> None:
    letters = _letters(texts.of(language))
    for menu in menu_plan.every_menu():
        entries = [entry.id if isinstance(entry, menu_plan.Menu) else entry for entry in menu.entries]
        used = [letters[entry] for entry in entries if entry != menu_plan.LINE]
        assert "" not in used, menu.id
        assert len(used) == len(set(used)), menu.id
    bar = [letters[menu.id] for menu in menu_plan.MENU_BAR]
    assert len(bar) == len(set(bar))
    assert {row.id for row in actions.ROWS} >= set(letters) - {menu.id for menu in menu_plan.every_menu()}
