"""The funnel lane: under the phases how many people stand in each stage, and what goes on from one to the next.

The weakest way is told by a sign, by bold letters and by words, not by its colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby, pairwise

from cjeditor.analysis.funnel import Funnel, Passage, funnel_of
from cjeditor.catalogue import terms
from cjeditor.layout.arrangement import PhaseBox
from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.funnel_row import NO_FUNNEL, FunnelRow, FunnelStop, FunnelWay
from cjeditor.layout.funnel_words import percent, went_on
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CELL_PADDING, META_LINE, META_SIZE, baseline
from cjeditor.layout.primitives import Close, Face, Line, LineTo, Move, Path, Primitive, Rect
from cjeditor.layout.theme import INVITATION
from cjeditor.model.fields import FunnelStage
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.texts import Texts

_MARGIN = 8.0
_GAP = 4.0
_HIGH = 40.0
_LEAST = 2.0
_ICON = 13.0
_LEAST_ROOM = 28.0
"""A collapsed phase is too narrow for words."""
FUNNEL_HEIGHT = 2 * CELL_PADDING + 3 * META_LINE + 3 * _GAP + _HIGH
"""Of the lane: names, bars, ways and the line about the whole."""


def funnel_row(project: Project, journey: JourneyMap, phases: Sequence[PhaseBox], words: Texts) -> FunnelRow:
    """What the funnel lane says of these phases; nothing without any count, or where no lane asks for it."""
    if not any(lane.kind == "funnel" for lane in journey.lanes):
        return NO_FUNNEL
    found = funnel_of(project, journey)
    if not found.counts or not phases:
        return NO_FUNNEL
    most = max(found.counts.values()) or 1
    runs = [(stage, tuple(some)) for stage, some in groupby(phases, key=_stage_of)]
    ways, others = _placed(found, [stage for stage, _ in runs])
    stops: list[FunnelStop] = []
    for at, (stage, boxes) in enumerate(runs):
        count = None if stage is None else found.counts.get(stage)
        stop = FunnelStop(
            tuple(box.phase.id for box in boxes),
            words.t("no stage") if stage is None else terms.funnel_stage(stage, words),
            boxes[0].x,
            sum(box.width for box in boxes),
            words.t("not counted") if count is None else words.number(count),
            None if count is None else count / most,
            stage is not None,
        )
        if at in ways and stops:
            before = stops[-1]
            stop = stop._replace(came=_way(ways[at], before, stop, found, words), before=before.share)
        stops.append(stop)
    return FunnelRow(tuple(stops), _whole(found, others, words))


def _stage_of(box: PhaseBox) -> FunnelStage | None:
    return box.phase.funnel_stage


def _placed(found: Funnel, stages: Sequence[FunnelStage | None]) -> tuple[dict[int, Passage], list[Passage]]:
    """The passages by the place (counted from 0) of the stop that they lead to, and those that have no such place."""
    ways: dict[int, Passage] = {}
    others: list[Passage] = []
    for one in found.passages:
        at = next((i + 1 for i, pair in enumerate(pairwise(stages)) if pair == _ends(one)), None)
        if at is None:
            others.append(one)
        else:
            ways[at] = one
    return ways, others


def _ends(one: Passage) -> tuple[FunnelStage, FunnelStage]:
    return one.source, one.target


def _way(one: Passage, before: FunnelStop, after: FunnelStop, found: Funnel, words: Texts) -> FunnelWay:
    half = min(before.width, after.width) / 2 - _GAP
    weakest = one == found.weakest
    said = [went_on(one, words)]
    if one.conversion is not None:
        said.append(percent(one.conversion, words))
    if weakest:
        said = [words.t("{passage} · weakest step", passage=each) for each in said] + said[1:]
    return FunnelWay(after.x - half, after.x + half, after.x, tuple(said), weakest, one.grows)


def _whole(found: Funnel, others: Sequence[Passage], words: Texts) -> str:
    """How many come through, and the ways that have no place under the phases."""
    said = []
    if found.overall is not None and len(found.passages) > 1:
        said.append(_between(found.passages[0], found.passages[-1], percent(found.overall, words), words))
    for one in others:
        share = went_on(one, words)
        if one == found.weakest:
            share = words.t("{passage} · weakest step", passage=share)
        said.append(_between(one, one, share, words))
    return "   ".join(said)


def _between(first: Passage, last: Passage, said: str, words: Texts) -> str:
    source, target = terms.funnel_stage(first.source, words), terms.funnel_stage(last.target, words)
    return words.t("{source} → {target}: {share}", source=source, target=target, share=said)


def row_said(row: FunnelRow) -> str:
    """What a collapsed funnel lane says: each stage with its count."""
    return " → ".join(f"{stop.name} {stop.counted}" for stop in row.stops if stop.share is not None)


def funnel_between(row: FunnelRow, left: float, right: float) -> FunnelRow:
    """The row over the columns from x `left` to `right` only; a way that ends at the left edge is told beside it."""
    stops = []
    for stop in row.stops:
        if stop.x >= right or stop.x + stop.width <= left:
            continue
        first, last = max(stop.x, left), min(stop.x + stop.width, right)
        came = stop.came
        if came is not None and came.at < left:
            came = None
        elif came is not None and came.at == left:
            came = came._replace(left=left + _MARGIN, right=min(left + stop.width, right) - _MARGIN, at=left)
        shown = stop.before if came is not None and came.at > left else None
        stops.append(stop._replace(x=first, width=last - first, came=came, before=shown))
    return row._replace(stops=tuple(stops))


def draw_funnel(row: FunnelRow, y: float, left: float, right: float, words: Texts) -> tuple[Primitive, ...]:
    """All of a funnel lane whose upper edge is at `y`; `left` and `right` are the edges of what is drawn of the map."""
    if not row.stops:
        return draw_no_funnel(y, left, right, words)
    return (*chain.from_iterable(draw_funnel_stop(stop, y) for stop in row.stops), *draw_whole_funnel(row, y))


def draw_no_funnel(y: float, left: float, right: float, words: Texts) -> tuple[Primitive, ...]:
    """A quiet sentence where nobody counted anything; on screen only."""
    room = right - left - 2 * _MARGIN
    if room < _LEAST_ROOM:
        return ()
    said = words.t("Nobody has counted the stages of the funnel yet: Figures ▸ Sales funnel.")
    base = baseline(y + CELL_PADDING, META_LINE, META_SIZE)
    return (text(left + _MARGIN, base, elide(said, "regular", META_SIZE, room), "regular", META_SIZE, INVITATION),)


def draw_funnel_stop(stop: FunnelStop, y: float) -> tuple[Primitive, ...]:
    """One stage: its name and count, its bar, the slope from the bar before it and what came over it."""
    foot = y + CELL_PADDING + META_LINE + _GAP + _HIGH
    left, right = stop.x + _MARGIN, stop.x + stop.width - _MARGIN
    shapes: list[Primitive] = [*_heading(stop, y + CELL_PADDING)]
    if stop.share is None:
        if stop.is_stage:
            shapes.append(Rect(left, foot - 14, right - left, 14, stroke="rule.strong", dash=(4.0, 3.0), radius=2))
        else:
            shapes.append(Line(left, foot, right, foot, "rule.strong", 1.0, (2.0, 4.0)))
    else:
        high = max(_LEAST, _HIGH * stop.share)
        if stop.before is not None:
            shapes.append(_slope(stop, max(_LEAST, _HIGH * stop.before), high, foot))
        shapes.append(Rect(left, foot - high, right - left, high, fill="edge.goal"))
    if stop.came is not None:
        shapes += _told(stop.came, foot + _GAP)
    return tuple(shapes)


def _slope(stop: FunnelStop, before: float, high: float, foot: float) -> Primitive:
    """From the end of the bar before to the beginning of this one: what makes bars a funnel."""
    start, end = stop.x - _MARGIN, stop.x + _MARGIN
    corners = (Move(start, foot), LineTo(start, foot - before), LineTo(end, foot - high), LineTo(end, foot), Close())
    return Path(corners, fill="band")


def _heading(stop: FunnelStop, top: float) -> list[Primitive]:
    """A stage's name and how many people it has; of a narrow one the number alone, or nothing."""
    room = stop.width - 2 * _MARGIN
    if room < _LEAST_ROOM:
        return []
    base = baseline(top, META_LINE, META_SIZE)
    if not stop.is_stage:
        said = elide(stop.name, "regular", META_SIZE, room)
        return [text(stop.x + _MARGIN, base, said, "regular", META_SIZE, "secondary")]
    face: Face = "regular" if stop.share is None else "bold"
    counted = text(0, base, elide(stop.counted, face, META_SIZE, room), face, META_SIZE, "secondary")
    if stop.share is not None:
        counted = text(0, base, counted.text, face, META_SIZE, "text")
    name = elide(stop.name, "semibold", META_SIZE, room - counted.width - _MARGIN)
    width = text_width(name, "semibold", META_SIZE)
    shapes: list[Primitive] = []
    if name.strip("…"):
        shapes.append(text(stop.x + _MARGIN, base, name, "semibold", META_SIZE, "text"))
    x = stop.x + _MARGIN + (width + _MARGIN if shapes else 0.0)
    return [*shapes, text(x, base, counted.text, face, META_SIZE, counted.colour)]


