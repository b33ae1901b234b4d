"""What merges have in common: joined texts and times, and mentions that follow to the record that stays."""

from __future__ import annotations

from collections.abc import Iterable

from cjeditor.model import table
from cjeditor.model.cards import Card
from cjeditor.model.edits.cards import with_cards
from cjeditor.model.edits.parts import placed
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cells
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace
from cjeditor.model.voting import named_anew

_MINUTES = {"minutes": 1, "hours": 60, "days": 1_440, "weeks": 10_080, "months": 43_830, "years": 525_960}
_LONGEST = 1_000_000


def joined(first: str, second: str, between: str) -> str:
    """Both texts with `between`; one alone where the other is empty or the same."""
    if not second.strip() or first == second:
        return first
    return f"{first}{between}{second}" if first.strip() else second


def together(first: Span | None, second: Span | None) -> Span | None:
    """The sum of two lengths of time, in the finer unit unless the figure would become too long for it."""
    if first is None or second is None:
        return first or second
    for unit in sorted({first.unit, second.unit}, key=_MINUTES.__getitem__):
        amount = round(
            (first.amount * _MINUTES[first.unit] + second.amount * _MINUTES[second.unit]) / _MINUTES[unit], 2
        )
        if amount <= _LONGEST:
            return make(Span, amount=amount, unit=unit)
    return first


def with_mentions_moved(
    project: Project, journey_map: JourneyMap, old_id: str, new_id: str
) -> tuple[Project, JourneyMap]:
    """Comments and surveys about `old_id` become ones about `new_id`, and agenda and views open `new_id` instead.

    Dots on `old_id` go over, too; on one ballot that may be more of them on a card than its round allowed.
    """
    rounds = tuple(named_anew(each, old_id, new_id) for each in journey_map.rounds)
    comments = [replace(each, about=new_id) for each in journey_map.comments if each.about == old_id]
    surveys = [replace(each, about=new_id) for each in project.surveys if each.about == old_id]
    agenda = [
        replace(
            each,
            phase=new_id if each.phase == old_id else each.phase,
            lanes=tuple(dict.fromkeys(new_id if lane == old_id else lane for lane in each.lanes)),
        )
        for each in project.agenda
        if old_id in (each.phase, *each.lanes)
    ]
    if agenda:
        project = replace(project, agenda=table.put(project.agenda, agenda))
    views = [
        replace(
            each,
            phase=new_id if each.phase == old_id else each.phase,
            lane=new_id if each.lane == old_id else each.lane,
        )
        for each in project.views
        if old_id in (each.phase, each.lane)
    ]
    if views:
        project = replace(project, views=table.put(project.views, views))
    if comments:
        journey_map = replace(journey_map, comments=table.put(journey_map.comments, comments))
    if surveys:
        project = replace(project, surveys=table.put(project.surveys, surveys))
    return project, replace(journey_map, rounds=rounds)


def with_cells_merged(
    journey_map: JourneyMap, cells_to_merge: Iterable[tuple[tuple[str, str], tuple[str, str]]]
) -> JourneyMap:
    """For each pair of cells (step id, lane id), the cards of the first put behind those of the second."""
    full = cells(journey_map)
    new: list[Card] = []
    for source, (step, lane) in cells_to_merge:
        newcomers: list[Card] = [replace(each, step=step, lane=lane) for each in full.get(source, [])]
        new += placed(full.get((step, lane), []), newcomers, None)
    return with_cards(journey_map, new)
