"""What is to be decided, in a box that nobody overlooks."""

from __future__ import annotations

from typing import Final

from cjeditor.export.content import Content
from cjeditor.export.typeset import SUBHEADING, Piece, Style, height_of, paragraph, space, stacked
from cjeditor.layout.primitives import Rect

_ASKED: Final = Style("semibold", 12.0, 16.0)
_PADDING = 10.0
_EDGE = 3.0
_MOST_LINES = 4


def decision_box(content: Content, width: float) -> tuple[Piece, ...]:
    """The decision that the map asks for; nothing where it asks for none."""
    words = content.words
    asked = " ".join(content.journey.decision.split())
    if not asked:
        return ()
    room = width - 2 * _PADDING - _EDGE
    lines = (
        *paragraph(words.t("To decide"), SUBHEADING, room, words.language),
        space(1),
        *paragraph(asked, _ASKED, room, words.language, max_lines=_MOST_LINES),
    )
    height = height_of(lines) + 2 * _PADDING - 4
    ground = (
        Rect(0, 0, width, height, fill="selection.fill"),
        Rect(0, 0, _EDGE, height, fill="primary"),
    )
    return (Piece(height, (*ground, *stacked(lines, _EDGE + _PADDING, _PADDING - 2))),)
