"""The whole help in one language: its chapters in their order, and where each page stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from cjeditor.catalogue.help_texts import help_pages
from cjeditor.texts import Texts
from cjeditor.window.chosen_keys import KeysOf, usual
from cjeditor.window.help import frameworks_chapter, glossary_chapter, keys_chapter
from cjeditor.window.help.names import Names
from cjeditor.window.help.page import Page
from cjeditor.window.help.written import written_page

FIRST_PAGE = "first-steps"


class Book:
    """All pages. Makes them when it is made, which takes some hundredths of a second."""

    def __init__(self, words: Texts, keys_of: KeysOf = usual) -> None:
        """Write the book.

        Args:
            words: the language.
            keys_of: the keys that are named for actions.
        """
        self.language = words.language
        self.keys_of = keys_of
        self.chapters = _chapters(words, keys_of)
        self._trails = {page.key: trail for chapter in self.chapters for trail, page in _trails(chapter, ())}

    def pages(self) -> Iterator[Page]:
        """Yield all pages in reading order."""
        for chapter in self.chapters:
            yield from chapter.all()

    def page(self, key: str) -> Page | None:
        """Return the page of this key; nothing where there is none (any more)."""
        trail = self._trails.get(key)
        return trail[-1] if trail else None

    def trail(self, key: str) -> tuple[str, ...]:
        """Return the titles from the chapter down to the page; nothing for an unknown page."""
        return tuple(page.title for page in self._trails.get(key, ()))


def _chapters(words: Texts, keys_of: KeysOf) -> tuple[Page, ...]:
    language = words.language
    parts = {part: help_pages(part) for part in ("first-steps", "building", "panes", "results", "files")}
    titles = {
        **{page.key: page.title.in_language(language) for part in parts.values() for page in part},
        **frameworks_chapter.titles(words),
        **glossary_chapter.titles(words),
        keys_chapter.KEY: words.t("All keys"),
    }
    names = Names(words, titles, keys_of)
    written = {part: tuple(written_page(one, words, names) for one in pages) for part, pages in parts.items()}
    first, *others = written["building"]
    building = Page(first.key, first.title, first.sections, (*others, *written["panes"], *written["results"]))
    return (
        *written["first-steps"],
        frameworks_chapter.frameworks_chapter(words),
        building,
        glossary_chapter.glossary_chapter(words),
        *written["files"],
        keys_chapter.keys_page(titles[keys_chapter.KEY], words, names, keys_of),
    )


def _trails(page: Page, above: tuple[Page, ...]) -> Iterator[tuple[tuple[Page, ...], Page]]:
    trail = (*above, page)
    yield trail, page
    for below in page.pages:
        yield from _trails(below, trail)
