"""Marks while a card is written, by real keys: they become chips, and Backspace turns them into text again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.capture.chip_row import ChipRow
from cjeditor.canvas.capture.completion import Completion
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.lookup import known
from tests.builders import MAP
from tests.canvas.hands import LEFT, NONE, SHIFT, Hands
from tests.canvas.test_writing import new_cards


@pytest.fixture
def cell(hands: Hands) -> Hands:
    """Return hands whose focus is in an empty cell for touchpoints."""
    hands.click(hands.in_cell("st_c", "ln_a"))
    return hands


def made(hands: Hands) -> Touchpoint:
    (card,) = new_cards(hands)
    assert isinstance(card, Touchpoint)
    return card


def listed(hands: Hands) -> list[str]:
    names = completion(hands)
    return [names.item(row).text() for row in range(names.count())] if names.isVisible() else []


def completion(hands: Hands) -> Completion:
    return hands.canvas.findChild(Completion, "completion")


def chips(hands: Hands) -> list[str]:
    row = hands.canvas.findChild(ChipRow, "capture_chips")
    assert isinstance(row, ChipRow)
    return [f"{chip.meaning} {chip.text}".rstrip() for chip in row.chips] if row.isVisible() else []


def text(hands: Hands) -> str:
    return hands.canvas._editor.toPlainText()


def test_marks_at_the_end_become_fields_of_the_card(cell: Hands) -> None:
    cell.type("Asks @Web +2 * ! #new %Mia ")
    assert text(cell) == "Asks "
    assert chips(cell) == ["Channel Web", "Emotion +2", "Moment of truth", "Drop-off point", "Tag new", "Persona Mia"]
    cell.key(Qt.Key.Key_Escape)
    card = made(cell)
    assert (card.title, card.channel, card.emotion, card.moment_of_truth) == ("Asks", "ch_b", 2, True)
    assert (len(card.drop_off_points), card.tags, card.persona) == (1, ("new",), "ps_a")
    assert chips(cell) == []


def test_all_of_it_is_one_step(cell: Hands) -> None:
    before = cell.document.project
    cell.type("Asks @Kiosk")
    cell.key(Qt.Key.Key_Tab)
    cell.type("-1")
    cell.key(Qt.Key.Key_Escape)
    channel = made(cell).channel
    assert channel is not None
    assert known(cell.document.project.channels, channel).name == "Kiosk"
    assert made(cell).emotion == -1
    assert cell.document.undo_stack.count() == 1
    cell.document.undo_stack.undo()
    assert cell.document.project == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_a_mark_that_waits_counts_when_the_line_ends(cell: Hands, key: Qt.Key) -> None:
    cell.type("Asks -2")
    assert made(cell).title == "Asks -2"
    cell.key(key)
    assert (made(cell).title, made(cell).emotion) == ("Asks", -2)


def test_a_mark_counts_when_somebody_clicks_elsewhere(cell: Hands) -> None:
    cell.type("Asks @web")
    cell.click(cell.middle("tp_d"))
    assert (made(cell).title, made(cell).channel) == ("Asks", "ch_b")


def test_a_name_that_nobody_knows_takes_no_chip_along(cell: Hands) -> None:
    cell.type("Asks +2 @nobody")
    cell.click(cell.middle("tp_d"))
    assert (made(cell).title, made(cell).emotion, made(cell).channel) == ("Asks @nobody", 2, None)


def test_the_card_shows_it_at_once(cell: Hands) -> None:
    cell.type("Asks +2 ")
    assert made(cell).emotion == 2
    assert chips(cell) == ["Emotion +2"]


def test_words_behind_a_mark_make_it_text_again(cell: Hands) -> None:
    cell.type("Waits +2 * ")
    assert made(cell).emotion == 2
    cell.type("d")
    assert text(cell) == "Waits +2 * d"
    assert (made(cell).emotion, made(cell).moment_of_truth) == (None, False)
    cell.type("ays")
    cell.key(Qt.Key.Key_Escape)
    assert made(cell).title == "Waits +2 * days"
    assert cell.document.undo_stack.count() == 1


def test_backspace_turns_the_last_chip_into_text(cell: Hands) -> None:
    cell.type("Waits +2 * ")
    cell.key(Qt.Key.Key_Backspace)
    assert text(cell) == "Waits *"
    assert (made(cell).emotion, made(cell).moment_of_truth) == (2, False)
    assert chips(cell) == ["Emotion +2"]
    cell.key(Qt.Key.Key_Escape)
    assert (made(cell).title, made(cell).emotion, made(cell).moment_of_truth) == ("Waits *", 2, False)


def test_one_chip_after_the_other_goes_back(cell: Hands) -> None:
    cell.type("Waits +2 * ")
    for _ in range(3):
        cell.key(Qt.Key.Key_Backspace)  # the star as text, its letter, then the other chip
    assert text(cell) == "Waits +2"
    assert made(cell).emotion is None
    cell.key(Qt.Key.Key_Backspace)
    cell.type("1 ")
    assert (text(cell), made(cell).emotion) == ("Waits ", 1)


def test_backspace_gives_back_what_the_field_was(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    hands.type(" +2 @Shop ")
    card = hands.card("tp_c")
    assert isinstance(card, Touchpoint)
    assert (card.emotion, card.channel) == (2, "ch_a")
    hands.key(Qt.Key.Key_Backspace)
    for _ in "@Shop":
        hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Backspace)
    card = hands.card("tp_c")
    assert isinstance(card, Touchpoint)
    assert (card.emotion, card.channel) == (-2, "ch_b")
    for _ in " +2":
        hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Escape)
    assert hands.document.undo_stack.count() == 0


def test_a_channel_made_by_a_chip_goes_with_it(cell: Hands) -> None:
    before = cell.document.project.channels
    cell.type("Asks @Kiosk")
    cell.key(Qt.Key.Key_Tab)
    assert len(cell.document.project.channels) == len(before) + 1
    cell.key(Qt.Key.Key_Backspace)
    assert text(cell) == "Asks @Kiosk"
    assert cell.document.project.channels == before
    cell.key(Qt.Key.Key_Return)
    assert made(cell).title == "Asks @Kiosk"


def test_what_a_card_says_already_stays_text(hands: Hands) -> None:
    hands.document.apply("Rename", lambda project: set_touchpoint(project, MAP, ["tp_c"], title="Floor -1"))
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Escape)
    assert hands.document.undo_stack.count() == 1
    hands.key(Qt.Key.Key_F2)
    hands.type(" +1")
    hands.key(Qt.Key.Key_Escape)
    card = hands.card("tp_c")
    assert isinstance(card, Touchpoint)
    assert (card.title, card.emotion) == ("Floor -1", 1)


def test_pasted_marks_stay_text(cell: Hands) -> None:
    cell.type("Sees ")
    data = QMimeData()
    data.setText("sign @Web +2")
    cell.canvas._editor.insertFromMimeData(data)
    cell.key(Qt.Key.Key_Escape)
    assert (made(cell).title, made(cell).emotion, made(cell).channel) == ("Sees sign @Web +2", None, None)


def test_chips_without_a_word_are_text(cell: Hands) -> None:
    cell.type("+2 * ")
    assert new_cards(cell) == []
    assert chips(cell) == ["Emotion +2", "Moment of truth"]
    cell.key(Qt.Key.Key_Escape)
    assert (made(cell).title, made(cell).emotion, made(cell).moment_of_truth) == ("+2 *", None, False)


def test_a_mark_chosen_first_waits_for_the_card(cell: Hands) -> None:
    cell.type("@we")
    cell.key(Qt.Key.Key_Return)
    cell.type("Asks")
    cell.key(Qt.Key.Key_Escape)
    assert (made(cell).title, made(cell).channel) == ("Asks", "ch_b")
    assert cell.document.undo_stack.count() == 1


def test_a_line_that_is_ended_keeps_its_marks(cell: Hands) -> None:
    cell.type("Asks +2")
    cell.key(Qt.Key.Key_Return, SHIFT)
    cell.type("twice")
    cell.key(Qt.Key.Key_Escape)
    assert made(cell).title.split() == ["Asks", "twice"]
    assert made(cell).emotion == 2


def test_a_note_has_what_it_can_have(hands: Hands) -> None:
    hands.click(hands.in_cell("st_d", "ln_d"))
    hands.type("Ouch @Web +2 * ")
    assert listed(hands) == []
    assert text(hands) == "Ouch @Web +2 * "
    hands.type("! ! #sad ")
    assert chips(hands) == ["Severity 3", "Severity 4", "Tag sad"]
    hands.key(Qt.Key.Key_Escape)
    (card,) = new_cards(hands)
    assert isinstance(card, Note)
    assert (card.text, card.severity, card.tags) == ("Ouch @Web +2 *", 4, ("sad",))


def test_names_of_phases_know_no_marks(hands: Hands) -> None:
    hands.canvas._writer.phase("ph_a")
    hands.type("Need +2 @")
    assert listed(hands) == []
    hands.key(Qt.Key.Key_Escape)
    assert known(hands.map.phases, "ph_a").name == "Need +2 @"


# ---------------------------------------------------------------------------------------------------- the list
def test_the_list_narrows_as_one_types(cell: Hands) -> None:
    cell.type("Asks @")
    every = listed(cell)
    assert every[:2] == ["Shop", "Web"]
    assert len(every) > 10
    cell.type("we")
    assert listed(cell)[0] == "Web"
    assert listed(cell)[-1] == "New channel “we”"
    assert len(listed(cell)) < len(every)


def test_the_catalogue_is_found_in_both_languages_and_without_dots(cell: Hands) -> None:
    cell.type("Asks @telef")
    assert listed(cell)[0] == "Phone"
    cell.key(Qt.Key.Key_Tab)
    channel = made(cell).channel
    assert channel is not None
    assert known(cell.document.project.channels, channel).icon
    cell.key(Qt.Key.Key_Return)
    cell.type("Calls @telefon ")  # the project has it now, under its other name
    assert chips(cell) == ["Channel Phone"]
    assert len(cell.document.project.channels) == 3


@pytest.mark.parametrize("typed", ["Asks @we", "Asks @Kiosk", "Asks %M"])
def test_enter_takes_what_the_list_is_on_and_goes_on_to_the_next_card(cell: Hands, typed: str) -> None:
    """Who writes as fast as people talk does not look at the list: the next line must not land in this card."""
    cell.type(typed)
    cell.key(Qt.Key.Key_Return)
    cell.type("Then pays")
    cell.key(Qt.Key.Key_Escape)
    first, second = sorted(new_cards(cell), key=lambda card: card.number)
    assert isinstance(first, Touchpoint)
    assert isinstance(second, Touchpoint)
    assert (first.title, second.title) == ("Asks", "Then pays")
    assert first.channel or first.persona


def test_arrows_choose_and_enter_only_takes_it(cell: Hands) -> None:
    cell.type("Asks @")
    cell.key(Qt.Key.Key_Down)
    cell.key(Qt.Key.Key_Down)
    cell.key(Qt.Key.Key_Return)
    assert (text(cell), made(cell).channel) == ("Asks ", "ch_b")
    assert cell.canvas._editor.is_open
    assert listed(cell) == []


def test_up_goes_to_the_last_row(cell: Hands) -> None:
    cell.type("Asks @Kio")
    cell.key(Qt.Key.Key_Up)
    names = completion(cell)
    assert names.currentRow() == names.count() - 1


def test_enter_right_behind_the_sign_ends_the_card(cell: Hands) -> None:
    cell.type("Asks %")
    assert listed(cell) == ["Jo", "Mia"]
    cell.key(Qt.Key.Key_Return)
    assert made(cell).title == "Asks %"


def test_esc_closes_the_list_only(cell: Hands) -> None:
    cell.type("Asks @we")
    cell.key(Qt.Key.Key_Escape)
    assert listed(cell) == []
    assert cell.canvas._editor.is_open
    cell.type("b ")
    assert text(cell) == "Asks @web "
    cell.key(Qt.Key.Key_Escape)
    assert not cell.canvas._editor.is_open
    assert (made(cell).title.strip(), made(cell).channel) == ("Asks @web", None)


def test_the_mouse_chooses(cell: Hands) -> None:
    cell.type("Asks %")
    names = completion(cell)
    QTest.mouseClick(names.viewport(), LEFT, NONE, names.visualItemRect(names.item(1)).center())
    assert made(cell).persona == "ps_a"
    assert cell.canvas._editor.is_open
    assert cell.canvas._editor.hasFocus()
    assert text(cell) == "Asks "


def test_names_of_several_words_are_typed(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("Sells @social")
    hands.type(" me")
    assert listed(hands)[0] == "Social media"
    hands.type("dia ")
    assert text(hands) == "Sells "
    assert chips(hands) == ["Channel Social media"]


def test_tags_of_the_project_are_offered_and_new_ones_need_no_list(cell: Hands) -> None:
    cell.type("Asks #")
    assert listed(cell) == ["home", "keys"]
    cell.type("ke")
    cell.key(Qt.Key.Key_Tab)
    cell.type("#brandnew")
    assert listed(cell) == []
    cell.key(Qt.Key.Key_Return)
    assert made(cell).tags == ("keys", "brandnew")


def test_a_name_typed_in_full_needs_no_choosing(cell: Hands) -> None:
    cell.type("Asks @web")
    assert listed(cell)[0] == "Web"
    cell.key(Qt.Key.Key_Return)
    assert (made(cell).title, made(cell).channel) == ("Asks", "ch_b")
    assert text(cell) == ""
    assert cell.canvas._editor.is_open


def test_a_new_persona_comes_with_its_card(cell: Hands) -> None:
    cell.type("Asks %Zoe")
    assert listed(cell) == ["New persona “Zoe”"]
    cell.key(Qt.Key.Key_Return)
    persona = made(cell).persona
    assert persona is not None
    assert known(cell.document.project.personas, persona).name == "Zoe"


def test_the_list_stays_on_the_canvas(cell: Hands) -> None:
    cell.canvas.resize(500, 300)
    QApplication.processEvents()
    cell.type("Asks @")
    names = completion(cell)
    assert names.isVisible()
    assert cell.canvas.rect().contains(names.geometry())


def test_an_input_method_keeps_its_letters(cell: Hands) -> None:
    cell.type("Asks @")
    editor = cell.canvas._editor
    QApplication.sendEvent(editor, QInputMethodEvent("´", []))
    assert text(cell) == "Asks @"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("é")
    QApplication.sendEvent(editor, commit)
    assert text(cell) == "Asks @é"
    assert listed(cell)[-1] == "New channel “é”"


def test_moving_the_view_takes_the_list_along(cell: Hands) -> None:
    cell.type("Asks @")
    names = completion(cell)
    before = names.pos()
    cell.canvas.view.zoom_to(1.5)
    QApplication.processEvents()
    assert names.pos() != before or names.pos() == QPoint(0, 0)


@pytest.mark.parametrize("sign", ["@", "#", "%"])
def test_a_sign_that_begins_no_name_is_no_card(cell: Hands, sign: str) -> None:
    before = cell.document.project
    cell.type(sign)
    for _ in range(2):
        cell.key(Qt.Key.Key_Escape)
    assert cell.document.project == before
