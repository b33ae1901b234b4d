"""The pane of the journey check: the findings on the map, and what is said and done about the chosen one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from cjeditor.analysis.check.found import Finding
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.finding_wording import FindingWords
from cjeditor.layout.theme import Theme
from cjeditor.model.change import Change
from cjeditor.model.project import Project
from cjeditor.window.checking.check_edits import CheckEdits
from cjeditor.window.checking.details import FindingDetails
from cjeditor.window.checking.finding_tree import FindingTree, Grouping
from cjeditor.window.checking.style import style_sheet
from cjeditor.window.checking.work import CheckWork
from cjeditor.window.going import go_to
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label

GROUPINGS: Final[tuple[Grouping, ...]] = ("rule", "phase")
_SIDE_BY_SIDE: Final = 620
"""Pixels at 100 % from which list and details stand beside each other."""


class JourneyCheck(QWidget):
    """Shows what the journey check finds; looks again after changes, while it is seen.

    Signals:
        refused(Problem): an edit was refused.
        left(): the person goes on with the map.
        rules_wanted(): the rules should be shown, to be chosen.
    """

    refused = Signal(object)
    left = Signal()
    rules_wanted = Signal()

    def __init__(self, document: Document, canvas: MapCanvas, house: House) -> None:
        """Make it.

        Args:
            document: the project.
            canvas: shows the map that is checked.
            house: what the windows share.
        """
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._house = house
        self._words = words = house.words
        self._found: tuple[Finding, ...] = ()
        self._worded = FindingWords(document.project, words)
        self.setObjectName("check_inside")
        self.setAccessibleName(words.t("Journey check"))
        self.edits = CheckEdits(document, words, self)
        self.work = CheckWork(self._project, self._map_id, self)
        self.tree = FindingTree(words, self)
        self.details = FindingDetails(words, self)
        self.summary = label("", self)
        self.summary.setObjectName("check_summary")
        self.empty = label("", self)
        self.empty.setObjectName("check_empty")
        self.groupings = QButtonGroup(self)
        self._put_together()
        self._connect(document)
        self.set_theme(house.appearance.theme)

    @property
    def grouping(self) -> Grouping:
        """By what the findings are grouped."""
        return GROUPINGS[self.groupings.checkedId()]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))

    def take_focus(self) -> None:
        """Give the focus to the findings."""
        (self.tree if self.tree.isVisibleTo(self) else self.rules).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Check the map again, if anybody sees it."""
        if self.isVisible():
            self.work.begin()

    def _put_together(self) -> None:
        words = self._words
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(2)
        for at, text in enumerate((words.t("By rule"), words.t("By phase"))):
            button = KeyButton()
            button.setObjectName(f"check_by_{GROUPINGS[at]}")
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(at == 0)
            self.groupings.addButton(button, at)
            bar.addWidget(button)
        bar.addSpacing(8)
        bar.addWidget(self.summary, 1)
        self.rules = icon_button(
            self._house.icons, "check_rules", "sliders", words.t("Choose the rules of the journey check"), self
        )
        bar.addWidget(self.rules)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(12, 8, 12, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("check_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.empty, 1)
        column.addWidget(self._splitter, 1)

    def _connect(self, document: Document) -> None:
        document.changed.connect(self._take_change)
        self.work.found.connect(self._show)
        self.edits.refused.connect(self.refused)
        self.groupings.idClicked.connect(self._group)
        self.rules.clicked.connect(self.rules_wanted)
        self.tree.chosen.connect(self._follow_choice)
        self.tree.going_wanted.connect(self._go)
        self.details.going_wanted.connect(self._go)
        self.details.mending_wanted.connect(self._mend)
        self.details.turning_off_wanted.connect(self._turn_off)

    def _project(self) -> Project:
        return self._document.project

    def _map_id(self) -> str:
        return self._canvas.map_id

    def _take_change(self, _change: Change) -> None:
        if self.isVisible():
            self.work.begin_soon()

    def _show(self, project: Project, some: tuple[Finding, ...]) -> None:
        if project is not self._document.project:
            self.work.begin_soon()  # somebody went on meanwhile
            return
        words = self._words
        self._found = some
        self._worded = FindingWords(project, words)
        count = len(some)
        self.summary.setText(words.tn("{n} finding on this map", "{n} findings on this map", count) if count else "")
        self.empty.setText(
            words.t(
                "The journey check found nothing. The map is ready to be shown to somebody who was not in the room."
            )
        )
        had_focus = self.tree.hasFocus()
        self.empty.setVisible(not count)
        self._splitter.setVisible(bool(count))
        self._group()
        if had_focus and not count:
            self.rules.setFocus()

    def _group(self) -> None:
        self.tree.show_findings(self._found, self._worded, self.grouping)

    def _follow_choice(self) -> None:
        finding, rule = self.tree.finding, self.tree.rule
        if finding is not None:
            self.details.show_finding(finding, self._worded)
        elif rule:
            self.details.show_rule(rule, self._worded)
        else:
            self.details.show_nothing()

    def _go(self) -> None:
        finding = self.tree.finding
        if finding is not None and self._canvas.finish_editing():
            found = finding.found
            if any(go_to(self._canvas, one) for one in (found.about, *found.others)):
                self.left.emit()

    def _mend(self) -> None:
        finding = self.tree.finding
        if finding is not None and self._canvas.finish_editing() and self.edits.mend(finding):
            self.work.begin()

    def _turn_off(self) -> None:
        if self.tree.rule and self.edits.turn_off(self.tree.rule):
            self.work.begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Check what was not seen."""
        super().showEvent(event)
        self.work.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Check nothing that nobody sees."""
        super().hideEvent(event)
        self.work.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and details beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
