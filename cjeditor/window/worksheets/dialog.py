"""Asks for worksheets: which of them and for whom at the left, the sheets as they will be printed at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.worksheets.names import named
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.composed_subject import Subject
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.file_composer import FileComposer
from cjeditor.window.fitting import fit
from cjeditor.window.handout.preview_pane import BAR_STYLE, PreviewPane
from cjeditor.window.house import House
from cjeditor.window.worksheets.choice import WorksheetChoice
from cjeditor.window.worksheets.choices import kept, to_keep

_SIZE = QSize(1080, 680)


class WorksheetsDialog(FileComposer):
    """The dialogue for blank sheets made from a map. What is chosen is remembered however it is closed."""

    def __init__(self, subject: Subject, house: House, parent: QWidget | None = None) -> None:
        """Show what was chosen last; at first all sheets.

        Args:
            subject: the map that they are made from: a project may have several.
            house: knows the words, the date and the person's settings.
            parent: stands behind it.
        """
        words, project = house.words, subject.project
        super().__init__(words.t("Worksheets"), subject.path, words, parent)
        self._subject = subject
        self._house = house
        self._memory = house.preferences.worksheets
        self.setObjectName("worksheets")
        self.setStyleSheet(BAR_STYLE)
        self.map = ElidedLabel(self)
        self.map.setObjectName("map")
        self.map.show_text(subject.title or words.t("Untitled map"))
        self.choice = WorksheetChoice(project.settings.paper, len(named(project.settings)), words, self)
        self.preview = PreviewPane(project, subject.map_id, words, house.icons, self)
        self._lay_out()
        self.choice.show_choices(kept(self._memory.last(subject.kind)))
        self.choice.changed.connect(self._renew)
        self.target.changed.connect(self._look)
        give_access_keys(self)
        fit(self, _SIZE)
        self.choice.sheets["grid"].setFocus()
        self._look()
        self.preview.show_handout(self.options(), at_once=True)

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        chosen = self.choice.choices()
        return HandoutOptions(
            paper=self.choice.papers.chosen(),
            landscape=chosen.landscape,
            parts=chosen.sheets,
            date=self._house.today(),
            author=self._house.preferences.defaults.author,
            audience="facilitator",
            note_size=chosen.note_size,
            participants=self.choice.count(),
        )

    def done(self, result: int) -> None:
        """Remember what is chosen, give up what is being made, and close."""
        self.preview.stop()
        self._memory.keep_last(self._subject.kind, to_keep(self.choice.choices()))
        super().done(result)

    def _lay_out(self) -> None:
        left = QWidget()
        column = self.column(left, self.map)
        column.addWidget(self.choice)
        column.addStretch(1)
        self.put_together(left, self.preview)

    def _renew(self) -> None:
        self._look()
        self.preview.show_handout(self.options())

    def _look(self) -> None:
        """There is something to create where a sheet is ticked and a file is named."""
        sheets = self.choice.choices().sheets
        self.show_problem("" if sheets else self._words.t("Nothing is ticked. Tick the sheets that you need."))
        self._create.setEnabled(self.target.is_named() and bool(sheets))
