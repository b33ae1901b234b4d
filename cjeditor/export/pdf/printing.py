"""Sheets onto paper: one page after the other, with its furniture, its bookmarks, and word of how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.sheets import Frame, Sheet, page_anchor
from cjeditor.export.pdf.structure import Target
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import Cancelled, Progress, check
from cjeditor.export.views import Placed, View
from cjeditor.layout.primitives import Text
from cjeditor.layout.tags import DECORATION


def print_sheets(
    sheets: Sequence[Sheet],
    page: Frame,
    writer: PdfWriter,
    painter: PdfPainter,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Print all sheets on pages of one frame, and close the file.

    Raises:
        ExportCancelled: `cancelled` said so before a page, or before the file was closed.
    """
    writer.structure.anchors = _anchors(sheets, page)
    writer.label([sheet.label for sheet in sheets])
    prepare(sheets, writer)
    for number, sheet in enumerate(sheets, start=1):
        check(cancelled)
        print_sheet(sheet, page, number, len(sheets), writer, painter)
        progress(number, len(sheets))
    check(cancelled)
    writer.save()


def _anchors(sheets: Sequence[Sheet], page: Frame) -> dict[str, Target]:
    """Where each anchor lies; every page is one, too."""
    found: dict[str, Target] = {}
    for i, sheet in enumerate(sheets):
        height = size_of(sheet, page)[1]
        found[page_anchor(i + 1)] = Target(i, height)
        found.update((anchor.name, Target(i, height - anchor.y * page.unit)) for anchor in sheet.anchors)
    return found


def prepare(sheets: Sequence[Sheet], writer: PdfWriter) -> None:
    """Let the writer hear what will be written on these sheets, before the first is printed."""
    writer.prepare((text.text, text.face) for sheet in sheets for text in _texts(sheet))


def _texts(sheet: Sheet) -> Iterator[Text]:
    placed = (shapes for view in sheet.views for _, _, shapes in view.placed)
    return (shape for shapes in (sheet.shapes, *placed) for shape in shapes if isinstance(shape, Text))


def size_of(sheet: Sheet, page: Frame) -> tuple[float, float]:
    """The width and height of a sheet's page in points."""
    return sheet.size or (page.width * page.unit, page.height * page.unit)


def print_sheet(sheet: Sheet, page: Frame, number: int, count: int, writer: PdfWriter, painter: PdfPainter) -> None:
    """Print one sheet on a page, as number `number` of `count`."""
    width, height = size_of(sheet, page)
    writer.setPageSize((width, height))
    for i, bookmark in enumerate(sheet.bookmarks):
        key = f"p{number}-{i}"
        writer.bookmarkPage(key)
        writer.addOutlineEntry(bookmark.title, key, bookmark.level, closed=bookmark.level == 0)
    for view in views_of(sheet, page, number, count):
        painter.paint(view, height)
    for area in sheet.areas:
        bottom = height - area.y - area.height
        writer.structure.click(area.tag, area.x, bottom, area.x + area.width, bottom + area.height)
    writer.showPage()


def views_of(sheet: Sheet, page: Frame, number: int, count: int) -> Iterator[View]:
    """All that lies on a sheet, from the back to the front, whoever paints it; its page is `number` of `count`."""
    if not sheet.bare:
        # The same on each page: nobody wants to hear it again and again.
        furniture = page.furniture(number, count, sheet.head, logo=not sheet.shows_logo)
        yield View([Placed(0, 0, furniture)], 0, 0, page.unit, tag=DECORATION)
    yield View([Placed(0, 0, sheet.shapes)], 0, 0, page.unit)
    yield from sheet.views
