"""The channels lane: its rows, its chips, and the line of the journey through them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.channels import diamond, draw_route, route_between, stretch_of, way_in_words
from cjeditor.layout.metrics import CHIP_HEIGHT, EMPTY_LANE_HEIGHT
from cjeditor.layout.primitives import Line, Path, Rect, Text
from cjeditor.layout.route import ChannelRoute
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.maps import set_channel
from cjeditor.model.fields import ChannelMode, Contact
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Channel, Project

WORDS = texts.of("de")
NAMES: tuple[tuple[str, str, ChannelMode], ...] = (
    ("web", "Website", "online"),
    ("mail", "E-Mail", "online"),
    ("shop", "Filiale", "offline"),
    ("office", "Ämter", "offline"),
    ("app", "App", "mobile"),
)


def journey(*steps: Sequence[str], contact: Contact = "direct") -> Project:
    """A map with a touchpoint for each channel named, step by step; an empty name stands for none."""
    touchpoints = tuple(
        Touchpoint(
            id=f"tp_{at}{i}",
            number=10 * at + i + 1,
            step=f"st_{at}",
            lane="ln_a",
            rank=f"a{i}",
            channel=f"ch_{name}" if name else None,
            contact=contact,
        )
        for at, names in enumerate(steps)
        for i, name in enumerate(names)
    )
    return Project(
        channels=tuple(sorted((Channel(id=f"ch_{k}", name=n, mode=m) for k, n, m in NAMES), key=lambda one: one.id)),
        maps=(
            JourneyMap(
                id="map_a",
                rank="a0",
                phases=(Phase(id="ph_a", rank="a0"),),
                steps=tuple(Step(id=f"st_{at}", phase="ph_a", rank=f"a{at}") for at in range(len(steps))),
                lanes=(
                    Lane(id="ln_a", rank="a0", kind="touchpoints"),
                    Lane(id="ln_b", rank="a1", kind="channels", name="Kanäle"),
                ),
                touchpoints=touchpoints,
            ),
        ),
    )


def arranged(project: Project, before: Arrangement | None = None) -> Arrangement:
    return arrange(project, "map_a", WORDS, before)


def route(*steps: Sequence[str], contact: Contact = "direct") -> ChannelRoute:
    return arranged(journey(*steps, contact=contact)).routes[0]


def test_rows_are_ordered_by_mode_then_by_name() -> None:
    found = route(("app", "web", "shop"), ("mail", "office", "web"))
    assert [row.name for row in found.rows] == ["E-Mail", "Website", "Ämter", "Filiale", "App"]
    tops = {chip.channel.id: chip.y for stop in found.stops for chip in stop.chips}
    ys = [tops[row.id] for row in found.rows]
    assert ys == sorted(ys)
    gaps = [lower - upper for upper, lower in pairwise(ys)]
    assert gaps[0] == gaps[2] < gaps[1] == gaps[3]  # a mode stands apart from the next
    assert min(gaps) > CHIP_HEIGHT


def test_each_step_has_one_chip_a_channel_with_its_touchpoints() -> None:
    found = route(("web", "shop", "web"), (), ("web",))
    assert [(stop.step, [(chip.channel.id, chip.touchpoints) for chip in stop.chips]) for stop in found.stops] == [
        ("st_0", [("ch_web", ("tp_00", "tp_02")), ("ch_shop", ("tp_01",))]),
        ("st_2", [("ch_web", ("tp_20",))]),
    ]
    chip = found.stops[1].chips[0]
    assert found.chip_at(chip.x + 1, chip.y + 1) is chip
    assert found.chip_at(chip.x - 1, chip.y + 1) is None
    assert found.chip_at(-50, chip.y + 1) is None
    assert found.chip_of("st_2", "ch_web") is chip
    assert found.chip_of("st_1", "ch_web") is None


def test_the_line_goes_in_journey_order_and_marks_each_change_of_mode() -> None:
    found = route(("web", "mail"), ("", "shop", "web"), ("web",), ("app",))
    links = [(link.changes_mode, link.x1 == link.x2) for stop in found.stops for link in stop.links]
    assert links == [(False, True), (True, False), (True, True), (False, False), (True, False)]
    marks = [mark.changes_mode for stop in found.stops for mark in stop.marks]
    assert marks == [False, False, True, True, False, True]
    # Each stretch begins where the one before it arrived, or at the edge of the same chip.
    for stop, after in pairwise(found.stops):
        leaves = stop.leaves
        assert leaves is not None
        assert (after.links[0].x1, after.links[0].y1) == (leaves.x + leaves.width, leaves.middle)
    assert way_in_words(found) == "Website → E-Mail → Filiale → Website → App"


def test_a_change_of_mode_is_told_by_shape_and_not_by_colour_alone() -> None:
    found = route(("web",), ("shop",), ("shop",))
    shapes = draw_route(found, 0, 570, WORDS)
    mark = found.stops[1].marks[0]
    assert diamond(mark.x, mark.y) in shapes
    dots = [shape for shape in shapes if isinstance(shape, Rect) and shape.width < 10]
    assert len(dots) == 2
    stretches = [shape for shape in shapes if isinstance(shape, Path) and shape.stroke == "primary"]
    plain = [shape for shape in shapes if isinstance(shape, Line) and shape.stroke == "rule.strong"]
    assert (len(stretches), len(plain)) == (1, 1)
    assert stretches[0].stroke_width > plain[0].stroke_width
    corners = {shape.radius for shape in shapes if isinstance(shape, Rect) and shape.height == CHIP_HEIGHT}
    assert len(corners) == 2


def test_who_meets_nobody_has_no_channel() -> None:
    assert route(("web", "shop"), contact="none").stops == ()
    assert [row.id for row in route(("web",), contact="third_party").rows] == ["ch_web"]


@pytest.mark.parametrize("steps", [(), ((),), (("", ""), ())])
def test_a_lane_without_channels_says_so(steps: Sequence[Sequence[str]]) -> None:
    found = arranged(journey(*steps))
    box = found.lane_of("ln_b")
    assert box is not None
    assert box.height == EMPTY_LANE_HEIGHT
    shapes = draw_route(found.routes[0], 0, found.width, WORDS)
    assert [shape.text[:5] for shape in shapes if isinstance(shape, Text)] == (["Noch "] if steps else [])


def test_one_touchpoint_is_one_chip_with_one_dot() -> None:
    found = route(("app",))
    assert [stop.links for stop in found.stops] == [()]
    assert len(found.stops[0].marks) == 1


def test_the_lane_grows_with_its_rows() -> None:
    one, five = arranged(journey(("web",))), arranged(journey(("web", "mail", "shop", "office", "app")))
    assert five.lanes[1].height > one.lanes[1].height + 2 * CHIP_HEIGHT


def test_names_stay_within_their_chips() -> None:
    project = set_channel(journey(("web",)), "ch_web", name="Kreditwürdigkeitsprüfungsbescheinigungsportal")
    found = arranged(project).routes[0]
    chip = found.stops[0].chips[0]
    for shape in draw_route(found, 0, 190, WORDS):
        if isinstance(shape, Text):
            assert chip.x < shape.x
            assert shape.x + shape.width < chip.x + chip.width
    assert any(isinstance(shape, Text) and shape.text.endswith("…") for shape in draw_route(found, 0, 190, WORDS))


def test_steps_that_an_edit_does_not_touch_keep_their_very_stops() -> None:
    project = journey(("web",), ("shop",), ("app",), ("web",))
    before = arranged(project)
    after = arranged(set_touchpoint(project, "map_a", ["tp_10"], title="Anders"), before)
    assert [a is b for a, b in zip(after.routes[0].stops, before.routes[0].stops, strict=True)] == [
        True,
        False,
        True,
        True,
    ]


def test_a_stretch_has_only_the_rows_that_it_needs_and_goes_on_beyond_its_edges() -> None:
    found = route(("web",), ("shop",), ("app", "shop"), ("mail",))
    left, right = found.stops[1].x, found.stops[3].x
    rows = stretch_of(found, left, right)
    assert [row.id for row in rows] == ["ch_shop", "ch_app"]
    part = route_between(found, left, right, 1000, rows)
    assert [stop.step for stop in part.stops] == ["st_1", "st_2"]
    assert min(chip.y for stop in part.stops for chip in stop.chips) > 1000
    coming, going = part.stops[0].links[0], part.stops[-1].links[-1]
    assert coming.x1 < left
    assert coming.changes_mode
    assert part.stops[0].marks[0].changes_mode
    assert going.x2 > right
    assert not going.changes_mode


def test_the_ends_of_the_journey_do_not_go_beyond_the_edges() -> None:
    found = route(("web",), ("shop",))
    whole = route_between(found, 0, 1000, found.y, found.rows)
    assert whole == found
    assert route_between(found, 5000, 6000, 0, ()).stops == ()
