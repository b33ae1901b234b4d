"""What the legend says of lanes that draw more than cards: channels, durations, the funnel, curves, lines, metrics.

What a lane draws is read from the arranged map, so that only what occurs is explained.
"""

from __future__ import annotations

from itertools import pairwise

from cjeditor.catalogue import terms
from cjeditor.export.content import Content
from cjeditor.export.legend_entry import Entry
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.channels import chip_frame, diamond, visits_of
from cjeditor.layout.draw_headers import draw_separator
from cjeditor.layout.draw_metric import bar, has_bar
from cjeditor.layout.icons import icon
from cjeditor.layout.other_curves import draw_sample
from cjeditor.layout.primitives import Close, Line, LineTo, Move, Path, Primitive, Rect, circle, moved
from cjeditor.model.fields import ChannelMode

_WIDTH = 26.0
_HEIGHT = 13.0
_MIDDLE = _HEIGHT / 2


def lane_entries(content: Content) -> list[Entry]:
    """What the map's lanes are made of; nothing where they hold cards only."""
    arranged = arrange(content.project, content.journey.id, content.words)
    return [
        *_curves(arranged, content),
        *_times(arranged, content),
        *_funnel(arranged, content),
        *_channels(content),
        *_metrics(content),
        *_separators(arranged, content),
    ]


def _has_bars(content: Content) -> bool:
    """Whether a metric has a bar."""
    return any(note.kind == "metric" and has_bar(note) for note in content.journey.notes)


def has_changes(content: Content) -> bool:
    """Whether the channels lane leads from one mode to another."""
    return len(set(_modes_of(content))) > 1


def metric_sign() -> tuple[Primitive, ...]:
    """A bar with its target."""
    return bar(2, 3, 21)


def _entry(sign: tuple[Primitive, ...], name: str, meaning: str = "") -> Entry:
    return Entry(sign, _WIDTH, _HEIGHT, name, meaning)


def _curves(arranged: Arrangement, content: Content) -> list[Entry]:
    """Whose curves there are, where there is more than one."""
    whose = next((box.curves for box in arranged.lanes if box.curves), ())
    t = content.words.t
    return [
        _entry(draw_sample(at, 0.0, _MIDDLE), t("Emotion of {persona}", persona=name)) for at, name in enumerate(whose)
    ]


def _times(arranged: Arrangement, content: Content) -> list[Entry]:
    t = content.words.t
    stops = [stop for row in arranged.times for stop in row.stops]
    bars = [each for stop in stops for each in stop.bars]
    bracket = Path((Move(0, 10), LineTo(0, 5), LineTo(_WIDTH, 5), LineTo(_WIDTH, 10)), stroke="secondary")
    box = Rect(0.5, 1.5, _WIDTH - 1, 10, fill="card", stroke="card.border", radius=3)
    dotted = Line(0, _MIDDLE, _WIDTH, _MIDDLE, "rule.strong", 1.0, (2.0, 4.0))
    late = icon("clock", 7.0, 0.5, 12.0, "warning")
    entries = (
        (any(stop.said for stop in stops), _entry((bracket,), t("How long a phase takes"))),
        (any(each.said for each in bars), _entry((box,), t("How long a step takes"))),
        (any(not each.said for each in bars), _entry((dotted,), t("Nobody said how long"))),
        (
            any(each.waits for each in bars),
            _entry((late,), t("Longest wait of the step"), t("longer than people expect")),
        ),
    )
    return [entry for occurs, entry in entries if occurs]


def _funnel(arranged: Arrangement, content: Content) -> list[Entry]:
    t = content.words.t
    if not arranged.funnel_lanes:
        return []
    stops = arranged.funnel.stops
    ways = [stop.came for stop in stops if stop.came is not None]
    slope = Path((Move(10, 12), LineTo(10, 1), LineTo(16, 7), LineTo(16, 12), Close()), fill="band")
    bars = (Rect(0, 1, 10, 11, fill="edge.goal"), slope, Rect(16, 7, 10, 5, fill="edge.goal"))
    uncounted = Rect(0.5, 1.5, _WIDTH - 1, 10, stroke="rule.strong", dash=(4.0, 3.0), radius=2)
    dotted = Line(0, _MIDDLE, _WIDTH, _MIDDLE, "rule.strong", 1.0, (2.0, 4.0))
    entries = (
        (
            any(stop.share is not None for stop in stops),
            _entry(bars, t("Sales funnel: how many people a stage has"), t("the higher the bar, the more")),
        ),
        (any(not way.weakest and not way.grows for way in ways), _entry(_sign("arrow-right"), t("How many go on"))),
        (any(way.grows and not way.weakest for way in ways), _entry(_sign("arrow-up"), t("More than before"))),
        (any(way.weakest for way in ways), _entry(_sign("warning"), t("Where the fewest go on"))),
        (any(stop.is_stage and stop.share is None for stop in stops), _entry((uncounted,), t("Stage not counted"))),
        (any(not stop.is_stage for stop in stops), _entry((dotted,), t("Phases of no stage"))),
    )
    return [entry for occurs, entry in entries if occurs]


def _sign(name: str) -> tuple[Primitive, ...]:
    return (icon(name, 7.0, 0.5, 12.0, "warning" if name == "warning" else "secondary"),)


def _modes_of(content: Content) -> list[ChannelMode]:
    """The modes of the channels lane, one after the other along the journey; none where the map has no such lane."""
    if not any(lane.kind == "channels" for lane in content.lanes.values()):
        return []
    return [visit.channel.mode for visit in visits_of(content.touchpoints(), content.channels)]


def _channels(content: Content) -> list[Entry]:
    """What the channels lane is made of; nothing where the map has none."""
    words = content.words
    used = _modes_of(content)
    entries = [
        _entry((chip_frame(mode, 0.5, 0.5, 25, 12),), words.t("Channel: {mode}", mode=terms.mode(mode, words)))
        for mode in terms.MODES
        if mode in used
    ]
    if any(one == other for one, other in pairwise(used)):
        way = (Line(0, _MIDDLE, 20, _MIDDLE, "rule.strong", 1.5), circle(20, _MIDDLE, 2.5, fill="rule.strong"))
        entries.append(_entry(way, words.t("On to a channel of the same kind")))
    if has_changes(content):
        change = (Line(0, _MIDDLE, 20, _MIDDLE, "primary", 2.0), diamond(20, _MIDDLE))
        entries.append(_entry(change, words.t("Change between online, offline and mobile")))
    return entries


def _metrics(content: Content) -> list[Entry]:
    """What the bar below a metric says; nothing where the map has none."""
    if not _has_bars(content):
        return []
    said = content.words.t("Metric: the bar is the actual value, the tick the target")
    return [_entry(moved(metric_sign(), 0, 4), said)]


def _separators(arranged: Arrangement, content: Content) -> list[Entry]:
    """The dashed lines with their names, such as the line of visibility."""
    if not any(box.lane.kind == "separator" for box in arranged.lanes):
        return []
    said = content.words.t("Line between two sides of the map, named at its left")
    return [_entry(draw_separator(_WIDTH, _HEIGHT), said)]
