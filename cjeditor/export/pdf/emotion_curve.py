"""The line through the emotions of touchpoints, as cover and phase sheets draw it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.export.typeset import Style, line_of
from cjeditor.layout.curve import tone
from cjeditor.layout.measure import text_width
from cjeditor.layout.monotone import monotone_segments
from cjeditor.layout.primitives import Line, Move, Path, Primitive, circle
from cjeditor.texts import Texts

LABEL = Style("semibold", 8.0, 11.0, "primary")
_AXIS = Style("regular", 8.0, 11.0, "secondary")
AXIS_WIDTH = 24.0
"""The room for the levels' values at the left."""


class Felt(NamedTuple):
    """A touchpoint's place across, its emotion, and what stands at its point."""

    x: float
    emotion: float
    label: str


class Levels(NamedTuple):
    """Where the emotions lie: the height of 0 on the page, and how far apart two levels are."""

    zero: float
    step: float

    def y_of(self, emotion: float) -> float:
        """The height of an emotion."""
        return self.zero - emotion * self.step


def level_lines(levels: Levels, left: float, right: float, words: Texts) -> list[Primitive]:
    """The lines of the best, the neutral and the worst emotion from `left` to `right`, with their values at `left`."""
    shapes: list[Primitive] = []
    for value in (2, 0, -2):
        y = levels.y_of(value)
        shapes.append(Line(left + AXIS_WIDTH, y, right, y, "rule.strong" if value == 0 else "rule", 0.6))
        shapes.append(line_of(words.signed(value), _AXIS, left, y - 5.5))
    return shapes


def emotion_line(felt: Sequence[Felt], levels: Levels, gap: float) -> list[Primitive]:
    """Line, points and, where they have room, labels.

    Args:
        felt: from left to right.
        levels: where they lie.
        gap: the least distance between two of them.
    """
    points = [(one.x, levels.y_of(one.emotion)) for one in felt]
    shapes: list[Primitive] = []
    if len(points) > 1:
        shapes.append(
            Path(
                (Move(*points[0]), *monotone_segments(points)),
                stroke="primary",
                stroke_width=min(1.8, max(0.6, gap * 0.25)),
            )
        )
    radius = max(1.0, min(3.6, gap * 0.3))
    widest = max(text_width(one.label, LABEL.face, LABEL.size) for one in felt)
    for i, ((x, y), one) in enumerate(zip(points, felt, strict=True)):
        shapes.append(circle(x, y, radius + 1, fill="canvas"))
        shapes.append(circle(x, y, radius, fill=tone(one.emotion)))
        if gap > widest + 4:
            before, after = points[max(i - 1, 0)][1], points[min(i + 1, len(points) - 1)][1]
            shapes.append(_beside(one, y, before, after, radius))
    return shapes


def _beside(one: Felt, y: float, before: float, after: float, radius: float) -> Primitive:
    """A point's label where the curve is not: below a trough, above a crest, on a slope at its open side.

    On a slope or a level, that of a bad emotion stands below: above, it would come close to the neutral line.
    """
    width = text_width(one.label, LABEL.face, LABEL.size)
    trough = before <= y and after <= y and (before < y or after < y)
    rises, falls = before > y > after, before < y < after
    below = trough or (one.emotion < 0 and (rises or falls or before == y == after))
    aside = width / 2 + 2 if falls else -(width / 2 + 2) if rises else 0.0
    x = one.x - width / 2
    if below:
        return line_of(one.label, LABEL, x - aside, y + radius + 1)
    return line_of(one.label, LABEL, x + aside, y - radius - 12)
