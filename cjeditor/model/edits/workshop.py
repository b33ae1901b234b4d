"""Edits of the workshop: its agenda, and the thoughts that wait in the inbox and on the parking lot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from cjeditor.model import ranks, table
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.cards import add_note, add_touchpoint, delete_cards, kind_in
from cjeditor.model.edits.keeping import kept_by, restored, with_former
from cjeditor.model.edits.parts import (
    check_free,
    check_reference,
    check_references,
    check_settable,
    is_in_place,
    placed,
)
from cjeditor.model.fields import NoteKind, ParkedPlace
from cjeditor.model.journey_map import Lane
from cjeditor.model.lookup import card, in_journey_order, known, map_of, ordered, waiting
from cjeditor.model.naming import naming_tags, times_named
from cjeditor.model.problem import refused
from cjeditor.model.project import AgendaStep, ParkedCard, Project
from cjeditor.model.replace import make, replace
from cjeditor.model.thoughts import same_as
from cjeditor.model.voting import counted, without_dots

AGENDA_FIXED = ("id", "rank")
"""Fields that `set_agenda_step` leaves alone."""

PARKED_FIXED = ("id", "rank", "place", "touchpoint", "note")
"""Fields that `set_parked` leaves alone."""

NewIds = Callable[[str], str]
"""Gives a new id that begins with the given prefix."""

_NEW_RANK = "a0"  # until `placed` gives the right one


def add_agenda_step(project: Project, *, step_id: str, index: int | None = None, **fields: Any) -> Project:
    """A new step of the agenda, before the step at `index` (0-based; None: at the end).

    Raises EditRefused: `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`, `unknown-reference`,
    `reference-twice`.
    """
    check_free(project, "agenda", step_id)
    check_settable(step_id, fields, AGENDA_FIXED)
    new = make(AgendaStep, id=step_id, rank=_NEW_RANK, **fields)
    _check_opens(project, new)
    return _with_agenda(project, placed(ordered(project.agenda), [new], index))


def set_agenda_step(project: Project, step_id: str, **fields: Any) -> Project:
    """Other field values for a step of the agenda.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`, `reference-twice`.
    """
    check_settable(step_id, fields, AGENDA_FIXED)
    new = replace(known(project.agenda, step_id), **fields)
    _check_opens(project, new)
    return _with_agenda(project, [new])


def move_agenda_step(project: Project, step_id: str, index: int) -> Project:
    """The step to the place `index` (0-based) among the others; too far means the end. Raises EditRefused."""
    moved = known(project.agenda, step_id)
    siblings = ordered(project.agenda)
    if is_in_place(siblings, [moved], index):
        return project
    return _with_agenda(project, placed([each for each in siblings if each is not moved], [moved], index))


def delete_agenda_steps(project: Project, ids: Collection[str]) -> Project:
    """`project` without these steps of the agenda. Raises EditRefused (`unknown-id`)."""
    for each in ids:
        known(project.agenda, each)
    return replace(project, agenda=table.without(project.agenda, set(ids)))


def replace_agenda(project: Project, plan: Sequence[Mapping[str, Any]], *, new_ids: NewIds) -> Project:
    """`project` with a whole new agenda: a step for the fields of each of `plan`, in that order.

    Raises EditRefused as `add_agenda_step` does.
    """
    new = replace(project, agenda=())
    for fields in plan:
        new = add_agenda_step(new, step_id=new_ids("ag"), **fields)
    return new


def park(
    project: Project,
    thoughts: Iterable[str],
    *,
    new_ids: NewIds,
    place: ParkedPlace = "inbox",
    kind: NoteKind | None = None,
) -> Project:
    """Thoughts that nobody has placed yet, at the end of the inbox or the parking lot.

    One that was named before, in either place or among these, counts up instead of standing twice. Empty ones are left
    out. Raises EditRefused: `no-thought` where nothing is left, `id-taken`, `wrong-prefix`, `field-refused`.
    """
    named = [_Thought(text.strip(), kind=kind) for text in thoughts if text.strip()]
    if not named:
        raise refused("no-thought")
    return _with_thoughts(project, named, new_ids, place)


def park_cards(
    project: Project, map_id: str, ids: Collection[str], *, new_ids: NewIds, place: ParkedPlace = "parking_lot"
) -> Project:
    """Cards taken off a map, in journey order, to wait outside; all their fields stay, where they lay does not.

    The dots of its rounds stay behind.

    Raises EditRefused: `unknown-id`, `not-parkable` (a card without text, or a picture), and as `park` does.
    """
    journey_map = map_of(project, map_id)
    some = in_journey_order(journey_map, (card(journey_map, each) for each in dict.fromkeys(ids)))
    dots = counted(journey_map.rounds)
    named = [_thought_of(without_dots(each, dots)) for each in some]
    if not named:
        return project
    return _with_thoughts(delete_cards(project, map_id, ids), named, new_ids, place)


def set_parked(project: Project, ids: Collection[str], **fields: Any) -> Project:
    """The same field values for all waiting thoughts of these ids.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`.
    """
    new = []
    for each in ids:
        check_settable(each, fields, PARKED_FIXED)
        new.append(replace(known(project.parked, each), **fields))
    return _with_parked(project, new)


def move_parked(project: Project, ids: Collection[str], place: ParkedPlace, index: int | None = None) -> Project:
    """Waiting thoughts, in their order, to the inbox or the parking lot, before the one at `index` there.

    `index` counts (from 0) what stays there; None means the end. Raises EditRefused (`unknown-id`).
    """
    wanted = {known(project.parked, each).id for each in ids}
    moved = [each for each in ordered(project.parked) if each.id in wanted]
    there = waiting(project, place)
    if all(each.place == place for each in moved) and is_in_place(there, moved, index):
        return project
    stay = [each for each in there if each.id not in wanted]
    return _with_parked(project, placed(stay, [replace(each, place=place) for each in moved], index))


def delete_parked(project: Project, ids: Collection[str]) -> Project:
    """`project` without these waiting thoughts. Raises EditRefused (`unknown-id`)."""
    for each in ids:
        known(project.parked, each)
    return replace(project, parked=table.without(project.parked, set(ids)))


def place_parked(
    project: Project,
    map_id: str,
    ids: Collection[str],
    *,
    new_ids: NewIds,
    step: str,
    lane: str,
    index: int | None = None,
) -> tuple[Project, list[str]]:
    """Waiting thoughts as new cards of a cell, before its card at `index`; also returns the ids of the cards.

    In a lane for touchpoints they become such; elsewhere notes of the kind that was said, or the lane's. What was a
    card before has its fields again, and a new number. A thought that was named more than once keeps that as a tag
    (`3×`). Raises EditRefused: `unknown-id`, `wrong-lane`,
    `field-refused`.
    """
    wanted = {known(project.parked, each).id for each in ids}
    target = known(map_of(project, map_id).lanes, lane)
    new = delete_parked(project, wanted)
    made: list[str] = []
    for position, each in enumerate(each for each in ordered(project.parked) if each.id in wanted):
        at = None if index is None else index + position
        fields: dict[str, Any] = restored(each, target.holds, new_ids)
        fields.update(step=step, lane=lane, index=at, tags=_tags(each))
        if target.holds == "touchpoints":
            made.append(new_ids("tp"))
            new = add_touchpoint(
                new, map_id, id=made[-1], **{**fields, "title": each.text, "description": each.description}
            )
        else:
            made.append(new_ids("nt"))
            text = f"{each.text}\n{each.description}" if each.description else each.text
            new = add_note(new, map_id, id=made[-1], **{**fields, "text": text, "kind": _kind_of(each, target)})
    return new, made


class _Thought:
    """A thought that is named now, `count` times at once."""

    def __init__(
        self,
        text: str,
        *,
        description: str = "",
        kind: NoteKind | None = None,
        count: int = 1,
        card: Card | None = None,
    ) -> None:
        self.text, self.description, self.kind, self.count, self.card = text, description, kind, count, card


def _with_thoughts(project: Project, named: Iterable[_Thought], new_ids: NewIds, place: ParkedPlace) -> Project:
    standing = {same_as(each.text): each for each in reversed(ordered(project.parked))}
    again: Counter[str] = Counter()
    more: defaultdict[str, list[Card]] = defaultdict(list)
    fresh: dict[str, _Thought] = {}
    for each in named:
        key = same_as(each.text)
        if key in standing or key in fresh:
            again[key] += each.count
            if each.card is not None:
                more[key].append(each.card)
        else:
            fresh[key] = each
    there = waiting(project, place)
    # Made with their ranks at once: of thousands of lines, each record is validated a single time.
    found = ranks.place([each.rank for each in there], len(there), len(fresh))
    newcomers = [
        make(
            ParkedCard,
            id=new_ids("pk"),
            rank=rank,
            text=each.text,
            description=each.description,
            kind=each.kind,
            count=each.count + again[key],
            place=place,
            **({} if each.card is None else kept_by(each.card)),
        )
        for (key, each), rank in zip(fresh.items(), found.new, strict=True)
    ]
    for at, key in enumerate(fresh):
        newcomers[at] = _with_all(newcomers[at], more.get(key, ()))
    _check_ids(project, newcomers)
    renewed = [replace(there[at], rank=rank) for at, rank in found.changed.items()]
    project = _with_parked(project, [*renewed, *newcomers])
    counted = [
        _with_all(
            replace(known(project.parked, standing[key].id), count=standing[key].count + times), more.get(key, ())
        )
        for key, times in again.items()
        if key in standing
    ]
    return _with_parked(project, counted)


def _with_all(some: ParkedCard, cards: Iterable[Card]) -> ParkedCard:
    for each in cards:
        some = with_former(some, each)
    return some


def _check_ids(project: Project, some: Iterable[ParkedCard]) -> None:
    seen: set[str] = set()
    for each in some:
        check_free(project, "parked", each.id)
        if each.id in seen:
            raise refused("id-taken", each.id, id=each.id)
        seen.add(each.id)


def _thought_of(some: Card) -> _Thought:
    count = times_named(some.tags) or 1
    if isinstance(some, Touchpoint):
        text, description, kind = some.title, some.description, None
    else:
        text, description, kind = some.text, "", some.kind
    if not text.strip() or kind == "image":
        raise refused("not-parkable", some.id, number=some.number)
    return _Thought(text, description=description, kind=kind, count=count, card=some)


def _tags(some: ParkedCard) -> tuple[str, ...]:
    """The tags that the card had and the thought was given, the last of them how often it was named."""
    had = some.card.tags if some.card else ()
    return naming_tags(some.count, (*had, *some.tags))


def _kind_of(some: ParkedCard, lane: Lane) -> str:
    return some.kind if some.kind is not None and lane.kind == "notes" else kind_in(lane)


def _check_opens(project: Project, step: AgendaStep) -> None:
    phases = table.in_order(phase for each in project.maps for phase in each.phases)
    check_reference(step.id, "phase", step.phase, phases)
    lanes = table.in_order(lane for each in project.maps for lane in each.lanes)
    check_references(step.id, "lanes", step.lanes, lanes)


def _with_agenda(project: Project, steps: Collection[AgendaStep]) -> Project:
    return replace(project, agenda=table.put(project.agenda, steps))


def _with_parked(project: Project, some: Iterable[ParkedCard]) -> Project:
    return replace(project, parked=table.put(project.parked, some))
