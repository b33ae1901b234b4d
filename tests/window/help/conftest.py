"""What tests of the help stand on."""

from __future__ import annotations

from functools import cache

import pytest
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.window.help.book import Book
from cjeditor.window.help.window import HelpWindow
from cjeditor.window.main_window import MainWindow
from tests.window.asking import ask
from tests.window.dialogues import shown


@cache
def book_in(language: str) -> Book:
    """Return the help in a language."""
    return Book(texts.of(language))


@pytest.fixture
def book(qtbot: QtBot, language: str) -> Book:
    """Return the help in the language of the windows."""
    return book_in(language)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> HelpWindow:
    """Return the help, opened by the menu, in front."""
    ask(window, "help.open")
    made = shown(qtbot, HelpWindow)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
