"""Draws the arguments of every edit, most of them fitting, some not: wrong ids and values have to be refused."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.model.edits import (
    cards,
    clipping,
    copies,
    joining,
    lanes,
    links,
    maps,
    moves,
    phases,
    placing,
    steps,
)
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered_steps
from cjeditor.model.project import Project, Settings
from tests import strategies
from tests.model import (
    action_drawing,
    comment_drawing,
    craft_drawing,
    funnel_drawing,
    score_drawing,
    transfer_drawing,
    view_drawing,
    voting_drawing,
    workshop_drawing,
)

Edit = Callable[[Project], Project]

_PICTURES = ("aGFsbG8=", "d2VsdA==", "", "a", "?", "aGFsbG8")
"""Two pictures, and what is none."""


_QUESTIONS = ("search.where", "need.why", "Not a key")


class Drawing:
    """Draws from `data` arguments that have to do with `project`; ids that it makes up were never used before."""

    def __init__(self, data: st.DataObject, numbers: itertools.count[int]) -> None:
        self._data = data
        self._numbers = numbers
        self.project = Project()
        self.map = JourneyMap(id="map_none", rank="a0")

    def look_at(self, project: Project) -> None:
        """Draw from now on for one of the maps of `project`, mostly the fullest."""
        self.project = project
        fullest = max(project.maps, key=lambda each: len(each.touchpoints) + len(each.notes))
        self.map = self.value(st.sampled_from(project.maps)) if self.rarely() else fullest

    def value(self, strategy: st.SearchStrategy[Any]) -> Any:
        """Any value of a strategy."""
        return self._data.draw(strategy)

    def rarely(self) -> bool:
        """True one time in twenty."""
        return bool(self.value(st.integers(0, 19)) == 19)

    def new(self, prefix: str) -> str:
        """An id for a new record; now and then one that is taken, or of another kind."""
        if self.rarely():
            return self.any_id()
        return f"{prefix}_N{next(self._numbers):04d}"

    def any_id(self) -> str:
        """The id of anything, or of nothing."""
        tables = ("phases", "steps", "lanes", "touchpoints", "notes", "links", "comments")
        every = ["tp_none", self.map.id, *(record.id for name in tables for record in getattr(self.map, name))]
        return str(self.value(st.sampled_from(every)))

    def one(self, *tables: str) -> str:
        """The id of one of the map's (or project's) records; now and then of something else."""
        ids = self.ids_in(*tables)
        return self.any_id() if not ids or self.rarely() else str(self.value(st.sampled_from(ids)))

    def several(self, *tables: str) -> list[str]:
        """Ids of some of the map's records."""
        ids = self.ids_in(*tables)
        if not ids or self.rarely():
            return [self.any_id()]
        return list(self.value(st.lists(st.sampled_from(ids), min_size=0 if self.rarely() else 1, max_size=4)))

    def ids_in(self, *tables: str) -> list[str]:
        """All ids of records in these tables of the map or project."""
        homes = [(self.map if hasattr(self.map, name) else self.project, name) for name in tables]
        return [record.id for home, name in homes for record in getattr(home, name)]

    def cards_in(self, **place: str) -> list[str]:
        """Ids of some of the cards of a step or lane; now and then of others."""
        if self.rarely():
            return self.several("touchpoints", "notes")
        every = (*self.map.touchpoints, *self.map.notes)
        ids = [card.id for card in every if all(getattr(card, name) == at for name, at in place.items())]
        return list(self.value(st.lists(st.sampled_from(ids), max_size=3, unique=True))) if ids else []

    def lane_for(self, table_name: str) -> str:
        """The id of a lane that holds such cards; now and then of another."""
        ids = [lane.id for lane in self.map.lanes if lane.holds == table_name]
        return self.one("lanes") if not ids or self.rarely() else str(self.value(st.sampled_from(ids)))

    def index(self) -> int | None:
        """A place, a None, or a number beyond either end."""
        found: int | None = self.value(st.none() | st.integers(-1, 5))
        return found

    def fields(self, of: dict[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
        """Values for some of the fields; now and then one that no record would take."""
        found: dict[str, Any] = self.value(strategies.some_of(of))
        if self.rarely():
            name = self.value(st.sampled_from(sorted(of)))
            found[name] = self.value(st.sampled_from([7, -9, "\x00", object, "\ud800", float("nan"), ("x", 1), True]))
        if self.rarely():
            found[self.value(st.sampled_from(["id", "rank", "nonsense"]))] = "a0"
        return found

    def touchpoint_fields(self) -> dict[str, Any]:
        """Fields of a touchpoint, its channel, persona and inner records among them."""
        found = self.fields(strategies.TOUCHPOINT_FIELDS)
        for field, table_name in (("channel", "channels"), ("persona", "personas")):
            if self.value(st.booleans()):
                found[field] = self.one(table_name) if self.ids_in(table_name) else None
        if self.rarely():
            found["kpis"] = (Kpi(id=self.new("kp")),)
            found["drop_off_points"] = (DropOffPoint(id=self.new("do")),)
        return found

    def note_fields(self) -> dict[str, Any]:
        """Fields of a note, its picture and persona among them."""
        found = self.fields(strategies.NOTE_FIELDS)
        if self.value(st.booleans()):
            found["picture"] = self.value(st.sampled_from([None, "0" * 64, *self.sums()]))
            found["persona"] = self.one("personas") if self.ids_in("personas") else None
        return found

    def sums(self) -> list[str]:
        """The sums of the project's pictures."""
        return [asset.sha256 for asset in self.project.assets]

    def persona_fields(self) -> dict[str, Any]:
        """Fields of a persona."""
        return {
            "name": self.value(strategies.texts()),
            "preferred_channels": tuple(dict.fromkeys(self.ids_in("channels"))),
            "portrait": self.value(st.sampled_from([None, *self.sums()])),
        }


def _move_step(d: Drawing) -> Edit:
    step, phase, index = d.one("steps"), d.one("phases"), d.index()
    return lambda p: steps.move_step(p, d.map.id, step, phase, index)


def _neighbours(d: Drawing, ids: list[str]) -> tuple[str, str]:
    """Two that stand side by side, as far as there are two."""
    if len(ids) < 2 or d.rarely():
        return d.any_id(), d.any_id()
    at = d.value(st.integers(0, len(ids) - 2))
    return ids[at], ids[at + 1]


def _merge_phases(d: Drawing) -> Edit:
    pair = _neighbours(d, list(dict.fromkeys(step.phase for step in ordered_steps(d.map))))
    return lambda p: phases.merge_phases(p, d.map.id, *pair)


def _merge_steps(d: Drawing) -> Edit:
    pair = _neighbours(d, [step.id for step in ordered_steps(d.map)])
    return lambda p: steps.merge_steps(p, d.map.id, *pair)


def _split_phase(d: Drawing) -> Edit:
    step = d.one("steps")
    phase = next((each.phase for each in d.map.steps if each.id == step), "ph_none")
    named = {"at_step": step, "new_phase_id": d.new("ph"), "new_step_id": d.new("st")}
    named.update(name=d.value(strategies.texts()), moved=d.cards_in(step=step))
    return lambda p: phases.split_phase(p, d.map.id, phase, **named)


def _split_step(d: Drawing) -> Edit:
    step = d.one("steps")
    named = {"new_step_id": d.new("st"), "moved": d.cards_in(step=step)}
    return lambda p: steps.split_step(p, d.map.id, step, **named)


def _split_lane(d: Drawing) -> Edit:
    lane = d.one("lanes")
    named = {"new_lane_id": d.new("ln"), "moved": d.cards_in(lane=lane)}
    return lambda p: lanes.split_lane(p, d.map.id, lane, **named)


def _call(function: Callable[..., Project], d: Drawing, *arguments: Any, **named: Any) -> Edit:
    return lambda p: function(p, d.map.id, *arguments, **named)


def _paste(d: Drawing) -> Edit:
    ids, step, lane, index = d.several("touchpoints", "notes"), d.one("steps"), d.one("lanes"), d.index()
    other = d.value(st.sampled_from(d.project.maps))

    def edit(p: Project) -> Project:
        found = clipping.Clipping.from_json(clipping.copy_cards(p, d.map.id, ids).to_json())
        return clipping.paste(p, other.id, found, new_ids=d.new, step=step, lane=lane, index=index)[0]

    return edit


def _merge_cards(d: Drawing) -> Edit:
    target, others = d.one("touchpoints", "notes"), d.several("touchpoints", "notes")
    return lambda p: joining.merge_cards(p, d.map.id, target, others)


def _split_card(d: Drawing) -> Edit:
    one = d.one("touchpoints", "notes")
    return lambda p: joining.split_card(p, d.map.id, one, new_ids=d.new)[0]


def _place_texts(d: Drawing) -> Edit:
    lines = d.value(st.lists(strategies.texts(), max_size=3))
    texts = [placing.PlacedText(d.one("steps"), d.one("lanes"), line) for line in lines]
    index = d.index()
    return lambda p: placing.place_texts(p, d.map.id, texts, new_ids=d.new, index=index)[0]


def _add_map(d: Drawing) -> Edit:
    new = JourneyMap(id=d.new("map") if not d.rarely() else "map_0", rank="a5", origin=d.map.id)
    return lambda p: maps.add_map(p, new)


def _add_map_at(d: Drawing) -> Edit:
    new, index = JourneyMap(id=d.new("map"), rank="a0"), d.index()
    return lambda p: maps.add_map(p, new, index)


def _duplicate_map(d: Drawing) -> Edit:
    """A copy, as long as there are few: each one doubles what the next steps have to look through."""
    if len(d.project.maps) > 3:
        return lambda p: p
    source = d.any_id() if d.rarely() else d.value(st.sampled_from(d.project.maps)).id
    found = {"title": "Copy", **d.fields(strategies.MAP_FIELDS), "new_map_id": d.new("map")}
    return lambda p: copies.duplicate_map(p, source, new_ids=d.new, **found)


def _move_map(d: Drawing) -> Edit:
    moved, index = d.value(st.sampled_from(d.project.maps)).id, d.value(st.integers(-1, 4))
    return lambda p: maps.move_map(p, moved, index)


def _set_map(d: Drawing) -> Edit:
    found = d.fields(strategies.MAP_FIELDS)
    if d.value(st.booleans()):
        found["lead_persona"] = d.one("personas") if d.ids_in("personas") else None
        found["overlaid_personas"] = tuple(d.several("personas"))
    return _call(maps.set_map, d, **found)


def _set_project(d: Drawing) -> Edit:
    words = d.value(st.sampled_from([(), ("a", "b", "c", "d", "e"), ("a",)]))
    title = d.value(strategies.texts())
    return lambda p: maps.set_project(p, title=title, settings=Settings(emotion_labels=words))


def _persona(function: Callable[..., Project], d: Drawing, **new: str) -> Edit:
    found = d.persona_fields()
    if new:
        return lambda p: function(p, **new, **found)
    persona = d.one("personas")
    return lambda p: function(p, persona, **found)


def _delete_shared(function: Callable[..., Project], gone: str) -> Edit:
    return lambda p: function(p, gone)


def _add_asset(d: Drawing) -> Edit:
    data, media_type = d.value(st.sampled_from(_PICTURES)), d.value(st.sampled_from(["image/png", "image/jpeg"]))
    asset = d.new("as")
    return lambda p: maps.add_asset(p, asset_id=asset, media_type=media_type, data=data)[0]


def _add_card(function: Callable[..., Project], d: Drawing, prefix: str, held: str, **fields: Any) -> Edit:
    found = {key: value for key, value in fields.items() if key != "id"}
    return _call(function, d, id=d.new(prefix), step=d.one("steps"), lane=d.lane_for(held), index=d.index(), **found)


def _without_id(found: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key not in names}


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_touchpoint": lambda d: _add_card(cards.add_touchpoint, d, "tp", "touchpoints", **d.touchpoint_fields()),
    "add_note": lambda d: _add_card(cards.add_note, d, "nt", "notes", **d.note_fields()),
    "set_touchpoint": lambda d: _call(cards.set_touchpoint, d, d.several("touchpoints"), **d.touchpoint_fields()),
    "set_note": lambda d: _call(cards.set_note, d, d.several("notes"), **d.note_fields()),
    "delete_cards": lambda d: _call(cards.delete_cards, d, d.several("touchpoints", "notes")),
    "renumber": lambda d: _call(cards.renumber, d),
    "move_cards": lambda d: _call(
        moves.move_cards,
        d,
        d.several(held := d.value(st.sampled_from(["touchpoints", "notes"]))),
        step=d.one("steps"),
        lane=d.lane_for(held),
        index=d.index(),
    ),
    "uncovered": lambda d: _call(moves.uncovered, d, d.several("touchpoints", "notes")),
    "move_cards_by": lambda d: _call(
        moves.move_cards_by,
        d,
        d.several("touchpoints", "notes"),
        steps=d.value(st.integers(-2, 2)),
        lanes=d.value(st.integers(-1, 1)),
    ),
    "paste": _paste,
    "place_texts": _place_texts,
    "merge_cards": _merge_cards,
    "split_card": _split_card,
    "add_phase": lambda d: _call(
        phases.add_phase,
        d,
        phase_id=d.new("ph"),
        step_id=d.new("st"),
        index=d.index(),
        **_without_id(d.fields(strategies.PHASE_FIELDS)),
    ),
    "set_phase": lambda d: _call(phases.set_phase, d, d.one("phases"), **d.fields(strategies.PHASE_FIELDS)),
    "tick_question": lambda d: _call(
        phases.tick_question, d, d.one("phases"), d.value(st.sampled_from(_QUESTIONS)), d.value(st.booleans())
    ),
    "move_phase": lambda d: _call(phases.move_phase, d, d.one("phases"), d.value(st.integers(-1, 4))),
    "split_phase": _split_phase,
    "merge_phases": _merge_phases,
    "delete_phases": lambda d: _call(phases.delete_phases, d, d.several("phases")),
    "add_step": lambda d: _call(
        steps.add_step,
        d,
        phase_id=d.one("phases"),
        step_id=d.new("st"),
        index=d.index(),
        **d.fields(strategies.STEP_FIELDS),
    ),
    "set_step": lambda d: _call(steps.set_step, d, d.one("steps"), **d.fields(strategies.STEP_FIELDS)),
    "move_step": _move_step,
    "split_step": _split_step,
    "merge_steps": _merge_steps,
    "delete_steps": lambda d: _call(steps.delete_steps, d, d.several("steps")),
    "add_lane": lambda d: _call(
        lanes.add_lane, d, lane_id=d.new("ln"), index=d.index(), **d.fields(strategies.LANE_FIELDS)
    ),
    "set_lane": lambda d: _call(lanes.set_lane, d, d.one("lanes"), **d.fields(strategies.LANE_FIELDS)),
    "move_lane": lambda d: _call(lanes.move_lane, d, d.one("lanes"), d.value(st.integers(-1, 5))),
    "split_lane": _split_lane,
    "merge_lanes": lambda d: _call(lanes.merge_lanes, d, d.one("lanes"), d.one("lanes")),
    "delete_lanes": lambda d: _call(lanes.delete_lanes, d, d.several("lanes")),
    "add_link": lambda d: _call(
        links.add_link,
        d,
        link_id=d.new("lk"),
        source=d.one("touchpoints", "notes"),
        target=d.one("touchpoints", "notes"),
        **_without_id(d.fields(strategies.LINK_FIELDS), "id"),
    ),
    "set_link": lambda d: _call(
        links.set_link, d, d.one("links"), target=d.one("touchpoints"), **d.fields(strategies.LINK_FIELDS)
    ),
    "delete_links": lambda d: _call(links.delete_links, d, d.several("links")),
    "set_project": _set_project,
    "add_map": lambda d: (_add_map if d.value(st.booleans()) else _add_map_at)(d),
    "duplicate_map": _duplicate_map,
    "move_map": _move_map,
    "set_map": _set_map,
    "delete_map": lambda d: _call(maps.delete_map, d),
    "add_persona": lambda d: _persona(maps.add_persona, d, persona_id=d.new("ps")),
    "set_persona": lambda d: _persona(maps.set_persona, d),
    "delete_persona": lambda d: _delete_shared(maps.delete_persona, d.one("personas")),
    "add_asset": _add_asset,
    **transfer_drawing.DRAW,
    **workshop_drawing.DRAW,
    **action_drawing.DRAW,
    **comment_drawing.DRAW,
    **funnel_drawing.DRAW,
    **score_drawing.DRAW,
    **craft_drawing.DRAW,
    **view_drawing.DRAW,
    **voting_drawing.DRAW,
}
"""For every edit by name, what draws its arguments and gives the edit ready to be applied."""
