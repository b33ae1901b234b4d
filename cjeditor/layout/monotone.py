"""A smooth line through points that never overshoots them."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.layout.primitives import Cubic


def monotone_segments(points: Sequence[tuple[float, float]]) -> list[Cubic]:
    """Bézier segments through `points` (x rising) that never overshoot them.

    Fritsch and Carlson's monotone cubic interpolation with the harmonic mean of Steffen's limiter: flat at every local
    extreme (F. N. Fritsch, R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17, 1980).
    """
    count = len(points)
    if count < 2:
        return []
    widths = [max(points[i + 1][0] - points[i][0], 1e-6) for i in range(count - 1)]
    slopes = [(points[i + 1][1] - points[i][1]) / widths[i] for i in range(count - 1)]
    tangents = [slopes[0]]
    for i in range(1, count - 1):
        before, after = slopes[i - 1], slopes[i]
        if before * after <= 0:
            tangents.append(0.0)
        else:
            weight_before = 2 * widths[i] + widths[i - 1]
            weight_after = widths[i] + 2 * widths[i - 1]
            tangents.append((weight_before + weight_after) / (weight_before / before + weight_after / after))
    tangents.append(slopes[-1])
    segments = []
    for i in range(count - 1):
        third = widths[i] / 3
        (x0, y0), (x1, y1) = points[i], points[i + 1]
        segments.append(Cubic(x0 + third, y0 + tangents[i] * third, x1 - third, y1 - tangents[i + 1] * third, x1, y1))
    return segments
