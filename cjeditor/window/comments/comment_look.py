"""How a comment looks in its list: check box, what it is about, what it says, who wrote it and when."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from cjeditor.layout.theme import Theme
from cjeditor.window.comments.comment_rows import SUBJECT, WRITTEN
from cjeditor.window.icons import Icons
from cjeditor.window.list_look import ListLook, small_font

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _BOX, _GAP, _RIGHT, _ABOVE = 10, 18, 8, 12, 7
_BESIDE = _LEFT + _BOX + _GAP
"""Where texts begin; what lies left of it ticks the row."""
_MOST_LINES = 8
_SEEN = 1_200
"""Letters of a text that can be seen at most."""


class CommentLook(ListLook):
    """Paints the rows of one list."""

    def __init__(self, view: QListView, icons: Icons, theme: Theme) -> None:
        super().__init__(view, theme)
        self._icons = icons

    def box_at(self, index: _Index) -> QRect:
        """Return what is clicked to tick a row, in the list."""
        rect = self._view.visualRect(index)
        return QRect(rect.left(), rect.top(), _BESIDE, rect.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of all lines."""
        width = self._view.viewport().width()
        lines = len(_broken(str(index.data() or ""), option.font, width - _BESIDE - _RIGHT))
        height = QFontMetrics(option.font).lineSpacing()
        small = QFontMetrics(small_font(option.font)).lineSpacing()
        return QSize(80, height * (lines + 1) + (small if index.data(WRITTEN) else 0) + 2 * _ABOVE + 1)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: _Index) -> bool:
        """Tick the row where its box is clicked."""
        del model, option
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
            and self.box_at(index).contains(event.position().toPoint())
        ):
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return self._view.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect, colour = QRect(option.rect), self._theme.colour
        self.paint_ground(painter, option, rect)
        resolved = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        metrics = QFontMetrics(option.font)
        left, room = rect.left() + _BESIDE, rect.width() - _BESIDE - _RIGHT
        box = QRect(rect.left() + _LEFT, rect.top() + _ABOVE + (metrics.lineSpacing() - _BOX) // 2, _BOX, _BOX)
        self._icons.icon("check-square" if resolved else "square").paint(painter, box)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(colour("secondary" if resolved else "text")))
        top = float(rect.top() + _ABOVE + metrics.ascent())
        subject = QFontMetrics(bold).elidedText(str(index.data(SUBJECT)), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, top), subject)
        painter.setFont(option.font)
        for line in _broken(str(index.data() or ""), option.font, room):
            top += metrics.lineSpacing()
            painter.drawText(QPointF(left, top), line)
        written = index.data(WRITTEN)
        if written:
            small = small_font(option.font)
            painter.setFont(small)
            painter.setPen(QColor(colour("secondary")))
            top += QFontMetrics(small).lineSpacing() + 1
            painter.drawText(
                QPointF(left, top), QFontMetrics(small).elidedText(written, Qt.TextElideMode.ElideRight, room)
            )
        painter.restore()


def _broken(text: str, font: QFont, width: int) -> list[str]:
    """Return the text in lines, its own breaks kept; where there are too many, the last ends in “…”."""
    lines: list[str] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for part in text.strip()[:_SEEN].split("\n"):
        layout = QTextLayout(part, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            start = line.textStart()
            lines.append(part[start : start + line.textLength()].rstrip())
        layout.endLayout()
        if len(lines) > _MOST_LINES:
            return [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rstrip()} …"]
    return lines or [""]
