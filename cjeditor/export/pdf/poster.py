"""A picture as a PDF of one page, as large as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.views import View
from cjeditor.layout.theme import PAPER, Theme
from cjeditor.model.project import Asset

LARGEST_SIDE = 14_400.0
"""Points: the largest page that PDF readers accept."""


class Poster(Protocol):
    """What fits on one page."""

    @property
    def width(self) -> float:
        """In pixels."""

    @property
    def height(self) -> float:
        """In pixels."""

    @property
    def views(self) -> tuple[View, ...]:
        """What is on it, one above the other."""

    @property
    def pictures(self) -> Mapping[str, Asset]:
        """The project's pictures by their sum."""


def write_poster(
    poster: Poster, path: Path, *, language: str, title: str, theme: Theme = PAPER
) -> tuple[float, Counter[str]]:
    """Write the page, a point a pixel or smaller where it would be too large.

    Returns:
        Points per pixel, and the characters that no font could draw.
    """
    scale = min(1.0, LARGEST_SIDE / max(poster.width, poster.height))
    # The date stands for none: the same picture gives the same bytes.
    writer = PdfWriter(path, language=language, date="2000-01-01")
    writer.setPageSize((poster.width * scale, poster.height * scale))
    writer.setTitle(title)
    painter = PdfPainter(writer, theme, poster.pictures)
    for view in poster.views:
        scaled = view._replace(x=view.x * scale, y=view.y * scale, scale=view.scale * scale)
        painter.paint(scaled, poster.height * scale)
    writer.showPage()
    writer.save()
    return scale, painter.lost
