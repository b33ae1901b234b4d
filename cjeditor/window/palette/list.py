"""The list below the palette's field: each command with the way to it and its key; what cannot be asked for is dim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cjeditor.layout.theme import Theme, mix
from cjeditor.texts import Texts
from cjeditor.window.palette.commands import Command

COMMAND: Final = Qt.ItemDataRole.UserRole
"""The row's `Command`."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ICON, _LEFT, _GAP, _RIGHT = 16, 12, 10, 12
_ABOVE = 5
_SMALL = 11


class CommandRows(QAbstractListModel):
    """The commands that were found, best first."""

    def __init__(self, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[Command, ...] = ()

    def show(self, found: Sequence[Command]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._shown = tuple(found)
        self.endResetModel()

    def command(self, index: _Index) -> Command | None:
        """Return the command of a row; None for no row."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's name, the command itself, or all of it in words for a screen reader."""
        one = self.command(index)
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == COMMAND:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cannot = "" if one.action.isEnabled() else self._words.t("not possible now")
            return ", ".join(part for part in (one.name, one.path, one.keys, cannot) if part)
        return None


class CommandList(QListView):
    """Shows the commands; the field above it has the keyboard."""

    def __init__(self, words: Texts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commands")
        self.setAccessibleName(words.t("Commands"))
        self.rows = CommandRows(words, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Look(self, theme))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_found(self, found: Sequence[Command]) -> None:
        """Offer these, the first one chosen."""
        self.rows.show(found)
        self.setCurrentIndex(self.rows.index(0, 0))
        self.scrollToTop()

    def current(self) -> Command | None:
        """Return the chosen command."""
        return self.rows.command(self.currentIndex())

    def said(self) -> str:
        """Return what a screen reader says of the chosen command; the field keeps the focus, so nothing else does."""
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def go(self, rows: int) -> None:
        """Choose another row, so many below or above."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.rows.index(min(max(self.currentIndex().row() + rows, 0), last), 0))

    def page(self) -> int:
        """Return how many rows are seen at once."""
        return max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)


class _Look(QStyledItemDelegate):
    """Paints a row: icon, name, the way to it, and the key at the right."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002  all rows are alike
        """Return the height of a row: the name with the way below it."""
        height = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
        return QSize(0, height + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        one = index.data(COMMAND)
        if not isinstance(one, Command):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_command(painter, option.rect, option.font, one)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            colour = self._theme.colour("selection.fill")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            colour = mix(self._theme.colour("text"), self._theme.colour("card"), 0.06)
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)

    def _paint_command(self, painter: QPainter, rect: QRect, font: QFont, one: Command) -> None:
        enabled, small = one.action.isEnabled(), _small(font)
        name, way = QFontMetrics(font), QFontMetrics(small)
        middle = rect.top() + (rect.height() - _ICON) // 2
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        one.action.icon().paint(painter, rect.left() + _LEFT, middle, _ICON, _ICON, mode=mode)
        left, right = rect.left() + _LEFT + _ICON + _GAP, rect.right() - _RIGHT
        secondary = QColor(self._theme.colour("secondary"))
        painter.setFont(font)
        painter.setPen(secondary)
        keys = QRect(right - name.horizontalAdvance(one.keys), rect.top(), right, rect.height())
        painter.drawText(keys, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, one.keys)
        room = keys.left() - left - (_GAP if one.keys else 0)
        painter.setPen(QColor(self._theme.colour("text")) if enabled else secondary)
        top = rect.top() + _ABOVE
        painter.drawText(left, top + name.ascent(), name.elidedText(one.name, Qt.TextElideMode.ElideRight, room))
        painter.setFont(small)
        painter.setPen(secondary)
        below = way.elidedText(one.path, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + name.height() + way.ascent(), below)


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPixelSize(max(_SMALL, QFontMetrics(font).height() * 11 // 16))
    return smaller
