"""Shows a page of the help; links lead to other pages, and nothing is ever loaded from anywhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from cjeditor.analysis.folding import cleaned
from cjeditor.layout.theme import Theme, mix
from cjeditor.texts import Texts
from cjeditor.window.appearance import FONT_SIZE, SCROLL_BAR
from cjeditor.window.help.page import Page
from cjeditor.window.help.typesetter import MARGIN, Type, set_page

WIDEST = 680
"""Pixels at 100 % that a line of text is wide at most."""


class PageView(QTextBrowser):
    """One page, to be read, copied from and walked through by Tab from link to link.

    Signals:
        wanted(str): a link was followed, to ``page`` or ``page#anchor``.
    """

    wanted = Signal(str)

    def __init__(self, words: Texts, icons: str, theme: Theme, parent: QWidget) -> None:
        """Make it, empty.

        Args:
            words: the language.
            icons: the family of the icon font.
            theme: the colours.
            parent: the window.
        """
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._page: Page | None = None
        self._document: QTextDocument | None = None
        self.setObjectName("help_page")
        self.setAccessibleName(words.t("Page of the help"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; what is shown stays where it is."""
        self._theme = theme
        card = theme.colour("card")
        self.setStyleSheet(
            f"""
            QTextBrowser {{ background: {card}; border: 1px solid {theme.colour("card.border")};
                border-radius: 6px; selection-background-color: {theme.colour("selection")};
                selection-color: {theme.colour("on.primary")}; }}
            QTextBrowser:focus {{ border: 1px solid {theme.colour("selection")}; }}
            """
        )
        if self._page is not None:
            place = self.verticalScrollBar().value()
            self._set(self._page)
            self.verticalScrollBar().setValue(place)

    def show_page(self, page: Page, anchor: str = "", sought: str = "") -> None:
        """Show a page from its top, or from one of its sections, with the words of a search marked."""
        self._set(page)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if anchor:
            self.scrollToAnchor(anchor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - MARGIN // 2)
        self._mark(cleaned(sought).split())

    def _set(self, page: Page) -> None:
        self._page = page
        self.setExtraSelections([])
        # Written where nobody looks, it is laid out once, when it is whole.
        former, self._document = self._document, QTextDocument(self)
        set_page(self._document, page, Type(self.font(), self._icons, self._theme, self.devicePixelRatioF()))
        self.setDocument(self._document)
        if former is not None:  # the first one belongs to Qt
            former.deleteLater()
        self._break_lines()
        # Qt lays a page out bit by bit, and the scroll bars follow later: places could not be gone to yet.
        self._document.size()
        size = self.viewport().size()
        super().resizeEvent(QResizeEvent(size, size))

    def _mark(self, sought: list[str]) -> None:
        """Mark what was searched for, where it stands on the page as it was typed."""
        colour = QColor(mix(self._theme.colour("star"), self._theme.colour("card"), 0.28))
        found: list[QTextEdit.ExtraSelection] = []
        for word in sought:
            cursor = QTextCursor(self.document())
            while not (cursor := self.document().find(word, cursor, QTextDocument.FindFlag(0))).isNull():
                marked = QTextEdit.ExtraSelection()
                marked.cursor = cursor
                marked.format.setBackground(colour)
                found.append(marked)
        self.setExtraSelections(found)

    def _break_lines(self) -> None:
        widest = WIDEST * self.font().pixelSize() // FONT_SIZE + 2 * MARGIN
        # Whether there is a scroll bar must not change the lines, for the lines decide whether there is one.
        self.setLineWrapColumnOrWidth(min(widest, self.contentsRect().width() - SCROLL_BAR))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "help":
            self.wanted.emit(link.toString().partition(":")[2])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._break_lines()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ARG002 - Qt calls us, by this name
        """Load nothing: pages are made of what they hold."""
        return None
