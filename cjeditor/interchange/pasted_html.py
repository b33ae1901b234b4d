"""Tables, lists and lines out of HTML from the clipboard: only its text is taken; scripts, styles and links are not."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from cjeditor.interchange.pasted_rows import RawRow

_PIECE: Final = 16_000
_PENDING: Final = 200_000
"""Characters that may wait for the end of one tag; what asks for more is no HTML that a program copied."""

_SILENT: Final = frozenset({"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "select"})
_BLOCKS: Final = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote", "section", "article", "hr", "caption"}
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES_AT, _DEEPER = 10, 1
"""How far lines are set in below headings, and each list below what holds it."""
_WIDEST, _HIGHEST = 200, 5_000
_BLANKS = re.compile(r"[ \t\r\n\xa0]+")


def rows_of_html(html: str) -> list[RawRow]:
    """The rows of all that the HTML shows: of tables their cells, of everything else one line each.

    What is merged over several columns or rows is in the first of them; the others are empty. HTML that is too broken
    to be read has no rows.
    """
    reader = _Reader()
    for at in range(0, len(html), _PIECE):
        reader.feed(html[at : at + _PIECE])
        if len(reader.rawdata) > _PENDING:
            return []
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Gathers rows. A table within a table is text of its cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[RawRow] = []
        self._silent = ""
        self._silent_depth = 0
        self._tables = 0
        self._lists = 0
        self._heading = 0
        self._text: list[str] = []
        self._cell: tuple[int, int] | None = None
        self._cells: list[str] | None = None
        self._reaching: dict[int, int] = {}

    def finished(self) -> list[RawRow]:
        """End what is open and return the rows."""
        self._end_row()
        self._end_line()
        return self._rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._silent_depth += tag == self._silent
        elif tag in _SILENT:
            self._silent, self._silent_depth = tag, 1
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._tables == 1:
            self._end_row()
            self._begin_row()
        elif tag in ("td", "th") and self._tables == 1:
            self._begin_cell(dict(attrs))
        elif tag in _BLOCKS or tag in _HEADINGS or tag in ("td", "th", "tr"):
            self._break()
            self._lists += tag in ("ul", "ol")
            self._heading = _HEADINGS.index(tag) + 1 if tag in _HEADINGS else self._heading

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent_depth -= tag == self._silent
            self._silent = self._silent if self._silent_depth else ""
        elif tag == "table" and self._tables:
            if self._tables == 1:
                self._end_row()
            self._tables -= 1
        elif tag == "tr" and self._tables == 1:
            self._end_row()
        elif tag in ("td", "th") and self._tables == 1:
            self._end_cell()
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._break()
            self._lists -= tag in ("ul", "ol") and self._lists > 0
            self._heading = 0 if tag in _HEADINGS else self._heading

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(_BLANKS.sub(" ", data))

    def _begin_table(self) -> None:
        if not self._tables:
            self._end_line()
            self._reaching.clear()
        self._tables += 1

    def _begin_row(self) -> None:
        self._text.clear()  # blanks between the tags
        self._cells = []

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        if self._cells is None:
            self._begin_row()
        self._end_cell()
        self._text.clear()
        self._cell = (_span(attrs.get("colspan"), _WIDEST), _span(attrs.get("rowspan"), _HIGHEST))

    def _end_cell(self) -> None:
        if self._cell is None or self._cells is None:
            return
        across, down = self._cell
        self._cell = None
        self._skip_reached()
        for place in range(len(self._cells), min(len(self._cells) + across, _WIDEST)):
            self._cells.append("" if place > len(self._cells) else self._taken())
            if down > 1:
                self._reaching[place] = down - 1

    def _skip_reached(self) -> None:
        """Leave the places free that cells of rows above reach down to."""
        while self._cells is not None and len(self._cells) in self._reaching and len(self._cells) < _WIDEST:
            place = len(self._cells)
            self._reaching[place] -= 1
            if not self._reaching[place]:
                del self._reaching[place]
            self._cells.append("")

    def _end_row(self) -> None:
        if self._cells is None:
            return
        self._end_cell()
        self._skip_reached()
        self._rows.append(RawRow(tuple(self._cells), _LINES_AT))
        self._cells = None

    def _break(self) -> None:
        """A block begins or ends: in a cell the next line of its text, elsewhere the next row."""
        if self._cell is not None:
            self._text.append("\n")
        elif not self._tables:
            self._end_line()

    def _end_line(self) -> None:
        text = self._taken()
        if text:
            indent = self._heading or _LINES_AT + _DEEPER * self._lists
            self._rows.append(RawRow((text,), indent))

    def _taken(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
        return "\n".join(line for line in lines if line)


def _span(value: str | None, most: int) -> int:
    return max(1, min(int(value), most)) if value is not None and value.isascii() and value.isdigit() else 1
