"""Reading PDF files back with programs other than the one that wrote them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFTextObj_GetFontSize

_SPECK = 0.5
_TOUCH = 1.5
"""Points by which boxes around letters may run into each other: a comma of one line, the accent of the next."""
_SHARE = 0.15
_INVISIBLE = re.compile(r"[\s\u00ad\u200b\ufffe\x02-]+")


class Box(NamedTuple):
    """A piece of text on a page, in points from the bottom left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


def texts_of(path: Path) -> list[str]:
    """The text of each page."""
    with opened(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """A text without what line breaks add: white space and hyphens."""
    return _INVISIBLE.sub("", text)


def boxes(path: Path, page: int) -> list[Box]:
    """The lines of text on a page with the boxes around them."""
    with opened(path) as document:
        text_page = document[page].get_textpage()
        found = []
        for i in range(text_page.count_rects()):
            rect = text_page.get_rect(i)
            found.append(Box(text_page.get_text_bounded(*rect), *rect))
        return found


def drawn(path: Path, page: int) -> list[Box]:
    """The boxes around the points of each drawn shape on a page, without the width of its strokes."""
    with opened(path) as document:
        found = []
        for shape in document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            matrix = shape.get_matrix()
            points = [matrix.on_point(*each) for each in _points(shape.raw)]
            xs, ys = zip(*points, strict=True)
            found.append(Box("", min(xs), min(ys), max(xs), max(ys)))
        return found


def _points(shape: Any) -> Iterator[tuple[float, float]]:
    for i in range(pdfium.FPDFPath_CountSegments(shape)):
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(shape, i), x, y)
        yield x.value, y.value


def faults(path: Path) -> list[str]:
    """What is wrong with where texts lie: off their page, or over each other; a line for each."""
    with opened(path) as document:
        return [fault for number, page in enumerate(document, start=1) for fault in _faults_of(page, number)]


def _faults_of(page: Any, number: int) -> list[str]:
    width, height = page.get_size()
    text_page = page.get_textpage()
    # What is drawn many times, such as marks, is a form of its own, with bounds that are not those on the page.
    all_edges = [piece.get_bounds() for piece in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=1)]
    boxes = [Box("", *edges) for edges in all_edges if edges[2] - edges[0] > _SPECK]
    found = [
        f"{number}: off the page: {text_page.get_text_bounded(*box[1:])[:60]!r}"
        for box in boxes
        if min(box.left, box.bottom) < -_SPECK or box.right > width + _SPECK or box.top > height + _SPECK
    ]
    boxes.sort(key=lambda box: box.bottom)
    for i, lower in enumerate(boxes):
        for upper in boxes[i + 1 :]:
            if upper.bottom >= lower.top:
                break
            if _lie_over_each_other(lower, upper):
                names = [text_page.get_text_bounded(*box[1:])[:60] for box in (lower, upper)]
                found.append(f"{number}: over each other: {names[0]!r} and {names[1]!r}")
    return found


def _lie_over_each_other(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    if across <= _TOUCH or up <= _TOUCH:
        return False
    smaller = min((box.right - box.left) * (box.top - box.bottom) for box in (one, other))
    return across * up > _SHARE * smaller


def page_sizes(path: Path) -> list[tuple[float, float]]:
    with opened(path) as document:
        return [page.get_size() for page in document]


def font_sizes(path: Path) -> set[float]:
    """The sizes of all text in points, as it is printed."""
    sizes: set[float] = set()
    size = ctypes.c_float()
    with opened(path) as document:
        for page in document:
            for piece in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=1):
                FPDFTextObj_GetFontSize(piece, ctypes.byref(size))
                sizes.add(round(size.value * abs(piece.get_matrix().d), 2))
    return sizes


def smallest_font(path: Path) -> float:
    """The size in points of the smallest text that is printed; quicker than all sizes."""
    with opened(path) as document:
        return min(
            _font_size(text.raw) * abs(text.get_matrix().d)
            for page in document
            for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        )


def _font_size(text: Any) -> float:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(text, size)
    return size.value


def fonts(path: Path) -> dict[str, bool]:
    """The names of all fonts, each with whether it is embedded."""
    found = {}
    for page in PdfReader(path).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def outline(path: Path) -> list[tuple[int, str, int]]:
    """Level, title and page (counted from 1) of every bookmark."""
    reader = PdfReader(path)
    found: list[tuple[int, str, int]] = []

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                number = reader.get_destination_page_number(entry)
                found.append((level, str(entry.title), (number or 0) + 1))

    walk(reader.outline, 0)
    return found
