"""Answers from 0 to 10 out of rows: which column holds them, what is left out and why. Nothing is guessed silently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from cjeditor.interchange.csv_days import DayColumn, Order, day_column, day_in_column, looks_like_day
from cjeditor.interchange.csv_rows import CsvRows
from cjeditor.interchange.csv_values import whole_number
from cjeditor.model.edits.surveys import Answer
from cjeditor.texts import Texts
from cjeditor.wording import plain

_LOOKED_AT: Final = 1_000
"""Rows by which columns are judged: more say nothing new, and people wait."""
_MOST_NAMED: Final = 6
_LONGEST_NAMED: Final = 20
_MOST_PLACES: Final = 20
"""Rows that are named one by one, so that they can be looked up."""
_MOST_SEGMENTS: Final = 0.5
"""A column with other texts in more than so many of its rows is no segment: names, comments, numbers of orders."""
_FEW: Final = 12
_SEGMENT_LENGTH: Final = 200
_BETWEEN = re.compile(r"[\s;]+|,\s+")
_CALLED_SO = re.compile(r"nps|score|recommend|likel|answer|rating|antwort|empfehl|bewertung|note\b", re.IGNORECASE)
_HAS_LETTER = re.compile(r"[^\W\d_]")


class Columns(NamedTuple):
    """Which column is what, counted from 0; None for none.

    `heading` says whether the first row names the columns, `order` how a day is read that may be two where no other
    day of its column tells; None leaves those answers without a day.
    """

    answer: int
    segment: int | None = None
    day: int | None = None
    heading: bool = False
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was read.

    Attributes:
        answers: in the order of the rows.
        rows: how many rows or words there were, the heading aside.
        left_out: what was no answer from 0 to 10, with how often it came; an empty text for a blank field.
        days_left_out: what stood where the day should and is none, or may be two; these answers are kept without one.
        days: what the column of the day tells of the order of its days.
        order: in which order those were read that may be two days; None where they were not.
        unread: columns that hold days, or what is written like them, where none is chosen for the day: their headings,
            or their numbers counted from 1.
        places: the first rows of the file with what is in `left_out` or `days_left_out`, each with it.
    """

    answers: tuple[Answer, ...]
    rows: int
    left_out: Counter[str] = field(default_factory=Counter)
    days_left_out: Counter[str] = field(default_factory=Counter)
    days: DayColumn = field(default_factory=DayColumn)
    order: Order | None = None
    unread: tuple[str | int, ...] = ()
    places: tuple[tuple[int, str], ...] = ()


def is_table(rows: CsvRows) -> bool:
    """Whether rows are a table, not only answers one after the other: a column of several rows holds other things."""
    if len(rows.rows) < 2 or rows.width < 2:
        return False
    columns = ([row[at] for row in rows.rows[:_LOOKED_AT] if row[at]] for at in range(rows.width))
    return any(2 * sum(whole_number(cell) is None for cell in cells) > len(cells) for cells in columns)


def guess(rows: CsvRows) -> Columns:
    """Which columns are probably meant; the person sees it and may choose others.

    The answers are where the most fields are whole numbers from 0 to 10, rather in a column that is called so, rather
    not in one of running numbers; the day where the most are days; the segment in the first column in which texts come
    again. The first row is a heading where it holds no answer, others do.
    """
    looked_at = rows.rows[:_LOOKED_AT]
    below = looked_at[1:] or looked_at
    width = range(rows.width)
    answer = max(width, key=[_likely(rows.rows[0][at], [row[at] for row in below]) for at in width].__getitem__)
    first = rows.rows[0][answer]
    heading = len(looked_at) > 1 and _answer(first) is None and bool(_HAS_LETTER.search(first))
    heading = heading and any(_answer(row[answer]) is not None for row in below)
    body = below if heading else looked_at
    days = [sum(day_in_column(row[at], "day-first") is not None for row in body) for at in width]
    best = max(width, key=days.__getitem__)
    found_day = best if best != answer and days[best] * 2 > len(body) else None
    no_segment = {answer, found_day, *_like_days(body, width)}
    segment = next((at for at in width if at not in no_segment and _is_segment(body, at)), None)
    return Columns(answer, segment, found_day, heading)


