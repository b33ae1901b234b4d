"""The styles of the booklet, and sections made of its kinds of text."""

from __future__ import annotations

from collections.abc import Iterable

from cjeditor.export.pdf.columns import Block, Section
from cjeditor.export.tagging import item
from cjeditor.export.typeset import BODY, QUIET, STRONG, Piece, Style, bullet, paragraph, space
from cjeditor.texts import Texts

CHAPTER = Style("bold", 25.0, 32.0, role="H1")
PART = Style("bold", 16.0, 20.0, role="H2")
PURPOSE = Style("semibold", 12.0, 16.0, "primary")
RUBRIC = Style("bold", 11.0, 16.0, "primary", "H3")
EYEBROW = Style("semibold", 9.0, 12.0, "secondary")
READABLE = 560.0
"""Longer lines tire the eye; in points."""

_BEFORE = 24.0
_STEP = 8.0


def rubric(
    title: str, blocks: Iterable[Block], width: float, words: Texts, *, gap: float = 8.0, whole: bool = False
) -> Section:
    """Blocks under a title that says "continued" where they go on; see `Section` for `whole`."""
    again = words.t("{title} (continued)", title=title)
    return Section(
        (*paragraph(title, RUBRIC, width, words.language), space(4)),
        tuple(blocks),
        (*paragraph(again, RUBRIC, width, words.language), space(4)),
        gap,
        _BEFORE,
        whole,
    )


def named(name: str, sentence: str, width: float, language: str, small: str = "") -> Block:
    """A name, what is said small beside it, and a sentence that explains it: an item of a list."""
    return item(
        (
            *paragraph(name, STRONG, width, language),
            *paragraph(small, QUIET, width, language),
            *paragraph(sentence, BODY, width, language),
        )
    )


def bullets(sentences: Iterable[str], width: float, language: str) -> list[Block]:
    """Sentences with dots before them."""
    return [bullet(sentence, BODY, width, language) for sentence in sentences]


def prose(text: str, style: Style, width: float, language: str) -> tuple[Piece, ...]:
    """A text no longer across than the eye likes, in lines of even length: no last word stands alone."""
    room = min(width, READABLE)
    lines = paragraph(text, style, room, language)
    while room > _STEP and len(narrower := paragraph(text, style, room - _STEP, language)) == len(lines):
        room -= _STEP
        lines = narrower
    return lines
