"""Rows of things to put on the map: dragged by the mouse, or added with Enter or a double click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cjeditor.texts import Texts
from cjeditor.window.guide.breaking import Broken
from cjeditor.window.guide.offers import Row
from cjeditor.window.icons import Icons
from cjeditor.window.plain import tooltip_text

_ROW = Qt.ItemDataRole.UserRole
_ICON = 16
_GAP = 8
_PADDING = 5
_MARK = 14
_MOST_KNOWN = 500
"""Broken rows to remember; the layout asks for each several times."""


class RowList(QListWidget):
    """A list without scroll bars, to stand among other things that scroll together.

    Signals:
        drag_begun(Block, QPoint): a block is being dragged out; the position is global, the button still down.
        chosen(Block): a block was asked for by Enter or double click.
        told(str): what the row that the keys have come to is for.
        reached(QRect): the keys have come to a row, which should be in view; the place is within the list.
    """

    drag_begun = Signal(object, QPoint)
    chosen = Signal(object)
    told = Signal(str)
    reached = Signal(QRect)

    def __init__(self, name: str, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._words = words
        self._rows: tuple[Row, ...] = ()
        self._pressed: QPoint | None = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListWidget.DragDropMode.NoDragDrop)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._look = _Look(words, icons, self)
        self.setItemDelegate(self._look)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.itemActivated.connect(self._activated)
        self.currentItemChanged.connect(self._come_to)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; where only marks differ, the chosen row stays."""
        before, self._rows = self._rows, tuple(rows)
        if self._rows == before:
            return
        if [row.name for row in before] != [row.name for row in self._rows]:
            self.blockSignals(True)
            self.clear()
            for _row in self._rows:
                self.addItem(QListWidgetItem())
            self.blockSignals(False)
        for at, row in enumerate(self._rows):
            self._fill(self.item(at), row)
        self.updateGeometry()

    def _fill(self, item: QListWidgetItem, row: Row) -> None:
        if item.data(_ROW) == row:
            return
        item.setData(_ROW, row)
        there = self._words.t("on the map in this phase") if row.on_map else ""
        told = [part for part in (row.name, row.detail, there) if part]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(told))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.tip)
        item.setToolTip(tooltip_text("\n".join(part for part in (row.name, row.tip, there) if part)))

    def _activated(self, item: QListWidgetItem) -> None:
        row = item.data(_ROW)
        if isinstance(row, Row):
            self.chosen.emit(row.block)

    def _come_to(self, item: QListWidgetItem | None) -> None:
        row = item.data(_ROW) if item is not None and self.hasFocus() else None
        if item is not None and isinstance(row, Row):
            self.told.emit(row.tip)
            self.reached.emit(self.visualItemRect(item))

    def heightForWidth(self, width: int) -> int:
        """Return how high all rows are in this width."""
        return sum(self._look.height(row, width) for row in self._rows)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(60, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first row, and show where the keys are."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        elif event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self._come_to(self.currentItem())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left and self.itemAt(event.position().toPoint()) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has left the spot. Without Qt's part, which would choose other rows."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            if not event.buttons():
                super().mouseMoveEvent(event)
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        item = self.itemAt(self._pressed)
        self._pressed = None
        row = item.data(_ROW) if item is not None else None
        if isinstance(row, Row):
            self.drag_begun.emit(row.block, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        event.ignore()


class _Look(QStyledItemDelegate):
    """Paints a row: icon, name in as many lines as it needs, a few quiet words below, a mark where it is on the map."""

    def __init__(self, words: Texts, icons: Icons, parent: RowList) -> None:
        super().__init__(parent)
        self._words = words
        self._icons = icons
        self._view = parent
        self._known: dict[tuple[str, str, int, str], tuple[Broken, Broken | None]] = {}

    def height(self, row: Row, width: int) -> int:
        """Return how high a row is in a list of this width."""
        name, detail = self._broken(row, width)
        return name.height + (detail.height if detail is not None else 0) + 2 * _PADDING

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of a row at the present width."""
        row = index.data(_ROW)
        width = self._view.viewport().width()
        return QSize(width, self.height(row, width)) if isinstance(row, Row) else QSize(width, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(_ROW)
        if not isinstance(row, Row):
            return
        place: QRect = option.rect
        state = option.state
        role = QPalette.ColorRole
        colours = self._view.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(colours.color(role.Accent) if current else Qt.GlobalColor.transparent)
            painter.setBrush(colours.color(role.Base))
            painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), 5, 5)
        name, detail = self._broken(row, place.width())
        top = place.top() + _PADDING
        middle = (name.pitch - _ICON) // 2
        icon = self._icons.icon(row.icon, role.PlaceholderText)
        icon.paint(painter, QRect(place.left() + 4, top + middle, _ICON, _ICON))
        left = place.left() + 4 + _ICON + _GAP
        painter.setPen(colours.color(role.WindowText))
        name.paint(painter, left, top)
        if detail is not None:
            painter.setPen(colours.color(role.PlaceholderText))
            detail.paint(painter, left, top + name.height)
        if row.on_map:
            mark = QRect(place.right() - _MARK - 4, top + (name.pitch - _MARK) // 2, _MARK, _MARK)
            self._icons.icon("check", role.PlaceholderText).paint(painter, mark)
        painter.restore()

    def _broken(self, row: Row, width: int) -> tuple[Broken, Broken | None]:
        room = width - 4 - _ICON - _GAP - _MARK - 8
        font = self._view.font()
        key = (row.name, row.detail, width, font.key())
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            name = Broken(row.name, font, room, language=self._words.language)
            self._known[key] = (name, Broken(row.detail, font, room) if row.detail else None)
        return self._known[key]
