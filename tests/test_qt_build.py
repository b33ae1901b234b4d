"""The Qt that is installed survives the number of calls that one repaint of a large map makes."""

from __future__ import annotations

import subprocess
import sys

# PySide6 6.12.0 under Python 3.11 gives None back once too often on every call that returns nothing; after some
# thousand calls, or at the end, the process dies. In a process of its own, so that this test can tell of it.
PROGRAM = """
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

application = QApplication([])
image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
painter = QPainter(image)
rectangle, colour = QRectF(0, 0, 10, 10), QColor("#336699")
for number in range(5_000):
    painter.setPen(colour)
    painter.setBrush(colour)
    painter.drawRect(rectangle)
    application.setObjectName(str(number))
painter.end()
print("survived")
"""


def test_twenty_thousand_calls_are_survived() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "survived"), done.stderr
