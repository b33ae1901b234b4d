"""The channels lane: a row a channel, a chip in each step that uses it, and the line of the journey from chip to chip.

A change between online, offline and mobile is told by a stronger line that ends in a diamond; other changes end in a
dot. Where the line has no mark it only passes behind a chip.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise
from types import MappingProxyType
from typing import get_args

from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CELL_PADDING, CHIP_HEIGHT, META_SIZE, baseline
from cjeditor.layout.primitives import Close, Cubic, Line, LineTo, Move, Path, Primitive, Rect, circle
from cjeditor.layout.route import ChannelChip, ChannelLink, ChannelMark, ChannelRoute, ChannelStop, Visit
from cjeditor.layout.theme import INVITATION
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.fields import ChannelMode
from cjeditor.model.project import Channel
from cjeditor.texts import Texts

_ROW = 26.0
_MODE_GAP = 8.0
"""Between the rows of two modes, beside what lies between all rows."""
_MARGIN = 16.0
"""Between a column's edge and its chips: in the gap between two columns the line changes rows."""
_ICON = 13.0
_INDENT = 9.0
_DOT = 3.0
_DIAMOND = 5.5
_BEYOND = 60.0
"""How far the line goes on beyond the edge of a page that ends before the journey does."""
_ROUNDNESS: Mapping[ChannelMode, float] = MappingProxyType({"online": 1.0, "offline": 0.1, "mobile": 0.5})
_MODES: tuple[ChannelMode, ...] = get_args(ChannelMode)

StepVisits = tuple[str, float, float, tuple[Visit, ...]]
"""A step's id, x and width, and its visits in journey order."""


def visits_of(cards: Iterable[Card], channels: Mapping[str, Channel]) -> tuple[Visit, ...]:
    """The cards that meet the customer in a channel, in their order."""
    found = []
    for card in cards:
        if isinstance(card, Touchpoint) and card.contact != "none":
            channel = channels.get(card.channel or "")
            if channel is not None:
                found.append(Visit(card.id, channel))
    return tuple(found)


def rows_of(visits: Iterable[Iterable[Visit]]) -> tuple[Channel, ...]:
    """The channels that are visited: by mode, then by name."""
    found = {visit.channel.id: visit.channel for visit in chain.from_iterable(visits)}
    return tuple(sorted(found.values(), key=_order))


def _order(channel: Channel) -> tuple[int, str, str]:
    # Accents do not count: Ö comes with O.
    return _MODES.index(channel.mode), unicodedata.normalize("NFKD", channel.name.casefold()), channel.id


def rows_height(rows: Sequence[Channel]) -> float:
    """How high the rows are together."""
    return _tops(rows, 0.0)[-1] + CHIP_HEIGHT if rows else 0.0


def _tops(rows: Sequence[Channel], top: float) -> list[float]:
    """The upper edge of each row's chips."""
    tops = [top] if rows else []
    for above, row in pairwise(rows):
        tops.append(tops[-1] + _ROW + (_MODE_GAP if row.mode != above.mode else 0.0))
    return tops


def channel_route(
    lane: str, y: float, rows: tuple[Channel, ...], steps: Iterable[StepVisits], previous: ChannelRoute | None = None
) -> ChannelRoute:
    """The route through the chips of a lane whose upper edge is at `y`; channels without a row are left out.

    What did not change is taken from `previous`.
    """
    same = previous is not None and previous.y == y and previous.rows == rows
    old = {stop.step: stop for stop in previous.stops} if previous is not None and same else {}
    tops = {row.id: top for row, top in zip(rows, _tops(rows, y + CELL_PADDING), strict=True)}
    stops: list[ChannelStop] = []
    came: ChannelChip | None = None
    for step, x, width, visits in steps:
        known = old.get(step)
        if known is not None and known.visits is visits and (known.x, known.width) == (x, width) and known.came == came:
            stop = known
        else:
            stop = _stop(step, x, width, visits, tops, came)
        if stop.chips:
            stops.append(stop)
            came = stop.leaves
    return ChannelRoute(lane, y, rows, tuple(stops))


def _stop(
    step: str, x: float, width: float, visits: tuple[Visit, ...], tops: Mapping[str, float], came: ChannelChip | None
) -> ChannelStop:
    touchpoints: dict[str, list[str]] = {}
    channels: dict[str, Channel] = {}
    for visit in visits:
        if visit.channel.id in tops:
            channels[visit.channel.id] = visit.channel
            touchpoints.setdefault(visit.channel.id, []).append(visit.touchpoint)
    chips = {
        one: ChannelChip(step, channels[one], tuple(ids), x + _MARGIN, tops[one], width - 2 * _MARGIN)
        for one, ids in touchpoints.items()
    }
    way = [chips[one] for one, _ in groupby(visit.channel.id for visit in visits if visit.channel.id in chips)]
    links: list[ChannelLink] = []
    marks: list[ChannelMark] = []
    if way:
        entry = way[0]
        changes = came is not None and came.channel.mode != entry.channel.mode
        if came is not None:
            links.append(ChannelLink(came.x + came.width, came.middle, entry.x, entry.middle, changes))
        marks.append(ChannelMark(entry.x, entry.middle, changes))
    for number, (one, other) in enumerate(pairwise(way), start=1):
        at, changes = one.x + one.width * number / len(way), one.channel.mode != other.channel.mode
        start, end = (one.y + CHIP_HEIGHT, other.y) if other.y > one.y else (one.y, other.y + CHIP_HEIGHT)
        links.append(ChannelLink(at, start, at, end, changes))
        marks.append(ChannelMark(at, end, changes))
    in_order = tuple(sorted(chips.values(), key=_top))
    return ChannelStop(step, x, width, visits, came, way[-1] if way else None, in_order, tuple(links), tuple(marks))


