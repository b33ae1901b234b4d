"""What always holds in a project, numbered. Edits keep these rules, loading checks them, tests cite the numbers.

The limits of single values (an emotion from −2 to +2) are not here: they are in the records themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter, methodcaller
from types import MappingProxyType
from typing import Any

from cjeditor.model.cards import Card
from cjeditor.model.ids import MAP_PREFIXES, NESTED_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.model.saved_view import SavedView


def problems(project: Project) -> list[Problem]:
    """Everything in `project` that breaks a rule; empty when all is well. About 10 ms for 10 000 cards."""
    return list(each_problem(project))


def each_problem(project: Project) -> Iterator[Problem]:
    """The same one after the other: a hostile file may break rules a million times, and nobody reads that."""
    return chain.from_iterable(rule(project) for rule in RULES.values())


def ids(project: Project) -> Iterator[Problem]:
    """R1: An id is used once in the whole project. R2: It begins with the prefix of its kind. R3: Tables are sorted."""
    groups = list(_groups_of_ids(project))
    yield from _ids_twice(groups)
    for group in groups:
        if not all(map(methodcaller("startswith", group.prefix + "_"), group.some())):
            for each in group.ids:
                if not each.startswith(group.prefix + "_"):
                    yield Problem("wrong-prefix", (each,), {"id": each, "prefix": group.prefix})
    for group in groups:
        if group.table and not group.is_sorted:
            where = (group.owner, group.table) if group.owner else (group.table,)
            yield Problem("not-sorted", where, {"table": group.table})


def _ids_twice(groups: Iterable[_Ids]) -> Iterator[Problem]:
    seen: set[str] = set()
    for group in groups:
        if len(set(group.ids)) == len(group.ids) and seen.isdisjoint(group.ids):
            seen.update(group.ids)
            continue
        for each in group.ids:
            if each in seen:
                yield Problem("id-twice", (each,), {"id": each})
            seen.add(each)


def phases_and_steps(project: Project) -> Iterator[Problem]:
    """R4: A step belongs to a phase of its map, and every phase has at least one step."""
    for journey_map in project.maps:
        phases = {phase.id for phase in journey_map.phases}
        for step in journey_map.steps:
            if step.phase not in phases:
                yield _unknown(step.id, "phase", step.phase)
        used = {step.phase for step in journey_map.steps}
        for phase in journey_map.phases:
            if phase.id not in used:
                yield Problem("step-needed", (phase.id,), {"name": phase.name})


def places_of_cards(project: Project) -> Iterator[Problem]:
    """R5: A card lies in a step and a lane of its map. R6: That lane holds cards of its kind."""
    for journey_map in project.maps:
        steps = {step.id for step in journey_map.steps}
        for held, some in (("touchpoints", journey_map.touchpoints), ("notes", journey_map.notes)):
            fitting = {lane.id for lane in journey_map.lanes if lane.holds == held}
            if steps.issuperset(map(attrgetter("step"), some)) and fitting.issuperset(map(attrgetter("lane"), some)):
                continue
            for card in some:
                yield from _place_problems(journey_map, card, steps, fitting)


def _place_problems(journey_map: JourneyMap, card: Card, steps: set[str], fitting: set[str]) -> Iterator[Problem]:
    if card.step not in steps:
        yield _unknown(card.id, "step", card.step)
    if card.lane in fitting:
        return
    names = {lane.id: lane.name for lane in journey_map.lanes}
    if card.lane in names:
        yield Problem("wrong-lane", (card.id,), {"number": card.number, "lane": names[card.lane]})
    else:
        yield _unknown(card.id, "lane", card.lane)


def card_numbers(project: Project) -> Iterator[Problem]:
    """R7: Within a map no two cards, be they touchpoints or notes, have the same number."""
    for journey_map in project.maps:
        numbers = set(map(attrgetter("number"), cards(journey_map)))
        if len(numbers) == len(journey_map.touchpoints) + len(journey_map.notes):
            continue
        seen = set()
        for card in cards(journey_map):
            if card.number in seen:
                yield Problem("number-twice", (card.id,), {"number": card.number})
            seen.add(card.number)


def ends_of_links(project: Project) -> Iterator[Problem]:
    """R8: A link leads from a card to another one of its map, and no two links from and to the same."""
    for journey_map in project.maps:
        if not journey_map.links:
            continue
        known = {card.id for card in cards(journey_map)}
        seen = set()
        for link in journey_map.links:
            ends = (link.source, link.target)
            for name, end in zip(("source", "target"), ends, strict=True):
                if end not in known:
                    yield _unknown(link.id, name, end)
            if link.source == link.target:
                yield Problem("link-to-itself", (link.id,))
            elif ends in seen:
                yield Problem("link-twice", (link.id,))
            seen.add(ends)


def subjects_of_comments(project: Project) -> Iterator[Problem]:
    """R9: A comment is about its map, or a phase, step, lane or card of it."""
    for journey_map in project.maps:
        if not journey_map.comments:
            continue
        known = {journey_map.id, *_ids_of(journey_map.phases), *_ids_of(journey_map.steps), *_ids_of(journey_map.lanes)}
        known.update(_ids_of(cards(journey_map)))
        yield from (_unknown(each.id, "about", each.about) for each in journey_map.comments if each.about not in known)


def channels_and_personas(project: Project) -> Iterator[Problem]:
    """R10: Channels and personas that cards, maps and personas name are in the project; lists name each once.

    Cards that wait outside the maps are cards, too.
    """
    channels: set[str | None] = {None, *_ids_of(project.channels)}
    personas: set[str | None] = {None, *_ids_of(project.personas)}
    for persona in project.personas:
        yield from _list_problems(persona.id, "preferred_channels", persona.preferred_channels, channels)
    for each in project.maps:
        if each.lead_persona not in personas:
            yield _unknown(each.id, "lead_persona", each.lead_persona)
        yield from _list_problems(each.id, "overlaid_personas", each.overlaid_personas, personas)
        if not channels.issuperset(map(attrgetter("channel"), each.touchpoints)):
            yield from (_unknown(c.id, "channel", c.channel) for c in each.touchpoints if c.channel not in channels)
        for some in (each.touchpoints, each.notes):
            if not personas.issuperset(map(attrgetter("persona"), some)):
                yield from (_unknown(c.id, "persona", c.persona) for c in some if c.persona not in personas)
    for parked in project.parked:
        if parked.card is not None and parked.card.persona not in personas:
            yield _unknown(parked.id, "persona", parked.card.persona)
        if parked.touchpoint is not None and parked.touchpoint.channel not in channels:
            yield _unknown(parked.id, "channel", parked.touchpoint.channel)


def subjects_of_actions(project: Project) -> Iterator[Problem]:
    """R11: Actions name cards of the project, each once; a survey is about a map, phase or touchpoint."""
    if not project.actions and not project.surveys:
        return
    known = {card.id for each in project.maps for card in cards(each)}
    touchpoints = set(chain.from_iterable(_ids_of(each.touchpoints) for each in project.maps))
    for action in project.actions:
        yield from _list_problems(action.id, "cards", action.cards, known)
        yield from _list_problems(action.id, "touchpoints", action.touchpoints, touchpoints)
    subjects = {*_ids_of(project.maps)}
    for each in project.maps:
        subjects.update(_ids_of(each.phases), _ids_of(each.touchpoints))
    yield from (_unknown(sv.id, "about", sv.about) for sv in project.surveys if sv.about not in subjects)


def pictures(project: Project) -> Iterator[Problem]:
    """R12: A persona's portrait and a note's picture are among the project's pictures."""
    known: set[str | None] = {None, *map(attrgetter("sha256"), project.assets)}
    for persona in project.personas:
        if persona.portrait not in known:
            yield _unknown(persona.id, "portrait", persona.portrait)
    for each in project.maps:
        if not known.issuperset(map(attrgetter("picture"), each.notes)):
            yield from (_unknown(note.id, "picture", note.picture) for note in each.notes if note.picture not in known)


