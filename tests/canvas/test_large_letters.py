"""Letters are painted at every size: Qt itself leaves glyph runs out that are too large for it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from cjeditor.canvas.ink import Ink
from cjeditor.layout.draw_card import text
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Primitive
from cjeditor.layout.theme import LIGHT


def dark(shape: Primitive, scale: float, ratio: float = 1.0) -> float:
    """Return how much of the square of a letter 10 high is dark when it is painted `scale` times as large."""
    side = round(16 * scale * ratio)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    Ink(LIGHT).picture((shape,)).paint(painter, "full")
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    step = max(1, side // 64)
    points = [(x, y) for x in range(0, side, step) for y in range(0, side, step)]
    return sum(255 - grey.pixelColor(x, y).red() for x, y in points) / 255 / len(points)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize(
    "shape", [text(2, 12, "B", "bold", 10, "text"), icon("star-fill", 2, 2, 12, "text")], ids=["letter", "icon"]
)
def test_as_much_ink_at_every_size(qtbot: QtBot, shape: Primitive, ratio: float) -> None:
    small = dark(shape, 4, ratio)
    assert small > 0.05
    for scale in (5.9, 6.1, 6.5, 10, 40):
        assert dark(shape, scale, ratio) == pytest.approx(small, rel=0.12), scale


def test_letters_that_the_font_lacks_are_painted_large_too(qtbot: QtBot) -> None:
    assert dark(text(2, 12, "Ж中", "bold", 10, "text"), 30) > 0.02
