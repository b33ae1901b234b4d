"""The agenda as rows: when each step begins, what it is, and its minutes."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from cjeditor.catalogue.step_kinds import STEP_KINDS, title_of
from cjeditor.model.project import AgendaStep
from cjeditor.texts import N_, Texts
from cjeditor.window.icons import Icons
from cjeditor.window.plain import tooltip_text
from cjeditor.window.workshop.agenda_edits import AgendaEdits
from cjeditor.window.workshop.schedule import Schedule, clock_text
from cjeditor.window.workshop.timer import WorkshopTimer

TIME, TITLE, MINUTES = range(3)
HEADINGS: Final = (N_("Time"), N_("Step"), N_("Min."))

_Index = QModelIndex | QPersistentModelIndex
_LONGEST = 1_440
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class AgendaRows(QAbstractTableModel):
    """One row a step. Title and minutes are written in place; the minutes of the step that is on count down."""

    def __init__(self, edits: AgendaEdits, timer: WorkshopTimer, words: Texts, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._timer = timer
        self._words = words
        self._icons = icons
        self._steps: list[AgendaStep] = []
        self._begins: tuple[str, ...] = ()
        self._ground = QColor()

    def set_ground(self, colour: str) -> None:
        """Take the colour of the row that is on."""
        self._ground = QColor(colour)

    def show_steps(self, steps: list[AgendaStep], plan: Schedule) -> None:
        """Show these steps; rows stay what they were where the same steps stand in the same order."""
        begins = tuple(f"{each:%H:%M}" if each is not None else "" for each in plan.begins)
        same = [each.id for each in steps] == [each.id for each in self._steps]
        if not same:
            self.beginResetModel()
        self._steps, self._begins = steps, begins
        if not same:
            self.endResetModel()
        elif steps:
            self.dataChanged.emit(self.index(0, TIME), self.index(len(steps) - 1, MINUTES))

    def step(self, row: int) -> AgendaStep | None:
        """Return the step of a row."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def row_of(self, step_id: str) -> int:
        """Return where a step stands; −1 for nowhere."""
        return next((at for at, each in enumerate(self._steps) if each.id == step_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called; the heading of numbers stands over their digits."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == MINUTES:
            return _RIGHT
        return self._words.t(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that title and minutes can be written."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if index.column() == TIME else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, says, or lets people edit."""
        step = self.step(index.row()) if index.isValid() else None
        if step is None:
            return None
        column, on = index.column(), step.id == self._on()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(step, index.row(), column)
            case Qt.ItemDataRole.EditRole:
                return step.minutes if column == MINUTES else step.title
            case Qt.ItemDataRole.DecorationRole if column == TITLE:
                return self._icons.icon(STEP_KINDS[step.kind].icon)
            case Qt.ItemDataRole.TextAlignmentRole if column == MINUTES:
                return _RIGHT
            case Qt.ItemDataRole.FontRole if on:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.BackgroundRole if on:
                return self._ground
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(part for part in (title_of(step, self._words), step.question) if part))
            case Qt.ItemDataRole.AccessibleTextRole if column == TITLE:
                return self._said(step, index.row())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a title or minutes; False where it was not taken."""
        step = self.step(index.row())
        if role != Qt.ItemDataRole.EditRole or step is None:
            return False
        self._edits.end_session()
        if index.column() == TITLE:
            return self._edits.set(step.id, title=str(value))
        return self._edits.set(step.id, minutes=min(max(0, int(value)), _LONGEST))

    def _on(self) -> str:
        step = self._timer.step
        return step.id if step is not None else ""

    def _shown(self, step: AgendaStep, row: int, column: int) -> str:
        if column == TIME:
            return self._begins[row]
        if column == TITLE:
            return title_of(step, self._words)
        return clock_text(self._timer.remaining_seconds) if step.id == self._on() else str(step.minutes)

    def _said(self, step: AgendaStep, row: int) -> str:
        """Return a whole row for a screen reader."""
        words = self._words
        parts = [
            words.t("Step {number} of {count}", number=row + 1, count=len(self._steps)),
            title_of(step, words),
            words.t(STEP_KINDS[step.kind].name) if step.title.strip() else "",
            words.tn("{n} minute", "{n} minutes", step.minutes),
            words.t("begins at {time}", time=self._begins[row]) if self._begins[row] else "",
            words.t("on now") if step.id == self._on() else "",
        ]
        return ", ".join(part for part in parts if part)
