"""The handout: one map as a PDF with cover, map, phase sheets, tables and legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import cjeditor
from cjeditor.export import glyphs
from cjeditor.export.asking import asked_for
from cjeditor.export.audience import parts_for
from cjeditor.export.brand import branded, with_logo
from cjeditor.export.content import Content
from cjeditor.export.options import HandoutOptions
from cjeditor.export.parts import ALL_FIGURES, USUAL_KEYS, part, unfolded
from cjeditor.export.pdf.adding import add_part
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.kept_sheets import KeptSheets
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheets
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet, frame
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.problems import ExportRefused
from cjeditor.export.progress import Cancelled, Progress, never, silent
from cjeditor.export.target import check_target, replacing
from cjeditor.export.undrawn import undrawn
from cjeditor.layout.theme import Theme, on_paper
from cjeditor.model.pictures import by_sum
from cjeditor.model.problem import Problem
from cjeditor.model.project import Asset, Project
from cjeditor.storage.collecting import collector_paused
from cjeditor.texts import N_

_INFO_LENGTH = 400


@dataclass(frozen=True)
class Composed:
    """A handout laid out: its sheets and the frame around each, the colours, and the pictures by their sum.

    `empty` are the keys of the parts asked for that are not there: the map has nothing for them, or the audience does
    not get them.
    """

    subject: Content
    frame: Frame
    sheets: tuple[Sheet, ...]
    theme: Theme
    pictures: Mapping[str, Asset]
    empty: tuple[str, ...]

    @property
    def is_filled(self) -> bool:
        """Whether anything stands on its sheets: without a part it is one empty page."""
        return any(sheet.shapes or sheet.views for sheet in self.sheets)


def write_handout(
    project: Project,
    map_id: str,
    path: Path,
    options: HandoutOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write a map's handout to `path`, completely or not at all. May run in a thread of its own.

    Args:
        project: the project; it is not changed.
        map_id: which of its maps.
        path: the PDF to write; an existing file is replaced.
        options: parts, paper, language, date.
        progress: called with the number of pages done and of all pages.
        cancelled: asked before each page whether to stop.

    Returns:
        What could not be printed as it stands in the project, such as characters that our fonts lack, and which of the
        parts asked for are not there; of a full set nobody asked for each.

    Raises:
        ExportRefused: the file cannot be written, found out before any work where that is possible; or nothing would
            stand in it, since all the parts asked for are left out.
        ExportCancelled: `cancelled` said so; nothing was written.
        EditRefused: the project has no such map.
    """
    check_target(path)
    with collector_paused(lasting=False):
        made = composed(project, map_id, options, cancelled)
        left_out = _left_out(made, options)
        if left_out and not made.is_filled:
            raise ExportRefused(path, left_out[0])
        lost = _written(made, path, options, progress, cancelled)
    return (*left_out, *lost)


def _written(
    made: Composed, path: Path, options: HandoutOptions, progress: Progress, cancelled: Cancelled
) -> tuple[Problem, ...]:
    """Write what is laid out; return what could not be drawn of it."""
    with replacing(path) as temporary:
        writer = PdfWriter(temporary, language=made.subject.words.language, date=options.date)
        _describe(writer, made.subject, options.author)
        painter = PdfPainter(writer, made.theme, made.pictures)
        print_sheets(made.sheets, made.frame, writer, painter, progress, cancelled)
    return (*undrawn(painter.undrawn, made.subject), *glyphs.loss(painter.lost))


def composed(
    project: Project,
    map_id: str,
    options: HandoutOptions,
    cancelled: Cancelled = never,
    kept: KeptSheets | None = None,
) -> Composed:
    """Lay out a map's handout without writing it. May run in a thread of its own.

    What of it is in `kept`, from other handouts of the same map, is not laid out again.

    Raises:
        ExportCancelled: `cancelled` said so.
        EditRefused: the project has no such map.
    """
    subject = asked_for(project, map_id, options)
    page = _frame(subject, options)
    pictures = with_logo(by_sum(subject.project), options.brand)
    book = Book(page, subject, options, cancelled, kept)
    empty = _fill(book)
    sheets = tuple(book.sheets or [Sheet()])
    return Composed(subject, page, sheets, branded(on_paper(grey=options.grey), options.brand), pictures, empty)


def _frame(subject: Content, options: HandoutOptions) -> Frame:
    words, journey = subject.words, subject.journey
    persona = subject.persona.name if subject.persona is not None else ""
    # A title that is a sentence keeps its full stop on the cover only.
    title = _one_line(subject.project.title.strip() or subject.title).removesuffix(".")
    version = words.t("version {version}", version=_one_line(journey.version)) if journey.version else ""
    contact = words.t("Questions to: {owner}", owner=_one_line(journey.owner)) if journey.owner else ""
    return frame(
        options.paper or subject.project.settings.paper,
        landscape=options.landscape,
        left_head=Ends(title, "".join(f" · {part}" for part in (subject.state, _one_line(persona)) if part)),
        right_head=" · ".join(part for part in (_one_line(subject.project.client), subject.day) if part),
        left_foot=Ends(title, (f", {version}" if version else "") + (f" · {contact}" if contact else "")),
        brand=options.brand,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _fill(book: Book) -> tuple[str, ...]:
    """Add the parts asked for; return the keys of those of which nothing came."""
    asked = unfolded(book.options.parts)
    filled: set[str] = set()
    for key in parts_for(asked, book.options.audience):
        before = book.filled
        add_part(key, book)
        if book.filled != before:
            filled.add(key)
    book.end()
    return tuple(key for key in asked if key not in filled)


def _left_out(made: Composed, options: HandoutOptions) -> tuple[Problem, ...]:
    # Who asks for all figures asks for none of them, but for one at least.
    named = [key for key in made.empty if key in options.parts]
    found = [] if options.since is None else [Problem("export-nothing-changed") for key in named if key == "changes"]
    empty = [key for key in named if key != "changes" or options.since is None]
    # Untranslated: a message is in the language of those who read it, not in that of the map.
    titles = [part(key).title for key in empty]
    if ALL_FIGURES in options.parts and set(unfolded((ALL_FIGURES,))) <= set(made.empty):
        titles.append(N_("Figures"))
    if options.parts == USUAL_KEYS:
        return ()
    if titles:
        code = "export-parts-empty-since" if "changes" in empty else "export-parts-empty"
        found.append(Problem(code, params={"parts": ", ".join(titles)}))
    return tuple(found)


def _describe(writer: PdfWriter, subject: Content, author: str) -> None:
    """The document's information, as viewers and search engines show it."""
    journey, words = subject.journey, subject.words
    kind = words.t("Customer journey map")
    about = _one_line(journey.scenario or journey.key_finding)[:_INFO_LENGTH]
    writer.setTitle(_one_line(subject.title)[:_INFO_LENGTH])
    writer.setAuthor(_one_line(author or journey.owner or subject.project.client)[:_INFO_LENGTH])
    writer.setSubject(f"{kind}: {about}" if about else kind)
    writer.setCreator(f"cjeditor {cjeditor.__version__}")
    writer.setKeywords(f"{kind}, {subject.state}")
    writer.setViewerPreference("DisplayDocTitle", "true")
    writer.showOutline()
