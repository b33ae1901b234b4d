"""Text and tables from other programs get onto the map by the clipboard, with a preview where that is in doubt."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Spot
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.lanes import delete_lanes
from cjeditor.model.edits.phases import delete_phases
from cjeditor.model.lookup import card, cell_cards, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pasting.dialog import PasteDialog
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.window.dialogues import any_shown, shown

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """Return an active window with the small project, the focus in an empty cell of goals."""
    made = program.open_window(small_project())
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    made.room.canvas.selection.put_focus(Spot("st_c", "ln_b"))
    made.room.canvas.setFocus()
    return made


def put(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def texts(window: MainWindow, step: str = "st_c", lane: str = "ln_b") -> list[str]:
    journey_map = map_of(window.room.document.project, MAP)
    found = cell_cards(journey_map, step, lane)
    return [one.title if isinstance(one, Touchpoint) else one.text for one in found]


def undone(window: MainWindow) -> Project:
    assert window.room.document.undo_stack.count() == 1
    window.room.document.undo_stack.undo()
    return window.room.document.project


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def test_lines_become_cards_at_once(qtbot: QtBot, small: MainWindow) -> None:
    put("One\r\n\nTwo\x07 \n👨\u200d👩\u200d👧 שלום")
    press(small, Qt.Key.Key_V)
    assert not any_shown()
    assert texts(small) == ["One", "Two", "👨\u200d👩\u200d👧 שלום"]
    assert len(small.room.canvas.selection.of("cards")) == 3
    assert small.room.document.undo_stack.undoText() == "Paste 3 cards"
    assert undone(small) == small_project()


def test_pasted_again_they_follow_what_was_pasted(qtbot: QtBot, small: MainWindow) -> None:
    put("One\nTwo")
    small.room.canvas.selection.put_focus(Spot("st_a", "ln_b", "nt_a"))
    press(small, Qt.Key.Key_V)
    press(small, Qt.Key.Key_V)
    assert texts(small, "st_a") == ["A home of our own", "One", "Two", "One", "Two", "“Now or never”"]


def test_a_table_that_names_phases_and_lanes_is_not_asked_about(qtbot: QtBot, small: MainWindow) -> None:
    html = "<table><tr><td><td>Need<td>Use<tr><td>Pain points<td>One &amp; two<td><script>x()</script>Three</table>"
    put("\tNeed\tUse\nPain points\tOne & two\tThree", html)
    before = texts(small, "st_a", "ln_d")
    press(small, Qt.Key.Key_V)
    assert not any_shown()
    assert texts(small, "st_a", "ln_d") == [*before, "One & two"]
    assert texts(small, "st_d", "ln_d")[-1] == "Three"
    assert undone(small) == small_project()


def test_a_grid_is_shown_first_and_enter_accepts(qtbot: QtBot, small: MainWindow) -> None:
    put("One\tTwo\nThree\tFour")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    assert dialog.readings["across"].isChecked()
    table = dialog.preview
    assert [table.item(0, column).text() for column in range(2)] == ["One\nThree", "Two\nFour"]
    assert small.room.document.undo_stack.count() == 0
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert texts(small) == ["One", "Three"]
    assert texts(small, "st_d")[-2:] == ["Two", "Four"]
    assert undone(small) == small_project()


def test_the_preview_follows_the_choice(qtbot: QtBot, small: MainWindow) -> None:
    put("Need\tWonder\nOne\tTwo")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    hint = dialog.findChild(type(dialog._said), "hint")
    assert dialog.readings["named"].isChecked()
    assert hint.text() == "One card. One text is left out, since the map does not have “Wonder”."
    QTest.keyClick(dialog.adds, Qt.Key.Key_Space)
    assert dialog.preview.horizontalHeaderItem(1).text() == "Wonder (new)"
    assert hint.text() == "2 cards. One new phase."
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.readings["named"].setFocus()
    QTest.keyClick(dialog.readings["named"], Qt.Key.Key_Down)
    assert dialog.readings["lines"].isChecked()
    assert dialog.preview.item(0, 0).text() == "Need Wonder\nOne Two"
    QTest.keyClick(dialog.readings["lines"], Qt.Key.Key_Up)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    journey_map = map_of(small.room.document.project, MAP)
    assert [phase.name for phase in ordered(journey_map.phases)] == ["Need", "Choice", "Use", "Wonder"]
    assert len({phase.colour for phase in journey_map.phases}) == 2  # the new one has one of its own
    assert undone(small) == small_project()


def test_esc_pastes_nothing(qtbot: QtBot, small: MainWindow) -> None:
    put("One\tTwo\nThree\tFour")
    press(small, Qt.Key.Key_V)
    QTest.keyClick(shown(qtbot, PasteDialog, "pasting"), Qt.Key.Key_Escape)
    assert small.room.document.project == small_project()


def test_the_preview_can_be_asked_for(qtbot: QtBot, small: MainWindow) -> None:
    put("One\nTwo")
    press(small, Qt.Key.Key_V, CTRL_SHIFT)
    dialog = shown(qtbot, PasteDialog, "pasting")
    assert list(dialog.readings) == ["lines"]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert texts(small) == ["One", "Two"]


def test_an_outline_makes_the_phases_of_an_empty_map(qtbot: QtBot, small: MainWindow) -> None:
    journey_map = map_of(small.room.document.project, MAP)

    def edit(project: Project) -> Project:
        project = delete_lanes(project, MAP, [lane.id for lane in journey_map.lanes])
        return delete_phases(project, MAP, [phase.id for phase in journey_map.phases])

    small.room.document.apply("clear", edit)
    empty = small.room.document.project
    put("- Discover\n  - Sees an advert\n    at the station\n- Decide\n  - Asks a friend")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    assert dialog.readings["outline"].isChecked()
    assert dialog.adds.isChecked()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    made = map_of(small.room.document.project, MAP)
    assert [phase.name for phase in ordered(made.phases)] == ["Discover", "Decide"]
    assert sorted((one.title, one.description) for one in made.touchpoints) == [
        ("Asks a friend", ""),
        ("Sees an advert", "at the station"),
    ]
    small.actions_of_window["edit.undo"].trigger()
    assert small.room.document.project == empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", "What was copied is no text."),
        (" \n ", "There is no text in what was copied."),
        ("x" * 5_000_001, "What was copied has more than 5 million characters."),
    ],
    ids=["binary", "blank", "long"],
)
def test_what_is_no_text_is_refused_in_a_sentence(qtbot: QtBot, small: MainWindow, text: str, expected: str) -> None:
    put(text)
    press(small, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: not small.room.target("pasting").busy)
    assert said(small).startswith(expected)
    assert small.room.document.undo_stack.count() == 0


def test_where_nothing_can_lie_people_are_told(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.put_focus(Spot("st_c", "ln_e"))
    put("One")
    press(small, Qt.Key.Key_V)
    assert "does not belong in the lane" in said(small)
    assert small.room.document.undo_stack.count() == 0


def test_six_thousand_lines_are_read_and_made_beside_the_window(qtbot: QtBot, small: MainWindow) -> None:
    put("\n".join(f"line {number}" for number in range(6_000)))
    press(small, Qt.Key.Key_V)
    assert said(small) == "Pasting…"
    assert texts(small) == []  # the key has been answered, and nothing has come yet
    qtbot.waitUntil(lambda: len(texts(small)) == 5_000, timeout=30_000)
    assert said(small) == "Only the first 5,000 of 6,000 lines became cards."
    assert undone(small) == small_project()


def test_what_changes_meanwhile_is_kept(qtbot: QtBot, small: MainWindow) -> None:
    put("\n".join(f"line {number}" for number in range(1_000)))
    press(small, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: small.room.target("pasting").busy)
    small.room.canvas.cards.go_to(1)
    press(small, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(texts(small)) == 1_000, timeout=30_000)
    first = next(one for one in small.room.document.project.maps[0].touchpoints if one.number == 1)
    assert first.emotion == 2


def test_of_long_lines_the_beginning_is_taken(qtbot: QtBot, small: MainWindow) -> None:
    put("x" * 2_001)
    press(small, Qt.Key.Key_V)
    assert texts(small) == ["x" * 2_000]
    assert said(small) == "Of long lines only the first 2,000 characters were taken."


def test_a_text_is_dropped_where_the_pointer_is(qtbot: QtBot, small: MainWindow) -> None:
    canvas = small.room.canvas
    box = canvas.desk.arrangement.cards["tp_b"]
    at = canvas.view.viewport().mapTo(canvas, canvas.view.mapFromScene(QPointF(box.x + 40, box.y + 4)))
    data = QMimeData()
    data.setText("One\nTwo")
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas, QDragEnterEvent(at, both, data, left, none))
    QApplication.sendEvent(canvas, QDropEvent(QPointF(at), both, data, left, none))
    assert texts(small, "st_a", "ln_a") == ["Advert", "One", "Two", "Talk"]
    made = [card(small.room.document.project.maps[0], one) for one in canvas.selection.of("cards")]
    assert not any(isinstance(one, Note) for one in made)


def test_marks_in_pasted_lines_are_offered_and_read_in_one_step(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.put_focus(Spot("st_c", "ln_a"))
    before = texts(small, "st_c", "ln_a")
    put("Pays #quick +1 *\nWaits in line -2 !\nAsks @phone\nAsks again @phone\nC# is a language")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    assert dialog.marks.isVisible()
    assert dialog.marks.isChecked()
    assert "Pays  [#quick  +1  *]" in dialog.preview.item(0, 0).text()
    assert "7 marks are read." in dialog._said.text()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    added = ["Pays", "Waits in line", "Asks", "Asks again", "C# is a language"]
    assert texts(small, "st_c", "ln_a") == [*before, *added]
    project = small.room.document.project
    made = {one.title: one for one in map_of(project, MAP).touchpoints}
    pays, waits = made["Pays"], made["Waits in line"]
    assert (pays.tags, pays.emotion, pays.moment_of_truth) == (("quick",), 1, True)
    assert (waits.emotion, len(waits.drop_off_points)) == (-2, 1)
    assert made["Asks"].channel
    assert made["Asks"].channel == made["Asks again"].channel
    assert undone(small) == small_project()


def test_marks_are_read_in_a_lane_of_notes_too(qtbot: QtBot, small: MainWindow) -> None:
    before = texts(small)
    put("Slow #queue\nA plain line\nHotline is dead !")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    assert dialog.marks.isChecked()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert texts(small) == [*before, "Slow", "A plain line", "Hotline is dead"]
    made = {one.text: one for one in map_of(small.room.document.project, MAP).notes}
    assert made["Slow"].tags == ("queue",)
    assert made["Hotline is dead"].severity is not None
    assert undone(small) == small_project()


def test_marks_stay_text_where_nobody_wants_them_read(qtbot: QtBot, small: MainWindow) -> None:
    put("Super !\nYes")
    press(small, Qt.Key.Key_V)  # it may be the end of a sentence
    assert texts(small) == ["Super !", "Yes"]
    put("Slow #queue")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    QTest.keyClick(dialog.marks, Qt.Key.Key_Space)
    assert dialog.preview.item(0, 0).text() == "Slow #queue"
    dialog.accept_button.click()
    assert "Slow #queue" in texts(small)


def test_a_table_that_is_too_wide_adds_phases_unless_people_say_otherwise(qtbot: QtBot, small: MainWindow) -> None:
    put("One\tTwo\tThree\tFour")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    assert dialog.adds.isChecked()
    assert "2 new phases." in dialog._said.text()
    QTest.keyClick(dialog.adds, Qt.Key.Key_Space)
    assert "2 columns or rows do not fit on the map" in dialog._said.text()
    dialog.reject()
    put("Wake\tWash\nOne\tTwo")
    press(small, Qt.Key.Key_V)
    dialog = shown(qtbot, PasteDialog, "pasting")
    QTest.mouseClick(dialog.readings["named"], Qt.MouseButton.LeftButton)
    assert dialog.adds.isChecked()
    assert dialog.preview.horizontalHeaderItem(0).text() == "Wake (new)"
