from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.export.pdf.split import column_ranges, page_rows, plan
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.metrics import LANE_HEADER_WIDTH
from cjeditor.model.cards import Note
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import big_project
from tests.export.samples import mortgage, rank

WORDS = texts.of("de")
SMALLEST, LARGEST = 8 / 11, 0.9
A4 = (762.0, 430.0)
A3 = (1100.0, 680.0)


def arranged(project: Project) -> Arrangement:
    return arrange(project, project.maps[0].id, WORDS)


PROJECTS = {
    "nine phases": mortgage(),
    "one phase": mortgage(phases=1, per_phase=2),
    "high": mortgage(phases=2, per_phase=40),
    "big": big_project(400),
}


@pytest.fixture(params=PROJECTS.values(), ids=PROJECTS)
def arrangement(request: pytest.FixtureRequest) -> Arrangement:
    return arranged(request.param)


@pytest.mark.parametrize("page", [A4, A3, (300.0, 260.0)], ids=["A4", "A3", "small"])
def test_nothing_is_lost_and_everything_fits(arrangement: Arrangement, page: tuple[float, float]) -> None:
    """Every card stands on one page, whole, and no page is wider or higher than it may be."""
    width, height = page
    scale, parts = plan(arrangement, width, height, SMALLEST, LARGEST, WORDS)
    assert SMALLEST <= scale <= LARGEST
    seen: list[str] = []
    at = 0
    for part in parts:
        first, end = part.columns
        assert first == at
        at = end
        columns = arrangement.columns[first:end]
        assert (sum(column.width for column in columns) + LANE_HEADER_WIDTH) * scale <= width + 0.01
        for row in part.rows:
            assert (row.height + row.header_height + 4) * scale <= height + 0.01
            for (_, lane), boxes in row.cells.items():
                box = row.lane_of(lane)
                assert box is not None
                assert all(box.y <= card.y and card.y + card.height <= box.y + box.height + 0.01 for card in boxes)
                seen.extend(card.id for card in boxes)
    assert at == len(arrangement.columns)
    assert sorted(seen) == sorted(arrangement.cards)


@pytest.mark.parametrize("count", [9, 23, 40])
def test_no_card_is_lost_however_a_high_lane_is_cut(count: int) -> None:
    """The rest of a cut lane may fit on the page where the lane was cut: it is one lane there, with all its cards."""
    arrangement = arranged(high_cell(count))
    for height in range(220, 1_400, 11):
        rows = page_rows(arrangement, (0, 2), height, SMALLEST, WORDS)
        seen = [card.id for row in rows for boxes in row.cells.values() for card in boxes]
        assert sorted(seen) == sorted(arrangement.cards), height
        for row in rows:
            assert len({box.lane.id for box in row.lanes}) == len(row.lanes)
            assert (row.height + row.header_height + 4) * SMALLEST <= height + 0.01
            for boxes in row.cells.values():
                ends = [0.0, *(card.y + card.height for card in boxes)]
                assert all(card.y >= end for card, end in zip(boxes, ends, strict=False))
                box = row.lane_of(boxes[0].lane)
                assert box is not None
                assert box.y <= boxes[0].y
                assert ends[-1] <= box.y + box.height + 0.01


def test_a_lane_that_goes_on_says_so() -> None:
    rows = page_rows(arranged(high_cell(40)), (0, 2), 400, SMALLEST, WORDS)
    names = [[box.lane.name for box in row.lanes if box.lane.id == "ln_b"] for row in rows]
    shown = [name for some in names for name in some]
    assert shown[0] == "Ziele und O-Töne"
    assert len(shown) > 2
    assert set(shown[1:]) == {"Ziele und O-Töne (Fortsetzung)"}


def test_lanes_made_higher_on_the_screen_are_not_on_paper() -> None:
    project = mortgage()
    tall = tuple(replace(lane, min_height=2_000) for lane in project.maps[0].lanes)
    taller = replace(project, maps=(replace(project.maps[0], lanes=tall),))
    plain, high = (plan(arranged(one), *A4, SMALLEST, LARGEST, WORDS) for one in (project, taller))
    assert high.scale == plain.scale
    heights = [[[box.height for box in row.lanes] for row in part.rows] for part in plain.parts]
    assert [[[box.height for box in row.lanes] for row in part.rows] for part in high.parts] == heights


