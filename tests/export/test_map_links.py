"""Links on the map's pages: their labels lie on nothing else that is said, their marks are seen whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from cjeditor import texts
from cjeditor.export.audience import for_audience
from cjeditor.export.content import content
from cjeditor.export.pdf.map_sheets import map_sheets
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet, frame
from cjeditor.export.views import View
from cjeditor.layout.primitives import Line, Text, moved
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.storage.load import load

SAMPLES = Path(__file__).parents[2] / "resources/samples"
NAMES = ("coffee-loyalty.de", "coffee-loyalty.en", "first-home.de", "season-ticket.en")
PAPERS = (("A4", True), ("A4", False), ("A3", True))
SPECK = 0.1
UNPRINTABLE = 4 / 25.4 * 72
"""Points along a sheet's edges that printers leave white."""


class Said(NamedTuple):
    """A line of text on the map, and the box around its letters, in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def said_on(sheet: Sheet) -> Iterator[Said]:
    for view in sheet.views:
        for x, y, shapes in view.placed:
            for one in moved(tuple(shapes), x, y):
                if isinstance(one, Text) and one.text.strip():
                    yield Said(one.text, one.x, one.y - 0.85 * one.size, one.x + one.width, one.y + 0.25 * one.size)


def over_each_other(one: Said, other: Said) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > SPECK and min(one.bottom, other.bottom) - max(one.top, other.top) > SPECK


@lru_cache(maxsize=1)
def seen(name: str) -> Project:
    return for_audience(load(SAMPLES / f"{name}.cjmap"), "client")


def sheets_of(project: Project, journey: JourneyMap, page: Frame) -> list[Sheet]:
    words = texts.of(project.language)
    return map_sheets(page, content(project, journey, words, ""), 1)


def page_of(paper: str, *, landscape: bool) -> Frame:
    return frame(paper, landscape=landscape, left_head=Ends(""), right_head="", left_foot=Ends(""))


@pytest.mark.parametrize(("paper", "landscape"), PAPERS)
@pytest.mark.parametrize("name", NAMES)
def test_labels_of_links_lie_on_no_other_text(name: str, paper: str, *, landscape: bool) -> None:
    """They stay in the lane of their card: in the one below, durations and channels say something, too."""
    project = seen(name)
    for journey in project.maps:
        labels = "\n".join(" ".join(link.label.split()) for link in journey.links)
        for number, sheet in enumerate(sheets_of(project, journey, page_of(paper, landscape=landscape)), start=1):
            said = list(said_on(sheet))
            clashes = [
                (one.text, other.text)
                for one in said
                if one.text in labels
                for other in said
                if other is not one and over_each_other(one, other)
            ]
            assert clashes == [], (journey.title, number)


def test_labels_of_all_links_are_said() -> None:
    """One found no place, though room was kept for it: places were tried too far from each other."""
    project = seen("season-ticket.en")
    for journey in project.maps:
        sheets = sheets_of(project, journey, page_of("A4", landscape=True))
        said = " ".join(one.text for sheet in sheets for one in said_on(sheet))
        assert [link.label for link in journey.links if " ".join(link.label.split()) not in said] == []


def strokes(view: View) -> list[Line]:
    """The marks of broken hand-offs."""
    return [one for _, _, shapes in view.placed for one in shapes if isinstance(one, Line) and one.stroke == "warning"]


@pytest.mark.parametrize(("paper", "landscape"), PAPERS)
def test_marks_right_of_the_last_column_are_seen_whole(paper: str, *, landscape: bool) -> None:
    """Right of the cards of the third phase two links run down: heads and strokes were cut where the columns end."""
    beyond = 0
    project, page = seen("season-ticket.en"), page_of(paper, landscape=landscape)
    for journey in project.maps:
        for sheet in sheets_of(project, journey, page):
            edge = max(view.clip.x + view.clip.width for view in sheet.views if view.clip is not None)
            for view in sheet.views:
                marks = strokes(view)
                assert not marks or view.clip is None
                ends = [max(mark.x1, mark.x2) for mark in marks]
                beyond += sum(end > edge for end in ends)
                assert all(view.x + end * view.scale < page.width * page.unit - UNPRINTABLE for end in ends)
    assert beyond, "a link beside the last column"
