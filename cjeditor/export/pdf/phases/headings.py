"""The headings of a phase sheet's sections."""

from __future__ import annotations

from collections.abc import Iterable

from cjeditor.export.pdf.columns import Block, Section
from cjeditor.export.phase_subject import Subject
from cjeditor.export.typeset import SUBHEADING, Piece, paragraph, space


def section(
    subject: Subject,
    title: str,
    blocks: Iterable[Block],
    width: float,
    *,
    head: tuple[Piece, ...] = (),
    gap: float = 8.0,
) -> Section:
    """Blocks under a title that says "continued" where they go on; `head` stands below it both times."""
    words = subject.content.words
    again = words.t("{title} (continued)", title=title)
    below = (space(6), *head)
    return Section(
        (*paragraph(title, SUBHEADING, width, words.language), *below),
        tuple(blocks),
        (*paragraph(again, SUBHEADING, width, words.language), *below),
        gap,
    )
