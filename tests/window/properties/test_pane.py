from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QInputDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Kind
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits import cards, maps
from cjeditor.model.fields import Span
from cjeditor.model.lookup import map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.properties.choice_fields import ChoiceField, SegmentField
from cjeditor.window.properties.forms import FORMS
from cjeditor.window.properties.number_fields import SpanField
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.records_field import RecordsField
from cjeditor.window.properties.text_fields import TextField
from tests.builders import MAP, small_project
from tests.window.dialogues import shown

Choose = Callable[..., None]
Write = Callable[[str, str], QWidget]
CHOICES: list[tuple[Kind, tuple[str, ...], str]] = [
    ("cards", ("tp_a",), "Touchpoint 1 · Need"),
    ("cards", ("tp_a", "tp_b"), "2 touchpoints"),
    ("cards", ("nt_a",), "Need"),
    ("cards", ("tp_a", "nt_a"), "2 cards"),
    ("phases", ("ph_b",), "Phase 2"),
    ("steps", ("st_b",), "Step · Choice"),
    ("lanes", ("ln_b",), "Lane · Notes"),
    ("", (), "Map"),
]


@pytest.mark.parametrize(("kind", "ids", "heading"), CHOICES)
def test_each_kind_has_its_form(
    pane: Properties, choose: Choose, kind: Kind, ids: tuple[str, ...], heading: str
) -> None:
    choose(kind, *ids)
    assert heading in pane.heading.text()
    assert all(field.isVisible() for field in pane.form.fields.values())


@pytest.mark.parametrize(("kind", "ids", "_heading"), CHOICES)
def test_everything_that_takes_the_focus_has_a_name(
    pane: Properties, choose: Choose, kind: Kind, ids: tuple[str, ...], _heading: str
) -> None:
    choose(kind, *ids)
    controls = [
        one
        for one in pane.form.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit) and one.isVisible()
    ]
    assert len(controls) > 2
    nameless = [
        one for one in controls if not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]
    assert nameless == []


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


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b> &amp; &x", "\U0001f600 é", "שלום עולם", "a\u00a0b", "two\nlines"],
    ids=["html", "emoji", "rtl", "no-break space", "lines"],
)
def test_text_is_kept_as_typed(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], text: str
) -> None:
    choose("cards", "tp_a")
    for key in ("title", "description", "owner", "evidence_source"):
        field = pane.field(key)
        assert isinstance(field, TextField)
        field.edit.insertPlainText(text)
        field.edit.selectAll()
        field.edit.insertPlainText(text)
        assert getattr(touchpoint("tp_a"), key) == text
        choose("cards", "tp_b")
        choose("cards", "tp_a")
        assert field.edit.text() == text


@pytest.mark.parametrize(("typed", "amount"), [("2,5", 2.5), ("2.5", 2.5), (" 3 ", 3.0)])
def test_waits_take_comma_and_point(
    pane: Properties,
    choose: Choose,
    write: Write,
    touchpoint: Callable[[str], Touchpoint],
    qtbot: QtBot,
    typed: str,
    amount: float,
) -> None:
    choose("cards", "tp_b")
    write("actual_wait", typed)
    assert touchpoint("tp_b").actual_wait == Span(amount=amount, unit="days")
    field = pane.field("actual_wait")
    assert isinstance(field, SpanField)
    field.unit.setFocus()
    qtbot.keyClick(field.unit, Qt.Key.Key_Down)
    assert touchpoint("tp_b").actual_wait == Span(amount=amount, unit="weeks")


