"""A picture as PNG: drawn as a PDF page and rendered from there, so that it looks as on paper."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from math import sqrt
from pathlib import Path
from typing import Final

from cjeditor.export.pdf.poster import Poster, write_poster
from cjeditor.export.problems import ExportRefused
from cjeditor.export.rendering import first_page
from cjeditor.layout.theme import PAPER, Theme
from cjeditor.model.problem import Problem

SHARP: Final = 2.0
"""Dots per pixel of the layout: crisp on screens and in print up to A3."""
COARSEST: Final = 0.75
"""Dots per pixel below which the smallest text cannot be read."""
MEGAPIXELS: Final = 60
"""More takes too much memory, and other programs refuse to open it."""


def write_png(
    picture: Poster,
    path: Path,
    shown: Path,
    check: Callable[[], None],
    *,
    width: int | None = None,
    transparent: bool = False,
    theme: Theme = PAPER,
) -> Counter[str]:
    """Render a picture into the file `path`: so many pixels wide, else as sharp as its size allows.

    Args:
        picture: what to draw.
        path: the file to write.
        shown: the name to use in errors.
        check: called between two stretches of work; may raise to stop.
        width: in pixels; None leaves it to the size of the map.
        transparent: whether what is behind the picture shows where nothing is drawn.
        theme: its colours.

    Returns:
        The characters that no font could draw.

    Raises:
        ExportRefused: the picture would be too large, at the chosen width or even at the coarsest.
    """
    area = picture.width * picture.height / 1e6
    dots = min(SHARP, sqrt(MEGAPIXELS / area)) if width is None else width / picture.width
    least = COARSEST if width is None else dots
    if dots < least or area * least**2 > MEGAPIXELS:
        size = {"megapixels": round(area * least**2), "limit": MEGAPIXELS}
        raise ExportRefused(shown, Problem("export-picture-too-large", params=size))
    with tempfile.TemporaryDirectory(prefix="cjeditor-") as folder:
        page_file = Path(folder) / "page.pdf"
        scale, lost = write_poster(picture, page_file, language="", title="", theme=theme)
        check()
        with first_page(page_file) as page:
            ground = (255, 255, 255, 0 if transparent else 255)
            bitmap = page.render(scale=dots / scale, rev_byteorder=True, fill_color=ground)
            check()
            bitmap.to_pil().save(path, format="PNG", dpi=(96 * dots, 96 * dots))
    return lost
