"""Handouts of whole samples: no page with a line or two on it, figures side by side on wide pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.export.content import content
from cjeditor.export.handout import composed
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.adding import add_part
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.column_flow import ColumnFlow, column_of
from cjeditor.export.pdf.figures.tables import put_tables
from cjeditor.export.pdf.sheets import Ends, Flow, Frame, frame
from cjeditor.export.typeset import BODY, Piece, line_of
from cjeditor.layout.charts.chart import ChartTable
from cjeditor.layout.primitives import Text
from cjeditor.storage.load import load

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
LEAST_LINES = 3


def wide(paper: str = "A3") -> Frame:
    return frame(paper, landscape=True, left_head=Ends(""), right_head="", left_foot=Ends(""))  # type: ignore[arg-type]  # one of the papers


@pytest.mark.parametrize(
    ("name", "paper", "landscape"), [("season-ticket.en", "A3", True), ("coffee-loyalty.de", "A4", False)]
)
def test_no_page_has_a_line_or_two_on_it(name: str, paper: str, landscape: bool) -> None:
    project = load(FOLDER / f"{name}.cjmap")
    options = HandoutOptions(date="2026-11-22", paper=paper, landscape=landscape)  # type: ignore[arg-type]  # one of the papers
    made = composed(project, project.maps[0].id, options)
    for number, sheet in enumerate(made.sheets, start=1):
        if sheet.views:
            continue
        heights = {round(shape.y) for shape in sheet.shapes if isinstance(shape, Text)}
        assert len(heights) >= LEAST_LINES, number


def test_figures_share_wide_pages() -> None:
    """Each on a page of its own they took 29."""
    project = load(FOLDER / "season-ticket.en.cjmap")
    made = composed(project, project.maps[0].id, HandoutOptions(paper="A3", parts=("figures",)))
    assert len(made.sheets) <= 18


def test_columns_are_filled_one_after_the_other() -> None:
    page = wide()
    flow = ColumnFlow(page, texts.of("en"))
    assert flow.frame.inner_width == column_of(page).inner_width < page.inner_width / 2
    for number in range(3):
        flow.new_sheet()
        flow.put(Piece(12.0, (line_of(str(number), BODY, 0, 0),)))
    assert [len(sheet.shapes) for sheet in flow.sheets] == [2, 1]
    first, second = flow.sheets[0].shapes
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert first.x == page.left
    assert second.x > page.left + page.inner_width / 2
    assert first.y == second.y


def test_a_narrow_page_has_one_column() -> None:
    page = wide("A4")
    assert column_of(page) is page


def test_narrow_tables_stand_side_by_side_and_long_ones_in_halves() -> None:
    page = wide("A4")
    flow = Flow(page, texts.of("en"))
    flow.new_sheet()
    head, rows = ("Name", "Count"), tuple((f"row{i}", str(i)) for i in range(20))
    put_tables(flow, [ChartTable("Long", head, rows, (1,))])
    shown = [shape for sheet in flow.sheets for shape in sheet.shapes if isinstance(shape, Text)]
    left = [one for one in shown if one.text.startswith("row") and one.x < page.left + page.inner_width / 2]
    assert len(left) == 10
    assert sum(one.text.startswith("row") for one in shown) == 20
    assert len(flow.sheets) == 1
    wide_rows = tuple(("a long sentence that takes much of the page " * 3, str(i)) for i in range(3))
    put_tables(flow, [ChartTable("Wide", head, wide_rows, (1,))])
    assert all(page.left <= one.x <= page.right for one in shown)


@pytest.mark.parametrize("above", [330.0, 345.0, 360.0, 375.0, 390.0])
def test_the_heading_of_a_table_goes_with_its_rows(above: float) -> None:
    """Wherever the part before it ends, a heading never stands alone at the foot of a page."""
    project = load(FOLDER / "first-home.de.cjmap")
    subject = content(project, project.maps[0], texts.of("de"), "")
    book = Book(wide("A4"), subject, HandoutOptions())
    flow = book.begin("Davor", 0.0)
    flow.y = flow.frame.top + above
    add_part("touchpoints", book)
    for sheet in book.sheets:
        said = [shape for shape in sheet.shapes if isinstance(shape, Text)]
        for at, shape in enumerate(said):
            if shape.text == "Touchpoints" and shape.size > 12:
                assert len(said) - at > 12
