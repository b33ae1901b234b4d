"""Two channels become one: whatever named the one that goes names the one that stays."""

from __future__ import annotations

from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.channels import merge_channels
from cjeditor.model.project import ParkedCard
from cjeditor.model.replace import replace
from cjeditor.model.rules import problems
from cjeditor.model.saved_view import SavedView
from cjeditor.model.table import find
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

_PARKED = Touchpoint(id="tp_x", number=9, step="st_x", lane="ln_x", rank="a0", channel="ch_a")
BEFORE = replace(
    small_project(),
    parked=(ParkedCard(id="pk_a", touchpoint=_PARKED),),
    views=(SavedView(id="vw_a", rank="a0", map=MAP, name="Both", channels=("ch_b", "", "ch_a")),),
)
BEFORE = replace(BEFORE, personas=tuple(replace(one, preferred_channels=("ch_a", "ch_b")) for one in BEFORE.personas))


def test_whatever_named_the_one_names_the_other_once() -> None:
    after = merge_channels(BEFORE, gone="ch_a", kept="ch_b")
    assert find(after.channels, "ch_a") is None
    assert find(after.channels, "ch_b") is find(BEFORE.channels, "ch_b")
    advert = find(after.maps[0].touchpoints, "tp_a")
    assert advert is not None
    assert advert.channel == "ch_b"
    assert {one.preferred_channels for one in after.personas} == {("ch_b",)}
    assert after.views[0].channels == ("ch_b", "")
    assert after.parked[0].touchpoint is not None
    assert after.parked[0].touchpoint.channel == "ch_b"
    assert list(problems(after)) == []
    assert find(after.maps[0].touchpoints, "tp_d") is find(BEFORE.maps[0].touchpoints, "tp_d")


def test_refuses_unknown_channels_and_a_channel_with_itself() -> None:
    assert refusal(merge_channels, BEFORE, gone="ch_x", kept="ch_b").code == "unknown-id"
    assert refusal(merge_channels, BEFORE, gone="ch_b", kept="ch_x").code == "unknown-id"
    assert refusal(merge_channels, BEFORE, gone="ch_b", kept="ch_b").code == "merge-with-itself"
