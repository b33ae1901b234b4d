"""The fields of the chosen step of the agenda."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cjeditor.catalogue.step_kinds import STEP_KINDS
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.project import AgendaStep
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.narrow_form import narrow_form
from cjeditor.window.plain import label, menu_text, one_line
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.text_edit import GrowingEdit, LineEdit
from cjeditor.window.workshop.agenda_edits import AgendaEdits

_LONGEST = 1_440
_SCRIPT_LINES = 3


class StepForm(QScrollArea):
    """Shows one step and changes it as people type.

    Signals:
        left(): the focus leaves a field in which people typed.
    """

    left = Signal()

    def __init__(self, edits: AgendaEdits, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._edits = edits
        self._words = words
        self._step = ""
        self._filling = False
        self.setObjectName("agenda_form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = LineEdit(words.t("Title"))
        self.kind = Choice(words.t("Kind"))
        for key, kind in STEP_KINDS.items():
            self.kind.addItem(icons.icon(kind.icon), words.t(kind.name), key)
        self.minutes = _Minutes(words.t("Minutes"), words.t("min"))
        self.question = LineEdit(words.t("Question for the room"))
        self.phase = Choice(words.t("Phase"))
        self.lanes = QPushButton()
        self.lanes.setAccessibleName(words.t("Lanes"))
        self.lanes.setObjectName("agenda_lanes")
        self.lane_menu = QMenu(self.lanes)
        self.lanes.setMenu(self.lane_menu)
        self.script = GrowingEdit(words.t("Script"), _SCRIPT_LINES)
        self._put_together()
        self._connect()

    def show_step(self, step: AgendaStep | None, journey_map: JourneyMap) -> None:
        """Show a step and what it can open on this map; nothing where there is no step."""
        self._step = step.id if step is not None else ""
        shown = step or AgendaStep(id="ag_none", rank="a0")
        self._filling = True
        self._show_text(self.title, one_line(shown.title))
        self._show_text(self.question, one_line(shown.question))
        if self.script.text() != shown.script:
            self.script.set_text(shown.script)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind))
        self.minutes.setValue(shown.minutes)
        self._show_phases(shown, journey_map)
        self._show_lanes(shown, journey_map)
        self._filling = False

    def _put_together(self) -> None:
        words = self._words
        sheet = QWidget()
        sheet.setObjectName("sheet")
        form = narrow_form(6)
        rows: tuple[tuple[str, QWidget], ...] = (
            (words.t("Title"), self.title),
            (words.t("Minutes"), self.minutes),
            (words.t("Kind"), self.kind),
            (words.t("Phase"), self.phase),
            (words.t("Lanes"), self.lanes),
        )
        for name, field in rows:
            form.addRow(self._name(name), field)
        self.lanes.setSizePolicy(self.phase.sizePolicy())
        self.minutes.setMaximumWidth(90)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(form)
        for name, edit in ((words.t("Question for the room"), self.question), (words.t("Script"), self.script)):
            named = self._name(name)
            named.setBuddy(edit)
            column.addWidget(named)
            column.addWidget(edit)
        column.addStretch(1)
        self.setWidget(sheet)

    def _name(self, text: str) -> QLabel:
        made = label(text)
        made.setObjectName("label")
        made.setWordWrap(False)
        return made

    def _connect(self) -> None:
        self.title.textEdited.connect(self._set_title)
        self.question.textEdited.connect(self._set_question)
        self.script.textChanged.connect(self._set_script)
        self.kind.activated.connect(self._set_kind)
        self.minutes.valueChanged.connect(self._set_minutes)
        self.phase.activated.connect(self._set_phase)
        self.lane_menu.triggered.connect(self._set_lanes)
        for field in (self.title, self.question, self.script, self.minutes):
            field.installEventFilter(self)

    @staticmethod
    def _show_text(field: LineEdit, text: str) -> None:
        if field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def _show_phases(self, step: AgendaStep, journey_map: JourneyMap) -> None:
        self.phase.clear()
        self.phase.addItem(self._words.t("All phases"), "")
        for number, phase in enumerate(ordered(journey_map.phases), start=1):
            self.phase.addItem(f"{number}  {one_line(phase.name)}", phase.id)
        at = self.phase.findData(step.phase or "")
        if at < 0:
            self.phase.addItem(self._words.t("On another map"), step.phase)
            at = self.phase.count() - 1
        self.phase.setCurrentIndex(at)

    def _show_lanes(self, step: AgendaStep, journey_map: JourneyMap) -> None:
        lanes = [lane for lane in ordered(journey_map.lanes) if lane.kind != "separator"]
        actions = self.lane_menu.actions()
        if [action.data() for action in actions] != [lane.id for lane in lanes]:
            self.lane_menu.clear()
            for lane in lanes:
                self.lane_menu.addAction("").setData(lane.id)
            actions = self.lane_menu.actions()
        for action, lane in zip(actions, lanes, strict=True):
            action.setText(menu_text(lane.name) or self._words.t("Lane"))
            action.setCheckable(True)
            action.setChecked(lane.id in step.lanes)
        names = [one_line(lane.name) or self._words.t("Lane") for lane in lanes if lane.id in step.lanes]
        text = ", ".join(names) or self._words.t("All lanes")
        room = max(80, self.lanes.width() - 30)
        self.lanes.setText(menu_text(self.lanes.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)))
        self.lanes.setAccessibleDescription(text)

    def _set(self, **fields: object) -> None:
        if self._step and not self._filling:
            self._edits.set(self._step, **fields)

    def _set_title(self, text: str) -> None:
        self._set(title=text)

    def _set_question(self, text: str) -> None:
        self._set(question=text)

    def _set_script(self) -> None:
        self._set(script=self.script.text())

    def _set_kind(self) -> None:
        self._set(kind=self.kind.currentData())

    def _set_minutes(self, minutes: int) -> None:
        self._set(minutes=minutes)

    def _set_phase(self) -> None:
        self._set(phase=self.phase.currentData() or None)

    def _set_lanes(self, _action: QAction) -> None:
        self._set(lanes=tuple(one.data() for one in self.lane_menu.actions() if one.isChecked()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when people leave a field."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


class _Minutes(QSpinBox):
    """A field for minutes that the wheel does not change while it scrolls the form."""

    def __init__(self, name: str, unit: str) -> None:
        super().__init__()
        self.setObjectName("agenda_minutes")
        self.setSuffix(f" {unit}")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.setRange(0, _LONGEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
