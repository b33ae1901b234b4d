"""What helps to put the sheets together: marks where to cut, each sheet's name, and arrows to its neighbours."""

from __future__ import annotations

from cjeditor.export.posters.options import EDGE, MM
from cjeditor.export.tiling import Tile, Tiling
from cjeditor.export.typeset import Style, line_of
from cjeditor.layout.bounds import Bounds
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Rect

_TICK = 4.0 * MM
_WIDTH = 0.4
_COLOUR = "rule.strong"
_NAME = Style("bold", 9.0, 11.0, "secondary")
_ARROWS = Style("regular", 8.0, 10.0, "secondary")
_PAD = 2.0


def sheet_marks(tile: Tile, cut: Tiling, scale: float, paper: tuple[float, float]) -> list[Primitive]:
    """All marks of a sheet, in points from its top left corner.

    What is printed begins where the printer can print; marks lie outside of what stays visible wherever there is room
    for them.
    """
    edge = EDGE * MM
    trimmed = Bounds(edge, edge, edge + tile.width * scale, edge + tile.height * scale)
    printable = Bounds(edge, edge, paper[0] - edge, paper[1] - edge)
    return [*_cut_marks(trimmed, printable), *_names(tile, cut, trimmed, printable)]


def _cut_marks(trimmed: Bounds, printable: Bounds) -> list[Primitive]:
    """Two ticks at each corner on the lines to cut along: outwards, or where nothing can be printed, along the edge."""
    marks: list[Primitive] = []
    for x in (trimmed.left, trimmed.right):
        marks += [
            Line(x, trimmed.top, x, _out(trimmed.top, -1, printable.top), _COLOUR, _WIDTH),
            Line(x, trimmed.bottom, x, _out(trimmed.bottom, 1, printable.bottom), _COLOUR, _WIDTH),
        ]
    for y in (trimmed.top, trimmed.bottom):
        marks += [
            Line(trimmed.left, y, _out(trimmed.left, -1, printable.left), y, _COLOUR, _WIDTH),
            Line(trimmed.right, y, _out(trimmed.right, 1, printable.right), y, _COLOUR, _WIDTH),
        ]
    return marks


def _out(at: float, way: int, limit: float) -> float:
    """Where a tick ends that begins at a corner: away from it, or back along the edge."""
    room = (limit - at) * way
    return at + way * min(_TICK, room) if room > 1 else at - way * _TICK


def _names(tile: Tile, cut: Tiling, trimmed: Bounds, printable: Bounds) -> list[Primitive]:
    """The sheet's name with those around it below its lower edge; the next ones also where they are glued on."""
    around = dict(cut.neighbours(tile))
    arrows = "   ".join(f"{arrow} {name}" for arrow, name in around.items())
    below = printable.bottom - trimmed.bottom >= _NAME.line + 2 * _PAD
    y = trimmed.bottom + _PAD if below else trimmed.bottom - _NAME.line - 2 * _PAD
    x = trimmed.left + 6.0
    width = text_width(tile.name, _NAME.face, _NAME.size)
    shapes = _plated(tile.name, _NAME, x, y)
    shapes += _plated(arrows, _ARROWS, x + width + 8.0, y + 0.6)
    if "→" in around:
        shapes += _plated(around["→"], _NAME, trimmed.right + _PAD + 1, (trimmed.top + trimmed.bottom) / 2 - _NAME.line)
        shapes += _plated("→", _NAME, trimmed.right + _PAD + 1, (trimmed.top + trimmed.bottom) / 2)
    if "↓" in around:
        shapes += _plated(f"↓ {around['↓']}", _NAME, (trimmed.left + trimmed.right) / 2, y)
    return shapes


def _plated(text: str, style: Style, x: float, y: float) -> list[Primitive]:
    """A line of text on a ground of its own."""
    if not text:
        return []
    width = text_width(text, style.face, style.size)
    return [Rect(x - _PAD, y, width + 2 * _PAD, style.line, fill="canvas"), line_of(text, style, x, y)]
