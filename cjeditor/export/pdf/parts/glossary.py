"""The part that explains the words of the craft, and says whom to ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Final

from cjeditor.analysis.effort_value import OVER
from cjeditor.catalogue.concepts import GROUP_NAMES, ConceptGroup, concepts_of
from cjeditor.export.content import Content
from cjeditor.export.pdf.balancing import balanced, filled
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.columns import Block, Grid, Section
from cjeditor.export.pdf.sheets import Bookmark, Sheet
from cjeditor.export.tagging import item
from cjeditor.export.typeset import BODY, HEADING, QUIET, STRONG, SUBHEADING, height_of, paragraph, space, stacked

_THREE: Final = Grid((1.0, 1.0, 1.0))
_TWO: Final = Grid((1.0, 1.0))
_UP_TO_TWO: Final = 700.0


def add(book: Book) -> None:
    """Add whom to ask and the words that occur on this map."""
    content, frame = book.content, book.frame
    words = content.words
    grid = _THREE if frame.inner_width > _UP_TO_TWO else _TWO
    title = words.t("Whom to ask, and what the words mean") if content.for_work else words.t("What the words mean")
    width = grid.widths(frame)[0]
    waiting = list(_sections(content, width))
    sheets: list[Sheet] = []
    named = title
    while waiting:
        head = (*paragraph(named, HEADING, frame.inner_width, words.language), space(8))
        top = frame.top + height_of(head)
        columns, rest = filled(waiting, grid, frame, top)
        if not rest:
            columns = balanced(waiting, grid, frame, top)
        shapes = [*stacked(head, frame.left, frame.top), *chain.from_iterable(column.shapes for column in columns)]
        sheets.append(Sheet(shapes, bookmarks=[Bookmark(title, 0)] if not sheets else []))
        waiting, named = rest, words.t("{title} (continued)", title=title)
    book.add(sheets)


def _sections(content: Content, width: float) -> Iterator[Section]:
    words, language = content.words, content.words.language
    people = list(_people(content, width)) if content.for_work else []
    if people:
        yield _section(words.t("Whom to ask"), people, width, content)
    for group in _groups(content):
        blocks: list[Block] = [
            (
                *paragraph(one.name.in_language(language), STRONG, width, language),
                *paragraph(one.sentence.in_language(language), BODY, width, language),
            )
            for one in concepts_of(group)
        ]
        yield _section(words.t(GROUP_NAMES[group]), blocks, width, content)


def _section(title: str, blocks: list[Block], width: float, content: Content) -> Section:
    words = content.words
    again = words.t("{title} (continued)", title=title)
    return Section(
        (*paragraph(title, SUBHEADING, width, words.language), space(4)),
        tuple(item(block) for block in blocks),
        (*paragraph(again, SUBHEADING, width, words.language), space(4)),
    )


def _people(content: Content, width: float) -> Iterator[Block]:
    """Who owns the map, then who has which actions still to do, by name."""
    words, language = content.words, content.words.language
    tasks: defaultdict[str, list[str]] = defaultdict(list)
    owner = " ".join(content.journey.owner.split())
    if owner:
        tasks[owner].append(words.t("the map"))
    for action in sorted(content.project.actions, key=_owner):
        name = " ".join(action.owner.split())
        if name and action.status not in OVER:
            tasks[name].append(words.quoted(" ".join(action.title.split())))
    for name, some in tasks.items():
        yield (
            *paragraph(name, STRONG, width, language),
            *paragraph(", ".join(some), QUIET, width, language),
        )


def _owner(action: object) -> str:
    return str(getattr(action, "owner", "")).casefold()


def _groups(content: Content) -> Iterator[ConceptGroup]:
    """The groups of words that this map uses."""
    journey = content.journey
    yield "term"
    if any(card.realms for card in journey.touchpoints):
        yield "realm"
    if any(phase.funnel_stage for phase in content.phases) or content.project.funnel:
        yield "funnel"
    if any(link.obstacle for link in journey.links):
        yield "obstacle"
    if any(link.hand_off for link in journey.links):
        yield "channel-level"
    if any(action.effects for action in content.project.actions):
        yield "effect"
