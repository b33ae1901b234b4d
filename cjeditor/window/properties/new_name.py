"""Asks for the name of a new record, and of a channel for its mode; says there and then what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from cjeditor.catalogue import terms
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Channel, Persona
from cjeditor.model.replace import make
from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.wording import sentence

_WIDTH = 360


@dataclass(frozen=True)
class NewKind:
    """A kind of record that can be made while one is chosen.

    Attributes:
        prefix: begins its ids.
        text: what the entry that makes one is called, untranslated.
        record: what it is.
    """

    prefix: str
    text: str
    record: type[Channel | Persona]


class NewNameDialog(QDialog):
    """It stays open until the name is possible or given up. A name that exists already means that record.

    Signals:
        named(str, object): a new record of this name is wanted, a channel of this mode.
        existing_chosen(object): the name is that of this value.
    """

    named = Signal(str, object)
    existing_chosen = Signal(object)

    def __init__(self, kind: NewKind, taken: Mapping[object, str], words: Texts, parent: QWidget) -> None:
        """Make it.

        Args:
            kind: of what record.
            taken: the values that there are, with their names.
            words: the language of the window.
            parent: the window.
        """
        super().__init__(parent)
        self._kind = kind
        self._taken = {_folded(name): value for value, name in taken.items()}
        self._words = words
        self.setObjectName("new_name")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t(kind.text).removesuffix(" …"))
        self.setMinimumWidth(_WIDTH)
        self.edit = LineEdit(words.t("Name"))
        self.mode = Choice(words.t("Mode"))
        self.said = label("", self)
        self.said.setMinimumWidth(1)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        form = QFormLayout(self)
        form.addRow(words.t("Name"), self.edit)
        if kind.record is Channel:
            for mode in terms.MODES:
                self.mode.addItem(terms.mode(mode, words), mode)
            form.addRow(words.t("Mode"), self.mode)
        else:
            self.mode.hide()
        form.addRow(self.said)
        form.addRow(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.edit.textChanged.connect(self._look)
        self._look()

    def accept(self) -> None:
        """Tell of the name, unless it is refused."""
        self._look()
        if not self._ok().isEnabled():
            return
        name = self.edit.text().strip()
        super().accept()
        if _folded(name) in self._taken:
            self.existing_chosen.emit(self._taken[_folded(name)])
        else:
            self.named.emit(name, self.mode.currentData())

    def _look(self) -> None:
        """Say what is wrong with the name, or that it is that of another one."""
        name = self.edit.text().strip()
        said = self._refusal(name)
        self._ok().setEnabled(bool(name) and not said)
        known = _folded(name) in self._taken
        self.mode.setEnabled(not known)
        if known:
            said = self._words.t("There is already one with this name. It is used instead of a new one.")
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.edit.setAccessibleDescription(said)

    def _refusal(self, name: str) -> str:
        try:
            make(self._kind.record, id=f"{self._kind.prefix}_new", name=name)
        except EditRefused as refused:
            return sentence(refused.problem, self._words)
        return ""

    def _ok(self) -> QWidget:
        return self._buttons.button(QDialogButtonBox.StandardButton.Ok)


def _folded(name: str) -> str:
    """Return a name as people compare names: whatever its case and spaces."""
    return " ".join(name.split()).casefold()
