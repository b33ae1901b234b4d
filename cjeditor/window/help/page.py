"""What a page of the help is made of: values without any markup, to be set in type and searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

RunLook = Literal["plain", "strong", "name", "key", "icon", "mark", "quiet"]
"""How a run is set: ``name`` is something named on screen, ``key`` a key; the text of an ``icon`` is the name of a
glyph of the icon font, that of a ``mark`` a degree of evidence."""

NO_WORDS = frozenset({"icon", "mark"})
"""Looks of runs whose text nobody reads."""

BlockKind = Literal["lead", "text", "tip", "steps", "points"]


@dataclass(frozen=True)
class Run:
    """Some letters that look the same; `target` is the place they lead to (``page`` or ``page#anchor``)."""

    text: str
    look: RunLook = "plain"
    target: str = ""
    colour: str = ""
    """Style name of the theme; empty for what belongs to the look."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """Paragraphs of one kind."""

    kind: BlockKind
    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells, each column with its share of the width in percent; where `headed`, the first row is a heading."""

    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    headed: bool = False


@dataclass(frozen=True)
class Section:
    """What stands under one heading, and what the search finds as one.

    Attributes:
        anchor: its name for links; unique within its page.
        title: its heading; empty for what stands before the first heading.
        blocks: its content.
        term: whether it is a term of a glossary, set smaller, with what follows in `beside` next to it.
        beside: the term in the other language.
        sought: whether the search looks here.
    """

    anchor: str
    title: str
    blocks: tuple[Block | Table, ...]
    term: bool = False
    beside: str = ""
    sought: bool = True

    def text(self) -> str:
        """Return all that is written under the heading."""
        return "\n".join(_texts(self.blocks))


@dataclass(frozen=True)
class Page:
    """One page with the pages below it."""

    key: str
    title: str
    sections: tuple[Section, ...]
    pages: tuple[Page, ...] = ()

    def all(self) -> Iterator[Page]:
        """Yield this page and all below it, in reading order."""
        yield self
        for page in self.pages:
            yield from page.all()


def plain(text: str) -> Runs:
    """Return `text` as it is."""
    return (Run(text),)


def block(kind: BlockKind, texts: Iterable[str]) -> Block:
    """Return paragraphs without anything special in them."""
    return Block(kind, tuple(plain(text) for text in texts))


def _texts(blocks: Iterable[Block | Table]) -> Iterator[str]:
    for one in blocks:
        for runs in one.items if isinstance(one, Block) else (cell for row in one.rows for cell in row):
            yield "".join(run.text for run in runs if run.look not in NO_WORDS)
