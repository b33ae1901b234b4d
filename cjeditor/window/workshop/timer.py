"""The workshop's clock: which step runs, how much time it has left, and when each really began and ended."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.document import Document
from cjeditor.model import table
from cjeditor.model.change import Change
from cjeditor.model.lookup import ordered
from cjeditor.model.project import AgendaStep
from cjeditor.window.workshop.times import AgendaTimes

_BEAT = 250
"""Milliseconds between two looks at the clock, so that no second is skipped on screen."""


@dataclass(frozen=True)
class TimerState:
    """Where a timer stands, to be taken over by the next one of the same window.

    Attributes:
        step_id: the step of the agenda; empty before the workshop and after it.
        since: when it was last set going; None while it stands still.
        spent: seconds that were over at that time.
        added: seconds that it got beyond those planned.
        begun: when the step really began; None as long as it has not.
        told: whether its end was told.
        run: when people began with a single step after all had ended; None where they did not.
    """

    step_id: str = ""
    since: datetime | None = None
    spent: float = 0.0
    added: int = 0
    begun: datetime | None = None
    told: bool = False
    run: datetime | None = None

    def spent_at(self, now: datetime) -> float:
        """Seconds that are over at this time."""
        return self.spent + (max(0.0, (now - self.since).total_seconds()) if self.since is not None else 0.0)


class WorkshopTimer(QObject):
    """Walks through the agenda of a document. The real times become part of the agenda, and no undo takes them back.

    Signals:
        ticked(): what is left is another number of seconds, or it stands still or goes on.
        step_changed(): another step is on, or the agenda itself changed.
        begun(): a step was set going for the first time; who shows the map opens what it is about.
        ended(): the planned time of the step is over. It goes on below zero until people go on.
        afresh_wanted(): it should be set going, but all steps have ended. Whoever can ask then calls
            `start(afresh=True)`.
    """

    ticked = Signal()
    step_changed = Signal()
    begun = Signal()
    ended = Signal()
    afresh_wanted = Signal()

    def __init__(self, document: Document, now: Callable[[], datetime], parent: QObject) -> None:
        """Begin before the first step.

        Args:
            document: holds the agenda.
            now: the date and time here, with its zone.
            parent: owner.
        """
        super().__init__(parent)
        self._document = document
        self._now = now
        self._times = AgendaTimes(document)
        self._state = TimerState()
        self._lost = TimerState()
        self._shown = 0
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self.tick)
        document.changed.connect(self._follow)

    @property
    def state(self) -> TimerState:
        """Where it stands."""
        return self._state

    @property
    def step(self) -> AgendaStep | None:
        """The step that is on, running or not; None before the workshop and after it."""
        return table.find(self._document.project.agenda, self._state.step_id)

    @property
    def step_number(self) -> int:
        """The place of that step in the agenda, from 1; 0 where there is none."""
        return next(
            (
                at
                for at, each in enumerate(ordered(self._document.project.agenda), start=1)
                if each.id == self._state.step_id
            ),
            0,
        )

    @property
    def step_count(self) -> int:
        """How many steps the agenda has."""
        return len(self._document.project.agenda)

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._state.since is not None

    @property
    def is_over(self) -> bool:
        """Whether the workshop is: no step is on, and all have ended."""
        agenda = self._document.project.agenda
        return self.step is None and bool(agenda) and all(each.ended for each in agenda)

    @property
    def total_seconds(self) -> int:
        """How long the step may take: as planned, and what was added; 0 without a step."""
        step = self.step
        return step.minutes * 60 + self._state.added if step is not None else 0

    @property
    def remaining_seconds(self) -> int:
        """What is left of the step, in full seconds that have begun; below zero, how long it has been over."""
        return math.ceil(self.total_seconds - self._state.spent_at(self._now())) if self.step is not None else 0

    def take(self, state: TimerState) -> None:
        """Go on from where another timer of the same document stood."""
        self._set(state)
        self.step_changed.emit()
        self.tick()

    def start(self, *, afresh: bool = False) -> None:
        """Set the step going; where none is on, the first one that has not ended yet.

        Args:
            afresh: after the end of the workshop, forget all real times and begin again. Else it is only asked for.
        """
        if self.is_over:
            if not afresh:
                self.afresh_wanted.emit()
                return
            self._times.clear()
        if self.step is None:
            left = [each for each in ordered(self._document.project.agenda) if not each.ended]
            self._show(left[0] if left else None)
        self._go()

    def start_step(self, step_id: str) -> None:
        """Go to any step of the agenda and set it going; from the beginning unless it is on already."""
        if step_id != self._state.step_id:
            run = self._now() if self.is_over else self._state.run
            self._leave()
            self._show(table.find(self._document.project.agenda, step_id))
            self._set(replace(self._state, run=run))
        self._go()

    def pause(self) -> None:
        """Stand still; `start` goes on from there."""
        if self.running:
            self._set(replace(self._state, since=None, spent=self._state.spent_at(self._now())))
            self.ticked.emit()

    def add_minute(self) -> None:
        """Give the step one minute more; one that was over has a minute from now."""
        if self.step is None:
            return
        over = max(0, -self.remaining_seconds)
        self._set(replace(self._state, added=self._state.added + over + 60, told=False))
        self._tell()

    def next_step(self) -> None:
        """Go on to the next step; after the last one the workshop is over. It runs if this one did."""
        self._go_to(self.step_number)

    def previous_step(self) -> None:
        """Go back to the step before, with all its time; at the first one, to its beginning."""
        self._go_to(max(0, self.step_number - 2))

    def finish(self) -> None:
        """End the workshop here."""
        self._leave()
        self._show(None)

    def tick(self) -> None:
        """Look at the clock: tell when another second is shown, and once when the time is over."""
        if self.remaining_seconds != self._shown:
            self._tell()
        if self.running and not self._state.told and self.total_seconds > 0 and self.remaining_seconds <= 0:
            self._set(replace(self._state, told=True))
            self.ended.emit()

    def _go_to(self, index: int) -> None:
        steps = ordered(self._document.project.agenda)
        runs = self.running
        self._leave()
        self._show(steps[index] if index < len(steps) else None)
        if runs:
            self._go()

    def _show(self, step: AgendaStep | None) -> None:
        self._lost = TimerState()
        self._set(TimerState(step.id, run=self._state.run) if step is not None else TimerState())
        self.step_changed.emit()
        self._tell()

    def _go(self) -> None:
        step, now = self.step, self._now()
        if step is None or self.running:
            return
        first = self._state.begun is None
        self._set(replace(self._state, since=now, begun=self._state.begun or now))
        if first:
            self._times.begin(step, now, self._state.run)
            self.begun.emit()
        self._tell()

    def _leave(self) -> None:
        """Write down when the step that is on ended, if it ever began."""
        step, begun = self.step, self._state.begun
        if step is not None and begun is not None:
            self._times.end(step, begun, self._now())

    def _set(self, state: TimerState) -> None:
        self._state = state
        if not self.running:
            self._beat.stop()
        elif not self._beat.isActive():
            self._beat.start()

    def _tell(self) -> None:
        self._shown = self.remaining_seconds
        self.ticked.emit()

    def _follow(self, change: Change) -> None:
        """Follow the agenda: its step may have got another length, another place, or be gone.

        The clock is no part of what is undone: where a step comes back that was on, it is on as if it had never gone.
        """
        if not change.touched("", "agenda"):
            return
        if self._state.step_id and self.step is None:
            self._lost = self._state
            self._set(TimerState())
        elif not self._state.step_id and table.find(self._document.project.agenda, self._lost.step_id):
            self._set(self._lost)
            self._lost = TimerState()
        self.step_changed.emit()
        self.tick()
