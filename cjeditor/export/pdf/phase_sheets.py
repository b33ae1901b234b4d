"""The phase sheets: a page to work on for each phase, with its questions, its cards and room to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from cjeditor.export.content import Content
from cjeditor.export.pdf.columns import BEFORE, Column, Grid, Section
from cjeditor.export.pdf.packing import Wish, packed
from cjeditor.export.pdf.phases.head import head, head_again, in_full
from cjeditor.export.pdf.phases.parts import Home, Part, parts_of
from cjeditor.export.pdf.phases.setting import CLOSE, CLOSEST, Setting
from cjeditor.export.pdf.ruling import rule_rest
from cjeditor.export.pdf.sheets import Anchor, Bookmark, Frame, Sheet, phase_anchor
from cjeditor.export.pdf.writing import RULING
from cjeditor.export.phase_subject import Subject, subjects
from cjeditor.export.progress import Cancelled, check
from cjeditor.export.tagging import decoration
from cjeditor.export.typeset import SUBHEADING, Piece, height_of, paragraph, stacked


class _Layout(NamedTuple):
    """Columns by their share of the width, which of them is whose home, and how closely they are set."""

    grid: Grid
    homes: Mapping[Home, int]
    setting: Setting


_TWO: Final[Mapping[Home, int]] = {"ask": 0, "find": 0, "cards": 1, "figures": 0}
_THREE: Final[Mapping[Home, int]] = {"ask": 0, "find": 0, "cards": 1, "figures": 2}
_FOUR: Final[Mapping[Home, int]] = {"ask": 0, "find": 1, "cards": 2, "figures": 3}
_UP_TO_TWO = 700.0
_UP_TO_THREE = 1_250.0
"""The widths from which on there are more columns: lines longer than some 80 letters tire the eye."""
_TWO_GRIDS = (Grid((1.0, 1.45)), Grid((1.0, 1.2)))
_THREE_GRIDS = (
    Grid((1.2, 1.65, 1.0)),
    Grid((1.1, 1.8, 0.95)),
    Grid((1.4, 1.6, 0.95)),
    Grid((0.95, 1.6, 1.25)),
    Grid((1.3, 1.5, 1.3)),
)
_FOUR_GRIDS = (Grid((1.1, 1.0, 1.65, 1.0)),)
_TALL = 800.0
"""A page higher than this leaves more room for each answer."""
_WORTH_TRYING = 4
"""Up to so many sheets other layouts are tried: what goes on for a few lines may do with one sheet less."""
_FEWEST_NOTES = 3
_MOST_LINES = 4
"""Below each question, where a phase takes another sheet anyway: rather there than on a sheet of nothing but lines."""
_SPARE = 0.3
"""Of a sheet, that stays free all the same."""


def phase_sheets(frame: Frame, content: Content, cancelled: Cancelled) -> list[Sheet]:
    """The sheets of all phases; none for a map without phases. Raises `ExportCancelled`."""
    sheets: list[Sheet] = []
    for subject in subjects(content):
        check(cancelled)
        first, *others = _sheets(subject, frame)
        first.bookmarks.append(Bookmark(" ".join(subject.title.split())[:200], 1))
        first.anchors.append(Anchor(phase_anchor(subject.phase.id)))
        sheets += [first, *others]
    if sheets:
        sheets[0].bookmarks.insert(0, Bookmark(content.words.t("Phase sheets"), 0))
    return sheets


def _sheets(subject: Subject, frame: Frame) -> list[Sheet]:
    """The sheets of a phase in the roomiest layout, unless another one spares a sheet or leaves less of one empty."""
    width = frame.inner_width
    heads = _Heads(head(subject, width), head_again(subject, width))
    first, *others = _layouts(frame)
    roomy = _Spread(subject, frame, first, heads).sheets()
    if 1 < len(roomy) <= _WORTH_TRYING:
        for layout in others:
            spread = _Spread(subject, frame, layout, heads)
            if spread.fullness() > len(roomy) - 1:
                continue
            tried = spread.whole() or spread.sheets(spilling=True)
            if len(tried) < len(roomy):
                return tried
        roomier = _Spread(subject, frame, first._replace(setting=Setting(_MOST_LINES)), heads)
        if subject.content.for_work and roomier.fullness() < len(roomy) - _SPARE:
            tried = roomier.sheets()
            return tried if len(tried) == len(roomy) else roomy
    return roomy


def _layouts(frame: Frame) -> Iterator[_Layout]:
    """Layouts for a page, the roomiest first."""
    width = frame.inner_width
    grids: tuple[Grid, ...]
    if width < _UP_TO_TWO:
        grids, homes = _TWO_GRIDS, _TWO
    elif width < _UP_TO_THREE:
        grids, homes = _THREE_GRIDS, _THREE
    else:
        grids, homes = _FOUR_GRIDS, _FOUR
    yield _Layout(grids[0], homes, Setting(4 if frame.inner_height > _TALL else 2))
    for setting in (Setting(1), CLOSE, CLOSEST):
        for grid in grids:
            yield _Layout(grid, homes, setting)


class _Heads(NamedTuple):
    """What stands above the columns: on a phase's first sheet, and on those that go on with it."""

    first: tuple[Piece, ...]
    again: tuple[Piece, ...]


