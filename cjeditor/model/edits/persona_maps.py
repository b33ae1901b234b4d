"""Maps of the same journey for several personas and states: made beside each other, their phases renamed together."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from cjeditor.model.edits.futures import duplicate_as_future
from cjeditor.model.edits.maps import add_map
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import MapState
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import known, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import make
from cjeditor.model.table import in_order

NewIds = Callable[[str], str]
"""Gives a new id that begins with the given prefix."""

_SHORTEST_NAME = 2
"""Letters: initials name nobody."""


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

    The future state of a persona begins as a copy of its current one, cards and all, without what was found
    out about that one. Otherwise the map begins as a
    draft with the phases and lanes of the project's first map, so that the names are shared, and with nothing that was
    found out about somebody else. Raises EditRefused: `unknown-id`, `id-taken`, `wrong-prefix`.
    """
    known(project.personas, persona_id)
    own = [each for each in ordered(project.maps) if each.lead_persona == persona_id and each.state == "current"]
    if state == "future" and own:
        return duplicate_as_future(project, own[0].id, new_map_id=map_id, new_ids=new_ids, title=title)
    base = ordered(project.maps)[0]
    phases = _phases(base, new_ids)
    made = make(
        JourneyMap,
        id=map_id,
        rank=base.rank,
        title=title,
        lead_persona=persona_id,
        state=state,
        framework=base.framework,
        phases=in_order(phases),
        steps=in_order(make(Step, id=new_ids("st"), phase=each.id, rank="a0") for each in phases),
        lanes=in_order(_lanes(project, base, new_ids)),
    )
    return add_map(project, made, index=1)


def _phases(base: JourneyMap, new_ids: NewIds) -> list[Phase]:
    kept = ("rank", "name", "framework", "framework_phase", "colour", "funnel_stage")
    return [
        make(Phase, id=fresh, **{name: getattr(each, name) for name in kept})
        for fresh, each in zip(_sorted_ids("ph", len(base.phases), new_ids), base.phases, strict=True)
    ]


def _lanes(project: Project, base: JourneyMap, new_ids: NewIds) -> list[Lane]:
    """The lanes of `base`; a question that names a persona of the project is left out."""
    names = {word for each in project.personas for word in _name_words(each.name)}
    kept = ("rank", "kind", "name", "note_kind", "audience")
    return [
        make(
            Lane,
            id=fresh,
            question="" if _names_one(each.question, names) else each.question,
            **{name: getattr(each, name) for name in kept},
        )
        for fresh, each in zip(_sorted_ids("ln", len(base.lanes), new_ids), base.lanes, strict=True)
    ]


def _sorted_ids(prefix: str, count: int, new_ids: NewIds) -> list[str]:
    """New ids in the order of the old ones: of two records with the same rank the same one comes first."""
    return sorted(new_ids(prefix) for _ in range(count))


def _names_one(question: str, names: Collection[str]) -> bool:
    """Whether a question names a persona, also by one of its names and in the genitive."""
    return any(word in names or word.removesuffix("s") in names for word in re.findall(r"\w+", question))


def _name_words(name: str) -> list[str]:
    """The words of a name that are names: “Ms Cath de Vries” is called Cath or Vries."""
    return [word for word in re.findall(r"\w+", name) if word[0].isupper() and len(word) >= _SHORTEST_NAME]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
