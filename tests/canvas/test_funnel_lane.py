"""The funnel lane on the canvas follows other counts at once and repaints only the stages that look different."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjeditor.canvas.funnel_layer import _Item
from cjeditor.canvas.reading.said import Sayings
from cjeditor.canvas.reading.things import Thing
from cjeditor.layout.theme import DARK
from cjeditor.model.edits.funnel import set_counts
from cjeditor.model.edits.lanes import delete_lanes
from tests.canvas.hands import Hands
from tests.layout.test_funnel_lane import COUNTS, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cjeditor.model.fields import FunnelStage
    from cjeditor.model.project import Project


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    del qtbot
    made = Hands(counted(COUNTS))
    yield made
    made.canvas.close()


def items(hands: Hands) -> list[_Item]:
    found = [one for one in hands.canvas.view.scene().items() if isinstance(one, _Item)]
    return sorted(found, key=lambda one: (one.rect().width() > 1000, one.rect().right()))


def count(hands: Hands, stage: FunnelStage, number: int) -> None:
    def edit(project: Project) -> Project:
        return set_counts(project, "map_1", {stage: number}, {})

    hands.document.apply("Count", edit)


def test_another_count_draws_only_what_says_another_thing(hands: Hands) -> None:
    hands.canvas.view.grab()
    drawn = {id(one): one._picture for one in items(hands)}
    assert len(drawn) == 4
    assert all(drawn.values())
    count(hands, "customers", 80)
    anew = [one for one in items(hands) if one._picture is None]
    # The last stage, and the line about the whole.
    assert len(anew) == 2
    assert hands.canvas.desk.arrangement.funnel.stops[-1].counted == "80"
    hands.document.undo_stack.undo()
    assert hands.canvas.desk.arrangement.funnel.stops[-1].counted == "92"


def test_it_goes_with_its_lane_and_takes_the_colours_of_another_theme(hands: Hands) -> None:
    hands.canvas.view.grab()
    hands.canvas.set_theme(DARK)
    assert all(one._picture is None for one in items(hands))
    hands.document.apply("Delete", lambda project: delete_lanes(project, "map_1", ["ln_f1"]))
    assert items(hands) == []


def test_a_screen_reader_hears_stage_count_and_what_went_on(hands: Hands) -> None:
    thing = Thing("cell", "", step="st_b", lane="ln_f1")
    said = Sayings(hands.canvas.desk).name(thing)
    assert "Prospects: 100" in said
    assert "25% go on · 300 lost · weakest step" in said
