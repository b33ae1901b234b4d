"""The list of building blocks: rows to be dragged out, or added by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTreeView, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.blocks.row_look import RowLook
from cjeditor.window.blocks.rows import BlockRows
from cjeditor.window.icons import Icons
from cjeditor.window.own_keys import asks_for, asks_for_deletion


class BlockTree(QTreeView):
    """Shows `BlockRows`; headings fold what is below them.

    Signals:
        drag_begun(Block, QPoint): a block is being dragged out; the position is global, the button still down.
        chosen(QModelIndex): a row was asked for by Enter or double click.
        menu_wanted(QModelIndex, QPoint): what can be done with a row is asked for, at a point of the screen.
        removal_wanted(QModelIndex): Del was pressed on a row.
        left_at_top(): Up was pressed on the first row.
    """

    drag_begun = Signal(object, QPoint)
    chosen = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)
    removal_wanted = Signal(QModelIndex)
    left_at_top = Signal()

    def __init__(self, words: Texts, icons: Icons, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self.rows = BlockRows(words.t("Building blocks"), self)
        self._look = RowLook(self, icons, theme)
        self.setObjectName("block_list")
        self.setAccessibleName(words.t("Building blocks"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setItemDelegate(self._look)
        self.setModel(self.rows)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._look.set_theme(theme)
        self.setStyleSheet(
            f"""
            QTreeView {{ background: {theme.colour("chrome")}; border: none; outline: none; }}
            QTreeView::branch {{ background: transparent; }}
            QLineEdit {{ background: {theme.colour("card")}; border: 1px solid {theme.colour("selection")}; }}
            """
        )
        self.viewport().update()

    def mark_current(self, marked: bool) -> None:
        """Show which row is the current one also while the focus is elsewhere, as during a search."""
        self._look.marks_current = marked

    def go_to_first(self) -> None:
        """Make the first block the current row; the first heading where all is folded."""
        first = self.rows.index(0, 0)
        below = self.indexBelow(first) if self.isExpanded(first) else first
        self.setCurrentIndex(below if below.isValid() else first)

    def toggle(self, heading: QModelIndex) -> None:
        """Fold what is below a heading, or unfold it."""
        self.setExpanded(heading, not self.isExpanded(heading))

    def _is_heading(self, index: QModelIndex) -> bool:
        return index.isValid() and self.rows.offer(index) is None

    def _activate(self, index: QModelIndex) -> None:
        if self._is_heading(index):
            self.toggle(index)
        elif index.isValid():
            self.chosen.emit(index)

    def _ask_for_menu(self, index: QModelIndex) -> None:
        at = self.visualRect(index).center()
        self.menu_wanted.emit(index, self.viewport().mapToGlobal(at))

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for(event, Qt.Key.Key_F2) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, ask with Space, remove with Del, rename with F2, go back to the search from the top."""
        key, current = event.key(), self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(current)
        elif key == Qt.Key.Key_Space and self._is_heading(current):
            self.toggle(current)
        elif key == Qt.Key.Key_Space:
            self._ask_for_menu(current)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit(current)
        elif key == Qt.Key.Key_F2:
            if current.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(current)
        elif key == Qt.Key.Key_Up and not self.indexAbove(current).isValid():
            self.left_at_top.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin; a heading folds."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = at if left and index.isValid() and not self._is_heading(index) else None
        if left and self._is_heading(index):
            self.toggle(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has left the spot. Without Qt's part, which would choose other rows."""
        if not event.buttons():
            super().mouseMoveEvent(event)
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        offer = self.rows.offer(self.indexAt(self._pressed))
        self._pressed = None
        if offer is not None and offer.block is not None:
            self.drag_begun.emit(offer.block, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a block; a heading folds again."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton:
            self._activate(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with a row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu(self.currentIndex())
        else:
            self.menu_wanted.emit(self.indexAt(event.pos()), event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first block; a click says itself where to begin, and nothing may scroll under it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.go_to_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the names anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
