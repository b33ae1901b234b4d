"""Paper in true size: worksheets are measured in points of the sheet itself, whatever unit its frame counts in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cjeditor.export.options import PAPERS
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.typeset import META, META_STRONG, Style, line_of, right_line_of
from cjeditor.export.views import Placed, View
from cjeditor.layout.breaking import elide
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive

MM: Final = 72 / 25.4
"""Points of a millimetre."""
GUIDE: Final = Style("regular", 11.0, 15.0, "secondary")
"""The question that a worksheet asks."""
HINT: Final = Style("regular", 8.5, 11.5, "placeholder")
"""Examples, and what to do: there to be read once, and to be written over."""


class Room(NamedTuple):
    """A rectangle on a sheet, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    def inside(self, edge: float) -> Room:
        """What is left without an edge all around."""
        return Room(self.x + edge, self.y + edge, self.width - 2 * edge, self.height - 2 * edge)


class Surface(NamedTuple):
    """A sheet of paper `width` by `height` points."""

    width: float
    height: float

    @staticmethod
    def of(frame: Frame) -> Surface:
        """The paper of a frame."""
        return Surface(frame.width * frame.unit, frame.height * frame.unit)

    @property
    def at_hand(self) -> Surface:
        """Paper for what lies on a table: where this is for a wall, A4 instead, the same way round."""
        if not self.is_large:
            return self
        short, long = PAPERS["A4"]
        return Surface(long, short) if self.width > self.height else Surface(short, long)

    @property
    def is_large(self) -> bool:
        """Whether it is A2 or more, and hangs on a wall."""
        return min(self.width, self.height) > 400 * MM

    @property
    def margin(self) -> float:
        """What stays empty all around: more on a poster, which hangs; at least what no printer reaches."""
        return (15.0 if self.is_large else 12.0) * MM

    @property
    def room(self) -> Room:
        """What is printed on."""
        return Room(0.0, 0.0, self.width, self.height).inside(self.margin)

    def sheet(self, shapes: Sequence[Primitive], *, title: str = "", level: int = 1) -> Sheet:
        """A sheet with these shapes in their true size; the outline leads to it where it has a title."""
        bookmarks = [Bookmark(" ".join(title.split())[:200], level)] if title else []
        return Sheet(
            views=[View([Placed(0.0, 0.0, tuple(shapes))])],
            bookmarks=bookmarks,
            bare=True,
            size=(self.width, self.height),
        )


def ends(left: str, right: str, room: Room, y: float, *, strong: bool = False) -> list[Primitive]:
    """A small line with something at both ends; what is at the left is shortened where they would meet."""
    last = elide(right, META.face, META.size, room.width * 0.45)
    rest = room.width - text_width(last, META.face, META.size) - 16
    style = META_STRONG if strong else META
    first = elide(left, style.face, style.size, rest)
    return [
        line_of(first, style, room.x, y),
        *([right_line_of(last, META, room.right, y)] if last else []),
    ]
