"""A map as a poster: a PDF of one large page, or of sheets that are glued together, with a plan for that."""

from __future__ import annotations

from pathlib import Path

import cjeditor
from cjeditor.export import glyphs
from cjeditor.export.brand import branded, with_logo
from cjeditor.export.content import Content
from cjeditor.export.handout import Composed
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheets
from cjeditor.export.pdf.sheets import Bookmark, Ends, Frame, Sheet
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.posters.assembly import assembly_plan
from cjeditor.export.posters.marks import sheet_marks
from cjeditor.export.posters.options import EDGE, MM, PosterOptions
from cjeditor.export.posters.planning import Planned, Planner
from cjeditor.export.posters.windows import patches, shown
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.target import check_target, replacing
from cjeditor.export.tiling import Tiling
from cjeditor.export.undrawn import undrawn
from cjeditor.export.views import Placed, View
from cjeditor.layout.tags import DECORATION, Tag
from cjeditor.layout.theme import on_paper
from cjeditor.model.pictures import by_sum
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.texts import Texts

_INFO_LENGTH = 400
_LONGEST_BOOKMARK = 200


def write_poster(
    project: Project,
    map_id: str,
    path: Path,
    options: PosterOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write a map as a poster to `path`, completely or not at all. May run in a thread of its own.

    Args:
        project: the project; it is not changed.
        map_id: which of its maps.
        path: the PDF to write; an existing file is replaced.
        options: size, paper of the sheets, and the rest.
        progress: called with the number of pages done and of all pages.
        cancelled: asked before each page whether to stop.

    Returns:
        What could not be printed as it stands in the project, such as characters that our fonts lack.

    Raises:
        ExportRefused: the file cannot be written; found out before any work where that is possible.
        ExportCancelled: `cancelled` said so; nothing was written.
        EditRefused: the project has no such map.
    """
    check_target(path)
    planner = Planner(project, map_id, options, cancelled)
    return write_planned(planner.plan(options), planner.subject, path, options, progress, cancelled)


def write_planned(
    posters: tuple[Planned, ...],
    subject: Content,
    path: Path,
    options: PosterOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write what was planned with the same options; as `write_poster` otherwise."""
    made = laid_out(posters, subject, options, cancelled)
    with replacing(path) as temporary:
        writer = PdfWriter(temporary, language=subject.words.language, date=options.date)
        _describe(writer, subject, options.author)
        painter = PdfPainter(writer, made.theme, made.pictures)
        print_sheets(made.sheets, made.frame, writer, painter, progress, cancelled)
    return (*undrawn(painter.undrawn, subject), *glyphs.loss(painter.lost))


def laid_out(
    posters: tuple[Planned, ...], subject: Content, options: PosterOptions, cancelled: Cancelled = never
) -> Composed:
    """The pages of what was planned with the same options, before they are written.

    Raises:
        ExportCancelled: `cancelled` said so.
    """
    sheets: list[Sheet] = []
    for poster in posters:
        check(cancelled)
        sheets += _sheets(poster, options, subject.words)
    theme = branded(on_paper(grey=options.grey), options.brand)
    pictures = with_logo(by_sum(subject.project), options.brand)
    return Composed(subject, _frame(posters[0]), tuple(sheets), theme, pictures, ())


def _frame(poster: Planned) -> Frame:
    return Frame(*poster.paper, 1.0, Ends(""), "", Ends(""))


def _sheets(poster: Planned, options: PosterOptions, words: Texts) -> list[Sheet]:
    """One page in the middle of its paper; or the plan and the sheets, row by row."""
    title = poster.composed.title[:_LONGEST_BOOKMARK] or words.t("Poster")
    if poster.tiling is None:
        read = Tag("Figure", said=_in_words(poster.composed.title, poster))
        x, y = ((paper - side) / 2 for paper, side in zip(poster.paper, poster.size, strict=True))
        views = [
            view._replace(
                x=x + view.x * poster.scale, y=y + view.y * poster.scale, scale=view.scale * poster.scale, tag=read
            )
            for view in poster.composed.views
        ]
        return [Sheet(views=views, bookmarks=[Bookmark(title, 0)], bare=True, size=poster.paper)]
    plan = assembly_plan(_frame(poster), poster, options, words)
    plan.bookmarks[0] = Bookmark(f"{title}: {plan.bookmarks[0].title}", 0)
    return [plan, *_tiles(poster, poster.tiling, words)]


def _in_words(title: str, poster: Planned) -> str:
    """What is read instead of a map: its title and its phases."""
    names = ", ".join(box.phase.name for box in poster.composed.arrangement.phases if box.phase.name)
    return f"{title}: {names}" if names else title


def _tiles(poster: Planned, cut: Tiling, words: Texts) -> list[Sheet]:
    some = patches(poster.composed, cut, words)
    sheets: list[Sheet] = []
    for tile in cut.tiles:
        read = Tag("Figure", said=f"{poster.composed.title}: {words.t('Sheet {name}', name=tile.name)}")
        views = [view._replace(tag=read) for view in shown(some, tile, (EDGE * MM, EDGE * MM), poster.scale)]
        # Above what is shown there: marks and names lie on what is covered later.
        views.append(View([Placed(0, 0, sheet_marks(tile, cut, poster.scale, poster.paper))], tag=DECORATION))
        bookmark = Bookmark(words.t("Sheet {name}", name=tile.name), 1)
        sheets.append(Sheet(views=views, bookmarks=[bookmark], bare=True, size=poster.paper, label=tile.name))
    return sheets


def _describe(writer: PdfWriter, subject: Content, author: str) -> None:
    """The document's information, as viewers and search engines show it."""
    journey, words = subject.journey, subject.words
    writer.setTitle(" ".join(subject.title.split())[:_INFO_LENGTH])
    writer.setAuthor(" ".join((author or journey.owner or subject.project.client).split())[:_INFO_LENGTH])
    writer.setSubject(words.t("Customer journey map"))
    writer.setCreator(f"cjeditor {cjeditor.__version__}")
    writer.setViewerPreference("DisplayDocTitle", "true")
    writer.showOutline()
