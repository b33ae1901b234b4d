"""Another language while windows are open: new words everywhere, and nothing lost."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cjeditor.model.lookup import map_of
from cjeditor.storage.load import open_file
from cjeditor.window import snapshots
from cjeditor.window.house import House
from cjeditor.window.linking.card_dialog import CardDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_details import MapDetailsDialog
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from cjeditor.window.settings.dialog import SettingsDialog
from cjeditor.window.shortcut_window import ShortcutWindow
from cjeditor.window.snapshots import DELAY
from tests.builders import small_project
from tests.window.asking import ask, rename
from tests.window.conftest import Start
from tests.window.dialogues import any_shown, press, shown
from tests.window.own_sample import own_sample


def speak(qtbot: QtBot, window: MainWindow, language: str) -> SettingsDialog:
    """Choose a language in the settings, opened by keys, and return the dialogue that stands there then."""
    if not any(isinstance(one, SettingsDialog) for one in any_shown()):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    before = weakref.ref(shown(qtbot, SettingsDialog))
    choose(qtbot, shown(qtbot, SettingsDialog).general.language, language)
    # Freed in C++ it may still be there in Python for a moment.
    qtbot.waitUntil(lambda: (one := before()) is None or not isValid(one) or not one.isVisible())
    return shown(qtbot, SettingsDialog)


def choose(qtbot: QtBot, field: QComboBox, value: str) -> None:
    """Choose in a list as people do with the keyboard: open it, go there, Enter."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    view = field.view()
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(field.findData(value)):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)


def menu_titles(window: MainWindow) -> list[str]:
    return [action.text().replace("&", "") for action in window.menuBar().actions()]


def test_everything_in_the_window_speaks_the_other_language(qtbot: QtBot, window: MainWindow, house: House) -> None:
    assert menu_titles(window)[:2] == ["File", "Edit"]
    dialog = speak(qtbot, window, "de")
    assert menu_titles(window)[:2] == ["Datei", "Bearbeiten"]
    assert {dock.windowTitle() for dock in window.findChildren(QDockWidget)} >= {"Eigenschaften", "Gliederung"}
    assert dialog.windowTitle() == "Einstellungen"
    assert dialog.general.language.hasFocus()
    assert "Strg+S" in window.actions_of_window["file.save"].toolTip()
    assert "9 Phasen" in window.status.counts.text()
    assert house.preferences.language == "de"
    press(dialog, "Schließen")
    # And so do Qt's own buttons and numbers, in windows that are opened now.
    ask(window, "view.go_to")
    assert "Abbrechen" in [one.text() for one in shown(qtbot, CardDialog).findChildren(QPushButton)]
    assert QLocale().decimalPoint() == ","
    shown(qtbot, CardDialog).reject()


