"""Texts on a slide: blocks under headings that flow through columns, and on to further slides where they must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cjeditor.export.pptx.fitting import Span, spans
from cjeditor.export.pptx.ink import NOTHING, Ink
from cjeditor.export.pptx.shapes import Box, Insets, Named, Run
from cjeditor.layout.primitives import Face

LINE: Final = 1.25
"""The distance of lines as a share of the size."""
_PADDING: Final = 6.0
_INDENT: Final = 11.0
_EDGE: Final = 4.0
_GAP: Final = 6.0
_BEFORE_HEADING: Final = 10.0
_HEADING: Final = 1.05
"""The size of headings as a share of the text's."""
_UNBROKEN: Final = 0.5
"""A block up to this share of a column is not broken."""
_FEWEST_LINES: Final = 2
"""So many lines of a block stand below a heading, and on either side of a break, at least."""


class Para(NamedTuple):
    """A paragraph: its text in a colour of the theme, `share` times the size of the slide's text."""

    text: str
    bold: bool = False
    colour: str = "text"
    share: float = 1.0

    @property
    def face(self) -> Face:
        """What it is measured with."""
        return "bold" if self.bold else "regular"


class Block(NamedTuple):
    """Paragraphs on a ground with an edge at the left and an outline; styles of the theme, empty for none."""

    paras: tuple[Para, ...]
    fill: str = ""
    edge: str = ""
    outline: str = ""
    named: Named = NOTHING


class Section(NamedTuple):
    """Blocks with a heading."""

    title: str
    blocks: tuple[Block, ...]


class Set(NamedTuple):
    """A block or a heading in its place; `slide` counts from 0."""

    slide: int
    box: Box
    block: Block
    size: float


class Columns(NamedTuple):
    """Where texts may stand on each slide."""

    area: Box
    columns: int
    gap: float

    @property
    def width(self) -> float:
        """Of one column."""
        return (self.area.width - (self.columns - 1) * self.gap) / self.columns


def flowed(sections: Sequence[Section], columns: Columns, sizes: Sequence[float], usual: Sequence[float]) -> list[Set]:
    """Blocks in their places, in the largest of `sizes` (in pixels) that needs one slide.

    Where none does, in the largest of the `usual` ones that needs fewest slides.
    """
    blocks = [block for section in sections for block in section.blocks]
    least = sum(height_of(block, columns.width, sizes[-1]) for block in blocks)
    found = None
    if least <= columns.columns * columns.area.height:
        found = _flow(sections, columns, sizes[-1], most=1)
    if found is None:
        tried = [_flow(sections, columns, size, most=0) or [] for size in usual]
        return min(tried, key=_slides)
    # Halving finds the largest that does: what fits in one size fits in a smaller one.
    low, high = 0, len(sizes) - 1
    while low < high:
        middle = (low + high) // 2
        larger = _flow(sections, columns, sizes[middle], most=1)
        if larger is None:
            low = middle + 1
        else:
            found, high = larger, middle
    return found


def _slides(found: Sequence[Set]) -> int:
    return max((one.slide for one in found), default=0)


def draw_set(ink: Ink, one: Set) -> None:
    """Put a block on its slide."""
    block, box = one.block, one.box
    runs = [_run(ink, para, one.size) for para in block.paras]
    inset = _insets(block)
    pen = ink.pen(block.outline) if block.outline else ink.pen("")
    ink.box(box, runs, block.named, fill=block.fill, pen=pen, insets=inset)
    if block.edge:
        ink.box(Box(box.x, box.y, _EDGE, box.height), fill=block.edge)


def height_of(block: Block, width: float, size: float) -> float:
    """How high a block is in a column."""
    room = _room(block, width)
    inset = _insets(block)
    return inset.top + inset.bottom + sum(_height(para, room, size) for para in block.paras)


def _flow(sections: Sequence[Section], columns: Columns, size: float, most: int) -> list[Set] | None:
    """All blocks in their places; None where they need more than `most` slides, if that is not 0."""
    flow = _Flow(columns, size)
    for section in sections:
        heading = Block((Para(section.title, bold=True, colour="subheading", share=_HEADING),))
        flow.head(heading, section.blocks[0] if section.blocks else None)
        for block in section.blocks:
            flow.put(block)
            if most and flow.slide >= most:
                return None
    return flow.found


