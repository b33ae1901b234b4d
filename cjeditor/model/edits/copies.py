"""A second map made from one of the project: the same in everything that people see, with ids of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.maps import MAP_FIXED, add_map
from cjeditor.model.edits.parts import check_settable
from cjeditor.model.ids import MAP_PREFIXES, NESTED_PREFIXES
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

NewIds = Callable[[str], str]
"""Gives a new id for a prefix (`ph`, `st`, `ln`, `tp`, `nt`, `lk`, `cm`, `do`, `kp`)."""

_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "steps": ("phase",),
    "touchpoints": ("step", "lane"),
    "notes": ("step", "lane"),
    "links": ("source", "target"),
    "comments": ("about",),
}
"""The fields in which the records of a map's table name records of the same map."""

_WITH_ORIGIN = ("phases", "steps", "lanes", "touchpoints", "notes")
"""Tables whose records say which one they were copied from."""

_COPIED = tuple(name for name in MAP_PREFIXES if name != "rounds")
"""The tables that a copy has, too."""


def duplicate_map(
    project: Project, map_id: str, *, new_map_id: str, new_ids: NewIds, title: str, **fields: Any
) -> Project:
    """`project` with a copy of one of its maps right after it. `fields`: state and what else differs.

    The copy says by its origin where it comes from, and so do its phases, steps, lanes and cards. Its cards keep their
    numbers. Actions, surveys and rounds of voting stay with the original, though the cards show their votes on the
    copy, too. Raises EditRefused: `unknown-id`, `id-taken`, `id-twice`, `wrong-prefix`, `field-fixed`, `field-refused`,
    `unknown-reference`.
    """
    check_settable(new_map_id, fields, (*MAP_FIXED, "origin"))
    original = map_of(project, map_id)
    fresh = {map_id: new_map_id, **_fresh_ids(original, new_ids)}
    tables = {name: table.in_order(_renewed(original, name, fresh, new_ids)) for name in _COPIED}
    copy = replace(original, id=new_map_id, title=title, origin=map_id, rounds=(), **{**fields, **tables})
    return add_map(project, copy, index=ordered(project.maps).index(original) + 1)


def _fresh_ids(original: JourneyMap, new_ids: NewIds) -> dict[str, str]:
    """A new id for each record of the map, by its old one.

    Of each table they are sorted as the old ones are: where two records have the same rank their ids say which comes
    first, and it should be the same one on the copy.
    """
    fresh: dict[str, str] = {}
    for name in _COPIED:
        records = getattr(original, name)
        fresh.update(
            zip((each.id for each in records), sorted(new_ids(MAP_PREFIXES[name]) for _ in records), strict=True)
        )
    return fresh


def _renewed(original: JourneyMap, name: str, fresh: Mapping[str, str], new_ids: NewIds) -> Iterable[Any]:
    for each in getattr(original, name):
        changes: dict[str, Any] = {"id": fresh[each.id]}
        changes.update({field: fresh[getattr(each, field)] for field in _REFERENCES.get(name, ())})
        if name in _WITH_ORIGIN:
            changes["origin"] = each.id
        if isinstance(each, Note) and each.comes_from is not None and each.comes_from in fresh:
            changes["comes_from"] = fresh[each.comes_from]
        if isinstance(each, Touchpoint | Phase):
            for field, prefix in NESTED_PREFIXES.items():
                changes[field] = tuple(replace(inner, id=new_ids(prefix)) for inner in getattr(each, field))
        yield replace(each, **changes)
