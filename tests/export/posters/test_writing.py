"""Posters read back from the PDF."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from cjeditor import texts
from cjeditor.export.brand import Brand
from cjeditor.export.posters.options import EDGE, MM, PosterOptions
from cjeditor.export.posters.planning import Planned, Planner
from cjeditor.export.posters.windows import patches, shown
from cjeditor.export.posters.writing import write_planned, write_poster
from cjeditor.export.tiling import Place, Room, tiling
from cjeditor.export.widened import with_widths
from cjeditor.layout.primitives import Image, Text
from cjeditor.model.replace import replace
from tests.export import archives, reading
from tests.export.samples import mortgage
from tests.pictures import photo

PROJECT = mortgage()
MAP = PROJECT.maps[0].id
DATE = "2026-11-27"


class Printed(NamedTuple):
    """A poster with how it was planned and where it was written."""

    plan: Planned
    path: Path


def printed(folder: Path, options: PosterOptions) -> Printed:
    planner = Planner(PROJECT, MAP, options)
    posters = planner.plan(options)
    path = folder / "poster.pdf"
    assert write_planned(posters, planner.subject, path, options) == ()
    return Printed(posters[0], path)


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "headers repeated"])
def tiled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    options = PosterOptions(paper="A1", tile="A4", repeat=request.param, date=DATE)
    return printed(tmp_path_factory.mktemp("tiled"), options)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed(tmp_path_factory.mktemp("whole"), PosterOptions(paper="A1", date=DATE))


class Spot(NamedTuple):
    """A line of text and where its baseline begins on the poster, in pixels from the top left corner."""

    text: str
    x: float
    y: float


def drawn(plan: Planned) -> list[Spot]:
    """All lines that the poster has."""
    return [
        Spot(shape.text, view.x + (placed.x + shape.x) * view.scale, view.y + (placed.y + shape.y) * view.scale)
        for view in plan.composed.views
        for placed in view.placed
        for shape in placed.shapes
        if isinstance(shape, Text) and shape.face != "icon"
    ]


def test_beside_a_logo_a_narrow_poster_of_one_phase_says_all_about_itself() -> None:
    """What stands below its title has as many lines as it needs, and neither the logo nor the map lies on them."""
    brand = Brand(photo(640, 240), "#004488", "", "© Musterbank, Abteilung Baufinanzierung und Fördermittel " * 3)
    project = replace(PROJECT, client="Musterbank für Wohnen und Leben in Mitteldeutschland")
    long = "Erstes eigenes Zuhause, vom ersten Gedanken bis zum Einzug in die neue Wohnung"
    project = replace(project, maps=(replace(project.maps[0], title=long),))
    options = PosterOptions(paper="A1", by_phase=True, brand=brand, date=DATE)
    planner = Planner(project, MAP, options)
    plan = planner.plan(options)[0]
    said = " ".join(spot.text for spot in drawn(plan))
    for wanted in (long, project.client, "Rückfragen: Team Baufinanzierung", " ".join(brand.footer.split())):
        assert wanted in said, wanted
    shapes = plan.composed.views[0].placed[0].shapes
    (logo,) = (shape for shape in shapes if isinstance(shape, Image))
    head = [shape for shape in shapes if isinstance(shape, Text) and shape.y < plan.composed.head.bottom]
    assert len(head) > 2
    assert all(shape.x + shape.width < logo.x for shape in head)
    assert plan.composed.head.bottom < plan.composed.top


def test_one_sheet_is_as_large_as_asked_for(whole: Printed) -> None:
    assert [(round(w / MM), round(h / MM)) for w, h in reading.page_sizes(whole.path)] == [(841, 594)]
    page = reading.squeezed(reading.texts_of(whole.path)[0])
    for touchpoint in PROJECT.maps[0].touchpoints:
        assert reading.squeezed(touchpoint.title) in page


def test_the_map_fills_its_sheet_and_does_not_leave_it(whole: Printed) -> None:
    width, height = reading.page_sizes(whole.path)[0]
    boxes = reading.boxes(whole.path, 0)
    assert min(box.left for box in boxes) >= EDGE * MM
    assert max(box.right for box in boxes) <= width - EDGE * MM
    assert min(box.bottom for box in boxes) >= EDGE * MM
    assert max(box.top for box in boxes) <= height - EDGE * MM
    assert whole.plan.size[0] == pytest.approx(width - 2 * EDGE * MM) or whole.plan.size[1] == pytest.approx(
        height - 2 * EDGE * MM
    )


def test_a_plan_comes_first_and_names_all_sheets(tiled: Printed) -> None:
    cut = tiled.plan.tiling
    assert cut is not None
    first = reading.texts_of(tiled.path)[0]
    assert "Montageplan" in first
    for tile in cut.tiles:
        assert tile.name in first.split()
    assert len(reading.page_sizes(tiled.path)) == len(cut.tiles) + 1


def test_each_sheet_has_its_name_and_arrows_to_those_around_it(tiled: Printed) -> None:
    cut = tiled.plan.tiling
    assert cut is not None
    for tile, page in zip(cut.tiles, reading.texts_of(tiled.path)[1:], strict=True):
        said = " ".join(page.split())
        assert tile.name in said.split()
        for arrow, name in cut.neighbours(tile):
            assert f"{arrow} {name}" in said


def test_sheets_put_together_give_the_poster(tiled: Printed) -> None:
    """Each text lies, read from the PDF and moved to its sheet's place, where the poster has it."""
    cut, scale = tiled.plan.tiling, tiled.plan.scale
    assert cut is not None
    across, down = [0.0, *cut.across, tiled.plan.composed.width], [0.0, *cut.down, tiled.plan.composed.height]
    seen: list[Spot] = []
    for number, tile in enumerate(cut.tiles, start=1):
        height = reading.page_sizes(tiled.path)[number][1]
        # Where the sheet's own part begins beside the headers that it repeats.
        x = across[tile.column + 1] - tile.width
        y = down[tile.row + 1] - tile.height
        seen += [
            Spot(text, x + (left - EDGE * MM) / scale, y + (height - baseline - EDGE * MM) / scale)
            for text, left, baseline in lines(tiled.path, number)
        ]
    by_text: dict[str, list[Spot]] = {}
    for spot in seen:
        by_text.setdefault(spot.text, []).append(spot)
    lost = [
        spot
        for spot in drawn(tiled.plan)
        if not any(_same(spot, one) for one in by_text.get(reading.squeezed(spot.text), ()))
    ]
    assert lost == []


