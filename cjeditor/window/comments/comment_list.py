"""The list of comments, worked on with keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from cjeditor.window.comments.comment_rows import CommentRows
from cjeditor.window.own_keys import asks_for, asks_for_deletion


class CommentList(QListView):
    """Shows `CommentRows`.

    Signals:
        going_wanted(): what the comment is about should be shown on the map.
        writing_wanted(): its text should be changed.
        turning_wanted(): the chosen comments should be resolved, or opened again.
        removal_wanted(): they should go.
        chosen(): others are chosen.
    """

    going_wanted = Signal()
    writing_wanted = Signal()
    turning_wanted = Signal()
    removal_wanted = Signal()
    chosen = Signal()

    def __init__(self, rows: CommentRows, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(rows)
        self.setMouseTracking(True)
        self.setWordWrap(True)  # so that Qt asks for the heights again when the width is another
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(self.chosen)

    @property
    def ids(self) -> list[str]:
        """The chosen comments from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [comment.id for row in rows if (comment := self.rows.comment(row)) is not None]

    def choose(self, ids: list[str], current: int = 0) -> None:
        """Choose these comments; the row `current`, as near as there is one, where none of them is there."""
        if not self.rows.rowCount():
            return
        found = [row for each in ids if (row := self.rows.row_of(each)) >= 0]
        found = found or [min(max(current, 0), self.rows.rowCount() - 1)]
        self.setCurrentIndex(self.rows.index(found[0]))
        for row in found:
            self.selectionModel().select(self.rows.index(row), QItemSelectionModel.SelectionFlag.Select)

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for(event, Qt.Key.Key_F2, Qt.Key.Key_Space) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, write with F2, resolve with the space bar, delete."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.going_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.writing_wanted.emit()
        elif key == Qt.Key.Key_Space:
            self.turning_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show what the comment is about."""
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.going_wanted.emit()