def test_all_windows_change_at_once(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    other = program.open_window(small_project())
    speak(qtbot, window, "de").close()
    assert menu_titles(other)[0] == "Datei"
    assert program.windows == (window, other)
    rename(other, "Worked on")
    ask(other, "edit.undo")
    assert not other.isWindowModified()


def test_the_document_goes_on_as_it_was(qtbot: QtBot, start: Start, file: Path, recovery_folder: Path) -> None:
    window = start([file])
    document, keeper, fingerprint = window.room.document, window.room.snapshots, window.room.saving.fingerprint()
    rename(window, "One")
    rename(window, "Two")
    ask(window, "edit.undo")
    before = document.project
    speak(qtbot, window, "de").close()
    room = window.room
    assert room.document is document
    assert room.document.project is before
    assert room.document.path == file
    assert room.saving.fingerprint() == fingerprint
    assert window.isWindowModified()
    assert window.windowTitle() == "small.cjmap[*] – cjeditor"
    assert room.snapshots is keeper
    # Both ways are still open, and the steps are called as in the new language.
    assert window.actions_of_window["edit.undo"].text().replace("&", "") == "Rückgängig: Map umbenennen"
    ask(window, "edit.redo")
    assert map_of(document.project, room.map_id()).title == "Two"
    ask(window, "edit.undo")
    ask(window, "edit.undo")
    assert not window.isWindowModified()
    rename(window, "Three")
    keeper.write_now()
    assert list(recovery_folder.rglob("header.json"))
    ask(window, "file.save")
    assert open_file(file).project == document.project
    assert "Gespeichert 12:00" in window.status.saved.text()
    speak(qtbot, window, "en").close()
    assert "Saved 12:00" in window.status.saved.text()


def test_a_snapshot_that_is_due_is_written(
    qtbot: QtBot, start: Start, file: Path, recovery_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "DELAY", 1)
    window = start([file])
    rename(window, "Unsaved")
    speak(qtbot, window, "de").close()
    qtbot.waitUntil(lambda: bool(list(recovery_folder.rglob("header.json"))), timeout=DELAY + 3_000)


def test_people_go_on_looking_where_they_looked(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start([own_sample(tmp_path)])
    window.resize(1000, 700)
    canvas = window.room.canvas
    canvas.cards.go_to(12)
    canvas.view.zoom_to(1.25)
    canvas.view.scroll_by(131, 57)
    chosen, focus = canvas.selection.ids, canvas.selection.focus
    bars = [canvas.view.horizontalScrollBar(), canvas.view.verticalScrollBar()]
    places = [bar.value() for bar in bars]
    assert min(places) > 0
    geometry, title, size = window.geometry(), window.windowTitle(), canvas.size()
    canvas.setFocus()
    speak(qtbot, window, "de").close()
    now = window.room.canvas
    assert now is not canvas
    assert (now.selection.ids, now.selection.focus) == (chosen, focus)
    assert now.view.zoom == pytest.approx(1.25)
    assert [now.view.horizontalScrollBar().value(), now.view.verticalScrollBar().value()] == places
    assert (window.geometry(), window.windowTitle(), now.size()) == (geometry, title, size)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: now.isAncestorOf(QApplication.focusWidget()))


def test_docks_stand_where_they_stood(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1300, 850)
    ask(window, "view.outline")
    outline = window.findChild(QDockWidget, "outline")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, outline)
    window.resizeDocks([outline], [620], Qt.Orientation.Horizontal)
    ask(window, "view.properties")
    qtbot.waitUntil(lambda: not window.findChild(QDockWidget, "properties").isVisible())
    qtbot.waitUntil(lambda: outline.width() == 620)
    speak(qtbot, window, "de").close()
    outline = window.findChild(QDockWidget, "outline")
    assert window.dockWidgetArea(outline) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert outline.isVisible()
    qtbot.waitUntil(lambda: window.findChild(QDockWidget, "outline").width() == 620)
    assert not window.findChild(QDockWidget, "properties").isVisible()
    assert not window.actions_of_window["view.properties"].isChecked()
    outline.setFloating(True)
    outline.setGeometry(120, 130, 600, 300)
    speak(qtbot, window, "en").close()
    outline = window.findChild(QDockWidget, "outline")
    assert outline.isFloating()
    assert outline.geometry() == QRect(120, 130, 600, 300)


def test_a_text_that_is_being_written_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    canvas = window.room.canvas
    canvas.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Halfway")
    window.room.settings.open()
    speak(qtbot, window, "de").close()
    (journey,) = window.room.document.project.maps
    assert [card.title for card in journey.touchpoints] == ["Halfway"]
    assert window.room.document.undo_stack.count() == 1


