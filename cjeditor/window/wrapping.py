"""How lines are broken where a text may hold one endless word."""

from __future__ import annotations

from PySide6.QtGui import QTextOption

LONGEST_WORD = 1_000
"""Letters: nobody's word is longer, but what was pasted by mistake may be."""


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return how to break `text`: between words where there are any.

    For each line Qt looks for the end of the word that it breaks, so that a word of 20 000 letters in a narrow column
    costs a fifth of a second with each keystroke. A text with such a word is broken wherever a line is full.
    """
    endless = len(text) > LONGEST_WORD and any(len(word) > LONGEST_WORD for word in text.split())
    mode = QTextOption.WrapMode
    return mode.WrapAnywhere if endless else mode.WrapAtWordBoundaryOrAnywhere
