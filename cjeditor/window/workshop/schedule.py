"""Times of the workshop: when each step begins, as it was and as planned, and how what is left is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cjeditor.model.project import AgendaStep

USUAL_START = "09:00"
"""When workshops begin unless the project says otherwise."""


@dataclass(frozen=True)
class Schedule:
    """When the steps begin, in their order.

    Attributes:
        begins: of each step; None for one that was left out.
        ends: when the last one is over.
        planned: minutes of all steps together.
        late: minutes that the end lies behind the plan, as the workshop goes; below zero where it is ahead.
    """

    begins: tuple[datetime | None, ...]
    ends: datetime
    planned: int
    late: int


def schedule(
    steps: Sequence[AgendaStep],
    start: str,
    now: datetime,
    current: str = "",
    remaining: int = 0,
    begun: datetime | None = None,
) -> Schedule:
    """Return the schedule of an agenda.

    Args:
        steps: in their order.
        start: ``hh:mm`` when the workshop is to begin; empty for the usual time.
        now: the date and time on the wall.
        current: the id of the step that the timer is at.
        remaining: its seconds that are left.
        begun: when it really began; it counts also where the agenda does not know any more, since that was undone.
    """
    wall = now.replace(tzinfo=None)
    starts = [_start_of(each, begun if each.id == current else None) for each in steps]
    real = [each for each in starts if each is not None]
    first = min(real) if real else datetime.combine(wall.date(), time.fromisoformat(start or USUAL_START))
    cursor = first
    begins: list[datetime | None] = []
    last = max((at for at, each in enumerate(starts) if each is not None), default=-1)
    for at, (step, real_start) in enumerate(zip(steps, starts, strict=True)):
        if real_start is not None:
            cursor = real_start
        elif at < last:
            begins.append(None)
            continue
        begins.append(cursor)
        if step.id == current and real_start is not None:
            cursor = wall + timedelta(seconds=max(0, remaining))
        elif step.ended:
            cursor = datetime.fromisoformat(step.ended)
        else:
            cursor += timedelta(minutes=step.minutes)
    planned = sum(each.minutes for each in steps)
    late = (cursor - first) - timedelta(minutes=planned)
    return Schedule(tuple(begins), cursor, planned, round(late.total_seconds() / 60))


def _start_of(step: AgendaStep, begun: datetime | None) -> datetime | None:
    if step.started:
        return datetime.fromisoformat(step.started)
    return begun.replace(tzinfo=None, microsecond=0) if begun is not None else None


def clock_text(seconds: int) -> str:
    """Return a time that is left as people read it: ``4:05``; what is over with a real minus sign."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'−' if seconds < 0 else ''}{minutes}:{rest:02}"
