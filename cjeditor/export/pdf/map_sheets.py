"""The map on paper: as large as it fits, never smaller than can be read, on as many pages as that takes."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.export.content import Content, phase_title
from cjeditor.export.legend import short_legend
from cjeditor.export.map_in_words import in_short, map_tag
from cjeditor.export.pdf.sheets import Area, Bookmark, Frame, Sheet, phase_anchor
from cjeditor.export.pdf.split import Part, Plan, Range, page_rows, plan
from cjeditor.export.typeset import LEAD, META, Style, line_of, right_line_of
from cjeditor.export.views import map_views
from cjeditor.export.widened import with_widths
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.breaking import elide
from cjeditor.layout.metrics import LANE_HEADER_WIDTH, SMALLEST_TEXT
from cjeditor.layout.primitives import Primitive, moved
from cjeditor.layout.tags import Tag
from cjeditor.layout.whole_map import Drawing, Stretch, draw_map
from cjeditor.model.project import Project
from cjeditor.texts import Texts

SMALLEST_PRINT = 8.0
"""Points: no text on the map is printed smaller."""
_HEAD = Style("bold", 12.0, 16.0, role="H1")
_HEAD_HEIGHT = 26.0
_LEGEND_GAP = 10.0
_LARGEST_SCALE = 0.9
"""Points a pixel on A4, more on larger paper: a small map does not fill a wall."""
_A4_SHORT = 595.0
_FACTORS = (1.0, 1.2, 1.4)
"""Columns so many times as wide are tried for fewer pages: wider cards are lower."""
_WIDEST_STRETCH = 1.75
_LARGE = 400
"""Cards: arranging more of them again costs more than an even margin is worth."""


def map_sheets(frame: Frame, content: Content, first_page: int) -> list[Sheet]:
    """The pages of the map; `first_page` is the number of the first of them."""
    smallest = SMALLEST_PRINT / SMALLEST_TEXT
    width = frame.inner_width * frame.unit
    legend = short_legend(content, frame.inner_width)
    height = (frame.inner_height - _HEAD_HEIGHT - legend.height - _LEGEND_GAP) * frame.unit
    widest = int(width / smallest - LANE_HEADER_WIDTH)
    if not content.phases:
        return [_empty(frame, content)]
    short = min(frame.width, frame.height) * frame.unit
    largest = max(smallest, _LARGEST_SCALE * short / _A4_SHORT)
    tried = []
    for factor in (1.0,) if _is_large(content) else _FACTORS:
        factors = dict.fromkeys(content.steps, factor)
        project = with_widths(content.project, content.journey.id, factors, widest)
        arrangement = arrange(project, content.journey.id, content.words)
        found = plan(arrangement, width, height, smallest, largest, content.words)
        tried.append(_Tried(project, arrangement, found))
    chosen = min(tried, key=_pages)
    scale = chosen.plan.scale
    parts = _filled(chosen, content, width / scale - LANE_HEADER_WIDTH, height)
    sheets: list[Sheet] = []
    starts = [first_page + sum(len(part.rows) for part in parts[:i]) for i in range(len(parts) + 1)]
    for i, part in enumerate(parts):
        here = _Neighbours(starts[i - 1] if i else None, starts[i + 1] if i + 1 < len(parts) else None)
        sheets.extend(_sheet(frame, content, scale, part, row, here, len(parts)) for row in range(len(part.rows)))
    sheets[0].bookmarks.insert(0, Bookmark(content.words.t("Map"), 0))
    return sheets


class _Tried(NamedTuple):
    """A width of the columns, and how the map goes onto pages with it."""

    project: Project
    arrangement: Arrangement
    plan: Plan


def _pages(tried: _Tried) -> int:
    return sum(len(part.rows) for part in tried.plan.parts)


def _is_large(content: Content) -> bool:
    return len(content.journey.touchpoints) + len(content.journey.notes) > _LARGE


class _Neighbours(NamedTuple):
    """The pages where the phases before and after begin."""

    before: int | None
    after: int | None


def _filled(chosen: _Tried, content: Content, room: float, height: float) -> tuple[Part, ...]:
    """The same parts with wider columns where they leave room at the right, `room` being the width in pixels.

    Wider cards are mostly shorter, but not always: a word that now fits is no longer hyphenated. So a few widths are
    tried, with large maps only one.
    """
    project, (scale, parts) = chosen.project, chosen.plan
    columns = chosen.arrangement.columns
    factors: dict[str, float] = {}
    for first, end in (part.columns for part in parts):
        width = sum(column.width for column in columns[first:end])
        factors.update({column.step.id: min(room / width, _WIDEST_STRETCH) - 1 for column in columns[first:end]})
    filled: list[Part | None] = [None] * len(parts)
    for share in (1.0,) if _is_large(content) else (1.0, 0.8, 0.6, 0.4):
        if all(filled):
            break
        wider = with_widths(project, content.journey.id, {step: 1 + more * share for step, more in factors.items()})
        arrangement = arrange(wider, content.journey.id, content.words)
        for i, part in enumerate(parts):
            if filled[i] is None:
                rows = page_rows(arrangement, part.columns, height, scale, content.words)
                filled[i] = Part(part.columns, rows) if len(rows) <= len(part.rows) else None
    return tuple(new or old for new, old in zip(filled, parts, strict=True))


def _empty(frame: Frame, content: Content) -> Sheet:
    words = content.words
    text = line_of(words.t("This map has no phases yet."), LEAD, frame.left, frame.top + _HEAD_HEIGHT)
    head = line_of(words.t("Map"), _HEAD, frame.left, frame.top)
    return Sheet([head, text], bookmarks=[Bookmark(words.t("Map"), 0)])


def _sheet(
    frame: Frame, content: Content, scale: float, part: Part, row: int, neighbours: _Neighbours, parts: int
) -> Sheet:
    arrangement = part.rows[row]
    drawing = draw_map(arrangement, content.words, Stretch(*part.columns, 0, len(arrangement.lanes)))
    title = _range_title(arrangement, part.columns, content) if parts > 1 else " ".join(content.title.split())
    sheet = Sheet(_head(frame, title, _edges(part, row, neighbours, content.words)))
    legend = short_legend(content, frame.inner_width)
    sheet.shapes += moved(legend.shapes, frame.left, frame.bottom - legend.height)
    if not arrangement.lanes:
        below = frame.top + _HEAD_HEIGHT + drawing.height * scale / frame.unit + 10
        sheet.shapes.append(line_of(content.words.t("This map has no lanes yet."), LEAD, frame.left, below))
    left, top = frame.left * frame.unit, (frame.top + _HEAD_HEIGHT) * frame.unit
    sheet.views = map_views(drawing, left, top, scale, map_tag(drawing, title, content.words))
    sheet.areas = _areas(drawing, left, top, scale, content)
    if parts > 1 and row == 0:
        sheet.bookmarks.append(Bookmark(" ".join(title.split())[:200], 1))
    return sheet


def _areas(drawing: Drawing, x: float, y: float, scale: float, content: Content) -> list[Area]:
    """The cards, each leading to the sheet of its phase."""
    found: list[Area] = []
    for left, top, box in drawing.cards:
        number, phase = content.phase_of(box.step)
        said = f"{in_short(box.record)} · {phase_title(number, phase, content.words)}"
        link = Tag("Link", said=said, leads=f"#{phase_anchor(phase.id)}")
        found.append(Area(x + left * scale, y + top * scale, box.width * scale, box.height * scale, link))
    return found


def _range_title(arrangement: Arrangement, columns: Range, content: Content) -> str:
    """The phases on a page: "2 Orientation – 4 Decision"."""
    first, end = columns
    shown = [
        box for box in arrangement.phases if box.first_column < end and box.first_column + box.column_count > first
    ]
    names = [phase_title(box.number, box.phase, content.words) for box in (shown[0], shown[-1])]
    if shown[0].first_column < first:
        names[0] = content.words.t("{title} (continued)", title=names[0])
    return names[0] if len(shown) == 1 else f"{names[0]} – {names[1]}"


def _edges(part: Part, row: int, neighbours: _Neighbours, words: Texts) -> str:
    """Where the map goes on to all sides."""
    edges = []
    if neighbours.before is not None:
        edges.append(words.t("← page {n}", n=neighbours.before))
    if row > 0 and _is_cut(part.rows[row - 1], part.rows[row]):
        edges.append(words.t("↑ lane begins on the previous page"))
    elif row > 0:
        edges.append(words.t("↑ more lanes on the previous page"))
    if row + 1 < len(part.rows) and _is_cut(part.rows[row], part.rows[row + 1]):
        edges.append(words.t("↓ lane continues on the next page"))
    elif row + 1 < len(part.rows):
        edges.append(words.t("↓ more lanes on the next page"))
    if neighbours.after is not None:
        edges.append(words.t("continues on page {n} →", n=neighbours.after))
    return "   ".join(edges)


def _is_cut(upper: Arrangement, lower: Arrangement) -> bool:
    """Whether the last lane of a page goes on on the next."""
    return bool(upper.lanes and lower.lanes) and upper.lanes[-1].lane.id == lower.lanes[0].lane.id


def _head(frame: Frame, title: str, neighbours: str) -> list[Primitive]:
    """What the page shows at the left, where the map goes on at the right."""
    edge = right_line_of(neighbours, META, frame.right, frame.top + 3)
    room = frame.inner_width - edge.width - 24
    shapes: list[Primitive] = [line_of(elide(title, _HEAD.face, _HEAD.size, room), _HEAD, frame.left, frame.top)]
    return [*shapes, edge] if neighbours else shapes
