"""The questions of a phase, under the names of the guidance parts that they come from where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.guide.prose import Prose
from cjeditor.window.guide.question_row import Asked, QuestionRow
from cjeditor.window.icons import Icons


@dataclass(frozen=True)
class Group:
    """Questions that belong together; `name` is empty where there is only one group."""

    name: str
    asked: tuple[Asked, ...]


class Questions(QWidget):
    """Rows of questions. Rows are made once and show other questions later.

    Signals:
        tick_wanted(str, bool): the question of this key should be ticked off, or not any more.
        answer_wanted(str, str): this text answers the question of this key.
        drafted(str, str): this is written now, and not kept.
        card_wanted(str): the card of this id should be shown.
        note_wanted(str): the question itself should come onto the map.
        drag_begun(str, QPoint): the question is being dragged out.
        told(QWidget): a problem is told in this part, which should be in view.
    """

    tick_wanted = Signal(str, bool)
    answer_wanted = Signal(str, str)
    drafted = Signal(str, str)
    card_wanted = Signal(str)
    note_wanted = Signal(str)
    drag_begun = Signal(str, QPoint)
    told = Signal(QWidget)

    def __init__(self, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._words = words
        self._icons = icons
        self._groups: tuple[Group, ...] = ()
        self._rows: list[QuestionRow] = []
        self._names: list[Prose] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.setSpacing(10)

    @property
    def rows(self) -> list[QuestionRow]:
        """The rows that are in use, from top to bottom."""
        return self._rows[: sum(len(group.asked) for group in self._groups)]

    def row(self, key: str) -> QuestionRow | None:
        """Return the row of the question of this key."""
        return next((row for row in self.rows if row.asked.key == key), None)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; where the same questions stay, their rows keep what is being done in them."""
        same = [_shape(group) for group in groups] == [_shape(group) for group in self._groups]
        self._groups = tuple(groups)
        if not same:
            self._arrange()
        questions = [asked for group in self._groups for asked in group.asked]
        for row, asked in zip(self._rows, questions, strict=False):
            row.show_question(asked)

    def _arrange(self) -> None:
        """Put as many rows and names into the column as are needed, in their order; hide the others."""
        for widget in (*self._rows, *self._names):
            # Not `takeAt`: an item that Python holds keeps the widget's next item from hearing of other heights.
            self._column.removeWidget(widget)
        rows, names = iter(self._rows_for(self._groups)), iter(self._names_for(self._groups))
        for group in self._groups:
            if group.name:
                name = next(names)
                name.show_text(group.name, "name")
                self._column.addWidget(name)
                name.show()
            for _asked in group.asked:
                row = next(rows)
                self._column.addWidget(row)
                row.show()
        for spare in (*rows, *names):
            spare.hide()

    def _rows_for(self, groups: Sequence[Group]) -> list[QuestionRow]:
        while len(self._rows) < sum(len(group.asked) for group in groups):
            row = QuestionRow(self._words, self._icons)
            row.setParent(self)
            row.tick_wanted.connect(self.tick_wanted)
            row.answer_wanted.connect(self.answer_wanted)
            row.drafted.connect(self.drafted)
            row.card_wanted.connect(self.card_wanted)
            row.note_wanted.connect(self.note_wanted)
            row.drag_begun.connect(self.drag_begun)
            row.told.connect(self.told)
            self._rows.append(row)
        return self._rows

    def _names_for(self, groups: Sequence[Group]) -> list[Prose]:
        while len(self._names) < sum(1 for group in groups if group.name):
            self._names.append(Prose(self._words.language, self))
        return self._names


def _shape(group: Group) -> tuple[str, int]:
    return group.name, len(group.asked)
