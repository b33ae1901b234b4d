"""The KPIs as rows of a table that can be written in: which are shown, in which order, and what was typed means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from cjeditor.analysis.kpis import Row, map_rows
from cjeditor.analysis.kpis import rows as all_rows
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.kpis import kpi_name, place_in_words
from cjeditor.texts import MINUS, N_, Texts
from cjeditor.window.figures.ledger import LedgerColumn, LedgerRow
from cjeditor.window.properties.day_field import read_day, typed_day
from cjeditor.window.properties.field import Unreadable
from cjeditor.window.properties.numerals import read_number, show_number
from cjeditor.wording import plain

SHOWN: Final = (
    N_("All KPIs of this map"),
    N_("Missed"),
    N_("Without target"),
    N_("Not measured"),
    N_("All KPIs of all maps"),
)
"""Which are shown, by place in the list of choices."""

_LONGEST_SAID: Final = 40


def columns(words: Texts) -> tuple[LedgerColumn, ...]:
    """Return the columns of the table."""
    statuses = tuple(words.t(name) for name in terms.KPI_STATUSES.values())
    directions = tuple(words.t(name) for name in terms.DIRECTIONS.values())
    return (
        LedgerColumn("name", words.t("Name"), 190, stretches=True),
        LedgerColumn("actual", words.t("Actual"), 72, number=True),
        LedgerColumn("target", words.t("Target"), 72, number=True),
        LedgerColumn("unit", words.t("Unit"), 76),
        LedgerColumn("better", words.t("Better is"), 92, choices=directions),
        LedgerColumn("status", words.t("Status"), 108, choices=statuses),
        LedgerColumn("date", words.t("Measured on"), 100),
        LedgerColumn("source", words.t("Source"), 120),
        LedgerColumn("", words.t("Where it lies"), 120, stretches=True),
    )


def shown_rows(subject: Subject, which: int, text: str, column: int, *, down: bool) -> list[Row]:
    """Return the rows that are shown, in their order.

    Args:
        subject: project and map.
        which: the place in `SHOWN`.
        text: what must stand in name, source or place; empty for all.
        column: by which they are sorted; below 0 in the order of the journey.
        down: whether the last comes first.
    """
    project, words = subject.project, subject.words
    found = list(all_rows(project) if which == len(SHOWN) - 1 else map_rows(project, subject.journey))
    kept: dict[int, Callable[[Row], bool]] = {1: _is_missed, 2: _lacks_target, 3: _lacks_actual}
    if which in kept:
        found = [row for row in found if kept[which](row)]
    wanted = text.casefold().strip()
    if wanted:
        found = [row for row in found if wanted in _searched(row, subject).casefold()]
    if column < 0:
        return found
    key = columns(words)[column].key
    empty = [row for row in found if _value(row, key, subject) in ("", None)]
    full = [row for row in found if row not in empty]
    full.sort(key=lambda row: _value(row, key, subject), reverse=down)
    return full + empty


def cells(rows: Sequence[Row], subject: Subject) -> list[LedgerRow]:
    """Return the rows as texts; an NPS is computed and cannot be written in."""
    words = subject.words
    return [
        LedgerRow(
            row.id,
            (
                kpi_name(row, words) if row.kind == "nps" else row.name,
                _number(row.actual, words),
                _number(row.target, words),
                row.unit,
                words.t(terms.DIRECTIONS[row.better]) if row.better else "",
                terms.kpi_status(row.status or row.verdict, words),
                typed_day(row.date, words),
                row.source,
                place_in_words(row, subject.project, words),
            ),
            fixed=row.kind == "nps",
        )
        for row in rows
    ]


def meant(key: str, text: str, words: Texts) -> Any:
    """Return the value of a field that a text means.

    Raises:
        Unreadable: it means none.
    """
    if key in ("target", "actual"):
        return read_figure(text, words)
    if key == "date":
        return read_day(text, words)
    if key == "status":
        return next((value for value, name in terms.KPI_STATUSES.items() if words.t(name) == text), "")
    if key == "better":
        return next((value for value, name in terms.DIRECTIONS.items() if words.t(name) == text), "")
    return text


def read_figure(text: str, words: Texts) -> float | None:
    """Return the number that was typed, None for blanks; raises Unreadable for what is none."""
    if not text.strip():
        return None
    number = read_number(text, words.language)
    if number is None:
        said = plain(text.strip(), _LONGEST_SAID)
        raise Unreadable(words.t("“{text}” is not a number. Write it in digits, for example 12 or 3.5.", text=said))
    return number


def _number(value: float | None, words: Texts) -> str:
    return "" if value is None else show_number(value, words.language).replace("-", MINUS)


def _is_missed(row: Row) -> bool:
    return "missed" in (row.verdict, row.status)


def _lacks_target(row: Row) -> bool:
    return row.target is None and row.kind != "nps"


def _lacks_actual(row: Row) -> bool:
    return row.actual is None


def _searched(row: Row, subject: Subject) -> str:
    return f"{kpi_name(row, subject.words)}\n{row.source}\n{place_in_words(row, subject.project, subject.words)}"


def _value(row: Row, key: str, subject: Subject) -> Any:
    """Return what a row is sorted by."""
    if key == "name":
        return kpi_name(row, subject.words).casefold()
    if key == "":
        return place_in_words(row, subject.project, subject.words).casefold()
    if key == "status":
        return terms.kpi_status(row.status or row.verdict, subject.words).casefold()
    value = getattr(row, key)
    return value.casefold() if isinstance(value, str) else value
