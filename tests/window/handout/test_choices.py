"""What is remembered of a handout: as it was chosen, and sensible where it is damaged or of another version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from cjeditor.export.options import OwnSize
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.presets import PRESETS
from cjeditor.window.handout.choices import FIRST_PRESET, Choices, kept, named_paper, ordered_with, to_keep
from cjeditor.window.handout.page_column import CAPTION, MARGIN, PageColumn, fitting_scale
from cjeditor.window.kept_handouts import KeptHandouts

CHOSEN = Choices(
    order=tuple(reversed(PART_KEYS)), ticked=frozenset({"map", "legend"}), paper="500x700", landscape=False,
    language="de", audience="facilitator", brand="Bänk & Co",
)  # fmt: skip


def test_what_was_chosen_comes_back() -> None:
    assert kept(json.loads(json.dumps(to_keep(CHOSEN)))) == CHOSEN
    assert CHOSEN.parts == ("legend", "map")
    assert named_paper("500x700") == OwnSize(500, 700)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"order": 5, "ticked": "map", "paper": ["A4"], "language": "fr", "audience": 7, "brand": None, "grey": "yes"},
        {"ticked": ["gone"], "paper": "1x1"},
    ],
)
def test_what_makes_no_sense_is_what_is_proposed_first(values: dict[str, object]) -> None:
    found = kept(values)
    assert found.parts == FIRST_PRESET.parts
    assert sorted(found.order) == sorted(PART_KEYS)
    assert (found.paper, found.language, found.brand) == ("", "", "")


def test_a_project_without_an_audience_has_that_of_its_set_and_never_clients() -> None:
    for one in PRESETS:
        found = kept({"order": list(ordered_with(one.parts)), "ticked": list(one.parts)})
        assert (found.parts, found.audience) == (one.parts, one.audience)
    assert kept({"ticked": ["cover"]}).audience == "team"


def test_a_part_that_is_new_stands_where_the_table_has_it() -> None:
    order = [key for key in PART_KEYS if key not in ("cover", "notes")]
    assert kept({"order": order, "ticked": ["map"]}).order == PART_KEYS
    assert ordered_with(("legend", "gone", "map"))[:3] == ("legend", "map", PART_KEYS[0])


def test_sets_and_last_choices_are_kept_by_person(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    handouts = KeptHandouts(settings)
    assert handouts.last("nine-phases") == {}
    handouts.keep_set("Für & Bank", ("map", "cover"))
    handouts.keep_set("b", ("map",))
    handouts.keep_last("nine-phases", {"paper": "A3"})
    handouts.keep_last("loyalty-loop", {"paper": "A0"})
    settings.sync()
    again = KeptHandouts(QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat))
    assert again.sets() == {"Für & Bank": ("map", "cover"), "b": ("map",)}
    assert again.last("nine-phases") == {"paper": "A3"}
    assert again.last("own") == {"paper": "A0"}
    chosen = {"paper": "A3", "audience": "client", "brand": "Bank", "language": "de", "grey": True}
    for number in range(40):
        handouts.keep_last("nine-phases", chosen, (f"file {number}", "session"))
    kept_of = KeptHandouts(settings).last("own", ("file 39",))
    assert kept_of == {"paper": "A3", "audience": "client", "brand": "Bank", "language": "de"}
    for names in ((), ("session",), ("file 0",)):
        assert KeptHandouts(settings).last("nine-phases", names) == {"paper": "A3"}
    assert "file 39" not in settings.value("handouts/projects"), "where files lie is nobody's business"
    again.remove_set("b")
    assert list(again.sets()) == ["Für & Bank"]
    for damaged in ("{", "[]", "5", '{"x": 3, " ": []}', "[" * 5_000):
        settings.setValue("handouts/sets", damaged)
        assert KeptHandouts(settings).sets() == {}


def test_pages_lie_below_each_other_and_are_found_where_they_lie() -> None:
    column = PageColumn([(100, 50), (50, 100), (100, 50)], 2.0, 300)
    assert [place.width for place in column.places] == [200, 100, 200]
    assert all(place.left * 2 + place.width == column.width for place in column.places)
    assert column.places[1].top == MARGIN + 100 + CAPTION
    assert list(column.in_sight(0, MARGIN + 50)) == [1]
    assert list(column.in_sight(MARGIN + 99, CAPTION + 3)) == [1, 2]
    assert list(column.in_sight(MARGIN + 100, CAPTION)) == []
    assert column.page_at(MARGIN + 60, 200) == 2
    assert list(PageColumn([], 1.0, 100).in_sight(0, 50)) == []


def test_a_page_that_fits_stands_whole_in_the_room() -> None:
    scale = fitting_scale((842, 595), (700, 600))
    column = PageColumn([(842, 595)], scale, 700)
    assert column.places[0].width <= 700 - 2 * MARGIN
    assert column.height <= 600
    assert column.top_of(1, 600) <= column.places[0].top
