"""Alt and a letter lead to every button, tab and named field of a dialogue."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.settings.dialog import SettingsDialog
from tests.builders import small_project
from tests.window.asking import ask
from tests.window.dialogues import shown

DIALOGUES = {
    "settings": "edit.settings",
    "about": "help.about",
    "personas": "map.personas",
    "handout": "file.handout",
    "worksheets": "file.worksheets",
    "slides": "file.slides",
    "web_page": "file.page",
    "print": "file.print",
    "booklet": "file.booklet",
}
OWN = "field.preferred_channels"


def texts_of(dialog: QWidget) -> list[str]:
    """All texts that could carry a mark, but for what people named themselves."""
    own = dialog.findChild(QWidget, OWN)
    buttons = [one for kind in (QPushButton, QCheckBox) for one in dialog.findChildren(kind)]
    found = [one.text() for one in buttons if own is None or not own.isAncestorOf(one)]
    found += [one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None]
    found += [tab.tabText(at) for tab in dialog.findChildren(QTabWidget) for at in range(tab.count())]
    return [text for text in found if any(letter.isalpha() for letter in text)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_text_has_a_letter_of_its_own(qtbot: QtBot, program: Program, language: str) -> None:
    window = program.open_window(small_project())
    qtbot.waitUntil(window.isActiveWindow)
    for name, row_id in DIALOGUES.items():
        ask(window, row_id)
        dialog = shown(qtbot, QDialog, name)
        keys = {text: QKeySequence.mnemonic(text).toString() for text in texts_of(dialog)}
        assert len(keys) > 2, name
        assert [text for text, key in keys.items() if not key] == [], name
        assert len(set(keys.values())) == len(keys), (name, keys)
        dialog.reject()
        qtbot.waitUntil(window.isActiveWindow)


def test_a_letter_leads_to_the_field(qtbot: QtBot, program: Program) -> None:
    window: MainWindow = program.open_window(small_project())
    qtbot.waitUntil(window.isActiveWindow)
    ask(window, "edit.settings")
    dialog = shown(qtbot, SettingsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    name = next(one for one in dialog.findChildren(QLabel) if one.buddy() is dialog.general.author)
    letter = QKeySequence.mnemonic(name.text())[0].key()
    QTest.keyClick(dialog, letter, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is dialog.general.author
    dialog.reject()


def test_ampersands_of_a_text_stay(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QHBoxLayout(dialog)
    button, field = QPushButton("Tom && &Jerry"), QLineEdit()
    name = QLabel("Tom && Jerry")
    name.setBuddy(field)
    for part in (button, name, field):
        row.addWidget(part)
    give_access_keys(dialog)
    give_access_keys(dialog)
    assert sorted((button.text(), name.text())) == ["&Tom && Jerry", "Tom && &Jerry"]
