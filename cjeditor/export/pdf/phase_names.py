"""The names of phases where they stand side by side in little room."""

from __future__ import annotations

from typing import Final

from cjeditor.export.content import phase_title
from cjeditor.export.typeset import META, Piece, Style, line_of, paragraph
from cjeditor.layout.measure import text_width
from cjeditor.model.journey_map import Phase
from cjeditor.texts import Texts

NARROWEST_NAME: Final = 36.0
"""Below this width a name would be a few letters."""


def short_phase_title(number: int, phase: Phase, width: float, words: Texts, style: Style = META) -> tuple[Piece, ...]:
    """A phase's number and name in two lines at most; the number alone where the name would be a few letters."""
    if width >= NARROWEST_NAME:
        return paragraph(phase_title(number, phase, words), style, width, words.language, max_lines=2)
    fits = text_width(str(number), style.face, style.size) <= width + 4
    return (Piece(style.line, (line_of(str(number), style, 0, 0),)),) if fits else ()
