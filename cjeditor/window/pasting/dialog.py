"""Asks how pasted rows are meant and shows what would go where."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.interchange.paste_plan import READINGS, Advice, PasteAt, PastePlan, Reading, plan
from cjeditor.interchange.pasted import Pasted
from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import N_, Texts
from cjeditor.window.fitting import fit
from cjeditor.window.mnemonics import assign, marked
from cjeditor.window.pasting.planned_marks import PlannedMarks
from cjeditor.window.pasting.preview import PastePreview
from cjeditor.window.plain import label
from cjeditor.wording import plain

_WIDTH, _HEIGHT = 800, 560
"""Pixels, where the screen has them."""
_MOST_NAMED, _LONGEST_NAME = 4, 40

_CAPTIONS: Final[dict[str, str]] = {
    "lines": N_("One card per line, all in this cell"),
    "groups": N_("One card per top level, what is below becomes its text"),
    "across": N_("One card per table cell, columns are steps"),
    "rows": N_("One card per table cell, columns are steps and rows are lanes"),
    "named": N_("The first row names phases or steps, the first column names lanes"),
    "outline": N_("The top level names phases, what is below becomes cards"),
    "adds": N_("Add the phases and lanes that are missing"),
    "marks": N_("Read marks such as @, # and +1 at the ends of lines"),
    "paste": N_("Paste"),
}


class PasteDialog(QDialog):
    """The dialogue.

    Signals:
        chosen(PastePlan, bool): this is to be done; whether the marks in its texts are to be read.
    """

    chosen = Signal(object, bool)

    def __init__(
        self,
        pasted: Pasted,
        journey_map: JourneyMap,
        at: PasteAt,
        advice: Advice,
        marks: PlannedMarks,
        words: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about some rows.

        Args:
            pasted: the rows.
            journey_map: as it is now.
            at: the cell that was meant.
            advice: what is chosen at first.
            marks: reads the marks in the texts of a plan.
            words: of the window.
            parent: the window.
        """
        super().__init__(parent)
        self._pasted = pasted
        self._map = journey_map
        self._at = at
        self._advice = advice
        self._reader = marks
        self._words = words
        self._letters = assign([list(_CAPTIONS)], {key: words.t(text) for key, text in _CAPTIONS.items()})
        self.setObjectName("pasting")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Paste"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label(words.t("How is it meant?"), self))
        self._readings = QButtonGroup(self)
        self.readings: dict[Reading, QRadioButton] = {}
        self._offer_readings(layout)
        self.adds = self._check_box("adds", advice.adds)
        self.plan = self._planned()
        self.marks = self._check_box("marks", marks.are_meant(self.plan))
        self._adds_chosen = False
        self._found = 0
        for box in (self.adds, self.marks):
            layout.addWidget(box)
        self.preview = PastePreview(words, self)
        layout.addWidget(self.preview, 1)
        self._said = label("", self)
        self._said.setObjectName("hint")
        layout.addWidget(self._said)
        layout.addWidget(self._buttons())
        self._readings.buttonToggled.connect(self._take_reading)
        self.adds.toggled.connect(self._show)
        self.adds.clicked.connect(self._keep_adds)
        self.marks.toggled.connect(self._show)
        self._show()
        line = self.fontMetrics().height()
        fit(self, QSize(max(_WIDTH, 46 * line), max(_HEIGHT, 34 * line)))
        self.readings[self._reading()].setFocus()

    def _caption(self, key: str) -> str:
        return marked(self._words.t(_CAPTIONS[key]), self._letters.get(key, ""))

    def _offer_readings(self, layout: QVBoxLayout) -> None:
        for reading in READINGS[self._pasted.kind]:
            button = QRadioButton(self._caption(reading), self)
            button.setObjectName(reading)
            button.setChecked(reading == self._advice.reading)
            self._readings.addButton(button)
            self.readings[reading] = button
            layout.addWidget(button)

    def _check_box(self, key: str, checked: bool) -> QCheckBox:
        box = QCheckBox(self._caption(key), self)
        box.setObjectName(key)
        box.setChecked(checked)
        return box

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.accept_button = QPushButton(self._caption("paste"), self)
        self.accept_button.setDefault(True)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        return buttons

    def _reading(self) -> Reading:
        return next(reading for reading, button in self.readings.items() if button.isChecked())

    def _planned(self) -> PastePlan:
        return plan(self._pasted, self._map, self._at, self._reading(), adds=self.adds.isChecked())

    def _keep_adds(self) -> None:
        self._adds_chosen = True

    def _take_reading(self) -> None:
        """Another reading was chosen: as long as nobody said otherwise, what does not fit gets places of its own."""
        if self._readings.checkedButton() is None:
            return  # between two choices
        if not self._adds_chosen:
            reading = self._reading()
            without = plan(self._pasted, self._map, self._at, reading, adds=False)
            lacks = without.crowded > 0 or not without.texts
            self.adds.setChecked(self._advice.adds if reading == self._advice.reading else lacks)
        self._show()

    def _show(self) -> None:
        """Show what would be done now."""
        self.plan = self._planned()
        reads = self._reader.read(self.plan)
        self._found = sum(len(read.marks) for read in reads)
        self.marks.setVisible(self._found > 0)
        self.preview.show_plan(self.plan, self._map, reads if self.marks.isChecked() else ())
        self._said.setText(self._summary())
        self.accept_button.setEnabled(bool(self.plan.texts or self.plan.phases or self.plan.lanes))

    def _summary(self) -> str:
        made, tn = self.plan, self._words.tn
        parts = [tn("One card.", "{n} cards.", len(made.texts))]
        if made.phases:
            parts.append(tn("One new phase.", "{n} new phases.", len(made.phases)))
        if made.lanes:
            parts.append(tn("One new lane.", "{n} new lanes.", len(made.lanes)))
        if made.lost:
            names = [f"“{plain(name, _LONGEST_NAME)}”" for name in made.left_out[:_MOST_NAMED]]
            more = ["…"] if len(made.left_out) > _MOST_NAMED else []
            left = tn("One text is left out, since the map does not have {names}.",
                      "{n} texts are left out, since the map does not have {names}.",
                      made.lost, names=", ".join(names + more))  # fmt: skip
            parts.append(left)
        if made.crowded:
            parts.append(tn("One column or row does not fit on the map: its cards go into the last phase or lane.",
                            "{n} columns or rows do not fit on the map: their cards go into the last phase or lane.",
                            made.crowded))  # fmt: skip
        if self._found and self.marks.isChecked():
            parts.append(tn("One mark is read.", "{n} marks are read.", self._found))
        if self._pasted.total > len(self._pasted.rows):
            number = self._words.number
            some, every = number(len(self._pasted.rows)), number(self._pasted.total)
            parts.append(self._words.t("Only the first {some} of {all} lines are taken.", some=some, all=every))
        return " ".join(parts)

    def _choose(self) -> None:
        chosen, reads = self.plan, self._found > 0 and self.marks.isChecked()
        self.accept()
        self.chosen.emit(chosen, reads)
