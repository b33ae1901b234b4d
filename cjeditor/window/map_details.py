"""The form for what stands on a map's cover: title, persona, scenario, key finding and the like."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, fields
from typing import Literal, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.model.edits import maps
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.plain import one_line

_TEXT_LINES = 3


@dataclass(frozen=True)
class Details:
    """What the form holds."""

    title: str
    persona: str
    state: Literal["current", "future"]
    scenario: str
    scope: str
    key_finding: str
    owner: str
    version: str


def details_of(project: Project, map_id: str) -> Details:
    """Return what the project says about one of its maps."""
    journey_map = map_of(project, map_id)
    return Details(
        title=journey_map.title,
        persona=next((one.name for one in project.personas if one.id == journey_map.lead_persona), ""),
        state=journey_map.state,
        scenario=journey_map.scenario,
        scope=journey_map.scope,
        key_finding=journey_map.key_finding,
        owner=journey_map.owner,
        version=journey_map.version,
    )


def with_details(project: Project, map_id: str, wanted: Details, fresh_id: str) -> Project:
    """Return `project` with the details of one map replaced.

    A persona's new name renames the map's lead persona. Where it has none, one of that name becomes it, and is made
    with `fresh_id` if there is none. An empty name takes the lead persona off the map, not out of the project.

    Raises:
        EditRefused: a text cannot be kept in a file.
    """
    lead = map_of(project, map_id).lead_persona
    if not wanted.persona:
        lead = None
    elif lead is not None:
        project = maps.set_persona(project, lead, name=wanted.persona)
    else:
        lead = next((one.id for one in project.personas if one.name == wanted.persona), None)
        if lead is None:
            project = maps.add_persona(project, persona_id=fresh_id, name=wanted.persona)
            lead = fresh_id
    return maps.set_map(
        project,
        map_id,
        title=wanted.title,
        state=wanted.state,
        scenario=wanted.scenario,
        scope=wanted.scope,
        key_finding=wanted.key_finding,
        owner=wanted.owner,
        version=wanted.version,
        lead_persona=lead,
    )


class MapDetailsDialog(QDialog):
    """The form as a dialogue.

    Signals:
        confirmed(Details): the form's values are wanted.
    """

    confirmed = Signal(object)

    def __init__(self, details: Details, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("details")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Map details"))
        self.title = QLineEdit(details.title, self)
        self.persona = QLineEdit(details.persona, self)
        self.state = QComboBox(self)
        self.state.addItem(words.t("Current state"), "current")
        self.state.addItem(words.t("Future state"), "future")
        self.state.setCurrentIndex(self.state.findData(details.state))
        self.scenario = self._text(details.scenario)
        self.scope = self._text(details.scope)
        self.key_finding = self._text(details.key_finding)
        self.owner = QLineEdit(details.owner, self)
        self.version = QLineEdit(details.version, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(scrolling(self._form(), self), 1)
        layout.addWidget(self._buttons())
        fit(self, QSize(560, 600))
        self._given = details
        self._shown = self._read()
        self.title.setFocus()
        self.title.selectAll()

    def details(self) -> Details:
        """Return what is wanted: what was typed, and as it was where nothing was.

        A field of one line cannot show line breaks; that alone must not take them out of the project.
        """
        now = self._read()
        typed = {one.name: getattr(now, one.name) for one in fields(Details) if self._was_typed(one.name, now)}
        return dataclasses.replace(self._given, **typed)

    def _was_typed(self, field: str, now: Details) -> bool:
        return bool(getattr(now, field) != getattr(self._shown, field))

    def _read(self) -> Details:
        return Details(
            title=one_line(self.title.text()).strip(),
            persona=self.persona.text().strip(),
            state=cast(Literal["current", "future"], self.state.currentData()),
            scenario=self.scenario.toPlainText().strip(),
            scope=self.scope.toPlainText().strip(),
            key_finding=self.key_finding.toPlainText().strip(),
            owner=self.owner.text().strip(),
            version=self.version.text().strip(),
        )

    def _text(self, text: str) -> QPlainTextEdit:
        edit = QPlainTextEdit(text, self)
        edit.setTabChangesFocus(True)
        edit.setMinimumHeight(edit.fontMetrics().lineSpacing() * _TEXT_LINES + 12)
        return edit

    def _form(self) -> QWidget:
        t = self._words.t
        self.scenario.setPlaceholderText(t("What does the customer want to get done, and what started it?"))
        self.scope.setPlaceholderText(t("Where does the map begin and end, and what is left out?"))
        self.key_finding.setPlaceholderText(t("The one sentence to remember"))
        made = QWidget(self)
        form = QFormLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addRow(t("Title"), self.title)
        form.addRow(t("Persona"), self.persona)
        form.addRow(t("State"), self.state)
        form.addRow(t("Scenario"), self.scenario)
        form.addRow(t("Scope"), self.scope)
        form.addRow(t("Key finding"), self.key_finding)
        form.addRow(t("Owner"), self.owner)
        form.addRow(t("Version"), self.version)
        return made

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accept = QPushButton(self._words.t("Apply"), self)
        accept.setDefault(True)
        buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        return buttons

    def _confirm(self) -> None:
        self.confirmed.emit(self.details())
