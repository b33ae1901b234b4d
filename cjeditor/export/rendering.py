"""PDF pages as pixels, in whichever thread: pdfium itself can do only one thing at a time in the whole process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2

_ONE_AT_A_TIME: Final = threading.Lock()


class Pixels(NamedTuple):
    """A picture in memory: `data` has four bytes a pixel (blue, green, red, nothing) and `stride` bytes a line."""

    width: int
    height: int
    stride: int
    data: bytes


@contextmanager
def first_page(source: Path | bytes) -> Iterator[pypdfium2.PdfPage]:
    """The first page of a PDF, to be rendered within the block; other threads wait until it ends."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(source)
        try:
            yield document[0]
        finally:
            document.close()


def pixels_of(source: Path | bytes, scale: float) -> Pixels:
    """The first page of a PDF on white, at `scale` pixels a point."""
    with first_page(source) as page:
        bitmap = page.render(scale=scale, prefer_bgrx=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