def test_a_text_that_is_refused_lets_the_change_wait(
    qtbot: QtBot, window: MainWindow, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = window.room
    monkeypatch.setattr(room.canvas, "finish_editing", lambda: False)
    ask(window, "edit.settings")
    dialog = shown(qtbot, SettingsDialog)
    choose(qtbot, dialog.general.language, "de")
    qtbot.waitUntil(lambda: bool(dialog.findChild(QLabel, "message").text()))
    assert dialog.general.language.currentData() == house.preferences.language_choice == "system"
    assert window.room is room
    assert menu_titles(window)[0] == "File"
    dialog.close()
    monkeypatch.undo()


def test_a_question_in_another_window_is_not_lost(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    other = program.open_window(small_project())
    ask(other, "map.details")
    details = shown(qtbot, MapDetailsDialog)
    details.title.setText("Typed")
    ask(window, "edit.settings")
    dialog = shown(qtbot, SettingsDialog)
    choose(qtbot, dialog.general.language, "de")
    qtbot.waitUntil(lambda: "other window" in dialog.findChild(QLabel, "message").text())
    assert details.isVisible()
    assert details.title.text() == "Typed"
    details.reject()
    dialog = speak(qtbot, window, "de")
    assert menu_titles(other)[0] == "Datei"
    dialog.close()


def test_what_was_typed_into_the_properties_and_refused_stays(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start([own_sample(tmp_path)])
    window.room.canvas.cards.go_to(12)
    field = window.room.contents.properties.field("votes")
    edit = field.findChild(QLineEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "much")
    assert field.problem()
    speak(qtbot, window, "de").close()
    field = window.room.contents.properties.field("votes")
    assert field.findChild(QLineEdit).text() == "much"
    assert field.problem()
    assert field.isAncestorOf(window.focusWidget())


def test_the_guide_goes_on_with_pin_and_half_an_answer(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start([own_sample(tmp_path)])
    window.activateWindow()
    window.actions_of_window["view.guide"].trigger()
    qtbot.waitUntil(window.room.contents.guide.isVisible)
    guide = window.room.contents.guide
    guide.go(1)
    guide.pin(True)
    guide.pages.questions.rows[1].begin_answer()
    QTest.keyClicks(guide.pages.questions.rows[1].edit, "half")
    window.room.canvas.cards.go_to(1)
    speak(qtbot, window, "de").close()
    new = window.room.contents.guide
    assert new is not guide
    qtbot.waitUntil(lambda: len(new.pages.questions.rows) > 1)
    assert new.head.pin.isChecked()
    assert new.head.title.text().startswith("2 ")
    assert new.pages.questions.rows[1].edit.text() == "half"
    assert new.pages.sections["questions"].title == "Leitfragen"


def test_the_sheet_of_keys_closes_and_comes_back_in_the_other_language(qtbot: QtBot, window: MainWindow) -> None:
    ask(window, "help.shortcuts")
    speak(qtbot, window, "de").close()
    assert not [one for one in any_shown() if isinstance(one, ShortcutWindow)]
    ask(window, "help.shortcuts")
    assert shown(qtbot, ShortcutWindow).windowTitle() == "Tastenkürzel"
    shown(qtbot, ShortcutWindow).close()


def test_keys_and_actions_work_once_in_the_new_parts(qtbot: QtBot, window: MainWindow) -> None:
    speak(qtbot, window, "de").close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    phases = len(map_of(window.room.document.project, window.room.map_id()).phases)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(map_of(window.room.document.project, window.room.map_id()).phases) == phases + 1)
    window.room.canvas.finish_editing()
    asked: list[str] = []
    window.room.canvas.context_menu_requested.connect(lambda *_: asked.append("menu"))
    window.room.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(asked))
    for menu in window.findChildren(QMenu):
        menu.close()


def test_nothing_of_the_old_parts_stays_alive(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start([own_sample(tmp_path)])
    ask(window, "view.outline")
    counts: list[int] = []
    gone: list[weakref.ref[object]] = []
    for language in ("de", "en", "de", "en"):
        room = window.room
        parts = (
            room, room.canvas, room.canvas.view, room.saving, room.files, room.exports, room.target("details"),
            room.settings, room.recent, room.contents, room.contents.outline, room.contents.properties,
            room.contents.blocks,
            window.status, window.panes, *(window.panes[spec.id] for spec in PANES),
            window.actions_of_window, window.menus, window.menuBar(),
        )  # fmt: skip
        gone += [weakref.ref(part) for part in parts]
        del room, parts
        speak(qtbot, window, language).close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(window.findChildren(QObject)))
    gc.collect()
    assert [part() for part in gone if part() is not None] == []
    assert counts[0] == counts[2]
    assert counts[1] == counts[3]


def test_the_window_with_new_parts_is_freed_when_it_closes(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    other = program.open_window(small_project())
    speak(qtbot, window, "de").close()
    gone = [weakref.ref(part) for part in (other, other.room, other.room.canvas, other.room.document)]
    other.close()
    del other
    qtbot.waitUntil(lambda: program.windows == (window,))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [part() for part in gone] == [None] * len(gone)


def test_after_another_language_one_press_of_esc_closes_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    dialog = speak(qtbot, window, "de")
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(isinstance(one, SettingsDialog) for one in any_shown()))