def own_columns(rows: CsvRows, words: Texts) -> Columns | None:
    """The columns of a table that `written` made; None for any other."""
    names = {words.t("Answer (0–10)"): 0, words.t("Segment"): 1, words.t("Day"): 2}
    first = rows.rows[0]
    if first[0] != words.t("Answer (0–10)") or len(first) < 2 or not set(first) <= set(names):
        return None
    at = {names[name]: place for place, name in enumerate(first)}
    return Columns(0, at.get(1), at.get(2), heading=True)


def read_rows(rows: CsvRows, columns: Columns) -> Answers:
    """The answers of a table."""
    body = rows.rows[1:] if columns.heading else rows.rows
    answers: list[Answer] = []
    left_out: Counter[str] = Counter()
    no_days: Counter[str] = Counter()
    days = day_column(row[columns.day] for row in body) if columns.day is not None else DayColumn()
    order = columns.order if days.is_open else days.settled
    places: list[tuple[int, str]] = []
    for number, row in zip(rows.numbers[int(columns.heading) :], body, strict=True):
        value = _answer(row[columns.answer])
        if value is None:
            left_out[row[columns.answer]] += 1
            places.append((number, row[columns.answer]))
            continue
        said_day = row[columns.day] if columns.day is not None else ""
        found = day_in_column(said_day, order) if said_day else ""
        if found is None:
            no_days[said_day] += 1
            places.append((number, said_day))
        segment = row[columns.segment][:_SEGMENT_LENGTH] if columns.segment is not None else ""
        answers.append(Answer(value, " ".join(segment.split()), found or ""))
    unread, named = _unread(rows, body, columns), tuple(places[:_MOST_PLACES])
    return Answers(tuple(answers), len(body), left_out, no_days, days, order, unread, named)


def read_typed(text: str) -> Answers:
    """The answers of a text, apart by blanks, semicolons, line ends or commas: “9 10 7”, “9, 10, 7”, “9,10,7”.

    “7,5” alone may be two answers or seven and a half: it is left out, and that is said.
    """
    answers: list[Answer] = []
    left_out: Counter[str] = Counter()
    words = [word for each in _BETWEEN.split(text) if each.strip(",") for word in _parts(each.strip(","))]
    for word in words:
        value = _answer(word)
        if value is None:
            left_out[word] += 1
        else:
            answers.append(Answer(value))
    return Answers(tuple(answers), len(words), left_out)


def written(answers: Iterable[Answer], words: Texts) -> str:
    """Answers as a text that is read back as they are: one a line, or a table where more is known of them."""
    held = list(answers)
    if not any(each.segment or each.day for each in held):
        return "\n".join(str(each.value) for each in held)
    head = "\t".join((words.t("Answer (0–10)"), words.t("Segment"), words.t("Day")))
    rows = ("\t".join((str(each.value), _quoted(each.segment), each.day)) for each in held)
    return "\n".join((head, *rows))


def summary(found: Answers, words: Texts) -> tuple[str, ...]:
    """What is taken and what is not: “500 answers”, “3 of 503 were left out: 2 × 11, 1 × text”."""
    said = [words.tn("{n} answer", "{n} answers", len(found.answers))]
    if found.left_out:
        said.append(
            words.t(
                "{n} of {all} were left out: {which}",
                n=words.number(sum(found.left_out.values())),
                all=words.number(found.rows),
                which=_listed(found.left_out, words),
            )
        )
    if found.days_left_out:
        said.append(
            words.tn(
                "{n} answer is kept without its day: {which}",
                "{n} answers are kept without their day: {which}",
                sum(found.days_left_out.values()),
                which=_listed(found.days_left_out, words),
            )
        )
    said += _of_days(found, words)
    return tuple(said)


