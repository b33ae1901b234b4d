"""What the properties make of a project: the edits behind each field, for one or many records at once."""

from __future__ import annotations

from typing import Any

from cjeditor import texts
from cjeditor.catalogue import terms
from cjeditor.model.cards import Card
from cjeditor.model.edits import cards, lanes, links, maps, phases, steps
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.pictures import with_picture
from cjeditor.model.fields import Span
from cjeditor.model.lookup import card, map_of
from cjeditor.model.project import Asset, Project
from cjeditor.model.replace import replace
from cjeditor.window.properties.choice_fields import NewName
from cjeditor.window.properties.feelings_field import Felt
from cjeditor.window.properties.number_fields import InUnit
from cjeditor.window.properties.shared import Changed, Flagged, Parts, Removed, Spread, Wanted, edited
from cjeditor.window.properties.subject import (
    CARDS,
    FRAMEWORK_PHASE,
    PROJECT,
    SETTINGS,
    Subject,
    holders,
    records,
)


def with_value(project: Project, subject: Subject, key: str, wanted: object) -> Project:
    """Return `project` with the field `key` of all that the subject names set to `wanted`.

    Raises:
        EditRefused: the model does not allow that value.
    """
    if isinstance(wanted, Changed | Removed | Spread | Parts | Flagged):
        return _with_shared(project, subject, key, wanted)
    if isinstance(wanted, NewName):
        project = _with_new(project, key, wanted)
        wanted = wanted.id
    if isinstance(wanted, InUnit):
        return _with_unit(project, subject, key, wanted)
    if isinstance(wanted, Felt):
        return cards.set_feeling(project, subject.map_id, subject.ids, wanted.persona, wanted.emotion)
    if isinstance(wanted, Asset):
        project, wanted = with_picture(project, wanted)
    if key in ("step", "lane") and subject.kind in CARDS:
        return _with_place(project, subject, key, str(wanted))
    return _with_fields(project, subject, subject.ids, {key: wanted})


def _with_fields(project: Project, subject: Subject, ids: tuple[str, ...], fields: dict[str, Any]) -> Project:
    map_id = subject.map_id
    if subject.kind in CARDS:
        return _with_card_fields(project, map_id, ids, fields)
    if subject.kind == "map":
        for key, wanted in fields.items():
            project = _with_map_field(project, map_id, key, wanted)
        return project
    for one in ids:
        match subject.kind:
            case "phase":
                project = phases.set_phase(project, map_id, one, **_taken_apart(fields))
            case "step":
                project = steps.set_step(project, map_id, one, **fields)
            case "lane" | "other_lane":
                project = lanes.set_lane(project, map_id, one, **fields)
            case "link":
                project = links.set_link(project, map_id, one, **fields)
    return project


def _taken_apart(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a phase, its place in a framework as the two that the model has."""
    if FRAMEWORK_PHASE not in fields:
        return fields
    framework, phase = fields[FRAMEWORK_PHASE]
    return {**fields, "framework": framework, "framework_phase": phase}


def _with_card_fields(project: Project, map_id: str, ids: tuple[str, ...], fields: dict[str, Any]) -> Project:
    touchpoints = [one for one in ids if one.startswith("tp_")]
    notes = [one for one in ids if not one.startswith("tp_")]
    if touchpoints:
        project = cards.set_touchpoint(project, map_id, touchpoints, **fields)
    return cards.set_note(project, map_id, notes, **fields) if notes else project


def _with_place(project: Project, subject: Subject, key: str, place: str) -> Project:
    """Move the cards to another step or lane, each at the end of its new cell; those that lie there stay."""
    journey_map = map_of(project, subject.map_id)
    cells: dict[tuple[str, str], list[str]] = {}
    for one in (card(journey_map, each) for each in subject.ids):
        cell = _cell(one, key, place)
        if cell != (one.step, one.lane):
            cells.setdefault(cell, []).append(one.id)
    for (step, lane), ids in cells.items():
        project = move_cards(project, subject.map_id, ids, step=step, lane=lane)
    return project


def _cell(one: Card, key: str, place: str) -> tuple[str, str]:
    return (place, one.lane) if key == "step" else (one.step, place)


def _with_shared(project: Project, subject: Subject, key: str, wanted: Wanted) -> Project:
    """Make an edit of what the records hold in a field of several values; one that holds the same stays itself."""
    if key == "links":
        return _with_links(project, subject.map_id, wanted)
    some = records(project, subject)
    before = holders(map_of(project, subject.map_id), some, key)
    for record_id, old, new in zip(subject.ids or (subject.map_id,), before, edited(before, wanted), strict=True):
        if new != old:
            project = _with_fields(project, subject, (record_id,), {key: new})
    return project


def _with_unit(project: Project, subject: Subject, key: str, wanted: InUnit) -> Project:
    """Count the lengths of time that there are in another unit; where there is none, none comes."""
    for one, span in zip(subject.ids, (getattr(each, key) for each in records(project, subject)), strict=True):
        if isinstance(span, Span):
            project = _with_fields(project, subject, (one,), {key: replace(span, unit=wanted.unit)})
    return project


def _with_links(project: Project, map_id: str, wanted: Wanted) -> Project:
    match wanted:
        case Changed(ids, field, value):
            for one in ids:
                project = links.set_link(project, map_id, one, **{field: value})
        case Removed(ids):
            project = links.delete_links(project, map_id, ids)
        case Spread(record):
            fields = {name: value for name, value in record if name != "id"}
            project = links.add_link(project, map_id, link_id=record.id, **fields)
        case Parts() | Flagged():
            pass  # links are neither short texts nor given values
    return project


def _with_map_field(project: Project, map_id: str, key: str, wanted: Any) -> Project:
    if key == f"{PROJECT}language":
        project = _with_words_in(project, str(wanted))
    if key.startswith(PROJECT):
        return maps.set_project(project, **{key.removeprefix(PROJECT): wanted})
    if key.startswith(SETTINGS):
        settings = replace(project.settings, **{key.removeprefix(SETTINGS): wanted})
        return maps.set_project(project, settings=settings)
    return maps.set_map(project, map_id, **{key: wanted})


def _with_words_in(project: Project, language: str) -> Project:
    """Say those of the project's words for emotions that are ours in another language."""
    own = project.settings.emotion_labels
    if not own:
        return project
    ours, new = (
        [terms.emotion(value, Project(), texts.of(one)) for value in range(-2, 3)]
        for one in (project.language, language)
    )
    words = tuple(then if word == now else word for word, now, then in zip(own, ours, new, strict=True))
    return maps.set_project(project, settings=replace(project.settings, emotion_labels=words))


def _with_new(project: Project, key: str, wanted: NewName) -> Project:
    if key == "channel":
        return maps.add_channel(project, channel_id=wanted.id, name=wanted.name, mode=wanted.mode or "online")
    return maps.add_persona(project, persona_id=wanted.id, name=wanted.name)
