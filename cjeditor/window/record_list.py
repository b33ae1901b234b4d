"""The list of a project's records at the left of a dialogue that edits them, and the keys that such a dialogue has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

_KEY = Qt.ItemDataRole.UserRole


class Entry(NamedTuple):
    """A record in the list: its id, what it is called there, and its icon, which may be an empty one."""

    id: str
    text: str
    icon: QIcon


class RecordList(QListWidget):
    """Shows records by name; what is too long for it ends in an ellipsis.

    Signals:
        turned(): another one is chosen.
        name_wanted(): the name of the chosen one should be written: Enter, F2 or a double click.
        delete_wanted(): the chosen one should go.
    """

    turned = Signal()
    name_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, name: str, said: str) -> None:
        """Make an empty list: its name among the widgets, and what it is for screen readers."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setStyleSheet("QListWidget::item { padding: 5px 6px; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self.turned)
        self.itemActivated.connect(self.name_wanted)
        for keys, wanted in (("F2", self.name_wanted), ("Del", self.delete_wanted)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(wanted)

    def chosen(self) -> str:
        """Return the id of the chosen one; empty for none."""
        row = self.currentRow()
        return str(self.item(row).data(_KEY)) if row >= 0 else ""

    def choose(self, record_id: str) -> None:
        """Choose one; where it is not there, the chosen one stays."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == record_id:
                self.setCurrentRow(row)

    def show_entries(self, entries: Sequence[Entry], chosen: str) -> None:
        """Show these with that one chosen, else the first; `turned` is not told."""
        with QSignalBlocker(self):
            self.clear()
            for entry in entries:
                item = QListWidgetItem(entry.icon, entry.text)
                item.setData(_KEY, entry.id)
                self.addItem(item)
            self.setCurrentRow(0 if entries else -1)
            self.choose(chosen)

    def stay_near(self, row: int) -> None:
        """Choose what stands in a row now whose record has gone, and take the keys."""
        self.setCurrentRow(min(row, self.count() - 1))
        self.setFocus()


def give_undo_keys(dialog: QDialog, stack: QUndoStack) -> None:
    """Let the keys for undo and redo work in a dialogue as they do on the map."""
    standard = QKeySequence.StandardKey
    for keys, slot in ((standard.Undo, stack.undo), (standard.Redo, stack.redo), ("Ctrl+Shift+Z", stack.redo)):
        QShortcut(QKeySequence(keys), dialog).activated.connect(slot)


def write_in(field: QWidget) -> None:
    """Take the keys to a field, with its text selected."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    select = getattr(field.window().focusWidget(), "selectAll", None)
    if select is not None:
        select()
