"""Whatever the cards and links of a map: lines run around all cards and end at borders, and are always the same."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.link_names import meet, name_area
from cjeditor.model import table
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project

MAP = "jm_a"
WORDS = texts.of("en")
LANES = ("touchpoints", "emotion", "notes", "separator", "backstage")


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Some columns of several widths, some lanes, cards here and there, links from anywhere to anywhere."""
    widths = draw(st.lists(st.sampled_from([120, 190, 340, 520, 900]), min_size=1, max_size=6))
    steps = [Step(id=f"st_{i}", phase="ph_a", rank=f"a{i}", min_width=width) for i, width in enumerate(widths)]
    kinds = draw(st.lists(st.sampled_from(LANES), min_size=1, max_size=5))
    lanes = [Lane(id=f"ln_{i}", rank=f"a{i}", kind=kind) for i, kind in enumerate(kinds)]  # type: ignore[arg-type]  # fields by name
    touchpoints: list[Touchpoint] = []
    notes: list[Note] = []
    number = 0
    for step in steps:
        for lane in (lane for lane in lanes if lane.holds):
            for rank in range(draw(st.integers(0, 5))):
                number += 1
                common = {"number": number, "step": step.id, "lane": lane.id, "rank": f"a{rank}"}
                said = "word " * draw(st.integers(0, 30))
                if lane.holds == "touchpoints":
                    touchpoints.append(Touchpoint(id=f"tp_{number}", title=said, **common))  # type: ignore[arg-type]  # fields by name
                else:
                    notes.append(Note(id=f"nt_{number}", text=said, **common))  # type: ignore[arg-type]  # fields by name
    ids = [card.id for card in (*touchpoints, *notes)]
    ends = (
        draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=25, unique=True)) if ids else []
    )
    label = st.sampled_from(["", "then", "a label of many, many words", "a label " * 9])
    links = [
        Link(id=f"lk_{i}", source=source, target=target, label=draw(label))
        for i, (source, target) in enumerate(ends)
        if source != target
    ]
    journey = JourneyMap(
        id=MAP,
        rank="a0",
        phases=(Phase(id="ph_a", rank="a0"),),
        steps=table.in_order(steps),
        lanes=table.in_order(lanes),
        touchpoints=table.in_order(touchpoints),
        notes=table.in_order(notes),
        links=table.in_order(links),
    )
    return Project(maps=(journey,))


def check(arrangement: Arrangement) -> None:
    for box in arrangement.links.values():
        (x1, y1), (x2, y2) = box.points[0], box.points[-1]
        assert x1 in (box.source.x, box.source.x + box.source.width)
        assert box.source.y < y1 < box.source.y + box.source.height
        assert x2 in (box.target.x, box.target.x + box.target.width)
        assert box.target.y < y2 < box.target.y + box.target.height
        for one, other in pairwise(box.points):
            assert one[0] == other[0] or one[1] == other[1]
            left, right = sorted((one[0], other[0]))
            top, bottom = sorted((one[1], other[1]))
            for card in arrangement.cards.values():
                apart = (
                    right <= card.x or left >= card.x + card.width or bottom <= card.y or top >= card.y + card.height
                )
                assert apart, (box.link, box.points, card.id)
    check_names(arrangement)


FOOT = 8.0
"""How much of a card's lower end a label may lie on."""


def check_names(arrangement: Arrangement) -> None:
    """All of every label is on the map, hides nothing of a card, and nothing of another label."""
    taken: list[tuple[float, float, float, float]] = []
    for box in arrangement.links.values():
        said = " ".join(box.link.label.split())
        if not said:
            assert box.name_at is None
            continue
        assert box.name_at is not None
        assert " ".join(box.name_at.lines) == said
        left, top, right, bottom = name_area(box.name_at)
        assert left >= 0
        assert right <= arrangement.width + 0.001
        assert top >= 0
        assert bottom <= arrangement.height + 0.001
        taken += [(left, top, right, bottom)]
        for card in arrangement.cards.values():
            foot = card.y + card.height - FOOT
            assert right <= card.x or card.x + card.width <= left or bottom <= card.y or foot <= top, (box.link, card)
    for one, other in combinations(taken, 2):
        assert not meet(one, other), (one, other)


@settings(deadline=None, max_examples=60)
@given(projects())
def test_no_line_crosses_a_card_and_all_end_at_borders(project: Project) -> None:
    check(arrange(project, MAP, WORDS))


@settings(deadline=None, max_examples=40)
@given(projects(), st.data())
def test_after_an_edit_they_are_as_if_made_anew(project: Project, data: st.DataObject) -> None:
    touchpoints = map_of(project, MAP).touchpoints
    if not touchpoints:
        return
    before = arrange(project, MAP, WORDS)
    for _ in range(2):
        card = data.draw(st.sampled_from([one.id for one in touchpoints]))
        title = "word " * data.draw(st.integers(0, 40))
        project = set_touchpoint(project, MAP, [card], title=title)
        before = arrange(project, MAP, WORDS, before)
        check(before)
        assert before.links == arrange(project, MAP, WORDS).links


def test_links_that_share_a_gutter_run_beside_each_other() -> None:
    """Two links cross the same gutter between two columns and have no card in common."""
    steps = [Step(id=f"st_{i}", phase="ph_a", rank=f"a{i}") for i in range(2)]
    cards = [
        Touchpoint(id=f"tp_{s}{i}", number=10 * s + i + 1, step=f"st_{s}", lane="ln_a", rank=f"a{i}", title="word " * 4)
        for s in range(2)
        for i in range(3)
    ]
    ends = [("tp_00", "tp_11"), ("tp_01", "tp_10"), ("tp_02", "tp_10")]
    journey = JourneyMap(
        id=MAP,
        rank="a0",
        phases=(Phase(id="ph_a", rank="a0"),),
        steps=table.in_order(steps),
        lanes=(Lane(id="ln_a", rank="a0", kind="touchpoints"),),
        touchpoints=table.in_order(cards),
        links=tuple(Link(id=f"lk_{i}", source=one, target=other) for i, (one, other) in enumerate(ends)),
    )
    links = arrange(Project(maps=(journey,)), MAP, WORDS).links
    beside = [links[f"lk_{i}"].beside[0] for i in range(3)]
    assert beside[0] != beside[1]
    assert beside[1] == beside[2]  # one trunk into the card that both lead to
