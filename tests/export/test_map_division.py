"""Dividing a map among pages: as few as can be, and below each a legend of what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.export.content import content
from cjeditor.export.handout import write_handout
from cjeditor.export.legend import short_legend
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.map_division import Room, divided, together
from cjeditor.export.pdf.map_sheets import map_sheets
from cjeditor.export.pdf.sheets import Ends, Frame, frame
from cjeditor.export.pdf.split import no_foot
from cjeditor.export.widened import with_widths
from cjeditor.layout.arrange import arrange
from cjeditor.layout.metrics import LANE_HEADER_WIDTH
from cjeditor.layout.primitives import Text
from cjeditor.model.project import Project
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage

SAMPLE = Path(__file__).parents[2] / "resources/samples/first-home.de.cjmap"
WORDS = texts.of("de")
SMALLEST = 8 / 11
COLUMN = 190


def page(*, landscape: bool = True) -> Frame:
    return frame("A4", landscape=landscape, left_head=Ends(""), right_head="", left_foot=Ends(""))


def across(columns: float) -> Room:
    """A page for so many columns of `mortgage`, and for as many lanes as there are."""
    return Room((columns * COLUMN + LANE_HEADER_WIDTH) * SMALLEST, 5_000.0, SMALLEST, SMALLEST, no_foot)


def columns_of(project: Project, factors: tuple[float, ...], room: Room) -> list[tuple[int, int]]:
    steps = [step.id for step in project.maps[0].steps]
    tried = [arrange(with_widths(project, "map_a", dict.fromkeys(steps, factor)), "map_a", WORDS) for factor in factors]
    return [group.columns for group in together(tried, room, WORDS)]


def test_phases_share_pages_evenly() -> None:
    """Nine phases of a column each: never eight on one page and one alone on the next."""
    project = mortgage()
    assert columns_of(project, (1.0,), across(3.2)) == [(0, 3), (3, 6), (6, 9)]
    assert columns_of(project, (1.0,), across(9.1)) == [(0, 9)]
    found = columns_of(project, (1.0,), across(8.1))
    assert sorted(end - first for first, end in found) == [4, 5]


def test_narrower_columns_spare_a_page() -> None:
    project = mortgage()
    assert len(columns_of(project, (1.0,), across(8.5))) == 2
    assert columns_of(project, (1.0, 0.92), across(8.5)) == [(0, 9)]


def test_a_phase_wider_than_a_page_is_left_to_the_cuts_between_steps() -> None:
    assert columns_of(mortgage(), (1.0,), across(0.9)) == []


def test_the_sample_takes_few_pages_of_a4() -> None:
    """Seventeen before widths were tried together and legends were short; each column stands on one of them."""
    project = load(SAMPLE)
    subject = content(project, project.maps[0], WORDS, "")
    sheets = map_sheets(page(), subject, 1)
    assert len(sheets) <= 13
    room = Room(page().inner_width, page().inner_height, SMALLEST, 0.9, no_foot)
    plan = divided(subject, room)
    columns = [column for part in plan.parts for column in range(*part.columns)]
    assert columns == list(range(len(subject.steps)))
    for part in plan.parts:
        for row in part.rows:
            width = sum(column.width for column in row.columns[slice(*part.columns)]) + LANE_HEADER_WIDTH
            assert width * plan.scale <= room.width + 0.01
            assert row.height * plan.scale <= room.height


def test_the_legend_below_a_page_explains_what_its_lanes_show() -> None:
    project = load(SAMPLE)
    subject = content(project, project.maps[0], WORDS, "")

    def said(*kinds: str) -> set[str]:
        legend = short_legend(subject, 762.0, kinds)  # type: ignore[arg-type]  # kinds of lanes
        return {shape.text for shape in legend.shapes if isinstance(shape, Text)}

    everything = short_legend(subject, 762.0)
    assert {shape.text for shape in everything.shapes if isinstance(shape, Text)} > said("touchpoints") | said(
        "metrics"
    )
    assert "Nahtlose Übergabe" in said("touchpoints")
    assert "Nahtlose Übergabe" not in said("notes")
    assert "Annahme" in said("notes")
    assert "Annahme" not in said("channels")
    assert "Wechsel zwischen online, offline und mobil" in said("channels")
    assert "Kennzahl: Der Balken ist das Ist, der Strich das Ziel" in said("metrics")
    # Weight and drop-off points stand in the headers of phases, which every page has.
    assert {"Gewicht von 1 bis 5", "Abbruchpunkte"} <= said("channels")
    assert short_legend(subject, 762.0, ("notes",)).height < everything.height


def test_labels_of_links_stay_on_their_page_where_a_lane_is_cut(tmp_path: Path) -> None:
    """They were placed below where their card lies on the whole map: over the legend, the foot, or another lane."""
    path = tmp_path / "out.pdf"
    project = load(SAMPLE.with_name("season-ticket.en.cjmap"))
    journey = next(one for one in project.maps if one.state == "current")
    options = HandoutOptions(date="2026-11-28", paper="A4", parts=("map",))
    write_handout(project, journey.id, path, options)
    assert reading.faults(path) == []
    said = [reading.squeezed(text) for text in reading.texts_of(path)]
    janet = next(one for one in journey.touchpoints if one.number == 9)
    labels = [link.label for link in journey.links if link.source == janet.id and link.label]
    assert len(labels) == 2
    (cut,) = (
        text for text in said if reading.squeezed("Touchpoints (continued)") in text and "Janetatthewindow" in text
    )
    assert all(reading.squeezed(label) in cut for label in labels)
    (foot,) = (box for box in reading.boxes(path, said.index(cut)) if "version" in box.text)
    for box in reading.boxes(path, said.index(cut)):
        assert box == foot or box.bottom > foot.top or box.left > foot.right, box


@pytest.fixture(scope="module")
def upright(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of a sample on upright A4 pages."""
    project = load(SAMPLE.with_name("coffee-loyalty.de.cjmap"))
    path = tmp_path_factory.mktemp("map") / "out.pdf"
    options = HandoutOptions(date="2026-11-28", paper="A4", landscape=False, parts=("map",))
    write_handout(project, project.maps[0].id, path, options)
    return path


def test_labels_of_links_that_leave_a_page_stay_in_the_lane_of_their_card(upright: Path) -> None:
    """The label of another card's link stood where theirs is kept, and they lay on what the lane below said."""
    pages = reading.texts_of(upright)
    number = next(i for i, text in enumerate(pages) if "jetzt ist sie die Kollegin" in text and i)
    said = {box.text.strip(): box for box in reading.boxes(upright, number)}
    label = said["jetzt ist sie die Kollegin mit den zwei Bechern"]
    assert label.bottom > said["Zeit"].top
    assert "„Wo war das denn?“" in said, "the one that gave way"


def test_a_lane_with_nothing_on_a_page_is_as_high_as_its_name(upright: Path) -> None:
    pages = [text for text in reading.texts_of(upright) if "Bilder" in text]
    bare = [text for text in pages if "Was hat sie in der Hand?" not in text]
    assert 0 < len(bare) < len(pages), "where there are pictures, the lane asks its question"
