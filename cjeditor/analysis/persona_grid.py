"""The maps of a project by persona and state, and the phases that they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from cjeditor.model.fields import MapState
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Persona, Project

STATES: tuple[MapState, ...] = get_args(MapState)
"""The columns of the grid."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One persona with the maps that it leads, by state; `persona` is None for the maps that nobody leads."""

    persona: Persona | None
    current: tuple[JourneyMap, ...]
    future: tuple[JourneyMap, ...]

    def maps(self, state: MapState) -> tuple[JourneyMap, ...]:
        """The maps of one state."""
        return self.current if state == "current" else self.future


@dataclass(frozen=True, slots=True)
class SharedPhase:
    """A phase by its name, and in how many maps there is one of it."""

    name: str
    count: int


def grid_of(project: Project) -> tuple[GridRow, ...]:
    """A row for each persona by name; last, where there are any, the maps without one."""
    rows = []
    for persona in sorted(project.personas, key=_by_name):
        led = [each for each in ordered(project.maps) if each.lead_persona == persona.id]
        rows.append(_row(persona, led))
    rest = [each for each in ordered(project.maps) if each.lead_persona is None]
    return (*rows, _row(None, rest)) if rest else tuple(rows)


def shared_phases(maps: Iterable[JourneyMap]) -> tuple[SharedPhase, ...]:
    """The names of all phases of these maps, in the order in which a walk through one map after the other meets them.

    Names are the same whatever their case and spaces; phases without a name are left out.
    """
    order: list[str] = []
    spelled: dict[str, str] = {}
    counts: dict[str, int] = {}
    for each in maps:
        place = 0
        for key, name in _named(each).items():
            if key not in counts:
                order.insert(place, key)
                spelled[key] = name
            place = order.index(key) + 1
            counts[key] = counts.get(key, 0) + 1
    return tuple(SharedPhase(spelled[key], counts[key]) for key in order)


def same_phase(name: str) -> str:
    """What a name of a phase is compared by."""
    return " ".join(name.split()).casefold()


def _row(persona: Persona | None, led: list[JourneyMap]) -> GridRow:
    current, future = (tuple(each for each in led if each.state == state) for state in STATES)
    return GridRow(persona, current, future)


def _named(journey: JourneyMap) -> dict[str, str]:
    names = (" ".join(phase.name.split()) for phase in ordered(journey.phases))
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(same_phase(name), name)
    return found


def _by_name(persona: Persona) -> tuple[str, str]:
    return persona.name.casefold(), persona.id
