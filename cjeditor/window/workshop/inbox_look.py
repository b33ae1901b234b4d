"""How a thought that waits looks in its list: icon, text on two lines at most, how often it was named."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.window.list_look import ListLook, small_font
from cjeditor.window.workshop.inbox_rows import NAMED

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _ICON, _GAP, _RIGHT, _ABOVE = 12, 16, 8, 12, 6
_LINES = 2
_SEEN = 300
"""Letters of a text that can be seen at most."""


class InboxLook(ListLook):
    """Paints the rows of one list; all are of one height, so that thousands cost nothing."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view, theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of two lines."""
        del index
        return QSize(100, _LINES * QFontMetrics(option.font).lineSpacing() + 2 * _ABOVE + 1)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Lay the field over the text."""
        del index
        editor.setGeometry(option.rect.adjusted(_LEFT + _ICON, 4, -4, -4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect, colour = QRect(option.rect), self._theme.colour
        self.paint_ground(painter, option, rect)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(rect.left() + _LEFT, rect.center().y() - _ICON // 2, _ICON, _ICON))
        left, right = rect.left() + _LEFT + _ICON + _GAP, rect.right() - _RIGHT
        named = index.data(NAMED)
        if named:
            right -= self._paint_named(
                painter, option.font, QRect(left, rect.top(), right - left, rect.height()), named
            )
        painter.setFont(option.font)
        painter.setPen(QColor(colour("text")))
        lines = _broken(str(index.data())[:_SEEN], option.font, max(20, right - left))
        metrics = QFontMetrics(option.font)
        top = rect.center().y() - len(lines) * metrics.lineSpacing() / 2 + metrics.ascent()
        for line in lines:
            painter.drawText(QPointF(left, top), line)
            top += metrics.lineSpacing()
        painter.restore()

    def _paint_named(self, painter: QPainter, font: QFont, rect: QRect, text: str) -> int:
        small = small_font(font)
        width = QFontMetrics(small).horizontalAdvance(text)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.colour("secondary")))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return width + _GAP


def _broken(text: str, font: QFont, width: int) -> list[str]:
    """Return the text on one or two lines; what is too long ends in “…”."""
    plain = " ".join(text.split())
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(plain) <= width:
        return [plain]
    layout = QTextLayout(plain, font)
    layout.setTextOption(_anywhere())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    rest = metrics.elidedText(plain[end:].strip(), Qt.TextElideMode.ElideRight, width)
    return [plain[:end].rstrip(), rest]


def _anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
