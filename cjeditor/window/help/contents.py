"""The table of contents of the help, and the list of what a search found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem, QWidget

from cjeditor.texts import Texts
from cjeditor.window.help.book import Book
from cjeditor.window.help.page import Page
from cjeditor.window.help.searching import Result
from cjeditor.window.plain import tooltip_text

_KEY = Qt.ItemDataRole.UserRole
_ROW = 10
"""Pixels by which a row is higher than its letters."""


class Contents(QTreeWidget):
    """All pages as a tree: the arrow keys lead from page to page and show each.

    Signals:
        wanted(str): the page of this key was gone to.
    """

    wanted = Signal(str)

    def __init__(self, book: Book, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setObjectName("help_contents")
        self.setAccessibleName(words.t("Contents"))
        self.setHeaderHidden(True)
        self.setHeaderLabel(words.t("Contents"))  # hidden, but a screen reader comes across it
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for chapter in book.chapters:
            self._add(chapter, self)
        self.currentItemChanged.connect(self._gone)

    def go_to(self, key: str) -> None:
        """Make the page current without asking for it; the way to it is unfolded."""
        item = self._items.get(key)
        if item is None:
            return
        blocked = self.blockSignals(True)
        self.setCurrentItem(item)
        self.blockSignals(blocked)
        item.setExpanded(True)
        self.scrollToItem(item)

    def _add(self, page: Page, parent: QTreeWidget | QTreeWidgetItem) -> None:
        item = QTreeWidgetItem(parent, [page.title])
        item.setData(0, _KEY, page.key)
        item.setToolTip(0, tooltip_text(page.title))
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _ROW))
        self._items[page.key] = item
        for below in page.pages:
            self._add(below, item)

    def _gone(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(0, _KEY))


class Results(QListWidget):
    """What a search found, the best first.

    Signals:
        looked_at(Result): the arrow keys or the mouse came to it.
        chosen(Result): it was asked for by Enter.
        left_at_top(): Up was pressed in the first row.
    """

    looked_at = Signal(object)
    chosen = Signal(object)
    left_at_top = Signal()

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._found: tuple[Result, ...] = ()
        self.setObjectName("help_results")
        self.setAccessibleName(words.t("Search results"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(self._look)

    def show_results(self, found: Sequence[Result]) -> None:
        """Show what was found, the first one current; nobody is told."""
        blocked = self.blockSignals(True)
        self._found = tuple(found)
        self.clear()
        for one in found:
            title = self._words.t("{name} ({other})", name=one.title, other=one.other) if one.other else one.title
            item = QListWidgetItem(f"{title}\n{one.where}" if one.where else title, self)
            item.setToolTip(tooltip_text(item.text()))
        self.setCurrentRow(0 if found else -1)
        self.blockSignals(blocked)

    def current(self) -> Result | None:
        """Return the current result."""
        row = self.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _look(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.looked_at.emit(self._found[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter; leave upwards from the first row."""
        result = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and result is not None:
            self.chosen.emit(result)
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_at_top.emit()
        else:
            super().keyPressEvent(event)
