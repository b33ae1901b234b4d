"""Asks which column of a table holds the answers, the segment and the day, with the first rows before one's eyes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QGridLayout, QTableWidget, QTableWidgetItem, QWidget

from cjeditor.interchange.csv_days import Order
from cjeditor.interchange.csv_rows import SEPARATORS, CsvRows
from cjeditor.interchange.survey_rows import Columns
from cjeditor.texts import N_, Texts
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.properties.choice import Choice
from cjeditor.wording import plain

_SHOWN_ROWS = 40
_SHOWN_COLUMNS = 30
_LONGEST = 60
_COLUMN_WIDTH = 120
_SEPARATOR_NAMES = {
    "\t": N_("Tab"),
    ";": N_("Semicolon"),
    "|": N_("Upright line"),
    ",": N_("Comma"),
    "": N_("None, one column"),
}


class ColumnChoice(QWidget):
    """The choices and the preview.

    Signals:
        changed(): another column was chosen.
        separator_wanted(str): the rows should be read with another separator.
    """

    changed = Signal()
    separator_wanted = Signal(str)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("column_choice")
        self.heading = QCheckBox(words.t("The first row names the columns"), self)
        self.heading.setObjectName("survey_heading")
        self.answer = self._choice("survey_answer_column", words.t("Column of the answers"))
        self.segment = self._choice("survey_segment_column", words.t("Column of the segment"))
        self.day = self._choice("survey_day_column", words.t("Column of the day"))
        self.order = self._choice("survey_day_order", words.t("Order of day and month"))
        self.order.addItem(words.t("Day/Month"), "day-first")
        self.order.addItem(words.t("Month/Day"), "month-first")
        self.order_name = label("", self)
        self.order_name.setObjectName("survey_day_order_name")
        self.order_name.setBuddy(self.order)
        self.order_name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.separator = self._choice("survey_separator", words.t("Between the fields"))
        for separator in (*SEPARATORS, ""):
            self.separator.addItem(words.t(_SEPARATOR_NAMES[separator]), separator)
        self.preview = QTableWidget(self)
        self.preview.setObjectName("survey_preview")
        self.preview.setAccessibleName(words.t("The first rows"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.preview.setTabKeyNavigation(False)
        self.preview.setWordWrap(False)
        self.preview.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        self.preview.horizontalHeader().setSectionsClickable(False)
        self.preview.verticalHeader().setSectionsClickable(False)
        self.preview.setMinimumHeight(120)
        self._put_together()
        self.heading.toggled.connect(self._choose)
        for choice in (self.answer, self.segment, self.day, self.order):
            choice.activated.connect(self._choose)
        self.separator.activated.connect(self._choose_separator)

    def columns(self) -> Columns:
        """Return what is chosen."""
        return Columns(
            self.answer.currentData() or 0,
            self.segment.currentData(),
            self.day.currentData(),
            self.heading.isChecked(),
            self.order.currentData(),
        )

    def show_rows(self, rows: CsvRows, columns: Columns) -> None:
        """Show a table, with these columns chosen."""
        self._rows = rows
        with QSignalBlocker(self.heading):
            self.heading.setChecked(columns.heading)
        self.separator.setCurrentIndex(self.separator.findData(rows.separator))
        self.order.setCurrentIndex(self.order.findData(columns.order or self._usual_order(rows)))
        self.ask_order("")
        self._fill(columns)

    def ask_order(self, example: str) -> None:
        """Let people say in which order day and month stand; not where `example`, a day that may be two, is empty."""
        self.order_name.setText(self._words.t("Read {day} as", day=plain(example, _LONGEST)) if example else "")
        self.order_name.setVisible(bool(example))
        self.order.setVisible(bool(example))

    def _usual_order(self, rows: CsvRows) -> Order:
        """Return the order that is usual where German is spoken, and wherever semicolons stand between fields."""
        return "day-first" if self._words.language == "de" or rows.separator == ";" else "month-first"

    def _fill(self, columns: Columns) -> None:
        names = [self._name(at, heading=columns.heading) for at in range(self._rows.width)]
        for choice, chosen in ((self.answer, columns.answer), (self.segment, columns.segment), (self.day, columns.day)):
            choice.clear()
            if choice is not self.answer:
                choice.addItem(self._words.t("No column"), None)
            for at, name in enumerate(names):
                choice.addItem(name, at)
            choice.setCurrentIndex(max(0, choice.findData(chosen)))
        self._show_preview(columns, names)

    def _name(self, at: int, *, heading: bool) -> str:
        named = plain(self._rows.rows[0][at], _LONGEST) if heading else ""
        return named or self._words.t("Column {n}", n=at + 1)

    def _show_preview(self, columns: Columns, names: list[str]) -> None:
        body = (self._rows.rows[1:] if columns.heading else self._rows.rows)[:_SHOWN_ROWS]
        shown = names[:_SHOWN_COLUMNS]
        t = self._words.t
        roles = {columns.answer: t("Answer (0–10)"), columns.segment: t("Segment"), columns.day: t("Day")}
        self.preview.clear()
        self.preview.setColumnCount(len(shown))
        self.preview.setRowCount(len(body))
        self.preview.setHorizontalHeaderLabels(
            [f"{name} → {roles[at]}" if at in roles else name for at, name in enumerate(shown)]
        )
        for down, row in enumerate(body):
            for across in range(len(shown)):
                item = QTableWidgetItem(plain(row[across], _LONGEST))
                item.setToolTip(tooltip_text(plain(row[across], 4 * _LONGEST)))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.preview.setItem(down, across, item)
        for column in range(len(shown)):
            hint = self.preview.horizontalHeader().sectionSizeHint(column)
            self.preview.setColumnWidth(column, max(_COLUMN_WIDTH, min(hint + 12, 2 * _COLUMN_WIDTH)))

    def _choose(self) -> None:
        self._fill(self.columns())
        self.changed.emit()

    def _choose_separator(self) -> None:
        self.separator_wanted.emit(self.separator.currentData())

    def _choice(self, name: str, said: str) -> Choice:
        made = Choice(said)
        made.setParent(self)
        made.setObjectName(name)
        return made

    def _put_together(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.heading, 0, 0, 1, 2)
        named = ((self.answer, "Answer (0–10)"), (self.segment, "Segment"), (self.day, "Day"), (self.separator, ""))
        for at, (choice, name) in enumerate(named):
            text = label(self._words.t(name) if name else self._words.t("Between the fields"), self)
            text.setBuddy(choice)
            grid.addWidget(text, 1, at)
            grid.addWidget(choice, 2, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.order_name, 3, 0, 1, 2)
        grid.addWidget(self.order, 3, 2)
        grid.addWidget(self.preview, 4, 0, 1, len(named))
        grid.setRowStretch(4, 1)
