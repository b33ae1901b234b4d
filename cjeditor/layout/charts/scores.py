"""The shapes of Net Promoter Scores: stacked groups, scores with intervals beside published ones, scores over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from cjeditor.analysis.nps import Nps, Trend, in_words, period_name, points
from cjeditor.catalogue.benchmarks import benchmarks
from cjeditor.layout.charts.axis import AXIS_HEIGHT, Scale, ticks, value_lines
from cjeditor.layout.charts.chart import Chart, ChartTable, Spot
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.charts.patterns import Pattern, filled
from cjeditor.layout.charts.row_names import named_rows
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Close, Line, LineTo, Move, Path, Primitive, Rect
from cjeditor.texts import Texts

_ROW: Final = 26.0
_BAR: Final = 14.0
_GAP: Final = 8.0
_NAMES: Final = 0.3
"""The share of the width that names may take."""
_SCORE_ROOM: Final = 96.0
_MARK: Final = 5.0
_PLOT: Final = 150.0
_GROUPS: Final[tuple[tuple[str, Pattern, str], ...]] = (
    ("detractors", "rising", "edge.pain"),
    ("passives", "empty", "rule.strong"),
    ("promoters", "solid", "edge.opportunity"),
)


@dataclass(frozen=True, slots=True)
class Score:
    """One row: a name, its figures, and the card or phase of the map that it is about (or nothing)."""

    name: str
    nps: Nps
    record: str = ""


def groups_chart(rows: Sequence[Score], width: float, title: str, words: Texts) -> Chart:
    """A bar for each row, divided into detractors, passives and promoters, with the share of each."""
    names = {
        "promoters": words.t("Promoters (9–10)"),
        "passives": words.t("Passives (7–8)"),
        "detractors": words.t("Detractors (0–6)"),
    }
    key = legend([Entry(names[group], pattern, colour) for group, pattern, colour in _GROUPS], 0, 0, width)
    shapes: list[Primitive] = [*key.shapes]
    spots: list[Spot] = []
    room = _name_room(rows, width)
    left = room + _GAP
    long = width - left
    placed = named_rows([row.name for row in rows], room, key.height + 4, room, _ROW, words.language)
    for row, place in zip(rows, placed, strict=True):
        shapes += place.name
        shapes += _stacked(row.nps, left, place.middle - _BAR / 2, long, words)
        tip = f"{row.name}: {', '.join(f'{names[group]} {_share(row.nps, group, words)}' for group, _p, _c in _GROUPS)}"
        spots.append(Spot(0, place.top, width, place.height, tip, row.record))
    table = ChartTable(
        title,
        (words.t("What"), *(names[group] for group, _pattern, _colour in reversed(_GROUPS)), words.t("Answers")),
        tuple(
            (
                row.name,
                *(
                    f"{words.number(getattr(row.nps, group))} ({_share(row.nps, group, words)})"
                    for group, _pattern, _colour in reversed(_GROUPS)
                ),
                words.number(row.nps.n),
            )
            for row in rows
        ),
        numbers=(1, 2, 3, 4),
    )
    return Chart(width, placed[-1].bottom, tuple(shapes), tuple(spots), table)


def _stacked(nps: Nps, left: float, top: float, long: float, words: Texts) -> list[Primitive]:
    shapes: list[Primitive] = []
    x = left
    for group, pattern, colour in _GROUPS:
        part = long * getattr(nps, group) / nps.n
        shapes += filled(x, top, part, _BAR, pattern, colour)
        said = _share(nps, group, words)
        needed = text_width(said, "semibold", SMALL) + 8
        if part >= needed + 2:
            # On a ground of its own: a pattern behind letters makes them hard to read.
            middle = x + part / 2
            shapes.append(Rect(middle - needed / 2, top + 0.5, needed, _BAR - 1, fill="card", radius=3))
            shapes.append(label(said, middle, top + (_BAR - SMALL_LINE) / 2, face="semibold", align="middle"))
        x += part
    return shapes


def _share(nps: Nps, group: str, words: Texts) -> str:
    return words.percent(round(100 * getattr(nps, group) / nps.n))


def scores_chart(rows: Sequence[Score], width: float, title: str, words: Texts) -> Chart:
    """A mark for each score on a scale from −100 to +100 with its interval; published scores are lines through all."""
    room = _name_room(rows, width)
    scale = Scale(-100, 100, room + _GAP + 12, width - _SCORE_ROOM)
    head = 2 * SMALL_LINE + 2
    placed = named_rows([row.name for row in rows], room, head, room, _ROW, words.language)
    bottom = placed[-1].bottom
    shapes: list[Primitive] = [
        *_published(scale, head, bottom, words),
        *value_lines((-100, -50, 0, 50, 100), scale, head, bottom, words),
    ]
    spots: list[Spot] = []
    for row, place in zip(rows, placed, strict=True):
        shapes += place.name
        shapes += _whisker(row.nps, scale, place.middle)
        shapes += diamond(scale.at(row.nps.score), place.middle)
        said = f"{points(row.nps.score, words)} · n = {words.number(row.nps.n)}"
        shapes.append(label(said, width - _SCORE_ROOM + 14, place.line, face="semibold", room=_SCORE_ROOM - 14))
        spots.append(Spot(0, place.top, width, place.height, f"{row.name}: {in_words(row.nps, words)}", row.record))
    return Chart(width, bottom + AXIS_HEIGHT, tuple(shapes), tuple(spots), _score_table(rows, title, words))


def _published(scale: Scale, top: float, bottom: float, words: Texts) -> list[Primitive]:
    """Bands and lines of published scores, their names above in two lines, so that neighbours do not touch."""
    shapes: list[Primitive] = []
    taken = [scale.start - 1000.0, scale.start - 1000.0]
    for each in benchmarks("nps"):
        low, high = scale.at(each.low), scale.at(each.high)
        if high > low:
            shapes.append(Rect(low, top, max(2.0, high - low), bottom - top, fill="band"))
        else:
            shapes.append(Line(low, top, low, bottom, "secondary", 1.2, (2.0, 2.0)))
        name = each.name.in_language(words.language)
        value = points(each.low, words) if each.low == each.high else f"{each.low:.0f}–{each.high:.0f}"
        said = f"{name} {value}"
        middle, half = (low + high) / 2, text_width(said, "regular", SMALL) / 2
        line = 0 if middle - half > taken[0] + 6 else 1
        if middle - half <= taken[line] + 6:
            continue  # its line stays; who it is stands in the sentences
        taken[line] = middle + half
        shapes.append(label(said, middle, line * SMALL_LINE, colour="secondary", align="middle"))
        shapes.append(Line(middle, (line + 1) * SMALL_LINE, middle, top, "rule.strong", 0.8))
    return shapes


def _whisker(nps: Nps, scale: Scale, y: float) -> list[Primitive]:
    """The interval as a line with ends; nothing where there is none. Of few answers it is dashed: a hint only."""
    if nps.interval is None:
        return []
    low, high = (scale.at(end) for end in nps.interval)
    dash = (3.0, 2.0) if nps.is_small else ()
    return [
        Line(low, y, high, y, "text", 1.4, dash),
        Line(low, y - 4, low, y + 4, "text", 1.4),
        Line(high, y - 4, high, y + 4, "text", 1.4),
    ]


def diamond(x: float, y: float) -> tuple[Primitive, ...]:
    """The mark of a score."""
    corners = (Move(x, y - _MARK), LineTo(x + _MARK, y), LineTo(x, y + _MARK), LineTo(x - _MARK, y), Close())
    return (Path(corners, fill="primary", stroke="card"),)


def _score_table(rows: Sequence[Score], title: str, words: Texts) -> ChartTable:
    return ChartTable(
        title,
        (words.t("What"), words.t("NPS"), words.t("{share} interval", share=words.percent(95)), words.t("Answers")),
        tuple(
            (row.name, points(row.nps.score, words), interval(row.nps, words), words.number(row.nps.n)) for row in rows
        ),
        numbers=(1, 2, 3),
    )


def interval(nps: Nps, words: Texts) -> str:
    """The interval in words: “+36 to +48”; a dash where there is none."""
    if nps.interval is None:
        return "–"
    low, high = nps.interval
    return words.t("{low} to {high}", low=points(low, words), high=points(high, words))


def trend_chart(found: Trend, width: float, title: str, words: Texts) -> Chart:
    """A mark for each period with its interval, joined by a line where no period between is empty."""
    held = [(at, period.nps) for at, period in enumerate(found.periods) if period.nps is not None]
    ends = [end for _at, nps in held for end in (nps.interval or (nps.score, nps.score))]
    values = ticks(max(-100.0, min(ends) - 5), min(100.0, max(ends) + 5))
    up = Scale(values[0], values[-1], _PLOT, _GAP)
    left = max(text_width(points(value, words), "regular", SMALL) for value in values) + _GAP
    across = (width - left) / len(found.periods)
    shapes: list[Primitive] = []
    for value in values:
        y = up.at(value)
        shapes.append(Line(left, y, width, y, "rule.strong" if value == 0 else "rule", 0.8))
        shapes.append(label(points(value, words), left - 4, y - SMALL_LINE / 2, colour="secondary", align="right"))
    spots: list[Spot] = []
    for (at, nps), (after, following) in pairwise(held):
        if after == at + 1:
            ends_x = (left + (at + 0.5) * across, left + (after + 0.5) * across)
            shapes.append(Line(ends_x[0], up.at(nps.score), ends_x[1], up.at(following.score), "primary", 1.6))
    shapes += _under(found, left, across, words)
    for at, nps in held:
        x = left + (at + 0.5) * across
        shapes += _upright_whisker(nps, up, x) + list(diamond(x, up.at(nps.score)))
        tip = f"{period_name(found.periods[at].key, words)}: {in_words(nps, words)}"
        spots.append(Spot(left + at * across, 0, across, _PLOT + AXIS_HEIGHT, tip))
    table = ChartTable(
        title,
        (words.t("Time"), words.t("NPS"), words.t("{share} interval", share=words.percent(95)), words.t("Answers")),
        tuple(
            (period_name(period.key, words), "–", "–", "0")
            if period.nps is None
            else (
                period_name(period.key, words),
                points(period.nps.score, words),
                interval(period.nps, words),
                words.number(period.nps.n),
            )
            for period in found.periods
        ),
        numbers=(1, 2, 3),
    )
    return Chart(width, _PLOT + AXIS_HEIGHT + 4, tuple(shapes), tuple(spots), table)


def _under(found: Trend, left: float, across: float, words: Texts) -> list[Primitive]:
    """The names of periods below, of so many that none touches the next; the last one always."""
    names = [period_name(period.key, words) for period in found.periods]
    widest = max(text_width(name, "regular", SMALL) for name in names)
    every = ceil((widest + 8) / across)
    last = len(names) - 1
    shapes: list[Primitive] = []
    for at, name in enumerate(names):
        middle = left + (at + 0.5) * across
        if (last - at) % every == 0 and middle >= widest / 2:
            middle = min(middle, left + across * len(names) - widest / 2)
            shapes.append(label(name, middle, _PLOT + 4, colour="secondary", align="middle"))
    return shapes


def _upright_whisker(nps: Nps, up: Scale, x: float) -> list[Primitive]:
    if nps.interval is None:
        return []
    low, high = (up.at(end) for end in nps.interval)
    return [
        Line(x, low, x, high, "rule.strong" if nps.is_small else "text", 1.2, (3.0, 2.0) if nps.is_small else ()),
        Line(x - 3, low, x + 3, low, "text", 1.2),
        Line(x - 3, high, x + 3, high, "text", 1.2),
    ]


def _name_room(rows: Sequence[Score], width: float) -> float:
    return min(max(text_width(row.name, "regular", SMALL) for row in rows), width * _NAMES)
