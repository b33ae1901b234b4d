"""The parts of a handout: ticked when they are printed, put in order by mouse and keys."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cjeditor.export.audience import INTERNAL
from cjeditor.export.options import Audience
from cjeditor.export.parts import PARTS, part
from cjeditor.texts import Texts
from cjeditor.window.own_keys import asks_for
from cjeditor.window.plain import tooltip_text
from cjeditor.window.row_grip import RowGrip

_KEY = Qt.ItemDataRole.UserRole
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_Check = Qt.CheckState


class PartsList(QListWidget):
    """All parts that there are; what is shown is theirs alone until `changed` is heard.

    Signals:
        changed(): other parts are ticked, or they stand in another order.
    """

    changed = Signal()

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._grip = RowGrip(self)
        self._carried: QListWidgetItem | None = None
        self._gap = -1
        self.setObjectName("parts")
        self.setAccessibleName(words.t("Parts of the handout"))
        self.setAccessibleDescription(words.t("Space ticks a part, Alt and the arrow keys move it"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setStyleSheet("QListWidget::item { padding: 3px 4px; }")
        for spec in PARTS:
            item = QListWidgetItem(words.t(spec.title), self)
            item.setData(_KEY, spec.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_Check.Unchecked)
            self._explain(item, words.t(spec.tip))
        self.setCurrentRow(0)
        self.itemChanged.connect(self._tell)

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of all parts as they stand."""
        return tuple(str(item.data(_KEY)) for item in self._items())

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the parts that are ticked."""
        return frozenset(str(item.data(_KEY)) for item in self._items() if item.checkState() == _Check.Checked)

    def show_parts(self, order: tuple[str, ...], ticked: frozenset[str]) -> None:
        """Show all parts in this order, these of them ticked; `changed` is not told."""
        current = self.currentItem()
        with QSignalBlocker(self):
            known = {str(item.data(_KEY)): item for item in self._items()}
            for row, key in enumerate(order):
                item = known[key]
                self.insertItem(row, self.takeItem(self.row(item)))
                item.setCheckState(_Check.Checked if key in ticked else _Check.Unchecked)
            self.setCurrentItem(current)

    def tick(self, key: str, ticked: bool = True) -> None:
        """Tick a part, or not."""
        for item in self._items():
            if item.data(_KEY) == key:
                item.setCheckState(_Check.Checked if ticked else _Check.Unchecked)

    def show_audience(self, audience: Audience) -> None:
        """Show in a quiet colour what this audience does not get, and say so."""
        with QSignalBlocker(self):
            for spec in PARTS:
                item = next(one for one in self._items() if one.data(_KEY) == spec.key)
                kept_back = audience == "client" and spec.key in INTERNAL
                flag = Qt.ItemFlag.ItemIsEnabled
                item.setFlags(item.flags() & ~flag if kept_back else item.flags() | flag)
                tip = self._words.t(spec.tip)
                self._explain(item, self._words.t("Not for clients: it tells of the work") if kept_back else tip)

    def show_empty(self, keys: Collection[str]) -> None:
        """Say beside which of the ticked parts that there is nothing on this map for them."""
        with QSignalBlocker(self):
            for item in self._items():
                title = self._words.t(part(str(item.data(_KEY))).title)
                empty = item.data(_KEY) in keys and item.checkState() == _Check.Checked
                item.setText(self._words.t("{part} (nothing yet)", part=title) if empty else title)

    def move_current(self, by: int) -> bool:
        """Move the part that the keys are on up (−1) or down (+1); return whether it has moved."""
        row = self.currentRow() + by
        if self.currentItem() is None or not 0 <= row < self.count():
            return False
        self._put(self.currentItem(), row)
        return True

    def _put(self, item: QListWidgetItem, row: int) -> None:
        with QSignalBlocker(self):
            self.insertItem(row, self.takeItem(self.row(item)))
        self.setCurrentItem(item)
        self.scrollToItem(item)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _explain(self, item: QListWidgetItem, tip: str) -> None:
        item.setToolTip(tooltip_text(tip))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tip)

    def _gap_at(self, at: QPoint) -> int:
        """Return before which row a part dropped at this point would stand."""
        item = self.itemAt(at)
        if item is None:
            return self.count() if at.y() > 0 else 0
        return self.row(item) + (at.y() > self.visualItemRect(item).center().y())

    def _end_carrying(self, *, drop: bool) -> None:
        carried, gap = self._carried, self._gap
        self._carried, self._gap = None, -1
        self._grip.let_go()
        self.viewport().update()
        if drop and carried is not None and gap >= 0:
            row = self.row(carried)
            target = gap - 1 if gap > row else gap
            if target != row:
                self._put(carried, target)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move parts."""
        if asks_for(event, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and arrows; Esc lets go of a part that is carried."""
        if event.key() == Qt.Key.Key_Escape and self._carried is not None:
            self._end_carrying(drop=False)
        elif event.key() in _ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a part may be taken up."""
        super().mousePressEvent(event)
        self._grip.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the part once the pointer has left the spot."""
        if self._grip.move(event):
            self._carried = self._carried or self.itemAt(self._grip.spot)
            self._gap = self._gap_at(event.position().toPoint())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the part down."""
        carrying = self._grip.is_carrying
        self._end_carrying(drop=True)
        if not carrying:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts, and the line where a carried one would go."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        last = self.count() - 1
        rect = self.visualItemRect(self.item(min(self._gap, last)))
        y = rect.top() if self._gap <= last else rect.bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().highlight(), 2))
        painter.drawLine(4, y, self.viewport().width() - 4, y)
        painter.end()
