"""What the help says in its own words, beside all that it takes from the catalogue: pages, and words of the program.

Texts hold placeholders in braces for what is named on screen (``{action:file.save}``); the window that shows the help
knows what they stand for.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, model_validator

from cjeditor import texts
from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read

Shown = Literal["note-kinds", "evidence", "emotions", "marks", "lanes", "drop-off-reasons"]
"""What stands in a page and is made from the catalogue."""

Part = Literal["first-steps", "building", "panes", "results", "files"]
"""A file of pages; each belongs to one chapter."""


class Marked(Wordings):
    """A text with placeholders in both languages."""

    def in_language(self, language: str) -> str:
        """Return the text; in the pseudo-language placeholders stay as they are."""
        return texts.stretched(self.en) if language == texts.PSEUDO_LANGUAGE else super().in_language(language)


Lines = Annotated[tuple[Marked, ...], Field(min_length=1)]


class HelpBlock(Entry):
    """One part of a section: exactly one of its fields is given.

    Attributes:
        text: a paragraph.
        tip: a paragraph that can be skipped.
        steps: what to do, one after the other; they are numbered.
        points: what can be done, or is so, side by side.
        shows: a list made from the catalogue.
    """

    text: Marked | None = None
    tip: Marked | None = None
    steps: Lines | None = None
    points: Lines | None = None
    shows: Shown | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> HelpBlock:
        given = [one for one in (self.text, self.tip, self.steps, self.points, self.shows) if one is not None]
        if len(given) != 1:
            raise ValueError("a block is exactly one of text, tip, steps, points, shows")
        return self


class HelpSection(Entry):
    """What stands under one heading."""

    key: CatalogueKey
    title: Wordings
    blocks: Annotated[tuple[HelpBlock, ...], Field(min_length=1)]


class HelpPage(Entry):
    """One page: a sentence that says what it is about, then its sections."""

    key: CatalogueKey
    title: Wordings
    lead: Marked
    sections: Annotated[tuple[HelpSection, ...], Field(min_length=1)]
    see_also: tuple[CatalogueKey, ...] = ()


class HelpWord(Entry):
    """A word of the program, as it stands on screen, and what it means in a sentence or two."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings


class _Pages(Entry):
    pages: tuple[HelpPage, ...]


class _Words(Entry):
    words: tuple[HelpWord, ...]


@cache
def help_pages(part: Part) -> tuple[HelpPage, ...]:
    """Return the pages of a part in their order; raises `CatalogueBroken`."""
    return read(f"{part}.json", _Pages, "help").pages


@cache
def help_words() -> tuple[HelpWord, ...]:
    """Return the words of the program in the order in which they are explained; raises `CatalogueBroken`."""
    return read("words.json", _Words, "help").words
