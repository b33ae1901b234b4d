"""How rows of the building blocks look: icon, name on at most two lines, a quiet line below; headings with a caret."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from cjeditor.layout.theme import Theme, mix
from cjeditor.window.blocks.offer import Offer
from cjeditor.window.blocks.rows import OFFER
from cjeditor.window.icons import Icons

_Index = QModelIndex | QPersistentModelIndex
_ICON, _CARET = 16, 12
_LEFT, _GAP, _RIGHT = 10, 8, 8
_ABOVE, _AIR = 5, 10
"""Pixels above and below a row; and above a heading, more."""

_LINES = 2
_SMALL = 11


class RowLook(QStyledItemDelegate):
    """Paints the rows of one view."""

    def __init__(self, view: QTreeView, icons: Icons, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._icons = icons
        self._theme = theme
        self.marks_current = False

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row in the width that the view has."""
        width = self._view.viewport().width()
        offer = index.data(OFFER)
        if not isinstance(offer, Offer):
            return QSize(width, QFontMetrics(_bold(option.font)).height() + 2 * _ABOVE + (_AIR if index.row() else 2))
        return QSize(width, _laid_out(offer.name, QFont(option.font), width, more=bool(offer.more))[1])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        offer = index.data(OFFER)
        if isinstance(offer, Offer):
            self._paint_ground(painter, option, option.rect.adjusted(4, 0, -4, 0))
            self._paint_offer(painter, option, offer)
        else:
            self._paint_heading(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRect(option.rect).adjusted(0, _AIR - 2 if index.row() else 0, 0, 0)
        self._paint_ground(painter, option, rect.adjusted(4, 1, -4, -1))
        font = _bold(option.font)
        open_ = self._view.isExpanded(self._view.model().index(index.row(), 0))
        caret = self._icons.icon("caret-down" if open_ else "caret-right", QPalette.ColorRole.PlaceholderText)
        caret.paint(painter, QRect(rect.right() - _RIGHT - _CARET, rect.center().y() - _CARET // 2, _CARET, _CARET))
        room = rect.adjusted(_LEFT + 2, 0, -_RIGHT - _CARET - 4, 0)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour("secondary")))
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_offer(self, painter: QPainter, option: QStyleOptionViewItem, offer: Offer) -> None:
        rect, metrics = option.rect, QFontMetrics(option.font)
        at = QPoint(rect.left() + _LEFT, rect.top() + _ABOVE + (metrics.height() - _ICON) // 2)
        self._paint_icon(painter, QRect(at, QSize(_ICON, _ICON)), offer)
        left, top = rect.left() + _LEFT + _ICON + _GAP, float(rect.top() + _ABOVE + metrics.ascent())
        painter.setFont(option.font)
        painter.setPen(QColor(self._theme.colour("text")))
        for line in _laid_out(offer.name, QFont(option.font), rect.width(), more=bool(offer.more))[0]:
            painter.drawText(QPointF(left, top), line)
            top += metrics.height()
        if offer.more:
            small = _small(option.font)
            painter.setFont(small)
            painter.setPen(QColor(self._theme.colour("secondary")))
            text = QFontMetrics(small).elidedText(offer.more, Qt.TextElideMode.ElideRight, _room(rect.width()))
            painter.drawText(QPointF(left, top - metrics.ascent() + QFontMetrics(small).ascent()), text)

    def _paint_icon(self, painter: QPainter, rect: QRect, offer: Offer) -> None:
        if not offer.colour:
            self._icons.icon(offer.icon).paint(painter, rect, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colour(f"band:{offer.colour}")))
        painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 3, 3)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state, colour = option.state, self._theme.colour
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        if state & QStyle.StateFlag.State_Selected and (self._view.hasFocus() or self.marks_current):
            painter.setBrush(QColor(colour("selection.fill")))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(mix(colour("text"), colour("chrome"), 0.06)))
        elif focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            return
        painter.setPen(QColor(colour("selection")) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 6, 6)


def _room(width: int) -> int:
    """Return the width that the text of a row has."""
    return max(20, width - _LEFT - _ICON - _GAP - _RIGHT)


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPixelSize(max(_SMALL, QFontMetrics(font).height() * 11 // 16))
    return smaller


def _bold(font: QFont) -> QFont:
    heavier = QFont(font)
    heavier.setPixelSize(max(_SMALL, font.pixelSize() - 1))
    heavier.setWeight(QFont.Weight.Bold)
    return heavier


@lru_cache(maxsize=1_000)
def _laid_out(name: str, font: QFont, width: int, *, more: bool) -> tuple[list[str], int]:
    """Return the lines of a name, and how high its row is, with a second line or without.

    A view asks several times for each of its rows while it is laid out, and so does that of the next window.

    Args:
        name: as it is offered.
        font: nobody changes it any more.
        width: of the row in pixels.
        more: whether a quiet line stands below.
    """
    lines = _broken(name, font, _room(width))
    height = len(lines) * QFontMetrics(font).height()
    if more:
        height += QFontMetrics(_small(font)).height()
    return lines, max(height, _ICON) + 2 * _ABOVE


def _broken(text: str, font: QFont, width: int) -> list[str]:
    """Return the text on as many lines as it needs, at most two; what is too long ends in “…”."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    first, rest = text[:end].rstrip(), text[end:].strip()
    if metrics.horizontalAdvance(first) > width:  # a single word
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)][:_LINES] if rest else [first]
