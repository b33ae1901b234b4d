"""Strings that look like something else, in every label, tip, menu and list of the window, shown as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QMessageBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.storage.load import loads
from cjeditor.storage.save import dumps
from cjeditor.window import plain
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from tests.hostile_strings import MARKUP, STRINGS
from tests.model.saying import saying_all

OURS = re.compile(r"</?(b|br|p|qt|span|div|body|html|table|tr|td|th|i|small|hr)\b[^<>]*>")
"""What tips of our own are laid out with; never with attributes that lead anywhere."""
LEADS_OUT = re.compile(r"<[^<>]*\b(src|href|url|on\w+)\s*=", re.IGNORECASE)


def is_plain(text: str) -> bool:
    """Whether Qt, which guesses, would find no markup of anybody else's in a text for a tip."""
    return not Qt.mightBeRichText(text) or ("<" not in OURS.sub("", text) and not LEADS_OUT.search(text))


def read(markup: str) -> str:
    document = QTextDocument()
    document.setHtml(markup)
    return document.toPlainText()


@pytest.fixture(scope="module")
def said() -> bytes:
    return dumps(saying_all(STRINGS))


@pytest.fixture
def full(qtbot: QtBot, program: Program, said: bytes) -> MainWindow:
    made = program.open_window(loads(said, "x"))
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def widgets() -> Iterator[QWidget]:
    for top in QApplication.topLevelWidgets():
        yield top
        yield from top.findChildren(QWidget)


def look_at_all_widgets() -> list[tuple[str, str]]:
    """What some widget could take for markup: its name, and the text."""
    found = []
    for one in widgets():
        tips = [one.toolTip(), one.whatsThis()]
        if not isinstance(one, QMenu) or one.toolTipsVisible():  # others never show the tips of their entries
            tips += [action.toolTip() for action in one.actions()]
        if isinstance(one, QTabBar):
            tips += [one.tabToolTip(at) for at in range(one.count())]
        found += [(one.objectName() or type(one).__name__, tip) for tip in tips if not is_plain(tip)]
        if isinstance(one, QLabel) and one.textFormat() == Qt.TextFormat.AutoText and Qt.mightBeRichText(one.text()):
            found.append((one.objectName() or "label", one.text()))
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            found += [(one.objectName(), tip) for tip in tips_of(one.model(), QModelIndex(), 3)]
    return found


def tips_of(model: QAbstractItemModel, parent: QModelIndex, depth: int) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), 400)):
        for column in range(columns):
            index = model.index(row, column, parent)
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and not is_plain(tip):
                yield tip
        if depth and columns:
            yield from tips_of(model, model.index(row, 0, parent), depth - 1)


def test_no_widget_of_any_pane_takes_a_text_for_markup(qtbot: QtBot, full: MainWindow) -> None:
    selection = full.room.canvas.selection
    ids = [card.id for card in full.room.document.project.maps[0].touchpoints][: len(MARKUP)]
    for pane in PANES:
        full.panes.show_pane(pane.id, True)
        for some in (ids[:1], ids[1:3], ids[9:10], ids[40:41]):
            selection.choose("cards", some)
            QApplication.processEvents()
        assert look_at_all_widgets() == [], pane.id


def test_what_is_looked_for_is_there(qtbot: QtBot) -> None:
    bad = QLabel("<b>bold</b>")
    qtbot.addWidget(bad)
    bad.setToolTip("<img src='/etc/passwd'>")
    assert [text for _name, text in look_at_all_widgets()] == ["<img src='/etc/passwd'>", "<b>bold</b>"]


def test_the_title_and_the_tabs_show_what_was_typed(full: MainWindow) -> None:
    titles = [one.title for one in full.room.document.project.maps if one.title.strip()]
    bars = [bar for bar in full.findChildren(QTabBar) if bar.count() >= len(titles)]
    assert bars, "the maps are behind tabs"
    shown = [bars[0].tabText(at).replace("&&", "&") for at in range(bars[0].count())]
    for title in titles:
        start = " ".join(title.split())[:8]
        assert any(start in text for text in shown), title


@pytest.mark.parametrize("kind", ["label", "tip", "menu", "title", "box"])
def test_the_ways_in_which_texts_are_shown_keep_every_string(qtbot: QtBot, kind: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for text in STRINGS:
        if kind == "label":
            made = plain.label(text, parent)
            assert (made.textFormat(), made.text()) == (Qt.TextFormat.PlainText, text)
        elif kind == "tip":
            tip = plain.tooltip_text(text)
            assert is_plain(tip)
            assert "".join(read(tip).split()) == "".join(text.replace("\ufffe\uffff", "").split()) or not text.isascii()
        elif kind == "menu":
            assert plain.menu_text(text).replace("&&", "") == text.replace("\n", " ").replace("&", "")
        elif kind == "title":
            parent.setWindowTitle(plain.title_text(text))
            assert plain.title_text(text).replace("[*][*]", "[*]") == text.replace("\n", " ")
        else:
            box = plain.message_box(parent, icon=QMessageBox.Icon.Warning, text=text, details=text, items=(text,))
            for one in box.findChildren(QLabel):
                assert one.textFormat() == Qt.TextFormat.PlainText or not Qt.mightBeRichText(one.text()), text
            box.deleteLater()
