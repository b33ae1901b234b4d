"""Whatever a map holds, its boxes do not overlap, and arranging after an edit gives what arranging afresh gives."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

from fractional_indexing import generate_n_keys_between
from hypothesis import given
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.layout import metrics
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits import cards, lanes, moves, phases, steps
from cjeditor.model.fields import Contact, LaneKind
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Channel, Project

DURATIONS = ("", "9 Tage")
RANKS = generate_n_keys_between(None, None, 40)
WORDS = texts.of("de")
KINDS: tuple[LaneKind, ...] = (
    "touchpoints",
    "emotion",
    "notes",
    "separator",
    "backstage",
    "channels",
    "metrics",
    "images",
)
CHANNELS = (
    Channel(id="ch_a", name="Vergleichsportal"),
    Channel(id="ch_b", name="Filiale", mode="offline"),
    Channel(id="ch_c", name="Ämter", mode="offline"),
    Channel(id="ch_d", name="App", mode="mobile"),
)
figures = st.none() | st.floats(-1e6, 1e6) | st.sampled_from((0.0, 1e300, -1e300, 1e-300))

titles = st.text(max_size=120) | st.just("Grundschuldbestellungsurkunde " * 6) | st.just("x" * 3_000)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A map of some phases and all lane kinds, with cards anywhere that may hold them."""
    phase_count = draw(st.integers(1, 4))
    all_phases = tuple(
        Phase(
            id=f"ph_{i}", rank=RANKS[i], name=_shown(draw(titles))[:80], duration=draw(st.sampled_from(("", "9 Tage")))
        )
        for i in range(phase_count)
    )
    all_steps = tuple(
        Step(
            id=f"st_{i}{j}",
            phase=f"ph_{i}",
            rank=RANKS[j],
            name=draw(st.sampled_from(("", "Vertrag"))),
            min_width=draw(st.sampled_from((120, 190, 420))),
        )
        for i in range(phase_count)
        for j in range(draw(st.integers(1, 2)))
    )
    all_lanes = tuple(
        Lane(id=f"ln_{i}", rank=RANKS[i], kind=kind, name=f"Zeile {i}", min_height=draw(st.sampled_from((0, 300))))
        for i, kind in enumerate(KINDS)
    )
    touchpoints, notes = [], []
    for number in range(1, draw(st.integers(0, 14)) + 1):
        step = draw(st.sampled_from(all_steps)).id
        rank = RANKS[number]
        if draw(st.booleans()):
            touchpoints.append(
                Touchpoint(
                    id=f"tp_{number:02}",
                    number=number,
                    step=step,
                    lane="ln_0",
                    rank=rank,
                    title=_shown(draw(titles)),
                    emotion=draw(st.none() | st.integers(-2, 2)),
                    channel=draw(st.sampled_from((None, *(channel.id for channel in CHANNELS)))),
                    contact=draw(st.sampled_from(get_args(Contact))),
                    votes=draw(st.integers(0, 9)),
                )
            )
        else:
            notes.append(
                Note(
                    id=f"nt_{number:02}",
                    number=number,
                    step=step,
                    lane=draw(st.sampled_from(("ln_2", "ln_4", "ln_6"))),
                    rank=rank,
                    kind=draw(st.sampled_from(("goal", "metric"))),
                    text=_shown(draw(titles)),
                    unit=draw(st.sampled_from(("", "%", "Tage", "Kilowattstunden je Quadratmeter"))),
                    target=draw(figures),
                    actual=draw(figures),
                )
            )
    journey = JourneyMap(
        id="map_a",
        rank="a0",
        phases=all_phases,
        steps=all_steps,
        lanes=all_lanes,
        touchpoints=tuple(touchpoints),
        notes=tuple(notes),
    )
    return Project(language="de", channels=CHANNELS, maps=(journey,))


def _shown(text: str) -> str:
    """The text without the characters that records refuse."""
    return "".join(c for c in text if c in "\t\n" or (c.isprintable() and not "\ud800" <= c <= "\udfff"))


def _arranged(project: Project, previous: Arrangement | None = None, *, folding: bool = False) -> Arrangement:
    return arrange(project, "map_a", WORDS, previous, folding=folding)