def origins(project: Project) -> Iterator[Problem]:
    """R13: The map that a map came from is another one of the project."""
    known = {None, *_ids_of(project.maps)}
    for each in project.maps:
        if each.origin not in known or each.origin == each.id:
            yield _unknown(each.id, "origin", each.origin)


def figures(project: Project) -> Iterator[Problem]:
    """R14: The emotion scale has five words or none; a funnel counts each stage at most once, and its map is there."""
    words = len(project.settings.emotion_labels)
    if words not in (0, 5):
        yield Problem("emotion-labels", ("settings", "emotion_labels"), {"count": words})
    seen = set()
    maps = {None, *_ids_of(project.maps)}
    for each in project.funnel:
        if each.map not in maps:
            yield _unknown(each.id, "map", each.map)
        if (each.map, each.stage) in seen:
            yield Problem("funnel-stage-twice", (each.id,), {"stage": each.stage})
        seen.add((each.map, each.stage))


def agenda(project: Project) -> Iterator[Problem]:
    """R15: The phase and the lanes that a step of the agenda opens are on maps of the project; each lane once."""
    if not project.agenda:
        return
    phases = {None, *chain.from_iterable(_ids_of(each.phases) for each in project.maps)}
    lanes = set(chain.from_iterable(_ids_of(each.lanes) for each in project.maps))
    for step in project.agenda:
        if step.phase not in phases:
            yield _unknown(step.id, "phase", step.phase)
        yield from _list_problems(step.id, "lanes", step.lanes, lanes)


