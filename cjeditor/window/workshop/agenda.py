"""The agenda in its pane: the clock, the steps with their times, and the fields of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue.agendas import Plan, plan
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.change import Change
from cjeditor.model.project import AgendaStep
from cjeditor.window.house import House
from cjeditor.window.plain import label, message_box
from cjeditor.window.workshop.agenda_bar import AgendaBar
from cjeditor.window.workshop.agenda_edits import AgendaEdits
from cjeditor.window.workshop.agenda_list import AgendaList
from cjeditor.window.workshop.agenda_rows import AgendaRows
from cjeditor.window.workshop.clock import WorkshopClock
from cjeditor.window.workshop.commands import WorkshopCommands
from cjeditor.window.workshop.course import SOUND
from cjeditor.window.workshop.schedule import USUAL_START, Schedule, schedule
from cjeditor.window.workshop.step_form import StepForm
from cjeditor.window.workshop.step_menu import StepMenu
from cjeditor.window.workshop.style import style_sheet
from cjeditor.window.workshop.timer import WorkshopTimer

_LEAST_LINES = (8, 5)
"""Lines of text that list and fields have room for at least: three steps and two fields."""
_SHARES = (420, 140)
"""Pixels at 100 % of the list and of the fields below it, where there is room."""


class Agenda(QWidget):
    """Shows and changes the plan of the workshop.

    Signals:
        refused(Problem): an edit was refused.
    """

    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        canvas: MapCanvas,
        timer: WorkshopTimer,
        commands: WorkshopCommands,
        house: House,
    ) -> None:
        """Make it.

        Args:
            document: holds the agenda.
            canvas: shows the map that the steps open parts of.
            timer: walks through the agenda.
            commands: what keys and menus do with it.
            house: what the windows share.
        """
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._timer = timer
        self._commands = commands
        self._house = house
        self._words = words = house.words
        self._wanted_plan: Plan | None = None
        self.setObjectName("workshop_inside")
        self.setAccessibleName(words.t("Agenda"))
        self.edits = AgendaEdits(document, self._map_id, words, self)
        self.clock = WorkshopClock(timer, words, house.icons, sound=house.preferences.flag(SOUND, True))
        self.rows = AgendaRows(self.edits, timer, words, house.icons, self)
        self.list = AgendaList(self.rows, words, self)
        self.form = StepForm(self.edits, words, house.icons)
        self.bar = AgendaBar(words, house.icons)
        self.total = label("", self)
        self.total.setObjectName("quiet")
        self._put_together()
        self._connect()
        self.set_theme(house.appearance.theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rows.set_ground(theme.colour("band"))
        self.setStyleSheet(style_sheet(theme))

    def take_focus(self) -> None:
        """Give the focus to the list; where it is empty, to the choice of a plan."""
        if self.rows.rowCount() and not self.list.current_id:
            step = self._timer.step or self.rows.step(0)
            self.list.go_to(step.id if step is not None else "")
        target: QWidget = self.list if self.rows.rowCount() else self.bar.plans
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the agenda as it is now."""
        steps, current = self.edits.steps, self.list.current_id
        self.bar.show_begin(self._document.project.settings.workshop_start or USUAL_START)
        self.rows.show_steps(steps, self._schedule(steps))
        if self.list.current_id != current:
            self.list.go_to(current)
        self._show_total(steps)
        self._show_form()

    def show_offer(self, offer: QWidget) -> None:
        """Let something stand below the clock: what people may do in this step."""
        self._column.insertWidget(1, offer)

    def ask_for_plan(self, key: str) -> None:
        """Take a ready plan; where there is an agenda already, ask first."""
        chosen = plan(key)
        if chosen is None:
            return
        if not self._document.project.agenda:
            self._take_plan(chosen)
            return
        name = chosen.name.in_language(self._words.language)
        box = message_box(
            self.window(),
            icon=QMessageBox.Icon.Question,
            text=self._words.t("Replace the agenda by the plan “{name}”?", name=name),
            details=self._words.t("Its steps and their real times go. You can undo this."),
        )
        box.setObjectName("replace_agenda")
        replace = QPushButton(self._words.t("Replace"), box)
        box.addButton(replace, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        self._wanted_plan = chosen
        replace.clicked.connect(self._take_wanted_plan)
        box.open()

    def _map_id(self) -> str:
        return self._canvas.map_id

    def _put_together(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.clock)
        column.addWidget(self.bar)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setObjectName("agenda_split")
        split.setChildrenCollapsible(False)
        line = self.fontMetrics().height()  # in large letters the pane scrolls rather than showing half a step
        self.list.setMinimumHeight(_LEAST_LINES[0] * line)
        self.form.setMinimumHeight(_LEAST_LINES[1] * line)
        split.addWidget(self.list)
        split.addWidget(self.form)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes(list(_SHARES))
        scrolled = QScrollArea(self)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(split)
        column.addWidget(scrolled, 1)
        self.total.setContentsMargins(12, 4, 12, 6)
        column.addWidget(self.total)

    def _connect(self) -> None:
        timer, rows, edits = self._timer, self.list, self.edits
        self._document.changed.connect(self._take_change)
        self._canvas.desk.map_shown.connect(self._show_form)
        timer.step_changed.connect(self.refresh)
        timer.ticked.connect(self._tick)
        timer.begun.connect(self._go_to_step)
        edits.refused.connect(self.refused)
        self.clock.toggle_wanted.connect(self._commands.toggle)
        self.clock.sound_chosen.connect(self._keep_sound)
        self.bar.plan_wanted.connect(self.ask_for_plan)
        self.bar.begin_wanted.connect(edits.set_start)
        self.bar.begin_left.connect(edits.end_session)
        self.bar.addition_wanted.connect(self._add)
        self.bar.removal_wanted.connect(self._delete_current)
        rows.chosen.connect(self._show_form)
        rows.move_wanted.connect(edits.move)
        rows.shift_wanted.connect(edits.move_by)
        rows.start_wanted.connect(timer.start_step)
        rows.removal_wanted.connect(self._delete)
        rows.addition_wanted.connect(self._add)
        rows.menu_wanted.connect(self._show_menu)
        self.form.left.connect(edits.end_session)

    def _schedule(self, steps: list[AgendaStep]) -> Schedule:
        timer, settings = self._timer, self._document.project.settings
        current = timer.step.id if timer.step is not None else ""
        remaining, begun = timer.remaining_seconds, timer.state.begun
        return schedule(steps, settings.workshop_start, self._house.now(), current, remaining, begun)

    def _show_total(self, steps: list[AgendaStep]) -> None:
        words, found = self._words, self._schedule(steps)
        if not steps:
            self.total.setText(words.t("Choose a ready plan, or add steps of your own."))
            return
        text = words.t("{minutes} min planned, until {time}", minutes=found.planned, time=f"{found.ends:%H:%M}")
        if found.late > 0:
            text = words.t("{plan} · {minutes} min late", plan=text, minutes=found.late)
        elif found.late < 0:
            text = words.t("{plan} · {minutes} min ahead", plan=text, minutes=-found.late)
        if text != self.total.text():
            self.total.setText(text)

    def _show_form(self) -> None:
        step = self.rows.step(self.rows.row_of(self.list.current_id))
        self.form.show_step(step, self.edits.map)
        self.form.setVisible(step is not None)
        self.bar.minus.setEnabled(step is not None)

    def _take_change(self, change: Change) -> None:
        if change.touched("", "agenda") or change.fields or self._map_id() in change.map_ids:
            self.refresh()

    def _tick(self) -> None:
        if not self.isVisible():
            return
        steps = self.edits.steps
        self.rows.show_steps(steps, self._schedule(steps))
        self._show_total(steps)

    def _go_to_step(self) -> None:
        step = self._timer.step
        if step is not None:
            self.list.go_to(step.id)

    def _keep_sound(self, sound: bool) -> None:
        self._house.preferences.keep_flag(SOUND, sound)

    def _take_wanted_plan(self) -> None:
        if self._wanted_plan is not None:
            self._take_plan(self._wanted_plan)

    def _take_plan(self, chosen: Plan) -> None:
        self._timer.finish()
        self.edits.take_plan(chosen)
        self.list.go_to(self.edits.steps[0].id)

    def _add(self) -> None:
        step_id = self.edits.add(self.list.current_id)
        if step_id:
            self.list.go_to(step_id)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.write()

    def _delete_current(self) -> None:
        self._delete(self.list.current_id)

    def _delete(self, step_id: str) -> None:
        row = self.rows.row_of(step_id)
        if row < 0:
            return
        self.edits.delete(step_id)
        following = self.rows.step(min(row, self.rows.rowCount() - 1))
        self.list.go_to(following.id if following is not None else "")

    def _show_menu(self, step_id: str, at: QPoint) -> None:
        menu = StepMenu(step_id, self._words, self._house.icons, self)
        menu.start_wanted.connect(self._timer.start_step)
        menu.shift_wanted.connect(self.edits.move_by)
        menu.addition_wanted.connect(self._add)
        menu.removal_wanted.connect(self._delete)
        menu.popup(at)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the times as they are now."""
        super().showEvent(event)
        self.refresh()
