"""The list of what waits: sent onto the map by key, or dragged there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from cjeditor.window.own_keys import asks_for, asks_for_deletion
from cjeditor.window.workshop.inbox_rows import InboxRows

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class InboxList(QListView):
    """Shows `InboxRows`.

    Signals:
        drag_begun(QPoint): the chosen thoughts are being dragged out; the position is global, the button still down.
        placing_wanted(): the chosen thoughts should become cards at the focus of the map.
        phase_wanted(int): they should become cards of the phase of this number, counted from 1.
        parting_wanted(): they should go to the other place.
        shift_wanted(int): they should go up (−1) or down (+1).
        removal_wanted(): they should go.
        menu_wanted(QPoint): what can be done with them is asked for, at a point of the screen.
        chosen(): others are chosen.
    """

    drag_begun = Signal(QPoint)
    placing_wanted = Signal()
    phase_wanted = Signal(int)
    parting_wanted = Signal()
    shift_wanted = Signal(int)
    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)
    chosen = Signal()

    def __init__(self, rows: InboxRows, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows
        self._pressed: QPoint | None = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(rows)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.selectionModel().selectionChanged.connect(self.chosen)

    @property
    def ids(self) -> list[str]:
        """The chosen thoughts from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [card.id for row in rows if (card := self.rows.card(row)) is not None]

    def choose(self, ids: list[str], current: int) -> None:
        """Choose these thoughts; the row `current`, as near as there is one, where none of them is there."""
        model = self.selectionModel()
        found = [self.rows.row_of(each) for each in ids]
        found = [row for row in found if row >= 0] or [min(max(current, 0), self.rows.rowCount() - 1)]
        self.setCurrentIndex(self.rows.index(found[0]))
        for row in found:
            model.select(self.rows.index(row), QItemSelectionModel.SelectionFlag.Select)

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if (
            _asks_for_all(event)
            or asks_for(event, Qt.Key.Key_F2, Qt.Key.Key_Up, Qt.Key.Key_Down)
            or asks_for_deletion(event)
            or (event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _phase_of(event) > 0)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter, into a phase with Alt and its number, to the other place with Ctrl+Enter.

        Write with F2, move with Ctrl and arrows, delete.
        """
        key = event.key()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.parting_wanted if control else self.placing_wanted).emit()
        elif _phase_of(event):
            self.phase_wanted.emit(_phase_of(event))
        elif key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif key in _ARROWS and control:
            self.shift_wanted.emit(_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin; of several that are chosen none is let go by taking them up."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        self._pressed = at if left else None
        if left and not event.modifiers() and self.selectionModel().isSelected(index):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has left the spot. Without Qt's part, which would choose other rows."""
        if not event.buttons():
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if self._pressed is None or (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        if self.ids:
            self.drag_begun.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began: a click on one of several chooses it alone."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not event.modifiers() and len(self.ids) > 1:
            self.setCurrentIndex(self.indexAt(pressed))
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the text."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.edit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with what is chosen."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        if self.indexAt(at).isValid() and self.ids:
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        event.accept()


def _phase_of(event: QKeyEvent) -> int:
    """Return the number of the phase that is asked for with Alt and a figure; 0 for other keys."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    figure = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
    return event.key() - Qt.Key.Key_0 if figure and held == Qt.KeyboardModifier.AltModifier else 0


def _asks_for_all(event: QEvent) -> bool:
    """Return whether `event` asks who wants the keys that select all."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.SelectAll)
    )
