"""Finds sections of the help by what people type: in both languages at once, as among the building blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from cjeditor import texts
from cjeditor.analysis.folding import folded
from cjeditor.window.blocks.searching import rank
from cjeditor.window.help.book import Book
from cjeditor.window.help.page import Page, Section

MOST = 60
"""Results that are shown at most."""

_PAGE, _TERM, _SECTION = range(3)


@dataclass(frozen=True)
class Result:
    """A section that was found.

    Attributes:
        page: the key of its page.
        anchor: where it stands on the page; empty for its top.
        title: what it is called.
        where: the titles above it, the nearest first.
        other: what it is called in the other language, where only that was found.
    """

    page: str
    anchor: str
    title: str
    where: str
    other: str = ""


@dataclass(frozen=True)
class _Entry:
    """A section in the language of the window with all its texts in every language."""

    result: Result
    names: tuple[str, ...]
    sentences: tuple[str, ...]
    other: str
    depth: int

    def has_key(self, key: str) -> bool:
        """Return whether a key is named; folded, with a space at each end."""
        return not key or any(key in f" {folded(one)} " for one in self.sentences)

    def found_by(self, words: list[str]) -> Result:
        """Return the result; with the other language's name where that alone has the words and is one of a thing."""
        if self.depth == _SECTION or not self.other or rank(words, (self.result.title,), ()) is not None:
            return self.result
        return replace(self.result, other=self.other) if rank(words, (self.other,), ()) is not None else self.result


class Search:
    """Searches a book; the other languages are read when something is searched for the first time."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def results(self, typed: str) -> tuple[Result, ...]:
        """Return the sections that hold every word of `typed`, the best first: pages, then terms, then the others.

        What has a plus sign is a key (“Ctrl+P”), and is looked for as a whole.
        """
        words = folded(typed).split()
        key = f" {' '.join(words)} " if "+" in typed else ""
        found: list[tuple[tuple[int, bool, int, int], Result]] = []
        for place, entry in enumerate(self._entries if words else ()):
            how_well = rank(words, entry.names, entry.sentences)
            if how_well is not None and entry.has_key(key):
                exact = any(folded(name).split() == words for name in entry.names)
                found.append(((how_well, not exact, entry.depth, place), entry.found_by(words)))
        found.sort(key=_by_rank)
        return tuple(result for _, result in found[:MOST])

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        known: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for language in texts.LANGUAGES:
            if language != self._book.language:
                for page, section in _sections(Book(texts.of(language), self._book.keys_of)):
                    known.setdefault((page.key, section.anchor), []).append(_texts(page, section))
        return tuple(
            self._entry(page, section, known.get((page.key, section.anchor), []))
            for page, section in _sections(self._book)
        )

    def _entry(self, page: Page, section: Section, others: list[tuple[str, str]]) -> _Entry:
        name, sentence = _texts(page, section)
        trail = self._book.trail(page.key)
        where = " · ".join(reversed(trail if section.title else trail[:-1]))
        other = next((title for title, _ in others if title != name), "")
        return _Entry(
            Result(page.key, section.anchor, name, where),
            tuple(dict.fromkeys((name, *(title for title, _ in others)))),
            tuple(dict.fromkeys((sentence, *(text for _, text in others)))),
            other,
            _TERM if section.term else _SECTION if section.title else _PAGE,
        )


def _sections(book: Book) -> Iterable[tuple[Page, Section]]:
    for page in book.pages():
        for section in page.sections:
            if section.sought:
                yield page, section


def _texts(page: Page, section: Section) -> tuple[str, str]:
    return section.title or page.title, section.text()


def _by_rank(ranked: tuple[tuple[int, bool, int, int], Result]) -> tuple[int, bool, int, int]:
    return ranked[0]
