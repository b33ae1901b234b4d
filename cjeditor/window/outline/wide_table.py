"""A table in which one column takes what the others leave, and never less than it needs."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView

from cjeditor.window.outline.columns import TEXT, WIDTHS


class WideTable(QTableView):
    """The table of cards: the column of their texts grows with the view; where that is narrow, the table scrolls."""

    def _fit(self) -> None:
        header = self.horizontalHeader()
        if header.count() > TEXT:
            others = header.length() - header.sectionSize(TEXT)
            header.resizeSection(TEXT, max(WIDTHS["text"], self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()
