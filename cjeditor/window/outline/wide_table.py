"""A table in which one column takes what the others leave, and never less than it needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from cjeditor.window.outline.columns import TEXT, WIDTHS


class WideTable(QTableView):
    """The table of cards: the column of their texts grows with the view; where that is narrow, the table scrolls.

    Once somebody has set the width of that column by hand, it keeps it.

    Signals:
        text_width_set(int): somebody did.
    """

    text_width_set = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text_width = 0
        self._fitting = False
        self.horizontalHeader().sectionResized.connect(self._take_width)

    def fit(self) -> None:
        """Share the width out anew."""
        header = self.horizontalHeader()
        if header.count() > TEXT:
            others = header.length() - header.sectionSize(TEXT)
            self._fitting = True
            header.resizeSection(TEXT, self.text_width or max(WIDTHS["text"], self.viewport().width() - others))
            self._fitting = False

    def _take_width(self, column: int, before: int, now: int) -> None:
        """Note a width that was set by hand; a column that was hidden or comes back is no such thing."""
        if self._fitting or not self.isVisible():
            return
        if column == TEXT:
            self.text_width = now
            self.text_width_set.emit(now)
        elif before and now:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()
