"""The ring of the loyalty loop."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path

import pytest

from cjeditor import resources, texts
from cjeditor.analysis.loop import loop_of
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.layout.charts.boxes import Box
from cjeditor.layout.charts.chart import Chart, Drawn, Subject
from cjeditor.layout.charts.loop import drawn
from cjeditor.layout.charts.loop_places import places
from cjeditor.layout.charts.rings import Centre, arc, length_of
from cjeditor.layout.primitives import Text
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.table import in_order
from cjeditor.storage.load import load
from tests.builders import MAP, big_project, small_project
from tests.export import reading
from tests.layout.charts.shapes import check, said


def figure(project: Project, width: float = 800, language: str = "en", tallest: float = 0) -> Drawn:
    return drawn(Subject(project, project.maps[0], texts.of(language), "", tallest), width)


def centres(found: Drawn) -> dict[str, tuple[float, float]]:
    """Where the stops of the first chart lie."""
    return {
        spot.record: (spot.x + spot.width / 2, spot.y + spot.height / 2)
        for spot in found.charts[0].spots
        if spot.record.startswith("tp_")
    }


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 640.0, 1100.0])
def test_everything_lies_inside_also_long_names_and_many_cards(width: float, language: str) -> None:
    project = set_phase(small_project(), MAP, "ph_a", name="Rechtsschutzversicherungsgesellschaften im Vergleich")
    for each in (project, big_project(200)):
        (chart,) = figure(each, width, language).charts
        check(chart)


def test_emotion_is_the_distance_from_the_middle() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_a", "tp_d"], emotion=2)
    project = set_touchpoint(project, MAP, ["tp_c"], emotion=-2)
    places = centres(figure(project))
    # On the ring all that feel alike are equally far from one middle: that of the two best ones and the worst.
    (chart,) = figure(project).charts
    middle = chart.width / 2
    rings = {card: hypot(x - middle, y - _centre_y(chart.spots)) for card, (x, y) in places.items()}
    assert rings["tp_a"] == pytest.approx(rings["tp_d"], abs=0.5)
    assert rings["tp_c"] < 0.55 * rings["tp_a"]
    assert rings["tp_b"] > rings["tp_a"], "without an emotion it waits outside"


def _centre_y(spots: object) -> float:
    """The middle of the ring: phases' numbers all lie on one circle around (width / 2, y)."""
    phases = [spot for spot in spots if spot.record.startswith("ph_")]  # type: ignore[attr-defined]  # spots of a chart
    (x0, y0), (x1, y1) = ((one.x + one.width / 2 - 400, one.y + one.height / 2) for one in phases[:2])
    return float((x0**2 + y0**2 - x1**2 - y1**2) / (2 * (y0 - y1)))


def test_what_ties_is_marked_and_said() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_a"], loyalty="transactional")
    found = figure(project)
    assert "Only advantages tie customers here" in " ".join(found.sentences)
    project = set_touchpoint(project, MAP, ["tp_d"], loyalty="emotional", emotion=2)
    found = figure(project)
    assert found.sentences[0] == "Emotional loyalty comes from: 7 Moves in."
    assert found.sentences[1] == "Transactional loyalty comes from: 1 Advert."
    assert found.sentences[2] == "The lowest point is 3 Search (−2), in “Choice”."
    assert found.sentences[3] == "The loop ends at +2 and begins again at +1."
    assert found.charts[0].table.rows[-1] == ("Use", "7 Moves in", "+2", "Emotional loyalty")
    icons = [text for text in said(found.charts[0]) if len(text) == 1 and ord(text) > 0xE000]
    assert len(icons) == 4, "two in the ring, two in the key"


def test_on_paper_the_ring_is_as_high_as_the_page() -> None:
    high, low = figure(big_project(60), 900).charts[0], figure(big_project(60), 900, tallest=500).charts[0]
    assert low.height <= 500 < high.height


