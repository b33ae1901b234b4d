from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.catalogue.templates import TEMPLATE_KEYS
from cjeditor.layout.theme import DARK, LIGHT, Theme
from cjeditor.window.maps.new_dialog import Choice, NewDialog


@pytest.fixture
def dialog(parent: QWidget) -> NewDialog:
    return opened(parent, "en", LIGHT)


def opened(parent: QWidget, language: str, theme: Theme) -> NewDialog:
    made = NewDialog(texts.of(language), theme, parent)
    made.open()
    return made


def press(dialog: NewDialog, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text).click()


def test_all_templates_are_offered_the_default_one_chosen(dialog: NewDialog) -> None:
    assert dialog.templates.count() == len(TEMPLATE_KEYS) == 5
    assert dialog.choice() == Choice("nine-phases", "en", "")


def test_the_choice_is_told(qtbot: QtBot, dialog: NewDialog) -> None:
    qtbot.keyClick(dialog.title, Qt.Key.Key_Down)
    qtbot.keyClicks(dialog.title, "A <b>bold</b> trip ")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(dialog, "Create")
    assert chosen.args == [Choice("three-phases", "de", "A <b>bold</b> trip")]


def test_enter_creates(qtbot: QtBot, dialog: NewDialog) -> None:
    with qtbot.waitSignal(dialog.chosen):
        qtbot.keyClick(dialog.title, Qt.Key.Key_Return)


def test_escape_does_nothing_more_than_close(qtbot: QtBot, dialog: NewDialog) -> None:
    with qtbot.assertNotEmitted(dialog.chosen), qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_file_may_be_opened_instead(qtbot: QtBot, dialog: NewDialog) -> None:
    with qtbot.waitSignal(dialog.open_wanted):
        press(dialog, "Open a file…")


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_template_is_painted_with_its_colours(parent: QWidget, language: str, theme: Theme) -> None:
    dialog = opened(parent, language, theme)
    image = dialog.templates.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert {theme.colour(f"band:{colour}").lower() for colour in ("#332288", "#117733", "#AA4499")} <= colours
    assert dialog.templates.verticalScrollBar().maximum() == 0, "five templates are seen without scrolling"