def _top(chip: ChannelChip) -> float:
    return chip.y


def stretch_of(route: ChannelRoute, left: float, right: float) -> tuple[Channel, ...]:
    """The rows that the steps from x `left` to `right` need."""
    return rows_of(stop.visits for stop in route.stops if left <= stop.x < right)


def route_between(route: ChannelRoute, left: float, right: float, y: float, rows: tuple[Channel, ...]) -> ChannelRoute:
    """The route over the steps from x `left` to `right` only, with these rows, in a lane at `y`.

    It comes in from the left and goes out at the right where the journey does.
    """
    inner = [stop for stop in route.stops if left <= stop.x < right]
    found = channel_route(route.lane, y, rows, [(stop.step, stop.x, stop.width, stop.visits) for stop in inner])
    if not found.stops:
        return found
    stops = list(found.stops)
    first = stops[0]
    if inner[0].came is not None and first.marks:
        mark = first.marks[0]
        changes = inner[0].marks[0].changes_mode
        link = ChannelLink(left - _BEYOND, mark.y, mark.x, mark.y, changes)
        marks = (ChannelMark(mark.x, mark.y, changes), *first.marks[1:])
        stops[0] = first._replace(links=(link, *first.links), marks=marks)
    last = stops[-1]
    if inner[-1] is not route.stops[-1] and last.leaves is not None:
        out = last.leaves
        link = ChannelLink(out.x + out.width, out.middle, right + _BEYOND, out.middle, changes_mode=False)
        stops[-1] = last._replace(links=(*last.links, link))
    return found._replace(stops=tuple(stops))


def draw_route(route: ChannelRoute, left: float, right: float, words: Texts) -> tuple[Primitive, ...]:
    """All of a lane's chips and the line through them in body coordinates; without any, that there is none.

    `left` and `right` are the edges of what is drawn of the map.
    """
    if not route.stops:
        return draw_nothing(route, left, right, words)
    return tuple(chain.from_iterable(map(draw_stop, route.stops)))


def draw_nothing(route: ChannelRoute, left: float, right: float, words: Texts) -> tuple[Primitive, ...]:
    """A quiet sentence where no touchpoint names a channel; on screen only."""
    room = right - left - 2 * _MARGIN
    if room < _MARGIN:
        return ()
    said = elide(words.t("No touchpoint names a channel here yet."), "regular", META_SIZE, room)
    base = baseline(route.y + CELL_PADDING, CHIP_HEIGHT, META_SIZE)
    return (text(left + _MARGIN, base, said, "regular", META_SIZE, INVITATION),)


def draw_stop(stop: ChannelStop) -> tuple[Primitive, ...]:
    """One step's part of the line, its chips over it, and the marks where the line arrives."""
    shapes: list[Primitive] = [_line(link) for link in stop.links]
    for chip in stop.chips:
        shapes += _chip(chip)
    for mark in stop.marks:
        shapes.append(diamond(mark.x, mark.y) if mark.changes_mode else _dot(mark.x, mark.y))
    return tuple(shapes)


def _line(link: ChannelLink) -> Primitive:
    style, width = ("primary", 2.0) if link.changes_mode else ("rule.strong", 1.5)
    if link.x1 == link.x2 or link.y1 == link.y2:
        return Line(link.x1, link.y1, link.x2, link.y2, style, width)
    turn, middle = link.x2 - 2 * _MARGIN, link.x2 - _MARGIN
    bend = Cubic(middle, link.y1, middle, link.y2, link.x2, link.y2)
    return Path((Move(link.x1, link.y1), LineTo(turn, link.y1), bend), stroke=style, stroke_width=width)


def chip_frame(mode: ChannelMode, x: float, y: float, width: float, height: float = CHIP_HEIGHT) -> Primitive:
    """The outline of a chip, whose corners say its mode: round online, square offline, in between on the way."""
    radius = height / 2 * _ROUNDNESS[mode]
    return Rect(x, y, width, height, "card", "card.border", radius=radius)


def _chip(chip: ChannelChip) -> tuple[Primitive, ...]:
    x, end = chip.x + _INDENT, chip.x + chip.width - _INDENT
    shapes: list[Primitive] = [chip_frame(chip.channel.mode, chip.x, chip.y, chip.width)]
    beside = x + _ICON + 4
    # The name says more than its icon.
    if beside + (wide := text_width(chip.channel.name, "regular", META_SIZE)) <= end or x + wide > end:
        sign = chip.channel.icon or "globe"
        shapes.append(icon(sign, x, chip.y + (CHIP_HEIGHT - _ICON) / 2, _ICON, "secondary"))
        x = beside
    name = elide(chip.channel.name, "regular", META_SIZE, end - x)
    return (*shapes, text(x, baseline(chip.y, CHIP_HEIGHT, META_SIZE), name, "regular", META_SIZE, "text"))


def _dot(x: float, y: float) -> Primitive:
    return circle(x, y, _DOT, fill="rule.strong")


def diamond(x: float, y: float) -> Primitive:
    """What marks a change between online, offline and mobile, around a middle."""
    corners = (LineTo(x + _DIAMOND, y), LineTo(x, y + _DIAMOND), LineTo(x - _DIAMOND, y))
    return Path((Move(x, y - _DIAMOND), *corners, Close()), fill="primary", stroke="canvas", stroke_width=1.5)


def way_in_words(route: ChannelRoute) -> str:
    """The channels in the order of the journey, each change an arrow: for those who cannot see the line."""
    names = (visit.channel.name.strip() for stop in route.stops for visit in stop.visits)
    return " → ".join(name for name, _ in groupby(names))