@given(projects())
def test_nothing_overlaps_and_every_card_lies_in_its_cell(project: Project) -> None:
    arranged = _arranged(project)

    assert set(arranged.cards) == {card.id for card in (*project.maps[0].touchpoints, *project.maps[0].notes)}
    for boxes in arranged.cells.values():
        for one, other in combinations(boxes, 2):
            apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_y = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart_x or apart_y
    for route in arranged.routes:
        lane = arranged.lane_of(route.lane)
        assert lane is not None
        chips = [chip for stop in route.stops for chip in stop.chips]
        for one, other in combinations(chips, 2):
            assert one.step != other.step or abs(one.y - other.y) >= metrics.CHIP_HEIGHT
        for chip in chips:
            column = arranged.column_of(chip.step)
            assert column is not None
            assert column.x < chip.x < chip.x + chip.width < column.x + column.width
            assert lane.y < chip.y < chip.y + metrics.CHIP_HEIGHT < lane.y + lane.height
    for box in arranged.cards.values():
        column, lane = arranged.column_of(box.step), arranged.lane_of(box.lane)
        assert column is not None
        assert lane is not None
        assert column.x < box.x
        assert box.x + box.width < column.x + column.width
        assert lane.y < box.y
        assert box.y + box.height < lane.y + lane.height


@given(projects())
def test_columns_and_lanes_lie_side_by_side(project: Project) -> None:
    arranged = _arranged(project)

    for left, right in zip(arranged.columns, arranged.columns[1:], strict=False):
        assert left.x + left.width == right.x
    for upper, lower in zip(arranged.lanes, arranged.lanes[1:], strict=False):
        assert upper.y + upper.height == lower.y
    for lane in arranged.lanes:
        assert lane.height >= lane.lane.min_height or lane.lane.kind == "separator"


@given(projects(), st.data())
def test_arranging_after_an_edit_gives_what_arranging_afresh_gives(project: Project, data: st.DataObject) -> None:
    folding = data.draw(st.booleans())
    project = _some_folded(project, data)
    before = _arranged(project, folding=folding)
    journey = project.maps[0]
    match data.draw(
        st.sampled_from(("add", "move", "delete", "emotion", "channel", "width", "height", "phase", "lane"))
    ):
        case "add":
            step = data.draw(st.sampled_from(journey.steps)).id
            after = cards.add_touchpoint(project, "map_a", id="tp_new", step=step, lane="ln_0", title="Neu")
        case "phase":
            phase = data.draw(st.sampled_from(journey.phases))
            after = phases.set_phase(project, "map_a", phase.id, collapsed=not phase.collapsed)
        case "lane":
            lane = data.draw(st.sampled_from(journey.lanes))
            after = lanes.set_lane(project, "map_a", lane.id, collapsed=not lane.collapsed)
        case "width":
            after = steps.set_step(project, "map_a", journey.steps[0].id, min_width=333)
        case "height":
            after = lanes.set_lane(project, "map_a", "ln_2", min_height=222)
        case edit:
            if not journey.touchpoints:
                return
            touchpoint = data.draw(st.sampled_from(journey.touchpoints)).id
            step = data.draw(st.sampled_from(journey.steps)).id
            if edit == "move":
                after = moves.move_cards(project, "map_a", (touchpoint,), step=step, lane="ln_0", index=0)
            elif edit == "delete":
                after = cards.delete_cards(project, "map_a", (touchpoint,))
            elif edit == "channel":
                after = cards.set_touchpoint(project, "map_a", (touchpoint,), channel="ch_d", contact="direct")
            else:
                after = cards.set_emotion(project, "map_a", (touchpoint,), 2)

    assert _arranged(after, before, folding=folding) == _arranged(after, folding=folding)


@given(projects(), st.data())
def test_what_is_collapsed_is_small_and_paper_shows_it_all_the_same(project: Project, data: st.DataObject) -> None:
    folded = _some_folded(project, data)
    assert _arranged(folded).cards.keys() == _arranged(project).cards.keys()
    arranged = _arranged(folded, folding=True)
    closed_phases = {phase.id for phase in folded.maps[0].phases if phase.collapsed}
    closed_lanes = {lane.id for lane in folded.maps[0].lanes if lane.collapsed and lane.kind != "separator"}
    for box in arranged.phases:
        assert box.folded == (box.phase.id in closed_phases)
        assert not box.folded or abs(box.width - metrics.FOLDED_WIDTH) < 0.001
    for row in arranged.lanes:
        assert row.folded == (row.lane.id in closed_lanes)
        assert not row.folded or row.height == metrics.FOLDED_HEIGHT
    closed_steps = {step.id for step in folded.maps[0].steps if step.phase in closed_phases}
    every = (*folded.maps[0].touchpoints, *folded.maps[0].notes)
    shown = {card.id for card in every if card.step not in closed_steps and card.lane not in closed_lanes}
    assert set(arranged.cards) == shown
    hidden_in_phases = sum(card.step in closed_steps for card in every)
    assert sum(box.cards for box in arranged.phases) == hidden_in_phases
    for curve in arranged.curves:
        assert len(curve.points) == len(folded.maps[0].touchpoints)
    for column in arranged.columns:
        for row in arranged.lanes:
            slot = arranged.slot_at(column.x + column.width / 2, row.y + row.height / 2)
            assert (slot is None) == (column.folded or row.folded)


