from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.window.help.page_view import PageView
from cjeditor.window.help.window import HelpWindow
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from tests.window.asking import ask
from tests.window.dialogues import any_shown, shown

ALT = Qt.KeyboardModifier.AltModifier


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, which, modifier)


def heading(opened: HelpWindow) -> str:
    """Return the title of the page that is shown."""
    return opened.page.document().firstBlock().text()


def place_of(page: PageView, text: str) -> QPoint:
    """Return where a text stands on the page, scrolled to."""
    cursor = page.document().find(text)
    assert not cursor.isNull(), text
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart() + 1)
    page.setTextCursor(start)
    page.ensureCursorVisible()
    return page.cursorRect(start).center()


def open_by_key(qtbot: QtBot, window: MainWindow) -> HelpWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.setFocus()
    key(Qt.Key.Key_F1)
    made = shown(qtbot, HelpWindow)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_f1_opens_one_help_and_the_map_can_be_worked_on(qtbot: QtBot, window: MainWindow) -> None:
    opened = open_by_key(qtbot, window)
    assert not opened.isModal()
    assert heading(opened) == "First steps"
    ask(window, "help.open")
    assert any_shown() == [opened]
    key(Qt.Key.Key_Escape)
    assert any_shown() == []


def test_the_arrow_keys_walk_through_the_contents(qtbot: QtBot, opened: HelpWindow) -> None:
    assert opened.field.hasFocus()
    key(Qt.Key.Key_Down)
    assert opened.contents.hasFocus()
    key(Qt.Key.Key_Down)
    assert heading(opened) == "The frameworks explained"
    key(Qt.Key.Key_Down)
    assert heading(opened) == "Nine phases (the full journey)"
    assert opened.trail.accessibleName() == "The frameworks explained · Nine phases (the full journey)"
    # What was only come by is one step back together.
    key(Qt.Key.Key_Left, ALT)
    assert heading(opened) == "First steps"
    assert not opened.back.isEnabled()
    key(Qt.Key.Key_Right, ALT)
    assert heading(opened) == "Nine phases (the full journey)"


def test_a_word_of_the_other_language_is_found_and_enter_goes_there(qtbot: QtBot, opened: HelpWindow) -> None:
    QTest.keyClicks(opened.field, "abbruchpunkt")
    assert opened.left.currentWidget() is opened.results
    assert opened.results.item(0).text() == "Drop-off point (Abbruchpunkt)\nTerms of the craft, by subject · Glossary"
    assert heading(opened) == "First steps", "typing alone turns no page"
    key(Qt.Key.Key_Return)
    assert heading(opened) == "Terms of the craft, by subject"
    assert opened.page.hasFocus()
    marked = [one.cursor.selectedText() for one in opened.page.extraSelections()]
    assert marked == ["Abbruchpunkt"]
    assert opened.page.rect().contains(opened.page.cursorRect(opened.page.extraSelections()[0].cursor).center())
    key(Qt.Key.Key_Left, ALT)
    assert heading(opened) == "First steps"


