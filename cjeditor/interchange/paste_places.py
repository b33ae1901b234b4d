"""The places of a map as something pasted looks for them: by name, or so many steps and lanes from a cell."""

from __future__ import annotations

from typing import Final

from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import ordered, ordered_steps

NEW: Final = "+"
"""What the key of a place begins with that has to be made first."""


class Places:
    """Finds ids of steps and lanes. What is missing gets a key of its own where it may be added."""

    def __init__(self, journey_map: JourneyMap, step: str, lane: str, *, adds: bool) -> None:
        """Look from a cell.

        Args:
            journey_map: the map.
            step: of the cell; empty where the map has none.
            lane: the same.
            adds: whether what is missing may be added.
        """
        self.adds = adds
        self.new_phases: dict[str, str] = {}
        self.new_lanes: dict[str, str] = {}
        self.beyond: set[tuple[str, int]] = set()
        """The columns and rows that go into the last step and lane, since nothing may be added for them."""
        self._keys: dict[tuple[str, str], str] = {}
        self._lane_at = lane
        self._steps = [each.id for each in ordered_steps(journey_map)]
        self._first = self._steps.index(step) if step in self._steps else 0
        self._phase_of = {each.id: each.phase for each in journey_map.steps}
        self._phases: dict[str, str] = {}
        for phase in ordered(journey_map.phases):
            self._phases.setdefault(_plain(phase.name), phase.id)
        self._named_steps = [(_plain(each.name), each.id) for each in ordered_steps(journey_map) if each.name.strip()]
        self._rows: list[Lane] = [each for each in ordered(journey_map.lanes) if each.holds]

    @property
    def steps_left(self) -> int:
        """The number of steps from the cell on."""
        return len(self._steps) - self._first

    def at(self, across: int) -> str:
        """The step so many to the right of the cell; beyond the edge a new one, or the last."""
        place = self._first + across
        if place < len(self._steps):
            return self._steps[place]
        beyond = place - len(self._steps)
        if not self.adds:
            self.beyond.add(("column", beyond))
            return self._steps[-1]
        while len(self.new_phases) <= beyond:
            self.new_phases[f"{NEW}phase{len(self.new_phases)}"] = ""
        return list(self.new_phases)[beyond]

    def row(self, down: int) -> str:
        """The lane for cards so many below that of the cell; beyond the edge a new one, or the last."""
        ids = [each.id for each in self._rows]
        if self._lane_at not in ids:
            if self._lane_at and not down:
                return self._lane_at  # it holds no cards: who pastes there is told so
            if not ids and not self.new_lanes:
                self.new_lanes[f"{NEW}lane0"] = ""
        place = (ids.index(self._lane_at) if self._lane_at in ids else 0) + down
        if place < len(ids):
            return ids[place]
        beyond = place - len(ids)
        if not self.adds and ids:
            self.beyond.add(("row", beyond))
            return ids[-1]
        while len(self.new_lanes) <= beyond:
            self.new_lanes[f"{NEW}lane{len(self.new_lanes)}"] = ""
        return list(self.new_lanes)[beyond]

    def phase(self, name: str) -> str:
        """The phase of that name, or an empty text."""
        return self._phases.get(_plain(name), "") if _plain(name) else ""

    def phase_of(self, step: str) -> str:
        """The phase of a step, or an empty text."""
        return self._phase_of.get(step, "")

    def column(self, name: str, phase: str = "") -> str:
        """The step of that name, rather in that phase, or the first step of the phase of that name, or nothing."""
        found = self.step_in(phase, name) if phase else ""
        named = self.phase(name)
        if found or named:
            return found or next(step for step in self._steps if self._phase_of[step] == named)
        wanted = _plain(name)
        return next((step for plain, step in self._named_steps if plain == wanted), "")

    def step_in(self, phase: str, name: str) -> str:
        """The step of that name in a phase, or an empty text."""
        wanted = _plain(name)
        return next(
            (step for plain, step in self._named_steps if plain == wanted and self._phase_of[step] == phase), ""
        )

    def lane(self, name: str) -> str:
        """The lane for cards of that name, or an empty text."""
        wanted = _plain(name)
        return next((each.id for each in self._rows if wanted and _plain(each.name) == wanted), "")

    def new_phase(self, name: str) -> str:
        """The key of a new phase of that name, or an empty text where none may be added."""
        return self._key(self.new_phases, "phase", name) if self.adds else ""

    def new_lane(self, name: str) -> str:
        """The key of a new lane of that name, or an empty text where none may be added."""
        return self._key(self.new_lanes, "lane", name) if self.adds else ""

    def _key(self, made: dict[str, str], kind: str, name: str) -> str:
        key = self._keys.setdefault((kind, _plain(name)), f"{NEW}{kind}{len(made)}")
        made.setdefault(key, name)
        return key


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
