"""A small disc for an emotion on paper: its colour says which, and a sign in it where there are no colours."""

from __future__ import annotations

from cjeditor.layout.curve import tone
from cjeditor.layout.primitives import LineTo, Move, Path, Primitive, circle

RADIUS = 2.8
_ARM = 1.6
"""Half the length of a stroke of the signs."""


def emotion_disc(x: float, y: float, value: float) -> tuple[Primitive, ...]:
    """A disc around (`x`, `y`) with a plus in it, a minus, or for the neutral emotion nothing."""
    disc = circle(x, y, RADIUS, fill=tone(value))
    across = (Move(x - _ARM, y), LineTo(x + _ARM, y))
    upright = (Move(x, y - _ARM), LineTo(x, y + _ARM))
    strokes = across if value < 0 else (*across, *upright)
    return (disc,) if tone(value) == tone(0) else (disc, Path(strokes, stroke="on.emotion", stroke_width=0.9))