def test_a_map_without_touchpoints_says_so() -> None:
    project = small_project()
    bare = map_of(project, "map_2")
    assert drawn(Subject(project, bare, texts.of("en")), 700).charts == ()


def test_arcs_keep_their_distance_and_end_where_they_should() -> None:
    centre = Centre(10, 20)
    pieces = arc(centre, 100, 30, 330)
    assert len(pieces) == 4
    assert (pieces[-1].x, pieces[-1].y) == pytest.approx(centre.at(330, 100))
    first = pieces[0]
    x0, y0 = centre.at(30, 100)
    half = (
        (x0 + 3 * first.x1 + 3 * first.x2 + first.x) / 8,
        (y0 + 3 * first.y1 + 3 * first.y2 + first.y) / 8,
    )
    assert hypot(half[0] - 10, half[1] - 20) == pytest.approx(100, rel=0.0005)
    assert length_of(100, 360) == pytest.approx(628.3, abs=0.1)


@pytest.mark.parametrize("width", [800.0, 1300.0])
def test_a_crowded_loop_still_tells_its_numbers_apart(width: float) -> None:
    project = big_project(240)
    (chart,) = figure(project, width).charts
    check(chart)
    shown = [
        shape for shape in chart.shapes if isinstance(shape, Text) and shape.text.isdigit() and int(shape.text) > 12
    ]
    cards = [spot for spot in chart.spots if spot.record.startswith("tp_")]
    assert len(cards) > 150
    assert len(shown) > 0.7 * len(cards) * (width / 1300)
    for one, other in combinations(shown, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x or abs(one.y - other.y) >= 11
        assert apart, (one.text, other.text)


def test_it_grows_where_there_is_room_and_not_on_paper() -> None:
    few, many = (figure(big_project(count), 1300).charts[0] for count in (20, 240))
    assert many.height > few.height
    assert figure(big_project(240), 1300, tallest=600).charts[0].height < few.height


def test_a_number_too_long_for_its_point_stands_beside_it() -> None:
    project = big_project(120)
    (chart,) = figure(project, 1300).charts
    texts_shown = [shape.text for shape in chart.shapes if isinstance(shape, Text)]
    numbers = [one.number for one in map_of(project, MAP).touchpoints if one.number > 99]
    assert numbers
    assert {str(one) for one in numbers} <= set(texts_shown)


SAMPLES = [load(path) for path in sorted(resources.path("samples").glob("*.cjmap"))]


def _points(chart: Chart) -> list[tuple[float, float, float]]:
    """The middle and the radius of each point; its spot is a pixel larger."""
    spots = [spot for spot in chart.spots if spot.record.startswith("tp_")]
    return [(spot.x + spot.width / 2, spot.y + spot.height / 2, spot.width / 2 - 1) for spot in spots]


@pytest.mark.parametrize(("width", "tallest"), [(360.0, 0.0), (640.0, 500.0), (800.0, 0.0), (1300.0, 0.0)])
def test_no_point_lies_on_another(width: float, tallest: float) -> None:
    crowded = big_project(90)
    assert len(crowded.maps[0].touchpoints) == 60
    for project in (*SAMPLES, crowded):
        for journey in project.maps:
            (chart,) = drawn(Subject(project, journey, texts.of("en"), "", tallest), width).charts
            points = _points(chart)
            assert len(points) == len(journey.touchpoints) > 20
            for one, other in combinations(points, 2):
                assert hypot(one[0] - other[0], one[1] - other[1]) >= one[2] + other[2], (journey.title, one, other)


def test_points_of_samples_hold_their_numbers_in_a_column_of_a_page() -> None:
    for project in SAMPLES:
        (chart,) = figure(project, 640, tallest=500).charts
        assert [radius for _x, _y, radius in _points(chart)] == pytest.approx([10.0] * len(project.maps[0].touchpoints))


def test_a_crowded_phase_has_more_of_the_ring_and_its_points_stay_in_it() -> None:
    project = SAMPLES[-1]
    loop = loop_of(project.maps[0])
    laid = places(loop, 200)
    angles = [angle for _stop, angle in laid.angles]
    assert angles == sorted(angles)
    assert [stop for stop, _angle in laid.angles] == list(loop.stops)
    widths = {}
    for phase, (start, end) in zip(loop.phases, pairwise(laid.starts), strict=True):
        assert all(start < angle < end for stop, angle in laid.angles if stop.phase is phase)
        widths[phase.id] = end - start
    counts = {phase.id: len(loop.in_phase(phase.id)) for phase in loop.phases}
    assert widths[max(counts, key=counts.__getitem__)] > widths[min(counts, key=counts.__getitem__)]
    assert laid.starts[-1] == pytest.approx(360 - laid.starts[0])


@pytest.mark.parametrize("emotion", [2, 0, -2])
def test_first_and_last_point_leave_the_values_of_the_levels_free(emotion: int) -> None:
    project = big_project(60)
    cards = [one.id for one in project.maps[0].touchpoints]
    (chart,) = figure(set_touchpoint(project, MAP, [cards[0], cards[-1]], emotion=emotion), 640, tallest=500).charts
    values = [shape for shape in chart.shapes if isinstance(shape, Text) and shape.text in {"+2", "0", "−2"}]
    assert len(values) == 3
    for x, y, radius in _points(chart):
        for value in values:
            aside = max(value.x - x, 0, x - value.x - value.width)
            assert hypot(aside, value.y - 4 - y) >= radius, value.text


LONG = ("Need", "Rechtsschutzversicherungsgesellschaften", "Moving in and paying the first month’s rent", "Use")


@cache
def _with_phases(count: int) -> Project:
    """A map of so many phases, short names and long ones, with two touchpoints in each."""
    project = big_project(20 * count)
    (journey,) = project.maps
    phases = [replace(phase, name=LONG[at % len(LONG)]) for at, phase in enumerate(journey.phases)]
    kept = [one for one in journey.touchpoints if one.number % 10 == 1]
    journey = replace(journey, phases=in_order(phases), touchpoints=in_order(kept), notes=(), links=())
    return replace(project, maps=(journey,))


def _box(text: Text) -> Box:
    """What the letters of a text take, without the space between lines."""
    return Box(text.x, text.y - 0.75 * text.size, text.width, 0.95 * text.size)


@pytest.mark.parametrize(("width", "tallest"), [(360.0, 0.0), (640.0, 900.0), (1000.0, 600.0), (1300.0, 0.0)])
def test_names_of_sixty_phases_lie_beside_each_other_or_are_listed(width: float, tallest: float) -> None:
    project = _with_phases(60)
    (chart,) = figure(project, width, tallest=tallest).charts
    check(chart)
    assert not tallest or chart.height <= tallest
    shown = [shape for shape in chart.shapes if isinstance(shape, Text) and shape.face != "icon"]
    levels = {"+2", "0", "−2"}
    for one, other in combinations([text for text in shown if text.text not in levels], 2):
        assert not _box(one).meets(_box(other)), (one, other)
    # Each name is there once, whole: beside the ring or in the list.
    said_of_all = "".join(text.text for text in shown).replace("\u00ad", "").replace("-", "").replace(" ", "")
    for name in LONG[1:3]:
        assert said_of_all.count(name.replace(" ", "")) == 15
    assert "…" not in said_of_all


def test_few_phases_have_their_names_beside_the_ring_alone() -> None:
    (chart,) = figure(SAMPLES[-1], 900).charts
    names = [phase.name for phase in ordered(SAMPLES[-1].maps[0].phases)]
    assert [text for text in said(chart) if text in names] == names


def test_a_handout_with_sixty_phases_has_no_text_on_another(tmp_path: Path) -> None:
    project = _with_phases(60)
    path = tmp_path / "out.pdf"
    options = HandoutOptions(date="2026-11-28", paper="A4", parts=("loop",))
    write_handout(project, MAP, path, options)
    assert reading.faults(path) == []
