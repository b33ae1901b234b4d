"""Lets a new project begin with what the person has set: the owner of its maps, its paper, its words for emotions."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor import texts
from cjeditor.catalogue import terms
from cjeditor.catalogue.templates import BLANK, new_project
from cjeditor.model.edits import maps
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.window.defaults import EMOTIONS, Defaults


def with_defaults(project: Project, defaults: Defaults) -> Project:
    """Return a new project as the person wants it to begin; owners that it names already stay."""
    project = with_emotion_words(project, defaults.emotion_words(project.language))
    project = maps.set_project(project, settings=replace(project.settings, paper=defaults.paper))
    for journey_map in project.maps:
        if not journey_map.owner:
            project = maps.set_map(project, journey_map.id, owner=defaults.author)
    return project


def with_a_map(project: Project) -> Project:
    """Return `project` with a map to look at: windows always show one, files and versions may be without."""
    if project.maps:
        return project
    return replace(project, maps=new_project(BLANK, language=project.language, title="", new_id=new_id).maps)


def with_emotion_words(project: Project, words: Sequence[str]) -> Project:
    """Return `project` with these words for −2 … +2; ours in its language for empty ones, no own ones if all are."""
    ours = texts.of(project.language)
    full = tuple(word or terms.emotion(value, Project(), ours) for value, word in zip(EMOTIONS, words, strict=True))
    return maps.set_project(project, settings=replace(project.settings, emotion_labels=full if any(words) else ()))
