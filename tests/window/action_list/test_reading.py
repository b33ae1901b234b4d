"""What the table of actions says of their cards."""

from __future__ import annotations

from cjeditor.model.edits import maps
from cjeditor.texts import of
from cjeditor.window.action_list.reading import ActionReading
from tests.builders import MAP, small_project


def test_the_numbers_of_cards_stay_seen_behind_the_long_title_of_another_map() -> None:
    project = maps.set_map(small_project(), MAP, title="A commute that costs the whole morning")
    assert ActionReading(project, MAP, of("en"), "").numbers(["nt_c", "tp_a"]) == "1, 6"
    assert ActionReading(project, "map_2", of("en"), "").numbers(["nt_c", "tp_a"]) == "A commute t…: 1, 6"
