"""What the room is shown of a project: a phase of one of its maps, the question to it, and its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cjeditor.catalogue.guidance import for_phase
from cjeditor.layout.looks import Shared
from cjeditor.layout.room.content import LaneCards, RoomContent
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase
from cjeditor.model.lookup import in_journey_order, map_of, ordered
from cjeditor.model.pictures import by_sum
from cjeditor.model.project import AgendaStep, Project
from cjeditor.model.table import find


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


def room_content(project: Project, place: Place, agenda_step: AgendaStep | None) -> RoomContent:
    """Return what the room is shown.

    Args:
        project: has the map.
        place: where it looks; a phase that is gone counts as none.
        agenda_step: the step of the workshop that is on. Its question is asked, unless it is about another phase.

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