class _Flow:
    """Fills column after column."""

    def __init__(self, columns: Columns, size: float) -> None:
        self.found: list[Set] = []
        self.slide = 0
        self._columns = columns
        self._size = size
        self._column = 0
        self._y = columns.area.y

    @property
    def _bottom(self) -> float:
        return self._columns.area.y + self._columns.area.height

    @property
    def _fresh(self) -> bool:
        return self._y == self._columns.area.y

    def head(self, heading: Block, first: Block | None) -> None:
        """A heading, with the beginning of what follows below it."""
        width = self._columns.width
        above = 0.0 if self._fresh else _BEFORE_HEADING
        needed = height_of(heading, width, self._size)
        if first is not None:
            # What may not be broken follows its heading whole.
            whole = height_of(first, width, self._size)
            some = 2 * _PADDING + _FEWEST_LINES * self._size * LINE
            needed += _GAP + (whole if whole <= self._columns.area.height * _UNBROKEN else some)
        if self._y + above + needed > self._bottom:
            self._next()
            above = 0.0
        self._y += above
        self._set(heading)

    def put(self, block: Block) -> None:
        """A block, whole where the column or the next one holds it, else in pieces."""
        rest: Block | None = block
        while rest is not None:
            height = height_of(rest, self._columns.width, self._size)
            if self._y + height <= self._bottom:
                self._set(rest)
                return
            if height <= self._columns.area.height * _UNBROKEN and not self._fresh:
                self._next()
                continue
            first, rest = _split(rest, self._columns.width, self._size, self._bottom - self._y)
            if first is not None:
                self._set(first)
            if rest is not None:
                if first is None and self._fresh:
                    return
                self._next()

    def _set(self, block: Block) -> None:
        area, width = self._columns.area, self._columns.width
        height = height_of(block, width, self._size)
        x = area.x + self._column * (width + self._columns.gap)
        self.found.append(Set(self.slide, Box(x, self._y, width, height), block, self._size))
        self._y += height + _GAP

    def _next(self) -> None:
        self._column += 1
        self._y = self._columns.area.y
        if self._column == self._columns.columns:
            self._column = 0
            self.slide += 1


def _split(block: Block, width: float, size: float, room: float) -> tuple[Block | None, Block | None]:
    """As much of a block as there is room for, and the rest."""
    inset = _insets(block)
    left = room - inset.top - inset.bottom
    taken: list[Para] = []
    waiting = list(block.paras)
    while waiting:
        para = waiting[0]
        height = _height(para, _room(block, width), size)
        if height <= left:
            taken.append(waiting.pop(0))
            left -= height
            continue
        found = spans(para.text, para.face, size * para.share, _room(block, width))
        fits = int(left // (size * para.share * LINE))
        fits = min(fits, len(found) - _FEWEST_LINES) if len(found) > 2 * _FEWEST_LINES else 0
        if fits >= _FEWEST_LINES:
            before, after = _parted(para, found, fits)
            taken.append(before)
            waiting[0] = after
        break
    first = block._replace(paras=tuple(taken)) if taken else None
    return first, block._replace(paras=tuple(waiting), named=NOTHING) if waiting else None


def _parted(para: Para, found: Sequence[Span], lines: int) -> tuple[Para, Para]:
    before = para.text[: found[lines - 1].end]
    return para._replace(text=before), para._replace(text=para.text[found[lines].start :])


def _height(para: Para, room: float, size: float) -> float:
    return len(spans(para.text, para.face, size * para.share, room)) * size * para.share * LINE


def _room(block: Block, width: float) -> float:
    inset = _insets(block)
    return width - inset.left - inset.right


def _insets(block: Block) -> Insets:
    if not (block.fill or block.outline):
        return Insets()
    return Insets(_INDENT + (_EDGE if block.edge else 0.0), _PADDING, _INDENT, _PADDING)


def _run(ink: Ink, para: Para, size: float) -> Run:
    letters = size * para.share
    return ink.run(para.text, letters, para.colour, bold=para.bold, line=letters * LINE)


def by_slide(found: Sequence[Set]) -> Iterator[list[Set]]:
    """What stands on each slide, in order."""
    for number in range(max((one.slide for one in found), default=-1) + 1):
        yield [one for one in found if one.slide == number]