class _Spread:
    """Spreads the parts of a phase over as many sheets as they take."""

    def __init__(self, subject: Subject, frame: Frame, layout: _Layout, heads: _Heads) -> None:
        self._subject = subject
        self._frame = frame
        self._layout = layout
        self._heads = heads
        self._built: dict[tuple[Part, float], Section] = {}

    def sheets(self, *, spilling: bool = False) -> list[Sheet]:
        """All sheets of the phase, at least one.

        What a column has no room for goes on on the next sheet; where it is `spilling`, in another column first.
        """
        made: list[Sheet] = []
        waiting = list(parts_of(self._subject))
        rests = self._in_full()
        while waiting or rests or not made:
            above = self._heads.again if made else self._heads.first
            columns = self._columns(above)
            rests = _gone_on(columns, rests)
            waiting, begun = self._begin(columns, waiting, rests, spilling=spilling)
            rests |= begun
            if not waiting and not rests:
                self._rule(columns)
            elif made:
                self._rule([column for column in columns if column.fresh])
            shapes = stacked(above, self._frame.left, self._frame.top)
            made.append(Sheet([*shapes, *(shape for column in columns for shape in column.shapes)]))
        return made

    def whole(self) -> list[Sheet]:
        """The one sheet of the phase with each part in one piece, at home where it can be; none if it is too small."""
        parts = parts_of(self._subject)
        columns = self._columns(self._heads.first)
        if self._in_full():
            return []
        sections = [[self._section(part, column) for column in columns] for part in parts]
        homes = [self._layout.homes[part.home] for part in parts]
        wished = [
            Wish(tuple(one.before + one.height for one in row), home, stays=part.stays)
            for row, home, part in zip(sections, homes, parts, strict=True)
        ]
        places = packed(wished, [column.room for column in columns], [column.width for column in columns])
        if not places:
            return []
        for row, at in zip(sections, places, strict=True):
            columns[at].add(row[at])
        self._rule(columns)
        shapes = stacked(self._heads.first, self._frame.left, self._frame.top)
        return [Sheet([*shapes, *(shape for column in columns for shape in column.shapes)])]

    def fullness(self) -> float:
        """How much of the first sheet's columns the parts would take, if no room were lost; 1 is all."""
        columns = self._columns(self._heads.first)
        needed = 0.0
        for part in parts_of(self._subject):
            column = columns[self._layout.homes[part.home]]
            needed += self._section(part, column).height * column.width
        return needed / sum(column.room * column.width for column in columns)

    def _columns(self, above: tuple[Piece, ...]) -> tuple[Column, ...]:
        return self._layout.grid.columns(self._frame, self._frame.top + height_of(above))

    def _in_full(self) -> dict[int, Section]:
        """What the head has no room for goes on in the column of the questions."""
        at = self._layout.homes["ask"]
        width = self._layout.grid.widths(self._frame)[at]
        section = in_full(self._subject, self._frame.inner_width, width)
        return {at: section} if section.blocks else {}

    def _begin(
        self, columns: tuple[Column, ...], parts: list[Part], rests: Mapping[int, Section], *, spilling: bool
    ) -> tuple[list[Part], dict[int, Section]]:
        """Begin what goes in; return what has to wait for the next sheet, and what goes on there, by column."""
        waiting: list[Part] = []
        begun: dict[int, Section] = {}
        for part in parts:
            at = self._place(part, columns, {*rests, *begun})
            if at is None:
                waiting.append(part)
                continue
            section = self._section(part, columns[at])
            rest = columns[at].add(section)
            if rest is section:
                waiting.append(part)
            elif rest is not None:
                others = [i for i in range(len(columns)) if i != at and i not in {*rests, *begun}]
                if spilling and not part.stays:
                    at, rest = self._spilled(part, at, rest, columns, others)
                if rest is not None:
                    begun[at] = rest
        return waiting, begun

    def _spilled(
        self, part: Part, at: int, rest: Section, columns: tuple[Column, ...], others: Sequence[int]
    ) -> tuple[int, Section | None]:
        """Go on with a part of column `at` in others that have room; return what they have none for, and whose it is.

        A block goes there only as a whole: in another width its lines are others.
        """
        for i in sorted(others, key=lambda one: columns[one].room, reverse=True):
            section = self._section(part, columns[i])
            begun = len(section.blocks) - len(rest.blocks)
            if self._section(part, columns[at]).blocks[begun] != rest.blocks[0]:
                break
            ending = replace(section, heading=decoration(section.again), blocks=section.blocks[begun:])
            left = columns[i].add(ending)
            if left is None:
                return i, None
            if left is not ending:
                at, rest = i, left
        return at, rest

    def _place(self, part: Part, columns: tuple[Column, ...], full: set[int]) -> int | None:
        """The column of a part: its home, unless only another holds it whole or more of it; none where all is full."""
        home = self._layout.homes[part.home]
        if home not in full and (part.stays or columns[home].fits(self._section(part, columns[home]))):
            return home
        others = [] if part.stays else [i for i in range(len(columns)) if i not in full]
        fitting = [i for i in others if columns[i].fits(self._section(part, columns[i]))]
        # What fits nowhere begins where most of it does: the rest of it waits, and not the whole.
        if fitting or others:
            return max(fitting or others, key=lambda i: columns[i].room)
        return None if home in full else home

    def _section(self, part: Part, column: Column) -> Section:
        key = (part, column.width)
        if key not in self._built:
            section = part.build(self._subject, column.width, self._layout.setting)
            self._built[key] = replace(
                section, before=self._layout.setting.before, gap=section.gap * self._layout.setting.between
            )
        return self._built[key]

    def _rule(self, columns: Sequence[Column]) -> None:
        """Rule what is left of columns for the group's notes: one heading, and lines level in all of them."""
        words = self._subject.content.words
        if not self._subject.content.for_work:
            return
        title = words.t("Notes of the group")
        headed = False
        for column in columns:
            above = () if headed else paragraph(title, SUBHEADING, column.width, words.language)
            gap = 0.0 if column.fresh else BEFORE
            if column.room - gap - height_of(above) < _FEWEST_NOTES * RULING:
                continue
            column.y += gap
            rule_rest(column, above)
            headed = True


def _gone_on(columns: tuple[Column, ...], rests: Mapping[int, Section]) -> dict[int, Section]:
    """Go on with what the sheet before had no room for; return what this one has none for either."""
    left: dict[int, Section] = {}
    for at, section in rests.items():
        rest = columns[at].add(section)
        if rest is not None:
            left[at] = rest
    return left
