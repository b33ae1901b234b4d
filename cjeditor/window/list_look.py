"""What rows of the lists in panes have in common: a ground that says chosen, touched, focused; small type."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cjeditor.layout.theme import Theme, mix

_SMALLEST = 11


class ListLook(QStyledItemDelegate):
    """Paints rows of one list in the colours of a theme; kinds of it paint what stands in a row."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        """Paint the ground of a row, the rule below it, and a frame where the keys are."""
        state, colour = option.state, self._theme.colour
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colour("selection.fill")))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(mix(colour("text"), colour("card"), 0.05)))
        painter.setPen(QColor(colour("rule")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QColor(colour("selection")))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def small_font(font: QFont) -> QFont:
    """Return `font` two pixels smaller, but never too small to be read."""
    small = QFont(font)
    small.setPixelSize(max(_SMALLEST, font.pixelSize() - 2))
    return small