def _same(one: Spot, other: Spot) -> bool:
    return abs(one.x - other.x) < 0.5 and abs(one.y - other.y) < 0.5


def lines(path: Path, number: int) -> list[tuple[str, float, float]]:
    """The runs of text on a page with the beginnings of their baselines, in points from the bottom left corner."""
    found: list[tuple[str, float, float]] = []
    with reading.opened(path) as document:
        page = document[number]
        text_page = page.get_textpage()
        for run in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            length = raw.FPDFTextObj_GetText(run.raw, text_page.raw, None, 0)
            buffer = (raw.FPDF_WCHAR * length)()
            raw.FPDFTextObj_GetText(run.raw, text_page.raw, buffer, length)
            matrix = run.get_matrix()
            text = reading.squeezed(bytes(buffer).decode("utf-16-le").rstrip("\0"))
            found.append((text, matrix.e, matrix.f))
    return found


def test_no_cut_goes_through_a_card(tiled: Printed) -> None:
    plan = tiled.plan
    assert plan.tiling is not None
    assert plan.tiling.crossed == 0
    for card in plan.composed.cards:
        assert not any(card.left < at < card.right for at in plan.tiling.across)
        assert not any(card.top < at < card.bottom for at in plan.tiling.down)


def test_repeated_headers_stand_on_each_sheet(tmp_path: Path) -> None:
    one = printed(tmp_path, PosterOptions(paper="A1", tile="A4", repeat=True, date=DATE))
    cut = one.plan.tiling
    assert cut is not None
    assert cut.rows > 1
    phases = one.plan.composed.arrangement.phases
    pages = reading.texts_of(one.path)[1:]
    edges = [0.0, *cut.across, one.plan.composed.width]
    for tile, page in zip(cut.tiles, pages, strict=True):
        here = edges[tile.column] - one.plan.composed.left, edges[tile.column + 1] - one.plan.composed.left
        shown = [box for box in phases if box.x < here[1] - 40 and box.x + box.width > here[0] + 40]
        for box in shown:
            assert reading.squeezed(box.phase.name)[:8] in reading.squeezed(page), tile.name


