"""What somebody asks for, gathered: a map of a project as an audience sees it, in the language of its labels."""

from __future__ import annotations

from typing import Protocol

from cjeditor import texts
from cjeditor.export.audience import for_audience
from cjeditor.export.content import Content, content
from cjeditor.export.options import Audience
from cjeditor.model.fields import Language
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project


class Wishes(Protocol):
    """What all options say, whatever is written."""

    @property
    def language(self) -> Language | None:
        """Of the labels; the project's own where None."""

    @property
    def date(self) -> str:
        """`YYYY-MM-DD`, or empty."""

    @property
    def audience(self) -> Audience:
        """For whom it is."""


def asked_for(project: Project, map_id: str, wishes: Wishes) -> Content:
    """The map with what it refers to, as the audience sees it. Raises EditRefused where the project has no such map."""
    words = texts.of(wishes.language or project.language)
    seen = for_audience(project, wishes.audience)
    return content(seen, map_of(seen, map_id), words, wishes.date, wishes.audience)