def test_what_is_no_number_changes_nothing(
    pane: Properties, choose: Choose, write: Write, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_b")
    before = touchpoint("tp_b")
    edit = write("votes", "twelve")
    assert "not a number" in pane.field("votes").problem()
    assert touchpoint("tp_b") == before
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "twelve"
    write("votes", "12")
    assert pane.field("votes").problem() == ""
    assert touchpoint("tp_b").votes == 12
    write("ratings", "1, 7")
    assert pane.field("ratings").problem()
    write("ratings", "1, -2 0")
    assert touchpoint("tp_b").ratings == (1, -2, 0)


def test_emotions_are_chosen_by_keys(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    field = pane.field("emotion")
    assert isinstance(field, SegmentField)
    field.setFocus()
    assert field.button(1).hasFocus()
    qtbot.keyClick(field.button(1), Qt.Key.Key_Right)
    assert touchpoint("tp_a").emotion == 2
    qtbot.mouseClick(field.button(None), Qt.MouseButton.LeftButton)
    assert touchpoint("tp_a").emotion is None


def test_del_on_a_control_deletes_no_card(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    pane.field("emotion").setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Delete)
    assert touchpoint("tp_a").id == "tp_a"


def test_a_new_channel_is_made_on_the_way(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_b")
    field = pane.field("channel")
    assert isinstance(field, ChoiceField)
    field.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_End)
    dialog = shown(qtbot, QInputDialog, "new_name")
    dialog.setTextValue("Kiosk <i>")
    dialog.accept()
    chosen = touchpoint("tp_b").channel
    assert {one.id: one.name for one in small.room.document.project.channels}[str(chosen)] == "Kiosk <i>"
    QApplication.processEvents()
    assert field.box.currentText().startswith("Kiosk <i>")
    assert small.room.document.undo_stack.count() == 1


def test_drop_off_points_come_change_and_go(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    field = pane.field("drop_off_points")
    assert isinstance(field, RecordsField)
    qtbot.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    (entry,) = field.entries
    title = entry.rows.fields["title"]
    assert isinstance(title, TextField)
    title.setFocus()
    qtbot.keyClicks(title.edit, "Too dear")
    likelihood = entry.rows.fields["likelihood"]
    assert isinstance(likelihood, SegmentField)
    qtbot.mouseClick(likelihood.button(4), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    (point,) = touchpoint("tp_a").drop_off_points
    assert (point.title, point.likelihood) == ("Too dear", 4)
    assert field.entries == [entry]
    title.edit.setPlainText("x" * 20_001)
    assert title.problem()
    qtbot.mouseClick(entry.remove_button, Qt.MouseButton.LeftButton)
    assert touchpoint("tp_a").drop_off_points == ()
    assert field.entries == []
    small.actions_of_window["edit.undo"].trigger()
    QApplication.processEvents()
    assert len(field.entries) == 1


def test_nested_records_are_for_a_single_one(pane: Properties, choose: Choose) -> None:
    choose("cards", "tp_a", "tp_b")
    field = pane.field("kpis")
    assert isinstance(field, RecordsField)
    assert not field.add_button.isVisible()


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
    assert not small.properties.isVisible()
    other = program.open_window(small_project())
    assert not other.properties.isVisible()
    action.trigger()
    assert small.properties.isVisible()
    close = small.room.properties.heading.findChild(QAbstractButton, "close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not small.properties.isVisible()
    qtbot.waitUntil(lambda: not action.isChecked())


def test_esc_leads_back_to_the_map(small: MainWindow, choose: Choose, write: Write, qtbot: QtBot) -> None:
    choose("cards", "tp_a")
    edit = write("owner", "Ada")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert small.room.canvas.isAncestorOf(focused)


def test_the_wheel_scrolls_the_form_and_changes_no_choice(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_a")
    field = pane.field("channel")
    assert isinstance(field, ChoiceField)
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place,
        QPointF(field.box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, wheel)
    assert touchpoint("tp_a").channel == "ch_a"


def test_every_field_of_every_form_is_one_of_its_record(pane: Properties, choose: Choose) -> None:
    for kind, ids, _ in CHOICES:
        choose(kind, *ids)
        assert pane.form.fields
    assert {spec.key for spec in FORMS["cards"]} <= {spec.key for spec in FORMS["note"]}


def test_a_closed_window_frees_its_properties(program: Program, qtbot: QtBot) -> None:
    program.open_window(small_project())
    window = program.open_window(small_project())
    gone = weakref.ref(window.room.properties)
    window.room.properties.form.show()
    window.close()
    del window
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    QApplication.processEvents()
    gc.collect()
    assert gone() is None
