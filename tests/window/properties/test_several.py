"""One field of several cards that differ: what is wanted is done, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits import cards, maps
from cjeditor.model.fields import Span
from cjeditor.window.main_window import MainWindow
from cjeditor.window.properties.choice_fields import ChoiceField, SegmentField
from cjeditor.window.properties.flags_fields import FlagsField
from cjeditor.window.properties.number_fields import SpanField
from cjeditor.window.properties.other_fields import ColourField, EmotionWordsField
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.text_fields import TextField
from tests.builders import MAP

Choose = Callable[..., None]
Write = Callable[[str, str], QWidget]
Touch = Callable[[str], Touchpoint]


def give(small: MainWindow, card_id: str, **fields: object) -> None:
    small.room.document.apply("x", lambda project: cards.set_touchpoint(project, MAP, [card_id], **fields))


def test_a_realm_is_marked_for_all_and_the_others_stay(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Touch, qtbot: QtBot
) -> None:
    give(small, "tp_a", realms=("entertainment", "education"))
    give(small, "tp_b", realms=("education",))
    choose("cards", "tp_a", "tp_b")
    field = pane.field("realms")
    assert isinstance(field, FlagsField)
    boxes = {option.value: box for option, box in zip(field._options, field.boxes, strict=True)}
    marks = {value: box.checkState() for value, box in boxes.items()}
    assert marks["entertainment"] == Qt.CheckState.PartiallyChecked
    assert marks["education"] == Qt.CheckState.Checked
    assert {marks[one] for one in marks if one not in ("entertainment", "education")} == {Qt.CheckState.Unchecked}
    boxes["escapist"].click()
    QApplication.processEvents()
    assert boxes["entertainment"].checkState() == Qt.CheckState.PartiallyChecked
    assert [{*touchpoint(one).realms} for one in ("tp_a", "tp_b")] == [
        {"entertainment", "education", "escapist"},
        {"education", "escapist"},
    ]
    boxes["entertainment"].click()
    QApplication.processEvents()
    assert boxes["entertainment"].checkState() == Qt.CheckState.Checked
    assert "entertainment" in touchpoint("tp_b").realms
    boxes["education"].click()
    QApplication.processEvents()
    assert boxes["education"].checkState() == Qt.CheckState.Unchecked
    assert {*touchpoint("tp_b").realms} == {"entertainment", "escapist"}


def test_a_unit_alone_goes_to_those_that_have_an_amount(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Touch, qtbot: QtBot
) -> None:
    give(small, "tp_a", actual_wait=Span(amount=2, unit="days"))
    give(small, "tp_b", actual_wait=Span(amount=5, unit="hours"))
    give(small, "tp_c", actual_wait=None)
    choose("cards", "tp_a", "tp_b", "tp_c")
    field = pane.field("actual_wait")
    assert isinstance(field, SpanField)
    assert field.unit.currentIndex() == -1
    field.unit.setFocus()
    qtbot.keyClick(field.unit, Qt.Key.Key_End)
    QApplication.processEvents()
    waits = [touchpoint(one).actual_wait for one in ("tp_a", "tp_b", "tp_c")]
    assert waits == [Span(amount=2, unit="years"), Span(amount=5, unit="years"), None]
    assert field.unit.currentData() == "years"
    qtbot.keyClick(field.unit, Qt.Key.Key_Up)
    assert touchpoint("tp_b").actual_wait == Span(amount=5, unit="months")


@pytest.mark.parametrize(("key", "typed"), [("votes", "x"), ("actual_wait", "x"), ("ratings", "x")])
def test_what_was_never_taken_can_be_rubbed_out_and_changes_nothing(
    small: MainWindow, pane: Properties, choose: Choose, write: Write, qtbot: QtBot, key: str, typed: str
) -> None:
    give(small, "tp_a", votes=3, actual_wait=Span(amount=2, unit="days"), ratings=(1,))
    choose("cards", "tp_a", "tp_b")
    before = small.room.document.project
    edit = write(key, typed)
    assert pane.field(key).problem()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert not pane.field(key).problem()
    assert small.room.document.project is before


def test_the_unit_of_an_empty_wait_is_not_that_of_the_card_before(
    small: MainWindow, pane: Properties, choose: Choose
) -> None:
    give(small, "tp_a", actual_wait=Span(amount=2, unit="years"))
    give(small, "tp_b", actual_wait=None)
    choose("cards", "tp_a")
    choose("cards", "tp_b")
    field = pane.field("actual_wait")
    assert isinstance(field, SpanField)
    assert field.unit.currentData() == "days"


def test_segments_of_several_say_so(small: MainWindow, pane: Properties, choose: Choose) -> None:
    give(small, "tp_a", weight=1)
    choose("cards", "tp_a", "tp_b")
    field = pane.field("weight")
    assert isinstance(field, SegmentField)
    assert field._several.isVisible()
    field.button(4).click()
    QApplication.processEvents()
    assert not field._several.isVisible()


@pytest.mark.parametrize("language", ["de"])
def test_a_german_thousand_is_spelt_out_when_the_field_is_left(
    small: MainWindow, pane: Properties, choose: Choose, write: Write, touchpoint: Touch, language: str
) -> None:
    choose("cards", "tp_a")
    edit = write("votes", "12.500")
    small.room.canvas.setFocus()
    assert touchpoint("tp_a").votes == 12_500
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "12500"
    wait = write("expected_wait", "1.5")
    small.room.canvas.setFocus()
    assert isinstance(wait, QLineEdit)
    assert wait.text() == "1,5"


def test_a_word_for_an_emotion_leaves_the_others_to_us(
    small: MainWindow, pane: Properties, choose: Choose, write: Write
) -> None:
    choose("")
    write("settings.emotion_labels", "awful")
    choose("cards", "tp_a")
    choose("")
    field = pane.field("settings.emotion_labels")
    assert isinstance(field, EmotionWordsField)
    assert [edit.text() for edit in field.edits] == ["awful", "", "", "", ""]
    language = pane.field("project.language")
    assert isinstance(language, ChoiceField)
    language.box.setCurrentIndex(1)
    language.box.activated.emit(1)
    QApplication.processEvents()
    labels = small.room.document.project.settings.emotion_labels
    assert labels == ("awful", "negativ", "neutral", "positiv", "sehr positiv")
    assert [edit.text() for edit in field.edits] == ["awful", "", "", "", ""]
    assert field.edits[1].placeholderText() == "negativ"
    field.edits[0].setFocus()
    field.edits[0].set_text("")
    assert small.room.document.project.settings.emotion_labels == ()


def test_three_digits_make_a_colour(small: MainWindow, pane: Properties, choose: Choose, write: Write) -> None:
    choose("phases", "ph_a")
    write("colour", "#AbC")
    small.room.canvas.setFocus()
    field = pane.field("colour")
    assert isinstance(field, ColourField)
    assert field.edit.text() == "#AAbbCC"
    assert small.room.canvas.desk.map.phases[0].colour == "#AAbbCC"


def test_the_lead_persona_is_not_offered_as_a_further_one(small: MainWindow, pane: Properties, choose: Choose) -> None:
    project = small.room.document.project
    for one in ("ps_x", "ps_y"):
        project = maps.add_persona(project, persona_id=one, name=one)
    small.room.document.apply("x", lambda _project: maps.set_map(project, MAP, lead_persona="ps_x"))
    choose("")
    field = pane.field("overlaid_personas")
    assert isinstance(field, FlagsField)
    names = [box.text() for box in field.boxes]
    assert "ps_y" in names
    assert "ps_x" not in names
    next(box for box in field.boxes if box.text() == "ps_y").click()
    assert small.room.canvas.desk.map.overlaid_personas == ("ps_b", "ps_y")


def test_an_undo_that_takes_the_form_away_leaves_the_focus_in_the_form(
    small: MainWindow, pane: Properties, choose: Choose, write: Write
) -> None:
    small.room.canvas.cards.go_to(1)
    small.room.document.apply(
        "new", lambda project: cards.add_touchpoint(project, MAP, id="tp_new", step="st_a", lane="ln_a")
    )
    choose("cards", "tp_new")
    write("owner", "Ada")
    small.room.document.undo_stack.undo()
    small.room.document.undo_stack.undo()
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    first = next(iter(pane.form.fields.values()))
    assert isinstance(first, TextField)
    assert focused is first.edit or small.room.canvas.isAncestorOf(focused)
