"""Icons as free shapes, for programs that lack the icon font."""

from __future__ import annotations

import io
from functools import cache

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from cjeditor import resources
from cjeditor.layout.primitives import Close, Cubic, LineTo, Move, Path, Segment, Text


def icon_path(icon: Text) -> Path:
    """The shape of a text in the icon face; without segments where the font lacks its characters."""
    segments: list[Segment] = []
    for i, character in enumerate(icon.text):
        x = icon.x + i * icon.size
        segments.extend(_placed(segment, x, icon.y, icon.size) for segment in _outline(character))
    return Path(tuple(segments), fill=icon.colour)


def _placed(segment: Segment, x: float, y: float, size: float) -> Segment:
    match segment:
        case Move(px, py):
            return Move(x + px * size, y - py * size)
        case LineTo(px, py):
            return LineTo(x + px * size, y - py * size)
        case Cubic(x1, y1, x2, y2, px, py):
            controls = (x + x1 * size, y - y1 * size, x + x2 * size, y - y2 * size)
            return Cubic(*controls, x + px * size, y - py * size)
        case Close():
            return segment


class _Recorder(BasePen):  # type: ignore[misc]  # fontTools ships no annotations
    """Keeps an outline as our segments, in shares of the em, y upwards."""

    def __init__(self, glyphs: object, em: float) -> None:
        super().__init__(glyphs)
        self._em = em
        self.segments: list[Segment] = []

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  the pen's own name
        self.segments.append(Move(*self._scaled(point)))

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802  the pen's own name
        self.segments.append(LineTo(*self._scaled(point)))

    def _curveToOne(  # noqa: N802  the pen's own name
        self, first: tuple[float, float], second: tuple[float, float], point: tuple[float, float]
    ) -> None:
        self.segments.append(Cubic(*self._scaled(first), *self._scaled(second), *self._scaled(point)))

    def _closePath(self) -> None:  # noqa: N802  the pen's own name
        self.segments.append(Close())

    def _scaled(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] / self._em, point[1] / self._em


@cache
def _outline(character: str) -> tuple[Segment, ...]:
    font = _font()
    name = font.getBestCmap().get(ord(character))
    if name is None:
        return ()
    glyphs = font.getGlyphSet()
    pen = _Recorder(glyphs, font["head"].unitsPerEm)
    glyphs[name].draw(pen)
    return tuple(pen.segments)


@cache
def _font() -> TTFont:
    """The icon font, read from memory: it stays open."""
    return TTFont(io.BytesIO(resources.icon_font_file().read_bytes()), lazy=True)
