"""What changed between two states of maps, as a PDF of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cjeditor
from cjeditor import texts
from cjeditor.analysis.comparing_maps import Comparison
from cjeditor.export import glyphs
from cjeditor.export.options import BookletOptions
from cjeditor.export.pdf.figures.sheets import chart_width, sheets_of
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheets
from cjeditor.export.pdf.sheets import Ends, Sheet, frame
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.target import check_target, replacing
from cjeditor.layout.charts.comparison import of_comparison
from cjeditor.layout.theme import PAPER
from cjeditor.model.problem import Problem


def write_comparison(
    comparisons: Sequence[Comparison],
    path: Path,
    options: BookletOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write what changed to `path`, map by map, completely or not at all. May run in a thread of its own.

    Args:
        comparisons: one for each map; at least one.
        path: the PDF to write; an existing file is replaced.
        options: language, paper, date.
        progress: called with the number of pages done and of all pages.
        cancelled: asked before each map and each page whether to stop.

    Returns:
        Characters that our fonts lack.

    Raises:
        ExportRefused: the file cannot be written; found out before any work where that is possible.
        ExportCancelled: `cancelled` said so; nothing was written.
    """
    check_target(path)
    words = texts.of(options.language)
    title = words.t("What changed")
    page = frame(
        options.paper,
        landscape=options.landscape,
        left_head=Ends(title),
        right_head=words.day(options.date) if options.date else "",
        left_foot=Ends(" → ".join(_titles(comparisons[0])) if len(comparisons) == 1 else title),
    )
    sheets: list[Sheet] = []
    for each in comparisons:
        check(cancelled)
        drawn = of_comparison(each, words, chart_width(page))
        sheets += sheets_of(page, " → ".join(_titles(each)) or title, drawn, words)
    with replacing(path) as temporary:
        writer = PdfWriter(temporary, language=words.language, date=options.date)
        writer.setTitle(title)
        writer.setCreator(f"cjeditor {cjeditor.__version__}")
        writer.setViewerPreference("DisplayDocTitle", "true")
        writer.showOutline()
        painter = PdfPainter(writer, PAPER, {})
        print_sheets(sheets, page, writer, painter, progress, cancelled)
    return glyphs.loss(painter.lost)


def _titles(comparison: Comparison) -> list[str]:
    """Return what both maps are called, once where that is the same."""
    found = (" ".join(each.title.split()) for each in (comparison.old, comparison.new))
    return list(dict.fromkeys(filter(None, found)))
