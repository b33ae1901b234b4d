"""The part that says what the marks mean."""

from __future__ import annotations

from cjeditor.export.legend import legend_pieces
from cjeditor.export.pdf.book import Book
from cjeditor.export.typeset import height_of

_HEADED = 28.0
"""What the heading takes."""
_GAP = 20.0


def add(book: Book) -> None:
    """Add the legend; nothing where the map has no mark to explain."""
    page = book.frame
    count = 2 if page.height > page.width else 4
    pieces = legend_pieces(book.content, page.inner_width, count, page.inner_height - _HEADED)
    if not pieces:
        return
    flow = book.begin(book.content.words.t("Legend"), height_of(pieces) + _HEADED)
    for piece in pieces:
        flow.need(piece.height)
        flow.put(piece)
        flow.y += _GAP
