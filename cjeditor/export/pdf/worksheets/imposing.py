"""Several cards or slips on a sheet, with marks where to cut them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.surface import MM, Room, Surface
from cjeditor.export.views import Placed, View
from cjeditor.layout.primitives import Line, Primitive

A6: Final = (148.5 * MM, 105.0 * MM)
"""A quarter of A4 lying on its side."""
A5: Final = (210.0 * MM, 148.5 * MM)
_MOST = 12
_EDGE: Final = 9.0 * MM
"""Inside a card: it may lie at the edge of the sheet, which no printer reaches, or be cut a little askew."""
_MARK_FROM: Final = 3.0 * MM
_MARK_TO: Final = 8.0 * MM
_CROSS: Final = 3.0 * MM
_STROKE = 0.5


class Imposition(NamedTuple):
    """So many cards beside and below each other on a sheet."""

    surface: Surface
    columns: int
    rows: int

    @property
    def places(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def cells(self) -> Iterator[Room]:
        """The cards from left to right and from top to bottom, as large as they are cut."""
        width, height = self.surface.width / self.columns, self.surface.height / self.rows
        for row in range(self.rows):
            for column in range(self.columns):
                yield Room(column * width, row * height, width, height)

    @property
    def face(self) -> Room:
        """What of a card is printed on, from its own corner."""
        width, height = self.surface.width / self.columns, self.surface.height / self.rows
        return Room(0.0, 0.0, width, height).inside(min(_EDGE, width / 10, height / 10))

    def sheets(self, faces: Sequence[Sequence[Primitive]], title: str) -> list[Sheet]:
        """Sheets with all cards, each drawn from its own corner."""
        made: list[Sheet] = []
        for some in _batched(faces, self.places):
            sheet = self.surface.sheet(self._marks(), title="" if made else title, level=0)
            for cell, shapes in zip(self.cells(), some, strict=False):
                sheet.views.append(View([Placed(cell.x, cell.y, tuple(shapes))]))
            made.append(sheet)
        return made

    def _marks(self) -> list[Primitive]:
        """Short lines at the edges of the sheet and crosses inside, where the cuts meet."""
        width, height = self.surface
        downs = [width * i / self.columns for i in range(1, self.columns)]
        acrosses = [height * i / self.rows for i in range(1, self.rows)]
        marks: list[Primitive] = []
        for x in downs:
            marks += [_mark(x, _MARK_FROM, x, _MARK_TO), _mark(x, height - _MARK_TO, x, height - _MARK_FROM)]
            for y in acrosses:
                marks += [_mark(x - _CROSS, y, x + _CROSS, y), _mark(x, y - _CROSS, x, y + _CROSS)]
        for y in acrosses:
            marks += [_mark(_MARK_FROM, y, _MARK_TO, y), _mark(width - _MARK_TO, y, width - _MARK_FROM, y)]
        return marks


def _mark(x1: float, y1: float, x2: float, y2: float) -> Line:
    return Line(x1, y1, x2, y2, "rule.strong", _STROKE)


def imposition(surface: Surface, size: tuple[float, float]) -> Imposition:
    """As many cards as fill the sheet without a rest and come closest to a size, upright or lying."""
    width, height = size
    tried = [(surface.width / i, surface.height / j, i, j) for i in range(1, _MOST + 1) for j in range(1, _MOST + 1)]

    def far(one: tuple[float, float, int, int]) -> float:
        across, down, *_ = one
        return min(
            abs(across / width - 1) + abs(down / height - 1),
            # Lying is wanted where both would do.
            abs(across / height - 1) + abs(down / width - 1) + 0.001,
        )

    _, _, columns, rows = min(tried, key=far)
    return Imposition(surface, columns, rows)


def _batched(faces: Iterable[Sequence[Primitive]], count: int) -> Iterator[list[Sequence[Primitive]]]:
    waiting = iter(faces)
    while some := list(islice(waiting, count)):
        yield some
