"""What is done with cards, and thoughts that wait outside the maps, that say the same: one card, one place, one tag."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from cjeditor.model import table
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.clipping import NewIds
from cjeditor.model.edits.joining import merge_cards
from cjeditor.model.edits.keeping import with_former
from cjeditor.model.edits.merging import joined
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.workshop import delete_parked, move_parked, place_parked, set_parked
from cjeditor.model.lookup import card, cell_cards, in_journey_order, known, map_of, ordered, waiting
from cjeditor.model.naming import naming_tags, times_named
from cjeditor.model.project import ParkedCard, Project
from cjeditor.model.replace import replace
from cjeditor.model.thoughts import same_as

Way = Literal["merge", "gather", "tag"]
"""What is done with a group: one card of all, all in one cell below each other, or a tag for each."""

_MOST = 1_000_000


class Group(NamedTuple):
    """Some cards of a map and waiting thoughts, by id; `tag` is what they are called together."""

    ids: tuple[str, ...]
    tag: str = ""


def join_group(
    project: Project, map_id: str, group: Group, way: Way, *, new_ids: NewIds
) -> tuple[Project, tuple[str, ...]]:
    """What belongs together as one card, next to each other, or with a common tag; also returns the ids of its cards.

    The first card in journey order is where the others go; thoughts are placed there first. Merged, texts stay and
    votes are added as `merge_cards` says; how often each was named is added up as a tag (`3×`). Thoughts alone become
    one thought, or stand together where they wait. Raises EditRefused: `unknown-id`, `wrong-lane`, `different-cards`,
    `figures-differ`, `field-refused`.
    """
    journey_map = map_of(project, map_id)
    thoughts = [each for each in ordered(project.parked) if each.id in group.ids]
    waits = {each.id for each in thoughts}
    cards = in_journey_order(
        journey_map, (card(journey_map, each) for each in dict.fromkeys(group.ids) if each not in waits)
    )
    if way == "tag":
        return _tagged(project, map_id, cards, thoughts, group.tag), tuple(each.id for each in cards)
    if not cards and not thoughts:
        return project, ()
    if not cards:
        merges = way == "merge"
        return (_one_thought(project, thoughts) if merges else _beside(project, thoughts)), ()
    project, made = _gathered(project, map_id, cards, thoughts, new_ids)
    if way == "gather":
        return project, made
    count = sum(max(1, times_named(each.tags)) for each in cards) + sum(each.count for each in thoughts)
    project = merge_cards(project, map_id, made[0], made[1:])
    if thoughts:
        one = card(map_of(project, map_id), made[0])
        project = _with_tags(project, map_id, one, naming_tags(count, one.tags))
    return project, made[:1]


def _gathered(
    project: Project, map_id: str, cards: Sequence[Card], thoughts: Sequence[ParkedCard], new_ids: NewIds
) -> tuple[Project, tuple[str, ...]]:
    """All in the cell of the first card, below it."""
    first, *others = cards
    ids = [each.id for each in others]
    cell = [each.id for each in cell_cards(map_of(project, map_id), first.step, first.lane) if each.id not in ids]
    below = cell.index(first.id) + 1
    if ids:
        project = move_cards(project, map_id, ids, step=first.step, lane=first.lane, index=below)
    made: Collection[str] = ()
    if thoughts:
        project, made = place_parked(
            project,
            map_id,
            [each.id for each in thoughts],
            new_ids=new_ids,
            step=first.step,
            lane=first.lane,
            index=below + len(ids),
        )
    return project, (first.id, *ids, *made)


def _beside(project: Project, thoughts: Sequence[ParkedCard]) -> Project:
    first, *others = thoughts
    ids = {each.id for each in others}
    place = [each.id for each in waiting(project, first.place) if each.id not in ids]
    return move_parked(project, ids, first.place, place.index(first.id) + 1)


def _one_thought(project: Project, thoughts: Sequence[ParkedCard]) -> Project:
    first, *others = thoughts
    one = first
    for each in others:
        lines = {same_as(line) for line in one.text.split("\n")}
        text = one.text if same_as(each.text) in lines else joined(one.text, each.text, "\n")
        one = replace(
            one,
            text=text,
            description=joined(one.description, each.description, "\n"),
            count=min(one.count + each.count, _MOST),
            tags=tuple(dict.fromkeys((*one.tags, *each.tags))),
            kind=one.kind or each.kind,
        )
        one = with_former(one, each.card)
    project = delete_parked(project, [each.id for each in others])
    return replace(project, parked=table.put(project.parked, [one]))


def _tagged(project: Project, map_id: str, cards: Sequence[Card], thoughts: Sequence[ParkedCard], tag: str) -> Project:
    if not tag.strip():
        return project
    for each in cards:
        project = _with_tags(project, map_id, each, tuple(dict.fromkeys((*each.tags, tag))))
    for thought in thoughts:
        held = (*thought.tags, *(thought.card.tags if thought.card is not None else ()))
        if tag not in held:
            project = set_parked(project, [thought.id], tags=(*known(project.parked, thought.id).tags, tag))
    return project


def _with_tags(project: Project, map_id: str, one: Card, tags: tuple[str, ...]) -> Project:
    setter = set_touchpoint if isinstance(one, Touchpoint) else set_note
    return setter(project, map_id, [one.id], tags=tags)
