"""The funnel lane shows the stages under the phases they belong to, what goes on between them, and the weakest way."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.export.pdf.split import plan
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.draw_folds import draw_folded_lane
from cjeditor.layout.funnel_lane import FUNNEL_HEIGHT, said_of
from cjeditor.layout.icons import icon_character
from cjeditor.layout.primitives import Rect, Text
from cjeditor.layout.whole_map import Stretch, draw_map
from cjeditor.model.edits.funnel import set_counts
from cjeditor.model.edits.lanes import add_lane, set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import FunnelStage
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project

WORDS = texts.of("en")
COUNTS: dict[FunnelStage, int] = {"leads": 400, "prospects": 100, "customers": 92}


def counted(
    counts: dict[FunnelStage, int], stages: tuple[str | None, ...] = ("leads", "prospects", "customers")
) -> Project:
    """The small project with a funnel lane at the top, its three phases of these stages and these counts."""
    project = add_lane(small_project(), MAP, lane_id="ln_f1", kind="funnel", name="Funnel", index=0)
    for phase, stage in zip(("ph_a", "ph_b", "ph_c"), stages, strict=True):
        project = set_phase(project, MAP, phase, funnel_stage=stage)
    ids = {stage: f"fn_{stage}" for stage in counts}
    return set_counts(replace(project, funnel=()), MAP, counts, ids)


def shapes_of(arrangement: Arrangement, stretch: Stretch | None = None) -> list[Text]:
    return [shape for shape in draw_map(arrangement, WORDS, stretch).clipped if isinstance(shape, Text)]


def words_of(arrangement: Arrangement, stretch: Stretch | None = None) -> list[str]:
    return [shape.text for shape in shapes_of(arrangement, stretch) if shape.face != "icon"]


def test_stages_lie_under_their_phases_with_bars_as_high_as_their_counts() -> None:
    arrangement = arrange(counted(COUNTS), MAP, WORDS)
    assert [(stop.x, stop.width) for stop in arrangement.funnel.stops] == [
        (box.x, box.width) for box in arrangement.phases
    ]
    bars = [s for s in draw_map(arrangement, WORDS).clipped if isinstance(s, Rect) and s.fill == "edge.goal"]
    assert [round(bar.height / bars[0].height, 3) for bar in bars] == [1, 0.25, 0.23]
    assert len({bar.y + bar.height for bar in bars}) == 1
    assert {"Leads", "400", "Prospects", "100", "Customers", "92"} <= set(words_of(arrangement))
    assert "Leads → Customers: 23%" in words_of(arrangement)


def test_the_weakest_way_is_told_by_sign_letters_and_words_at_the_border_of_both_stages() -> None:
    arrangement = arrange(counted(COUNTS), MAP, WORDS)
    shapes = shapes_of(arrangement)
    weak = next(one for one in shapes if "weakest" in one.text)
    assert weak.text.startswith("25%")
    assert weak.face == "bold"
    assert [one.y for one in shapes if one.text == icon_character("warning")] == [pytest.approx(weak.y, abs=4)]
    border = arrangement.phases[1].x + arrangement.lane_header_width
    assert weak.x < border < weak.x + weak.width
    strong = next(one for one in shapes if one.text.startswith("92%"))
    assert strong.face == "regular"


def test_phases_of_one_stage_that_follow_each_other_share_a_bar() -> None:
    arrangement = arrange(counted(COUNTS, ("leads", "leads", "prospects")), MAP, WORDS)
    first, second = arrangement.funnel.stops
    assert first.phases == ("ph_a", "ph_b")
    assert first.width == arrangement.phases[0].width + arrangement.phases[1].width
    assert second.came is not None
    assert second.came.at == arrangement.phases[2].x


def test_what_does_not_follow_on_the_map_is_told_below_all() -> None:
    arrangement = arrange(counted(COUNTS, ("customers", "leads", None)), MAP, WORDS)
    assert all(stop.came is None for stop in arrangement.funnel.stops)
    assert "Leads → Prospects: 25% go on · 300 lost · weakest step" in arrangement.funnel.whole
    assert "no stage" in words_of(arrangement)


def test_stages_without_a_count_say_so_and_growth_points_up() -> None:
    arrangement = arrange(counted({"leads": 10, "customers": 20}), MAP, WORDS)
    assert "not counted" in words_of(arrangement)
    assert arrangement.funnel.stops[1].share is None
    grown = arrange(counted({"leads": 10, "prospects": 20}), MAP, WORDS)
    assert icon_character("arrow-up") in [one.text for one in shapes_of(grown)]
    assert not any("weakest" in one for one in words_of(grown))


def test_nothing_is_divided_by_nobody() -> None:
    said = words_of(arrange(counted({"leads": 0, "prospects": 0}), MAP, WORDS))
    assert "no share: nobody before" in said


def test_without_counts_the_screen_says_what_to_do() -> None:
    arrangement = arrange(counted({}), MAP, WORDS)
    assert arrangement.funnel.stops == ()
    assert any(one.startswith("Nobody has counted") for one in words_of(arrangement))


def test_a_map_without_the_lane_does_not_reckon() -> None:
    assert arrange(small_project(), MAP, WORDS).funnel.stops == ()


def test_collapsed_it_says_the_counts() -> None:
    project = set_lane(counted(COUNTS), MAP, "ln_f1", collapsed=True)
    arrangement = arrange(project, MAP, WORDS, folding=True)
    (said,) = draw_folded_lane(arrangement.lanes[0], WORDS)
    assert isinstance(said, Text)
    assert said.text == "Leads 400 → Prospects 100 → Customers 92"
    assert arrangement.funnel_lanes == ()


def test_a_sheet_that_begins_between_two_stages_tells_the_way_inside_its_edge() -> None:
    arrangement = arrange(counted(COUNTS), MAP, WORDS)
    drawing = draw_map(arrangement, WORDS, Stretch(1, 3, 0, len(arrangement.lanes)))
    weak = next(one for one in drawing.clipped if isinstance(one, Text) and one.text.startswith("25%"))
    assert weak.x >= drawing.body[0]
    assert "Leads" not in [one.text for one in drawing.clipped if isinstance(one, Text)]


def test_pages_of_a_printed_map_give_the_lane_its_height() -> None:
    arrangement = arrange(counted(COUNTS), MAP, WORDS)
    pages = [row for part in plan(arrangement, 300, 500, 0.7, 1.0, WORDS).parts for row in part.rows]
    heights = [box.height for page in pages for box in page.funnel_lanes]
    assert heights
    assert all(height >= FUNNEL_HEIGHT for height in heights)


def test_collapsed_phases_carry_no_words() -> None:
    project = set_phase(counted(COUNTS), MAP, "ph_a", collapsed=True)
    arrangement = arrange(project, MAP, WORDS, folding=True)
    assert "Leads" not in words_of(arrangement)
    assert "Prospects" in words_of(arrangement)


def test_each_column_can_be_told_aloud() -> None:
    arrangement = arrange(counted(COUNTS), MAP, WORDS)
    first, second, third, _ = arrangement.columns
    assert said_of(arrangement.funnel, first.x) == ["Leads: 400"]
    assert said_of(arrangement.funnel, second.x) == ["Prospects: 100", "25% go on · 300 lost · weakest step"]
    assert said_of(arrangement.funnel, third.x) == ["Prospects: 100"]