def high_cell(count: int) -> Project:
    """Two phases; a cell of the first holds many notes, long and short ones."""
    project = mortgage(phases=2, per_phase=2)
    notes = tuple(
        Note(id=f"nt_{i:05d}", number=100 + i, step="st_00001", lane="ln_b", rank=rank(i), text="lang und " * (i % 7))
        for i in range(count)
    )
    return replace(project, maps=(replace(project.maps[0], notes=notes),))


def test_cards_of_a_page_do_not_overlap(arrangement: Arrangement) -> None:
    for part in plan(arrangement, *A4, SMALLEST, LARGEST, WORDS).parts:
        for row in part.rows:
            for boxes in row.cells.values():
                for i, one in enumerate(boxes):
                    for other in boxes[i + 1 :]:
                        assert one.x + one.width <= other.x or one.y + one.height <= other.y


def test_phases_stay_whole_where_they_fit() -> None:
    arrangement = arranged(big_project(300))
    wide = max(phase.width for phase in arrangement.phases)
    ranges = column_ranges(arrangement, wide * 2.5)
    assert ranges is not None
    starts = {phase.first_column for phase in arrangement.phases}
    assert {first for first, _ in ranges} <= starts
    assert len(ranges) < len(arrangement.phases)


def test_a_phase_wider_than_a_page_is_cut_between_steps() -> None:
    project = mortgage()
    steps = tuple(replace(step, phase="ph_00001", rank=f"a{i}") for i, step in enumerate(project.maps[0].steps))
    journey = replace(project.maps[0], steps=steps, phases=project.maps[0].phases[:1])
    arrangement = arranged(replace(project, maps=(journey,)))
    assert column_ranges(arrangement, 600) == [(0, 3), (3, 6), (6, 9)]
    assert column_ranges(arrangement, 100) is None


def test_the_scale_is_the_largest_that_saves_pages() -> None:
    """A map that fits on one page fills it; pages are not multiplied for the sake of size."""
    one = arranged(mortgage(phases=2, per_phase=1))
    scale, parts = plan(one, *A4, SMALLEST, LARGEST, WORDS)
    assert len(parts) == 1
    assert len(parts[0].rows) == 1
    assert scale > SMALLEST
    many = arranged(mortgage())
    found = plan(many, *A4, SMALLEST, LARGEST, WORDS)
    least = plan(many, *A4, SMALLEST, SMALLEST, WORDS)
    assert sum(len(part.rows) for part in found.parts) == sum(len(part.rows) for part in least.parts)
    assert found.scale > least.scale


def test_pages_are_filled_evenly() -> None:
    """Nine equal phases on pages for four: three threes rather than four, four and one."""
    width = (4.2 * 190 + LANE_HEADER_WIDTH) * SMALLEST
    parts = plan(arranged(mortgage()), width, 2_000, SMALLEST, SMALLEST, WORDS).parts
    assert [end - first for first, end in (part.columns for part in parts)] == [3, 3, 3]


def test_a_separator_stays_with_the_lane_below() -> None:
    arrangement = arranged(mortgage())
    for height in range(200, 700, 7):
        for row in page_rows(arrangement, (0, 4), height, SMALLEST, WORDS):
            assert row.lanes[-1].lane.kind != "separator"


def test_the_curve_goes_on_over_the_edge() -> None:
    """A page knows the neighbouring points: the line leaves it where it enters the next."""
    arrangement = arranged(mortgage())
    (row,) = page_rows(arrangement, (3, 5), 2_000, SMALLEST, WORDS)
    left, right = arrangement.columns[3].x, arrangement.columns[5].x
    points = [point for point in row.curves[0].points if point.emotion is not None]
    assert sum(point.x < left for point in points) == 2
    assert sum(point.x > right for point in points) == 2
    assert len(row.curves[0].points) < len(arrangement.curves[0].points)
    lane = row.lane_of("ln_c")
    assert lane is not None
    assert row.curves[0].zero == pytest.approx(lane.y + lane.height / 2)
