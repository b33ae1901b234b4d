"""The marks of evidence as they stand on cards: a ring that fills with its strength. No font has them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

QUARTERS = {"assumption": 0, "anecdotal": 1, "qualitative": 2, "quantitative": 4}
"""How much of the ring each degree of evidence fills."""

_QUARTER = 90 * 16
_TOP = 90 * 16
_STROKE = 0.1


def evidence_mark(evidence: str, size: int, colour: QColor, ratio: float) -> QImage:
    """Return the mark of a degree of evidence, `size` pixels high and wide on a screen with this pixel ratio."""
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = 0.5 + size * _STROKE
    ring = QRectF(inset, inset, size - 2 * inset, size - 2 * inset)
    painter.setPen(QPen(colour, size * _STROKE))
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(ring, _TOP, -QUARTERS[evidence] * _QUARTER)
    painter.end()
    return image
