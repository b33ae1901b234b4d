"""The findings as a tree: under each rule, or under each phase, what was found there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from cjeditor.analysis.check.found import Finding
from cjeditor.finding_wording import FindingWords
from cjeditor.texts import Texts
from cjeditor.window.plain import one_line, tooltip_text

Grouping = Literal["rule", "phase"]

_FINDING = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1


class FindingTree(QTreeWidget):
    """Shows findings; what is chosen and what is folded stays when they are found again.

    Signals:
        chosen(): another finding is chosen, or none.
        going_wanted(): people want to see on the map what the chosen one is about.
    """

    chosen = Signal()
    going_wanted = Signal()

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._by: Grouping = "rule"
        self._words = words
        self.setObjectName("finding_tree")
        self.setAccessibleName(words.t("Findings of the journey check"))
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        # Hidden to the eye, yet screen readers read it.
        self.setHeaderLabels([words.t("Finding")])
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(16)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemDoubleClicked.connect(self._tell_going)

    @property
    def finding(self) -> Finding | None:
        """The chosen finding; of a chosen group none."""
        item = self.currentItem()
        found = item.data(0, _FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    @property
    def rule(self) -> str:
        """The key of the rule of what is chosen; empty where that is a phase, or nothing."""
        finding, item = self.finding, self.currentItem()
        if finding is not None:
            return finding.rule
        return str(item.data(0, _GROUP)) if item is not None and item.childCount() and self._by == "rule" else ""

    def show_findings(self, some: Sequence[Finding], worded: FindingWords, by: Grouping) -> None:
        """Show these instead of what was shown."""
        finding, at = self.finding, self._row_of_current()
        folded = {group.data(0, _GROUP) for group in self._groups() if not group.isExpanded()}
        key = finding.key if finding is not None else None
        self.blockSignals(True)
        self.clear()
        self._by = by
        for name, title, members in self._grouped(some, worded, by):
            group = QTreeWidgetItem(self, [f"{title}  {self._words.number(len(members))}"])
            group.setData(0, _GROUP, name)
            font = QFont(self.font())
            font.setBold(True)
            group.setFont(0, font)
            for each in members:
                child = self._row(each, worded, by)
                group.addChild(child)
                if each.key == key:
                    self.setCurrentItem(child)
            group.setExpanded(name not in folded)
        if key is not None and self.currentItem() is None:
            self._go_to_row(at)
        self.blockSignals(False)
        self.chosen.emit()

    def _grouped(
        self, some: Sequence[Finding], worded: FindingWords, by: Grouping
    ) -> list[tuple[str, str, list[Finding]]]:
        groups: dict[str, list[Finding]] = {}
        for each in some:
            groups.setdefault(each.rule if by == "rule" else each.phase, []).append(each)
        if by == "rule":
            return [(key, worded.title(key), members) for key, members in groups.items()]
        order = {phase: at for at, phase in enumerate(worded.phases(some))}
        titled = sorted(groups.items(), key=lambda pair: order.get(pair[0], -1))
        whole = self._words.t("The whole map")
        return [(key, worded.phase(members[0]) or whole, members) for key, members in titled]

    def _row(self, finding: Finding, worded: FindingWords, by: Grouping) -> QTreeWidgetItem:
        place, said = worded.place(finding), worded.sentence(finding)
        parts = (place, said) if by == "rule" else (worded.title(finding.rule), place, said)
        text = one_line(" · ".join(parts))
        row = QTreeWidgetItem([text])
        row.setData(0, _FINDING, finding)
        row.setToolTip(0, tooltip_text(text))
        return row

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [each for each in found if each is not None]

    def _row_of_current(self) -> int:
        rows = self._rows()
        item = self.currentItem()
        return next((at for at, each in enumerate(rows) if each is item), -1)

    def _rows(self) -> list[QTreeWidgetItem]:
        """Return all findings from the top down."""
        rows = (group.child(at) for group in self._groups() for at in range(group.childCount()))
        return [each for each in rows if each is not None]

    def _go_to_row(self, at: int) -> None:
        """Choose what stands now where the finding stood that is gone."""
        rows = self._rows()
        if rows and at >= 0:
            self.setCurrentItem(rows[min(at, len(rows) - 1)])

    def _tell_chosen(self) -> None:
        self.chosen.emit()

    def _tell_going(self) -> None:
        if self.finding is not None:
            self.going_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the map with Enter; fold a group with it."""
        item = self.currentItem()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or item is None:
            super().keyPressEvent(event)
        elif self.finding is not None:
            self.going_wanted.emit()
        else:
            item.setExpanded(not item.isExpanded())
