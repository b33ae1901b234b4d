"""Curves of several personas in one lane: told apart without colour, named in a key, and following every change."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.curve import draw_curve
from cjeditor.layout.draw_headers import draw_lane_header
from cjeditor.layout.other_curves import _dash, _mark, curves_of, draw_others, feelings_said, marks_at
from cjeditor.layout.primitives import Close, Path, Primitive, Rect, Text
from cjeditor.model.edits import cards, maps
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

EN = texts.of("en")


def felt() -> Project:
    """Mia leads; Jo, Kim and Lu are laid over."""
    project = small_project()
    for persona, name in (("ps_c", "Kim"), ("ps_d", "Lu")):
        project = maps.add_persona(project, persona_id=persona, name=name)
    project = maps.set_map(project, MAP, overlaid_personas=("ps_b", "ps_c", "ps_d"))
    for persona, values in (("ps_b", (1, 2, 0)), ("ps_c", (-2, -1, 1)), ("ps_d", (0, 0, -2))):
        for card, value in zip(("tp_a", "tp_c", "tp_d"), values, strict=True):
            project = cards.set_feeling(project, MAP, [card], persona, value)
    return project


def test_each_persona_has_a_line_with_dashes_and_marks_of_its_own() -> None:
    (curve,) = arrange(felt(), MAP, EN).curves
    lines = [one for one in draw_others(curve) if isinstance(one, Path) and one.dash]
    assert len(lines) == 3
    assert len({one.dash for one in lines}) == 3
    marks = [one for one in draw_others(curve) if one not in lines]
    assert len(marks) == 9
    assert len({(type(one).__name__, len(getattr(one, "segments", ()))) for one in marks}) == 3
    assert set(draw_others(curve)) <= set(draw_curve(curve, 900, EN)), "on paper, too"


def test_the_key_names_them_below_the_lane() -> None:
    arranged = arrange(felt(), MAP, EN)
    box = next(each for each in arranged.lanes if each.lane.kind == "emotion")
    assert box.curves == ("Mia", "Jo", "Kim", "Lu")
    header = draw_lane_header(box.lane, 150, box.height, EN, curves=box.curves)
    said = [one.text for one in header if isinstance(one, Text)]
    assert said == ["Emotion", "Mia", "Jo", "Kim", "Lu"]
    assert max(one.y for one in header if isinstance(one, Text)) <= box.height
    low = draw_lane_header(box.lane, 150, 40, EN, curves=box.curves)
    assert [one.text for one in low if isinstance(one, Text)] == ["Emotion"], "without room there is no key"


def test_without_feelings_of_others_nothing_is_drawn_or_named() -> None:
    plain = small_project()
    assert curves_of(plain, map_of(plain, MAP), EN) == ()
    (curve,) = arrange(plain, MAP, EN).curves
    assert draw_others(curve) == ()
    gone = maps.set_map(felt(), MAP, overlaid_personas=())
    (curve,) = arrange(gone, MAP, EN).curves
    assert draw_others(curve) == ()


@pytest.mark.parametrize("overlaid", [(), ("ps_c",), ("ps_d", "ps_b")])
def test_an_arrangement_that_follows_is_as_one_from_scratch(overlaid: tuple[str, ...]) -> None:
    before = arrange(felt(), MAP, EN)
    after = maps.set_map(felt(), MAP, overlaid_personas=overlaid)
    assert arrange(after, MAP, EN, before).curves == arrange(after, MAP, EN).curves
    changed = cards.set_feeling(felt(), MAP, ["tp_a"], "ps_b", -2)
    assert arrange(changed, MAP, EN, before).curves == arrange(changed, MAP, EN).curves


def test_a_feeling_is_set_changed_and_taken_back() -> None:
    project = cards.set_feeling(small_project(), MAP, ["tp_a", "tp_b"], "ps_b", 2)
    assert [each.feelings[0].emotion for each in map_of(project, MAP).touchpoints[:2]] == [2, 2]
    project = cards.set_feeling(project, MAP, ["tp_a"], "ps_b", None)
    assert [len(each.feelings) for each in map_of(project, MAP).touchpoints[:2]] == [0, 1]
    assert refusal(cards.set_feeling, project, MAP, ["tp_a"], "ps_gone", 1).code == "unknown-id"
    assert refusal(cards.set_feeling, project, MAP, ["nt_a"], "ps_b", 1).code == "unknown-id"
    assert refusal(cards.set_feeling, project, MAP, ["tp_a"], "ps_b", 3).code == "field-refused"


def crowd(count: int) -> Project:
    """So many personas laid over the map, who all feel alike at tp_a and tp_c."""
    project = small_project()
    ids = [f"ps_x{number}" for number in range(count)]
    for one in ids:
        project = maps.add_persona(project, persona_id=one, name=f"P {one}")
    project = maps.set_map(project, MAP, overlaid_personas=tuple(ids))
    for one in ids:
        project = cards.set_feeling(project, MAP, ["tp_a", "tp_c"], one, 1)
    return project


def form(shapes: list[Primitive]) -> object:
    """What a mark looks like without colour and place."""
    first = next(one for one in shapes if not (isinstance(one, Rect) and one.fill == "canvas" and not one.stroke))
    hollow = getattr(first, "fill", "") == "canvas"
    if isinstance(first, Path):
        xs = [segment.x - first.segments[0].x for segment in first.segments if not isinstance(segment, Close)]
        ys = [segment.y - first.segments[0].y for segment in first.segments if not isinstance(segment, Close)]
        return hollow, tuple(round(x, 3) for x in xs), tuple(round(y, 3) for y in ys)
    return hollow, type(first).__name__, getattr(first, "radius", 0.0) > 0


def test_eight_personas_have_eight_marks_and_more_still_another_pair_of_mark_and_dashes() -> None:
    marks = [form(list(_mark(place, 0.0, 0.0))) for place in range(8)]
    assert len(set(marks)) == 8
    pairs = {(place % 8, _dash(place)) for place in range(32)}
    assert len(pairs) == 32


def test_marks_of_those_who_feel_alike_stand_side_by_side() -> None:
    (curve,) = arrange(crowd(5), MAP, EN).curves
    point = next(one for one in curve.points if one.touchpoint == "tp_a")
    assert point.emotion == 1
    places = [mark.x for mark in marks_at(curve, point)]
    assert point.x not in places, "the lead persona's own point is there"
    assert sorted(round(b - a) for a, b in pairwise(sorted([*places, point.x]))) == [11] * 5


def test_what_all_feel_at_a_point_can_be_said() -> None:
    (curve,) = arrange(felt(), MAP, EN).curves
    point = next(one for one in curve.points if one.touchpoint == "tp_c")
    assert feelings_said(point, ("Mia", "Jo", "Kim", "Lu"), EN) == ["Mia: −2", "Jo: +2", "Kim: −1", "Lu: 0"]
    assert feelings_said(point, (), EN) == []