def saved_views(project: Project) -> Iterator[Problem]:
    """R16: A saved view shows a map of the project, a phase and a lane of that map. R17: What it looks for is there.

    Channels and personas are in the project, and each value is named once.
    """
    maps = {each.id: each for each in project.maps}
    for view in project.views:
        seen = maps.get(view.map)
        if seen is None:
            yield _unknown(view.id, "map", view.map)
        else:
            if view.phase not in {None, *_ids_of(seen.phases)}:
                yield _unknown(view.id, "phase", view.phase)
            if view.lane not in {None, *_ids_of(seen.lanes)}:
                yield _unknown(view.id, "lane", view.lane)
        yield from sought_of_view(project, view)


def sought_of_view(project: Project, view: SavedView) -> Iterator[Problem]:
    """R17 for one saved view."""
    yield from _list_problems(view.id, "channels", view.channels, {"", *_ids_of(project.channels)})
    yield from _list_problems(view.id, "personas", view.personas, {"", *_ids_of(project.personas)})
    for field in ("kinds", "tags", "evidence", "emotions"):
        named = tuple(map(str, getattr(view, field)))
        yield from _list_problems(view.id, field, named, named)


def rounds(project: Project) -> Iterator[Problem]:
    """R18: A round of voting names phase, lane and cards of its map, and no ballot has more dots than people have."""
    for journey_map in project.maps:
        if not journey_map.rounds:
            continue
        known = {*_ids_of(cards(journey_map))}
        phases: set[str | None] = {None, *_ids_of(journey_map.phases)}
        lanes: set[str | None] = {None, *_ids_of(journey_map.lanes)}
        for each in journey_map.rounds:
            if each.phase not in phases:
                yield _unknown(each.id, "phase", each.phase)
            if each.lane not in lanes:
                yield _unknown(each.id, "lane", each.lane)
            for ballot in each.ballots:
                yield from (_unknown(each.id, "ballots", dot) for dot in ballot.dots if dot not in known)
                if len(ballot.dots) > each.dots:
                    yield Problem("too-many-dots", (each.id,), {"dots": each.dots})


def open_rounds(project: Project) -> Iterator[Problem]:
    """R19: At most one round of voting is open on a map."""
    for journey_map in project.maps:
        still_open = [each.id for each in journey_map.rounds if each.is_open]
        yield from (Problem("round-open", (each,)) for each in still_open[1:])


def answers_of_surveys(project: Project) -> Iterator[Problem]:
    """R20: A survey says of all its answers whose they are and when they were given, or of none."""
    for survey in project.surveys:
        for field in ("segments", "days"):
            if len(getattr(survey, field)) not in (0, len(survey.answers)):
                yield Problem("not-as-many", (survey.id, field), {"field": field, "count": len(survey.answers)})


Rule = Callable[[Project], Iterable[Problem]]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "R1, R2, R3": ids,
        "R4": phases_and_steps,
        "R5, R6": places_of_cards,
        "R7": card_numbers,
        "R8": ends_of_links,
        "R9": subjects_of_comments,
        "R10": channels_and_personas,
        "R11": subjects_of_actions,
        "R12": pictures,
        "R13": origins,
        "R14": figures,
        "R15": agenda,
        "R16, R17": saved_views,
        "R18": rounds,
        "R19": open_rounds,
        "R20": answers_of_surveys,
    }
)
"""The rules by number."""


def _ids_of(records: Iterable[Any]) -> list[str]:
    return list(map(attrgetter("id"), records))


@dataclass(frozen=True)
class _Ids:
    """The ids of one table, or of all records of one kind that lie inside a map's other records (`table` is empty)."""

    prefix: str
    ids: list[str]
    table: str = ""
    owner: str = ""

    @cached_property
    def is_sorted(self) -> bool:
        return self.ids == sorted(self.ids)

    def some(self) -> list[str]:
        """Ids that all begin alike only if all do: of sorted ones the first and the last."""
        return [self.ids[0], self.ids[-1]] if self.ids and self.table and self.is_sorted else self.ids


def _groups_of_ids(project: Project) -> Iterator[_Ids]:
    for name, prefix in PROJECT_PREFIXES.items():
        yield _Ids(prefix, _ids_of(getattr(project, name)), name)
    for each in project.maps:
        for name, prefix in MAP_PREFIXES.items():
            yield _Ids(prefix, _ids_of(getattr(each, name)), name, each.id)
        for name, prefix in NESTED_PREFIXES.items():
            inner = map(attrgetter(name), (*each.phases, *each.touchpoints))
            yield _Ids(prefix, _ids_of(chain.from_iterable(filter(None, inner))))


def _unknown(record_id: str, field: str, target: str | None) -> Problem:
    return Problem("unknown-reference", (record_id, field), {"field": field, "id": target or ""})


def _list_problems(
    record_id: str, field: str, targets: tuple[str, ...], known: Iterable[str | None]
) -> Iterator[Problem]:
    for position, target in enumerate(targets):
        if target not in known:
            yield _unknown(record_id, field, target)
        if target in targets[:position]:
            yield Problem("reference-twice", (record_id, field), {"field": field, "id": target})
