"""A handout to be looked at before it is written: laid out once, each page rendered when somebody sees it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from cjeditor.export.handout import Composed, composed
from cjeditor.export.legibility import smallest_in
from cjeditor.export.options import HandoutOptions
from cjeditor.export.parts import part
from cjeditor.export.pdf.kept_sheets import KeptSheets
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import prepare, print_sheet, size_of
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import Cancelled, never
from cjeditor.export.rendering import Pixels, pixels_of
from cjeditor.layout.primitives import Text
from cjeditor.model.project import Project


class Preview:
    """The pages of a handout. It may be used in any thread, but in one at a time.

    A page is rendered from a PDF of that page alone, written by what writes the handout: so it cannot look otherwise.
    """

    def __init__(self, made: Composed, date: str) -> None:
        self.made = made
        """What is looked at, for whoever prints it."""
        self._date = date
        sizes = (smallest_in(sheet.shapes, sheet.views, made.frame.unit) for sheet in made.sheets)
        self.smallest = min((size for size in sizes if size), default=0.0)
        """The size of the smallest letters in points; 0 where there are none."""
        self.empty = made.empty
        """The keys of the parts that were asked for and have nothing to show."""
        self.chapters = _chapters(made.sheets)
        """The title of the part that each page belongs to; empty where none has begun."""
        overview = made.subject.words.t(part("overview").title)
        self.shortened = sum(
            _shortened(one) for one, title in zip(made.sheets, self.chapters, strict=True) if title == overview
        )
        """How many texts are shortened in the overview, which shows all phases on one page."""

    @property
    def count(self) -> int:
        """How many pages there are; at least one."""
        return len(self.made.sheets)

    def size(self, number: int) -> tuple[float, float]:
        """The width and height in points of a page, counted from 1."""
        return size_of(self.made.sheets[number - 1], self.made.frame)

    def page(self, number: int, scale: float) -> Pixels:
        """A page, counted from 1, at `scale` pixels a point. Takes some hundredths of a second."""
        made = self.made
        # Entries of the outline and places to jump to need the other pages.
        sheet = replace(made.sheets[number - 1], bookmarks=[])
        out = io.BytesIO()
        writer = PdfWriter(out, language=made.subject.words.language, date=self._date)
        prepare((sheet,), writer)
        print_sheet(sheet, made.frame, number, self.count, writer, PdfPainter(writer, made.theme, made.pictures))
        writer.save()
        return pixels_of(out.getvalue(), scale)


def previewed(
    project: Project,
    map_id: str,
    options: HandoutOptions,
    cancelled: Cancelled = never,
    kept: KeptSheets | None = None,
) -> Preview:
    """Lay a handout out without writing it. May run in a thread of its own.

    What of it is in `kept`, from other handouts of the same map, is not laid out again.

    Raises:
        ExportCancelled: `cancelled` said so.
        EditRefused: the project has no such map.
    """
    return Preview(composed(project, map_id, options, cancelled, kept), options.date)


def _shortened(sheet: Sheet) -> int:
    return sum(isinstance(each, Text) and each.text.endswith("…") for each in sheet.shapes)


def _chapters(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    titles: list[str] = []
    title = ""
    for sheet in sheets:
        title = next((one.title for one in reversed(sheet.bookmarks) if one.level == 0), title)
        titles.append(title)
    return tuple(titles)
