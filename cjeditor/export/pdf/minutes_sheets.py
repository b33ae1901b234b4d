"""The minutes of a workshop on paper, upright, a page or two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cjeditor
from cjeditor.export import glyphs
from cjeditor.export.minutes_content import Minutes, Vote
from cjeditor.export.options import Paper
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheets
from cjeditor.export.pdf.sheets import Ends, Flow, Sheet, frame
from cjeditor.export.pdf.table import Columns, Group, Table, columns, widest
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.progress import never, silent
from cjeditor.export.typeset import (
    BODY,
    HEADING,
    LEAD,
    NUMBER,
    QUIET,
    TITLE,
    Piece,
    Style,
    bullet,
    paragraph,
    space,
)
from cjeditor.layout.theme import PAPER
from cjeditor.model.problem import Problem
from cjeditor.texts import Texts

_WEIGHTS = (24.0, 225.0, 60.0, 80.0, 75.0)
_VOTE_WEIGHTS = (40.0, 40.0, 300.0, 60.0)
_UNTIMED_WEIGHTS = (24.0, 365.0, 75.0)
_PADDING = 3.0
_WHOLE = 4
"""Lines: what is said in no more of them stands on one page."""
_PART_HEADING = Style("bold", 11.0, 16.0, "heading", "H2")
"""Where the minutes are a part of a handout: below the heading of the part."""
_INFO_LENGTH = 400
_TITLE_LINES = 3
"""Of titles, as in the other parts of a handout: what is longer is a text, and the map has it."""
_TOGETHER = 60.0
"""Points that a heading needs below it: it does not end a page."""
_TABLE_BEGINS = 64.0
"""Points for the head of a table of votes and two rows: what is said of the vote stands on their page."""
_HEADED = 28.0
"""What a heading takes."""


def print_minutes(found: Minutes, path: Path, paper: Paper, date: str) -> tuple[Problem, ...]:
    """Write the minutes to `path`; return what our fonts could not show."""
    words = found.words
    kind = words.t("Minutes of the workshop")
    page = frame(
        paper, landscape=False, left_head=Ends(found.title, f" · {kind}"), right_head=found.day,
        left_foot=Ends(found.map_title),
    )  # fmt: skip
    flow = Flow(page, words)
    _fill(flow, found, kind)
    writer = PdfWriter(path, language=words.language, date=date)
    writer.setTitle(found.title[:_INFO_LENGTH])
    writer.setSubject(kind)
    writer.setCreator(f"cjeditor {cjeditor.__version__}")
    writer.setViewerPreference("DisplayDocTitle", "true")
    painter = PdfPainter(writer, PAPER, {})
    print_sheets(flow.sheets or [Sheet()], page, writer, painter, silent, never)
    return glyphs.loss(painter.lost)


def _fill(flow: Flow, found: Minutes, kind: str) -> None:
    width, language = flow.frame.inner_width, found.words.language
    _put(flow, paragraph(found.title, TITLE, width, language, max_lines=_TITLE_LINES))
    flow.bookmark(found.title, 0)
    _put(flow, paragraph(" · ".join(part for part in (kind, found.day) if part), LEAD, width, language))
    fill_minutes(flow, found)


def fill_minutes(flow: Flow, found: Minutes, most: int = 100_000, level: int = 0) -> None:
    """Put what the minutes say into a flow, below a title that is there already.

    Of long lists the `most` first are there; `level` is that of the headings in the outline.
    """
    words, width = found.words, flow.frame.inner_width
    language = words.language
    if found.participants:
        _heading(flow, words.t("Participants"), level)
        _put(flow, paragraph(", ".join(found.participants), BODY, width, language))
    if found.agenda:
        _heading(flow, words.t("Agenda"), level)
        _agenda(flow, found)
        flow.y += 6.0
        _put(flow, paragraph(found.total, QUIET, width, language))
    _heading(flow, found.map_title, level)
    _put(flow, paragraph(found.counts, BODY, width, language))
    for name, text in ((words.t("Key finding"), found.finding), (words.t("Decision"), found.decision)):
        if text:
            flow.y += 6.0
            named, said = (*paragraph(name, NUMBER, width, language),), paragraph(text, BODY, width, language)
            flow.need(_said_height((*named, *said[:2])))
            _put(flow, (*named, *said))
    if found.votes:
        together = _HEADED + _said_height(_said_of(found.votes[0], flow)) + _TABLE_BEGINS
        _heading(flow, words.t("Votes"), level, together)
        for vote in found.votes:
            _vote(flow, vote, words, most)
    for name, some in (
        (words.t("Ratings"), found.ratings),
        (words.t("Open comments"), found.comments),
        (words.t("Parking lot"), found.parked),
        (words.t("Left in the inbox"), found.inbox),
    ):
        if some:
            _heading(flow, name, level)
            for each in some[:most]:
                said = bullet(each, BODY, width, language)
                flow.need(_said_height(said[:_WHOLE]))
                _put(flow, said)
            _put(flow, _rest(len(some) - most, flow))


def _agenda(flow: Flow, found: Minutes) -> None:
    words = found.words
    heads = [words.t("No."), words.t("Step"), words.t("Planned")]
    cells = [[str(each.number), each.title, each.planned] for each in found.agenda]
    timed = any(each.real or each.took for each in found.agenda)
    if timed:
        heads += [words.t("Time"), words.t("Took")]
        cells = [[*some, each.real or "–", each.took or "–"] for some, each in zip(cells, found.agenda, strict=True)]
    first = widest((each.number for each in found.agenda), NUMBER)
    table = columns(heads, _WEIGHTS if timed else _UNTIMED_WEIGHTS, flow.frame.inner_width, first=first)
    rows = [_row(table, some, words.language) for some in cells]
    Table(flow, table, words.t("{title} (continued)", title="{title}"), _PADDING).add([Group("", "", rows)])


def _vote(flow: Flow, vote: Vote, words: Texts, most: int) -> None:
    width, language = flow.frame.inner_width, words.language
    said = _said_of(vote, flow)
    flow.need(_said_height(said) + (_TABLE_BEGINS if vote.chosen else 0.0))
    _put(flow, said)
    if vote.chosen:
        heads = (words.t("Rank"), words.t("No."), words.t("Card"), words.t("Dots"))
        table = columns(heads, _VOTE_WEIGHTS, width)
        rows = [_row(table, (each.rank, each.number, each.title, each.dots), language) for each in vote.chosen[:most]]
        Table(flow, table, words.t("{title} (continued)", title="{title}"), _PADDING).add([Group("", "", rows)])
        flow.y += 4.0
        _put(flow, _rest(len(vote.chosen) - most, flow))
    flow.y += 10.0


def _rest(count: int, flow: Flow) -> tuple[Piece, ...]:
    """That there are so many more than are listed; nothing where there are none."""
    if count <= 0:
        return ()
    said = flow.words.tn("and {n} more", "and {n} more", count)
    return paragraph(said, QUIET, flow.frame.inner_width, flow.words.language)


def _said_of(vote: Vote, flow: Flow) -> tuple[Piece, ...]:
    """Return what stands above the table of a vote."""
    width, language = flow.frame.inner_width, flow.words.language
    return (
        *paragraph(vote.question, NUMBER, width, language, max_lines=_TITLE_LINES),
        *paragraph(vote.facts, QUIET, width, language),
        *(paragraph(_counted(vote, flow.words), QUIET, width, language) if vote.chosen else ()),
    )


def _counted(vote: Vote, words: Texts) -> str:
    return words.tn("{n} card with dots", "{n} cards with dots", len(vote.chosen))


def _said_height(said: Sequence[Piece]) -> float:
    return sum(piece.height for piece in said)


def _row(table: Columns, cells: Sequence[str], language: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple(
        paragraph(text, NUMBER if at == 0 else BODY, table.room(at), language, max_lines=_TITLE_LINES)
        for at, text in enumerate(cells)
    )


def _heading(flow: Flow, text: str, level: int, together: float = _TOGETHER) -> None:
    """Put a heading, which the outline leads to; so many points with it do not go over to another page."""
    style = _PART_HEADING if level else HEADING
    if flow.sheets and not flow.fresh:
        flow.y += 12.0 if level else 16.0
    flow.need(together)
    flow.bookmark(text, level)
    head = paragraph(text, style, flow.frame.inner_width, flow.words.language, max_lines=_TITLE_LINES)
    _put(flow, (*head, space(4)))


def _put(flow: Flow, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        flow.need(piece.height)
        flow.put(piece)
