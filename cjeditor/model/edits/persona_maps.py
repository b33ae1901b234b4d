"""Maps of the same journey for several personas and states: made beside each other, their phases renamed together."""

from __future__ import annotations

from collections.abc import Callable, Collection

from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.comments import delete_comments
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.maps import set_map
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import MapState
from cjeditor.model.lookup import cards, known, map_of, ordered
from cjeditor.model.project import Project

NewIds = Callable[[str], str]
"""Gives a new id that begins with the given prefix."""


def rename_phases(project: Project, map_ids: Collection[str], old: str, new: str) -> Project:
    """`project` in which every phase of these maps that is called `old` is called `new`, whatever the case and spaces.

    Raises EditRefused: `unknown-id`, `field-refused`.
    """
    wanted = _plain(old)
    for each in map_ids:
        for phase in map_of(project, each).phases:
            if wanted and _plain(phase.name) == wanted:
                project = set_phase(project, each, phase.id, name=new)
    return project


def make_map_for(
    project: Project, persona_id: str, state: MapState, *, map_id: str, new_ids: NewIds, title: str
) -> Project:
    """A map for a persona and state that has none.

    The future state of a persona begins as a copy of its current one, cards and all. Otherwise the map has the phases,
    steps and lanes of the project's first map, so that the names are shared, and no cards. Raises EditRefused:
    `unknown-id`, `id-taken`, `wrong-prefix`.
    """
    known(project.personas, persona_id)
    own = [each for each in ordered(project.maps) if each.lead_persona == persona_id and each.state == "current"]
    if state == "future" and own:
        return duplicate_map(project, own[0].id, new_map_id=map_id, new_ids=new_ids, title=title, state=state)
    base = ordered(project.maps)[0]
    project = duplicate_map(project, base.id, new_map_id=map_id, new_ids=new_ids, title=title, state=state)
    project = delete_cards(project, map_id, [each.id for each in cards(map_of(project, map_id))])
    project = delete_comments(project, map_id, [each.id for each in map_of(project, map_id).comments])
    return set_map(
        project,
        map_id,
        lead_persona=persona_id,
        overlaid_personas=(),
        origin=None,
        key_finding="",
        scenario="",
        decision="",
    )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
