from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.selection import Kind, Selection
from cjeditor.document import Document
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits import cards, maps
from cjeditor.model.lookup import map_of
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from cjeditor.window.properties.choice_fields import ChoiceField, SegmentField
from cjeditor.window.properties.forms import FORMS
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.text_fields import TextField
from tests.builders import MAP, small_project

_SPEC = next(spec for spec in PANES if spec.id == "properties")

Choose = Callable[..., None]
Write = Callable[[str, str], QWidget]
CHOICES: list[tuple[Kind, tuple[str, ...], str]] = [
    ("cards", ("tp_a",), "Touchpoint 1 · Need"),
    ("cards", ("tp_a", "tp_b"), "2 touchpoints"),
    ("cards", ("nt_a",), "Need"),
    ("cards", ("tp_a", "nt_a"), "2 cards"),
    ("phases", ("ph_a",), "Phase 1"),
    ("steps", ("st_b",), "Step · Choice"),
    ("lanes", ("ln_b",), "Lane · Notes"),
    ("", (), "Map"),
]


def test_each_kind_has_its_form_and_names_all_that_takes_the_focus(pane: Properties, choose: Choose) -> None:
    for kind, ids, heading in CHOICES:
        choose(kind, *ids)
        assert heading in pane.heading.text()
        assert all(field.isVisible() for field in pane.form.fields.values()), heading
        controls = [
            one
            for one in pane.form.findChildren(QWidget)
            if isinstance(one, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit) and one.isVisible()
        ]
        assert len(controls) > 2, heading
        nameless = [
            one for one in controls if not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
        ]
        assert nameless == [], heading


def test_only_lanes_of_any_notes_choose_what_new_notes_are(small: MainWindow, pane: Properties, choose: Choose) -> None:
    project = small.room.document.project
    for lane in project.maps[0].lanes:
        choose("lanes", lane.id)
        assert ("note_kind" in pane.form.fields) == (lane.kind in ("notes", "backstage")), lane.kind
        assert {"name", "question", "audience", "min_height"} <= set(pane.form.fields)
    choose("lanes", *(lane.id for lane in project.maps[0].lanes))
    assert "note_kind" not in pane.form.fields
    assert "6 lanes" in pane.heading.text()


def test_typing_is_one_step_in_step_with_the_map(
    small: MainWindow,
    pane: Properties,
    choose: Choose,
    write: Write,
    touchpoint: Callable[[str], Touchpoint],
    qtbot: QtBot,
) -> None:
    choose("cards", "tp_a")
    edit = write("title", "Poster")
    assert touchpoint("tp_a").title == "Poster"
    assert small.room.document.undo_stack.count() == 1
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert touchpoint("tp_a").title == "Advert"
    QApplication.processEvents()
    field = pane.field("title")
    assert isinstance(field, TextField)
    assert field.edit.text() == "Advert"
    assert edit.hasFocus()


