"""Composes a handout: parts and page at the left, the pages as they will be printed at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cjeditor.export.legibility import IN_HAND
from cjeditor.export.options import HandoutOptions
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.file_composer import FileComposer
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.handout.choices import OWN_KIND, Choices, kept, to_keep
from cjeditor.window.handout.page_choice import PageChoice
from cjeditor.window.handout.preview_pane import BAR_STYLE, PreviewPane
from cjeditor.window.handout.set_choice import SetChoice
from cjeditor.window.house import House
from cjeditor.window.legibility_line import LegibilityLine

if TYPE_CHECKING:
    # Not before there is something to show.
    from cjeditor.export.preview import Preview

_SIZE = QSize(1240, 720)
_NEARLY = 0.995
"""Letters of 7.97 pt are not too small."""
_WIDTH, _HEIGHT = "handout_width", "handout_height"


class HandoutDialog(FileComposer):
    """The composer. What is chosen is remembered however it is closed, for the next handout of such a map.

    Signals:
        wanted(Path, HandoutOptions): this handout should be written.
    """

    wanted = Signal(object, object)

    def __init__(
        self, path: Path, project: Project, map_id: str, house: House, brands: Path, parent: QWidget | None = None
    ) -> None:
        """Show what was chosen last.

        Args:
            path: the file that is proposed.
            project: what is printed.
            map_id: which map of it.
            house: knows the words, the date and the person's settings.
            brands: the folder of the person's brands.
            parent: stands behind it.
        """
        super().__init__(house.words.t("Handout"), path, house.words, parent)
        self._house = house
        words = house.words
        self._kind = map_of(project, map_id).framework or OWN_KIND
        self.setObjectName("handout")
        self.setStyleSheet(BAR_STYLE)
        self.map = ElidedLabel(self)
        self.map.setObjectName("map")
        self.map.show_text(map_of(project, map_id).title.strip() or words.t("Untitled map"))
        self.sets = SetChoice(house.preferences.handouts, words, house.icons, self)
        self.page = PageChoice(project.settings.paper, project.language, brands, words, self)
        self.preview = PreviewPane(project, map_id, words, house.icons, self)
        self.legibility = LegibilityLine(words, self)
        self._lay_out()
        self._show(kept(house.preferences.handouts.last(self._kind)))
        self._connect()
        give_access_keys(self, [self.sets.parts])
        kept_size = QSize(house.preferences.number(_WIDTH), house.preferences.number(_HEIGHT))
        fit(self, _SIZE if kept_size.isEmpty() else kept_size)
        self.sets.sets.setFocus()
        self._look()
        self.preview.show_handout(self.options(), at_once=True)

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        return HandoutOptions(
            language=self.page.chosen_language(),
            paper=self.page.papers.chosen(),
            landscape=self.page.papers.is_landscape(),
            parts=self.sets.chosen(),
            date=self._house.today(),
            author=self._house.preferences.defaults.author,
            audience=self.page.chosen_audience(),
            brand=self.page.branding.chosen(),
            grey=self.page.grey.isChecked(),
        )

    def choices(self) -> Choices:
        """Return what is remembered of it."""
        return Choices(
            order=self.sets.parts.order,
            ticked=self.sets.parts.ticked,
            paper=self.page.kept_paper(),
            landscape=self.page.papers.is_landscape(),
            language=self.page.kept_language(),
            audience=self.page.chosen_audience(),
            brand=self.page.branding.name(),
            grey=self.page.grey.isChecked(),
        )

    def confirm(self) -> None:
        """Ask for the handout."""
        self.wanted.emit(self.path(), self.options())

    def done(self, result: int) -> None:
        """Remember what is chosen, and close."""
        self.preview.stop()
        preferences = self._house.preferences
        preferences.handouts.keep_last(self._kind, to_keep(self.choices()))
        preferences.keep_number(_WIDTH, self.width())
        preferences.keep_number(_HEIGHT, self.height())
        super().done(result)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(10)
        head = QFormLayout()
        head.addRow(QLabel(self._words.t("Map"), self), self.map)
        column.addLayout(head)
        column.addWidget(self.sets, 1)
        column.addWidget(self.page)
        self.sets.parts.setMinimumHeight(150)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(12)
        middle.addWidget(scrolling(left, self))
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.legibility)
        middle.addWidget(right)
        middle.setStretchFactor(1, 1)
        self.put_together(middle)

    def _show(self, choices: Choices) -> None:
        self.page.show_choices(choices)
        self.sets.show_parts(choices.order, choices.ticked)

    def _connect(self) -> None:
        self.sets.changed.connect(self._renew)
        self.sets.meant_for.connect(self.page.propose_audience)
        self.page.changed.connect(self._renew)
        self.target.changed.connect(self._look)
        self.preview.laid_out.connect(self._show_findings)

    def _renew(self) -> None:
        self._look()
        self.preview.show_handout(self.options())

    def _show_findings(self, preview: Preview) -> None:
        """Say what the pages tell: parts without anything, and whether the letters can be read."""
        self.sets.parts.show_empty(preview.empty)
        self.legibility.show_letters(preview.smallest, IN_HAND, is_legible=preview.smallest >= IN_HAND * _NEARLY)

    def _look(self) -> None:
        """There is something to create where a part is ticked and a file is named."""
        self.show_problem("")
        self.sets.show_audience(self.page.chosen_audience())
        self._create.setEnabled(self.target.is_named() and bool(self.sets.chosen()))
