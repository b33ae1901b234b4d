"""Rows out of a CSV file as any program writes it: encoding and separator are found out, losses are told."""

from __future__ import annotations

import codecs
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cjeditor.interchange.pasted_rows import clean
from cjeditor.interchange.problems import import_refused
from cjeditor.model.problem import Problem
from cjeditor.storage import limits

SEPARATORS: Final = ("\t", ";", "|", ",")
"""What may stand between fields. Of those that fit a file equally well the first is taken: a comma stands in texts and
in numbers, too."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LOOKED_AT: Final = 4_096
"""Bytes in which zeros tell UTF-16 from all else; characters in which rubbish tells what is no text."""
_TRIED: Final = 200
"""Rows by which a separator is judged."""
_RUBBISH = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_TOLD: Final = re.compile(r"sep=(.)\n")
_DECIMAL = re.compile(r'"?\s*[+-]?\d+(?:,\d+)?\s*"?')
_EMPTY: Final = " \n\xa0" + "".join(SEPARATORS)
_ASKED: Final = 1_000
"""Rows between two questions whether to go on."""
_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class CsvRows:
    """What a file holds.

    Attributes:
        rows: those that are not blank, the first perhaps a heading, without blanks around a field; all of equal width.
        total: how many there were; more than `rows` where the limit was reached.
        separator: one of `SEPARATORS`, or an empty text where a row is but one field.
        encoding: what it is called: UTF-8, UTF-16, Windows-1252.
        losses: what is not in `rows`, as codes with parameters.
        numbers: which row of the file each of `rows` is, blank ones counted, the first 1.
    """

    rows: tuple[tuple[str, ...], ...]
    total: int
    separator: str
    encoding: str
    losses: tuple[Problem, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """The fields of each row."""
        return len(self.rows[0])


class Stopped(Exception):
    """Nobody wants the rest of a file any more."""


GoOn = Callable[[float], bool]
"""Hears how far it is, 0 to 1, and says whether to go on."""


def to_the_end(_share: float) -> bool:
    """Go on in any case."""
    return True


def read_csv(path: Path, separator: str | None = None, go_on: GoOn = to_the_end) -> CsvRows:
    """The rows of a file, as `csv_rows` reads its bytes.

    Raises:
        Stopped: `go_on` said so.
        ImportRefused: `csv-too-big`, `csv-binary`, `csv-nothing`; `csv-not-read` with the system's reason.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise import_refused("csv-binary")
        with path.open("rb") as file:
            data = file.read(limits.CSV_SIZE + 1)
    except OSError as error:
        raise import_refused("csv-not-read", reason=error.strerror or type(error).__name__) from error
    if len(data) > limits.CSV_SIZE:
        raise _too_big(status.st_size)
    return csv_rows(data, separator, go_on)


def csv_rows(data: bytes, separator: str | None = None, go_on: GoOn = to_the_end) -> CsvRows:
    """The rows of a file with these bytes.

    UTF-16 is known by its mark or its zeros, UTF-8 by its mark or by being sound; all else is read as Windows-1252,
    in which every byte but five is a letter. A first line `sep=;`, as Excel has it, names the separator.

    Args:
        data: the file.
        separator: one of `SEPARATORS`, or an empty text for none; None finds it out.
        go_on: asked now and then.

    Raises:
        ImportRefused: `csv-too-big`, `csv-binary` (no text), `csv-nothing` (no row).
        Stopped: `go_on` said so.
    """
    if len(data) > limits.CSV_SIZE:
        raise _too_big(len(data))
    text, encoding, lost = _decoded(data)
    if len(_RUBBISH.findall(text[:_LOOKED_AT])) > max(2, lost):
        raise import_refused("csv-binary")
    found = text_rows(text, separator, go_on)
    losses = (Problem("csv-characters-lost", params={"count": lost}),) if lost else ()
    return CsvRows(found.rows, found.total, found.separator, encoding, losses + found.losses, found.numbers)


def text_rows(text: str, separator: str | None = None, go_on: GoOn = to_the_end) -> CsvRows:
    """The rows of a text that was typed or pasted; as `csv_rows`."""
    text = _LINE_ENDS.sub("\n", text.lstrip("\ufeff"))
    told = _TOLD.match(text)
    if told is not None:
        text = text[told.end() :]
        separator = told[1] if separator is None and told[1] in SEPARATORS else separator
    if separator is None:
        separator = _separator_of(text)
    kept = _Kept()
    if not text.strip(_EMPTY):
        raise import_refused("csv-nothing")
    read = 0
    for at, cells in enumerate(_split(text, separator)):
        read += sum(map(len, cells)) + len(cells)
        if at % _ASKED == 0 and not go_on(min(1.0, read / len(text))):
            raise Stopped
        kept.take(cells)
    return kept.result(separator)


