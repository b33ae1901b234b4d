"""Tables that go on over pages: the head is repeated, rows stay whole where they can, long ones break between lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cjeditor.export.pdf.sheets import Flow
from cjeditor.export.tagging import cells, decoration, spanning
from cjeditor.export.typeset import META_STRONG, Piece, Style, height_of, paragraph, stacked
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Rect
from cjeditor.layout.tags import Tag

_PADDING = 6.0
_GAP = 10.0
_SLACK = 0.5
_KEEP_TOGETHER = 0.4
"""A row higher than this share of a page is broken rather than moved to the next page as a whole."""
_FEWEST = 2
"""So many rows stand together at least, before a break and after it."""
_LITTLE = 0.25
"""Of a page: three rows no higher than this stay together, too."""
_LEAST_LEFT = 70.0
"""Points: less of a table is not left for a page of its own."""
_GROUP = Style("bold", 11.0, 16.0)
_BAND = 3.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads and widths of a table's columns, in points."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]

    def lefts(self) -> tuple[float, ...]:
        """Where each column begins."""
        return tuple(sum(self.widths[:i]) for i in range(len(self.widths)))

    def room(self, index: int) -> float:
        """The width of a cell's content."""
        last = index == len(self.widths) - 1
        return self.widths[index] - (0.0 if last else _GAP)


def columns(heads: Sequence[str], weights: Sequence[float], width: float, *, first: float = 0.0) -> Columns:
    """Columns whose widths share `width` by weight.

    Args:
        heads: what stands above them.
        weights: how wide each is beside the others.
        width: of the table, in points.
        first: what the first column has to hold in one line beside its head; 0 leaves it its share.
    """
    total = sum(weights)
    widths = [weight * width / total for weight in weights]
    if first:
        least = max(first, text_width(heads[0], META_STRONG.face, META_STRONG.size)) + _GAP + _SLACK
        rest = (width - max(least, widths[0])) / (width - widths[0])
        widths = [max(least, widths[0]), *(each * rest for each in widths[1:])]
    return Columns(tuple(heads), tuple(widths))