def _some_folded(project: Project, data: st.DataObject) -> Project:
    """The project with some of its phases and lanes collapsed."""
    journey = project.maps[0]
    for phase in data.draw(st.sets(st.sampled_from(journey.phases))):
        project = phases.set_phase(project, "map_a", phase.id, collapsed=True)
    for lane in data.draw(st.sets(st.sampled_from(journey.lanes), max_size=3)):
        project = lanes.set_lane(project, "map_a", lane.id, collapsed=True)
    return project


def test_what_an_edit_does_not_touch_keeps_its_very_boxes() -> None:
    project = _two_columns()
    before = _arranged(project)
    after = _arranged(cards.set_touchpoint(project, "map_a", ("tp_1",), title="Anders"), before)

    assert after.cards["tp_2"] is before.cards["tp_2"]
    assert after.cards["tp_1"] is not before.cards["tp_1"]


def test_slots_lie_between_the_cards_that_are_not_dragged() -> None:
    arranged = _arranged(_two_columns(cards_in_first=3))
    middle = arranged.cards["tp_2"]

    above = arranged.slot_at(middle.x + 5, middle.y + 2)
    below = arranged.slot_at(middle.x + 5, middle.y + middle.height - 2)
    assert above is not None
    assert below is not None
    assert (above.index, below.index) == (1, 2)
    assert above.y < middle.y
    dragged = arranged.slot_at(middle.x + 5, middle.y + middle.height - 2, without=frozenset({"tp_2"}))
    assert dragged is not None
    assert dragged.index == 1


def test_a_wide_step_puts_cards_side_by_side() -> None:
    project = steps.set_step(_two_columns(cards_in_first=3), "map_a", "st_a", min_width=400)
    first, second, third = (_arranged(project).cards[name] for name in ("tp_1", "tp_2", "tp_3"))

    assert first.y == second.y < third.y
    assert first.x == third.x < second.x
    slot = _arranged(project).slot_at(second.x + 3, second.y + 3)
    assert slot is not None
    assert (slot.index, slot.width) == (1, 2)


def test_an_empty_map_has_no_slots_and_no_size() -> None:
    empty = _arranged(Project(maps=(JourneyMap(id="map_a", rank="a0"),)))

    assert (empty.width, empty.height) == (0, 0)
    assert empty.slot_at(5, 5) is None


def test_the_smallest_text_is_as_small_as_announced() -> None:
    sizes = {
        shape.size
        for box in _arranged(_two_columns()).cards.values()
        for shape in box.look.primitives
        if hasattr(shape, "size")
    }

    assert min(sizes) == metrics.SMALLEST_TEXT


def _two_columns(cards_in_first: int = 1) -> Project:
    journey = JourneyMap(
        id="map_a",
        rank="a0",
        phases=(Phase(id="ph_a", rank="a0", name="Bedarf"), Phase(id="ph_b", rank="a1", name="Kauf")),
        steps=(Step(id="st_a", phase="ph_a", rank="a0"), Step(id="st_b", phase="ph_b", rank="a0")),
        lanes=(Lane(id="ln_0", rank="a0", kind="touchpoints", name="Touchpoints"),),
    )
    project = Project(language="de", maps=(journey,))
    for number in range(1, cards_in_first + 1):
        project = cards.add_touchpoint(project, "map_a", id=f"tp_{number}", step="st_a", lane="ln_0", title="Karte")
    if cards_in_first == 1:
        project = cards.add_touchpoint(project, "map_a", id="tp_2", step="st_b", lane="ln_0", title="Karte")
    return project
