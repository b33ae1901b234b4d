"""Which phase the guide is about: the pinned one, else the chosen one, else the one that the keys act in."""

from __future__ import annotations

from collections.abc import Collection

from cjeditor.canvas.selection import Spot
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import find_card, in_journey_order, ordered, steps_of
from cjeditor.model.table import find


def current_phase(
    journey_map: JourneyMap, kind: str, ids: Collection[str], focus: Spot | None, pinned: str = ""
) -> Phase | None:
    """Return the phase to guide through; None on a map without phases.

    Args:
        journey_map: the map on screen.
        kind: what is chosen on it, as the selection has it.
        ids: the chosen things; of several the first counts.
        focus: where the keys act.
        pinned: the phase to stay with, as long as the map has it.
    """
    phases = ordered(journey_map.phases)
    held = find(journey_map.phases, pinned)
    if held is not None:
        return held
    if kind == "phases":
        return next((phase for phase in phases if phase.id in ids), _of_focus(journey_map, phases, focus))
    step = _chosen_step(journey_map, kind, ids, focus)
    return _of_step(journey_map, step) or _of_focus(journey_map, phases, focus)


def neighbour(journey_map: JourneyMap, phase_id: str, by: int) -> Phase | None:
    """Return the phase so many places to the right (negative: left), or None beyond the ends."""
    phases = ordered(journey_map.phases)
    at = next((place for place, phase in enumerate(phases) if phase.id == phase_id), None)
    return phases[at + by] if at is not None and 0 <= at + by < len(phases) else None


def step_in(journey_map: JourneyMap, phase_id: str, focus: Spot | None) -> str:
    """Return the focused step if it is one of the phase's, else the phase's first.

    Raises EditRefused (`unknown-id`).
    """
    steps = [step.id for step in steps_of(journey_map, phase_id)]
    return focus.step if focus is not None and focus.step in steps else steps[0]


def _chosen_step(journey_map: JourneyMap, kind: str, ids: Collection[str], focus: Spot | None) -> str:
    if kind == "steps":
        return next((step.id for step in ordered(journey_map.steps) if step.id in ids), "")
    if kind == "cards" and not (focus is not None and focus.card in ids):
        found = [card for one in ids if (card := find_card(journey_map, one)) is not None]
        return in_journey_order(journey_map, found)[0].step if found else ""
    return ""


def _of_step(journey_map: JourneyMap, step_id: str) -> Phase | None:
    step = find(journey_map.steps, step_id)
    return None if step is None else find(journey_map.phases, step.phase)


def _of_focus(journey_map: JourneyMap, phases: list[Phase], focus: Spot | None) -> Phase | None:
    found = _of_step(journey_map, focus.step) if focus is not None else None
    return found or (phases[0] if phases else None)
