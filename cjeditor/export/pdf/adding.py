"""From the key of a part to its sheets."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from cjeditor.export.parts import part
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.figures.sheets import figure_part
from cjeditor.export.progress import check


def add_part(key: str, book: Book) -> None:
    """Add the sheets of a part, or none where the map has nothing for it.

    Raises:
        ExportCancelled: the user wants to stop.
        KeyError: there is no such part.
    """
    check(book.cancelled)
    spec = part(key)
    if spec.figure:
        figure_part(spec.key, book)
        return
    # A module is imported when its part is asked for: a table needs no charts.
    add = cast(Callable[[Book], None], import_module(f"cjeditor.export.pdf.parts.{spec.module}").add)
    add(book)
