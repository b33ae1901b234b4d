"""What a handout leaves out for those who read it: outside the team nobody sees how the work was done, or by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from cjeditor.export.options import Audience
from cjeditor.model import table
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.removal import remove
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import cards, ordered
from cjeditor.model.pictures import without_unused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

_VISIBILITY: Final = 2
"""The line of visibility, counted from the customer: the first line is that of interaction, where there are two."""
SCRIPT: Final = "run-sheet"
"""The part with the script and the timing of a workshop."""
INTERNAL: Final = frozenset({"check", "minutes", "run-sheet"})
"""The parts of a handout that tell of the work on the map rather than of the journey."""


def for_audience(project: Project, audience: Audience) -> Project:
    """The project as an audience sees it: for the client a reduced one, for all others the project itself.

    The client sees no lane that is for the team, nor what lies behind the line of visibility; no comments, votes,
    owners or participants; nothing of the workshop. What only referred to something that is left out goes, too: links
    and actions of such cards, and channels, personas and pictures that nothing else shows.
    """
    if audience != "client":
        return project
    named = set(_shared(project))
    dropped: set[str] = set()
    reduced = project
    for journey in project.maps:
        lanes = hidden_lanes(journey)
        dropped |= {card.id for card in cards(journey) if card.lane in lanes}
        reduced = remove(reduced, journey.id, lanes)
    # Before the cards went: afterwards an action for hidden cards looks like one for none.
    idle = {each.id for each in project.actions if each.cards and dropped.issuperset(each.cards)}
    reduced = replace(
        reduced,
        maps=tuple(_without_work(each) for each in reduced.maps),
        actions=tuple(replace(each, owner="") for each in reduced.actions if each.id not in idle),
        agenda=(),
        parked=(),
        views=(),
        settings=replace(reduced.settings, participants="", workshop_start=""),
    )
    return without_unused(_without_unnamed(reduced, named))


def parts_for(keys: Iterable[str], audience: Audience) -> tuple[str, ...]:
    """The parts that an audience gets: the client none about the work, the facilitator the script and timing, too."""
    if audience == "client":
        return tuple(key for key in keys if key not in INTERNAL)
    return tuple(dict.fromkeys((*keys, *((SCRIPT,) if audience == "facilitator" else ()))))


def hidden_lanes(journey: JourneyMap) -> set[str]:
    """The ids of the lanes that only the team sees.

    They are those that somebody kept for the team or the facilitator, and backstage lanes behind the line of
    visibility: the only line, or the second where there are several; without any line, all backstage lanes. A line
    right behind which everything is hidden goes with it.
    """
    lanes = ordered(journey.lanes)
    lines = sum(lane.kind == "separator" for lane in lanes)
    hidden: set[str] = set()
    passed = 0
    for lane in lanes:
        passed += lane.kind == "separator"
        behind = passed >= min(lines, _VISIBILITY)
        if lane.audience != "everyone" or (lane.kind == "backstage" and behind):
            hidden.add(lane.id)
    return hidden | set(_idle_lines(lanes, hidden))


def _idle_lines(lanes: list[Lane], hidden: set[str]) -> Iterator[str]:
    """The separators whose next lane is hidden: they would part the journey from nothing, or name what is not there."""
    for line, behind in pairwise(lanes):
        if line.kind == "separator" and behind.id in hidden:
            yield line.id


def _without_work(journey: JourneyMap) -> JourneyMap:
    """The map without what people wrote, counted and took on while they made it."""
    return replace(
        journey,
        owner="",
        comments=(),
        rounds=(),
        phases=tuple(replace(phase, ticked=()) for phase in journey.phases),
        touchpoints=tuple(replace(card, owner="", votes=0) for card in journey.touchpoints),
        notes=tuple(replace(card, owner="", votes=0) for card in journey.notes),
    )


def _shared(project: Project) -> Iterator[str]:
    """The ids of channels and personas that maps and personas name."""
    for persona in project.personas:
        yield from persona.preferred_channels
    for journey in project.maps:
        yield from filter(None, (journey.lead_persona, *journey.overlaid_personas))
        yield from _named(cards(journey))


def _named(some: Iterable[Card]) -> Iterator[str]:
    for card in some:
        yield card.persona or ""
        if isinstance(card, Touchpoint):
            yield card.channel or ""
            yield from (each.persona for each in card.feelings)


def _without_unnamed(project: Project, before: set[str]) -> Project:
    """The project without the channels and personas that were named `before`, and are no more."""
    gone = before - set(_shared(project))
    if not gone:
        return project
    return replace(
        project, channels=table.without(project.channels, gone), personas=table.without(project.personas, gone)
    )
