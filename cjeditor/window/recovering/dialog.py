"""Offers the work that a crash left behind: look at it, restore it, discard it, or decide later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cjeditor.layout.theme import Theme
from cjeditor.storage.recovery import Snapshot
from cjeditor.texts import Texts
from cjeditor.window.deciding import ask_before
from cjeditor.window.fitting import fit
from cjeditor.window.history.project_look import ProjectLook
from cjeditor.window.plain import label, one_line, shown_name
from cjeditor.window.recovering.seen import Seen

_SNAPSHOT = Qt.ItemDataRole.UserRole
_SIZE = QSize(1000, 640)


class RecoveryDialog(QDialog):
    """Lists what can be recovered; what is chosen is restored or discarded.

    Signals:
        look_wanted(Snapshot): this one should be read, to be shown by `show_seen`.
        restore_wanted(Snapshot): this one should be opened in a window.
        discard_wanted(Snapshot): this one should be removed.
    """

    look_wanted = Signal(object)
    restore_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(
        self, snapshots: Sequence[Snapshot], words: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("recovery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Unsaved work was found"))
        self.list = QListWidget(self)
        self.list.setObjectName("left_work")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(words.t("Unsaved work"))
        self.list.setMinimumWidth(260)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.look = ProjectLook(words, theme, self)
        for snapshot in snapshots:
            self.list.addItem(self._row(snapshot))
        self._lay_out()
        self.list.setCurrentRow(0)
        self.list.selectAll()
        self.list.currentItemChanged.connect(self._ask_to_look)
        fit(self, _SIZE)

    def begin(self) -> None:
        """Open it, and ask for what is looked at first."""
        self.open()
        self._ask_to_look()

    def show_seen(self, seen: Seen) -> None:
        """Show left work that has been read, if it is still the one that is looked at."""
        if seen.snapshot != self._current():
            return
        if seen.project is None:
            self.look.show_message(seen.heading)
        else:
            self.look.show_project(seen.project, "")
            self.look.show_differences(seen.heading, seen.differences)

    def _lay_out(self) -> None:
        words = self._words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        text = words.t(
            "Last time, the program ended before this was saved. Restoring opens it in a window; "
            "your files stay as they are until you save."
        )
        layout.addWidget(label(text, self))
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.look)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, 660])
        layout.addWidget(splitter, 1)
        layout.addWidget(self._buttons())

    def _row(self, snapshot: Snapshot) -> QListWidgetItem:
        words = self._words
        when = snapshot.written.astimezone()
        name = one_line(snapshot.title) or words.t("Untitled")
        place = shown_name(str(snapshot.path)) if snapshot.path is not None else words.t("never saved to a file")
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
        self.list.itemSelectionChanged.connect(self._show_what_can_be_done)
        return buttons

    def _chosen(self) -> list[Snapshot]:
        return [item.data(_SNAPSHOT) for item in self.list.selectedItems()]

    def _current(self) -> Snapshot | None:
        snapshot = self.list.currentIndex().data(_SNAPSHOT)
        return snapshot if isinstance(snapshot, Snapshot) else None

    def _ask_to_look(self) -> None:
        snapshot = self._current()
        if snapshot is not None:
            self.look_wanted.emit(snapshot)

    def _show_what_can_be_done(self) -> None:
        some = bool(self.list.selectedItems())
        self.restore.setEnabled(some)
        self.discard.setEnabled(some)

    def _restore(self) -> None:
        for snapshot in self._chosen():
            self.restore_wanted.emit(snapshot)
        self.accept()

    def _ask_to_discard(self) -> None:
        ask_before(
            self,
            self._words.t("Discard the selected unsaved work? It cannot be brought back."),
            self._words.t("Discard"),
            self._discard,
            name="really_discard",
        )

    def _discard(self) -> None:
        for item in self.list.selectedItems():
            self.discard_wanted.emit(item.data(_SNAPSHOT))
            self.list.takeItem(self.list.row(item))
        if self.list.count() == 0:
            self.accept()
