"""One way to show the outline: a view, its rows, its keys, and the selection that it shares with the map."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.change import Change
from cjeditor.model.journey_map import Phase, Step
from cjeditor.window.outline.card_table import CardTable
from cjeditor.window.outline.cells import Cells
from cjeditor.window.outline.following import Following
from cjeditor.window.outline.map_tree import MapTree
from cjeditor.window.outline.pasting import CellPaste
from cjeditor.window.outline.reading import Reading
from cjeditor.window.outline.widths import Widths

_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_MINE = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Page(QObject):
    """A view of the map's rows. It sleeps while nobody sees it, and then costs nothing.

    Attributes:
        folded: ids of the records whose rows are folded in a tree, also while it sleeps or shows another map.

    Signals:
        menu_wanted(QPoint, str, str): where on the screen; what it is about (`card`, `step`, `phase`), and its id.
    """

    menu_wanted = Signal(QPoint, str, str)

    def __init__(
        self,
        view: QAbstractItemView,
        rows: CardTable | MapTree,
        cells: Cells,
        text_column: int,
        canvas: MapCanvas,
        widths: Widths,
        pasting: CellPaste | None = None,
    ) -> None:
        """Put together a page; it belongs to its view.

        Args:
            view: shows the rows already.
            rows: what is shown.
            cells: opens the fields of the view.
            text_column: what F2 edits where the current cell cannot be edited.
            canvas: whose selection is shared.
            widths: of the columns.
            pasting: takes what a spreadsheet copied, where the view has cells for it.
        """
        super().__init__(view)
        self.view = view
        self.rows = rows
        self._cells = cells
        self._text_column = text_column
        self._canvas = canvas
        self.widths = widths
        self._pasting = pasting
        self.following = Following(view, rows, canvas)
        self.folded: set[str] = set()
        view.installEventFilter(self)
        view.setItemDelegate(cells)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_for_menu)
        cells.enter_pressed.connect(self._keep_and_go_on)
        rows.rowsInserted.connect(self._unfold)
        if isinstance(view, QTreeView):
            view.collapsed.connect(self._note_folded)
            view.expanded.connect(self._note_unfolded)

    @property
    def is_awake(self) -> bool:
        """Whether the rows follow the map."""
        return not self.following.paused

    def wake(self, reading: Reading) -> None:
        """Show the map as it is and follow it from now on."""
        self.following.paused = True
        self.rows.show_map(reading)
        self.widths.measure([self.rows.texts_in(column) for column in range(self.rows.columnCount())])
        if isinstance(self.view, QTreeView):
            folded = tuple(self.folded)
            self.view.expandAll()
            self.fold(folded)
        self.following.paused = False
        self.following.follow()
        if not self.view.currentIndex().isValid():
            first = self.view.model().index(0, 0)
            self.view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def fold(self, ids: Collection[str]) -> None:
        """Fold the rows of these records; those that are not there yet, as soon as the page wakes."""
        self.folded |= set(ids)
        if isinstance(self.view, QTreeView):
            for one in ids:
                self.view.collapse(self.rows.index_of(one))

    def sleep(self) -> None:
        """Follow no longer."""
        self._cells.close()
        self.following.paused = True

    def take(self, reading: Reading, change: Change) -> None:
        """Show what changed."""
        self.following.paused = True
        self.rows.follow(reading, change)
        self.following.paused = False
        self.following.follow()

    def finish_editing(self) -> bool:
        """Keep what is being written in a cell; False where it was refused and stays open."""
        return self._cells.finish()

    def paste(self) -> bool:
        """Paste into cells; False where the clipboard holds nothing for them."""
        if self._pasting is None or not self._pasting.wants():
            return False
        self._pasting.paste()
        return True

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        """Show what comes in."""
        if isinstance(self.view, QTreeView):
            self.view.expand(parent)
            for row in range(first, last + 1):
                self.view.expand(self.rows.index(row, 0, parent))

    def _note_folded(self, index: QModelIndex) -> None:
        record = self.rows.record(index)
        if record is not None:
            self.folded.add(record.id)

    def _note_unfolded(self, index: QModelIndex) -> None:
        record = self.rows.record(index)
        if record is not None:
            self.folded.discard(record.id)

    def edit(self) -> None:
        """Write in the current cell, or where its row has a text."""
        current = self.view.currentIndex()
        if not current.isValid():
            return
        if not current.flags() & Qt.ItemFlag.ItemIsEditable:
            current = current.siblingAtColumn(self._text_column)
            self.view.setCurrentIndex(current)
        self.view.edit(current)

    def _delete(self) -> None:
        """Delete what is chosen, and go on with the row below, else above."""
        chosen = sorted(self.view.selectionModel().selectedRows(), key=QModelIndex.row)
        if not chosen:
            return
        around = (self._beside(chosen[-1], 1), self._beside(chosen[0], -1))
        near = [self.rows.record(index) for index in around if index.isValid()]
        self._canvas.picking.delete()
        for record in near:
            if record is not None and self.rows.index_of(record.id).isValid():
                self.following.show_on_map(record)
                return

    def _beside(self, index: QModelIndex, by: int) -> QModelIndex:
        """Return the row above (−1) or below (1) in the same column."""
        if isinstance(self.view, QTreeView):
            found = self.view.indexBelow(index) if by > 0 else self.view.indexAbove(index)
            return found.siblingAtColumn(index.column())
        return index.sibling(index.row() + by, index.column())

    def _go_on(self) -> None:
        """Go to the next row."""
        index = self._beside(self.view.currentIndex(), 1)
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(index, _ROWS)

    def _keep_and_go_on(self) -> None:
        """Keep what was written and go to what is the next row now, whatever the edit makes of the order."""
        below = QPersistentModelIndex(self._beside(self.view.currentIndex(), 1))
        if not self._cells.finish():
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if below.isValid():
            index = below.model().index(below.row(), below.column(), below.parent())
            self.view.selectionModel().setCurrentIndex(index, _ROWS)

    def _ask_for_menu(self, at: QPoint) -> None:
        record = self.rows.record(self.view.currentIndex())
        if record is not None:
            is_card = isinstance(record, Touchpoint | Note)
            kind = "card" if is_card else "phase" if isinstance(record, Phase) else "step"
            if isinstance(record, Link):
                kind = "link"
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(at), kind, record.id)

    def _pastes(self, event: QKeyEvent) -> bool:
        """Paste into cells where the clipboard holds some; elsewhere the window's command makes cards of it."""
        if self._pasting is None or not event.matches(QKeySequence.StandardKey.Paste) or not self._pasting.wants():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._pasting.paste()
        return True

    def _moves(self, event: QKeyEvent) -> bool:
        """Move what is chosen with Ctrl and an arrow, as on the map: cards, in the tree also phases and steps."""
        across, down = _ARROWS.get(Qt.Key(event.key()), (0, 0))
        if not (across or down) or event.modifiers() & ~_KEYPAD != Qt.KeyboardModifier.ControlModifier:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            record = self.rows.record(self.view.currentIndex())
            if isinstance(record, Touchpoint | Note):
                self._canvas.cards.move(across, down)
            elif isinstance(record, Phase):
                self._canvas.phases.move(across + down)
            elif isinstance(record, Step):
                self._canvas.steps.move(across + down)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something else here than in the window's menus."""
        if watched is not self.view or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if self._pastes(event) or self._moves(event):
            return True
        if event.key() in _MINE:
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return False
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                act = {Qt.Key.Key_F2: self.edit, Qt.Key.Key_Delete: self._delete}
                act.get(Qt.Key(event.key()), self._go_on)()
                return True
        return super().eventFilter(watched, event)