def whereabouts(found: Answers, words: Texts) -> str:
    """In which rows of the file stands what could not be read: a line each, the rest of many together."""
    t = words.t
    lines = [t("Row {n}: {what}", n=at, what=plain(what, _LONGEST_NAMED) or t("empty")) for at, what in found.places]
    rest = found.left_out.total() + found.days_left_out.total() - len(found.places)
    if lines and rest:
        lines.append(t("and {n} more", n=words.number(rest)))
    return "\n".join(lines)


def _of_days(found: Answers, words: Texts) -> list[str]:
    """How days that may be two were read, and which columns with days were not."""
    t, said = words.t, []
    if found.days.is_mixed:
        said.append(t("Days with the day first and with the month first stand in one column, so that some may be two"))
    elif found.days.either and found.order is not None:
        day = plain(found.days.either, _LONGEST_NAMED)
        if found.order == "day-first":
            said.append(t("Days such as {day} are read as day/month", day=day))
        else:
            said.append(t("Days such as {day} are read as month/day", day=day))
    for one in found.unread:
        name = words.quoted(plain(one, _LONGEST_NAMED)) if isinstance(one, str) else t("Column {n}", n=one)
        said.append(t("{column} looks like days and is not read", column=name))
    return said


def _unread(rows: CsvRows, body: Sequence[tuple[str, ...]], columns: Columns) -> tuple[str | int, ...]:
    """Columns that look like days, where no column is chosen for the day."""
    if columns.day is not None:
        return ()
    others = [at for at in range(rows.width) if at not in (columns.answer, columns.segment)]
    like = _like_days(body[:_LOOKED_AT], others)
    return tuple((rows.rows[0][at] if columns.heading else "") or at + 1 for at in like)


def _like_days(body: Sequence[tuple[str, ...]], columns: Iterable[int]) -> list[int]:
    """Those of the columns in which most of what is filled in looks like a day."""
    filled = {at: [row[at] for row in body if row[at]] for at in columns}
    return [at for at, cells in filled.items() if 2 * sum(map(looks_like_day, cells)) > len(cells)]


def _listed(counted: Counter[str], words: Texts) -> str:
    """What was left out, the most frequent first; the rest of many together."""
    named = counted.most_common(_MOST_NAMED)
    parts = [
        words.t("{n} × {what}", n=words.number(count), what=plain(what, _LONGEST_NAMED) or words.t("empty"))
        for what, count in named
    ]
    rest = sum(counted.values()) - sum(count for _what, count in named)
    if rest:
        parts.append(words.t("{n} × others", n=words.number(rest)))
    return ", ".join(parts)


def _answer(text: str) -> int | None:
    value = whole_number(text)
    return value if value is not None and 0 <= value <= 10 else None


def _likely(heading: str, cells: Sequence[str]) -> tuple[bool, bool, int]:
    """How likely a column holds the answers: by its name, by its numbers not running on, by how many fit."""
    found = [value for value in map(_answer, cells) if value is not None]
    running = len(found) > 1 and all(after == before + 1 for before, after in pairwise(found))
    return bool(found) and bool(_CALLED_SO.search(heading)), bool(found) and not running, len(found)


def _parts(word: str) -> list[str]:
    """A word taken apart at its commas; one comma between two numbers is left, for it may be a decimal one."""
    return word.split(",") if word.count(",") > 1 else [word]


def _is_segment(body: Sequence[tuple[str, ...]], at: int) -> bool:
    texts = [row[at] for row in body if row[at]]
    different = len(set(texts))
    few = different < len(texts) and different <= max(_FEW, len(texts) * _MOST_SEGMENTS)
    return different > 1 and few and max(map(len, texts)) <= _SEGMENT_LENGTH


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text
