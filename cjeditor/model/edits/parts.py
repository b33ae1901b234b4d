"""What every edit needs: putting a changed part back into its project, free ids, fixed fields, known references."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from cjeditor.model import ranks, table
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.ids import MAP_PREFIXES, NESTED_PREFIXES, PROJECT_PREFIXES, has_prefix
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import nested_ids
from cjeditor.model.problem import refused
from cjeditor.model.project import AgendaStep, ParkedCard, Persona, Project
from cjeditor.model.replace import replace
from cjeditor.model.saved_view import SavedView
from cjeditor.model.voting import VotingRound

S = TypeVar(
    "S",
    JourneyMap,
    Phase,
    Step,
    Lane,
    Touchpoint,
    Note,
    Touchpoint | Note,
    AgendaStep,
    ParkedCard,
    SavedView,
    VotingRound,
)


def with_map(project: Project, journey_map: JourneyMap) -> Project:
    """`project` with this state of one of its maps."""
    old = table.find(project.maps, journey_map.id)
    if old is journey_map:
        return project
    return replace(project, maps=table.put(project.maps, (journey_map,)))


def check_free(project: Project, table_name: str, record_id: str) -> None:
    """Raise EditRefused where a new record's id is taken (`id-taken`) or of another kind (`wrong-prefix`).

    Kinds do not share prefixes, so only the tables of one kind need to be searched.
    """
    in_maps = table_name in MAP_PREFIXES
    prefix = MAP_PREFIXES[table_name] if in_maps else PROJECT_PREFIXES[table_name]
    if not has_prefix(record_id, prefix):
        raise refused("wrong-prefix", record_id, id=record_id, prefix=prefix)
    homes = project.maps if in_maps else (project,)
    if any(table.find(getattr(home, table_name), record_id) is not None for home in homes):
        raise refused("id-taken", record_id, id=record_id)


def check_new(project: Project, new: Collection[Touchpoint | Note]) -> None:
    """Raise EditRefused where an id is in use, in the project or among the new cards."""
    seen: set[str] = set()
    for each in new:
        check_free(project, "touchpoints" if isinstance(each, Touchpoint) else "notes", each.id)
        if each.id in seen:
            raise refused("id-taken", each.id, id=each.id)
        seen.add(each.id)


def check_settable(record_id: str, fields: Mapping[str, Any], fixed: Collection[str]) -> None:
    """Raise EditRefused (`field-fixed`) where an edit is asked to set a field that has an edit of its own."""
    for name in fields:
        if name in fixed:
            raise refused("field-fixed", *((record_id, name) if record_id else (name,)), field=name)


def check_card_references(project: Project, card: Touchpoint | Note) -> None:
    """Raise EditRefused (`unknown-reference`) where a card names a persona, channel or picture that is not there."""
    check_reference(card.id, "persona", card.persona, project.personas)
    if isinstance(card, Touchpoint):
        check_reference(card.id, "channel", card.channel, project.channels)
    else:
        check_picture(project, card.id, "picture", card.picture)


def check_picture(project: Project, record_id: str, field: str, sha256: str | None) -> None:
    """Raise EditRefused (`unknown-reference`) where `sha256` is that of no picture of the project."""
    if sha256 is not None and all(asset.sha256 != sha256 for asset in project.assets):
        raise refused("unknown-reference", record_id, field, field=field, id=sha256)


def check_persona_references(project: Project, persona: Persona) -> None:
    """Raise EditRefused where a persona's channels or portrait are not in the project, or a channel is named twice."""
    check_references(persona.id, "preferred_channels", persona.preferred_channels, project.channels)
    check_picture(project, persona.id, "portrait", persona.portrait)


def check_reference(record_id: str, field: str, target: str | None, among: tuple[table.W, ...]) -> None:
    """Raise EditRefused (`unknown-reference`) where `target` is named but not `among` the records."""
    if target is not None and table.find(among, target) is None:
        raise refused("unknown-reference", record_id, field, field=field, id=target)


def check_references(record_id: str, field: str, targets: tuple[str, ...], among: tuple[table.W, ...]) -> None:
    """Raise EditRefused where one of `targets` is unknown (`unknown-reference`) or named twice (`reference-twice`)."""
    for position, target in enumerate(targets):
        check_reference(record_id, field, target, among)
        if target in targets[:position]:
            raise refused("reference-twice", record_id, field, field=field, id=target)


def check_nested(project: Project, fields: Mapping[str, Any], changed: Collection[Touchpoint | Phase]) -> None:
    """Raise EditRefused where drop-off points or KPIs that were just set bring an id that is wrong or in use.

    `changed` are the records as they shall be. Nothing is searched unless `fields` names such a field.
    """
    if not any(fields.get(name) for name in NESTED_PREFIXES):
        return
    ids = {record.id for record in changed}
    taken = {
        inner
        for each in project.maps
        for holders in (each.touchpoints, each.phases)
        for record in holders
        if record.id not in ids
        for inner, _prefix in nested_ids(record)
    }
    for record in changed:
        for inner, prefix in nested_ids(record):
            if not has_prefix(inner, prefix):
                raise refused("wrong-prefix", inner, id=inner, prefix=prefix)
            if inner in taken:
                raise refused("id-taken", inner, id=inner)
            taken.add(inner)


def placed(stay: list[S], newcomers: list[S], index: int | None) -> list[S]:
    """The newcomers with ranks that put them before `stay[index]`, and those of `stay` that needed another rank.

    `index` counts among `stay` only; None, or one beyond the end, means the end.
    """
    at = len(stay) if index is None else min(max(index, 0), len(stay))
    found = ranks.place([record.rank for record in stay], at, len(newcomers))
    result = [replace(record, rank=rank) for record, rank in zip(newcomers, found.new, strict=True)]
    result += [replace(stay[position], rank=rank) for position, rank in found.changed.items()]
    return result


def is_in_place(siblings: list[S], moved: list[S], index: int | None) -> bool:
    """Whether `moved`, some of `siblings`, already stand together and in order before the others' `index`."""
    ids = [record.id for record in moved]
    others = [record.id for record in siblings if record.id not in set(ids)]
    at = len(others) if index is None else min(max(index, 0), len(others))
    return [record.id for record in siblings] == others[:at] + ids + others[at:]
