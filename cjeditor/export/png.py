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
from cjeditor.model.problem import Problem

SHARP: Final = 2.0
"""Dots per pixel of the layout: crisp on screens and in print up to A3."""
COARSEST: Final = 0.75
"""Dots per pixel below which the smallest text cannot be read."""
MEGAPIXELS: Final = 60
"""More takes too much memory, and other programs refuse to open it."""


def write_png(picture: Poster, path: Path, shown: Path, check: Callable[[], None]) -> Counter[str]:
    """Render a picture into the file `path`, as sharp as its size allows.

    Args:
        picture: what to draw.
        path: the file to write.
        shown: the name to use in errors.
        check: called between two stretches of work; may raise to stop.

    Returns:
        The characters that no font could draw.

    Raises:
        ExportRefused: the picture would be too large even at the coarsest.
    """
    area = picture.width * picture.height / 1e6
    dots = min(SHARP, sqrt(MEGAPIXELS / area))
    if dots < COARSEST:
        size = {"megapixels": round(area * COARSEST**2), "limit": MEGAPIXELS}
        raise ExportRefused(shown, Problem("export-picture-too-large", params=size))
    with tempfile.TemporaryDirectory(prefix="cjeditor-") as folder:
        page_file = Path(folder) / "page.pdf"
        scale, lost = write_poster(picture, page_file, language="", title="")
        check()
        with first_page(page_file) as page:
            bitmap = page.render(scale=dots / scale, rev_byteorder=True)
            check()
            bitmap.to_pil().save(path, format="PNG", dpi=(96 * dots, 96 * dots))
    return lost
