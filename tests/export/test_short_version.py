"""The short version is three pages, whatever the map: nothing on them lies outside of the page."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.analysis.drops import drops
from cjeditor.export.content import Content, content
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions, Paper
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.pdf.adding import add_part
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet, frame
from cjeditor.export.presets import PRESETS, preset
from cjeditor.layout.primitives import Text
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
SAMPLES = ("coffee-loyalty.de", "first-home.de", "season-ticket.en")


def about(project: Project, language: str = "de", at: int = 0) -> Content:
    return content(project, project.maps[at], texts.of(language), "2026-11-22")


def sheets_of(key: str, page: Frame, subject: Content) -> list[Sheet]:
    book = Book(page, subject, HandoutOptions())
    add_part(key, book)
    return book.sheets


def a_page(paper: Paper = "A4", *, landscape: bool = True) -> Frame:
    return frame(paper, landscape=landscape, left_head=Ends("Kopf"), right_head="", left_foot=Ends("Fuß"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_short_version_is_three_pages_with_everything_on_them(name: str) -> None:
    project = load(FOLDER / f"{name}.cjmap")
    for paper, landscape, language in product(("A4", "A3"), (True, False), ("en", "de")):
        page = a_page(paper, landscape=landscape)  # type: ignore[arg-type]  # two of the papers
        for key in preset("short").parts:
            (sheet,) = sheets_of(key, page, about(project, language))
            for shape in sheet.shapes:
                if isinstance(shape, Text):
                    assert shape.x >= page.left - 20, shape.text
                    assert shape.x + shape.width <= page.right + 1, shape.text
                    assert page.top - 1 <= shape.y <= page.bottom + 1, shape.text


@pytest.mark.parametrize("landscape", [True, False])
def test_long_texts_neither_leave_the_page_nor_add_one(landscape: bool) -> None:
    long = "Donaudampfschifffahrtsgesellschaft mit sehr vielen Worten " * 60
    project = mortgage(titles=(long,))
    journey = replace(
        project.maps[0],
        **dict.fromkeys(("title", "scenario", "key_finding", "decision"), long),
        notes=tuple(replace(note, text=long, kind="pain_point") for note in project.maps[0].notes),
    )
    page = a_page(landscape=landscape)
    for key in preset("short").parts:
        (sheet,) = sheets_of(key, page, about(replace(project, maps=(journey,))))
        assert max(shape.y for shape in sheet.shapes if isinstance(shape, Text)) <= page.bottom + 1, key


def test_sixty_phases_are_listed_on_as_many_pages_as_that_takes() -> None:
    found = sheets_of("overview", a_page(), about(mortgage(phases=60, per_phase=1)))
    said = " ".join(shape.text for sheet in found for shape in sheet.shapes if isinstance(shape, Text))
    assert all(f"{number} " in said for number in range(1, 61))


def test_an_empty_map_has_a_message_and_no_findings() -> None:
    project = Project(maps=(JourneyMap(id="map_a", rank="a0", title="Noch leer"),))
    assert len(sheets_of("message", a_page(), about(project))) == 1
    assert sheets_of("overview", a_page(), about(project)) == []
    assert sheets_of("findings", a_page(), about(project)) == []


def test_the_findings_name_the_worst_first_and_what_is_to_be_decided() -> None:
    project = load(FOLDER / "first-home.de.cjmap")
    (sheet,) = sheets_of("findings", a_page(), about(project))
    said = " ".join(shape.text for shape in sheet.shapes if isinstance(shape, Text))
    assert project.maps[0].decision in said
    assert "60 Neun Tage Stille" in said
    assert said.index("60 Neun Tage Stille") < said.index("56 Angebote")
    deepest = drops(project.maps[0])[0]
    assert f"{texts.of('de').signed(deepest.delta)} in" in said


def test_the_mood_falls_between_neighbours_of_the_curve() -> None:
    """Who felt nothing is passed over; the deepest fall comes first."""
    project = mortgage(phases=1, per_phase=6)
    found = drops(project.maps[0])
    assert [(fall.was, fall.became) for fall in found] == [(2, -2), (1, -1)]
    assert found[0].delta == -4


def test_presets_are_made_of_parts_that_there_are() -> None:
    for spec in PRESETS:
        assert spec.parts, spec.key
        assert set(spec.parts) <= set(PART_KEYS)


def test_a_part_with_nothing_to_say_is_named(tmp_path: Path) -> None:
    project = Project(maps=(JourneyMap(id="map_a", rank="a0", title="Noch leer"),))
    path = tmp_path / "out.pdf"
    losses = write_handout(project, "map_a", path, HandoutOptions(date="2026-11-22", parts=preset("short").parts))
    assert [(each.code, each.params) for each in losses] == [
        ("export-parts-empty", {"parts": "Overview map, Findings"})
    ]
    assert len(reading.texts_of(path)) == 1
    assert write_handout(project, "map_a", path, HandoutOptions(date="2026-11-22")) == ()


@pytest.mark.parametrize(("name", "most"), [("coffee-loyalty.de", 23), ("first-home.de", 23), ("season-ticket.en", 0)])
def test_the_overview_cuts_no_text_that_there_is_room_for(name: str, most: int) -> None:
    """It cut 45, 40 and 1: what one phase leaves free beside another was left blank."""
    (sheet,) = sheets_of("overview", a_page(), about(load(FOLDER / f"{name}.cjmap"), name[-2:]))
    said = [shape for shape in sheet.shapes if isinstance(shape, Text)]
    assert len([one.text for one in said if one.text.endswith("…")]) <= most
    numbers = {str(number) for number in range(1, 130)}
    # The numbers of a curve’s points stand alone, those of cards do not.
    below = next(one.y for one in said if one.text == texts.of(name[-2:]).t("What happens"))
    assert [one.text for one in said if one.y > below and one.text in numbers] == []
    assert max(one.y for one in said) <= a_page().bottom


def test_an_overview_on_large_paper_cuts_nothing() -> None:
    (sheet,) = sheets_of("overview", a_page("A3"), about(load(FOLDER / "coffee-loyalty.de.cjmap"), "de"))
    assert [shape.text for shape in sheet.shapes if isinstance(shape, Text) and shape.text.endswith("…")] == []
