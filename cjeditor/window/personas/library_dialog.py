"""Chooses personas: those to be written into a file, or those of a file to be taken into the project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.model.edits.persona_library import same_name
from cjeditor.model.project import Persona, Project
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label
from cjeditor.wording import plain

_KEY = Qt.ItemDataRole.UserRole
_LONGEST_NAME = 60


class LibraryDialog(QDialog):
    """A list of personas with marks.

    Signals:
        confirmed(object, bool): the ids of the marked personas; whether those of the same name are replaced.
    """

    confirmed = Signal(object, bool)

    def __init__(self, source: Project, target: Project | None, words: Texts, parent: QWidget) -> None:
        """Ask.

        Args:
            source: holds the personas.
            target: the project that they go into; None where they go into a file.
            words: of the window.
            parent: stands behind it.
        """
        super().__init__(parent)
        self._words = words
        taking = target is not None
        self.setObjectName("persona_library")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Personas from a file") if taking else words.t("Personas into a file"))
        self.list = QListWidget()
        self.list.setObjectName("library_list")
        self.list.setAccessibleName(words.t("Personas"))
        self.list.setStyleSheet("QListWidget::item { padding: 4px 4px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.same = [each.id for each in source.personas if target is not None and same_name(target, each) is not None]
        self._fill(source.personas)
        self.beside = QRadioButton(words.t("Put them beside those that are there"))
        self.replace = QRadioButton(words.t("Replace those that are there"))
        self.beside.setChecked(True)
        self.sure = QPushButton(words.t("Add") if taking else words.t("Choose file…"))
        self.sure.setObjectName("library_sure")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        question = words.t("Which personas come into the project?") if taking else words.t("Which personas go along?")
        column.addWidget(label(question, self))
        column.addWidget(self.list, 1)
        names = words.tn(
            "{n} is called as one that is there:", "{n} are called as some that are there:", len(self.same)
        )
        self._about_same = label(names, self)
        for part in (self._about_same, self.beside, self.replace):
            column.addWidget(part)
            part.setVisible(bool(self.same))
        column.addWidget(beside_cancel(self, self.sure, self._confirm))
        self.list.itemChanged.connect(self._show_whether)
        self._show_whether()
        give_access_keys(self)
        fit(self, QSize(460, 420))
        self.list.setFocus()

    @property
    def ids(self) -> list[str]:
        """The marked personas."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _fill(self, personas: Sequence[Persona]) -> None:
        words = self._words
        for each in sorted(personas, key=_by_name):
            name = plain(each.name, _LONGEST_NAME).strip() or words.t("Unnamed persona")
            kind = plain(each.type, _LONGEST_NAME).strip()
            said = f"{name} · {kind}" if kind else name
            if each.id in self.same:
                said = words.t("{persona} – same name as one here", persona=said)
            item = QListWidgetItem(said)
            item.setData(_KEY, each.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show_whether(self) -> None:
        self.sure.setEnabled(bool(self.ids))

    def _confirm(self) -> None:
        ids, replacing = self.ids, self.replace.isChecked()
        self.accept()
        self.confirmed.emit(ids, replacing)


def _by_name(persona: Persona) -> str:
    return persona.name.casefold()
