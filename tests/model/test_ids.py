"""Ids and the prefixes of their kinds."""

from __future__ import annotations

from pydantic import TypeAdapter

from cjeditor.model import ids
from cjeditor.model.fields import Id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project


def test_new_ids_are_valid_and_differ() -> None:
    made = {ids.new_id("tp") for _ in range(200)}
    assert len(made) == 200
    for each in made:
        assert TypeAdapter(Id).validate_python(each).startswith("tp_")


def test_the_random_part_can_be_given() -> None:
    assert ids.new_id("tp", lambda: "x1") == "tp_x1"
    assert ids.new_id("tp_", lambda: "x1") == "tp_x1"


def test_every_table_has_a_prefix_of_its_own() -> None:
    tables = {**ids.MAP_PREFIXES, **ids.PROJECT_PREFIXES, **ids.NESTED_PREFIXES}
    assert len(set(tables.values())) == len(tables)
    for record, prefixes in ((JourneyMap, ids.MAP_PREFIXES), (Project, ids.PROJECT_PREFIXES)):
        lists = {name for name, field in record.model_fields.items() if "tuple" in str(field.annotation)}
        assert set(prefixes) == lists - {"overlaid_personas"}


def test_the_table_of_an_id() -> None:
    assert ids.table_of("nt_1") == "notes"
    assert ids.table_of("map_1") == ""
    assert ids.has_prefix("st_1", "st")
    assert not ids.has_prefix("stx_1", "st")