def _told(way: FunnelWay, top: float) -> list[Primitive]:
    """A small arrow and what goes on, around the border of both stages; the weakest with a sign and in bold."""
    face: Face = "bold" if way.weakest else "regular"
    colour = "warning" if way.weakest else "secondary"
    sign = "warning" if way.weakest else "arrow-up" if way.grows else "arrow-right"
    room = way.right - way.left - _ICON - _GAP
    if room < _LEAST_ROOM:
        return []
    said = next((one for one in way.said if text_width(one, face, META_SIZE) <= room), way.said[-1])
    said = elide(said, face, META_SIZE, room)
    width = _ICON + _GAP + text_width(said, face, META_SIZE)
    # Beside the edge of a page it cannot stand around the border.
    x = max(way.left, min(way.at - width / 2, way.right - width))
    base = baseline(top, META_LINE, META_SIZE)
    return [icon(sign, x, top + 1.5, _ICON, colour), text(x + _ICON + _GAP, base, said, face, META_SIZE, colour)]


def draw_whole_funnel(row: FunnelRow, y: float) -> tuple[Primitive, ...]:
    """How many come all the way through, below the first stage shown."""
    if not row.whole or not row.stops:
        return ()
    left, right = row.stops[0].x + _MARGIN, row.stops[-1].x + row.stops[-1].width - _MARGIN
    top = y + FUNNEL_HEIGHT - CELL_PADDING - META_LINE
    said = elide(row.whole, "semibold", META_SIZE, right - left)
    return (text(left, baseline(top, META_LINE, META_SIZE), said, "semibold", META_SIZE, "text"),)


def said_of(row: FunnelRow, step_x: float) -> list[str]:
    """What the lane tells of the column that begins at an x, for those who cannot see it."""
    stop = next((one for one in row.stops if one.x <= step_x < one.x + one.width), None)
    if stop is None:
        return []
    said = [stop.name if not stop.is_stage else f"{stop.name}: {stop.counted}"]
    return [*said, stop.came.said[0]] if stop.came is not None and stop.x == step_x else said
