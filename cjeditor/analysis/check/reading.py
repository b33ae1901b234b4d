"""A map as the rules of the journey check read it: what belongs together, found once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from cjeditor.analysis.pairing import paired
from cjeditor.analysis.tracing import Following
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from cjeditor.model.lookup import cards, in_journey_order, ordered
from cjeditor.model.project import Action, Project
from cjeditor.model.table import find

LinesLeft = Callable[[Card, float, bool], int]
"""Tells how many lines of a card's text the printed map shows where it cuts it off, else 0.

It is asked with the width of the step in layout pixels, and whether the card is the only one of its cell.
"""


def nothing_cut(_card: Card, _width: float, _alone: bool) -> int:
    """Take every text for short enough."""
    return 0


class Reading:
    """One map of a project, read once."""

    def __init__(self, project: Project, journey_map: JourneyMap, lines_left: LinesLeft = nothing_cut) -> None:
        """Read it.

        Args:
            project: the map's.
            journey_map: the map.
            lines_left: knows what fits on paper.
        """
        self.project = project
        self.map = journey_map
        self.lines_left = lines_left
        self.phases: list[Phase] = ordered(journey_map.phases)
        self.steps: dict[str, Step] = {step.id: step for step in journey_map.steps}
        self.by_phase: dict[str, list[Card]] = {phase.id: [] for phase in self.phases}
        for each in in_journey_order(journey_map, cards(journey_map)):
            self.by_phase[self.steps[each.step].phase].append(each)

    @property
    def cards(self) -> Iterator[Card]:
        """All cards, phase by phase in journey order."""
        return (each for phase in self.phases for each in self.by_phase[phase.id])

    @property
    def touchpoints(self) -> Iterator[Touchpoint]:
        """All touchpoints, in journey order."""
        return (each for each in self.cards if isinstance(each, Touchpoint))

    def notes(self, *kinds: str) -> Iterator[Note]:
        """Yield the notes of these kinds, in journey order."""
        return (each for each in self.cards if isinstance(each, Note) and each.kind in kinds)

    def notes_in(self, phase: Phase, *kinds: str) -> Iterator[Note]:
        """Yield the notes of these kinds in one phase."""
        return (each for each in self.by_phase[phase.id] if isinstance(each, Note) and each.kind in kinds)

    def steps_in(self, phase: Phase) -> list[Step]:
        """Return the steps of a phase from left to right."""
        return ordered(self._steps_by_phase[phase.id])

    def phase_of(self, record_id: str) -> str:
        """Return the id of the phase in which a card lies, or the first card of an action; empty where there is none.

        A phase lies in itself.
        """
        if record_id in self.by_phase:
            return record_id
        action = find(self.project.actions, record_id)
        cards = map(self.card, (record_id,) if action is None else action.cards)
        card = next((each for each in cards if each is not None), None)
        return "" if card is None else self.steps[card.step].phase

    def card(self, card_id: str) -> Card | None:
        """Return the card of that id on this map."""
        return find(self.map.touchpoints, card_id) or find(self.map.notes, card_id)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions that are looked at with this map.

        An action goes with the map of the first card that it is for; with the first map where it is for none.
        """
        homes = {each.id: one.id for one in self.project.maps for each in cards(one)}
        first = ordered(self.project.maps)[0].id
        return tuple(
            action
            for action in self.project.actions
            if next((homes[each] for each in action.cards if each in homes), first) == self.map.id
        )

    @cached_property
    def touchpoints_before(self) -> dict[str, Touchpoint]:
        """By the id of a touchpoint the one that it was on the map that this one was made from; empty without that."""
        origin = find(self.project.maps, self.map.origin or "")
        if origin is None:
            return {}
        older = paired(origin, self.map).older
        known = {each.id: each for each in origin.touchpoints}
        return {each.id: known[older[each.id]] for each in self.map.touchpoints if older.get(each.id) in known}

    def leads_to_note(self, card: Card) -> bool:
        """Whether a note was made from a card, or an arrow leads from it to a note."""
        made = self._following.after(card.id)
        drawn = (link.target for link in self.map.links if link.source == card.id)
        return any(each.startswith("nt_") and each != card.origin for each in (*made, *drawn))

    def is_answered(self, card: Card) -> bool:
        """Whether an action is for a card, or for one linked with it, made from it, or that it was copied from."""
        reached = self._following.reached(card.id)
        return any(each in self._acted_on for one in reached for each in (one, *self._linked[one]))

    @cached_property
    def _steps_by_phase(self) -> dict[str, list[Step]]:
        found: defaultdict[str, list[Step]] = defaultdict(list)
        for step in self.map.steps:
            found[step.phase].append(step)
        return found

    @cached_property
    def _acted_on(self) -> frozenset[str]:
        """The ids of all cards of the project that actions are for; what was dropped does not count."""
        return frozenset(one for each in self.project.actions if each.status != "dropped" for one in each.cards)

    @cached_property
    def _following(self) -> Following:
        return Following(self.project)

    @cached_property
    def _linked(self) -> defaultdict[str, list[str]]:
        """By the id of a card those at the other ends of its links."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for journey_map in self.project.maps:
            for link in journey_map.links:
                found[link.source].append(link.target)
                found[link.target].append(link.source)
        return found


def first_line(texts: Iterable[str]) -> str:
    """Return the first of some texts that says something, its first line."""
    return next((text.strip().partition("\n")[0] for text in texts if text.strip()), "")
