"""A poster before it is printed: heading, map and legend in pixels of the layout, and where it may be cut."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from cjeditor.export.brand import Brand, logo_image
from cjeditor.export.content import Content, phase_title
from cjeditor.export.legend import short_legend
from cjeditor.export.pdf.lane_pieces import Range
from cjeditor.export.pdf.split import page_rows
from cjeditor.export.tiling import Place
from cjeditor.export.typeset import META, Style, height_of, line_of, paragraph, stacked
from cjeditor.export.views import Placed, View, map_views
from cjeditor.layout.arrangement import Arrangement, LaneBox
from cjeditor.layout.bounds import Bounds
from cjeditor.layout.metrics import CARD_GAP, SMALLEST_TEXT
from cjeditor.layout.primitives import Primitive, Rect, moved
from cjeditor.layout.whole_map import Drawing, Stretch, draw_map

MARGIN = 28.0
_NARROWEST = 560.0
_LEAST_TITLE = 22.0
_LARGEST_TITLE = 72.0
_TITLE_SHARE = 1 / 55
"""Of width and height together: the title can be read from where the whole poster is in view."""
_ABOUT_SHARE = 0.5
_TITLE_LINES = 4
_ABOUT_LINES = 6
"""Of what stands below the title, and of the words of a brand: only a text that is no title is cut."""
_LEGEND_SCALE = SMALLEST_TEXT / META.size
"""On paper it is set in points: here as large as the smallest text of the map."""
_LOGO_WIDTH, _LOGO_HEIGHT = 0.2, 2.2
"""Of the width inside the margins, and of the size of the title."""
_BESIDE_LOGO = 24.0
_BAR_HEIGHT = 0.1
"""Of the size of the title: the bar in the colour of a brand."""
_ABOVE_BAR, _ABOVE_FOOT = 8.0, 12.0
_BELOW_HEAD = 20.0
_ABOVE_LEGEND = 20.0
HEADER_GAP = 4.0
"""What `draw_map` leaves between headers and body."""
_STEP_COST, _BESIDE_COST = 1.0, 3.0
"""How unwelcome cuts are between two steps, and within a step or lane, beside those between two phases or lanes."""
_BARE_COST = 8.0
"""The same right below the headers: sheets with these and the title, but no card."""
_GRID = 24.0
"""Where nothing else offers itself, a cut may lie at any of these distances."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What is on a poster. Lengths are pixels of the layout; its body begins at (`left`, `top`).

    `cards`, `head` and `legend` are boxes that no cut should go through.
    """

    title: str
    width: float
    height: float
    views: tuple[View, ...]
    arrangement: Arrangement
    left: float
    top: float
    cards: tuple[Bounds, ...]
    head: Bounds
    legend: Bounds

    def places(self) -> tuple[list[Place], list[Place]]:
        """Where one may cut: upright, and level."""
        return _upright(self), _level(self)


def compose(subject: Content, arrangement: Arrangement, columns: Range, brand: Brand | None = None) -> Composed:
    """Compose the poster of some columns: all of them, or those of one phase; in a brand where there is one.

    Lanes are as high as these columns need; a map without phases says so.
    """
    words = subject.words
    whole = columns == (0, len(arrangement.columns))
    part = page_rows(arrangement, columns, inf, 1.0, words)[0] if arrangement.columns else arrangement
    drawing = draw_map(part, words, Stretch(*columns, 0, len(part.lanes)))
    inner = max(drawing.width, _NARROWEST)
    title = " ".join(subject.title.split()) if whole else _phase_name(part, columns, subject)
    size = _title_size(inner, drawing.height)
    head_height, head = _head(title, _about(subject, whole=whole), inner, size, words.language, brand)
    legend = short_legend(subject, inner / _LEGEND_SCALE)
    map_top = MARGIN + head_height + _BELOW_HEAD
    map_bottom = map_top + max(drawing.height, 60.0)
    legend_top = map_bottom + _ABOVE_LEGEND
    legend_bottom = legend_top + legend.height * _LEGEND_SCALE
    foot_height, foot = _foot(brand, inner, size, legend_bottom, words.language)
    width, height = inner + 2 * MARGIN, legend_bottom + foot_height + MARGIN
    shapes = [*head, *_missing(subject, part, map_top + drawing.height + 12), *foot]
    views = (
        View([Placed(0, 0, shapes)]),
        *map_views(drawing, MARGIN, map_top, 1.0),
        View([Placed(0, 0, legend.shapes)], MARGIN, legend_top, _LEGEND_SCALE),
    )
    first = part.columns[columns[0]].x if part.columns else 0.0
    left, top = MARGIN + part.lane_header_width - first, map_top + part.header_height + HEADER_GAP
    return Composed(
        title,
        width,
        height,
        views,
        _only(part, columns),
        left,
        top,
        tuple(_card_boxes(drawing, map_top)),
        Bounds(MARGIN, MARGIN, width - MARGIN, MARGIN + head_height),
        Bounds(MARGIN, legend_top, width - MARGIN, height - MARGIN),
    )


def _only(arrangement: Arrangement, columns: Range) -> Arrangement:
    """The arrangement with the columns and phases of a stretch, for its headers and cuts."""
    if columns == (0, len(arrangement.columns)):
        return arrangement
    phases = tuple(box for box in arrangement.phases if columns[0] <= box.first_column < columns[1])
    return dataclasses.replace(arrangement, columns=arrangement.columns[columns[0] : columns[1]], phases=phases)


def _phase_name(arrangement: Arrangement, columns: Range, subject: Content) -> str:
    box = next(box for box in arrangement.phases if box.first_column == columns[0])
    return phase_title(box.number, box.phase, subject.words)


def _about(subject: Content, *, whole: bool) -> str:
    """Whose map it is, in a few words; of a poster of one phase also of which map."""
    journey, words = subject.journey, subject.words
    persona = subject.persona.name if subject.persona is not None else ""
    version = words.t("version {version}", version=journey.version) if journey.version else ""
    contact = words.t("Questions to: {owner}", owner=journey.owner) if journey.owner else ""
    of = "" if whole else subject.title
    parts = (of, subject.state, persona, version, subject.project.client, subject.day, contact)
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def _title_size(inner: float, map_height: float) -> float:
    return min(_LARGEST_TITLE, max(_LEAST_TITLE, (inner + map_height) * _TITLE_SHARE))


def _head(
    title: str, about: str, inner: float, size: float, language: str, brand: Brand | None
) -> tuple[float, list[Primitive]]:
    """Title and the line below it, from the margin on, with their height; in a brand with its logo and its colour."""
    logo = logo_image(brand.logo, inner * _LOGO_WIDTH, size * _LOGO_HEIGHT) if brand and brand.logo else None
    room = inner if logo is None else inner - logo.width - _BESIDE_LOGO
    height, shapes = _heading(title, about, room, size, language)
    if logo is not None:
        shapes += moved((logo,), MARGIN + inner - logo.width, MARGIN)
        height = max(height, logo.height)
    if brand is not None and (brand.primary or brand.accent):
        bar = size * _BAR_HEIGHT
        shapes.append(Rect(MARGIN, MARGIN + height + _ABOVE_BAR, inner, bar, fill="accent"))
        height += _ABOVE_BAR + bar
    return height, shapes


def _heading(title: str, about: str, inner: float, size: float, language: str) -> tuple[float, list[Primitive]]:
    large, small = Style("bold", size, size * 1.25, "heading"), _small(size)
    lines = paragraph(title, large, inner, language, max_lines=_TITLE_LINES)
    height = height_of(lines)
    shapes = stacked(lines, MARGIN, MARGIN)
    if about:
        below = paragraph(about, small, inner, language, max_lines=_ABOUT_LINES)
        shapes += stacked(below, MARGIN, MARGIN + height + 4)
        height += 4 + height_of(below)
    return height, shapes


def _small(size: float) -> Style:
    """What is said below a title of that size."""
    return Style("regular", max(SMALLEST_TEXT, size * _ABOUT_SHARE), size * _ABOUT_SHARE * 1.45, "secondary")


def _foot(brand: Brand | None, inner: float, size: float, top: float, language: str) -> tuple[float, list[Primitive]]:
    """The words of a brand below the legend, which ends at `top`, with the height that they take."""
    words = " ".join(brand.footer.split()) if brand is not None else ""
    if not words:
        return 0.0, []
    small = _small(size)
    lines = paragraph(words, small, inner, language, max_lines=_ABOUT_LINES)
    return _ABOVE_FOOT + height_of(lines), stacked(lines, MARGIN, top + _ABOVE_FOOT)


def _missing(subject: Content, arrangement: Arrangement, y: float) -> list[Primitive]:
    """What a map says that has no phases, or no lanes."""
    words = subject.words
    said = Style("regular", 13.0, 18.0, "secondary")
    if not arrangement.columns:
        return [line_of(words.t("This map has no phases yet."), said, MARGIN, y)]
    if not arrangement.lanes:
        return [line_of(words.t("This map has no lanes yet."), said, MARGIN, y)]
    return []


def _card_boxes(drawing: Drawing, map_top: float) -> list[Bounds]:
    return [
        Bounds(MARGIN + x, map_top + y, MARGIN + x + box.width, map_top + y + box.height) for x, y, box in drawing.cards
    ]


class _Crossing:
    """Counts how many of some stretches a place lies within."""

    def __init__(self, stretches: Sequence[tuple[float, float]]) -> None:
        self._starts = sorted(start for start, _ in stretches)
        self._ends = sorted(end for _, end in stretches)

    def at(self, place: float) -> int:
        """How many begin before the place and end after it."""
        return bisect_left(self._starts, place) - bisect_right(self._ends, place)


def _upright(poster: Composed) -> list[Place]:
    """Between phases, between steps, and between cards that stand side by side."""
    arrangement = poster.arrangement
    crossing = _Crossing([(box.left, box.right) for box in poster.cards])
    begins = {box.first_column for box in arrangement.phases}
    offset = arrangement.phases[0].first_column if arrangement.phases else 0
    places = [
        Place(poster.left + column.x, 0.0 if i + offset in begins else _STEP_COST, crossing.at(poster.left + column.x))
        for i, column in enumerate(arrangement.columns)
        if i
    ]
    gaps = {box.right + CARD_GAP / 2 for box in poster.cards}
    return places + _within(gaps, poster.left, poster.width, crossing)


def _level(poster: Composed) -> list[Place]:
    """Between lanes, and between cards that stand one below the other; not through heading, headers or legend."""
    arrangement = poster.arrangement
    solid = [(poster.head.top, poster.head.bottom), (poster.legend.top, poster.legend.bottom)]
    solid.append((poster.top - arrangement.header_height - HEADER_GAP, poster.top - 1))
    solid += [(poster.top + box.y, poster.top + box.y + box.height) for box in arrangement.lanes if _is_drawn(box)]
    crossing = _Crossing([*solid, *((box.top, box.bottom) for box in poster.cards)])
    places = []
    for above, box in zip((None, *arrangement.lanes), arrangement.lanes, strict=False):
        y = poster.top + box.y
        places.append(Place(y, _below(above), crossing.at(y)))
    if arrangement.lanes:
        bottom = poster.top + arrangement.lanes[-1].y + arrangement.lanes[-1].height
        places.append(Place(bottom + 1, 0.0, crossing.at(bottom + 1)))
    gaps = {box.bottom + CARD_GAP / 2 for box in poster.cards}
    return places + _within(gaps, poster.top, poster.height, crossing)


def _below(above: LaneBox | None) -> float:
    """How unwelcome a cut below a lane is, or below the headers; a separator belongs to the lane below it."""
    if above is None:
        return _BARE_COST
    return _STEP_COST if above.lane.kind == "separator" else 0.0


def _is_drawn(box: LaneBox) -> bool:
    """Whether a lane is one drawing rather than cards."""
    return box.lane.kind in ("emotion", "channels", "time")


def _within(gaps: set[float], start: float, end: float, crossing: _Crossing) -> list[Place]:
    """The places between cards, and some anywhere for where there is none."""
    anywhere = {start + i * _GRID for i in range(1, int((end - start) / _GRID))}
    return [Place(at, _BESIDE_COST, crossing.at(at)) for at in sorted(gaps | anywhere) if start < at < end]
