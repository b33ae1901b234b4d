"""What is chosen of worksheets: which of them, on what paper, for notes of which size, and for how many."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from cjeditor.export.options import MOST_PARTICIPANTS, NOTE_SIZES, PAPERS, NoteSize, OwnSize, Paper
from cjeditor.export.parts import PARTS
from cjeditor.texts import Texts
from cjeditor.window.handout.choices import named_paper
from cjeditor.window.handout.longest_label import LongestLabel
from cjeditor.window.paper_fields import PaperFields, listed
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.worksheets.choices import Choices

_FIRST_OWN: Final = OwnSize(500, 700)
_FOR_EACH: Final = frozenset({"emotion-strips", "ballot"})
"""Sheets of which each participant gets one."""


class WorksheetChoice(QWidget):
    """The form.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(self, paper: Paper, named: int, words: Texts, parent: QWidget) -> None:
        """Make the form.

        Args:
            paper: the project's own.
            named: how many the project names as participants.
            words: the language of the window.
            parent: what it stands in.
        """
        super().__init__(parent)
        self._words = words
        self._own_paper = paper
        t = words.t
        self.sheets = {spec.key: self._tick(spec.key, t(spec.title), t(spec.tip)) for spec in PARTS if spec.worksheet}
        self.papers = PaperFields(tuple(PAPERS), _FIRST_OWN, t("Paper"), "paper", words, self)
        self._hints = (
            t("The grid is as large as the paper; all other sheets come on A4."),
            t("A grid too large for the paper goes on on further sheets; from A2 on it hangs in one piece."),
        )
        self.hint = LongestLabel(self._hints, self)
        self.hint.setObjectName("paper_hint")
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        sizes = [(t("as suits the paper"), 0), *((t("{mm} × {mm} mm", mm=size), size) for size in NOTE_SIZES)]
        self.notes = listed(sizes, t("Sticky notes"), "notes", self)
        self.participants = QSpinBox(self)
        self.participants.setObjectName("participants")
        self.participants.setAccessibleName(t("Participants"))
        self.participants.setRange(0, MOST_PARTICIPANTS)
        self.participants.setKeyboardTracking(False)
        self.participants.setSpecialValueText(
            t("{count}, named in the project", count=words.number(named)) if named else t("not known yet")
        )
        self._lay_out()
        for box in self.sheets.values():
            box.toggled.connect(self._tell)
        self.papers.changed.connect(self._tell)
        self.notes.currentIndexChanged.connect(self._tell)
        self.participants.valueChanged.connect(self._tell)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen; `changed` is not told."""
        with QSignalBlocker(self):
            for key, box in self.sheets.items():
                box.setChecked(key in choices.sheets)
            self.papers.show_paper(named_paper(choices.paper) or self._own_paper, landscape=choices.landscape)
            self.notes.setCurrentIndex(max(0, self.notes.findData(choices.note_size or 0)))
            self._look()

    def choices(self) -> Choices:
        """Return what is chosen, as it is remembered."""
        return Choices(
            sheets=tuple(key for key, box in self.sheets.items() if box.isChecked()),
            paper=self.papers.kept(self._own_paper),
            landscape=self.papers.is_landscape(),
            note_size=cast("NoteSize | None", self.notes.currentData() or None),
        )

    def count(self) -> int | None:
        """How many take part; None where the project may say so."""
        return self.participants.value() or None

    def _tick(self, key: str, title: str, tip: str) -> QCheckBox:
        made = QCheckBox(title, self)
        made.setObjectName(f"sheet_{key}")
        made.setToolTip(tooltip_text(tip))
        return made

    def _lay_out(self) -> None:
        t = self._words.t
        ticks = QVBoxLayout()
        ticks.setSpacing(6)
        for box in self.sheets.values():
            ticks.addWidget(box)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        name = label(t("Sheets"), self)
        # Beside the first of several lines a form puts labels lower than where they stand beside a single one.
        name.setMaximumHeight(self.sheets["grid"].sizeHint().height())
        form.addRow(name, ticks)
        self.papers.add_rows(form, t("Paper"), t("Size"), t("Orientation"))
        form.addRow("", self.hint)
        form.addRow(t("Sticky notes"), self.notes)
        people = QLabel(t("Participants"), self)
        people.setBuddy(self.participants)
        form.addRow(people, self.participants)
        self._form = form

    def _look(self) -> None:
        """Say what lies on which paper; notes matter to the grid only, and how many there are to what each one gets."""
        short = min(PAPERS["A3"])
        paper = self.papers.chosen()
        on_wall = (min(paper) > 400) if isinstance(paper, OwnSize) else min(PAPERS[paper]) > short
        self.hint.setText(self._hints[0] if on_wall else self._hints[1])
        self.notes.setEnabled(self.sheets["grid"].isChecked())
        self.participants.setEnabled(any(self.sheets[key].isChecked() for key in _FOR_EACH))
        self.papers.show_needed(self._form)

    def _tell(self) -> None:
        if not self.signalsBlocked():
            self._look()
            self.changed.emit()
