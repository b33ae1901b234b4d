"""The time lane: a bracket over each phase with its duration, a bar for each step, waits that are too long, the sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from cjeditor.analysis.waiting import is_late
from cjeditor.layout.arrangement import Column, PhaseBox, TimeBar, TimeRow, TimeStop
from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CELL_PADDING, META_LINE, META_SIZE, baseline
from cjeditor.layout.primitives import Line, LineTo, Move, Path, Primitive, Rect
from cjeditor.model.cards import Touchpoint
from cjeditor.model.durations import span_in, total
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import Texts

_MARGIN = 8.0
_BRACKET = 8.0
_BAR = 20.0
_GAP = 3.0
_ICON = 13.0


def times_of(
    journey: JourneyMap, phases: Sequence[PhaseBox], columns: Sequence[Column], words: Texts
) -> tuple[tuple[TimeStop, ...], str]:
    """What the time lanes of a map say, as `time_stops` tells it; nothing where it has none."""
    if not any(lane.kind == "time" for lane in journey.lanes):
        return (), ""
    return time_stops(phases, columns, journey.touchpoints, words)


def time_stops(
    phases: Sequence[PhaseBox], columns: Sequence[Column], touchpoints: Iterable[Touchpoint], words: Texts
) -> tuple[tuple[TimeStop, ...], str]:
    """What the time lane says of each phase, and the length of the whole journey where all phases tell theirs."""
    late = _late(touchpoints)
    stops: list[TimeStop] = []
    lengths: list[Span | None] = []
    for box in phases:
        own = columns[box.first_column : box.first_column + box.column_count]
        # A collapsed phase has no room for words; its length counts all the same.
        shown = () if box.folded else own
        bars = tuple(_bar(column, late.get(column.step.id, ()), words) for column in shown)
        summed = total(column.step.duration for column in own)
        said = " ".join(box.phase.duration.split()) or (words.span(summed) if summed is not None else "")
        lengths.append(summed if summed is not None else span_in(box.phase.duration))
        stops.append(TimeStop(box.phase.id, box.x, box.width, "" if box.folded else said, bars))
    whole = total(lengths)
    return tuple(stops), words.t("Whole journey: {time}", time=words.span(whole)) if whole is not None else ""


def _late(touchpoints: Iterable[Touchpoint]) -> Mapping[str, Sequence[Touchpoint]]:
    """By step, the touchpoints where people wait longer than they expect."""
    found: defaultdict[str, list[Touchpoint]] = defaultdict(list)
    for one in touchpoints:
        if is_late(one):
            found[one.step].append(one)
    return found


def _bar(column: Column, late: Sequence[Touchpoint], words: Texts) -> TimeBar:
    step = column.step
    worst = max(late, key=_overrun, default=None)
    waits = words.waiting(worst.expected_wait, worst.actual_wait) if worst is not None else ""
    if worst is not None and len(late) > 1:
        waits = words.t("{wait} (+{n} more)", wait=waits, n=len(late) - 1)
    said = words.span(step.duration) if step.duration is not None else ""
    return TimeBar(step.id, column.x, column.width, said, waits)


def _overrun(touchpoint: Touchpoint) -> tuple[float, int]:
    expected, actual = touchpoint.expected_wait, touchpoint.actual_wait
    return (actual.minutes - expected.minutes if expected and actual else 0.0, -touchpoint.number)


def time_height(stops: Iterable[TimeStop], whole: str) -> float:
    """How high the rows of a time lane are together."""
    waits = any(bar.waits for stop in stops for bar in stop.bars)
    rows = META_LINE + _BRACKET + _BAR
    return rows + (_GAP + META_LINE if waits else 0.0) + (_GAP + META_LINE if whole else 0.0)


def row_between(row: TimeRow, left: float, right: float, y: float) -> TimeRow:
    """The row over the columns from x `left` to `right` only, in a lane at `y`."""
    stops = [
        stop._replace(
            x=max(stop.x, left),
            width=min(stop.x + stop.width, right) - max(stop.x, left),
            bars=tuple(bar for bar in stop.bars if left <= bar.x < right),
        )
        for stop in row.stops
        if stop.x < right and stop.x + stop.width > left
    ]
    return row._replace(y=y, stops=tuple(stops))


def draw_times(row: TimeRow) -> tuple[Primitive, ...]:
    """All of a time lane, in body coordinates."""
    return (*chain.from_iterable(draw_time_stop(row, stop) for stop in row.stops), *draw_whole(row))


def draw_time_stop(row: TimeRow, stop: TimeStop) -> tuple[Primitive, ...]:
    """One phase's bracket, and the bars and waits of its steps."""
    y = row.y + CELL_PADDING
    shapes: list[Primitive] = []
    left, right = stop.x + _MARGIN, stop.x + stop.width - _MARGIN
    said = elide(stop.said, "medium", META_SIZE, right - left)
    width = text_width(said, "medium", META_SIZE)
    shapes.append(
        text((left + right - width) / 2, baseline(y, META_LINE, META_SIZE), said, "medium", META_SIZE, "text")
    )
    y += META_LINE + 1
    ends = (Move(left, y + 5), LineTo(left, y), LineTo(right, y), LineTo(right, y + 5))
    shapes.append(Path(ends, stroke="secondary" if said else "rule", stroke_width=1.25))
    y += _BRACKET - 1
    for bar in stop.bars:
        shapes += _draw_bar(bar, y)
    return tuple(shapes)


def _draw_bar(bar: TimeBar, y: float) -> list[Primitive]:
    """A step's bar with its duration, or a thin line where nobody said how long; below it the wait."""
    left, width = bar.x + _MARGIN, bar.width - 2 * _MARGIN
    shapes: list[Primitive] = []
    if bar.said:
        said = elide(bar.said, "regular", META_SIZE, width - 12)
        length = text_width(said, "regular", META_SIZE)
        shapes.append(Rect(left, y + 2, width, _BAR - 4, fill="card", stroke="card.border", radius=4.0))
        base = baseline(y, _BAR, META_SIZE)
        shapes.append(text(left + (width - length) / 2, base, said, "regular", META_SIZE, "text"))
    else:
        shapes.append(Line(left, y + _BAR / 2, left + width, y + _BAR / 2, "rule.strong", 1.0, (2.0, 4.0)))
    if bar.waits:
        top = y + _BAR + _GAP
        shapes.append(icon("clock", left, top + 1.5, _ICON, "warning"))
        waits = elide(bar.waits, "bold", META_SIZE, width - _ICON - 4)
        shapes.append(text(left + _ICON + 4, baseline(top, META_LINE, META_SIZE), waits, "bold", META_SIZE, "warning"))
    return shapes


def bar_area(row: TimeRow, bar: TimeBar) -> tuple[float, float, float, float]:
    """Where a step's bar lies in a lane: left, top, width, height."""
    return bar.x + _MARGIN, row.y + CELL_PADDING + META_LINE + _BRACKET, bar.width - 2 * _MARGIN, _BAR


def draw_whole(row: TimeRow) -> tuple[Primitive, ...]:
    """The length of the whole journey, below the first phase shown."""
    if not row.whole or not row.stops:
        return ()
    left, right = row.stops[0].x + _MARGIN, row.stops[-1].x + row.stops[-1].width - _MARGIN
    y = row.y + CELL_PADDING + time_height(row.stops, row.whole) - META_LINE
    said = elide(row.whole, "semibold", META_SIZE, right - left)
    return (text(left, baseline(y, META_LINE, META_SIZE), said, "semibold", META_SIZE, "text"),)
