"""How what the journey check found is mended: each a pure edit of the project, one step for whoever takes it back."""

from __future__ import annotations

from collections.abc import Callable

from cjeditor.analysis.check.found import Finding
from cjeditor.model.edits.actions import add_action_for
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.joining import merge_cards
from cjeditor.model.edits.maps import set_map
from cjeditor.model.edits.phases import set_phase, split_phase
from cjeditor.model.lookup import known, map_of
from cjeditor.model.project import Project

NewId = Callable[[str], str]
"""Gives a new id for a prefix."""

Fix = Callable[[Project, Finding, NewId], Project]
"""Returns the project mended. Raises EditRefused, as the edits do that it is made of."""


def take_persona(project: Project, finding: Finding, _new_id: NewId) -> Project:
    """The only persona of the project leads the map."""
    return set_map(project, finding.map_id, lead_persona=finding.found.params["persona_id"])


def split(project: Project, finding: Finding, new_id: NewId) -> Project:
    """The phase in two, before the step in its middle."""
    return split_phase(
        project,
        finding.map_id,
        finding.found.about,
        at_step=str(finding.found.params["step_id"]),
        new_phase_id=new_id("ph"),
        new_step_id=new_id("st"),
        name=str(finding.found.params["step"]),
    )


def rename_phase(project: Project, finding: Finding, _new_id: NewId) -> Project:
    """The phase called as its framework calls it."""
    return set_phase(project, finding.map_id, finding.found.about, name=finding.found.params["known"])


def make_action(project: Project, finding: Finding, new_id: NewId) -> Project:
    """An action for the pain point, called as it."""
    return add_action_for(project, finding.map_id, [finding.found.about], action_id=new_id("ac"), otherwise="")


def join_cards(project: Project, finding: Finding, _new_id: NewId) -> Project:
    """The duplicate goes into the first card that says the same."""
    return merge_cards(project, finding.map_id, finding.found.others[0], [finding.found.about])


def begin_link(project: Project, finding: Finding, _new_id: NewId) -> Project:
    """The link with its beginning."""
    touchpoint = known(map_of(project, finding.map_id).touchpoints, finding.found.about)
    wrong = finding.found.params["link"]
    links = tuple(f"https://{each.strip()}" if each.strip() == wrong else each for each in touchpoint.web_links)
    return set_touchpoint(project, finding.map_id, [touchpoint.id], web_links=links)
