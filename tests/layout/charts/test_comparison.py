"""Current and future state in one picture: both curves, what changed, and both in words."""

from __future__ import annotations

import pytest

from cjeditor.analysis.comparing_maps import compared
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.comparison import drawn, of_comparison
from cjeditor.layout.primitives import Line, Rect
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_emotion
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import of
from tests.builders import MAP, small_project
from tests.export.samples import mortgage
from tests.layout.charts.shapes import check, said

THEN = "map_then"


def both_states() -> Project:
    """A current state, and a future one: one touchpoint feels better, one worse, one is gone, one is new."""
    numbers = iter(range(1, 1000))
    project = duplicate_map(
        small_project(),
        MAP,
        new_map_id=THEN,
        new_ids=lambda kind: f"{kind}_x{next(numbers):03}",
        title="Then",
        state="future",
    )
    cards = {each.origin: each.id for each in map_of(project, THEN).touchpoints}
    project = set_emotion(project, THEN, [cards["tp_c"]], 2)
    project = set_emotion(project, THEN, [cards["tp_a"]], 0)
    project = delete_cards(project, THEN, [cards["tp_b"]])
    place = map_of(project, THEN).touchpoints[0]
    return add_touchpoint(project, THEN, id="tp_new", step=place.step, lane=place.lane, title="New", emotion=1)


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
@pytest.mark.parametrize("width", [300.0, 640.0, 1400.0])
def test_it_fits_and_can_be_read(language: str, width: float) -> None:
    project = both_states()
    for shown in (MAP, THEN):
        found = drawn(Subject(project, map_of(project, shown), of(language)), width)
        assert len(found.charts) == 2
        for chart in found.charts:
            check(chart)


def test_numbers_are_those_of_the_maps() -> None:
    project = both_states()
    found = drawn(Subject(project, map_of(project, MAP), of("en")), 900)
    curves, changes = found.charts
    # Before: +1 and −2, mean −0.5. After: 0, +2 and +1, mean +1.
    assert found.sentences == (
        "+ 1 added · − 1 removed · ≠ 3 changed",
        "The mean emotion goes from −0.5 to +1.",
        "The greatest rise: 3 Search, −2 → +2.",
        "1 touchpoint feels worse.",
    )
    assert curves.table.rows == (
        ("1 Advert", "+1", "0"),
        ("2 Talk", "–", "–"),
        ("9 New", "–", "+1"),
        ("3 Search", "−2", "+2"),
        ("7 Moves in", "–", "–"),
    )
    assert {"+9", "−2"} <= set(said(curves)), "what came and went says so below the curves"
    assert ("≠ Changed", "Touchpoint 3 “Search”", "emotion −2 → +2") in changes.table.rows


def test_two_versions_of_one_title_are_told_apart() -> None:
    project = both_states()
    old, new = map_of(project, MAP), map_of(project, THEN)
    found = of_comparison(compared(project, replace(old, title=new.title), project, new), of("en"), 900)
    curves = found.charts[0]
    assert said(curves)[:2] == [f"Before: {new.title}", f"Now: {new.title}"]
    assert curves.table.head[1:] == (f"Before: {new.title}", f"Now: {new.title}")


def test_the_curves_are_told_apart_without_colour() -> None:
    project = both_states()
    chart = drawn(Subject(project, map_of(project, MAP), of("en")), 900).charts[0]
    lines = [shape for shape in chart.shapes if isinstance(shape, Line)]
    assert {bool(shape.dash) for shape in lines if shape.stroke == "primary"} == {False}
    assert {bool(shape.dash) for shape in lines if shape.stroke == "secondary"} == {True}
    marks = [shape for shape in chart.shapes if isinstance(shape, Rect)]
    assert {shape.radius > 0 for shape in marks} == {True, False}, "discs and squares"


def test_without_another_map_it_says_how_to_come_to_one() -> None:
    project = replace(small_project(), maps=(map_of(small_project(), MAP),))
    found = drawn(Subject(project, project.maps[0], of("en")), 900)
    assert found.charts == ()
    assert "Duplicate it as its future state" in found.sentences[0]


@pytest.mark.parametrize("name", ["Another name", "Choice  of  a   bank", "A name that is long, " * 4])
@pytest.mark.parametrize("renamed", [MAP, THEN])
def test_a_phase_that_only_one_map_calls_so(name: str, renamed: str) -> None:
    project = both_states()
    project = set_phase(project, renamed, map_of(project, renamed).phases[0].id, name=name)
    found = drawn(Subject(project, map_of(project, MAP), of("en")), 900)
    changes = found.charts[-1]
    check(changes)
    at = {" ".join(text.split())[:7]: place for place, text in enumerate(said(changes))}
    order = [at[word] for word in ("Need", " ".join(name.split())[:7], "Choice") if word in at]
    assert len(order) >= 2, "what was removed lies in the phase of the older map"
    assert order[-1] == max(order), "both names of the first phase stand before the second"


def test_many_phases_some_of_them_renamed() -> None:
    numbers = iter(range(1, 10_000))
    project = duplicate_map(
        mortgage(phases=60, per_phase=1),
        "map_a",
        new_map_id=THEN,
        new_ids=lambda kind: f"{kind}_x{next(numbers):05}",
        title="Then",
    )
    for at, phase in enumerate(map_of(project, "map_a").phases):
        if at % 2:
            project = set_phase(project, "map_a", phase.id, name=f"Phase {at}")
    project = delete_cards(project, THEN, [each.id for each in map_of(project, THEN).touchpoints[1::3]])
    changes = drawn(Subject(project, map_of(project, THEN), of("en")), 900).charts[-1]
    check(changes)
    named = [int(text.split()[1]) for text in said(changes) if text.startswith("Phase ")]
    assert len(named) == 10
    assert named == sorted(named), "in the order of the journey"
