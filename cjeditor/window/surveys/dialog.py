"""Takes in the answers of a survey: typed, pasted, or from a CSV file, with what is left out counted and said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.interchange.csv_rows import CsvRows, GoOn, read_csv, text_rows
from cjeditor.interchange.problems import ImportRefused
from cjeditor.interchange.survey_rows import (
    Answers,
    guess,
    is_table,
    own_columns,
    read_rows,
    read_typed,
    summary,
    whereabouts,
    written,
)
from cjeditor.model.edits.surveys import Answer, answers_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Survey
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.csv_reader import CsvReader
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.file_dialogs import documents_folder
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.surveys.column_choice import ColumnChoice
from cjeditor.window.surveys.head import SurveyHead
from cjeditor.window.waiting import waiting
from cjeditor.wording import plain, sentence, what

_WIDTH, _HEIGHT = 720, 620
_LONG_TEXT = 60_000
"""Characters of answers from which reading them waits until nobody types."""
_PATIENCE = 300
"""Milliseconds of that."""
_LONGEST_NAME = 60


class SurveyDialog(QDialog):
    """The dialogue.

    Signals:
        chosen(dict, tuple): the survey should have these fields and these answers.
    """

    chosen = Signal(dict, tuple)

    def __init__(
        self,
        survey: Survey | None,
        places: Sequence[tuple[str, str]],
        about: str,
        words: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """Ask.

        Args:
            survey: to be changed; None for a new one.
            places: ids of what it can be about, with their names.
            about: which of them is chosen at first.
            words: of the window.
            parent: the window behind it.
        """
        super().__init__(parent)
        self._words = words
        self._held: list[Answer] = answers_of(survey) if survey is not None else []
        self._path: Path | None = None
        self._rows: CsvRows | None = None
        self._found = Answers((), 0)
        self.setObjectName("survey")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Answers to the recommendation question"))
        self.head = SurveyHead(survey, places, about, words, self)
        self._make_text()
        self._make_buttons(words.t("Take in") if survey is None else words.t("Keep changes"))
        self.columns = ColumnChoice(words, self)
        self.reader = CsvReader(words, self)
        self._file = label("", self)
        self._said = label("", self)
        self._said.setObjectName("survey_said")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read_text)
        self._put_together()
        self._connect()
        self._read_text()
        give_access_keys(self)
        fit(self, QSize(_WIDTH, _HEIGHT))
        self.text.setFocus()

    def answers(self) -> tuple[Answer, ...]:
        """Return the answers as they would be taken in."""
        kept = self._held if self._path is not None and self.keep.isChecked() else []
        return (*kept, *self._found.answers)

    def take_file(self, path: Path, separator: str | None = None) -> None:
        """Show what a CSV file holds; one that cannot be read is said, and nothing changes."""
        self.reader.begin(path, partial(_read, path, separator))

    def _took(self, found: tuple[Path, CsvRows]) -> None:
        self._path, rows = found
        self._show_rows(rows)

    def _refuse(self, problem: Problem) -> None:
        self._said.setText(sentence(problem, self._words))
        self._said.setToolTip("")
        self._said.setAccessibleDescription("")

    def _wait_for_file(self, busy: bool) -> None:
        """Nothing else can be taken in as long as a file is being read."""
        for each in (self.accept_button, self.open_button, self.columns, self.text):
            each.setEnabled(not busy)

    def open_file(self) -> None:
        """Ask for a file."""
        words = self._words
        folder = self._path.parent if self._path is not None else documents_folder()
        dialog = QFileDialog(self, words.t("Open CSV file"), str(folder))
        dialog.setObjectName("choose_csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([words.t("Tables as text") + " (*.csv *.tsv *.txt)", words.t("All files") + " (*)"])
        dialog.fileSelected.connect(self._take_name)
        dialog.open()

    def _take_name(self, name: str) -> None:
        self.take_file(Path(name))

    def _type_instead(self) -> None:
        self._path = None
        self._read_text()
        self.text.setFocus()

    def _read_soon(self) -> None:
        self._later.start(_PATIENCE if self.text.document().characterCount() > _LONG_TEXT else 0)

    def _read_text(self) -> None:
        self._later.stop()
        self._rows = None
        text = self.text.toPlainText()
        try:
            rows = text_rows(text)
        except ImportRefused:
            rows = None
        if rows is not None and is_table(rows):
            self._show_rows(rows)
        else:
            self._found = read_typed(text)
            self._show()

    def _read_apart(self, separator: str) -> None:
        """Read the same with another separator."""
        if self._path is not None:
            self.take_file(self._path, separator)
        else:
            self._show_rows(text_rows(self.text.toPlainText(), separator))

    def _show_rows(self, rows: CsvRows) -> None:
        self._rows = rows
        with waiting():
            self.columns.show_rows(rows, own_columns(rows, self._words) or guess(rows))
            self._read_columns()

    def _read_columns(self) -> None:
        if self._rows is not None:
            with waiting():
                self._found = read_rows(self._rows, self.columns.columns())
            self.columns.ask_order(self._found.days.either if self._found.days.is_open else "")
        self._show()

    def _show(self) -> None:
        """Show what would be taken in now."""
        words, from_file = self._words, self._path is not None
        self.columns.setVisible(self._rows is not None)
        self.text.setVisible(not from_file)
        self.type_button.setVisible(from_file)
        self.keep.setVisible(from_file and bool(self._held))
        self._file.setVisible(from_file)
        losses: list[str] = []
        if self._rows is not None:
            losses = [what(loss, words) for loss in self._rows.losses]
            if self._path is not None:
                name, rows = plain(self._path.name, _LONGEST_NAME), words.tn("{n} row", "{n} rows", self._rows.total)
                self._file.setText(f"{name} · {rows} · {self._rows.encoding}")
        self._said.setText(". ".join([*summary(self._found, words), *losses]) + ".")
        places = whereabouts(self._found, words)
        self._said.setToolTip(tooltip_text(places) if places else "")
        self._said.setAccessibleDescription(places)

    def _choose(self) -> None:
        if self._later.isActive():
            self._read_text()
        fields, answers = self.head.fields(), self.answers()
        self.accept()
        with waiting():
            self.chosen.emit(fields, answers)

    def _make_text(self) -> None:
        words = self._words
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("survey_text")
        self.text.setAccessibleName(words.t("Answers from 0 to 10"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(words.t("Type or paste answers or a table here, such as: 9 10 7"))
        self.text.setPlainText(written(self._held, words))

    def _make_buttons(self, accept: str) -> None:
        words = self._words
        self.open_button = QPushButton(words.t("Open CSV file…"), self)
        self.open_button.setObjectName("survey_open")
        self.type_button = QPushButton(words.t("Type instead"), self)
        self.type_button.setObjectName("survey_type")
        there = words.tn("Keep the {n} answer that is there", "Keep the {n} answers that are there", len(self._held))
        self.keep = QCheckBox(there, self)
        self.keep.setObjectName("survey_keep")
        self.keep.setChecked(True)
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setObjectName("survey_accept")

    def _connect(self) -> None:
        self.text.textChanged.connect(self._read_soon)
        self.reader.read.connect(self._took)
        self.reader.refused.connect(self._refuse)
        self.reader.busy_changed.connect(self._wait_for_file)
        self.finished.connect(self.reader.stop)
        self.open_button.clicked.connect(self.open_file)
        self.type_button.clicked.connect(self._type_instead)
        self.columns.changed.connect(self._read_columns)
        self.columns.separator_wanted.connect(self._read_apart)

    def _put_together(self) -> None:
        words = self._words
        question = label(
            words.t("“How likely are you to recommend us to a friend or colleague?” Answers from 0 to 10:"), self
        )
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.type_button)
        row.addWidget(self._file, 4)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(question)
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
        layout.addWidget(self.reader)
        layout.addWidget(self.keep)
        layout.addWidget(self.columns, 2)
        layout.addWidget(self._said)
        layout.addWidget(beside_cancel(self, self.accept_button, self._choose))


def _read(path: Path, separator: str | None, go_on: GoOn) -> tuple[Path, CsvRows]:
    return path, read_csv(path, separator, go_on)
