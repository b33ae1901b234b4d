"""What a CSV file says of the funnel, shown before it is taken over: nothing is guessed silently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cjeditor.analysis.funnel import STAGES
from cjeditor.catalogue import terms
from cjeditor.interchange.csv_rows import CsvRows, GoOn, read_csv
from cjeditor.interchange.funnel_rows import Column, FunnelRows, funnel_rows
from cjeditor.model.fields import FunnelStage
from cjeditor.model.problem import Problem
from cjeditor.texts import Texts
from cjeditor.window.csv_reader import CsvReader
from cjeditor.window.figures.flowing import FlowingForm
from cjeditor.window.file_dialogs import documents_folder
from cjeditor.window.plain import label, shortened
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.day_field import DayField
from cjeditor.window.properties.text_fields import TextField
from cjeditor.wording import sentence

_MOST_NAMED = 5


@dataclass(frozen=True)
class FunnelWish:
    """What a file should change.

    Attributes:
        counts: people by stage, of the stages in the file.
        date: when they were counted; empty where nobody said.
        source: where they come from; empty where nobody said.
        keep: whether counts of stages that have none in the file stay.
    """

    counts: Mapping[FunnelStage, int]
    date: str
    source: str
    keep: bool


class FunnelImport(QWidget):
    """Asks for a file and says what is in it.

    Signals:
        wanted(FunnelWish): these counts should be taken over.
    """

    wanted = Signal(object)

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._columns: tuple[Column, ...] = ()
        self._losses: list[str] = []
        self.setObjectName("funnel_import")
        self.says = label("", self)
        self.says.setObjectName("funnel_import_says")
        self.reader = CsvReader(words, self)
        self.keep = QCheckBox(words.t("Keep the counts of stages that have none in the file"), self)
        self.keep.setObjectName("funnel_keep")
        self.day = DayField("file_date", words.t("Counted on"), words)
        self.source = TextField("file_source", words.t("Source"), words, breaks=False)
        self._origin = FlowingForm(self)
        self._origin.add(self.day.name, self.day)
        self._origin.add(self.source.name, self.source)
        self.column = Choice(words.t("Column with the counts"))
        self.column.setObjectName("funnel_column")
        self.take = QPushButton(words.t("Take over"), self)
        self.take.setObjectName("funnel_take")
        self.cancel = QPushButton(words.t("Close"), self)
        self.cancel.setObjectName("funnel_import_close")
        row = QHBoxLayout()
        row.addWidget(self.column, 1)
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reader)
        column.addWidget(self.says)
        column.addWidget(self.keep)
        column.addWidget(self._origin)
        column.addLayout(row)
        self.column.currentIndexChanged.connect(self._say)
        self.keep.toggled.connect(self._say)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self._close)
        self.reader.read.connect(self._took)
        self.reader.refused.connect(self._refuse)
        self.hide()

    def ask(self) -> None:
        """Ask for a file."""
        words = self._words
        dialog = QFileDialog(self, words.t("Counts of the funnel"), str(documents_folder()))
        dialog.setObjectName("funnel_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["CSV (*.csv *.CSV *.tsv *.txt)", words.t("All files") + " (*)"])
        dialog.fileSelected.connect(self._read_name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Show what is in a file."""
        self.show()
        self._show((), [])
        self.keep.setChecked(False)
        for field, value in ((self.day, ""), (self.source, path.name)):
            field.begin()
            field.show_value(value)
        self.reader.begin(path, partial(_read, path))

    def _took(self, found: tuple[CsvRows, FunnelRows]) -> None:
        rows, funnel = found
        self._show(funnel.columns, self._lost(rows, funnel))

    def _refuse(self, problem: Problem) -> None:
        self._show((), [sentence(problem, self._words)])

    def _close(self) -> None:
        self.reader.stop()
        self.hide()

    def _read_name(self, name: str) -> None:
        self.read(Path(name))

    def _lost(self, rows: CsvRows, found: FunnelRows) -> list[str]:
        words = self._words
        lost = [sentence(one, words) for one in rows.losses]
        if not found.columns:
            lost.append(
                words.t("No stage of the funnel with a count was found. Name the stages as they are called here.")
            )
        if found.unknown:
            named = ", ".join(f"“{shortened(one, 30)}”" for one in found.unknown[:_MOST_NAMED])
            lost.append(
                words.tn(
                    "{n} row names no stage and is left out: {rows}",
                    "{n} rows name no stage and are left out: {rows}",
                    len(found.unknown),
                    rows=named,
                )
            )
        for stage in found.twice:
            name = terms.funnel_stage(stage, words)
            lost.append(words.t("{stage} is there more than once; the first row counts.", stage=name))
        return lost

    def _show(self, columns: tuple[Column, ...], lost: list[str]) -> None:
        self._columns, self._losses = columns, lost
        self.column.blockSignals(True)
        self.column.clear()
        if len(columns) > 1:
            self.column.addItem(self._words.t("Choose the column with the counts"), -1)
        for at, one in enumerate(columns):
            self.column.addItem(self._words.t("Column {name}", name=shortened(one.name)), at)
        self.column.setCurrentIndex(0)
        self.column.blockSignals(False)
        self.column.setVisible(len(columns) > 1)
        self._say()

    def _chosen(self) -> Column | None:
        at = self.column.currentData()
        return self._columns[at] if isinstance(at, int) and 0 <= at < len(self._columns) else None

    def _say(self) -> None:
        words, chosen = self._words, self._chosen()
        said: list[str] = []
        if chosen is not None:
            said.append(_in_words(chosen.counts, words))
            said += [
                words.t(
                    "{stage}: “{text}” is no whole number of people and is left out.",
                    stage=terms.funnel_stage(stage, words),
                    text=shortened(text, 30),
                )
                for stage, text in chosen.problems
            ]
            said += self._missing(chosen)
        self.says.setText("\n".join([*said, *self._losses]))
        self.keep.setVisible(chosen is not None and len(chosen.counts) < len(STAGES))
        self._origin.setVisible(bool(self._columns))
        self.take.setVisible(bool(self._columns))
        self.take.setEnabled(chosen is not None)

    def _missing(self, chosen: Column) -> list[str]:
        """Which stages the file has no count of, and what becomes of the counts that are there."""
        words, keep, said = self._words, self.keep.isChecked(), []
        unusable = _named((stage for stage in STAGES if stage in chosen.without), words)
        absent = _named((stage for stage in STAGES if stage not in {*chosen.counts, *chosen.without}), words)
        if unusable and keep:
            said.append(
                words.t(
                    "Without a usable count: {stages}. Their counts stay, with their own date and source.",
                    stages=unusable,
                )
            )
        elif unusable:
            said.append(words.t("Without a usable count: {stages}. Their counts are taken away.", stages=unusable))
        if absent and keep:
            said.append(
                words.t("Not in the file: {stages}. Their counts stay, with their own date and source.", stages=absent)
            )
        elif absent:
            said.append(words.t("Not in the file: {stages}. Their counts are taken away.", stages=absent))
        return said

    def _take(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        if self.day.problem():
            self.day.setFocus()
            return
        wish = FunnelWish(
            dict(chosen.counts),
            cast(str, self.day.value()),
            cast(str, self.source.value()).strip(),
            keep=self.keep.isChecked(),
        )
        self.hide()
        self.wanted.emit(wish)


def _read(path: Path, go_on: GoOn) -> tuple[CsvRows, FunnelRows]:
    rows = read_csv(path, go_on=go_on)
    return rows, funnel_rows(rows.rows)


def _named(stages: Iterable[FunnelStage], words: Texts) -> str:
    return ", ".join(terms.funnel_stage(stage, words) for stage in stages)


def _in_words(counts: Mapping[FunnelStage, int], words: Texts) -> str:
    return " · ".join(
        words.t("{name}: {value}", name=terms.funnel_stage(stage, words), value=words.number(counts[stage]))
        for stage in STAGES
        if stage in counts
    )
