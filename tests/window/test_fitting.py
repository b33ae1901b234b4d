from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.layout.theme import LIGHT
from cjeditor.window import fitting
from cjeditor.window.crash_dialog import CrashDialog
from cjeditor.window.crash_report import Report
from cjeditor.window.fitting import fit, largest, scrolling
from cjeditor.window.map_details import Details, MapDetailsDialog
from cjeditor.window.new_map.dialog import NewDialog

SMALL = QSize(784, 444)
"""What a screen of 1600 × 1000 pixels at 200 % leaves to a dialogue."""


def test_a_dialogue_is_as_large_as_wished_or_as_the_screen_allows(parent: QWidget) -> None:
    dialog = QDialog(parent)
    fit(dialog, QSize(300, 200))
    assert dialog.size() == QSize(300, 200)
    fit(dialog, QSize(30_000, 20_000))
    assert dialog.size() == largest(dialog)
    screen = QApplication.primaryScreen().availableGeometry().size()
    assert largest(dialog).height() < screen.height()
    assert largest(dialog).width() < screen.width()


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
@pytest.mark.parametrize(
    "make",
    [
        lambda words, parent: NewDialog(words, LIGHT, parent),
        lambda words, parent: MapDetailsDialog(Details("", "", "current", "", "", "", "", ""), words, parent),
        lambda words, parent: CrashDialog(Report("", "text"), words, parent),
    ],
    ids=["new", "details", "crash"],
)
def test_the_buttons_are_in_reach_on_a_small_screen(
    qtbot: QtBot,
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[texts.Texts, QWidget], QDialog],
    language: str,
) -> None:
    monkeypatch.setattr(fitting, "largest", lambda _: SMALL)
    dialog = make(texts.of(language), parent)
    dialog.open()
    qtbot.waitUntil(dialog.windowHandle().isExposed)
    assert dialog.height() <= SMALL.height()
    assert dialog.width() <= SMALL.width()
    buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    assert buttons
    for button in buttons:
        place = QRect(button.mapTo(dialog, QPoint(0, 0)), button.size())
        assert dialog.rect().contains(place), button.text()


def test_what_takes_the_focus_scrolls_into_view(qtbot: QtBot, parent: QWidget) -> None:
    dialog = QDialog(parent)
    content = QWidget(dialog)
    column = QVBoxLayout(content)
    fields = [QLineEdit(content) for _ in range(30)]
    for field in fields:
        column.addWidget(field)
    area = scrolling(content, dialog)
    QVBoxLayout(dialog).addWidget(area)
    dialog.resize(300, 200)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    fields[-2].setFocus()
    qtbot.keyClick(fields[-2], Qt.Key.Key_Tab)
    assert fields[-1].hasFocus()
    seen = QRect(fields[-1].mapTo(area.viewport(), QPoint(0, 0)), fields[-1].size())
    assert area.viewport().rect().contains(seen)