def _too_big(size: int) -> Exception:
    return import_refused("csv-too-big", megabytes=-(-size // _MEGABYTE), limit=limits.CSV_SIZE // _MEGABYTE)


def _decoded(data: bytes) -> tuple[str, str, int]:
    """The text, what its encoding is called, and how many characters could not be read."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _read_as(data[len(mark) :], codec, name)
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 > len(head):  # half of the bytes of most letters
        return _read_as(data, "utf-16-be" if even > odd else "utf-16-le", "UTF-16")
    try:
        return data.decode("utf-8"), "UTF-8", 0
    except UnicodeDecodeError:
        return _read_as(data, "cp1252", "Windows-1252")


def _read_as(data: bytes, codec: str, name: str) -> tuple[str, str, int]:
    before = data.decode(codec, "ignore").count("\ufffd")
    text = data.decode(codec, "replace")
    return text, name, text.count("\ufffd") - before


def _separator_of(text: str) -> str:
    """The separator that gives the most rows the same number of fields; none where no row has two."""
    best, best_share = "", 0.0
    for separator in SEPARATORS:
        widths = Counter(len(cells) for cells in _some(text, separator))
        width, share = max(
            ((width, count) for width, count in widths.items() if width > 1), key=_by_count, default=(1, 0)
        )
        if share > best_share and not (separator == "," and width == 2 and _is_one_column(text)):
            best, best_share = separator, share
    return best


def _by_count(found: tuple[int, int]) -> tuple[int, int]:
    width, count = found
    return count, width


def _some(text: str, separator: str) -> Iterator[Sequence[str]]:
    for at, cells in enumerate(_split(text, separator)):
        if at >= _TRIED:
            return
        if any(cell.strip() for cell in cells):
            yield cells


def _is_one_column(text: str) -> bool:
    """Whether commas are those of decimals: below a heading without one stand only numbers with one at most."""
    lines = [line for line in text.split("\n", _TRIED)[:_TRIED] if line.strip()]
    return len(lines) > 1 and "," not in lines[0] and all(_DECIMAL.fullmatch(line.strip()) for line in lines[1:])


def _split(text: str, separator: str) -> Iterator[list[str]]:
    """Each row's fields. Quotation marks around a whole field go; they may hold separators and line breaks.

    Marks that do not hold a whole field are text, so that one left open swallows nothing.
    """
    apart = re.escape(separator)
    quoted = re.compile(rf'[ ]*"([^"]*+(?:""[^"]*+)*+)"[ ]*(?=[{apart}\n]|\Z)')
    end = re.compile(rf"[{apart}\n]")
    at, row = 0, []
    while True:
        whole = quoted.match(text, at)
        if whole is not None:
            row.append(whole[1].replace('""', '"'))
            at = whole.end()
        else:
            stop = end.search(text, at)
            to = len(text) if stop is None else stop.start()
            row.append(text[at:to])
            at = to
        if at >= len(text) or text[at] == "\n":
            yield row
            row = []
            if at >= len(text) - 1:
                return
        at += 1


class _Kept:
    """The rows that are kept, and what is lost on the way."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._numbers: list[int] = []
        self._seen = 0
        self._total = 0
        self._wide = 0
        self._long = 0

    def take(self, cells: Sequence[str]) -> None:
        """Keep a row, unless it is blank or one too many."""
        self._seen += 1
        if not any(cell.strip() for cell in cells):
            return
        self._total += 1
        if len(self._rows) >= limits.CSV_ROWS:
            return
        self._wide += any(cell.strip() for cell in cells[limits.CSV_FIELDS :])
        kept = [_clean(cell) for cell in cells[: limits.CSV_FIELDS]]
        self._long += sum(len(cell) > limits.CSV_FIELD for cell in kept)
        self._numbers.append(self._seen)
        self._rows.append(tuple(cell[: limits.CSV_FIELD] for cell in kept))

    def result(self, separator: str) -> CsvRows:
        """What was kept, rows filled up to the widest; raises ImportRefused (`csv-nothing`)."""
        width = max((_filled(row) for row in self._rows), default=0)
        if not width:
            raise import_refused("csv-nothing")
        rows = tuple(row[:width] + ("",) * (width - len(row)) for row in self._rows)
        return CsvRows(rows, self._total, separator, "", tuple(self._losses()), tuple(self._numbers))

    def _losses(self) -> Iterator[Problem]:
        if self._total > len(self._rows):
            params = {"count": self._total - len(self._rows), "limit": limits.CSV_ROWS}
            yield Problem("csv-rows-left-out", params=params)
        if self._wide:
            yield Problem("csv-fields-left-out", params={"count": self._wide, "limit": limits.CSV_FIELDS})
        if self._long:
            yield Problem("csv-fields-shortened", params={"count": self._long, "limit": limits.CSV_FIELD})


def _clean(cell: str) -> str:
    """A field as `clean` leaves it; most hold nothing that has to be searched for."""
    if len(cell) <= limits.CSV_FIELD and cell.isprintable() and cell[:1] != "'":
        return cell.strip(" ")
    return clean(cell[: 2 * limits.CSV_FIELD])


def _filled(row: Sequence[str]) -> int:
    """The width of a row without the empty fields at its end."""
    return max((at for at, cell in enumerate(row, 1) if cell), default=0)
