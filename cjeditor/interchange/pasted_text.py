"""Rows out of plain text: a spreadsheet's cells between tabs, CSV, Markdown tables, and lists that are set in."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.interchange.pasted_rows import RawRow

_LINE_ENDS = re.compile(r"\r\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(?=[\t\n]|\Z)')
_END = re.compile(r"[\t\n]")
_BULLET = re.compile(r"(?:[•◦▪‣●○■□➤►]\s*|[-*+–·o](?:\s+\[[ xX]\])?\s+)(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\(?[a-zA-Z]\))\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_TAB_WIDTH: Final = 4
_HEADING_ROOM: Final = 10_000
"""How far a line is set out by one `#`, so that no blanks reach it."""
_LONGEST_IN_CSV: Final = 80
_CSV_LIMIT: Final = 200_000
csv.field_size_limit(max(csv.field_size_limit(), _CSV_LIMIT))


def rows_of_text(text: str) -> tuple[list[RawRow], bool]:
    """The rows, and whether their cells are but guessed: told apart by commas or semicolons."""
    text = _LINE_ENDS.sub("\n", text)
    lines = text.split("\n")
    if _is_markdown_table(lines):
        return [
            RawRow(_between_bars(line)) for line in lines if line.strip() and not _RULE.fullmatch(line.strip())
        ], False
    if _has_cells(lines):
        return [RawRow(tuple(cells)) for cells in cells_of(text)], False
    guessed = _csv(text)
    if guessed:
        return guessed, True
    return list(_set_in([line for line in lines if line.strip()])), False


def cells_of(text: str) -> list[list[str]]:
    """The rows of a spreadsheet's text: cells between tabs, those with line breaks in quotation marks.

    A cell counts as quoted where the marks hold all of it; other marks are text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at)
        if quoted is not None:
            rows[-1].append(quoted[1].replace('""', '"'))
            at = quoted.end()
        else:
            end = _END.search(text, at)
            stop = len(text) if end is None else end.start()
            rows[-1].append(text[at:stop])
            at = stop
        if at >= len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1


def _has_cells(lines: Sequence[str]) -> bool:
    """Whether tabs stand between texts, not only before them or behind a list's marks."""
    return any("\t" in _without_mark(line.strip()) for line in lines)


def _without_mark(line: str) -> str:
    mark = _BULLET.match(line) or _NUMBER.match(line)
    return line if mark is None else line[mark.end() :]


def _is_markdown_table(lines: Sequence[str]) -> bool:
    some = [line.strip() for line in lines if line.strip()]
    return len(some) > 1 and "|" in some[0] and _RULE.fullmatch(some[1]) is not None


def _between_bars(line: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _csv(text: str) -> list[RawRow]:
    """The rows of a text in which the same number of commas or semicolons stands in each; empty where it is prose."""
    for mark in ";,":
        if text.count(mark) < 2:
            continue
        try:
            found = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True) if row]
        except csv.Error:
            continue
        widths = {len(row) for row in found}
        cells = [cell for row in found for cell in row]
        if len(found) > 1 and len(widths) == 1 and widths != {1} and not _is_prose(cells, mark):
            return [RawRow(tuple(row)) for row in found]
    return []


def _is_prose(cells: Sequence[str], mark: str) -> bool:
    after_blank = sum(1 for cell in cells if cell.startswith(" "))
    longest = sorted(map(len, cells))[len(cells) * 9 // 10]
    return longest > _LONGEST_IN_CSV or (mark == "," and after_blank * 4 > len(cells))


def _set_in(lines: Sequence[str]) -> Iterator[RawRow]:
    """Each line with how far it is set in, without the marks of lists where at least two lines have them."""
    marks = Counter(_mark_of(line) for line in lines)
    listed = marks["bullet"] + marks["number"] > 1
    below = listed and marks[""] + marks["heading"] > 0  # what a list stands below holds it
    dotted = any(_dots(line) for line in lines)
    for line in lines:
        bare = line.lstrip(" \t\xa0\ufeff")
        indent = len(line[: len(line) - len(bare)].expandtabs(_TAB_WIDTH)) * 2
        kind = _mark_of(line)
        heading, number = _HEADING.match(bare), _NUMBER.match(bare)
        if heading is not None and marks["heading"] and (len(lines) > 1):
            yield RawRow((bare[heading.end() :],), -_HEADING_ROOM + len(heading[1]))
        elif listed and kind == "number" and number is not None:
            yield RawRow((bare[number.end() :],), indent + 2 * _dots(line) + (below and not dotted))
        elif (listed and kind == "bullet") or (kind == "bullet" and bare[0] not in "-*+–·o"):
            yield RawRow((_without_mark(bare),), indent + below)
        else:
            yield RawRow((bare,), indent)


def _mark_of(line: str) -> str:
    bare = line.lstrip(" \t\xa0\ufeff")
    if _HEADING.match(bare):
        return "heading"
    if _BULLET.match(bare):
        return "bullet"
    return "number" if _NUMBER.match(bare) else ""


def _dots(line: str) -> int:
    """How many levels deep a line is numbered: 1 for “2.3”."""
    number = _NUMBER.match(line.lstrip(" \t\xa0\ufeff"))
    return 0 if number is None else number[0].rstrip().rstrip(".)").count(".")
