"""The field for plain text that opens over a cell of the outline."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import label

_MOST_LINES = 6
_LEAST_PROBLEM = 320
"""Pixels at 100 % that a sentence about what is wrong is wide, also below a narrow cell."""


class CellText(QPlainTextEdit):
    """A field for plain text as high as its lines, up to some, and never beyond the view."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = QRect()
        self.setObjectName("cell_text")
        self.setAccessibleName(words.t("Text of the card"))
        self.setFrameShape(QFrame.Shape.Box)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(3, 0, 0, 0)
        self.document().setDocumentMargin(3)
        self.document().setModified(False)  # a margin counts as one
        self._problem = label("", parent)
        self._problem.setObjectName("cell_problem")
        self._problem.hide()
        self.textChanged.connect(self._written)

    def text(self) -> str:
        """Return what was written. Qt's own way would turn no-break spaces into common ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def tell(self, problem: str) -> None:
        """Say at the field what is wrong with what was written; an empty text when nothing is."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.setAccessibleDescription(problem)
        self._fit()

    def problem(self) -> str:
        """Return what is wrong with what was written."""
        return self._problem.text()

    def let_go(self) -> None:
        """Take the problem away with the field."""
        self._problem.hide()
        self._problem.deleteLater()

    def _written(self) -> None:
        if self.problem():
            self.tell("")
        self._fit()

    def stand_over(self, cell: QRect) -> None:
        """Stand over a cell of the view."""
        self._cell = cell
        self._fit()

    def _fit(self) -> None:
        view = self.parentWidget()
        if view is None or not self._cell.isValid():
            return
        # Qt counts the height of a plain document in lines.
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        height = max(self._cell.height(), lines * self.fontMetrics().lineSpacing() + 10)
        height = min(height, max(view.height(), self._cell.height()))
        bars = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bars)
        top = max(0, min(self._cell.top(), view.height() - height))
        self.setGeometry(self._cell.left(), top, self._cell.width(), height)
        if self._problem.isVisibleTo(view):
            self._stand_below(view)

    def _stand_below(self, view: QWidget) -> None:
        """Put the problem below the field, above where there is no room."""
        place = self.geometry()
        width = min(max(place.width(), _LEAST_PROBLEM), view.width())
        height = self._problem.heightForWidth(width)
        top = place.bottom() + 1 if place.bottom() + height < view.height() else max(0, place.top() - height)
        self._problem.setGeometry(min(place.left(), max(0, view.width() - width)), top, width, height)
        self._problem.raise_()
