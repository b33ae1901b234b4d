"""The settings: what is chosen holds at once, is kept, and reaches new projects and handouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.catalogue.templates import new_project
from cjeditor.layout.theme import DARK
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of
from cjeditor.window.appearance import SMALLEST_SIZE, application_font
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_projects import with_defaults
from cjeditor.window.preferences import Preferences, TextSize
from cjeditor.window.program import Program
from cjeditor.window.settings.dialog import SettingsDialog
from tests.builders import small_project
from tests.window.asking import ask
from tests.window.dialogues import any_shown, press, shown
from tests.window.settings.test_language_at_once import choose


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> SettingsDialog:
    ask(window, "edit.settings")
    return shown(qtbot, SettingsDialog)


def test_the_theme_holds_at_once_and_follows_the_view_menu(
    qtbot: QtBot, window: MainWindow, house: House, dialog: SettingsDialog
) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.appearance.isVisible()
    choose(qtbot, dialog.appearance.theme, "dark")
    qtbot.waitUntil(lambda: house.appearance.theme is DARK)
    house.preferences.set_theme("light")
    assert dialog.appearance.theme.currentData() == "light"
    dialog.close()


def test_tab_goes_from_the_pages_to_the_fields_to_the_buttons(qtbot: QtBot, dialog: SettingsDialog) -> None:
    reset = dialog.findChild(QPushButton, "reset")
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        dialog.list.setFocus()
        passed: list[QWidget] = []
        while reset not in passed and len(passed) < 40:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            passed.append(QApplication.focusWidget())
        page = dialog._pages[row]
        assert len(passed) > 1, row
        assert all(page.isAncestorOf(one) for one in passed[:-1]), row
    dialog.close()


def _ink(picture: QImage) -> int:
    """Return how far to the right anything is drawn."""
    ground = picture.pixel(picture.width() - 1, 0)
    columns = range(picture.width())
    return max(x for x in columns if any(picture.pixel(x, y) != ground for y in range(picture.height())))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", ["normal", "very_large"])
def test_names_of_fields_are_seen_to_their_last_letter(
    qtbot: QtBot, dialog: SettingsDialog, house: House, size: TextSize
) -> None:
    house.preferences.set_text_size(size)
    dialog.list.setCurrentRow(1)
    QApplication.processEvents()
    name = next(one for one in dialog.appearance.findChildren(QLabel) if one.buddy() is dialog.appearance.text_size)
    width = name.width()
    name.resize(width + 40, name.height())
    assert _ink(name.grab().toImage()) < width - 1
    dialog.close()


def test_texts_grow_at_once_in_all_windows_and_the_map_does_not(
    qtbot: QtBot, program: Program, window: MainWindow, house: House, dialog: SettingsDialog
) -> None:
    other = program.open_window(small_project())
    room, zoom = other.room, other.room.canvas.view.zoom
    normal = QApplication.font().pixelSize()
    dialog.list.setCurrentRow(1)
    choose(qtbot, dialog.appearance.text_size, "very_large")
    qtbot.waitUntil(lambda: other.room is not room)
    dialog = shown(qtbot, SettingsDialog)
    assert dialog.list.currentRow() == 1
    assert dialog.appearance.text_size.hasFocus()
    for part in (dialog, window.menuBar(), other.menuBar(), other.room.contents.properties):
        assert part.font().pixelSize() > 1.3 * normal
    assert other.room.canvas.view.zoom == zoom
    press(dialog, "Reset this page")
    qtbot.waitUntil(lambda: house.preferences.text_size == "normal")
    qtbot.waitUntil(lambda: window.menuBar().font().pixelSize() == normal)
    assert house.preferences.theme == "system"
    shown(qtbot, SettingsDialog).close()


@pytest.mark.parametrize("size", ["small", "normal", "large", "very_large"])
@pytest.mark.parametrize("system", [9.0, 13.0, 40.0])
def test_no_size_is_too_small_to_read(qtbot: QtBot, size: TextSize, system: float) -> None:
    assert application_font(system, size).pixelSize() >= SMALLEST_SIZE
    assert application_font(system, "very_large").pixelSize() > application_font(system, "normal").pixelSize()


def test_what_new_projects_begin_with(qtbot: QtBot, window: MainWindow, house: House, dialog: SettingsDialog) -> None:
    QTest.keyClicks(dialog.general.author, "Anna & Co")
    dialog.list.setCurrentRow(2)
    choose(qtbot, dialog.projects.paper, "A3")
    QTest.keyClicks(dialog.projects.words[2], "delighted")
    dialog.close()
    made = with_defaults(new_project("blank", language="en", title="", new_id=new_id), house.preferences.defaults)
    assert made.settings.paper == "A3"
    assert made.settings.emotion_labels == ("very negative", "negative", "neutral", "positive", "delighted")
    german = with_defaults(new_project("blank", language="de", title="", new_id=new_id), house.preferences.defaults)
    assert german.settings.emotion_labels == (), "its words are German ones"
    assert {one.owner for one in made.maps} == {"Anna & Co"}


def test_the_open_project_takes_the_words_as_one_step(qtbot: QtBot, window: MainWindow, dialog: SettingsDialog) -> None:
    document = window.room.document
    dialog.list.setCurrentRow(2)
    QTest.keyClicks(dialog.projects.words[-2], "awful")
    assert document.project.settings.emotion_labels == ()
    qtbot.mouseClick(dialog.findChild(QPushButton, "use_words"), Qt.MouseButton.LeftButton)
    assert document.project.settings.emotion_labels[0] == "awful"
    assert dialog.projects.done.isVisible()
    QTest.keyClicks(dialog.projects.words[-2], "!")
    assert not dialog.projects.done.isVisible(), "these words it does not use yet"
    assert document.undo_stack.count() == 1
    dialog.close()
    ask(window, "edit.undo")
    assert document.project.settings.emotion_labels == ()


def test_there_is_one_dialogue_in_the_program(
    qtbot: QtBot, program: Program, window: MainWindow, dialog: SettingsDialog
) -> None:
    other = program.open_window(small_project())
    other.room.settings.open()
    assert [one for one in any_shown() if isinstance(one, SettingsDialog)] == [dialog]
    dialog.close()


def test_the_system_is_followed_until_a_language_is_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_AT"))
    preferences = Preferences(tmp_path / "new.ini")
    assert (preferences.language_choice, preferences.language) == ("system", "de")
    preferences.set_language("en")
    assert (preferences.language_choice, preferences.language) == ("en", "en")
    preferences.set_language("system")
    preferences.flush()
    again = Preferences(tmp_path / "new.ini")
    assert (again.language_choice, again.language) == ("system", "de")


def test_damaged_defaults_count_as_not_set(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "cjeditor.ini"
    file.write_text(
        "[General]\ntext_size=giant\n[defaults]\npaper=A17\nauthor=a, b, c\nemotion_1=\\x1b[31m\nemotion_2=bad\n"
    )
    preferences = Preferences(file)
    assert preferences.text_size == "normal"
    assert preferences.defaults.paper == "A4"
    assert preferences.defaults.author == ""
    assert preferences.defaults.emotion_words(preferences.language) == ("", "bad", "", "", "")


def test_each_language_has_words_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "cjeditor.ini"
    file.write_text("[General]\nlanguage=de\n[defaults]\nemotion_1=furchtbar\nemotion_5=begeistert\n")
    preferences = Preferences(file)
    defaults = preferences.defaults
    assert defaults.emotion_words("de") == ("furchtbar", "", "", "", "begeistert"), "typed when there was one set"
    assert defaults.emotion_words("en") == ("",) * 5
    defaults.set_emotion_word("en", -2, "awful")
    defaults.set_emotion_word("de", 2, "")
    preferences.set_language("en")
    preferences.flush()
    kept = Preferences(file)
    again = kept.defaults
    assert again.emotion_words("de") == ("furchtbar", "", "", "", "")
    assert again.emotion_words("en") == ("awful", "", "", "", "")
    german = new_project("blank", language="de", title="", new_id=new_id)
    assert with_defaults(german, again).settings.emotion_labels[0] == "furchtbar"


def test_a_map_of_ones_own_names_its_owner(qtbot: QtBot, program: Program, house: House, window: MainWindow) -> None:
    house.preferences.defaults.set_author("Anna")
    ask(window, "file.new")
    (new,) = [one for one in any_shown() if one.objectName() == "new"]
    press(new, "Create")
    qtbot.waitUntil(lambda: len(program.windows) == 2 or window.room.is_pristine())
    rooms = [one.room for one in program.windows]
    assert "Anna" in {map_of(room.document.project, room.map_id()).owner for room in rooms}
