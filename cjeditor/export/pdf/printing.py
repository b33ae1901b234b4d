"""Sheets onto paper: one page after the other, with its furniture, its bookmarks, and word of how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.sheets import Frame, Sheet
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import Cancelled, Progress, check
from cjeditor.export.views import Placed, View


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
    for number, sheet in enumerate(sheets, start=1):
        check(cancelled)
        _print(sheet, page, number, len(sheets), writer, painter)
        progress(number, len(sheets))
    check(cancelled)
    writer.save()


def _print(sheet: Sheet, page: Frame, number: int, count: int, writer: PdfWriter, painter: PdfPainter) -> None:
    width, height = sheet.size or (page.width * page.unit, page.height * page.unit)
    writer.setPageSize((width, height))
    for i, bookmark in enumerate(sheet.bookmarks):
        key = f"p{number}-{i}"
        writer.bookmarkPage(key)
        writer.addOutlineEntry(bookmark.title, key, bookmark.level, closed=bookmark.level == 0)
    furniture = [] if sheet.bare else page.furniture(number, count, sheet.head)
    painter.paint(View([Placed(0, 0, [*furniture, *sheet.shapes])], 0, 0, page.unit), height)
    for view in sheet.views:
        painter.paint(view, height)
    writer.showPage()
