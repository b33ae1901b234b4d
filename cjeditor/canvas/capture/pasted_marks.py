"""Marks in texts that were not typed here: found at the ends of lines, and turned into the fields of new cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cjeditor.canvas.capture.giving import patch_for
from cjeditor.canvas.capture.marking import Mark, split
from cjeditor.canvas.capture.offers import offers_of
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.cards import NEW_RANK
from cjeditor.model.replace import make, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjeditor.canvas.capture.marking import Vocabulary
    from cjeditor.canvas.capture.offers import Offers
    from cjeditor.model.cards import Card
    from cjeditor.model.project import Project

_MAYBE = re.compile(r"(?:^|\s)[@#%+±\-−–!*]")
"""What a text has that has marks: most have none, and are not looked at closer."""


class Read(NamedTuple):
    """A text without its marks, and those marks."""

    words: str
    marks: tuple[Mark, ...] = ()


class MarkReader:
    """Finds the marks in texts for one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[bool, tuple[Offers, Vocabulary]] = {}

    def read(self, text: str, *, touchpoint: bool) -> Read:
        """Take the marks off the ends of a text's lines. A line of marks alone is text, as it is when typed."""
        if _MAYBE.search(text) is None:
            return Read(text)
        vocabulary = self._look_up(touchpoint)[1]
        lines: list[str] = []
        marks: list[Mark] = []
        for line in text.split("\n"):
            found = split(line, vocabulary, ended=True)
            has_words = bool(found.words.strip())
            lines.append(found.words.rstrip() if found.marks and has_words else line)
            marks += found.marks if has_words else ()
        return Read("\n".join(lines), tuple(marks))

    def fields(self, project: Project, read: Read, *, touchpoint: bool) -> tuple[Project, dict[str, Any]]:
        """What marks say of a new card.

        Returns:
            The project with the channels and personas that they name for the first time, and the card's fields.
        """
        if not read.marks:
            return project, {}
        card = _blank(touchpoint)
        fields: dict[str, Any] = {}
        for mark in read.marks:
            if project is not self._project:
                self._project, self._known = project, {}
            patch, _back = patch_for(mark, self._look_up(touchpoint)[0].named(mark.kind, mark.value), card)
            project = patch.before_card(project)
            fields.update(patch.fields)
            card = replace(card, **patch.fields)
        return project, fields

    def _look_up(self, touchpoint: bool) -> tuple[Offers, Vocabulary]:
        if touchpoint not in self._known:
            offers = offers_of(self._project, touchpoint=touchpoint)
            self._known[touchpoint] = (offers, offers.vocabulary())
        return self._known[touchpoint]


def are_meant(found: Iterable[Read]) -> bool:
    """Whether there are marks that are hardly anything else: a lone exclamation mark may end a sentence."""
    return any(mark.kind != "risk" for read in found for mark in read.marks)


def _blank(touchpoint: bool) -> Card:
    place = {"step": "st_0", "lane": "ln_0", "rank": NEW_RANK, "number": 1}
    return make(Touchpoint, id="tp_0", **place) if touchpoint else make(Note, id="nt_0", **place)
