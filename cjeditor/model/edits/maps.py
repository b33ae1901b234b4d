"""Edits of the project itself and what its maps share: maps, personas, channels, pictures."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from cjeditor.model import rules, table
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.parts import (
    check_free,
    check_persona_references,
    check_reference,
    check_references,
    check_settable,
    is_in_place,
    placed,
    with_map,
)
from cjeditor.model.edits.removal import forget
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, known, map_of, ordered
from cjeditor.model.problem import EditRefused, refused
from cjeditor.model.project import Asset, Channel, Persona, Project
from cjeditor.model.replace import make, replace
from cjeditor.model.saved_view import SavedView

MAP_FIXED = ("id", "rank", "retired_number", *MAP_PREFIXES)
"""Fields that `set_map` leaves alone."""


def set_project(project: Project, **fields: Any) -> Project:
    """Other values for the project's own fields: title, language, client, settings.

    Raises EditRefused: `field-fixed`, `field-refused`, `emotion-labels`.
    """
    check_settable("", fields, tuple(PROJECT_PREFIXES))
    new = replace(project, **fields)
    for problem in rules.figures(new):
        raise EditRefused(problem)
    return new


def add_map(project: Project, journey_map: JourneyMap, index: int | None = None) -> Project:
    """`project` with a map more, before the map at `index` (0-based; None: as the last); its rank follows from that.

    Raises EditRefused: `id-taken`, or the first rule that the map would break.
    """
    check_free(project, "maps", journey_map.id)
    new = replace(project, maps=table.put(project.maps, placed(ordered(project.maps), [journey_map], index)))
    for problem in rules.problems(new):
        raise EditRefused(problem)
    return new


def set_map(project: Project, map_id: str, **fields: Any) -> Project:
    """Other values for a map's own fields: title, scenario, lead persona and so on.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`, `reference-twice`.
    """
    check_settable(map_id, fields, MAP_FIXED)
    new = replace(map_of(project, map_id), **fields)
    check_reference(map_id, "lead_persona", new.lead_persona, project.personas)
    check_references(map_id, "overlaid_personas", new.overlaid_personas, project.personas)
    check_reference(map_id, "origin", new.origin, table.without(project.maps, [map_id]))
    return with_map(project, new)


def move_map(project: Project, map_id: str, index: int) -> Project:
    """The map to the place `index` (0-based) among the others; too far means the end.

    Raises EditRefused (`unknown-id`).
    """
    moved = map_of(project, map_id)
    siblings = ordered(project.maps)
    if is_in_place(siblings, [moved], index):
        return project
    stay = [each for each in siblings if each is not moved]
    return replace(project, maps=table.put(project.maps, placed(stay, [moved], index)))


def delete_map(project: Project, map_id: str) -> Project:
    """`project` without a map, the surveys about it, and mentions of what is on it in actions and the agenda.

    Raises EditRefused: `unknown-id`, and `last-map` where it is the only one.
    """
    old = map_of(project, map_id)
    if len(project.maps) == 1:
        raise refused("last-map", map_id)
    heirs = [replace(each, origin=None) for each in project.maps if each.origin == map_id]
    gone = {map_id, *(each.id for each in (*old.phases, *old.lanes, *cards(old)))}
    maps = table.put(table.without(project.maps, [map_id]), heirs)
    return forget(replace(project, maps=maps), gone)


def add_persona(project: Project, *, persona_id: str, name: str, **fields: Any) -> Project:
    """A persona more. Raises EditRefused: `id-taken`, `wrong-prefix`, `field-refused`, `unknown-reference`."""
    check_free(project, "personas", persona_id)
    new = make(Persona, id=persona_id, name=name, **fields)
    check_persona_references(project, new)
    return replace(project, personas=table.put(project.personas, (new,)))


def set_persona(project: Project, persona_id: str, **fields: Any) -> Project:
    """Other field values for a persona.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`, `reference-twice`.
    """
    check_settable(persona_id, fields, ("id",))
    new = replace(known(project.personas, persona_id), **fields)
    check_persona_references(project, new)
    return replace(project, personas=table.put(project.personas, (new,)))


def delete_persona(project: Project, persona_id: str) -> Project:
    """`project` without a persona; maps, cards and views name it no longer. Raises EditRefused (`unknown-id`)."""
    known(project.personas, persona_id)
    maps = [
        replace(
            each,
            lead_persona=None if each.lead_persona == persona_id else each.lead_persona,
            overlaid_personas=tuple(other for other in each.overlaid_personas if other != persona_id),
            touchpoints=_without_feelings(_with_field_cleared(each.touchpoints, "persona", persona_id), persona_id),
            notes=_with_field_cleared(each.notes, "persona", persona_id),
        )
        for each in project.maps
    ]
    project = replace(
        project,
        maps=tuple(maps),
        personas=table.without(project.personas, [persona_id]),
        views=_views_without(project, "personas", persona_id),
    )
    return _with_kept_cleared(project, "persona", persona_id)


def add_channel(project: Project, *, channel_id: str, name: str, **fields: Any) -> Project:
    """A channel more. `fields`: mode, icon. Raises EditRefused: `id-taken`, `wrong-prefix`, `field-refused`."""
    check_free(project, "channels", channel_id)
    new = make(Channel, id=channel_id, name=name, **fields)
    return replace(project, channels=table.put(project.channels, (new,)))


def set_channel(project: Project, channel_id: str, **fields: Any) -> Project:
    """Other field values for a channel. Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`."""
    check_settable(channel_id, fields, ("id",))
    new = replace(known(project.channels, channel_id), **fields)
    return replace(project, channels=table.put(project.channels, (new,)))


def delete_channel(project: Project, channel_id: str) -> Project:
    """`project` without a channel; nothing names it any more. Raises EditRefused (`unknown-id`)."""
    known(project.channels, channel_id)
    maps = [
        replace(each, touchpoints=_with_field_cleared(each.touchpoints, "channel", channel_id)) for each in project.maps
    ]
    personas = [
        replace(each, preferred_channels=tuple(other for other in each.preferred_channels if other != channel_id))
        for each in project.personas
    ]
    project = replace(
        project,
        maps=tuple(maps),
        personas=tuple(personas),
        channels=table.without(project.channels, [channel_id]),
        views=_views_without(project, "channels", channel_id),
    )
    return _with_kept_cleared(project, "channel", channel_id)


def add_asset(project: Project, *, asset_id: str, media_type: str, data: str) -> tuple[Project, str]:
    """A picture more, `data` in base64; also returns the sum by which portraits and notes name it.

    A picture that the project has already is not added a second time. Raises EditRefused: `id-taken`, `wrong-prefix`,
    `field-refused`, `picture-refused` (what is there is no base64, or nothing).
    """
    sha256 = _sum_of(data, asset_id)
    if any(asset.sha256 == sha256 for asset in project.assets):
        return project, sha256
    check_free(project, "assets", asset_id)
    new = make(Asset, id=asset_id, sha256=sha256, media_type=media_type, data=data)
    return replace(project, assets=table.put(project.assets, (new,))), sha256


def _sum_of(data: str, asset_id: str) -> str:
    try:
        content = base64.b64decode(data, validate=True)
    except ValueError as error:  # bytes that base64 does not have, or too few of them
        raise refused("picture-refused", asset_id) from error
    if not content:
        raise refused("picture-refused", asset_id)
    return hashlib.sha256(content).hexdigest()


def _with_kept_cleared(project: Project, field: str, value: str) -> Project:
    """`project` in which no card that waits outside the maps names this persona or channel (`field`) any more."""
    changed = []
    for each in project.parked:
        if each.card is not None and getattr(each.card, field, None) == value:
            name = "touchpoint" if each.touchpoint is not None else "note"
            changed.append(replace(each, **{name: replace(each.card, **{field: None})}))
    return replace(project, parked=table.put(project.parked, changed)) if changed else project


def _views_without(project: Project, field: str, value: str) -> tuple[SavedView, ...]:
    """The saved views, none of which looks for a channel or persona that goes."""
    changed = [
        replace(view, **{field: tuple(each for each in getattr(view, field) if each != value)})
        for view in project.views
        if value in getattr(view, field)
    ]
    return table.put(project.views, changed)


def _without_feelings(touchpoints: tuple[Touchpoint, ...], persona_id: str) -> tuple[Touchpoint, ...]:
    """The touchpoints, none of which says how a persona feels that goes."""
    changed = [
        replace(each, feelings=tuple(one for one in each.feelings if one.persona != persona_id))
        for each in touchpoints
        if any(one.persona == persona_id for one in each.feelings)
    ]
    return table.put(touchpoints, changed)


def _with_field_cleared(records: tuple[Any, ...], field: str, value: str) -> tuple[Any, ...]:
    return table.put(records, [replace(each, **{field: None}) for each in records if getattr(each, field) == value])
