"""What the room is shown of a project: a phase of one of its maps, the question to it, and its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cjeditor import texts
from cjeditor.analysis.voting import open_round, ranking, title_of, votable
from cjeditor.catalogue.guidance import for_phase
from cjeditor.catalogue.step_kinds import title_of as title_of_step
from cjeditor.catalogue.voting_words import closing_of, question_of, rules_of, time_of
from cjeditor.layout.looks import Shared
from cjeditor.layout.room.content import LaneCards, Poll, RankLine, RoomContent
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase
from cjeditor.model.lookup import in_journey_order, map_of, ordered
from cjeditor.model.pictures import by_sum
from cjeditor.model.project import AgendaStep, Persona, Project
from cjeditor.model.replace import replace
from cjeditor.model.table import find
from cjeditor.model.voting import VotingRound
from cjeditor.texts import Texts


@dataclass(frozen=True)
class Place:
    """Where on the map the room looks; every part may be empty, or gone from the project.

    Attributes:
        map_id: the map.
        phase: the phase.
        lane: the lane whose question is asked.
        card: the card whose page is shown.
    """

    map_id: str
    phase: str = ""
    lane: str = ""
    card: str = ""


def room_content(project: Project, place: Place, agenda_step: AgendaStep | None, ranking_of: str = "") -> RoomContent:
    """Return what the room is shown.

    Args:
        project: has the map.
        place: where it looks; a phase that is gone counts as none.
        agenda_step: the step of the workshop that is on. Its question is asked, unless it is about another phase.
        ranking_of: the closed round whose ranking is wanted. As long as a round is open on the map, that one is shown
            instead: its question and how many have voted, with the cards that it is about.

    Raises EditRefused (`unknown-id`) without the map.
    """
    journey_map = map_of(project, place.map_id)
    phase = find(journey_map.phases, place.phase)
    lanes = _lanes(journey_map, phase) if phase is not None else ()
    lane = find(journey_map.lanes, place.lane)
    shown = {one.lane.id for one in lanes}
    headline = _asked(journey_map, phase, lane, project)
    # A lane with cards has its name above them.
    subline = lane.name if lane is not None and lane.question == headline and lane.id not in shown else ""
    if agenda_step is not None and agenda_step.phase in (None, place.phase):
        headline, subline = agenda_step.question or headline, agenda_step.title
        if phase is None and not agenda_step.question:  # what all of them do now, not the name of the map
            headline, subline = title_of_step(agenda_step, texts.of(project.language)), ""
    persona = _introduced(project, journey_map, agenda_step) if phase is None else None
    voted = _voted(journey_map, ranking_of, texts.of(project.language))
    if voted is not None:
        (headline, subline, one), persona = voted, None
        lanes = _lanes_of(lanes, one, journey_map) if one.is_open else ()
    return RoomContent(
        language=project.language,
        title=journey_map.title,
        phases=tuple(ordered(journey_map.phases)),
        current=phase.id if phase is not None else "",
        headline=headline,
        subline=subline,
        lanes=lanes,
        shared=_shared(project, lanes),
        timed=agenda_step is not None,
        persona=persona,
        poll=_poll(voted[2]) if voted is not None and voted[2].is_open else None,
        ranking=_ranking(journey_map, voted[2]) if voted is not None and not voted[2].is_open else None,
    )


def _introduced(project: Project, journey_map: JourneyMap, step: AgendaStep | None) -> Persona | None:
    """Return the lead persona while people are told what all of the journey is about, and by whom it is made."""
    if step is None or step.kind != "brief" or step.phase is not None or step.lanes:
        return None
    return find(project.personas, journey_map.lead_persona or "")


def _voted(journey_map: JourneyMap, ranking_of: str, words: Texts) -> tuple[str, str, VotingRound] | None:
    """Return the round that the room should see, with its question and a word to it; None where there is none."""
    one = open_round(journey_map) or find(journey_map.rounds, ranking_of)
    if one is None:
        return None
    said = rules_of(one, journey_map, words) if one.is_open else f"{closing_of(one, words)} · {time_of(one, words)}"
    return question_of(one, words), said, one


def _lanes_of(lanes: tuple[LaneCards, ...], one: VotingRound, journey_map: JourneyMap) -> tuple[LaneCards, ...]:
    """Return the lanes with the cards that people can vote for, and no others.

    What they had in earlier rounds is left out: people would take it for the result of this one.
    """
    about = {card.id for card in votable(journey_map, one)}
    kept = (
        LaneCards(lane, tuple(replace(card, votes=0) for card in cards if card.id in about)) for lane, cards in lanes
    )
    return tuple(each for each in kept if each.cards)


def _poll(one: VotingRound) -> Poll:
    return Poll(len(one.ballots), one.voters)


def _ranking(journey_map: JourneyMap, one: VotingRound) -> tuple[RankLine, ...]:
    return tuple(
        RankLine(place.rank, place.card.number, title_of(place.card), place.dots) for place in ranking(journey_map, one)
    )


def _asked(journey_map: JourneyMap, phase: Phase | None, lane: Lane | None, project: Project) -> str:
    """Return the lane's question, else the guide's first open one, else the phase's name."""
    if phase is None:
        return journey_map.title or project.title
    if lane is not None and lane.question:
        return lane.question
    for guidance in for_phase(phase.framework, phase.framework_phase):
        for question in guidance.questions:
            if question.key not in phase.ticked:
                return question.text.in_language(project.language)
    return phase.name or journey_map.title


def _lanes(journey_map: JourneyMap, phase: Phase) -> tuple[LaneCards, ...]:
    """Return the lanes that have cards in a phase, touchpoints first; what is collapsed is not for the room."""
    steps = {step.id for step in journey_map.steps if step.phase == phase.id}
    found: dict[str, list[Card]] = {}
    tables: tuple[Sequence[Card], ...] = (journey_map.touchpoints, journey_map.notes)
    for table in tables:
        for card in table:
            if card.step in steps:
                found.setdefault(card.lane, []).append(card)
    lanes = [lane for lane in ordered(journey_map.lanes) if lane.id in found and not lane.collapsed]
    lanes.sort(key=_after_touchpoints)
    return tuple(LaneCards(lane, tuple(in_journey_order(journey_map, found[lane.id]))) for lane in lanes)


def _after_touchpoints(lane: Lane) -> bool:
    return lane.holds != "touchpoints"


def _shared(project: Project, lanes: Sequence[LaneCards]) -> Shared:
    """Return the channels and pictures that these cards name, and no others: other ones change nothing here."""
    cards = [card for lane in lanes for card in lane.cards]
    channels = {card.channel for card in cards if isinstance(card, Touchpoint)}
    pictures = {card.picture for card in cards if isinstance(card, Note)}
    return Shared(
        {channel.id: channel for channel in project.channels if channel.id in channels},
        {key: asset for key, asset in by_sum(project).items() if key in pictures},
    )
