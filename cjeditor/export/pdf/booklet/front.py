"""The front of the booklet: its cover."""

from __future__ import annotations

from cjeditor.catalogue.frameworks import Framework, FrameworkPhase
from cjeditor.export.pdf.booklet.texts import prose
from cjeditor.export.pdf.columns import GAP
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.typeset import (
    META,
    QUIET,
    STRONG,
    Piece,
    Style,
    height_of,
    paragraph,
    right_line_of,
    space,
    stacked,
)
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.texts import Texts

_KIND = Style("semibold", 12.0, 16.0, "secondary")
_NAME = Style("bold", 32.0, 40.0, role="H1")
_SENTENCE = Style("regular", 14.0, 20.0, "secondary")
_BAND = 4.0
_TITLE_AT = 0.22
"""Where the title begins, as a share of the page's height."""
_PHASE_GAP = 20.0
_NARROWEST = 140.0


def cover(framework: Framework, frame: Frame, words: Texts, day: str) -> Sheet:
    """The first page: the framework's name and sentence, and its phases with what each is about."""
    language, width = words.language, frame.inner_width
    head = (
        *paragraph(words.t("Guide to the customer journey"), _KIND, width, language),
        space(8),
        *prose(framework.name.in_language(language), _NAME, width, language),
        space(8),
        *prose(framework.sentence.in_language(language), _SENTENCE, width, language),
    )
    phases = _phases(framework, width, words)
    room = frame.bottom - height_of(phases) - height_of(head) - 2 * _PHASE_GAP
    top = min(frame.height * _TITLE_AT, max(frame.left, room))
    shapes = stacked(head, frame.left, top)
    below = max(top + height_of(head) + 2 * _PHASE_GAP, frame.bottom - height_of(phases) - 2 * META.line)
    shapes += stacked(phases, frame.left, min(below, frame.bottom - height_of(phases)))
    if day:
        shapes.append(right_line_of(day, META, frame.right, frame.left))
    return Sheet(shapes, bookmarks=[Bookmark(words.t("Cover"), 0)], bare=True)


def _phases(framework: Framework, width: float, words: Texts) -> tuple[Piece, ...]:
    """The phases with bands in their colours, a piece a row."""
    count = _beside(len(framework.phases), width)
    column = (width - GAP * (count - 1)) / count
    cells = [_phase(phase, i, column, words) for i, phase in enumerate(framework.phases, start=1)]
    rows: list[Piece] = []
    for start in range(0, len(cells), count):
        row = cells[start : start + count]
        shapes: list[Primitive] = []
        for i, cell in enumerate(row):
            shapes += stacked(cell, i * (column + GAP), 0)
        rows += [Piece(max(map(height_of, row)), tuple(shapes)), space(_PHASE_GAP)]
    return tuple(rows[:-1])


def _beside(phases: int, width: float) -> int:
    """How many phases stand side by side: as many as leave no row half empty, where that is possible."""
    most = max(2, round((width + GAP) / (_NARROWEST + GAP)))
    return next((count for count in range(most, 1, -1) if phases % count == 0), most)


def _phase(phase: FrameworkPhase, number: int, width: float, words: Texts) -> tuple[Piece, ...]:
    language = words.language
    return (
        Piece(_BAND, (Rect(0, 0, width, _BAND, fill=phase.colour),)),
        space(4),
        *paragraph(f"{number} {phase.name.in_language(language)}", STRONG, width, language),
        *paragraph(phase.purpose.in_language(language), QUIET, width, language),
    )
