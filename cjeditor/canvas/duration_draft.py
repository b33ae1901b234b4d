"""Writing a step's duration in the time lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from cjeditor.canvas.drafts import Sheet
from cjeditor.layout.metrics import META_LINE, META_SIZE
from cjeditor.layout.time_lane import bar_area
from cjeditor.model.durations import span_in
from cjeditor.model.edits.steps import set_step
from cjeditor.model.lookup import known

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.model.fields import Span
    from cjeditor.model.project import Project


class StepDuration:
    """A step's length of time: "3 days"; an empty text says nothing of it."""

    continues = False

    def __init__(self, stage: Stage, step_id: str, lane_id: str) -> None:
        self._stage = stage
        self._id = step_id
        self._lane = lane_id
        self._former = former = known(stage.desk.map.steps, step_id).duration
        self._unit = former.unit if former is not None else "days"

    def text(self) -> str:
        """Return the duration in words."""
        span = known(self._stage.desk.map.steps, self._id).duration
        return self._stage.desk.labels.span(span) if span is not None else ""

    def write(self, text: str) -> bool:
        """Take another duration; a text that is none is not accepted, and the status bar says what would be."""
        desk = self._stage.desk
        span = span_in(text, self._unit)
        if span is None and text.strip():
            desk.hint.emit(desk.words.t("A duration is a number and a unit, such as 3 days or 2 weeks."))
            return False

        return self._set(span)

    def give_back(self) -> None:
        """Take the duration that the step had before."""
        self._set(self._former)

    def _set(self, span: Span | None) -> bool:
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_step(project, desk.map_id, self._id, duration=span)

        return desk.apply(desk.words.t("Change duration"), edit, merge=f"{self._id}.duration")

    def finish(self) -> None:
        """A step may be without a duration."""

    def sheet(self) -> Sheet | None:
        """Return the area of the step's bar."""
        arrangement = self._stage.desk.arrangement
        row = next((row for row in arrangement.times if row.lane == self._lane), None)
        bar = next((bar for stop in row.stops for bar in stop.bars if bar.step == self._id), None) if row else None
        if row is None or bar is None:
            return None
        left, top, width, height = bar_area(row, bar)
        lines = QRectF(left + 6, top + (height - META_LINE) / 2, width - 12, META_LINE)
        return Sheet(lines, "body", "regular", META_SIZE, META_LINE, "card")
