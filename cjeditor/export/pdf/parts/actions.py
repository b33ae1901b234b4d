"""The part that says what is done: a table of all actions, what they are worth, and what they come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.analysis.effort_value import is_overdue, placed, value_of
from cjeditor.catalogue import action_terms
from cjeditor.export.content import Content
from cjeditor.export.pdf.book import HEADED, Book
from cjeditor.export.pdf.figures.setting import height_below_name, put_chart
from cjeditor.export.pdf.figures.sheets import chart_width, tallest
from cjeditor.export.pdf.sheets import Flow, Frame
from cjeditor.export.pdf.table import Columns, Group, Table, columns, widest
from cjeditor.export.typeset import BODY, META, NUMBER, QUIET, STRONG, Piece, Style, bullet, height_of, paragraph
from cjeditor.layout.charts import effort_value, trace
from cjeditor.layout.charts.actions import numbers_of, sentences
from cjeditor.layout.charts.chart import Chart, Subject
from cjeditor.model.project import Action
from cjeditor.model.table import find

_OVERDUE: Final = Style("semibold", 9.0, 12.5, "warning")
_MATRIX: Final = (560.0, 500.0, 440.0)
"""Points that the matrix is wide at most, for dots far apart are not compared; and what it shrinks to for one page."""
_ABOVE: Final = 18.0
_PADDING: Final = 4.0
_SMALL: Final = 0.5
"""Of a page: a table no higher than this stays on one."""
_UNDER_SAID: Final = 8.0


def add(book: Book) -> None:
    """Add table, matrix and trace; nothing where nothing is planned."""
    content = book.content
    actions = _in_order(content)
    if not actions:
        return
    words = content.words
    made, rows = _rows(book.frame, actions, content)
    table, groups = Table(Flow(book.frame, words), made, "", _PADDING), [Group("", "", rows)]
    whole = table.whole(groups)
    least = whole if whole <= book.frame.inner_height * _SMALL else table.beginning(groups)
    subject = Subject(content.project, content.journey, words, content.date, tallest(book.frame))
    said = [
        piece
        for sentence in _said(subject, content)
        for piece in bullet(sentence, BODY, book.frame.inner_width, words.language)
    ]
    flow = book.begin(words.t("Actions"), HEADED + height_of(tuple(said)) + _UNDER_SAID + least)
    for piece in said:
        flow.put(piece)
    flow.y += _UNDER_SAID
    Table(flow, made, words.t("{title} (continued)", title="{title}"), _PADDING).add([Group("", "", rows)])
    matrix = _matrix(subject, book.frame, flow.room - _ABOVE)
    chains = [each for each in trace.of_map(subject) if each.action is not None]
    across = chart_width(book.frame)
    traced = trace.grids(chains, across, subject.tallest, words, with_gaps=content.for_work)
    below = [*((chart, True) for chart in matrix), *((chart, False) for chart in traced)]
    if len(traced) == 1 and _height(matrix) > flow.room - _ABOVE >= _height(traced):
        # The rest of the sheet would else be empty.
        below.reverse()
    for chart, tabled in below:
        flow.y += _ABOVE
        put_chart(flow, chart, words.t("Actions"), tabled=tabled)


def _height(charts: Sequence[Chart]) -> float:
    return sum(map(height_below_name, charts))


def _matrix(subject: Subject, page: Frame, room: float) -> Sequence[Chart]:
    """Effort and value as wide as goes below the table, or as wide as is good where nothing goes there."""
    widths = [chart_width(page, most) for most in _MATRIX]
    every = [effort_value.drawn(subject, width).charts for width in dict.fromkeys(widths)]
    fitting = (charts for charts in every if _height(charts) <= room)
    return next(fitting, every[0])


def _said(subject: Subject, content: Content) -> Sequence[str]:
    """How much is left to do; who has none of it only where owners are told."""
    return sentences(subject) if content.for_work else sentences(subject)[:1]


def _in_order(content: Content) -> list[Action]:
    """Actions as the matrix numbers them, the best first, then those without a place in it; dropped ones last."""
    ranked = [each.action for each in placed(content.project.actions)]
    known = {each.id for each in ranked}
    rest = [each for each in content.project.actions if each.id not in known]
    return [*ranked, *sorted(rest, key=_dropped)]


def _dropped(action: Action) -> tuple[bool, str]:
    return action.status == "dropped", action.due or "9999"


def _rows(
    page: Frame, actions: Sequence[Action], content: Content
) -> tuple[Columns, list[tuple[tuple[Piece, ...], ...]]]:
    """The columns of the table, and a row for each action."""
    t = content.words.t
    upright = page.height > page.width
    owned = content.for_work
    heads = [t("No."), t("Action"), t("For cards"), t("Value"), t("Effort")]
    weights = [22.0, 132.0, 56.0, 36.0, 50.0] if upright else [26.0, 246.0, 76.0, 38.0, 50.0]
    if owned:
        heads.append(t("Owner"))
        weights.append(80.0 if upright else 112.0)
    heads += [t("Due"), t("Status"), t("Measured by")]
    weights += [70.0, 64.0, 86.0] if upright else [76.0, 70.0, 154.0]
    numbers = widest(range(1, len(actions) + 1), NUMBER)
    made = columns(heads, weights, page.inner_width, first=numbers)
    return made, [_row(number, each, made, content) for number, each in enumerate(actions, start=1)]


def _row(number: int, action: Action, made: Columns, content: Content) -> tuple[tuple[Piece, ...], ...]:
    words, language = content.words, content.words.language
    late = is_overdue(action, content.date)
    due = words.day(action.due) if action.due else "–"
    value = value_of(action)
    title = " ".join(action.title.split()) or words.t("Untitled")
    what = paragraph(title, STRONG, made.room(1), language)
    if action.description.strip():
        what += paragraph(" ".join(action.description.split()), QUIET, made.room(1), language)
    cells = [
        paragraph(str(number), NUMBER, made.room(0), language),
        what,
        paragraph(numbers_of(content.project, content.journey.id, action.cards) or "–", BODY, made.room(2), language),
        paragraph("–" if value is None else words.number(value), BODY, made.room(3), language),
        paragraph("–" if action.effort is None else words.number(action.effort), BODY, made.room(4), language),
    ]
    if content.for_work:
        cells.append(paragraph(" ".join(action.owner.split()) or "–", BODY, made.room(5), language))
    at = len(cells)
    due_lines = paragraph(due, _OVERDUE if late else BODY, made.room(at), language)
    if late:
        due_lines += paragraph(words.t("overdue"), META, made.room(at), language)
    cells += [
        due_lines,
        paragraph(words.t(action_terms.STATUSES[action.status]), BODY, made.room(at + 1), language),
        paragraph(_metrics(action, content) or "–", BODY, made.room(at + 2), language),
    ]
    return tuple(cells)


def _metrics(action: Action, content: Content) -> str:
    """The KPIs by which one will see it: of what comes of it, else of what it is for; without any its effects."""
    for ids in (action.touchpoints, action.cards):
        found = [
            " ".join(kpi.name.split())
            for one in ids
            for journey in content.project.maps
            if (touchpoint := find(journey.touchpoints, one)) is not None
            for kpi in touchpoint.kpis
            if kpi.name.strip()
        ]
        if found:
            return ", ".join(dict.fromkeys(found))
    return ", ".join(content.words.t(action_terms.EFFECTS[one]) for one in action.effects)
