"""What differs between two maps, on paper: both curves, the sum of it, and what became of the cards by phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.analysis.comparing_maps import Comparison, Mark
from cjeditor.comparison_wording import MARK_NAMES, MARKS, Row, phase_name, phase_order, rows
from cjeditor.export.content import phase_title
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.figures.setting import put_chart
from cjeditor.export.pdf.figures.sheets import chart_width
from cjeditor.export.pdf.sheets import Flow
from cjeditor.export.pdf.table import Columns, Group, Table, columns
from cjeditor.export.typeset import BODY, QUIET, SUBHEADING, Piece, bullet, paragraph, space
from cjeditor.layout.charts.comparison import of_comparison
from cjeditor.layout.measure import text_width
from cjeditor.model.journey_map import Phase
from cjeditor.model.lookup import ordered
from cjeditor.texts import Texts

_WEIGHTS: Final = (68.0, 250.0, 336.0)
_DETAIL_LINES: Final = 2
_SUBJECT_LINES: Final = 2
_WHOLE: Final[tuple[Mark, ...]] = ("removed", "added")
"""Of these there is nothing to tell but what they are called: touchpoints then share a row."""
_PADDING: Final = 3.0
_LEAST: Final = 260.0
_SHOWN: Final = ("touchpoints", "phases", "steps", "lanes", "")
"""What has a row of its own; of notes and links only how many."""


def add_comparison(book: Book, title: str, comparison: Comparison) -> None:
    """Add a part about two maps; nothing where they do not differ."""
    words = book.content.words
    some = rows(comparison, words, book.content.kind_name)
    if not some:
        return
    flow = book.begin(title, _LEAST)
    drawn = of_comparison(comparison, words, chart_width(book.frame))
    named = _named(comparison, words)
    for piece in paragraph(named, QUIET, book.frame.inner_width, words.language):
        flow.put(piece)
    flow.y += 4.0
    for sentence in drawn.sentences:
        for piece in bullet(sentence, BODY, book.frame.inner_width, words.language):
            flow.put(piece)
    flow.y += 10.0
    for chart in drawn.charts:
        put_chart(flow, chart, title)
    _table(flow, some, comparison, words)


def _named(comparison: Comparison, words: Texts) -> str:
    """What both maps are called, with their versions."""
    ends = []
    for each in (comparison.old, comparison.new):
        name = " ".join(each.title.split()) or words.t("Untitled map")
        version = " ".join(each.version.split())
        ends.append(words.t("{title}, version {version}", title=name, version=version) if version else name)
    return " → ".join(ends)


def _table(flow: Flow, some: Sequence[Row], comparison: Comparison, words: Texts) -> None:
    width = flow.frame.inner_width
    heads = (words.t("Kind"), words.t("What"), words.t("How"))
    marked = [f"{MARKS[mark]} {words.t(MARK_NAMES[mark])}" for mark in MARKS]
    made = columns(heads, _WEIGHTS, width, first=max(text_width(one, BODY.face, BODY.size) for one in marked))
    groups = []
    phases: dict[str, tuple[int, Phase]] = {}
    for at, each in enumerate(ordered(comparison.new.phases), 1):
        phases.setdefault(phase_name(each), (at, each))
    for name in ("", *phase_order(comparison)):
        here = [row for row in some if row.phase == name]
        lines = list(_rows(here, made, words))
        if lines:
            number, phase = phases.get(name, (0, None)) if name else (0, None)
            title = phase_title(number, phase, words) if phase is not None else name or words.t("The map itself")
            groups.append(Group(title, phase.colour if phase is not None else "#59636E", lines))
    table = Table(flow, made, words.t("{title} (continued)", title="{title}"), _PADDING)
    flow.need(SUBHEADING.line + 2 + table.beginning(groups))
    for piece in (*paragraph(words.t("Card by card"), SUBHEADING, width, words.language), space(2)):
        flow.put(piece)
    table.add(groups)


def _rows(here: Sequence[Row], made: Columns, words: Texts) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    language = words.language
    together = [
        [row for row in here if row.table == "touchpoints" and row.mark == mark and not row.details] for mark in _WHOLE
    ]
    listed = [some for some in together if len(some) > 1]
    for row in here:
        if row.table in _SHOWN and not any(row in some for some in listed):
            yield (
                paragraph(f"{MARKS[row.mark]} {words.t(MARK_NAMES[row.mark])}", BODY, made.room(0), language),
                paragraph(row.subject, BODY, made.room(1), language, max_lines=_SUBJECT_LINES),
                paragraph("; ".join(row.details) or "–", QUIET, made.room(2), language, max_lines=_DETAIL_LINES),
            )
    for some in listed:
        count = words.tn("{n} touchpoint", "{n} touchpoints", len(some))
        yield (
            paragraph(f"{MARKS[some[0].mark]} {words.t(MARK_NAMES[some[0].mark])}", BODY, made.room(0), language),
            paragraph(count, BODY, made.room(1), language),
            paragraph(" · ".join(row.subject for row in some), QUIET, made.room(2), language),
        )
    for mark in MARKS:
        rest = [row for row in here if row.table not in _SHOWN and row.mark == mark]
        if rest:
            notes, links = (sum(row.table == table for row in rest) for table in ("notes", "links"))
            counts = (
                words.tn("{n} note", "{n} notes", notes) if notes else "",
                words.tn("{n} link", "{n} links", links) if links else "",
            )
            named = " · ".join(row.subject for row in rest if row.table == "notes")
            yield (
                paragraph(f"{MARKS[mark]} {words.t(MARK_NAMES[mark])}", BODY, made.room(0), language),
                paragraph(", ".join(count for count in counts if count), BODY, made.room(1), language),
                paragraph(named or "–", QUIET, made.room(2), language, max_lines=_DETAIL_LINES),
            )
