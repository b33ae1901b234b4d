"""The part that says on one page what follows from the map: what to decide, what hurts, what is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from cjeditor.analysis.drops import drops
from cjeditor.analysis.evidence import evidence_figures
from cjeditor.analysis.pain import pain_scores
from cjeditor.export.content import Content
from cjeditor.export.pdf import finding_blocks as blocks
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.columns import BEFORE, Block, Column, Grid
from cjeditor.export.pdf.decision import decision_box
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.tagging import item
from cjeditor.export.typeset import FINDING, HEADING, QUIET, SUBHEADING, Piece, height_of, paragraph, space, stacked

_THREE: Final = Grid((1.15, 1.0, 1.0))
_TWO: Final = Grid((1.0, 1.0))
_UP_TO_TWO = 700.0
_GAP = 8.0
_MOST = 8
"""Findings of one kind: more are no summary."""
_MOST_DROPS = 4
_FEW = 3
"""Pain points that leave room below them for the next steps."""
_FINDING_LINES = 3


@dataclass(frozen=True)
class _List:
    """Findings of one kind: a title, as many blocks as could be listed, and how many there are in all."""

    title: str
    blocks: tuple[Block, ...]
    total: int


def add(book: Book) -> None:
    """Add the page of findings; nothing where the map gives none."""
    sheet = findings_sheet(book.frame, book.content)
    if sheet is not None:
        book.add([sheet])


def findings_sheet(frame: Frame, content: Content) -> Sheet | None:
    """The page, with as many findings of each kind as it holds; None where there is nothing to find."""
    words, journey = content.words, content.journey
    grid = _THREE if frame.inner_width > _UP_TO_TWO else _TWO
    head = _head(content, frame.inner_width)
    columns = grid.columns(frame, frame.top + height_of(head))
    places = _places(content, [column.width for column in columns])
    if not any(places) and not journey.decision.strip():
        return None
    shapes = stacked(head, frame.left, frame.top)
    for column, lists in zip(columns, places, strict=True):
        _fill(column, lists, content)
        shapes += column.shapes
    return Sheet(shapes, bookmarks=[Bookmark(words.t("Findings"), 0)])


def _head(content: Content, width: float) -> tuple[Piece, ...]:
    """Heading, key finding and what is to be decided."""
    words, journey = content.words, content.journey
    finding = " ".join(journey.key_finding.split())
    return (
        *paragraph(words.t("Findings"), HEADING, width, words.language),
        space(2),
        *paragraph(finding, FINDING, width, words.language, max_lines=_FINDING_LINES),
        space(10),
        *decision_box(content, width),
        space(14),
    )


def _places(content: Content, widths: Sequence[float]) -> list[list[_List]]:
    """The lists of each column, without those that are empty."""
    words, journey = content.words, content.journey
    scores, falls = pain_scores(journey), drops(journey)[:_MOST_DROPS]
    moments = [card for card in content.touchpoints() if card.moment_of_truth]
    opened = evidence_figures(journey).weightiest
    # Those that can be tested come first: they are what to do next.
    opened = tuple(sorted(opened, key=_without_idea))
    steps = blocks.next_steps(content.project.actions)
    wide = len(widths) == len(_THREE.weights)
    order: tuple[tuple[int, ...], ...] = ((0,), (1, 2), (4, 3)) if wide else ((0, 4), (1, 2, 3))
    if wide and len(scores) <= _FEW:
        order = ((0, 4), (1, 2), (3,))

    def listed(at: int, width: float) -> _List:
        titles: tuple[tuple[str, int, Callable[[int], Block]], ...] = (
            (words.t("What hurts most"), len(scores), lambda i: blocks.pain(scores[i], width, content)),
            (words.t("Where the mood falls"), len(falls), lambda i: blocks.drop(falls[i], width, content)),
            (words.t("Moments of truth"), len(moments), lambda i: blocks.moment(moments[i], width, content)),
            (words.t("Open assumptions"), len(opened), lambda i: blocks.assumption(opened[i], width, content)),
            (words.t("Next steps"), len(steps), lambda i: blocks.step(steps[i], width, content)),
        )
        title, total, made = titles[at]
        return _List(title, tuple(made(i) for i in range(min(total, _MOST))), total)

    found = [[listed(at, width) for at in some] for some, width in zip(order, widths, strict=True)]
    return [[one for one in some if one.total] for some in found]


def _without_idea(card: object) -> bool:
    return not getattr(card, "test_idea", "").strip()


def _fill(column: Column, lists: Sequence[_List], content: Content) -> None:
    """Put the lists one below the other, each with as many findings as leave room for the others."""
    counts = _counts(column, lists, content)
    for one, count in zip(lists, counts, strict=True):
        column.y += 0.0 if column.fresh else BEFORE
        column.put(_headed(one, column.width, content))
        for at, block in enumerate(one.blocks[:count]):
            column.y += _GAP if at else 0.0
            column.put(item(block))
        column.put(_more(one, count, column.width, content))


def _counts(column: Column, lists: Sequence[_List], content: Content) -> list[int]:
    """How many findings of each list go in: one more of each in turn as long as there is room, at least one."""
    counts = [min(1, len(one.blocks)) for one in lists]
    growing = True
    while growing:
        growing = False
        for at, one in enumerate(lists):
            tried = [count + (i == at) for i, count in enumerate(counts)]
            if tried[at] <= len(one.blocks) and _height(column, lists, tried, content) <= column.room:
                counts, growing = tried, True
    return counts


def _height(column: Column, lists: Sequence[_List], counts: Sequence[int], content: Content) -> float:
    height = BEFORE * max(0, len(lists) - 1)
    for one, count in zip(lists, counts, strict=True):
        height += height_of(_headed(one, column.width, content)) + height_of(_more(one, count, column.width, content))
        *_, high = accumulate((height_of(block) for block in one.blocks[:count]), initial=0.0)
        height += high + _GAP * max(0, count - 1)
    return height


def _headed(one: _List, width: float, content: Content) -> tuple[Piece, ...]:
    return (*paragraph(one.title, SUBHEADING, width, content.words.language), space(5))


def _more(one: _List, count: int, width: float, content: Content) -> tuple[Piece, ...]:
    """That there are more than stand here."""
    words, rest = content.words, one.total - count
    if not rest:
        return ()
    return (space(5), *paragraph(words.tn("and {n} more", "and {n} more", rest), QUIET, width, words.language))