def test_another_session_is_another_step(
    small: MainWindow, pane: Properties, choose: Choose, write: Write, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_a")
    write("title", "One")
    small.room.canvas.setFocus()
    write("title", "Two")
    assert small.room.document.undo_stack.count() == 2
    small.actions_of_window["edit.undo"].trigger()
    assert touchpoint("tp_a").title == "One"


def test_fields_follow_the_map_and_the_cursor_stays(
    small: MainWindow, pane: Properties, choose: Choose, write: Write
) -> None:
    choose("cards", "tp_a")
    edit = write("title", "Poster")
    assert isinstance(edit, QPlainTextEdit)
    cursor = edit.textCursor()
    cursor.setPosition(2)
    edit.setTextCursor(cursor)
    small.room.document.apply("x", lambda project: cards.set_touchpoint(project, MAP, ["tp_a"], emotion=2))
    QApplication.processEvents()
    assert edit.textCursor().position() == 2
    emotion = pane.field("emotion")
    assert isinstance(emotion, SegmentField)
    assert emotion.button(2).isChecked()


def test_many_show_what_they_share_and_take_an_edit_together(
    small: MainWindow, pane: Properties, choose: Choose, write: Write, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_a", "tp_b")
    title = pane.field("title")
    assert isinstance(title, TextField)
    assert title.edit.text() == ""
    assert title.edit.placeholderText() == "several values"
    weight = pane.field("weight")
    assert isinstance(weight, SegmentField)
    assert weight.button(3).isChecked()
    contact = pane.field("contact")
    assert isinstance(contact, ChoiceField)
    assert contact.box.currentIndex() == -1
    write("owner", "Ada")
    assert [touchpoint(one).owner for one in ("tp_a", "tp_b")] == ["Ada", "Ada"]
    assert small.room.document.undo_stack.count() == 1


def test_touchpoints_and_notes_share_their_fields(
    pane: Properties,
    choose: Choose,
    write: Write,
    touchpoint: Callable[[str], Touchpoint],
    note: Callable[[str], Note],
) -> None:
    choose("cards", "tp_a", "nt_a")
    write("tags", "price, rate;x, ")
    assert touchpoint("tp_a").tags == note("nt_a").tags == ("price", "rate;x")


def test_a_refusal_is_said_at_the_field_and_what_was_typed_stays(
    small: MainWindow, pane: Properties, choose: Choose, write: Write, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_a")
    title = pane.field("title")
    assert isinstance(title, TextField)
    title.edit.setFocus()
    title.edit.setPlainText("x" * 20_001)
    assert "20,000" in title.problem()
    assert title.problem() == title.accessibleDescription()
    assert touchpoint("tp_a").title == "Advert"
    small.room.document.apply("x", lambda project: cards.set_touchpoint(project, MAP, ["tp_a"], emotion=2))
    QApplication.processEvents()
    assert len(title.edit.text()) == 20_001
    title.edit.textCursor().deletePreviousChar()
    title.edit.setPlainText("x" * 20_000)
    assert title.problem() == ""
    assert touchpoint("tp_a").title == "x" * 20_000
    assert title.edit.height() < 400
    assert pane.verticalScrollBar().maximum() > 0
    assert small.height() == 768


def test_del_on_a_control_deletes_no_card(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    pane.field("emotion").setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Delete)
    assert touchpoint("tp_a").id == "tp_a"


def test_the_project_has_its_fields_beside_the_map(
    small: MainWindow, pane: Properties, choose: Choose, write: Write
) -> None:
    choose("")
    write("project.client", "Bank")
    write("settings.emotion_labels", "awful")
    write("title", "Other")
    project = small.room.document.project
    assert project.client == "Bank"
    assert project.settings.emotion_labels == ("awful", "negative", "neutral", "positive", "very positive")
    assert map_of(project, MAP).title == "Other"


def test_phase_step_and_lane_take_edits(small: MainWindow, choose: Choose, write: Write, pane: Properties) -> None:
    choose("phases", "ph_a", "ph_b")
    write("duration", "9 days")
    choose("steps", "st_b")
    write("min_width", "50")
    assert "120" in pane.field("min_width").problem()
    write("min_width", "300")
    choose("lanes", "ln_b")
    write("question", "Why?")
    journey_map = map_of(small.room.document.project, MAP)
    assert [one.duration for one in journey_map.phases] == ["9 days", "9 days", "years"]
    assert journey_map.steps[1].min_width == 300
    assert journey_map.lanes[1].question == "Why?"
    choose("phases", "ph_a")
    write("colour", "#12")
    assert pane.field("colour").problem()


def test_what_is_gone_is_no_longer_shown(small: MainWindow, pane: Properties, choose: Choose) -> None:
    choose("cards", "tp_a")
    small.actions_of_window["edit.delete"].trigger()
    QApplication.processEvents()
    assert "Touchpoint 1 " not in pane.heading.text()
    small.room.show_project(maps.set_map(small_project(), MAP, title="Third"), None, None)
    QApplication.processEvents()
    assert pane.form.isVisible()


def test_the_dock_is_shown_hidden_and_remembered(small: MainWindow, program: Program, qtbot: QtBot) -> None:
    action = small.actions_of_window["view.properties"]
    assert action.isChecked()
    action.trigger()
    assert not small.panes["properties"].isVisible()
    other = program.open_window(small_project())
    assert not other.panes["properties"].isVisible()
    action.trigger()
    assert small.panes["properties"].isVisible()
    close = small.panes["properties"].bar.findChild(QAbstractButton, "close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not small.panes["properties"].isVisible()
    qtbot.waitUntil(lambda: not action.isChecked())


def test_esc_leads_back_to_the_map(small: MainWindow, choose: Choose, write: Write, qtbot: QtBot) -> None:
    choose("cards", "tp_a")
    edit = write("owner", "Ada")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert small.room.canvas.isAncestorOf(focused)


def test_every_field_of_every_form_is_one_of_its_record(pane: Properties, choose: Choose) -> None:
    for kind, ids, _ in CHOICES:
        choose(kind, *ids)
        assert pane.form.fields
    assert {spec.key for spec in FORMS["cards"]} <= {spec.key for spec in FORMS["note"]}


def test_a_closed_window_frees_its_properties(program: Program, qtbot: QtBot) -> None:
    program.open_window(small_project())
    window = program.open_window(small_project())
    gone = weakref.ref(window.room.contents.properties)
    window.room.contents.properties.form.show()
    window.close()
    del window
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    QApplication.processEvents()
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(("language", "width"), [("de", _SPEC.least.width()), ("en-XP", _SPEC.size.width())])
@pytest.mark.parametrize(("kind", "ids", "_heading"), CHOICES)
def test_no_form_is_wider_than_its_dock(
    qtbot: QtBot, house: House, language: str, width: int, kind: Kind, ids: tuple[str, ...], _heading: str
) -> None:
    selection = Selection()
    selection.choose(kind, ids)
    words = texts.of(language)
    document = Document(small_project())
    pane = Properties(document, MAP.strip, selection, words, house.icons, house.appearance.theme)
    qtbot.addWidget(pane)
    pane.resize(width, 600)
    pane.show()
    for field in pane.form.fields.values():
        field.tell("x" * 300 + " and words that break")
    QApplication.processEvents()
    sheet = pane.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= pane.viewport().width()
    assert sheet.width() <= pane.viewport().width()


def test_tab_goes_from_field_to_field_as_they_are_seen_and_back(qtbot: QtBot, window: MainWindow) -> None:
    window.room.show_project(small_project(), None, None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.cards.go_to(1)
    pane = window.findChild(Properties)
    assert pane is not None
    pane.take_focus()
    keys = list(pane.form.fields)

    def walk(key: Qt.Key) -> list[str]:
        seen: list[str] = []
        for _ in range(200):
            focused = QApplication.focusWidget()
            found = next(name for name, field in pane.form.fields.items() if field.isAncestorOf(focused))
            if seen[-1:] != [found]:
                if found in seen:
                    break
                seen.append(found)
            qtbot.keyClick(focused, key)
        return seen

    assert walk(Qt.Key.Key_Tab) == keys
    assert walk(Qt.Key.Key_Backtab) == [keys[0], *reversed(keys[1:])]
