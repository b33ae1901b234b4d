"""The map for paper: the same cards in their places, on as many sheets as it takes to read them, cut between phases.

On screen the map is one and is scrolled; printed it would be shrunk to the page's width, and nobody could read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cjeditor.export.content import Content
from cjeditor.export.html.markup import Palette, element, number, text
from cjeditor.export.pdf.map_division import Room, divided
from cjeditor.export.pdf.map_sheets import SMALLEST_PRINT, range_title
from cjeditor.export.pdf.split import Plan
from cjeditor.export.svg import clips, shown, views_as_svg
from cjeditor.export.views import View, map_views
from cjeditor.layout.metrics import SMALLEST_TEXT
from cjeditor.layout.whole_map import Stretch, draw_map
from cjeditor.model.journey_map import Lane
from cjeditor.model.project import Asset

_MM: Final = 72 / 25.4
_TITLE: Final = 12.0 * _MM
"""What the title of a sheet takes."""
_LARGEST: Final = 0.9
"""Points a pixel: a small map does not fill the sheet."""
_LARGE: Final = 400
"""Cards: dividing more of them twice takes too long."""


class _Paper(NamedTuple):
    """A page of A4 or Letter: the class that chooses it in the style sheet, and its room within margins in points."""

    name: str
    width: float
    height: float


_PAPERS: Final = (
    _Paper("lying", 250.0 * _MM, 182.0 * _MM - _TITLE),
    _Paper("upright", 182.0 * _MM, 250.0 * _MM - _TITLE),
)


class Sheets(NamedTuple):
    """What stands in the page, and the views of which it is made."""

    markup: str
    views: tuple[View, ...]


class _Choice(NamedTuple):
    """Sheets that the map could be printed on."""

    paper: _Paper
    plan: Plan

    @property
    def sheets(self) -> int:
        """How many there are."""
        return sum(len(part.rows) for part in self.plan.parts)


def print_sheets(subject: Content, palette: Palette, pictures: Mapping[str, Asset]) -> Sheets:
    """The sheets of the map, lying or upright, whichever are fewer."""
    if not subject.phases:
        return Sheets("", ())
    paper, (scale, parts) = min(_choices(subject), key=_count)
    sheets = list[str]()
    every = list[View]()
    for part in parts:
        for row in part.rows:
            drawing = draw_map(row, subject.words, Stretch(*part.columns, 0, len(row.lanes)))
            views, _sizes = shown(tuple(map_views(drawing, 0, 0, 1.0)), pictures)
            title = range_title(part, subject) if len(parts) > 1 else subject.title
            sheets.append(_sheet(views, (drawing.width, drawing.height), scale, title, len(sheets), palette))
            every.extend(views)
    kind = {"class": f"sheets {paper.name}", "aria-hidden": "true"}
    return Sheets(element("div", "".join(sheets), kind), tuple(every))


def _choices(subject: Content) -> Iterator[_Choice]:
    smallest = SMALLEST_PRINT / SMALLEST_TEXT
    large = len(subject.journey.touchpoints) + len(subject.journey.notes) > _LARGE
    for paper in _PAPERS[:1] if large else _PAPERS:
        yield _Choice(paper, divided(subject, Room(paper.width, paper.height, smallest, _LARGEST, _nothing_below)))


def _nothing_below(_lanes: Sequence[Lane]) -> float:
    """What a sheet keeps free at its foot: the legend stands before the sheets."""
    return 0.0


def _count(choice: _Choice) -> int:
    return choice.sheets


def _sheet(
    views: tuple[View, ...], size: tuple[float, float], scale: float, title: str, index: int, palette: Palette
) -> str:
    """A stretch of the map with what it shows; its size is in points, as it is on paper."""
    name = f"s{index}-"
    content = element("defs", clips(views, name)) + "".join(views_as_svg(views, palette, name))
    # Strokes reach beyond their places by half of their width.
    width, height = size[0] + 2, size[1] + 2
    box = {
        "viewBox": f"-1 -1 {number(width)} {number(height)}",
        "width": f"{number(width * scale)}pt",
        "height": f"{number(height * scale)}pt",
        "focusable": "false",
    }
    return element("div", text("p", title, {"class": "part"}) + element("svg", content, box), {"class": "sheet"})
