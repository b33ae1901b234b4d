"""Waiting times of a map: what customers expect beside what they get, and published figures to hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.analysis.waiting import Wait, Waiting, waiting
from cjeditor.catalogue.benchmarks import Benchmark, benchmarks
from cjeditor.layout.charts.bars import Bar, bars
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.chips import named
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.charts.patterns import filled
from cjeditor.layout.charts.row_names import named_rows
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive
from cjeditor.model.fields import Span
from cjeditor.texts import N_, Texts

_NOTHING = N_(
    "No touchpoint holds a waiting time yet. "
    "Select one and write how long customers expect to wait, and how long they do."
)
_ROW: Final = 34.0
_BAR: Final = 10.0
_GAP: Final = 8.0
_NAMES: Final = 0.34
"""The share of the width that names may take."""
_FAR_APART: Final = 60.0
"""Beyond this ratio of the longest to the shortest wait each row gets a scale of its own: minutes would not be seen
beside months."""
_EXPECTED, _WITHIN, _OVER = "rule.strong", "edge.goal", "warning"


def drawn(subject: Subject, width: float) -> Drawn:
    """Bars of the waits of the map, and the published figures; without a wait only these, in words."""
    words = subject.words
    found = waiting(subject.journey)
    if not found.waits:
        return Drawn((words.t(_NOTHING), *_published(words)))
    return Drawn(
        (*sentences(found, words), *_published(words)), (_waits(found, width, words), _benchmarks(width, words))
    )


def sentences(found: Waiting, words: Texts) -> tuple[str, ...]:
    """Where customers wait too long, said in words."""
    said = []
    both = [each for each in found.waits if each.gap is not None]
    late = found.late
    if late:
        said.append(
            words.tn(
                "At {n} of {all} touchpoints customers wait longer than they expect.",
                "At {n} of {all} touchpoints customers wait longer than they expect.",
                len(late),
                all=words.number(len(both)),
            )
        )
        worst = late[0]
        said.append(
            words.t(
                "The widest gap: {card}, {waits}.",
                card=named(worst.touchpoint, words),
                waits=words.waiting(worst.expected, worst.actual),
            )
        )
    elif both:
        said.append(words.t("Nowhere do customers wait longer than they expect."))
    if len(both) > 1 and found.expected is not None and found.actual is not None:
        said.append(
            words.t(
                "All these waits together: {expected} expected, {actual} actual.",
                expected=words.span(found.expected),
                actual=words.span(found.actual),
            )
        )
    if found.half_known:
        said.append(
            words.tn(
                "Of {n} touchpoint only one of both times is known.",
                "Of {n} touchpoints only one of both times is known.",
                len(found.half_known),
            )
        )
    return tuple(said)


def _published(words: Texts) -> tuple[str, ...]:
    return tuple(each.cited(words.language) for each in benchmarks("waiting"))


def _waits(found: Waiting, width: float, words: Texts) -> Chart:
    """Two bars for each wait, one below the other: expected, and actual with what is too much of it in stripes."""
    key = legend(
        (
            Entry(words.t("Expected"), "empty", _EXPECTED),
            Entry(words.t("Actual"), "solid", _WITHIN),
            Entry(words.t("Longer than expected"), "rising", _OVER),
        ),
        0,
        0,
        width,
    )
    shapes: list[Primitive] = [*key.shapes]
    spots: list[Spot] = []
    top = key.height + 4
    said = [_said(each, words) for each in found.waits]
    names = [named(each.touchpoint, words) for each in found.waits]
    name_room = min(max(text_width(name, "regular", SMALL) for name in names), width * _NAMES)
    said_room = min(max(text_width(one, "semibold", SMALL) for one in said), width * _NAMES)
    left = name_room + _GAP
    room = max(20.0, width - left - said_room - 2 * _GAP)
    longest = _common(found.waits)
    placed = named_rows(names, name_room, top, name_room, _ROW, words.language)
    for wait, name, one, place in zip(found.waits, names, said, placed, strict=True):
        shapes += place.name
        shapes += _pair(wait, left, place.middle - _BAR - 1, room, longest or _longer(wait))
        face_x = left + room + _GAP
        shapes.append(
            label(
                one,
                face_x,
                place.line,
                face="semibold" if wait.is_late else "regular",
                colour="warning" if wait.is_late else "text",
                room=said_room + _GAP,
            )
        )
        spots.append(Spot(0, place.top, width, place.height, f"{name}: {_told(wait, words)}", wait.touchpoint.id))
    bottom = placed[-1].bottom
    shapes.append(Line(left, top, left, bottom, "rule.strong", 1.0))
    if not longest:
        note = words.t("Each pair of bars has a scale of its own.")
        shapes.append(label(note, 0, bottom + 2, colour="secondary", room=width))
        bottom += SMALL_LINE + 2
    return Chart(width, bottom, tuple(shapes), tuple(spots), _table(found, words))


def _pair(wait: Wait, x: float, y: float, room: float, longest: float) -> list[Primitive]:
    shapes: list[Primitive] = []

    def length(span: Span | None) -> float:
        return room * span.minutes / longest if span is not None and longest else 0.0

    expected, actual = length(wait.expected), length(wait.actual)
    shapes += filled(x, y, max(1.0, expected) if wait.expected is not None else 0.0, _BAR, "empty", _EXPECTED)
    below = y + _BAR + 2
    if wait.actual is not None:
        within = min(actual, expected) if wait.expected is not None else actual
        shapes += filled(x, below, max(1.0, within), _BAR, "solid", _WITHIN)
        if wait.is_late:
            shapes += filled(x + within, below, max(2.0, actual - within), _BAR, "rising", _OVER)
    return shapes


def _longer(wait: Wait) -> float:
    return max(span.minutes for span in (wait.expected, wait.actual) if span is not None)


def _common(waits: Sequence[Wait]) -> float:
    """The wait that the longest bar of all stands for; 0 where they are too far apart for one scale."""
    lengths = [length for length in map(_longer, waits) if length > 0]
    if not lengths or max(lengths) > _FAR_APART * min(lengths):
        return 0.0
    return max(lengths)


def _said(wait: Wait, words: Texts) -> str:
    """Both times, and how many times as long as expected it is where that is worth a word."""
    if wait.expected is None:
        return words.t("{time} actual", time=words.span(wait.actual)) if wait.actual is not None else ""
    if wait.actual is None:
        return words.t("{time} expected", time=words.span(wait.expected))
    both = words.waiting(wait.expected, wait.actual)
    if wait.is_late and wait.times is not None:
        return f"{both} · {words.t('{n}×', n=words.number(round(wait.times, 1)))}"
    return both


def _told(wait: Wait, words: Texts) -> str:
    """All of a wait for a tip."""
    over = wait.excess
    return f"{_said(wait, words)} ({words.t('{time} too long', time=words.span(over))})" if over else _said(wait, words)


def _table(found: Waiting, words: Texts) -> ChartTable:
    return ChartTable(
        words.t("Waiting times"),
        (words.t("Touchpoint"), words.t("Expected"), words.t("Actual"), words.t("Too long by")),
        tuple(
            (
                named(each.touchpoint, words),
                words.span(each.expected) if each.expected is not None else "–",
                words.span(each.actual) if each.actual is not None else "–",
                words.span(each.excess) if each.excess is not None else "–",
            )
            for each in found.waits
        ),
    )


def _benchmarks(width: float, words: Texts) -> Chart:
    """How long people are willing to wait elsewhere, in minutes."""
    held, language = benchmarks("waiting"), words.language
    rows = [
        Bar(
            each.name.in_language(language),
            each.high,
            _limit(each, words),
            each.sentence.in_language(language),
            pattern="dots",
            colour="secondary",
        )
        for each in held
    ]
    made = bars(rows, 0, 0, width, words.language, most=60)
    table = ChartTable(
        words.t("How long people wait elsewhere"),
        (words.t("What"), words.t("At most"), words.t("Source")),
        tuple(
            (each.name.in_language(language), _limit(each, words), each.source.in_language(language)) for each in held
        ),
    )
    return Chart(width, made.height, made.shapes, made.spots, table)


def _limit(each: Benchmark, words: Texts) -> str:
    minutes = words.tn("{n} minute", "{n} minutes", each.high)
    if each.low != each.high:
        minutes = words.t("{low} to {high}", low=words.number(each.low), high=minutes)
    if each.share is None:
        return minutes
    return words.t("{time} ({share} of those asked)", time=minutes, share=words.percent(each.share))
