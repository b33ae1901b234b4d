"""The time lane says how long phases and steps take, what takes too long, and the whole where all is known."""

from __future__ import annotations

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.draw_folds import draw_folded_lane
from cjeditor.layout.primitives import Text
from cjeditor.layout.whole_map import Stretch, draw_map
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.lanes import add_lane, set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.steps import set_step
from cjeditor.model.fields import Span
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project

WORDS = texts.of("en")


def timed() -> Project:
    return add_lane(small_project(), MAP, lane_id="ln_t", kind="time", name="Time", index=0)


def words_of(arrangement: Arrangement, stretch: Stretch | None = None) -> list[str]:
    return [shape.text for shape in draw_map(arrangement, WORDS, stretch).clipped if isinstance(shape, Text)]


def days(amount: float) -> Span:
    return Span(amount=amount, unit="days")


def test_a_map_without_the_lane_has_none() -> None:
    assert arrange(small_project(), MAP, WORDS).times == ()


def test_durations_of_phases_and_steps_are_said() -> None:
    project = timed()
    journey = map_of(project, MAP)
    project = set_phase(project, MAP, journey.phases[0].id, duration="about a week")
    project = set_step(project, MAP, journey.steps[0].id, duration=days(3))
    said = words_of(arrange(project, MAP, WORDS))
    assert "about a week" in said
    assert "3 days" in said
    assert not any(one.startswith("Whole journey") for one in said)


def test_where_all_are_known_the_whole_is_said() -> None:
    project = timed()
    for step in map_of(project, MAP).steps:
        project = set_step(project, MAP, step.id, duration=days(7))
    weeks = len(map_of(project, MAP).steps)
    arrangement = arrange(project, MAP, WORDS)
    assert f"Whole journey: {weeks} weeks" in words_of(arrangement)
    (row,) = arrangement.times
    (only,) = row.stops[0].bars
    assert row.stops[0].said == only.said == "7 days"


def test_a_wait_that_is_too_long_is_marked_and_one_that_is_not_is_left_out() -> None:
    project = set_touchpoint(timed(), MAP, ["tp_a"], expected_wait=days(1), actual_wait=days(4))
    project = set_touchpoint(project, MAP, ["tp_b"], expected_wait=days(4), actual_wait=days(1))
    arrangement = arrange(project, MAP, WORDS)
    waits = [bar.waits for stop in arrangement.times[0].stops for bar in stop.bars if bar.waits]
    assert waits == ["1 → 4 days"]
    marked = [
        shape.text
        for shape in draw_map(arrangement, WORDS).clipped
        if isinstance(shape, Text) and shape.colour == "warning" and shape.face == "bold"
    ]
    assert marked == ["1 → 4 days"]


def test_a_sheet_shows_its_own_steps_only() -> None:
    project = timed()
    steps = [column.step.id for column in arrange(project, MAP, WORDS).columns]
    for number, step in enumerate(steps):
        project = set_step(project, MAP, step, duration=days(number + 20))
    arrangement = arrange(project, MAP, WORDS)
    said = words_of(arrangement, Stretch(0, 1, 0, len(arrangement.lanes)))
    assert "20 days" in said
    assert "21 days" not in said


def test_what_was_said_in_weeks_is_told_in_weeks_everywhere() -> None:
    project = timed()
    for step in map_of(project, MAP).steps:
        project = set_step(project, MAP, step.id, duration=Span(amount=1.5, unit="weeks"))
    (row,) = arrange(project, MAP, WORDS).times
    alone = next(stop for stop in row.stops if len(stop.bars) == 1)
    assert alone.said == alone.bars[0].said == "1.5 weeks"
    two = next(stop for stop in row.stops if len(stop.bars) == 2)
    assert two.said == "3 weeks"


def test_collapsed_it_says_the_whole() -> None:
    project = timed()
    for step in map_of(project, MAP).steps:
        project = set_step(project, MAP, step.id, duration=days(7))
    weeks = len(map_of(project, MAP).steps)
    project = set_lane(project, MAP, "ln_t", collapsed=True)
    arrangement = arrange(project, MAP, WORDS, folding=True)
    box = next(each for each in arrangement.lanes if each.lane.id == "ln_t")
    (said,) = draw_folded_lane(box, WORDS)
    assert isinstance(said, Text)
    assert said.text == f"Whole journey: {weeks} weeks"
    project = set_step(project, MAP, map_of(project, MAP).steps[0].id, duration=None)
    box = next(each for each in arrange(project, MAP, WORDS, folding=True).lanes if each.lane.id == "ln_t")
    assert draw_folded_lane(box, WORDS) == ()
