"""What is written on by hand: ruled lines and boxes to tick."""

from __future__ import annotations

from cjeditor.export.typeset import BODY, Piece, paragraph
from cjeditor.layout.primitives import Line, LineTo, Move, Path, Primitive, Rect
from cjeditor.layout.tags import Tag

RULING = 20.0
"""From one ruled line to the next: what a hand needs."""
INDENT = 18.0
"""Where text begins beside a box to tick."""
_BOX = 9.0


def ruled(width: float, count: int, indent: float = 0.0) -> tuple[Piece, ...]:
    """So many ruled lines, a piece each; `indent` moves their beginning to the right."""
    line = Line(indent, RULING - 0.5, width, RULING - 0.5, "rule.strong", 0.5)
    return (Piece(RULING, (line,)),) * count


def boxed(text: str, width: float, language: str, *, ticked: bool = False) -> tuple[Piece, ...]:
    """A paragraph with a box to tick before its first line."""
    first, *others = paragraph(text, BODY, width, language, indent=INDENT, tag=Tag("LI"))
    return (Piece(first.height, (*_tick_box((BODY.line - _BOX) / 2, ticked=ticked), *first.shapes)), *others)


def _tick_box(y: float, *, ticked: bool) -> tuple[Primitive, ...]:
    box = Rect(0.5, y + 0.5, _BOX - 1, _BOX - 1, stroke="text", stroke_width=0.8, radius=1.0)
    if not ticked:
        return (box,)
    tick = Path(
        (Move(2.2, y + _BOX * 0.52), LineTo(4.0, y + _BOX * 0.74), LineTo(7.2, y + _BOX * 0.26)),
        stroke="primary",
        stroke_width=1.5,
    )
    return (box, tick)
