"""Texts from elsewhere become cards, many at once, each in its cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.edits.cards import NEW_RANK, kind_in, with_cards
from cjeditor.model.edits.clipping import NewIds
from cjeditor.model.edits.parts import check_new, placed, with_map
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import known, map_of, next_number, these_cells
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make


class PlacedText(NamedTuple):
    """A text and the ids of the step and lane of its cell."""

    step: str
    lane: str
    text: str


def place_texts(
    project: Project,
    map_id: str,
    texts: Sequence[PlacedText],
    *,
    new_ids: NewIds,
    index: int | None = None,
    fields: Sequence[Mapping[str, Any]] = (),
) -> tuple[Project, tuple[str, ...]]:
    """A new card for each text that is not blank, of the kind that its lane holds; also returns their ids.

    Of a touchpoint the first line is the title, the others are its description. They come at the end of their cells,
    in that of the first text before the card at `index` (None: at the end, too). `fields` says, text by text, what
    else is known of its card. Raises EditRefused: `unknown-id`,
    `field-refused`, and `wrong-lane` where a lane holds no cards.
    """
    journey_map = map_of(project, map_id)
    more = fields or [{}] * len(texts)
    some = [(each, also) for each, also in zip(texts, more, strict=True) if each.text.strip()]
    lanes = {each.lane: _checked(journey_map, each) for each in texts}
    number = next_number(journey_map)
    targets: defaultdict[tuple[str, str], list[Card]] = defaultdict(list)
    new: list[Card] = []
    for each, also in some:
        new.append(_card(each, lanes[each.lane], new_ids, number + len(new), also))
        targets[each.step, each.lane].append(new[-1])
    check_new(project, new)
    first = next(iter(targets), None)
    added: list[Card] = []
    for cell, there in these_cells(journey_map, targets).items():
        added += placed(there, targets[cell], index if cell == first else None)
    return with_map(project, with_cards(journey_map, added)), tuple(each.id for each in new)


def _checked(journey_map: JourneyMap, text: PlacedText) -> Lane:
    known(journey_map.steps, text.step)
    lane = known(journey_map.lanes, text.lane)
    if not lane.holds:
        raise refused("wrong-lane", lane.id, number=next_number(journey_map), lane=lane.name)
    return lane


def _card(each: PlacedText, lane: Lane, new_ids: NewIds, number: int, also: Mapping[str, Any]) -> Card:
    text = each.text.strip()
    place = {"step": each.step, "lane": each.lane, "rank": NEW_RANK, "number": number, **also}
    if lane.holds == "touchpoints":
        title, _line_end, description = text.partition("\n")
        return make(Touchpoint, id=new_ids("tp"), title=title.strip(), description=description.strip(), **place)
    return make(Note, id=new_ids("nt"), kind=kind_in(lane), text=text, **place)