def test_results_are_walked_through_with_the_arrows(qtbot: QtBot, opened: HelpWindow) -> None:
    QTest.keyClicks(opened.field, "persona")
    key(Qt.Key.Key_Down)
    assert opened.results.hasFocus()
    key(Qt.Key.Key_Down)
    second = opened.results.current()
    assert second is not None
    assert opened.place().visit.page == second.page
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Up)
    assert opened.field.hasFocus()
    # Esc empties the field first, then closes the window.
    key(Qt.Key.Key_Escape)
    assert opened.isVisible()
    assert opened.left.currentWidget() is opened.contents
    key(Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_nothing_found_says_so(qtbot: QtBot, opened: HelpWindow) -> None:
    QTest.keyClicks(opened.field, "walrus")
    assert opened.nothing.isVisible()
    key(Qt.Key.Key_Return)
    assert heading(opened) == "First steps"


def test_a_click_on_a_link_turns_the_page_and_back_returns_to_the_place(qtbot: QtBot, opened: HelpWindow) -> None:
    opened.open_at("building")
    opened.resize(700, 440)
    QApplication.processEvents()
    opened.page.verticalScrollBar().setValue(60)
    place = place_of(opened.page, "guide")
    scrolled = opened.page.verticalScrollBar().value()
    assert scrolled > 0
    QTest.mouseClick(opened.page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heading(opened) == "Guide"
    QTest.mouseClick(opened.back, Qt.MouseButton.LeftButton)
    assert heading(opened) == "How a map is built"
    assert opened.page.verticalScrollBar().value() == scrolled


def test_links_are_reached_and_followed_without_a_mouse(qtbot: QtBot, opened: HelpWindow) -> None:
    opened.page.setFocus()
    key(Qt.Key.Key_Tab)
    assert opened.page.textCursor().selectedText() == "Nine phases (the full journey)"
    key(Qt.Key.Key_Return)
    assert heading(opened) == "Nine phases (the full journey)"


def test_a_term_of_the_index_leads_to_its_explanation(qtbot: QtBot, opened: HelpWindow) -> None:
    opened.open_at("glossary")
    QTest.mouseClick(opened.page.viewport(), Qt.MouseButton.LeftButton, pos=place_of(opened.page, "Moment of truth"))
    assert heading(opened) == "Words of the program"
    cursor = opened.page.document().find("Moment of truth")
    assert opened.page.viewport().rect().contains(opened.page.cursorRect(cursor).center())


def test_it_remembers_its_size_and_the_last_page(qtbot: QtBot, window: MainWindow, opened: HelpWindow) -> None:
    opened.open_at("evidence")
    opened.resize(710, 500)
    key(Qt.Key.Key_Escape)
    ask(window, "help.open")
    again = shown(qtbot, HelpWindow)
    assert again is not opened
    assert heading(again) == "Evidence"
    assert again.size() == QSize(710, 500)


def test_a_page_that_is_not_there_any_more_is_no_harm(qtbot: QtBot, house: House, window: MainWindow) -> None:
    house.preferences.keep_bytes("help_page", b"gone")  # type: ignore[arg-type]  # as bytes it is kept, too
    ask(window, "help.open")
    assert heading(shown(qtbot, HelpWindow)) == "First steps"


def test_f1_in_a_pane_opens_the_page_on_it(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pages = {"view.blocks": "Building blocks", "view.properties": "Properties", "view.outline": "Outline"}
    for row_id, title in pages.items():
        window.panes.come_or_go(row_id.partition(".")[2], True)
        key(Qt.Key.Key_F1)
        opened = shown(qtbot, HelpWindow)
        assert heading(opened) == title
        opened.close()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.setFocus()
    window.panes.come_or_go("guide", True)
    window.room.contents.guide.take_focus()
    key(Qt.Key.Key_F1)
    assert heading(shown(qtbot, HelpWindow)) == "1 Latent and concrete need"


def test_nothing_is_loaded_or_opened(qtbot: QtBot, opened: HelpWindow) -> None:
    page = opened.page
    assert page.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not page.openLinks()
    assert not page.openExternalLinks()
    page.anchorClicked.emit(QUrl("file:///etc/hostname"))
    assert heading(opened) == "First steps"


def test_other_colours_hold_at_once_where_people_read(qtbot: QtBot, house: House, opened: HelpWindow) -> None:
    opened.open_at("phase-1")
    bar = opened.page.verticalScrollBar()
    bar.setValue(300)
    before = opened.page.document().firstBlock().begin().fragment().charFormat().foreground().color()
    house.preferences.set_theme("dark")
    after = opened.page.document().firstBlock().begin().fragment().charFormat().foreground().color()
    assert before.lightness() < 100 < after.lightness()
    assert bar.value() == 300


def test_another_language_comes_at_once_on_the_same_page(qtbot: QtBot, window: MainWindow, opened: HelpWindow) -> None:
    opened.open_at("phase-2", "instruments")
    opened.resize(720, 510)
    window.room.settings.language_wanted.emit("de")

    def is_german() -> bool:
        return any(isinstance(one, HelpWindow) and one.windowTitle() == "Hilfe" for one in any_shown())

    qtbot.waitUntil(is_german)
    (again,) = any_shown()
    assert isinstance(again, HelpWindow)
    assert heading(again) == "2 Orientierung"
    assert again.size() == QSize(720, 510)
    assert again.page.verticalScrollBar().value() > 0


@pytest.mark.parametrize(
    ("language", "size"), [("en", "normal"), (texts.PSEUDO_LANGUAGE, "normal"), ("de", "very_large")]
)
def test_no_page_is_wider_than_the_window(qtbot: QtBot, house: House, window: MainWindow, size: str) -> None:
    house.preferences.set_text_size(size)  # type: ignore[arg-type]  # one of the sizes
    ask(window, "help.open")
    opened = shown(qtbot, HelpWindow)
    opened.resize(opened.minimumSize())
    wide = []
    for page in opened._book.pages():
        opened.open_at(page.key)
        QApplication.processEvents()
        if opened.page.horizontalScrollBar().maximum() > 0:
            wide.append(page.key)
        assert opened.page.document().size().width() <= opened.page.viewport().width() + 1, page.key
    assert wide == []
    assert not [one for one in opened.findChildren(QLabel) if one.isVisible() and one.text() and not one.wordWrap()]
    assert QRect(QPoint(0, 0), QSize(1366, 768)).contains(QRect(QPoint(0, 0), opened.size()))
