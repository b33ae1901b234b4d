"""The grid of personas: who has a map of the current and of the future state, and the phases that these share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.analysis.persona_grid import STATES, GridRow, SharedPhase, grid_of, shared_phases
from cjeditor.catalogue import terms
from cjeditor.document import Document
from cjeditor.layout.persona_names import persona_names
from cjeditor.model.edits.persona_maps import make_map_for, rename_phases
from cjeditor.model.fields import MapState
from cjeditor.model.ids import PROJECT_PREFIXES, new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.plain import label, menu_text, shortened, tooltip_text
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.wording import sentence

_LONGEST = 26
"""Characters of a title on its button; the whole one is its tip."""

_LEAST_WIDTH = 150


class GridDialog(QDialog):
    """Personas as rows, states as columns; below the phases of all their maps.

    Signals:
        map_wanted(str): this map should be shown.
    """

    map_wanted = Signal(str)

    def __init__(self, document: Document, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._words = words
        self.setObjectName("persona_grid")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Personas and maps"))
        self.cells: dict[tuple[str, MapState], list[QPushButton]] = {}
        self.fields: list[PhaseName] = []
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self._parts: list[QWidget] = []
        self._counted: list[QLabel] = []
        self._shape: object = None
        self.said = label("", self)
        self.said.setObjectName("message")
        self.said.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Else the default button takes Enter from the names of phases, too, and closes the dialogue.
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(scrolling(self._sheet, self), 1)
        column.addWidget(self.said)
        column.addWidget(buttons)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, document.undo_stack.undo),
            (QKeySequence.StandardKey.Redo, document.undo_stack.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        document.changed.connect(self.refresh)
        self.refresh()
        give_access_keys(self)
        fit(self, QSize(760, 560))

    def refresh(self) -> None:
        """Show personas, maps and phases as they are now."""
        rows = grid_of(self._document.project)
        phases = shared_phases(self._maps())
        drawn = (rows, len(phases))
        if _shape(drawn) == self._shape:
            # Nothing but names of phases: the focus stays where it is.
            for field, counted, phase in zip(self.fields, self._counted, phases, strict=True):
                field.show_phase(phase)
                counted.setText(self._in_maps(phase))
            return
        self._shape = _shape(drawn)
        for part in self._parts:
            part.hide()
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts = [self._grid(rows), *self._phases(phases)]
        for part in self._parts:
            self._column.insertWidget(self._column.count() - 1, part)

    def map_ids(self) -> list[str]:
        """Return the maps of the grid, row by row."""
        return [each.id for row in grid_of(self._document.project) for state in STATES for each in row.maps(state)]

    def _grid(self, rows: tuple[GridRow, ...]) -> QWidget:
        words = self._words
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        self.cells = {}
        names = persona_names(self._document.project.personas, words)
        for at, state in enumerate(STATES, start=1):
            grid.addWidget(_heading(terms.map_state(state, words)), 0, at)
            grid.setColumnStretch(at, 1)
        for down, row in enumerate(rows, start=1):
            persona = row.persona
            name = words.t("Without persona") if persona is None else names[persona.id]
            named = label(shortened(name, _LONGEST), sheet)
            named.setMinimumWidth(110)
            grid.addWidget(named, down, 0, Qt.AlignmentFlag.AlignTop)
            for at, state in enumerate(STATES, start=1):
                grid.addWidget(self._cell(row, state, name), down, at)
        return sheet

    def _cell(self, row: GridRow, state: MapState, name: str) -> QWidget:
        words = self._words
        cell = QWidget()
        lines = QVBoxLayout(cell)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        persona = "" if row.persona is None else row.persona.id
        made = [self._map_button(each) for each in row.maps(state)]
        if not made and persona:
            button = QPushButton(menu_text(words.t("Make this map")))
            button.setObjectName("grid_make")
            button.setAccessibleName(
                words.t("Make a map for {persona}: {state}", persona=name, state=terms.map_state(state, words))
            )
            button.setProperty("persona", persona)
            button.setProperty("state", state)
            button.clicked.connect(self._make)
            made = [button]
        for button in made:
            button.setAutoDefault(False)
            button.setMinimumWidth(_LEAST_WIDTH)
            lines.addWidget(button)
        lines.addStretch(1)
        self.cells[persona, state] = made
        return cell

    def _map_button(self, each: JourneyMap) -> QPushButton:
        words = self._words
        title = each.title.strip() or words.t("Untitled")
        counts = ", ".join(
            (
                words.tn("{n} phase", "{n} phases", len(each.phases)),
                words.tn("{n} touchpoint", "{n} touchpoints", len(each.touchpoints)),
            )
        )
        button = QPushButton(menu_text(shortened(title, _LONGEST)))
        button.setObjectName("grid_map")
        button.setAccessibleName(f"{title}, {counts}")
        button.setToolTip(tooltip_text(f"{title}\n{counts}"))
        button.setProperty("map", each.id)
        button.clicked.connect(self._open)
        return button

    def _maps(self) -> list[JourneyMap]:
        return [each for one in self.map_ids() for each in self._document.project.maps if each.id == one]

    def _in_maps(self, phase: SharedPhase) -> str:
        words = self._words
        return words.t("in {some} of {all} maps", some=words.number(phase.count), all=words.number(len(self._maps())))

    def _phases(self, found: tuple[SharedPhase, ...]) -> list[QWidget]:
        words = self._words
        heading = _heading(words.t("Phases of these maps"))
        hint = label(words.t("A new name stands in every map that has a phase of the old one."))
        hint.setObjectName("hint")
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        self.fields, self._counted = [], []
        for at, phase in enumerate(found):
            field = PhaseName(phase, words)
            field.renamed.connect(self._rename)
            self.fields.append(field)
            self._counted.append(label(self._in_maps(phase), sheet))
            grid.addWidget(field, at, 0)
            grid.addWidget(self._counted[-1], at, 1)
        grid.setColumnStretch(0, 1)
        return [heading, hint, sheet]

    def _open(self) -> None:
        wanted = str(self.sender().property("map"))
        self.accept()
        self.map_wanted.emit(wanted)

    def _make(self) -> None:
        button = self.sender()
        persona, state = str(button.property("persona")), button.property("state")
        fresh, words = new_id(PROJECT_PREFIXES["maps"]), self._words
        name = next((each.name for each in self._document.project.personas if each.id == persona), "")
        title = f"{shortened(name)} ({terms.map_state(state, words)})"

        def edit(project: Project) -> Project:
            return make_map_for(project, persona, state, map_id=fresh, new_ids=new_id, title=title)

        self._apply(words.t("Add map"), edit)

    def _rename(self, old: str, new: str) -> None:
        ids = self.map_ids()

        def edit(project: Project) -> Project:
            return rename_phases(project, ids, old, new)

        self._apply(self._words.t("Rename phase in all maps"), edit)

    def _apply(self, text: str, edit: Callable[[Project], Project]) -> None:
        try:
            self._document.apply(text, edit)
        except EditRefused as refused:
            self.said.setText(sentence(refused.problem, self._words))
            self.said.show()
        else:
            self.said.hide()


class PhaseName(LineEdit):
    """The name of a phase of several maps; another one is taken when people leave the field or press Enter.

    Signals:
        renamed(str, str): the phase of the first name should have the second.
    """

    renamed = Signal(str, str)

    def __init__(self, phase: SharedPhase, words: Texts) -> None:
        super().__init__("")
        self._words = words
        self._name = ""
        self.setObjectName("grid_phase")
        self.show_phase(phase)
        self.editingFinished.connect(self._take)

    def show_phase(self, phase: SharedPhase) -> None:
        """Show the name as it is now."""
        if phase.name != self._name or not self.accessibleName():
            self._name = phase.name
            self.setAccessibleName(self._words.t("Name of the phase “{name}” in all maps", name=phase.name))
            self.setText(phase.name)
            self.setCursorPosition(0)

    def _take(self) -> None:
        new = " ".join(self.text().split())
        if not new:
            self.setText(self._name)
        elif new != self._name:
            self.renamed.emit(self._name, new)


def _shape(drawn: tuple[tuple[GridRow, ...], int]) -> object:
    """What a grid shows but for the names of phases."""
    rows, count = drawn
    cells = [
        (row.persona, [(each.id, each.title, len(each.phases), len(each.touchpoints)) for each in row.maps(state)])
        for row in rows
        for state in STATES
    ]
    return cells, count


def _heading(text: str) -> QLabel:
    made = label(text)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
