"""Cells from a spreadsheet into the table: across and down from the current cell, as one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from cjeditor.canvas.commands.clipboard import MIME_TYPE
from cjeditor.interchange.pasted_text import cells_of
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.edits.cards import add_note, add_touchpoint
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import card as card_of
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.window.outline import columns
from cjeditor.window.outline.card_table import CardTable
from cjeditor.window.outline.columns import COLUMNS, HEADINGS, Column
from cjeditor.window.outline.rewriting import Rewriting
from cjeditor.wording import plain

_MOST_ROWS = 500


class _Cell(NamedTuple):
    card: Card
    column: Column
    value: str | int | None


class _Line(NamedTuple):
    """A pasted row that is more than the table has: a new card like the last one, with these texts by column."""

    texts: dict[Column, str]


class CellPaste(QObject):
    """Puts what a spreadsheet copied into the cells of the table.

    A text without tabs makes new cards in the column of texts, as everywhere on the map; in other columns it fills the
    cells downwards. What does not fit is said, and then nothing is pasted; where nothing can be edited, too.

    Signals:
        hint(str): a sentence for the status bar.
    """

    hint = Signal(str)

    def __init__(self, view: QTableView, rows: CardTable, rewriting: Rewriting) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._rewriting = rewriting

    def wants(self) -> bool:
        """Whether what is on the clipboard belongs into cells, not onto the map as new cards."""
        # The offscreen platform has none before somebody puts something there.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None or data.hasFormat(MIME_TYPE) or not data.hasText() or not self._view.currentIndex().isValid():
            return False
        return "\t" in data.text() or self._view.currentIndex().column() != columns.TEXT

    def paste(self) -> None:
        """Paste from the current cell on."""
        lines = cells_of(QGuiApplication.clipboard().text())
        current = self._view.currentIndex()
        shown = [at for at in range(current.column(), len(COLUMNS)) if not self._view.isColumnHidden(at)]
        last = self._last()
        wanted: list[_Cell] = []
        more: list[_Line] = []
        try:
            for down, texts in enumerate(lines[:_MOST_ROWS]):
                pairs = {COLUMNS[at]: text for at, text in zip(shown, texts, strict=False)}
                record = self._rows.record(current.sibling(current.row() + down, 0))
                if isinstance(record, Touchpoint | Note):
                    wanted += self._cells(record, pairs)
                elif last is not None and self._cells(last, pairs):
                    # Refused here or not at all: the new card is of the same kind.
                    more.append(_Line(pairs))
        except _Refused as refused:
            t = self._rewriting.words.t
            column, text = t(HEADINGS[refused.column]), plain(refused.text)
            self.hint.emit(t("Nothing was pasted: “{text}” is not possible in “{column}”.", text=text, column=column))
            return
        self._write(wanted, more)
        if len(lines) > _MOST_ROWS:
            words = self._rewriting.words
            some, all_lines = words.number(_MOST_ROWS), words.number(len(lines))
            self.hint.emit(words.t("Only the first {some} of {all} rows were pasted.", some=some, all=all_lines))

    def _cells(self, card: Card, texts: dict[Column, str]) -> list[_Cell]:
        found = []
        for column, text in texts.items():
            if not columns.is_editable(card, column):
                continue
            try:
                found.append(_Cell(card, column, columns.read(self._rows.reading, card, column, text)))
            except ValueError as error:
                raise _Refused(column, text) from error
        return found

    def _write(self, cells: Sequence[_Cell], more: Sequence[_Line]) -> None:
        if not cells and not more:
            self.hint.emit(self._rewriting.words.t("Nothing was pasted: these cells cannot be edited."))
            return
        last = self._last()
        rewriting = self._rewriting

        def edit(project: Project) -> Project:
            for cell in cells:
                project = rewriting.cell_edited(project, cell.card, cell.value, cell.column)
            for line in more:
                if last is not None:
                    project = self._with_card(project, last, line)
            return project

        rewriting.apply(rewriting.words.tn("Paste cell", "Paste {n} cells", max(1, len(cells))), edit)

    def _last(self) -> Card | None:
        """Return the card of the last row."""
        record = self._rows.record(self._rows.index(self._rows.rowCount() - 1, 0, QModelIndex()))
        return record if isinstance(record, Touchpoint | Note) else None

    def _with_card(self, project: Project, like: Card, line: _Line) -> Project:
        """Add a card to the last one's cell, and give it what the pasted row says."""
        map_id = self._rows.reading.map.id
        if isinstance(like, Touchpoint):
            card_id = new_id("tp")
            project = add_touchpoint(project, map_id, id=card_id, step=like.step, lane=like.lane)
        else:
            card_id = new_id("nt")
            project = add_note(project, map_id, id=card_id, step=like.step, lane=like.lane)
        made = card_of(map_of(project, map_id), card_id)
        for cell in self._cells(made, line.texts):
            project = self._rewriting.cell_edited(project, made, cell.value, cell.column)
        return project


class _Refused(Exception):
    """A pasted text that a column cannot take."""

    def __init__(self, column: Column, text: str) -> None:
        super().__init__(column)
        self.column = column
        self.text = text
