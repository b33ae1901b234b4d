"""The whole map on one page: its phases side by side, or on narrow paper one below the other, with what matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from cjeditor.analysis.ratings import felt
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.emotion_curve import Felt, Levels, emotion_line
from cjeditor.export.pdf.emotion_disc import emotion_disc
from cjeditor.export.pdf.journey_curve import BAND, felt_along, journey_curve
from cjeditor.export.pdf.overview_items import Amount, Items, cut_in, items_of
from cjeditor.export.pdf.sheets import Bookmark, Flow, Frame, Sheet
from cjeditor.export.pdf.table import Group, Table, columns
from cjeditor.export.typeset import (
    META,
    SUBHEADING,
    Piece,
    Style,
    height_of,
    line_of,
    paragraph,
    right_line_of,
    space,
    stacked,
)
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Line, Primitive, Rect, circle, moved
from cjeditor.model.journey_map import Phase

_HEAD: Final = Style("bold", 12.0, 16.0)
_NAME: Final = Style("bold", 9.0, 11.5)
_NARROWEST: Final = 66.0
"""Points of a column of phases: with less the phases stand one below the other."""
_GAP: Final = 8.0
_BAND: Final = 4.0
_LOWEST_CURVE, _HIGHEST_CURVE = 78.0, 170.0
_KEY: Final = 14.0
_BETWEEN: Final = 10.0
_NAME_LINES: Final = 3
_WEIGHTS: Final = (88.0, 212.0, 118.0, 104.0)
_AMOUNTS: Final = (
    Amount(4, 99, 4, 4, 3, 4),
    Amount(3, 99, 3, 3, 2, 3),
    Amount(3, 99, 2, 3, 2, 3),
    Amount(3, 99, 2, 3, 1, 3),
    Amount(2, 99, 2, 2, 1, 2),
    Amount(2, 99, 1, 2, 1, 2),
    Amount(1, 99, 1, 2, 1, 2),
    Amount(2, 6, 1, 2, 1, 2),
    Amount(2, 4, 1, 2, 1, 2),
    Amount(1, 3, 1, 1, 1, 1),
)
"""How much of each phase is shown in its column, the most first."""
_ROW_AMOUNTS: Final = (
    Amount(3, 99, 4, 3, 3, 3),
    Amount(2, 99, 3, 2, 2, 2),
    Amount(2, 99, 2, 2, 1, 2),
    Amount(1, 99, 2, 2, 1, 2),
    Amount(1, 99, 1, 2, 1, 2),
    Amount(1, 5, 1, 2, 1, 2),
    Amount(1, 4, 1, 2, 1, 2),
    Amount(1, 3, 1, 1, 1, 1),
)
"""The same for phases in rows, which are wider."""


_MORE: Final = 10.0
"""Points of a line: by so much a band becomes higher where that leaves fewer texts cut."""


class _Place(NamedTuple):
    """Where the column of a phase begins, and how wide it is."""

    left: float
    width: float


def overview_sheets(frame: Frame, content: Content) -> list[Sheet]:
    """The page; very many phases take more than one, no phase none."""
    if not content.phases:
        return []
    widths = _widths(frame, content)
    sheets = [_beside(frame, content, widths)] if min(widths) >= _NARROWEST else _below(frame, content)
    sheets[0].bookmarks.insert(0, Bookmark(content.words.t("Overview map"), 0))
    return sheets


def _widths(frame: Frame, content: Content) -> list[float]:
    """The columns' widths: half is shared evenly, half by touchpoints; all evenly where one would be too narrow."""
    count = len(content.phases)
    whole = frame.inner_width - _GAP * (count - 1)
    held = [content.steps[card.step].phase for card in content.touchpoints()]
    shares = [1 / count if not held else (1 / count + held.count(phase.id) / len(held)) / 2 for phase in content.phases]
    widths = [share * whole for share in shares]
    return widths if min(widths) >= _NARROWEST else [whole / count] * count


def _title(content: Content, width: float) -> tuple[Piece, ...]:
    return (*paragraph(" ".join(content.title.split()), _HEAD, width, content.words.language, max_lines=1), space(8))


