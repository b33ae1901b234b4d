"""Which changes the rules are asked about."""

from __future__ import annotations

import typing
from collections import defaultdict
from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.change import Change
from cjeditor.model.edits import cards, maps, views, voting, workshop
from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES, NESTED_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.rule_fields import READ_FIELDS, may_break
from tests.builders import MAP, small_project
from tests.model.edits.test_clipping import counting
from tests.strategies import PICTURES

BEFORE = small_project()


def with_everything() -> Project:
    """The small project with what it lacks: a round, a view, thoughts that wait, one of them a card before."""
    project = voting.open_round(BEFORE, MAP, round_id="vr_a", at="2026-11-27T10:00:00", phase="ph_a")
    project = voting.add_ballot(project, MAP, "vr_a", ["tp_a", "tp_b"])
    project = views.add_view(project, view_id="vw_a", name="All", map=MAP, tags=("home",), emotions=(1, None))
    project = workshop.park(project, ["Why"], new_ids=counting())
    project = replace(project, assets=PICTURES[:1])
    return workshop.park_cards(project, MAP, ["nt_b"], new_ids=lambda prefix: f"{prefix}_b")


def test_no_rule_reads_a_field_that_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    read: defaultdict[type[Record], set[str]] = defaultdict(set)
    project, usual = with_everything(), Record.__getattribute__

    def watched(record: Record, name: str) -> Any:
        if name in type(record).model_fields:
            read[type(record)].add(name)
        return usual(record, name)

    with monkeypatch.context() as patch:
        patch.setattr(Record, "__getattribute__", watched, raising=False)
        assert rules.problems(project) == []
    tables = {"id", *MAP_PREFIXES, *PROJECT_PREFIXES}
    for kind, named in READ_FIELDS.items():
        besides = set() if kind not in (Project, JourneyMap) else tables
        assert read[kind] - {"id"} - besides <= named, kind
        assert named - {"id"} <= read[kind], kind


def test_every_table_has_its_kind_of_record() -> None:
    kinds: set[type[Record]] = {Project, JourneyMap}
    for whole, names in ((Project, PROJECT_PREFIXES), (JourneyMap, MAP_PREFIXES)):
        hints = typing.get_type_hints(whole)
        kinds.update(typing.get_args(hints[name])[0] for name in names)
    assert set(READ_FIELDS) == kinds
    for name in NESTED_PREFIXES:
        assert all(name in READ_FIELDS[kind] for kind in kinds if name in kind.model_fields)


@pytest.mark.parametrize(
    ("after", "may"),
    [
        (cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="x", emotion=-1, tags=("a",), votes=3), False),
        (cards.set_touchpoint(BEFORE, MAP, ["tp_a"], channel=None), True),
        (cards.delete_cards(BEFORE, MAP, ["nt_d"]), True),
        (maps.set_project(BEFORE, title="x"), False),
        (maps.set_map(BEFORE, MAP, title="x"), False),
        (maps.set_map(BEFORE, MAP, lead_persona=None), True),
        (maps.delete_map(BEFORE, "map_2"), True),
    ],
)
def test_the_rules_are_asked_where_something_that_they_read_is_other(after: Project, may: bool) -> None:
    change = Change.between(BEFORE, after)
    assert change
    assert may_break(change) is may


def test_a_tag_twice_in_a_saved_view_is_refused() -> None:
    """R17 reads the tags of views, though those of cards are read by none."""
    project = with_everything()
    view = project.views[0]
    broken = replace(project, views=(replace(view, tags=("home", "home")),))
    assert rules.problems(broken)
    assert may_break(Change.between(project, broken))
