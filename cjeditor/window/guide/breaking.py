"""Text in narrow columns: broken at words, else within them with a hyphen, with air between the lines."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from cjeditor.layout.hyphenation import hyphenation_points
from cjeditor.window.wrapping import wrap_mode

PITCH = 1.18
"""From line to line, as a share of what the font asks for."""

LINE_SEPARATOR = "\u2028"
"""A line break within a paragraph, as Qt's layout knows it."""

_SOFT_HYPHEN = "\u00ad"
_LONG_WORDS = re.compile(r"[^\W\d_]{9,}")
"""Words that may be hyphenated: shorter ones gain little and read worse."""

_LONGEST_HYPHENATED = 100
"""Letters: no language's words are longer, and finding the points of an endless one takes long."""

_LONGEST_TEXT = 4_000
"""Characters: longer texts are people's own, and are not hyphenated."""


class Broken:
    """A text in lines of a width that is fixed; it can be painted as often as is needed."""

    def __init__(self, text: str, font: QFont, width: float, *, language: str = "", most: int = 0) -> None:
        """Break it.

        Args:
            text: shown literally.
            font: for all of it.
            width: pixels of a line.
            language: by whose rules long words are hyphenated; empty for none.
            most: how many lines there may be; the last one then ends in “…”. 0 for any number.
        """
        metrics = QFontMetricsF(font)
        self._pitch = round(metrics.lineSpacing() * PITCH)
        self._drop = (self._pitch - metrics.lineSpacing()) / 2
        if most:
            # No letter of a text to read is narrower than a pixel: what is beyond cannot be shown.
            text = text[: (most + 1) * max(1, round(width))]
        self._layout = self._laid_out(hyphenated(text, language), font, width)
        if most and self._layout.lineCount() > most:
            kept = self._shortened(font, width, most)
            self._layout = self._laid_out(kept, font, width)
        self.height = max(1, self._layout.lineCount()) * self._pitch

    @property
    def pitch(self) -> int:
        """From one line to the next, in pixels."""
        return self._pitch

    def natural_width(self) -> float:
        """Return how wide the widest line is."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(at).naturalTextWidth() for at in lines), default=0.0)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it in the painter's pen."""
        self._layout.draw(painter, QPointF(left, top))

    def _laid_out(self, text: str, font: QFont, width: float) -> QTextLayout:
        made = QTextLayout(text.replace("\n", LINE_SEPARATOR), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(wrap_mode(text))
        made.setTextOption(option)
        made.setCacheEnabled(True)
        made.beginLayout()
        top = self._drop
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top))
            top += self._pitch
        made.endLayout()
        return made

    def _shortened(self, font: QFont, width: float, most: int) -> str:
        """Return as much of the text as `most` lines hold, with “…” at its end."""
        last = self._layout.lineAt(most - 1)
        text = self._layout.text()
        rest = text[last.textStart() : last.textStart() + last.textLength() + 80].replace(_SOFT_HYPHEN, "")
        first_line = rest.split(LINE_SEPARATOR)[0]
        # What is there must not fit, or nothing would say that it goes on.
        told = QFontMetricsF(font).elidedText(f"{first_line} …", Qt.TextElideMode.ElideRight, width)
        return text[: last.textStart()] + told


def hyphenated(text: str, language: str) -> str:
    """Return `text` with soft hyphens where its long words may be broken; as it is without a language."""
    if not language or len(text) > _LONGEST_TEXT:
        return text
    return _LONG_WORDS.sub(
        lambda match: match[0] if len(match[0]) > _LONGEST_HYPHENATED else _word(match[0], language), text
    )


@lru_cache(maxsize=4_000)
def _word(word: str, language: str) -> str:
    parts, start = [], 0
    for point in hyphenation_points(word, language):
        parts.append(word[start:point])
        start = point
    return _SOFT_HYPHEN.join([*parts, word[start:]])
