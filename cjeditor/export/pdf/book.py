"""The sheets of a handout as its parts add to them, one part after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cjeditor.export.content import Content
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.column_flow import ColumnFlow, column_of
from cjeditor.export.pdf.sheets import Flow, Frame, Sheet
from cjeditor.export.pdf.table import Columns, Group, Table
from cjeditor.export.progress import Cancelled, never
from cjeditor.export.typeset import HEADING, paragraph, space

_BETWEEN = 22.0
"""From the end of a part to the heading of the next on the same sheet."""
_PADDING = 4.0
"""Above and below the rows of a part that is a table."""
_ROOM_FOR_COLUMNS = 0.45
"""Of a page that is left where a part in columns begins below another."""
HEADED = HEADING.line + 6.0
"""What the heading of a part takes with the room below it."""


class Book:
    """A handout before it is printed: what it is about, what is wished for, and the sheets so far."""

    def __init__(self, frame: Frame, content: Content, options: HandoutOptions, cancelled: Cancelled = never) -> None:
        self.frame = frame
        self.content = content
        self.options = options
        self.cancelled = cancelled
        self._sheets: list[Sheet] = []
        self._flow: Flow | None = None
        self._endings: list[Callable[[], None]] = []

    @property
    def sheets(self) -> list[Sheet]:
        """All sheets so far."""
        return [*self._sheets, *(self._flow.sheets if self._flow is not None else ())]

    @property
    def filled(self) -> tuple[int, int, float]:
        """How far it is filled: another value once something was added."""
        column = self._flow.column if isinstance(self._flow, ColumnFlow) else 0
        return (len(self.sheets), column, self._flow.y if self._flow is not None else 0.0)

    @property
    def next_page(self) -> int:
        """The number of the page that the next added sheet will be, counted from 1."""
        return len(self.sheets) + 1

    def add(self, sheets: Sequence[Sheet]) -> None:
        """Add a part that has sheets of its own; what comes after begins on a new sheet."""
        if sheets:
            self._sheets = [*self.sheets, *sheets]
            self._flow = None

    def at_end(self, ending: Callable[[], None]) -> None:
        """Let a part do what it can only do once all others are there."""
        self._endings.append(ending)

    def end(self) -> None:
        """Say that all parts are there."""
        for ending in self._endings:
            ending()

    def begin(self, title: str, needed: float, *, in_columns: float = 0.0) -> Flow:
        """Begin a part with its heading and return the flow to fill.

        It begins below a short part before it where `needed` fits there (the heading included), else on a new sheet;
        `in_columns` is how wide a page is at least whose two columns are filled one after the other; 0 for no page.
        """
        flow = self._going_on(in_columns)
        if flow.sheets and not flow.fresh:
            flow.y += _BETWEEN
        flow.need(needed)
        flow.bookmark(title, 0)
        for piece in (*paragraph(title, HEADING, flow.frame.inner_width, flow.words.language), space(6)):
            flow.put(piece)
        return flow

    def put_table(self, title: str, table_columns: Columns, groups: Sequence[Group]) -> None:
        """Add a part that is a table, its heading never without the first rows; nothing without a row."""
        if not groups:
            return
        words = self.content.words
        least = Table(Flow(self.frame, words), table_columns, "", _PADDING).beginning(groups)
        flow = self.begin(title, HEADED + least)
        Table(flow, table_columns, words.t("{title} (continued)", title="{title}"), _PADDING).add(groups)

    def _going_on(self, in_columns: float) -> Flow:
        """The flow of the part before, where that is filled in the same way; else a new one, below it if there is room.

        Columns need much: they would else be too short for what should stay together.
        """
        page = column_of(self.frame, in_columns) if in_columns else self.frame
        before, words = self._flow, self.content.words
        if before is not None and before.frame.width == page.width:
            return before
        flow = Flow(self.frame, words) if page is self.frame else ColumnFlow(self.frame, words, in_columns)
        if before is not None:
            self._sheets += before.sheets
            below = before.lowest + (0.0 if page is self.frame else _BETWEEN)
            if page is self.frame or self.frame.bottom - below >= page.inner_height * _ROOM_FOR_COLUMNS:
                flow.resume(self._sheets.pop(), below)
        self._flow = flow
        return flow
