"""Edits of which rules of the journey check a project follows, and of the departments that its company has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cjeditor.model.edits.maps import set_project
from cjeditor.model.project import Project
from cjeditor.model.replace import replace


def follow_rules(project: Project, wanted: Mapping[str, bool], usual: Mapping[str, bool]) -> Project:
    """`project` that follows, or not, the rules of these keys; what it says about others stays.

    Only what differs from the usual is kept, so that a rule that later becomes usual is followed where nobody said no.
    Raises EditRefused (`field-refused`).

    Args:
        project: to change.
        wanted: by key, whether the rule is to be followed.
        usual: by key, whether it is followed where the project does not say; off for keys that are not there.
    """
    off = {key for key in project.settings.checks_off if key not in wanted}
    on = {key for key in project.settings.checks_on if key not in wanted}
    off |= {key for key, follows in wanted.items() if usual.get(key, False) and not follows}
    on |= {key for key, follows in wanted.items() if follows and not usual.get(key, False)}
    settings = replace(project.settings, checks_off=tuple(sorted(off)), checks_on=tuple(sorted(on)))
    return set_project(project, settings=settings)


def set_departments(project: Project, names: Iterable[str]) -> Project:
    """`project` whose company has departments of these names; blank ones and repetitions are left out.

    Raises EditRefused (`field-refused`).
    """
    departments = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    return set_project(project, settings=replace(project.settings, departments=departments))
