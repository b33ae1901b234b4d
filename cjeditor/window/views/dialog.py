"""The list of the saved views: to go to one, rename, renew, move and delete them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.edits.views import delete_views, move_view, set_view
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label, one_line
from cjeditor.window.views.sight import sight_of
from cjeditor.window.views.telling import told_of

_KEY = Qt.ItemDataRole.UserRole


class ViewsDialog(QDialog):
    """The list. What is done in it is in the project at once, a step each.

    Signals:
        chosen(str): this view, by its id, should be shown.
        save_wanted(str): how the map is looked at now should be kept under this name, or an empty one.
    """

    chosen = Signal(str)
    save_wanted = Signal(str)

    def __init__(
        self, document: Document, canvas: MapCanvas, words: Texts, current: str, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            document: the project.
            canvas: what is seen on it can take the place of a view.
            words: of the window.
            current: the id of the view to begin with.
            parent: the window behind it.
        """
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self._words = words
        self.setObjectName("saved_views")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Saved views"))
        self.list = QListWidget()
        self.list.setObjectName("view_list")
        self.list.setAccessibleName(words.t("Saved views of the project"))
        self.list.setStyleSheet("QListWidget::item { padding: 5px 6px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self._details = label("", self)
        self._details.setObjectName("view_details")
        self._buttons: dict[str, QPushButton] = {}
        self._put_together()
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemChanged.connect(self._rename)
        self.list.itemActivated.connect(self.go)
        self._connect_keys()
        document.changed.connect(self._refresh)
        self._refresh()
        self._choose(current)
        give_access_keys(self)
        fit(self, QSize(560, 420))
        (self.list if self.list.count() else self._buttons["save"]).setFocus()

    def go(self) -> None:
        """Show the current view and close."""
        view = self._view_id()
        if view and self.list.state() != QListWidget.State.EditingState:
            self.accept()
            self.chosen.emit(view)

    def save(self) -> None:
        """Keep how the map is looked at now, and write its name."""
        before = {each.id for each in self._document.project.views}
        self.save_wanted.emit("")
        new = [each.id for each in self._document.project.views if each.id not in before]
        if new:
            self._choose(new[0])
            self.rename()

    def rename(self) -> None:
        """Write another name into the row."""
        item = self.list.currentItem()
        if item is not None:
            self.list.setFocus()
            self.list.editItem(item)

    def renew(self) -> None:
        """Let the current view be what is seen on the map now; its name and place stay."""
        fields = sight_of(self._canvas)
        self._apply(self._words.t("Renew view"), lambda project, view: set_view(project, view, **fields))

    def move_up(self) -> None:
        """Move the current view up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the current view down."""
        self._move(1)

    def delete(self) -> None:
        """Delete the current view; undo brings it back."""
        row = self.list.currentRow()
        self._apply(self._words.t("Delete view"), lambda project, view: delete_views(project, [view]))
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _move(self, by: int) -> None:
        index = self.list.currentRow() + by
        if 0 <= index < self.list.count():
            self._apply(self._words.t("Move view"), lambda project, view: move_view(project, view, index))

    def _apply(self, name: str, edit: Callable[[Project, str], Project]) -> None:
        view = self._view_id()
        if view:
            self._document.apply(name, lambda project: edit(project, view))

    def _rename(self, item: QListWidgetItem) -> None:
        """Take a name that was written; an empty one gives way to the old one."""
        view = find(self._document.project.views, item.data(_KEY))
        name = item.text().strip()
        if view is not None and name and name != one_line(view.name):
            self._document.apply(self._words.t("Rename view"), lambda project: set_view(project, view.id, name=name))
        else:
            self._refresh()

    def _put_together(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        words = self._words
        for name, text, slot in (
            ("show", words.t("Show"), self.go),
            ("save", words.t("Save this view"), self.save),
            ("rename", words.t("Rename"), self.rename),
            ("renew", words.t("Replace with this view"), self.renew),
            ("up", words.t("Move up"), self.move_up),
            ("down", words.t("Move down"), self.move_down),
            ("delete", words.t("Delete"), self.delete),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            side.addWidget(button)
            self._buttons[name] = button
        side.addStretch(1)
        self._buttons["save"].setToolTip(words.t("Keep how the map is looked at now"))
        self._buttons["renew"].setToolTip(words.t("Let the selected view show what is seen on the map now"))
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(middle, 1)
        whole.addWidget(self._details)
        whole.addWidget(buttons)

    def _connect_keys(self) -> None:
        stack = self._document.undo_stack
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, stack.undo),
            (QKeySequence.StandardKey.Redo, stack.redo),
            ("Ctrl+Shift+Z", stack.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for key, slot in (("Del", self.delete), ("Alt+Up", self.move_up), ("Alt+Down", self.move_down)):
            QShortcut(QKeySequence(key), self.list, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(slot)

    def _refresh(self) -> None:
        """Follow the project."""
        views = ordered(self._document.project.views)
        chosen, row = self._view_id(), self.list.currentRow()
        with QSignalBlocker(self.list):
            if [each.id for each in views] != [self.list.item(at).data(_KEY) for at in range(self.list.count())]:
                self.list.clear()
                for view in views:
                    item = QListWidgetItem()
                    item.setData(_KEY, view.id)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                    self.list.addItem(item)
                self.list.setCurrentRow(min(max(row, 0), len(views) - 1))
            for at, view in enumerate(views):
                self.list.item(at).setText(one_line(view.name).strip() or self._words.t("Unnamed view"))
                if view.id == chosen:
                    self.list.setCurrentRow(at)
        self._show_current()

    def _choose(self, view_id: str) -> None:
        for at in range(self.list.count()):
            if self.list.item(at).data(_KEY) == view_id:
                self.list.setCurrentRow(at)

    def _view_id(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    def _show_current(self) -> None:
        """Say what the current view shows, and which buttons can be pressed."""
        view = find(self._document.project.views, self._view_id())
        row, last = self.list.currentRow(), self.list.count() - 1
        for name in ("show", "rename", "renew", "delete"):
            self._buttons[name].setEnabled(view is not None)
        self._buttons["up"].setEnabled(row > 0)
        self._buttons["down"].setEnabled(0 <= row < last)
        if view is None:
            said = self._words.t(
                "There are no saved views yet. Look at a part of the map and save it as the first one."
            )
        else:
            said = told_of(view, self._document.project, self._words)
        self._details.setText(said)
