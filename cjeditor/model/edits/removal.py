"""Taking records off a map together with all that lies in them or refers to them."""

from __future__ import annotations

from collections.abc import Collection

from cjeditor.model import table
from cjeditor.model.edits.parts import with_map
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.voting import without_mention


def remove(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without the phases, steps, lanes, cards or links of these ids.

    With a phase go its steps, with steps and lanes their cards, with a card its links and the dots on it; with
    everything the comments and surveys about it, and its mention in actions. That each phase keeps a step is for the
    caller to see to.
    """
    old = map_of(project, map_id)
    gone = _with_contents(old, set(ids))
    new = replace(
        old,
        retired_number=_retired_number(old, gone),
        phases=table.without(old.phases, gone),
        steps=table.without(old.steps, gone),
        lanes=table.without(old.lanes, gone),
        touchpoints=table.without(old.touchpoints, gone),
        notes=table.without(old.notes, gone),
        links=table.without(old.links, gone),
        comments=table.without(old.comments, gone),
        rounds=tuple(without_mention(each, gone) for each in old.rounds),
    )
    return forget(with_map(project, new), gone)


def without_cards(journey_map: JourneyMap, ids: Collection[str]) -> JourneyMap:
    """The map without these cards, their links, the dots on them and the comments about them.

    Their numbers are not given again.
    """
    gone = _with_contents(journey_map, set(ids))
    return replace(
        journey_map,
        retired_number=_retired_number(journey_map, gone),
        touchpoints=table.without(journey_map.touchpoints, gone),
        notes=table.without(journey_map.notes, gone),
        links=table.without(journey_map.links, gone),
        comments=table.without(journey_map.comments, gone),
        rounds=tuple(without_mention(each, gone) for each in journey_map.rounds),
    )


def forget(project: Project, gone: Collection[str]) -> Project:
    """`project` without mentions in actions, the agenda and saved views of what is gone, and without figures about it.

    A view of a map that is gone goes, too. One whose phase or lane is gone begins at the map's edge.
    """
    actions = [
        replace(
            action,
            cards=tuple(each for each in action.cards if each not in gone),
            touchpoints=tuple(each for each in action.touchpoints if each not in gone),
        )
        for action in project.actions
        if any(each in gone for each in (*action.cards, *action.touchpoints))
    ]
    surveys = [survey.id for survey in project.surveys if survey.about in gone]
    counts = [each.id for each in project.funnel if each.map in gone]
    steps = [
        replace(
            step,
            phase=None if step.phase in gone else step.phase,
            lanes=tuple(each for each in step.lanes if each not in gone),
        )
        for step in project.agenda
        if step.phase in gone or any(each in gone for each in step.lanes)
    ]
    views = [
        replace(
            view,
            **({"phase": None, "x": 0.0} if view.phase in gone else {}),
            **({"lane": None, "y": 0.0} if view.lane in gone else {}),
        )
        for view in project.views
        if view.map not in gone and (view.phase in gone or view.lane in gone)
    ]
    lost = [view.id for view in project.views if view.map in gone]
    if not any((actions, surveys, counts, steps, views, lost)):
        return project
    return replace(
        project,
        actions=table.put(project.actions, actions),
        surveys=table.without(project.surveys, surveys),
        funnel=table.without(project.funnel, counts),
        agenda=table.put(project.agenda, steps),
        views=table.without(table.put(project.views, views), lost),
    )


def _with_contents(journey_map: JourneyMap, gone: set[str]) -> set[str]:
    gone |= {step.id for step in journey_map.steps if step.phase in gone}
    if any(table.find(journey_map.steps, each) or table.find(journey_map.lanes, each) for each in gone):
        gone |= {card.id for card in cards(journey_map) if card.step in gone or card.lane in gone}
    gone |= {link.id for link in journey_map.links if link.source in gone or link.target in gone}
    gone |= {comment.id for comment in journey_map.comments if comment.about in gone}
    return gone


def _retired_number(journey_map: JourneyMap, gone: set[str]) -> int:
    """The highest number that would otherwise be given a second time."""
    leaving = max((card.number for card in cards(journey_map) if card.id in gone), default=0)
    staying = max((card.number for card in cards(journey_map) if card.id not in gone), default=0)
    return max(leaving, journey_map.retired_number) if leaving > staying else journey_map.retired_number
