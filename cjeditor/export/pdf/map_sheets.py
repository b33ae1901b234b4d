"""The map on paper: as large as it fits, never smaller than can be read, on as many pages as that takes."""

from __future__ import annotations

from cjeditor.export.content import Content, phase_title
from cjeditor.export.legend import short_legend
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.pdf.split import Plan, Range, page_rows, plan
from cjeditor.export.typeset import LEAD, META, Style, line_of, right_line_of
from cjeditor.export.views import map_views
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.breaking import elide
from cjeditor.layout.metrics import LANE_HEADER_WIDTH, SMALLEST_TEXT
from cjeditor.layout.primitives import Primitive, moved
from cjeditor.layout.whole_map import Stretch, draw_map
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts

SMALLEST_PRINT = 8.0
"""Points: no text on the map is printed smaller."""
_HEAD = Style("bold", 12.0, 16.0)
_HEAD_HEIGHT = 26.0
_LEGEND_GAP = 10.0
_LARGEST_SCALE = 0.9
"""Points a pixel on A4, more on larger paper: a small map does not fill a wall."""
_A4_SHORT = 595.0
_WIDEST_STRETCH = 1.4
_WORTH_STRETCHING = 1.02
_WIDEST_STEP = 1_600
_LARGE = 400
"""Cards: arranging more of them again costs more than an even margin is worth."""


def map_sheets(frame: Frame, content: Content, first_page: int) -> list[Sheet]:
    """The pages of the map; `first_page` is the number of the first of them."""
    smallest = SMALLEST_PRINT / SMALLEST_TEXT
    width = frame.inner_width * frame.unit
    legend = short_legend(content, frame.inner_width)
    height = (frame.inner_height - _HEAD_HEIGHT - legend.height - _LEGEND_GAP) * frame.unit
    widest = int(width / smallest - LANE_HEADER_WIDTH)
    project = _with_widths(content.project, content.journey.id, 1.0, widest)
    arrangement = arrange(project, content.journey.id, content.words)
    if not arrangement.columns:
        return [_empty(frame, content)]
    short = min(frame.width, frame.height) * frame.unit
    plan_ = plan(arrangement, width, height, smallest, _LARGEST_SCALE * short / _A4_SHORT, content.words)
    plan_ = _filled(plan_, project, content, width, height)
    sheets = [
        _sheet(frame, content, plan_, r, c, first_page)
        for r in range(len(plan_.rows))
        for c in range(len(plan_.columns))
    ]
    sheets[0].bookmarks.insert(0, Bookmark(content.words.t("Map"), 0))
    return sheets


def _filled(plan_: Plan, project: Project, content: Content, width: float, height: float) -> Plan:
    """The same pages with wider columns where they leave room at the right.

    Wider cards are mostly shorter, but not always: a word that now fits is no longer hyphenated. So a few widths are
    tried, with large maps only one.
    """
    room = width / plan_.scale - LANE_HEADER_WIDTH
    columns = plan_.rows[0].columns
    fullest = max(sum(column.width for column in columns[first:end]) for first, end in plan_.columns)
    factor = min(room / fullest, _WIDEST_STRETCH)
    if factor < _WORTH_STRETCHING:
        return plan_
    large = len(plan_.rows[0].cards) > _LARGE
    for share in (1.0,) if large else (1.0, 0.85, 0.7, 0.55, 0.4):
        wider = _with_widths(project, content.journey.id, 1 + (factor - 1) * share, _WIDEST_STEP)
        rows = page_rows(arrange(wider, content.journey.id, content.words), height, plan_.scale, content.words)
        if len(rows) <= len(plan_.rows):
            return Plan(plan_.scale, plan_.columns, rows)
    return plan_


def _with_widths(project: Project, map_id: str, factor: float, widest: int) -> Project:
    """The project with the map's steps `factor` times as wide, at most `widest`: cards break anew, none is cut."""
    journey = map_of(project, map_id)
    steps = tuple(replace(step, min_width=min(widest, int(step.min_width * factor))) for step in journey.steps)
    changed = replace(journey, steps=steps)
    return replace(project, maps=tuple(changed if one is journey else one for one in project.maps))


def _empty(frame: Frame, content: Content) -> Sheet:
    words = content.words
    text = line_of(words.t("This map has no phases yet."), LEAD, frame.left, frame.top + _HEAD_HEIGHT)
    head = line_of(words.t("Map"), _HEAD, frame.left, frame.top)
    return Sheet([head, text], bookmarks=[Bookmark(words.t("Map"), 0)])


def _sheet(frame: Frame, content: Content, plan_: Plan, r: int, c: int, first_page: int) -> Sheet:
    columns, arrangement = plan_.columns[c], plan_.rows[r]
    drawing = draw_map(arrangement, content.words, Stretch(*columns, 0, len(arrangement.lanes)))
    title = _range_title(arrangement, columns, content)
    several = len(plan_.columns) * len(plan_.rows) > 1
    neighbours = _neighbours(plan_, r, c, first_page, content.words)
    sheet = Sheet(_head(frame, title if several else " ".join(content.title.split()), neighbours))
    legend = short_legend(content, frame.inner_width)
    sheet.shapes += moved(legend.shapes, frame.left, frame.bottom - legend.height)
    sheet.views = map_views(drawing, frame.left * frame.unit, (frame.top + _HEAD_HEIGHT) * frame.unit, plan_.scale)
    if several and r == 0:
        sheet.bookmarks.append(Bookmark(" ".join(title.split())[:200], 1))
    return sheet


def _range_title(arrangement: Arrangement, columns: Range, content: Content) -> str:
    """The phases on a page: "2 Orientation – 4 Decision"."""
    first, end = columns
    shown = [
        box for box in arrangement.phases if box.first_column < end and box.first_column + box.column_count > first
    ]
    names = [phase_title(box.number, box.phase, content.words) for box in (shown[0], shown[-1])]
    return names[0] if len(shown) == 1 else f"{names[0]} – {names[1]}"


def _neighbours(plan_: Plan, r: int, c: int, first_page: int, words: Texts) -> str:
    """Where the map goes on to the right and below."""
    here = first_page + r * len(plan_.columns) + c
    parts = []
    if c > 0:
        parts.append(words.t("← page {n}", n=here - 1))
    if r > 0:
        parts.append(words.t("↑ page {n}", n=here - len(plan_.columns)))
    if r + 1 < len(plan_.rows):
        parts.append(words.t("lanes continue on page {n} ↓", n=here + len(plan_.columns)))
    if c + 1 < len(plan_.columns):
        parts.append(words.t("continues on page {n} →", n=here + 1))
    return "   ".join(parts)


def _head(frame: Frame, title: str, neighbours: str) -> list[Primitive]:
    """What the page shows at the left, where the map goes on at the right."""
    edge = right_line_of(neighbours, META, frame.right, frame.top + 3)
    room = frame.inner_width - edge.width - 24
    shapes: list[Primitive] = [line_of(elide(title, _HEAD.face, _HEAD.size, room), _HEAD, frame.left, frame.top)]
    return [*shapes, edge] if neighbours else shapes
