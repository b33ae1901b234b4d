"""How a row of a ranking looks: rank, number and title of the card, and a bar as long as its dots are many."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from cjeditor.analysis.voting import Place, title_of
from cjeditor.layout.theme import Theme, mix
from cjeditor.window.list_look import ListLook
from cjeditor.window.voting.ranking_rows import PLACE, RankingRows

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _ABOVE, _GAP, _BAR = 12, 12, 7, 8, 8


class RankingLook(ListLook):
    """Paints the rows of one list, all of one height."""

    def __init__(self, view: QListView, rows: RankingRows, theme: Theme) -> None:
        super().__init__(view, theme)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a line and a bar."""
        del index
        return QSize(100, QFontMetrics(option.font).lineSpacing() + 4 + _BAR + 2 * _ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        place = index.data(PLACE)
        if not isinstance(place, Place):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect, colour = QRect(option.rect), self._theme.colour
        self.paint_ground(painter, option, rect)
        bold = QFont(option.font)
        bold.setBold(True)
        strong, metrics = QFontMetrics(bold), QFontMetrics(option.font)
        top, line = rect.top() + _ABOVE, metrics.lineSpacing()
        rank = f"{place.rank}."
        column = strong.horizontalAdvance("00.") + _GAP
        painter.setFont(bold)
        painter.setPen(QColor(colour("text")))
        upright = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(rect.left() + _LEFT, top, max(column, strong.horizontalAdvance(rank)), line),
                         upright | int(Qt.AlignmentFlag.AlignLeft), rank)  # fmt: skip
        dots = str(place.dots)
        taken = strong.horizontalAdvance(dots) + _GAP
        painter.drawText(QRect(rect.left(), top, rect.width() - _RIGHT, line),
                         upright | int(Qt.AlignmentFlag.AlignRight), dots)  # fmt: skip
        left = rect.left() + _LEFT + column
        number = str(place.card.number)
        painter.setPen(QColor(colour("primary")))
        painter.drawText(QRect(left, top, rect.right() - left, line), upright, number)
        after = left + strong.horizontalAdvance(number) + _GAP
        room = rect.right() - _RIGHT - taken - after
        painter.setFont(option.font)
        painter.setPen(QColor(colour("text")))
        shown = metrics.elidedText(title_of(place.card), Qt.TextElideMode.ElideRight, max(20, room))
        painter.drawText(QRect(after, top, max(20, room), line), upright, shown)
        self._paint_bar(painter, QRectF(left, top + line + 4, rect.right() - _RIGHT - left, _BAR), place.dots)
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRectF, dots: int) -> None:
        colour = self._theme.colour
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(colour("text"), colour("card"), 0.08)))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
        share = dots / max(1, self._rows.most)
        painter.setBrush(QColor(colour("primary")))
        painter.drawRoundedRect(
            QRectF(room.x(), room.y(), max(float(_BAR), room.width() * share), _BAR), _BAR / 2, _BAR / 2
        )