def widest(numbers: Iterable[int], style: Style) -> float:
    """How wide the widest of the numbers is, in points."""
    return max((text_width(str(number), style.face, style.size) for number in numbers), default=0.0)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading with a coloured band, such as one phase; without a title they stand alone.

    A row is its cells' pieces.
    """

    title: str
    colour: str
    rows: Sequence[tuple[tuple[Piece, ...], ...]]


class Table:
    """Puts groups of rows into a flow."""

    def __init__(self, flow: Flow, table_columns: Columns, continued: str, padding: float = _PADDING) -> None:
        """Begin a table.

        Args:
            flow: takes it in.
            table_columns: its columns.
            continued: how a group's title reads on a following page; `{title}` in it is the title.
            padding: points above and below each row.
        """
        self._flow = flow
        self._columns = table_columns
        self._continued = continued
        self._padding = padding
        self._read = Tag("Table")
        self._headed = False
        """Whether the columns' heads were put somewhere: those on further pages are not read."""

    def add(self, groups: Iterable[Group]) -> None:
        """Set all groups one after the other; neither a head nor a few rows of the whole are left alone on a page."""
        every = tuple(groups)
        tails = self._tails(every)
        started = False
        for group, tail in zip(every, tails, strict=True):
            first = self._first_need(group.rows, tail)
            needed = self._padding + self._group_height(group.title) + first
            if not started or needed > self._flow.room:
                self._flow.need(needed + self._head_height())
                self._head()
                started = True
            else:
                self._flow.y += self._padding
            self._group_head(group.title, group.colour)
            if group.title:
                self._flow.bookmark(group.title, 1)
            for number, row in enumerate(group.rows):
                if number >= _FEWEST and self._would_part(group.rows[number:], tail):
                    self._go_on(group)
                self._row(row, group)

    def beginning(self, groups: Sequence[Group]) -> float:
        """How high the least is with which the table may begin at the end of a page: its head, and a few rows."""
        if not groups:
            return 0.0
        first = self._first_need(groups[0].rows, self._tails(groups)[0])
        return self._head_height() + self._padding + self._group_height(groups[0].title) + first

    def whole(self, groups: Sequence[Group]) -> float:
        """How high the table is on one page."""
        return self._head_height() + self._tails([Group("", "", ()), *groups])[0] - 2 * self._padding

    def _tails(self, groups: Sequence[Group]) -> list[float]:
        """How high all is that comes after each group, heads included."""
        tails: list[float] = []
        after = 0.0
        for group in reversed(groups):
            tails.append(after)
            after += 2 * self._padding + self._group_height(group.title) + sum(map(self._row_height, group.rows))
        return tails[::-1]

    def _would_part(self, rest: Sequence[tuple[tuple[Piece, ...], ...]], tail: float) -> bool:
        """Whether after this row so little would be left for the next page that this row had better go along.

        That is the last row or two of a group, or the end of the table.
        """
        together = self._height_together(rest[: _FEWEST + 1]) if len(rest) <= _FEWEST + 1 else 0.0
        if len(rest) > 1 and together and self._row_height(rest[0]) <= self._flow.room < together:
            return len(rest) <= _FEWEST or together <= self._flow.frame.inner_height * _LITTLE
        left = tail
        for row in rest[1:]:
            left += self._row_height(row)
            if left > _LEAST_LEFT:  # however many more there are
                return False
        fits = self._row_height(rest[0]) <= self._flow.room
        return 0.0 < left <= _LEAST_LEFT and fits and self._row_height(rest[0]) + left > self._flow.room

    def _first_need(self, rows: Sequence[tuple[tuple[Piece, ...], ...]], tail: float) -> float:
        """What has to stand below a group’s heading at least: two rows or three, a high one’s beginning."""
        if not rows:
            return 0.0
        height = self._row_height(rows[0])
        if height > self._flow.frame.inner_height * _KEEP_TOGETHER:
            return 60.0
        few = rows if len(rows) <= _FEWEST + 1 else rows[:_FEWEST]
        together = self._height_together(few)
        if not 0.0 < together <= self._flow.frame.inner_height * _LITTLE:
            together = self._height_together(rows[:_FEWEST]) if len(rows) == _FEWEST else height
        short_end = tail if 0.0 < tail <= _LEAST_LEFT and len(rows) <= _FEWEST + 1 else 0.0
        return max(together or height, height) + short_end

    def _height_together(self, rows: Sequence[tuple[tuple[Piece, ...], ...]]) -> float:
        """How high rows are one below the other; 0 where one of them is so high that it is broken rather than moved."""
        heights = [self._row_height(row) for row in rows]
        return sum(heights) if max(heights, default=0.0) <= self._flow.frame.inner_height * _KEEP_TOGETHER else 0.0

    def _row_height(self, row: tuple[tuple[Piece, ...], ...]) -> float:
        return max((height_of(cell) for cell in row), default=0.0) + 2 * self._padding

    def _head_height(self) -> float:
        return max(height_of(cell) for cell in self._head_cells()) + 6.0

    def _head_cells(self) -> list[tuple[Piece, ...]]:
        language = self._flow.words.language
        set_heads = [
            paragraph(head, META_STRONG, self._columns.room(i), language) for i, head in enumerate(self._columns.heads)
        ]
        return [decoration(head) for head in set_heads] if self._headed else cells(set_heads, self._read, "TH")

    def _head(self) -> None:
        flow = self._flow
        height = self._head_height()
        shapes: list[Primitive] = []
        for x, cell in zip(self._columns.lefts(), self._head_cells(), strict=True):
            shapes += stacked(cell, x, height - 6 - height_of(cell))
        shapes.append(Line(0, height - 2, flow.frame.inner_width, height - 2, "rule.strong", 0.8))
        flow.put(Piece(height, tuple(shapes)))
        self._headed = True

    def _group_lines(self, title: str) -> tuple[Piece, ...]:
        width = self._flow.frame.inner_width - 12
        return paragraph(title, _GROUP, width, self._flow.words.language, max_lines=2)

    def _group_height(self, title: str) -> float:
        return height_of(self._group_lines(title)) + 10.0 if title else 0.0

    def _group_head(self, title: str, colour: str, *, again: bool = False) -> None:
        if not title:
            return
        said = self._group_lines(title)
        lines = decoration(said) if again else spanning(said, self._read, len(self._columns.heads))
        height = height_of(lines)
        tint = Rect(0, 4, self._flow.frame.inner_width, height + 4, fill=f"tint:{colour}")
        band = Rect(0, 4, _BAND, height + 4, fill=colour)
        self._flow.put(Piece(height + 10, (tint, band, *stacked(lines, 10, 6))))

    def _row(self, row: tuple[tuple[Piece, ...], ...], group: Group) -> None:
        height = self._row_height(row)
        page = self._flow.frame.inner_height
        rest = tuple(cells(row, self._read))
        if height > self._flow.room and height <= page * _KEEP_TOGETHER:
            self._go_on(group)
        while True:
            fitting, rest = _cut(rest, self._flow.room - 2 * self._padding)
            if not any(fitting) and any(rest):
                self._go_on(group)
                # A piece higher than a page cannot be; but if it were, it would be printed rather than turned forever.
                fitting, rest = _cut(rest, max(self._flow.room - 2 * self._padding, _tallest(rest)))
            # The first cell says which row this is: where the row goes on, it says so again.
            named = fitting if fitting[0] or len(row[0]) != 1 else (decoration(row[0]), *fitting[1:])
            self._put(named, last=not any(rest))
            if not any(rest):
                return
            self._go_on(group)

    def _put(self, cells: tuple[tuple[Piece, ...], ...], *, last: bool) -> None:
        height = self._row_height(cells)
        shapes: list[Primitive] = []
        for x, cell in zip(self._columns.lefts(), cells, strict=True):
            shapes += stacked(cell, x, self._padding)
        if last:
            shapes.append(Line(0, height, self._flow.frame.inner_width, height, "rule", 0.8))
        self._flow.put(Piece(height, tuple(shapes)))

    def _go_on(self, group: Group) -> None:
        self._flow.new_sheet()
        self._head()
        again = self._continued.format(title=group.title) if group.title else ""
        self._group_head(again, group.colour, again=True)


def _cut(
    row: tuple[tuple[Piece, ...], ...], height: float
) -> tuple[tuple[tuple[Piece, ...], ...], tuple[tuple[Piece, ...], ...]]:
    """Divide a row's cells at a height: what fits, and the rest."""
    upper: list[tuple[Piece, ...]] = []
    lower: list[tuple[Piece, ...]] = []
    for cell in row:
        used = 0.0
        count = 0
        for piece in cell:
            used += piece.height
            if used > height + 0.01:
                break
            count += 1
        upper.append(cell[:count])
        lower.append(cell[count:])
    return tuple(upper), tuple(lower)


def _tallest(row: tuple[tuple[Piece, ...], ...]) -> float:
    return max((piece.height for cell in row for piece in cell), default=0.0)