def _key(frame: Frame, content: Content) -> list[Primitive]:
    """What the signs mean that occur, at the foot of the page."""
    words, y, x = content.words, frame.bottom - META.line, frame.left
    some = content.journey.touchpoints
    signs: list[tuple[tuple[Primitive, ...], float, str]] = []
    if any(one.moment_of_truth for one in some):
        signs.append(((icon("star-fill", 0, 1.5, 8.0, "star"),), 12.0, words.t("Moment of truth")))
    if any(felt(one) is not None for one in some):
        discs = tuple(one for at, value in enumerate((-2, 0, 2)) for one in emotion_disc(3.0 + 7 * at, 5.5, value))
        signs.append(
            (discs, 24.0, words.t("Emotion from {worst} to {best}", worst=words.signed(-2), best=words.signed(2)))
        )
    if any(felt(one) is None for one in some):
        signs.append(((circle(3.0, 5.5, 2.6, stroke="rule.strong"),), 9.0, words.t("No emotion given yet")))
    signs.append(((), 0.0, words.t("Each number is a card’s, in the curve and below it.")))
    shapes: list[Primitive] = []
    for sign, width, name in signs:
        said = line_of(name, META, width, 0)
        shapes += moved((*sign, said), x, y)
        x += width + said.width + 16
    return shapes


def _beside(frame: Frame, content: Content, widths: Sequence[float]) -> Sheet:
    """Phases side by side below the curve."""
    *starts, _end = accumulate((width + _GAP for width in widths), initial=frame.left)
    places = [_Place(left, width) for left, width in zip(starts, widths, strict=True)]
    title = _title(content, frame.inner_width)
    heads = [
        _phase_head(number, phase, place.width, content)
        for number, (phase, place) in enumerate(zip(content.phases, places, strict=True), start=1)
    ]
    head = max(map(height_of, heads)) + 12
    curve = _LOWEST_CURVE if len(felt_along(content)) > 1 else 0.0
    room = frame.inner_height - height_of(title) - _BAND - head - curve - _KEY - 6
    found, height = _fitting(content, widths, room)
    grown = min(max(0.0, room - height), _HIGHEST_CURVE - _LOWEST_CURVE) if curve else 0.0
    shapes = stacked(title, frame.left, frame.top)
    y = frame.top + height_of(title)
    for place, phase, named in zip(places, content.phases, heads, strict=True):
        shapes.append(Rect(place.left, y + _BAND, place.width, head - 2, fill=f"tint:{phase.colour}"))
        shapes.append(Rect(place.left, y, place.width, _BAND, fill=phase.colour))
        shapes += stacked(named, place.left + 4, y + _BAND + 4)
    y += _BAND + head
    if curve:
        shapes += _curve(places, y, curve + grown, content)
        y += curve + grown
    for name, cells in _bands(found, content):
        shapes += [*stacked(paragraph(name, SUBHEADING, 300, content.words.language), frame.left, y)]
        y += SUBHEADING.line
        shapes.append(Line(frame.left, y, frame.right, y, "rule", 0.6))
        y += 4
        for place, cell in zip(places, cells, strict=True):
            shapes += stacked(cell, place.left, y)
        y += max(map(height_of, cells)) + _BETWEEN
    return Sheet([*shapes, *_key(frame, content)])


def _phase_head(number: int, phase: Phase, width: float, content: Content) -> tuple[Piece, ...]:
    words = content.words
    return (
        *paragraph(phase_title(number, phase, words), _NAME, width - 8, words.language, max_lines=_NAME_LINES),
        *paragraph(" ".join(phase.duration.split()), META, width - 8, words.language, max_lines=2),
    )


def _bands(found: Sequence[Items], content: Content) -> Iterator[tuple[str, list[tuple[Piece, ...]]]]:
    """The rows below the curve, each with its name and a cell a phase; none without anything in it."""
    t = content.words.t
    rows = (
        (t("What happens"), [one.happens for one in found]),
        (t("What hurts"), [one.hurts for one in found]),
        (t("What helps"), [one.helps for one in found]),
    )
    yield from ((name, cells) for name, cells in rows if any(cells))


def _fitting(content: Content, widths: Sequence[float], room: float) -> tuple[list[Items], float]:
    """As much of each phase as leaves all within a height, and how high that is."""
    across = [(width, width, width) for width in widths]
    found: list[Items] = []
    amount, spare = _AMOUNTS[0], 0.0
    for amount in _AMOUNTS:
        found = items_of(content, across, amount)
        spare = room - _height(found, content)
        if spare >= 0:
            break
    if spare < 0:
        return found, room - spare
    # What one phase leaves free beside another, and what the page leaves free below them, is written on, too.
    best = _higher(content, across, amount, found)
    while cut_in(best):
        tried = [_higher(content, across, amount, best, band) for band in range(len(Items._fields))]
        fitting = [one for one in tried if _height(one, content) <= room]
        better = min(fitting, key=cut_in, default=best)
        if cut_in(better) == cut_in(best):
            break
        best = better
    return best, _height(best, content)


