"""What other programs put on the clipboard, read as rows: lines, an outline, or a table of cells. Nothing is run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cjeditor.interchange.pasted_html import rows_of_html
from cjeditor.interchange.pasted_rows import RawRow, clean
from cjeditor.interchange.pasted_text import rows_of_text
from cjeditor.interchange.problems import import_refused

TEXT_LIMIT: Final = 5_000_000
"""Characters of a text; more is refused. Of HTML that is longer only the text beside it is read."""
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 2_000
"""Characters: what a card can be read with. The rest of a longer cell is left out, and that is told."""

_LOOKED_AT = 20_000
_RUBBISH_SHARE = 0.02

Kind = Literal["lines", "outline", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank: its cells from left to right, of a plain text one, and its depth in an outline."""

    cells: tuple[str, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read.

    Attributes:
        rows: at most `MOST_ROWS`, none of them blank.
        total: how many there were.
        shortened: whether a cell was longer than `LONGEST_CELL`, or a row than `MOST_COLUMNS`.
        guessed: whether the cells were told apart by commas or semicolons, which may as well be prose.
    """

    rows: tuple[Row, ...]
    total: int
    shortened: bool = False
    guessed: bool = False

    @property
    def kind(self) -> Kind:
        """A table where a row has several cells, an outline where a row lies deeper than others, else lines."""
        if any(len(row.cells) > 1 for row in self.rows):
            return "table"
        return "outline" if any(row.depth for row in self.rows) else "lines"

    @property
    def width(self) -> int:
        """The cells of the longest row."""
        return max((len(row.cells) for row in self.rows), default=0)


def read_pasted(text: str, html: str = "") -> Pasted:
    """The rows of what was copied, from its HTML where that says more than its text: tables and nested lists.

    Line ends of all systems count; control characters go, all others stay, also those that join emoji and those that
    turn the writing direction. 5 MB take some seconds.

    Raises:
        ImportRefused: `pasted-too-long`, `pasted-binary`, `pasted-nothing`.
    """
    if len(text) > TEXT_LIMIT or (not text.strip() and len(html) > TEXT_LIMIT):
        raise import_refused("pasted-too-long", limit=TEXT_LIMIT // 1_000_000)
    if _is_binary(text):
        raise import_refused("pasted-binary")
    rich = rows_of_html(html) if 0 < len(html) <= TEXT_LIMIT else []
    if rich and (_says_more(rich) or not text.strip()):
        return _limited(rich, guessed=False)
    rows, guessed = rows_of_text(text)
    return _limited(rows, guessed=guessed)


def _is_binary(text: str) -> bool:
    """Whether the beginning holds more rubbish than a text has by accident."""
    head = text[:_LOOKED_AT]
    rubbish = sum(1 for c in head if c == "\ufffd" or (c < " " and c not in "\t\n\r\x0b\x0c"))
    return rubbish > max(2, _RUBBISH_SHARE * len(head))


def _says_more(rows: Sequence[RawRow]) -> bool:
    return any(len(row.cells) > 1 for row in rows) or len({row.indent for row in rows}) > 1


def _limited(raw: Iterable[RawRow], *, guessed: bool) -> Pasted:
    rows: list[Row] = []
    open_indents: list[int] = []
    total, shortened = 0, False
    for each in raw:
        cells = [clean(cell[: 2 * LONGEST_CELL]) for cell in each.cells[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        total += 1
        while open_indents and open_indents[-1] >= each.indent:
            open_indents.pop()
        depth = len(open_indents)
        open_indents.append(each.indent)
        if len(rows) < MOST_ROWS:
            wide = any(cell.strip() for cell in each.cells[MOST_COLUMNS:])
            shortened = shortened or wide or any(len(cell) > LONGEST_CELL for cell in cells)
            rows.append(Row(tuple(cell[:LONGEST_CELL] for cell in cells), depth))
    if not rows:
        raise import_refused("pasted-nothing")
    return Pasted(tuple(rows), total, shortened, guessed)
