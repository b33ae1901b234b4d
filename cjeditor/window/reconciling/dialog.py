"""Shows what both sides changed and lets people decide where the two clash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cjeditor.model.three_way import Place, Side
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label

_SIZE = QSize(900, 620)
_MOST = 400
"""Changes of one side that are listed; the rest is counted."""


@dataclass(frozen=True)
class Question:
    """A clash in words: what it is about, what stands on each side, and which one is taken if nobody chooses."""

    place: Place
    about: str
    mine: str
    theirs: str
    taken: Side


class MergeDialog(QDialog):
    """Lists the changes of both sides and the clashes, each with a choice.

    Signals:
        merge_wanted(object): both should be put together; places of clashes with the side chosen for each (a dict).
    """

    merge_wanted = Signal(object)

    def __init__(
        self,
        changes: tuple[Sequence[str], Sequence[str]] | None,
        questions: Sequence[Question],
        words: Texts,
        parent: QWidget,
    ) -> None:
        """Make it.

        Args:
            changes: what was changed on screen since the file was read, and what was changed in the file since, in
                sentences; None where nobody knows what both began with.
            questions: where the two clash.
            words: the language.
            parent: the window.
        """
        super().__init__(parent)
        self._words = words
        self._questions = tuple(questions)
        self._choices: list[QComboBox] = []
        self.setObjectName("merge")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Compare and merge"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self._introduction(known=changes is not None), self))
        shown: list[QWidget] = []
        if changes is not None:
            shown = self._add_sides(changes, layout)
        self.table = self._table()
        if questions:
            layout.addLayout(self._above_table(known=changes is not None))
            layout.addWidget(self.table, 1)
        else:
            self.table.hide()
        layout.addWidget(self._buttons())
        give_access_keys(self, [*shown, self.table])
        fit(self, _SIZE)

    def _add_sides(self, changes: tuple[Sequence[str], Sequence[str]], layout: QVBoxLayout) -> list[QWidget]:
        words, (mine, theirs) = self._words, changes
        sides = QSplitter(self)
        sides.setChildrenCollapsible(False)
        self.mine = self._side(sides, words.tn("{n} change of yours", "{n} changes of yours", len(mine)), mine)
        self.theirs = self._side(
            sides, words.tn("{n} change in the file", "{n} changes in the file", len(theirs)), theirs
        )
        layout.addWidget(sides, 1)
        return [self.mine, self.theirs]

    def _introduction(self, *, known: bool) -> str:
        clashes = len(self._questions)
        if not known:
            return self._words.t(
                "What both sides began with is not known any more. Choose for each difference what should stay."
            )
        if not clashes:
            return self._words.t("The changes of both sides fit together. Merging keeps them all.")
        return self._words.tn(
            "The changes of both sides fit together but for one. Choose what should stay there.",
            "The changes of both sides fit together but for {n}. Choose what should stay there.",
            clashes,
        )

    def _above_table(self, *, known: bool) -> QHBoxLayout:
        """Make the heading, and where there is more than one question the buttons that answer all of them alike."""
        words = self._words
        row = QHBoxLayout()
        row.addWidget(label(words.t("Changed on both sides:") if known else words.t("Differences:"), self), 1)
        if len(self._questions) > 1:
            for name, text, tip, choose in (
                ("all_mine", words.t("All yours"), words.t("Choose yours everywhere"), self._choose_all_mine),
                (
                    "all_theirs",
                    words.t("All from the file"),
                    words.t("Choose everywhere what is in the file"),
                    self._choose_all_theirs,
                ),
            ):
                button = QPushButton(text, self)
                button.setObjectName(name)
                button.setToolTip(tip)
                button.setAutoDefault(False)
                button.clicked.connect(choose)
                row.addWidget(button)
        return row

    def _side(self, sides: QSplitter, title: str, lines: Sequence[str]) -> QListWidget:
        part = QWidget(sides)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        heading = label(title, part)
        column.addWidget(heading)
        shown = QListWidget(part)
        shown.setAccessibleName(title)
        shown.setWordWrap(True)
        shown.setSpacing(2)
        shown.addItems(list(lines[:_MOST]))
        if len(lines) > _MOST:
            shown.addItem(self._words.tn("… and {n} more.", "… and {n} more.", len(lines) - _MOST))
        column.addWidget(shown, 1)
        return shown

    def _table(self) -> QTableWidget:
        words = self._words
        table = QTableWidget(len(self._questions), 4, self)
        table.setObjectName("clashes")
        table.setAccessibleName(words.t("Changed on both sides:"))
        table.setHorizontalHeaderLabels(
            [words.t("What"), words.t("Yours"), words.t("In the file"), words.t("What stays")]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, question in enumerate(self._questions):
            for column, text in enumerate((question.about, question.mine, question.theirs)):
                table.setItem(row, column, QTableWidgetItem(text))
            choice = QComboBox(table)
            choice.setAccessibleName(words.t("Keep: {what}", what=question.about))
            choice.addItem(words.t("Yours"), "mine")
            choice.addItem(words.t("In the file"), "theirs")
            choice.setCurrentIndex(choice.findData(question.taken))
            table.setCellWidget(row, 3, choice)
            self._choices.append(choice)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        # Once the columns have their widths, not as narrow as they are made.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _buttons(self) -> QDialogButtonBox:
        self.merge = QPushButton(self._words.t("Merge"), self)
        return beside_cancel(self, self.merge, self._accept)

    def _choose_all_mine(self) -> None:
        self._choose_all("mine")

    def _choose_all_theirs(self) -> None:
        self._choose_all("theirs")

    def _choose_all(self, side: Side) -> None:
        for choice in self._choices:
            choice.setCurrentIndex(choice.findData(side))

    def _accept(self) -> None:
        choices: dict[Place, Side] = {
            question.place: choice.currentData()
            for question, choice in zip(self._questions, self._choices, strict=True)
        }
        self.merge_wanted.emit(choices)
        self.accept()
