"""The trace of a project: chains from pain point over how might we, opportunity, action and touchpoint to KPI."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, in_journey_order, ordered
from cjeditor.model.project import Action, Project

Link = Literal["pain_point", "how_might_we", "opportunity", "action", "touchpoint", "kpi"]
"""What a chain is made of, in this order."""

LINKS: tuple[Link, ...] = get_args(Link)

_NOTES = ("pain_point", "how_might_we", "opportunity")


@dataclass(frozen=True, slots=True)
class Chain:
    """One way through the trace, as far as it leads; parts that are missing are None.

    Attributes:
        map: the id of the map of its first card; empty for an action without cards.
        pain_point: what hurts.
        how_might_we: the question made of it.
        opportunity: the chance seen in it.
        action: what is done about it.
        touchpoint: the future touchpoint that comes of the action; with it its KPIs.
    """

    map: str
    pain_point: Note | None = None
    how_might_we: Note | None = None
    opportunity: Note | None = None
    action: Action | None = None
    touchpoint: Touchpoint | None = None

    @property
    def gaps(self) -> tuple[Link, ...]:
        """The parts that are missing, in the order of the trace."""
        return tuple(each for each in LINKS if not self.has(each))

    def has(self, part: Link) -> bool:
        """Whether the chain has this part; a KPI needs a name to be one."""
        if part == "kpi":
            return self.touchpoint is not None and any(each.name.strip() for each in self.touchpoint.kpis)
        return getattr(self, part) is not None


@dataclass(frozen=True, slots=True)
class _Ways:
    """What follows from what, by id."""

    notes: Mapping[str, list[Note]]
    actions: Mapping[str, list[Action]]
    touchpoints: Mapping[str, Touchpoint]


def chains(project: Project) -> tuple[Chain, ...]:
    """Return every chain of the project: map by map in journey order, then the actions that are for none of its cards.

    A chain begins with a pain point, or with a “how might we” or opportunity that was made from no card that is still
    there, or with an action for other cards. Each way through it is a chain of its own: an action with two future
    touchpoints makes two. An action that names a card and also what was made from that card follows from the latter.
    What follows from a card follows from its copies on other maps, too.
    Dropped actions are left out.
    """
    by_id = {each.id: each for journey_map in project.maps for each in journey_map.notes if each.kind in _NOTES}
    ways = _ways(project, by_id)
    found: list[Chain] = []
    for journey_map in ordered(project.maps):
        for note in _beginnings(journey_map, by_id):
            found += _from_note(Chain(journey_map.id), note, ways)
    homes = {each.id: journey_map.id for journey_map in project.maps for each in cards(journey_map)}
    for action in project.actions:
        if action.status != "dropped" and not any(one in by_id for one in action.cards):
            home = next((homes[one] for one in action.cards if one in homes), "")
            found += _from_action(Chain(home), action, ways)
    return tuple(found)


class Following:
    """What follows from the cards of a project: what was made from one, and what follows from its original."""

    def __init__(self, project: Project) -> None:
        self._next: defaultdict[str, list[str]] = defaultdict(list)
        for journey_map in project.maps:
            for note in journey_map.notes:
                if note.comes_from is not None:
                    self._next[note.comes_from].append(note.id)
                if note.origin is not None:
                    self._next[note.id].append(note.origin)

    def after(self, card_id: str) -> Sequence[str]:
        """Return the ids of those made from a card, and of the one that it was copied from."""
        return self._next.get(card_id, ())

    def reached(self, card_id: str) -> set[str]:
        """Return the ids of a card and of all that follows from it, however far."""
        reached, waiting = {card_id}, [card_id]
        while waiting:
            fresh = [one for one in self.after(waiting.pop()) if one not in reached]
            reached.update(fresh)
            waiting += fresh
        return reached


def actions_for(project: Project, card: Card) -> tuple[Action, ...]:
    """Return the actions that follow from a card: that are for it, for what was made from it, or for its original.

    Dropped ones never.
    """
    reached = Following(project).reached(card.id)
    return tuple(
        each for each in project.actions if each.status != "dropped" and any(one in reached for one in each.cards)
    )


def _ways(project: Project, by_id: Mapping[str, Note]) -> _Ways:
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    actions: defaultdict[str, list[Action]] = defaultdict(list)
    for journey_map in ordered(project.maps):
        some = (each for each in journey_map.notes if each.kind in _NOTES)
        for each in in_journey_order(journey_map, some):
            before = _before(by_id, each) if isinstance(each, Note) else None
            if before is not None and isinstance(each, Note):
                notes[before.id].append(each)
    for action in project.actions:
        if action.status == "dropped":
            continue
        passed = {above for one in action.cards for above in _above(by_id, one)}
        for one in action.cards:
            if one in by_id and one not in passed:
                actions[one].append(action)
    for note in by_id.values():
        _inherit(note, by_id, notes, actions)
    return _Ways(notes, actions, {each.id: each for one in project.maps for each in one.touchpoints})


def _inherit(
    note: Note,
    by_id: Mapping[str, Note],
    notes: defaultdict[str, list[Note]],
    actions: defaultdict[str, list[Action]],
) -> None:
    """Let a copy go on as its original does, but for what was copied with it."""
    seen, original = {note.id}, by_id.get(note.origin or "")
    while original is not None and original.id not in seen:
        seen.add(original.id)
        copied = {each.origin for each in notes[note.id]} | {each.id for each in notes[note.id]}
        notes[note.id] += [each for each in notes[original.id] if each.id not in copied]
        known = {each.id for each in actions[note.id]}
        actions[note.id] += [each for each in actions[original.id] if each.id not in known]
        original = by_id.get(original.origin or "")


def _before(by_id: Mapping[str, Note], note: Note) -> Note | None:
    """Return what a note was made from, if that stands before it in the trace: no ring of references leads round."""
    before = by_id.get(note.comes_from or "")
    return before if before is not None and _NOTES.index(before.kind) < _NOTES.index(note.kind) else None


def _above(by_id: Mapping[str, Note], note_id: str) -> Iterator[str]:
    """Yield the ids of the notes that this one was made from."""
    note = by_id.get(note_id)
    while note is not None and (note := _before(by_id, note)) is not None:
        yield note.id


def _beginnings(journey_map: JourneyMap, by_id: Mapping[str, Note]) -> Iterator[Note]:
    for each in in_journey_order(journey_map, (note for note in journey_map.notes if note.kind in _NOTES)):
        if isinstance(each, Note) and next(_above(by_id, each.id), None) is None:
            yield each


def _from_note(so_far: Chain, note: Note, ways: _Ways) -> Iterator[Chain]:
    parts = {each: getattr(so_far, each) for each in _NOTES} | {note.kind: note}
    here = Chain(so_far.map, **parts)
    after, actions = ways.notes.get(note.id, ()), ways.actions.get(note.id, ())
    for each in after:
        yield from _from_note(here, each, ways)
    for action in actions:
        yield from _from_action(here, action, ways)
    if not after and not actions:
        yield here


def _from_action(so_far: Chain, action: Action, ways: _Ways) -> Iterator[Chain]:
    parts = {each: getattr(so_far, each) for each in _NOTES}
    some = [ways.touchpoints[one] for one in action.touchpoints if one in ways.touchpoints]
    for touchpoint in some:
        yield Chain(so_far.map, **parts, action=action, touchpoint=touchpoint)
    if not some:
        yield Chain(so_far.map, **parts, action=action)
