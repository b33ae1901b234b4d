"""The editor of personas: the project's personas at the left, the fields of one of them at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.document import Document
from cjeditor.layout.persona_names import persona_names
from cjeditor.layout.theme import Theme
from cjeditor.model.edits import maps
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Persona, Project
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.key_button import KeyButton
from cjeditor.window.personas.form import PersonaForm
from cjeditor.window.personas.usage import usage_of
from cjeditor.window.plain import label, message_box
from cjeditor.window.properties.style import style_sheet
from cjeditor.window.record_list import Entry, RecordList, give_undo_keys, write_in
from cjeditor.wording import plain

_LIST_WIDTH = 210
_FILES = ("take", "export")
"""Buttons without a letter of their own: there are more texts than letters here."""
_LONGEST_NAME = 60
_COPIED = tuple(name for name in Persona.model_fields if name not in ("id", "name"))


class PersonaDialog(QDialog):
    """The editor. What is typed is in the project at once; closing loses nothing.

    Signals:
        take_wanted(): personas of a file should come into the project.
        export_wanted(): some should go into a file.
    """

    take_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, document: Document, map_id: str, words: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._map_id = map_id
        self._words = words
        self.setObjectName("personas")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Personas"))
        self.list = RecordList("persona_list", words.t("Personas of the project"))
        self.form = PersonaForm(document, map_id, words)
        self.form.hint.connect(self._say)
        self._message = label("", self)
        self._message.setObjectName("message")
        self._message.hide()
        self._invitation = label(words.t("There is no persona yet. “Add” makes the first one."), self)
        self._invitation.setObjectName("invitation")
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._put_together(theme)
        self.list.turned.connect(self._turn_to_current)
        self.list.name_wanted.connect(self._go_to_name)
        self.list.delete_wanted.connect(self.ask_to_delete)
        give_undo_keys(self, document.undo_stack)
        document.changed.connect(self._refresh)
        self._refresh()
        self.show_persona(map_of(document.project, map_id).lead_persona or "")
        give_access_keys(self, [self.form.field("preferred_channels")])
        fit(self, QSize(820, 680))
        if not document.project.personas:
            self._buttons["add"].setFocus()

    def show_persona(self, persona_id: str) -> None:
        """Choose a persona; where it is not there, the first one stays."""
        self.list.choose(persona_id)

    def add(self) -> None:
        """Add a persona and write its name; the map's first one leads it."""
        persona_id = new_id("ps")
        name = self._words.t("New persona")

        def edit(project: Project) -> Project:
            project = maps.add_persona(project, persona_id=persona_id, name=name)
            if map_of(project, self._map_id).lead_persona is None:
                project = maps.set_map(project, self._map_id, lead_persona=persona_id)
            return project

        self._document.apply(self._words.t("Add persona"), edit)
        self.show_persona(persona_id)
        self._go_to_name()

    def duplicate(self) -> None:
        """Add one with the same fields."""
        old = find(self._document.project.personas, self.form.persona_id)
        if old is None:
            return
        persona_id = new_id("ps")
        name = self._words.t("{name} (copy)", name=old.name)
        fields = {key: getattr(old, key) for key in _COPIED}

        def edit(project: Project) -> Project:
            return maps.add_persona(project, persona_id=persona_id, name=name, **fields)

        self._document.apply(self._words.t("Duplicate persona"), edit)
        self.show_persona(persona_id)
        self._go_to_name()

    def ask_to_delete(self) -> None:
        """Delete the persona; first say what it is used by, if it is."""
        old = find(self._document.project.personas, self.form.persona_id)
        if old is None:
            return
        used = usage_of(self._document.project, old.id, self._words)
        if not used:
            self._delete()
            return
        box = message_box(
            self,
            icon=QMessageBox.Icon.Question,
            text=self._words.t("Delete the persona “{name}”?", name=plain(old.name, _LONGEST_NAME)),
            details=used,
        )
        box.setObjectName("delete_persona")
        delete = box.addButton(self._words.t("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        delete.clicked.connect(self._delete)
        box.open()

    def _delete(self) -> None:
        gone = self.form.persona_id
        row = self.list.currentRow()

        def edit(project: Project) -> Project:
            return maps.delete_persona(project, gone)

        self._document.apply(self._words.t("Delete persona"), edit)
        self.list.stay_near(row)

    def _put_together(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        self._buttons: dict[str, QPushButton | KeyButton] = {}
        for text, slot, name in (
            (self._words.t("Add"), self.add, "add"),
            (self._words.t("Duplicate"), self.duplicate, "duplicate"),
            (self._words.t("Delete…"), self.ask_to_delete, "delete"),
            (self._words.t("From a file…"), self.take_wanted.emit, "take"),
            (self._words.t("Into a file…"), self.export_wanted.emit, "export"),
        ):
            button: QPushButton | KeyButton = KeyButton() if name in _FILES else QPushButton()
            button.setText(text)
            button.setObjectName(name)
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
            else:
                button.setStyleSheet(style_sheet(theme))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(slot)
            left.addWidget(button)
            self._buttons[name] = button
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(_LIST_WIDTH)
        left.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(self.form, self)
        self._area.setStyleSheet(style_sheet(theme))
        self._area.setMinimumWidth(360)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(side)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self._invitation)
        middle.addWidget(self._pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(middle, 1)
        whole.addWidget(self._message)
        whole.addWidget(buttons)

    def _refresh(self) -> None:
        """Follow the project: names and marks in the list, the fields at the right."""
        project = self._document.project
        if all(one.id != self._map_id for one in project.maps):
            self.close()
            return
        personas = sorted(project.personas, key=_by_name)
        names = persona_names(personas, self._words)
        lead = map_of(project, self._map_id).lead_persona
        entries = []
        for persona in personas:
            name = plain(names[persona.id], _LONGEST_NAME)
            text = self._words.t("{name} (lead persona)", name=name) if persona.id == lead else name
            entries.append(Entry(persona.id, text, QIcon()))
        self.list.show_entries(entries, self.form.persona_id)
        self._turn_to_current()

    def _turn_to_current(self) -> None:
        chosen = self.list.chosen()
        self.form.show_persona(chosen)
        self._pages.setCurrentWidget(self._area if chosen else self._invitation)
        for name in ("duplicate", "delete", "export"):
            self._buttons[name].setEnabled(bool(chosen))

    def _go_to_name(self) -> None:
        write_in(self.form.field("name"))

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))


def _by_name(persona: Persona) -> tuple[str, str]:
    return persona.name.casefold(), persona.id
