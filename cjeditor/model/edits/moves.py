"""Moving cards: into a cell, or a whole selection by so many steps and lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from cjeditor.model import table
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.cards import check_lane, with_cards
from cjeditor.model.edits.parts import is_in_place, placed, with_map
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, cell_cards, in_journey_order, known, map_of, ordered, ordered_steps, these_cells
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace


def move_cards(
    project: Project, map_id: str, ids: Collection[str], *, step: str, lane: str, index: int | None = None
) -> Project:
    """The cards, in journey order, into the cell of `step` and `lane`.

    They come before the card at `index` (0-based), counted among the cell's cards that are *not* moved; None, or an
    index beyond the end, means the end. Raises EditRefused: `unknown-id`, `wrong-lane`.
    """
    journey_map = map_of(project, map_id)
    target = known(journey_map.lanes, lane)
    known(journey_map.steps, step)
    moved = _cards(journey_map, ids)
    for each in moved:
        check_lane(target, each)
    return with_map(project, _into(journey_map, moved, step, lane, index))


def uncovered(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` with the phases and lanes expanded that these cards lie in. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    found = [card(journey_map, each) for each in ids]
    steps, lanes = {each.step for each in found}, {each.lane for each in found}
    phases = {step.phase for step in journey_map.steps if step.id in steps}
    closed = [each for each in journey_map.phases if each.id in phases and each.collapsed]
    low = [each for each in journey_map.lanes if each.id in lanes and each.collapsed]
    if not closed and not low:
        return project
    new = replace(
        journey_map,
        phases=table.put(journey_map.phases, [replace(each, collapsed=False) for each in closed]),
        lanes=table.put(journey_map.lanes, [replace(each, collapsed=False) for each in low]),
    )
    return with_map(project, new)


def move_cards_by(project: Project, map_id: str, ids: Collection[str], *, steps: int, lanes: int) -> Project:
    """The cards, each by so many steps to the right and lanes down (negative: left, up), to the end of its new cell.

    Lanes are counted among those that hold such cards, so that a touchpoint skips notes lanes. Raises EditRefused:
    `unknown-id`, and `off-the-map` where one of the cards would leave the map; then none moves.
    """
    journey_map = map_of(project, map_id)
    columns = [each.id for each in ordered_steps(journey_map)]
    rows = {
        held: [lane.id for lane in ordered(journey_map.lanes) if lane.holds == held]
        for held in ("touchpoints", "notes")
    }
    targets: defaultdict[tuple[str, str], list[Card]] = defaultdict(list)
    for each in _cards(journey_map, ids):
        among = rows["touchpoints" if isinstance(each, Touchpoint) else "notes"]
        column, row = columns.index(each.step) + steps, among.index(each.lane) + lanes
        if not (0 <= column < len(columns) and 0 <= row < len(among)):
            raise refused("off-the-map", each.id)
        targets[columns[column], among[row]].append(each)
    if steps == 0 and lanes == 0:
        return project
    # One cell's newcomers may be another's leavers: what stays is told from the map before the move.
    leaving = set(ids)
    new: list[Card] = []
    there = these_cells(journey_map, targets)
    for (step, lane), newcomers in targets.items():
        stay = [each for each in there[step, lane] if each.id not in leaving]
        new += placed(stay, [replace(each, step=step, lane=lane) for each in newcomers], None)
    return with_map(project, with_cards(journey_map, new))


def _cards(journey_map: JourneyMap, ids: Collection[str]) -> list[Card]:
    return in_journey_order(journey_map, (card(journey_map, each) for each in dict.fromkeys(ids)))


def _into(journey_map: JourneyMap, moved: list[Card], step: str, lane: str, index: int | None) -> JourneyMap:
    cell = cell_cards(journey_map, step, lane)
    if is_in_place(cell, moved, index):
        return journey_map
    leaving = {each.id for each in moved}
    stay = [each for each in cell if each.id not in leaving]
    return with_cards(journey_map, placed(stay, [replace(each, step=step, lane=lane) for each in moved], index))
