"""Offers the work that a crash left behind: restore it, discard it, or decide later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.storage.recovery import Snapshot
from cjeditor.texts import Texts
from cjeditor.window.plain import label, message_box

_SNAPSHOT = Qt.ItemDataRole.UserRole


class RecoveryDialog(QDialog):
    """Lists what can be recovered; what is chosen is restored or discarded.

    Signals:
        restore_wanted(Snapshot): this one should be opened in a window.
        discard_wanted(Snapshot): this one should be removed.
    """

    restore_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self, snapshots: Sequence[Snapshot], words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("recovery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Unsaved work was found"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        text = words.t(
            "Last time, the program ended before this was saved. Restoring opens it in a window; "
            "your files stay as they are until you save."
        )
        layout.addWidget(label(text, self))
        self.list = QListWidget(self)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(words.t("Unsaved work"))
        for snapshot in snapshots:
            self.list.addItem(self._row(snapshot))
        self.list.selectAll()
        layout.addWidget(self.list)
        layout.addWidget(self._buttons())

    def _row(self, snapshot: Snapshot) -> QListWidgetItem:
        words = self._words
        when = snapshot.written.astimezone()
        name = snapshot.title or words.t("Untitled")
        place = str(snapshot.path) if snapshot.path is not None else words.t("never saved to a file")
        day = words.day(when.date().isoformat())
        item = QListWidgetItem(f"{name}\n{day}, {when:%H:%M} · {place}".replace("\r", " "))
        item.setData(_SNAPSHOT, snapshot)
        return item

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.restore = QPushButton(self._words.t("Restore"), self)
        self.restore.setDefault(True)
        self.discard = QPushButton(self._words.t("Discard"), self)
        self.later = QPushButton(self._words.t("Later"), self)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self.later, QDialogButtonBox.ButtonRole.RejectRole)
        self.discard.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        self.discard.clicked.connect(self._ask_to_discard)
        buttons.rejected.connect(self.reject)
        self.list.itemSelectionChanged.connect(self._look)
        return buttons

    def _chosen(self) -> list[Snapshot]:
        return [item.data(_SNAPSHOT) for item in self.list.selectedItems()]

    def _look(self) -> None:
        some = bool(self.list.selectedItems())
        self.restore.setEnabled(some)
        self.discard.setEnabled(some)

    def _restore(self) -> None:
        for snapshot in self._chosen():
            self.restore_wanted.emit(snapshot)
        self.accept()

    def _ask_to_discard(self) -> None:
        box = message_box(
            self,
            icon=QMessageBox.Icon.Question,
            text=self._words.t("Discard the selected unsaved work? It cannot be brought back."),
        )
        box.setObjectName("really_discard")
        sure = QPushButton(self._words.t("Discard"), box)
        box.addButton(sure, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        sure.clicked.connect(self._discard)
        box.open()

    def _discard(self) -> None:
        for item in self.list.selectedItems():
            self.discard_wanted.emit(item.data(_SNAPSHOT))
            self.list.takeItem(self.list.row(item))
        if self.list.count() == 0:
            self.accept()
