"""The overview and the slide of the map, read back with python-pptx."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from cjeditor.export.options import PublishOptions
from cjeditor.export.pptx.slides import write_slides
from cjeditor.model.cards import Link
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.resources import path as resource
from cjeditor.storage.load import load
from tests.export.samples import TITLES, mortgage
from tests.export.test_slides import DATED, A, described, every, letters


@pytest.fixture(scope="module")
def sample() -> Project:
    return load(resource("samples/first-home.de.cjmap"))


@pytest.fixture(scope="module")
def deck(sample: Project, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("slides") / "home.pptx"
    write_slides(sample, sample.maps[0].id, path, DATED)
    return Presentation(str(path))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The slides of a map so small that its cards can be read on a slide."""
    project = mortgage(phases=2, per_phase=2)
    journey = project.maps[0]
    lanes = tuple(one for one in journey.lanes if one.kind in ("touchpoints", "emotion"))
    links = (Link(id="lk_a", source="tp_00000", target="tp_00002"),)
    journey = replace(journey, lanes=lanes, notes=(), links=links)
    path = tmp_path_factory.mktemp("small") / "small.pptx"
    write_slides(replace(project, maps=(journey,)), "map_a", path, DATED)
    return Presentation(str(path))


def test_the_overview_names_what_is_decisive(deck: Any, sample: Project) -> None:
    """Phases, moments of truth, pain points and counts in words, and the curve as a chart with all its numbers."""
    overview = deck.slides[1]
    said = "\n".join(shape.text_frame.text for shape in overview.shapes if shape.has_text_frame)
    journey = sample.maps[0]
    for one in journey.touchpoints:
        if one.moment_of_truth:
            assert f"{one.number} {one.title[:12]}" in said
    for note in journey.notes:
        if note.kind == "pain_point":
            assert f"{note.number} {note.text[:12]}" in said
    assert "4 Touchpoints" in said
    for phase in journey.phases:
        assert phase.name in said
    (curve,) = (shape for shape in overview.shapes if shape.has_chart)
    values = list(curve.chart.plots[0].series[0].values)
    assert curve.chart.chart_type == XL_CHART_TYPE.XY_SCATTER_LINES
    assert len(values) == sum(one.emotion is not None or bool(one.ratings) for one in journey.touchpoints)
    heads = [shape for shape in overview.shapes if shape.name.startswith("Phase ")]
    gap = heads[1].left - heads[0].left - heads[0].width
    assert curve.left == pytest.approx(heads[0].left - gap / 2, abs=2)
    assert curve.width == pytest.approx(gap + heads[-1].left + heads[-1].width - heads[0].left, abs=4)


def test_a_large_map_has_a_field_for_each_card(deck: Any, sample: Project) -> None:
    fields = {shape.name: shape for shape in deck.slides[2].shapes}
    for card in sample.maps[0].touchpoints:
        field = fields[f"Touchpoint {card.number}"]
        assert " ".join(card.title.split())[:20] in described(field)
        assert field.text_frame.text.startswith(str(card.number))


def test_cards_of_a_small_map_are_shapes_with_their_text(small: Any) -> None:
    groups = {shape.name: shape for shape in small.slides[2].shapes if hasattr(shape, "shapes")}
    for number in range(1, 5):
        group = groups[f"Touchpoint {number}"]
        title = TITLES[number - 1]
        assert title[:20] in described(group)
        ground = next(iter(group.shapes))
        assert title.startswith(ground.text_frame.text.removesuffix("…"))
        assert not [one for one in group.shapes if one.shape_type is not None and "PICTURE" in str(one.shape_type)]


@pytest.mark.parametrize(("which", "names"), [("deck", r"Touchpoint \d+"), ("small", r"Karte \d+")])
def test_links_are_glued_to_their_cards(
    which: str, names: str, sample: Project, request: pytest.FixtureRequest
) -> None:
    slide = request.getfixturevalue(which).slides[2]
    ids = {shape.shape_id: shape for shape in every(slide.shapes)}
    glued = slide._element.findall(f".//{A}stCxn"), slide._element.findall(f".//{A}endCxn")
    links = len(sample.maps[0].links) if which == "deck" else 1
    assert len(glued[0]) == len(glued[1]) >= links * 0.8
    for end in (*glued[0], *glued[1]):
        assert re.fullmatch(names, ids[int(end.get("id"))].name)


@pytest.mark.parametrize("which", ["deck", "small"])
def test_the_curve_on_the_map_is_a_free_form(which: str, request: pytest.FixtureRequest) -> None:
    shapes = request.getfixturevalue(which).slides[2].shapes
    curve = next(shape for shape in shapes if shape.name == "Gefühlskurve")
    assert curve._element.findall(f".//{A}cubicBezTo")
    assert re.search(r"1: (\+1|0), 2: (−1|\+1)", described(curve))


def test_cards_of_a_small_map_can_be_read(small: Any) -> None:
    for slide in small.slides:
        least = 9.0 if slide.shapes.title.text == "Map" else 10.0
        assert min(size for size, _name in letters(slide.shapes)) >= least


def test_an_empty_map(tmp_path: Path) -> None:
    path = tmp_path / "empty.pptx"
    write_slides(Project(maps=(JourneyMap(id="map_a", rank="a0"),)), "map_a", path, PublishOptions())
    assert len(Presentation(str(path)).slides) == 2
