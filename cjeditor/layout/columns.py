"""Where the columns of a map and its phases above them lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cjeditor.layout import metrics
from cjeditor.layout.arrangement import Column, PhaseBox
from cjeditor.model.cards import Card
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.lookup import ordered


def columns_of(
    journey: JourneyMap, cells: Mapping[tuple[str, str], Sequence[Card]], *, folding: bool
) -> tuple[tuple[Column, ...], tuple[PhaseBox, ...]]:
    """The columns and phases from left to right; with `folding` collapsed phases are narrow and tell how many cards.

    `cells` are the cards by step id and lane id.
    """
    steps_by_phase: defaultdict[str, list[Step]] = defaultdict(list)
    for step in ordered(journey.steps):
        steps_by_phase[step.phase].append(step)
    columns: list[Column] = []
    phases: list[PhaseBox] = []
    x = 0.0
    for number, phase in enumerate(ordered(journey.phases), start=1):
        steps = steps_by_phase[phase.id]
        start, first = x, len(columns)
        folded = folding and phase.collapsed
        for step in steps:
            width = metrics.FOLDED_WIDTH / len(steps) if folded else float(step.min_width)
            named = not folded and (bool(step.name) or len(steps) > 1)
            columns.append(Column(step, phase, x, width, named, folded))
            x += width
        inside = {step.id for step in steps} if folded else frozenset[str]()
        count = sum(len(held) for cell, held in cells.items() if cell[0] in inside) if folded else 0
        phases.append(PhaseBox(phase, number, start, x - start, first, len(steps), folded, count))
    return tuple(columns), tuple(phases)
