"""Edits of actions: add, set fields, make from cards, delete, and the mix model that all of them are tagged in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.parts import check_free, check_references, check_settable
from cjeditor.model.fields import MixModel
from cjeditor.model.lookup import card, cards, in_journey_order, known, map_of
from cjeditor.model.mix import PARTS, part_in
from cjeditor.model.problem import refused
from cjeditor.model.project import Action, Project
from cjeditor.model.replace import make, replace

FIXED = ("id",)
"""Fields that `set_actions` leaves alone."""


def add_action(project: Project, *, action_id: str, title: str, **fields: Any) -> Project:
    """An action more.

    Raises EditRefused: `id-taken`, `wrong-prefix`, `no-thought` (it has no title), `field-fixed`, `field-refused`,
    `unknown-reference`, `reference-twice`, `unknown-mix`.
    """
    check_free(project, "actions", action_id)
    check_settable(action_id, fields, FIXED)
    return _with_actions(project, [make(Action, id=action_id, title=title, **fields)], fields)


def add_action_for(
    project: Project, map_id: str, ids: Collection[str], *, action_id: str, otherwise: str, **fields: Any
) -> Project:
    """An action for cards of a map, in journey order.

    It is called as the first of them that says anything, `otherwise` where none does, and belongs to whom the cards
    belong if that is one person. Raises EditRefused: `unknown-id`, and as `add_action` does.
    """
    journey_map = map_of(project, map_id)
    some = in_journey_order(journey_map, (card(journey_map, each) for each in dict.fromkeys(ids)))
    owners = {each.owner for each in some}
    fields.setdefault("owner", owners.pop() if len(owners) == 1 else "")
    title = next(filter(None, map(_line_of, some)), otherwise)
    return add_action(project, action_id=action_id, title=title, cards=tuple(each.id for each in some), **fields)


def set_actions(project: Project, ids: Collection[str], **fields: Any) -> Project:
    """The same field values for all actions of these ids.

    Raises EditRefused: `unknown-id`, `no-thought`, `field-fixed`, `field-refused`, `unknown-reference`,
    `reference-twice`, `unknown-mix`.
    """
    new = []
    for each in ids:
        check_settable(each, fields, FIXED)
        new.append(replace(known(project.actions, each), **fields))
    return _with_actions(project, new, fields)


def delete_actions(project: Project, ids: Collection[str]) -> Project:
    """`project` without these actions. Raises EditRefused (`unknown-id`)."""
    for each in ids:
        known(project.actions, each)
    return replace(project, actions=table.without(project.actions, set(ids)))


def set_mix_model(project: Project, model: MixModel) -> Project:
    """`project` with another model of the marketing mix; each action's tag becomes the part that answers it there.

    Without a model the tags stay as they are and are there again with the next one. Raises EditRefused
    (`field-refused`).
    """
    settings = replace(project.settings, mix_model=model)
    new = [replace(each, mix=part_in(model, each.mix)) for each in project.actions]
    return replace(project, settings=settings, actions=table.put(project.actions, new))


def _line_of(some: Card) -> str:
    return " ".join((some.title if isinstance(some, Touchpoint) else some.text).split())


def _with_actions(project: Project, new: Sequence[Action], fields: Collection[str]) -> Project:
    """`project` with these actions, of which `fields` were just set."""
    for each in new:
        if not each.title.strip():
            raise refused("no-thought", each.id, "title")
    if "cards" in fields:
        known_cards = table.in_order(one for each in project.maps for one in cards(each))
        for action in new:
            check_references(action.id, "cards", action.cards, known_cards)
    if "touchpoints" in fields:
        touchpoints = table.in_order(one for each in project.maps for one in each.touchpoints)
        for action in new:
            check_references(action.id, "touchpoints", action.touchpoints, touchpoints)
    model = project.settings.mix_model
    for each in new:
        if "mix" in fields and each.mix is not None and each.mix not in PARTS[model]:
            raise refused("unknown-mix", each.id, "mix", id=each.mix)
    return replace(project, actions=table.put(project.actions, new))
