"""Rules of the journey check about what is done: pain points, actions, the future state and the way between them."""

from __future__ import annotations

from collections.abc import Iterator

from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading
from cjeditor.model.cards import Touchpoint
from cjeditor.model.project import Action

_DONE_WITH = ("done", "dropped")
_MOMENT = ("title", "description", "channel", "contact")
"""The fields of a touchpoint that say what happens there."""


def pain_without_action(reading: Reading) -> Iterator[Found]:
    """No action is for a pain point, a card linked with it, what was made from it, or what it was copied from."""
    for note in reading.notes("pain_point"):
        if not reading.is_answered(note):
            yield Found(note.id, is_mendable=bool(note.text.strip()))


def action_unassigned(reading: Reading) -> Iterator[Found]:
    """An action that is still to be done has no owner or no date."""
    for action in reading.actions:
        if action.status in _DONE_WITH:
            continue
        missing = [name for name, said in (("owner", action.owner), ("date", action.due)) if not said.strip()]
        if missing:
            yield _about(action, missing[0] if len(missing) == 1 else "both")


def future_without_kpi(reading: Reading) -> Iterator[Found]:
    """A touchpoint of a future state is new or changed, or comes of an action, and nothing measures it.

    What measures it is a KPI of its own or a metric in its step. On a map of a future state that was made from no other
    all touchpoints are new. One without contact is no touchpoint of ours.
    """
    if reading.map.state != "future":
        return
    before = reading.touchpoints_before
    wanted = {one for action in reading.project.actions for one in action.touchpoints if action.status != "dropped"}
    measured = {each.step for each in reading.notes("metric")}
    for each in reading.touchpoints:
        if each.contact == "none" or each.step in measured or any(kpi.name.strip() for kpi in each.kpis):
            continue
        if each.id not in before or each.id in wanted:
            yield Found(each.id)
        elif _is_other(before[each.id], each):
            yield Found(each.id, "changed")


def trace_gap(reading: Reading) -> Iterator[Found]:
    """A “how might we” or an opportunity leads nowhere, or an action to no touchpoint of the future state.

    The last only where the project has a future state. The chain also breaks where an action that is still to be done
    comes of nothing: it is for no card.
    """
    for kind in ("how_might_we", "opportunity"):
        for note in reading.notes(kind):
            leads_on = kind == "how_might_we" and reading.leads_to_note(note)
            if not leads_on and not reading.is_answered(note):
                yield Found(note.id, kind)
    for action in reading.actions:
        if action.status not in _DONE_WITH and not action.cards:
            yield _about(action, "cardless")
    if any(one.state == "future" for one in reading.project.maps):
        for action in reading.actions:
            if action.status != "dropped" and not action.touchpoints:
                yield _about(action, "action")


def _about(action: Action, variant: str) -> Found:
    return Found(action.id, variant, others=action.cards)


def _is_other(before: Touchpoint, after: Touchpoint) -> bool:
    """Whether the moment is another one: its title, description, channel or kind of contact."""
    return any(getattr(before, name) != getattr(after, name) for name in _MOMENT)