def test_repeated_names_stand_where_their_lanes_and_phases_are(tmp_path: Path) -> None:
    """On the second sheet as on the first; a phase that was cut is named again there."""
    one = printed(tmp_path, PosterOptions(paper="A1", tile="A4", repeat=True, date=DATE))
    lane = reading.squeezed(PROJECT.maps[0].lanes[0].name)
    first, second = ([y for text, _, y in lines(one.path, number) if text == lane] for number in (1, 2))
    assert first[0] == pytest.approx(second[0], abs=0.01)


def test_a_phase_that_was_cut_is_named_on_the_next_sheet() -> None:
    wide = with_widths(PROJECT, MAP, {PROJECT.maps[0].steps[0].id: 4.0})
    composed = Planner(wide, MAP, PosterOptions()).plan(PosterOptions())[0].composed
    middle = composed.left + composed.arrangement.phases[0].width / 2
    rooms = (Room(composed.width - middle + 150, 10, 148), Room(composed.height + 10, 0))
    cut = tiling((composed.width, composed.height), ([Place(middle, 0.0)], ()), rooms)
    second = shown(patches(composed, cut, texts.of("de")), cut.tiles[1], (0.0, 0.0), 1.0)
    said = [shape.text for view in second for one in view.placed for shape in one.shapes if isinstance(shape, Text)]
    assert any(text.startswith("… Bed") for text in said)


def test_letters_on_paper_are_as_large_as_planned(whole: Printed) -> None:
    sizes = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: dict[str, str], size: float) -> None:
        if text.strip() and "Phosphor" not in (font or {}).get("/BaseFont", ""):
            sizes.append(size * abs(matrix[3]) * abs(text_matrix[3] or 1))

    PdfReader(whole.path).pages[0].extract_text(visitor_text=visit)
    assert min(sizes) == pytest.approx(whole.plan.smallest, abs=0.05)


def test_each_phase_may_be_a_poster(tmp_path: Path) -> None:
    one = printed(tmp_path, PosterOptions(paper="A3", by_phase=True, date=DATE))
    pages = reading.texts_of(one.path)
    assert len(pages) == len(PROJECT.maps[0].phases)
    for phase, page in zip(PROJECT.maps[0].phases, pages, strict=True):
        assert reading.squeezed(phase.name) in reading.squeezed(page)
    assert one.plan.smallest > Planner(PROJECT, MAP, PosterOptions()).plan(PosterOptions(paper="A3"))[0].smallest * 1.5


def test_posters_are_archives_and_can_be_read_aloud(whole: Printed, tiled: Printed) -> None:
    assert archives.faults(whole.path) == []
    assert archives.faults(tiled.path) == []
    (figure,) = (node for node in archives.read_aloud(whole.path) if node.role == "Figure")
    assert PROJECT.maps[0].phases[0].name in figure.said
    cut = tiled.plan.tiling
    assert cut is not None
    said = [node.said for node in archives.read_aloud(tiled.path) if node.role == "Figure"]
    assert [one.rpartition(" ")[2] for one in said][-len(cut.tiles) :] == [tile.name for tile in cut.tiles]


def test_a_dated_poster_is_the_same_each_time(tmp_path: Path) -> None:
    options = PosterOptions(paper="A2", tile="A3", date=DATE)
    for name in ("one.pdf", "other.pdf"):
        write_poster(PROJECT, MAP, tmp_path / name, options)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_an_empty_map_says_so(tmp_path: Path) -> None:
    project = mortgage(phases=0)
    write_poster(project, MAP, tmp_path / "a.pdf", PosterOptions(tile="A4", by_phase=True))
    assert "Diese Map hat noch keine Phasen." in " ".join(reading.texts_of(tmp_path / "a.pdf"))
