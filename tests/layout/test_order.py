"""The order of touchpoints: numbers along the journey, and a line that runs between the cards."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.order import draw_order, number_area, order_of, way_area, way_to
from cjeditor.layout.primitives import Path, Rect, Text
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.steps import set_step
from cjeditor.model.lookup import in_journey_order, map_of
from cjeditor.model.project import Project
from tests.builders import MAP, big_project, small_project


def arranged(project: Project, map_id: str = MAP) -> Arrangement:
    return arrange(project, map_id, texts.of("en"), None, folding=True)


def test_numbers_follow_the_journey() -> None:
    project = small_project()
    stops = order_of(map_of(project, MAP), arranged(project))
    journey = map_of(project, MAP)
    assert list(stops) == [each.id for each in in_journey_order(journey, journey.touchpoints)]
    assert [stop.number for stop in stops.values()] == list(range(1, len(stops) + 1))
    befores = [None if stop.before is None else stop.before.id for stop in stops.values()]
    assert befores == [None, *list(stops)[:-1]]


def test_collapsed_touchpoints_count_but_are_not_shown() -> None:
    project = set_phase(small_project(), MAP, "ph_a", collapsed=True)
    everything = order_of(map_of(project, MAP), arranged(small_project()))
    stops = order_of(map_of(project, MAP), arranged(project))
    assert 0 < len(stops) < len(everything)
    assert {card: stop.number for card, stop in stops.items()} == {card: everything[card].number for card in stops}
    assert next(iter(stops.values())).before is None


@pytest.mark.parametrize("width", [190, 700])
def test_the_line_crosses_no_card(width: int) -> None:
    project = big_project(60)
    journey = project.maps[0]
    for step in journey.steps:
        project = set_step(project, journey.id, step.id, min_width=width)
    arrangement = arranged(project, journey.id)
    stops = order_of(project.maps[0], arrangement)
    assert len(stops) > 10
    for stop in stops.values():
        left, top, across, down = way_area(stop)
        for (x1, y1), (x2, y2) in pairwise(way_to(stop)):
            assert left <= min(x1, x2)
            assert max(x1, x2) <= left + across
            assert top <= min(y1, y2)
            assert max(y1, y2) <= top + down
            for box in arrangement.cards.values():
                across_it = min(x1, x2) < box.x + box.width and max(x1, x2) > box.x
                down_it = min(y1, y2) < box.y + box.height and max(y1, y2) > box.y
                assert not (across_it and down_it), (stop.number, box.id)


def test_numbers_stay_within_the_map_and_off_other_cards() -> None:
    project = big_project(60)
    arrangement = arranged(project, project.maps[0].id)
    for stop in order_of(project.maps[0], arrangement).values():
        left, top, width, height = number_area(stop)
        assert top >= 0
        for box in arrangement.cards.values():
            if box.id != stop.box.id:
                apart = box.x >= left + width or box.x + box.width <= left
                assert apart or box.y >= top + height or box.y + box.height <= top


def test_the_drawing_has_a_number_a_touchpoint_and_a_line_between_two() -> None:
    project = small_project()
    stops = order_of(map_of(project, MAP), arranged(project))
    shapes = draw_order(stops.values())
    assert [shape.text for shape in shapes if isinstance(shape, Text)] == [str(n) for n in range(1, len(stops) + 1)]
    assert sum(isinstance(shape, Rect) for shape in shapes) == len(stops)
    lines = [shape for shape in shapes if isinstance(shape, Path)]
    assert len(lines) == len(stops) - 1
    assert all(line.dash for line in lines)  # links are drawn through


def test_a_map_without_touchpoints_has_no_order() -> None:
    project = set_lane(small_project(), MAP, "ln_a", collapsed=True)
    assert order_of(map_of(project, MAP), arranged(project)) == {}
    assert draw_order(()) == ()