def _higher(
    content: Content,
    across: Sequence[tuple[float, float, float]],
    amount: Amount,
    found: Sequence[Items],
    band: int | None = None,
) -> list[Items]:
    """The items with as much as the highest of each band leaves room for, one of them higher by a line."""
    highs = [max(map(height_of, cells)) for cells in zip(*found, strict=True)]
    if band is not None and highs[band]:
        highs[band] += _MORE
    return items_of(content, across, amount, [(highs[0], highs[1], highs[2])] * len(across))


def _height(found: Sequence[Items], content: Content) -> float:
    return sum(SUBHEADING.line + 4 + max(map(height_of, cells)) + _BETWEEN for _name, cells in _bands(found, content))


def _curve(places: Sequence[_Place], top: float, height: float, content: Content) -> list[Primitive]:
    """The curve, each point above its phase's column."""
    points: list[Felt] = []
    gap = places[0].width
    for place, phase in zip(places, content.phases, strict=True):
        some = [card for card in felt_along(content) if content.steps[card.step].phase == phase.id]
        gap = min(gap, place.width / max(1, len(some)))
        for at, card in enumerate(some):
            x = place.left + (at + 0.5) * place.width / len(some)
            points.append(Felt(x, felt(card) or 0, str(card.number)))
    levels = Levels(top + height / 2, (height - 30.0) / 4)
    return [*_levels(levels, places, content), *emotion_line(points, levels, gap)]


def _levels(levels: Levels, places: Sequence[_Place], content: Content) -> Iterator[Primitive]:
    """The best, the neutral and the worst emotion; their values stand in the margin, for the columns take the width."""
    left, right = places[0].left, places[-1].left + places[-1].width
    for value in (2, 0, -2):
        y = levels.y_of(value)
        yield Line(left, y, right, y, "rule.strong" if value == 0 else "rule", 0.6)
        yield right_line_of(content.words.signed(value), META, left - 2, y - 5.5)


class _Cells(NamedTuple):
    """A row of the table of phases."""

    name: tuple[Piece, ...]
    items: Items


def _below(frame: Frame, content: Content) -> list[Sheet]:
    """Phases one below the other in a table, the curve above it."""
    t = content.words.t
    felt_here = felt_along(content)
    heads = (t("Phase"), t("What happens"), t("What hurts"), t("What helps"))
    table = columns(heads, _WEIGHTS, frame.inner_width)
    flow = Flow(frame, content.words)
    for amount in _ROW_AMOUNTS:
        flow = Flow(frame, content.words)
        flow.new_sheet()
        for piece in _title(content, frame.inner_width):
            flow.put(piece)
        if len(felt_here) > 1:
            curve = _LOWEST_CURVE + BAND
            flow.draw(journey_curve(felt_here, frame, flow.y, curve, content))
            flow.y += curve + 8
        widths = (table.room(1), table.room(2), table.room(3))
        found = items_of(content, [widths] * len(content.phases), amount)
        names = [
            _row_name(number, phase, table.room(0), content) for number, phase in enumerate(content.phases, start=1)
        ]
        highs = [max(map(height_of, (name, *items))) for name, items in zip(names, found, strict=True)]
        found = items_of(content, [widths] * len(content.phases), amount, [(high, high, high) for high in highs])
        rows = list(map(_Cells, names, found))
        cells = [(row.name, row.items.happens, row.items.hurts, row.items.helps) for row in rows]
        Table(flow, table, t("{title} (continued)", title="{title}"), 4.0).add([Group("", "", cells)])
        if len(flow.sheets) == 1 and flow.room >= _KEY:
            break
    flow.sheets[0].shapes.extend(_key(frame, content) if len(flow.sheets) == 1 else ())
    return flow.sheets


def _row_name(number: int, phase: Phase, width: float, content: Content) -> tuple[Piece, ...]:
    """A phase's name beside its colour, and how long it takes."""
    words = content.words
    lines = tuple(
        piece.indented(8.0)
        for piece in (
            *paragraph(phase_title(number, phase, words), _NAME, width - 8, words.language, max_lines=_NAME_LINES),
            *paragraph(" ".join(phase.duration.split()), META, width - 8, words.language, max_lines=2),
        )
    )
    height = height_of(lines)
    return (Piece(height, (Rect(0, 0, _BAND - 1, height, fill=phase.colour), *stacked(lines, 0, 0))),)
