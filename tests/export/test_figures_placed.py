"""Figures of whole samples on wide pages: beside each other where that saves a page, and none torn apart needlessly."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cjeditor.export.content import content
from cjeditor.export.handout import composed, write_handout
from cjeditor.export.options import HandoutOptions, Paper
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.column_flow import WIDE
from cjeditor.export.pdf.figures.placing import in_rows
from cjeditor.export.pdf.sheets import Ends, Sheet, frame
from cjeditor.export.typeset import Piece
from cjeditor.layout.charts.chart import Chart, ChartTable
from cjeditor.layout.charts.lettering import label
from cjeditor.layout.primitives import Text
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.storage.load import load
from cjeditor.texts import of
from tests.export import reading

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
SAMPLES = ("first-home.de", "season-ticket.en", "coffee-loyalty.de")


@cache
def sample(name: str) -> Project:
    return load(FOLDER / f"{name}.cjmap")


def sheets_of(name: str, *parts: str, paper: Paper = "A4", landscape: bool = True) -> tuple[Sheet, ...]:
    """The sheets of some parts of a sample's first map."""
    project = sample(name)
    options = HandoutOptions(paper=paper, landscape=landscape, parts=parts, date="2026-11-28")
    return composed(project, ordered(project.maps)[0].id, options).sheets


def said_on(sheet: Sheet) -> list[Text]:
    return [shape for shape in sheet.shapes if isinstance(shape, Text)]


def at(sheet: Sheet, start: str) -> Text:
    """The first text of a sheet that begins so."""
    return next(one for one in said_on(sheet) if one.text.startswith(start))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("part", ["realms", "funnel", "loop", "evidence", "waiting"])
def test_a_figure_has_one_page(name: str, part: str) -> None:
    """Each of them went over to a second page with a table, a chart or its sentences alone."""
    assert len(sheets_of(name, part)) == 1


def test_what_a_loop_says_stands_beside_it() -> None:
    (sheet,) = sheets_of("season-ticket.en", "loop")
    said, ring = at(sheet, "Emotional loyalty comes"), at(sheet, "Retention")
    assert said.x + said.width < ring.x
    (upright,) = sheets_of("season-ticket.en", "loop", landscape=False)
    assert at(upright, "Emotional loyalty comes").y < at(upright, "Retention").y


def test_two_charts_of_the_same_segments_stand_side_by_side() -> None:
    (sheet,) = sheets_of("first-home.de", "nps")
    scores, groups = [one for one in said_on(sheet) if one.text == "Filiale Vellmar"]
    assert groups.x - scores.x > 300
    upright = sheets_of("first-home.de", "nps", landscape=False)
    below = [one for sheet in upright for one in said_on(sheet) if one.text == "Filiale Vellmar"]
    assert abs(below[0].x + below[0].width - below[1].x - below[1].width) < 100


def chart(name: str, *rows: str, cut: bool = False) -> Chart:
    shapes = (label(name, 0, 0), label("A long name" if not cut else "A long…", 0, 20))
    return Chart(200.0, 40.0, shapes, (), ChartTable(name, ("What",), tuple((row,) for row in rows)))


def test_charts_are_paired_only_where_both_are_about_the_same_and_nothing_more_is_cut() -> None:
    one, two, other = chart("One", "a", "b"), chart("Two", "a", "b"), chart("Other", "a")
    halves = [chart("One half", "a", "b"), chart("Two half", "a", "b"), chart("Other half", "a")]
    assert in_rows((one, two, other), halves) == [(halves[0], halves[1]), (other,)]
    halves[1] = chart("Two half", "a", "b", cut=True)
    assert in_rows((one, two, other), halves) == [(one,), (two,), (other,)]


def test_minutes_have_two_columns_and_the_table_after_them_goes_on_below(tmp_path: Path) -> None:
    sheets = sheets_of("season-ticket.en", "minutes", "touchpoints")
    columns = {round(one.x) for one in said_on(sheets[0]) if one.text in ("Agenda", "Ratings")}
    assert len(columns) == 2
    last = next(sheet for sheet in reversed(sheets) if any(one.text == "Parking lot" for one in said_on(sheet)))
    table = at(last, "Touchpoints")
    assert table.y > max(one.y for one in said_on(last) if one.text.startswith("Ask the union"))
    project = sample("season-ticket.en")
    options = HandoutOptions(paper="A4", parts=("minutes", "touchpoints", "notes"), date="2026-11-28")
    path = tmp_path / "out.pdf"
    assert write_handout(project, ordered(project.maps)[0].id, path, options) == ()
    assert reading.faults(path) == []
    assert len(reading.page_sizes(path)) <= 11, "they were 16"


@pytest.mark.parametrize(("left", "shared"), [(400.0, True), (200.0, False)])
def test_parts_in_columns_and_across_share_a_sheet_where_there_is_room(left: float, shared: bool) -> None:
    page = frame("A3", landscape=True, left_head=Ends(""), right_head="", left_foot=Ends(""))
    book = Book(
        page,
        content(sample("season-ticket.en"), ordered(sample("season-ticket.en").maps)[0], of("en"), ""),
        HandoutOptions(),
    )
    across = book.begin("Across", 0.0)
    across.y = page.bottom - left
    columns = book.begin("Columns", 0.0, in_columns=WIDE)
    assert len(book.sheets) == (1 if shared else 2)
    assert (columns.y > page.bottom - left) == shared
    top = columns.y
    columns.put(Piece(60.0, ()))
    columns.new_sheet()
    assert columns.fresh
    assert columns.y < top
    columns.put(Piece(150.0, ()))
    assert columns.need(columns.room + 1) is None
    assert len(book.sheets) == (2 if shared else 3), "columns that are too short are left for a sheet of their own"
    columns.put(Piece(10.0, ()))
    below = book.begin("Below", 0.0)
    assert below.y > columns.y


@pytest.mark.parametrize("name", SAMPLES)
def test_short_words_of_a_table_stay_on_one_line(name: str) -> None:
    """“Being measured” took two lines in each row, and the table a page more."""
    (*_, last) = sheets_of(name, "kpis")
    assert not any(one.text in ("Being", "measured", "Messung") for one in said_on(last))


@pytest.mark.parametrize("name", SAMPLES)
def test_no_touchpoint_is_told_of_with_its_number_of_answers_alone_on_a_line(name: str) -> None:
    for sheet in sheets_of(name, "touchpoints"):
        assert not any(one.text.startswith("= ") or one.text.endswith("n =") for one in said_on(sheet))


@pytest.mark.parametrize("name", SAMPLES)
def test_no_name_above_an_emotion_strip_ends_in_a_lone_letter(name: str) -> None:
    """“Umschaue|n” stood there, while the words of the scale had more room than they need."""
    for sheet in sheets_of(name, "emotion-strips"):
        assert not any(len(one.text) == 1 and one.text.isalpha() for one in said_on(sheet) if one.face == "semibold")
