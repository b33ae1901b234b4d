"""What the workshop's timer says to the room: the time left, and which step it is."""

from __future__ import annotations

from cjeditor.layout.primitives import Primitive
from cjeditor.layout.room.head import draw_clock
from cjeditor.layout.room.sheets import Box
from cjeditor.texts import MINUS, Texts
from cjeditor.window.workshop.timer import WorkshopTimer

_HOURS_FROM = 100
"""Minutes from which hours are named."""


def time_left(seconds: int) -> str:
    """Return seconds as people read them from afar: `4:37`, `−0:12` when the time is up, `1:40:00` for long steps."""
    minutes, rest = divmod(abs(seconds), 60)
    shown = f"{minutes}:{rest:02}"
    if minutes >= _HOURS_FROM:
        shown = f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
    return f"{MINUS}{shown}" if seconds < 0 else shown


def clock_shapes(timer: WorkshopTimer, box: Box, words: Texts) -> tuple[Primitive, ...]:
    """Return the clock as it stands now; nothing where no step is on, or where `box` leaves no place for it."""
    if timer.step is None or not box.width:
        return ()
    step = words.t("Step {number} of {count}", number=timer.step_number, count=timer.step_count)
    left = timer.remaining_seconds
    return draw_clock(time_left(left), step, box, over=left <= 0 and timer.total_seconds > 0)
