"""The guide booklet: what the catalogue knows of a framework's phases, as a PDF of its own, without a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cjeditor
from cjeditor import texts
from cjeditor.catalogue.frameworks import Framework
from cjeditor.export import glyphs
from cjeditor.export.options import BookletOptions
from cjeditor.export.pdf.booklet.chapter import Chapter, chapter_sheets
from cjeditor.export.pdf.booklet.front import cover
from cjeditor.export.pdf.booklet.glossary import glossary_sheets, starter_sheets
from cjeditor.export.pdf.booklet.texts import CHAPTER, prose
from cjeditor.export.pdf.contents_pages import contents_pages, entries_of
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheets
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet, frame
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.target import check_target, replacing
from cjeditor.layout.theme import PAPER
from cjeditor.model.problem import Problem
from cjeditor.texts import Texts


def write_booklet(
    framework: Framework,
    path: Path,
    options: BookletOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write a framework's guide booklet to `path`, completely or not at all. May run in a thread of its own.

    Args:
        framework: whose phases are the chapters.
        path: the PDF to write; an existing file is replaced.
        options: language, paper, date.
        progress: called with the number of pages done and of all pages.
        cancelled: asked before each chapter and each page whether to stop.

    Returns:
        Characters that our fonts lack, if the catalogue should ever hold some.

    Raises:
        ExportRefused: the file cannot be written; found out before any work where that is possible.
        ExportCancelled: `cancelled` said so; nothing was written.
        CatalogueBroken: the installation is damaged.
    """
    check_target(path)
    words = texts.of(options.language)
    page = _frame(framework, options, words)
    sheets = _sheets(framework, page, options, words, cancelled)
    with replacing(path) as temporary:
        writer = PdfWriter(temporary, language=words.language, date=options.date)
        _describe(writer, framework, words)
        painter = PdfPainter(writer, PAPER, {})
        print_sheets(sheets, page, writer, painter, progress, cancelled)
    return glyphs.loss(painter.lost)


def _frame(framework: Framework, options: BookletOptions, words: Texts) -> Frame:
    name = framework.name.in_language(words.language)
    kind = words.t("Guide to the customer journey")
    return frame(
        options.paper,
        landscape=options.landscape,
        left_head=Ends(name),
        right_head="",
        left_foot=Ends(" · ".join(part for part in (kind, _day(options, words)) if part)),
    )


def _day(options: BookletOptions, words: Texts) -> str:
    return words.day(options.date) if options.date else ""


def _sheets(
    framework: Framework, page: Frame, options: BookletOptions, words: Texts, cancelled: Cancelled
) -> list[Sheet]:
    """Cover, contents, a chapter for each phase, terms and beginnings."""
    body: list[Sheet] = []
    for number, phase in enumerate(framework.phases, start=1):
        check(cancelled)
        body += chapter_sheets(Chapter(phase, number, len(framework.phases)), page, words)
    check(cancelled)
    body += glossary_sheets(page, words)
    body += starter_sheets(page, words)
    # Their number does not depend on the page numbers in them.
    first = 2 + len(_contents(body, 0, page, words))
    return [cover(framework, page, words, _day(options, words)), *_contents(body, first, page, words), *body]


def _contents(body: Sequence[Sheet], first: int, page: Frame, words: Texts) -> list[Sheet]:
    """What is on which page of the body, which begins on page `first`."""
    title = words.t("Contents")
    heading = prose(title, CHAPTER, page.inner_width, words.language)
    return contents_pages(list(entries_of(body, first)), page, title, heading, words.language)


def _describe(writer: PdfWriter, framework: Framework, words: Texts) -> None:
    """The document's information, as viewers and search engines show it."""
    writer.setTitle(framework.name.in_language(words.language))
    writer.setSubject(words.t("Guide to the customer journey"))
    writer.setCreator(f"cjeditor {cjeditor.__version__}")
    writer.setViewerPreference("DisplayDocTitle", "true")
    writer.showOutline()
