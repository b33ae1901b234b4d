"""The map on paper: as large as it fits, never smaller than can be read, on as many pages as that takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.export.content import Content, phase_title
from cjeditor.export.legend import short_legend
from cjeditor.export.map_in_words import in_short, map_tag
from cjeditor.export.pdf.lane_pieces import Range
from cjeditor.export.pdf.map_division import Room, divided
from cjeditor.export.pdf.sheets import Area, Bookmark, Frame, Sheet, phase_anchor
from cjeditor.export.pdf.split import Part
from cjeditor.export.typeset import LEAD, META, Piece, Style, line_of, right_line_of
from cjeditor.export.views import map_views
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.breaking import elide
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import SMALLEST_TEXT
from cjeditor.layout.primitives import Primitive, moved
from cjeditor.layout.tags import Tag
from cjeditor.layout.whole_map import Drawing, Stretch, draw_map
from cjeditor.model.fields import LaneKind
from cjeditor.model.journey_map import Lane
from cjeditor.texts import Texts

SMALLEST_PRINT = 8.0
"""Points: no text on the map is printed smaller."""
_HEAD = Style("bold", 12.0, 16.0, role="H1")
_HEAD_HEIGHT = 26.0
_BESIDE = 24.0
"""Between what a page shows and where the map goes on."""
_LEGEND_GAP = 10.0
_LARGEST_SCALE = 0.9
"""Points a pixel on A4, more on larger paper: a small map does not fill a wall."""
_A4_SHORT = 595.0


def map_sheets(frame: Frame, content: Content, first_page: int) -> list[Sheet]:
    """The pages of the map; `first_page` is the number of the first of them."""
    if not content.phases:
        return [_empty(frame, content)]
    smallest = SMALLEST_PRINT / SMALLEST_TEXT
    short = min(frame.width, frame.height) * frame.unit
    largest = max(smallest, _LARGEST_SCALE * short / _A4_SHORT)
    legends = _Legends(content, frame)
    width, height = frame.inner_width * frame.unit, (frame.inner_height - _HEAD_HEIGHT) * frame.unit
    scale, parts = divided(content, Room(width, height, smallest, largest, legends.foot))
    sheets: list[Sheet] = []
    starts = [first_page + sum(len(part.rows) for part in parts[:i]) for i in range(len(parts) + 1)]
    for i, part in enumerate(parts):
        here = _Neighbours(starts[i - 1] if i else None, starts[i + 1] if i + 1 < len(parts) else None)
        title = range_title(part, content) if len(parts) > 1 else " ".join(content.title.split())
        for row in range(len(part.rows)):
            head = _head(frame, title, _edges(part, row, here, content.words))
            sheets.append(_sheet(frame, content, scale, part.rows[row], part.columns, title, legends))
            sheets[-1].shapes[:0] = head
        if len(parts) > 1:
            sheets[-len(part.rows)].bookmarks.append(Bookmark(" ".join(title.split())[:200], 1))
    sheets[0].bookmarks.insert(0, Bookmark(content.words.t("Map"), 0))
    return sheets


class _Legends:
    """The legends of pages, each explaining only what its lanes show."""

    def __init__(self, content: Content, frame: Frame) -> None:
        self._content = content
        self._frame = frame
        self._made: dict[frozenset[LaneKind], Piece] = {}

    def of(self, lanes: Sequence[Lane]) -> Piece:
        """The legend of a page with these lanes."""
        kinds = frozenset(lane.kind for lane in lanes)
        if kinds not in self._made:
            self._made[kinds] = short_legend(self._content, self._frame.inner_width, kinds)
        return self._made[kinds]

    def foot(self, lanes: Sequence[Lane]) -> float:
        """How many points such a page keeps free for it."""
        return (self.of(lanes).height + _LEGEND_GAP) * self._frame.unit


class _Neighbours(NamedTuple):
    """The pages where the phases before and after begin."""

    before: int | None
    after: int | None


def _empty(frame: Frame, content: Content) -> Sheet:
    words = content.words
    text = line_of(words.t("This map has no phases yet."), LEAD, frame.left, frame.top + _HEAD_HEIGHT)
    head = line_of(words.t("Map"), _HEAD, frame.left, frame.top)
    return Sheet([head, text], bookmarks=[Bookmark(words.t("Map"), 0)])


def _sheet(
    frame: Frame,
    content: Content,
    scale: float,
    arrangement: Arrangement,
    columns: Range,
    title: str,
    legends: _Legends,
) -> Sheet:
    """A page without its head."""
    drawing = draw_map(arrangement, content.words, Stretch(*columns, 0, len(arrangement.lanes)))
    legend = legends.of([box.lane for box in arrangement.lanes])
    sheet = Sheet(list(moved(legend.shapes, frame.left, frame.bottom - legend.height)))
    if not arrangement.lanes:
        below = frame.top + _HEAD_HEIGHT + drawing.height * scale / frame.unit + 10
        sheet.shapes.append(line_of(content.words.t("This map has no lanes yet."), LEAD, frame.left, below))
    left, top = frame.left * frame.unit, (frame.top + _HEAD_HEIGHT) * frame.unit
    sheet.views = map_views(drawing, left, top, scale, map_tag(drawing, title, content.words))
    sheet.areas = _areas(drawing, left, top, scale, content)
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


def range_title(part: Part, content: Content) -> str:
    """The phases of a part: "2 Orientation – 4 Decision"."""
    (first, end), (arrangement, *_) = part
    shown = [
        box for box in arrangement.phases if box.first_column < end and box.first_column + box.column_count > first
    ]
    names = [phase_title(box.number, box.phase, content.words) for box in (shown[0], shown[-1])]
    if shown[0].first_column < first:
        names[0] = content.words.t("{title} (continued)", title=names[0])
    return names[0] if len(shown) == 1 else f"{names[0]} – {names[1]}"


def _edges(part: Part, row: int, neighbours: _Neighbours, words: Texts) -> list[str]:
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
    return edges


def _is_cut(upper: Arrangement, lower: Arrangement) -> bool:
    """Whether the last lane of a page goes on on the next."""
    return bool(upper.lanes and lower.lanes) and upper.lanes[-1].lane.id == lower.lanes[0].lane.id


def _head(frame: Frame, title: str, neighbours: list[str]) -> list[Primitive]:
    """What the page shows at the left, where the map goes on at the right: in two lines where the title needs room."""
    wanted = frame.inner_width - text_width(title, _HEAD.face, _HEAD.size) - _BESIDE
    widths = [text_width(one, META.face, META.size) for one in _in_lines(neighbours, 1)]
    said = _in_lines(neighbours, 1 if max(widths, default=0.0) <= wanted else 2)
    top = frame.top + 3 if len(said) < 2 else frame.top - 2
    edges = [right_line_of(one, META, frame.right, top + at * META.line) for at, one in enumerate(said)]
    room = frame.inner_width - max((one.width for one in edges), default=0.0) - _BESIDE
    return [line_of(elide(title, _HEAD.face, _HEAD.size, room), _HEAD, frame.left, frame.top), *edges]


def _in_lines(said: list[str], count: int) -> list[str]:
    """Short sentences in one line or in two, the first of which has more where their number is odd."""
    half = (len(said) + count - 1) // count
    return ["   ".join(said[at : at + half]) for at in range(0, len(said), max(1, half))]
