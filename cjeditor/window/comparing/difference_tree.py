"""What differs between two maps as a tree: under each phase, what was added, removed, moved and changed there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cjeditor.comparison_wording import MARK_NAMES, MARKS, Row
from cjeditor.texts import Texts
from cjeditor.window.plain import one_line, tooltip_text

_RECORD = Qt.ItemDataRole.UserRole
_SUBJECT_WIDTH = 380
_NOTHING = "–"


class DifferenceTree(QTreeWidget):
    """Lists differences.

    Signals:
        wanted(str): people want to see the card of that id on the map.
    """

    wanted = Signal(str)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("map_differences")
        self.setAccessibleName(words.t("Differences"))
        self.setColumnCount(3)
        self.setHeaderLabels([words.t("Kind"), words.t("What"), words.t("How")])
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, _SUBJECT_WIDTH)
        header.setStretchLastSection(True)
        self.itemActivated.connect(self._tell)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead of what was shown."""
        words = self._words
        self.clear()
        groups: dict[str, list[Row]] = {}
        for each in rows:
            groups.setdefault(each.phase, []).append(each)
        for phase, members in groups.items():
            name = one_line(phase) or words.t("The map itself")
            said = words.tn("{name}: {n} difference", "{name}: {n} differences", len(members), name=name)
            group = QTreeWidgetItem(self, [said])
            group.setFirstColumnSpanned(True)
            for column in (1, 2):  # whoever walks over them hears where they are
                group.setData(column, Qt.ItemDataRole.AccessibleTextRole, said)
            font = QFont(self.font())
            font.setBold(True)
            group.setFont(0, font)
            for each in members:
                details = one_line("; ".join(each.details)) or _NOTHING
                texts = [f"{MARKS[each.mark]} {words.t(MARK_NAMES[each.mark])}", one_line(each.subject), details]
                row = QTreeWidgetItem(group, texts)
                row.setData(0, _RECORD, each.record_id)
                row.setToolTip(1, tooltip_text(texts[1]))
                row.setToolTip(2, tooltip_text("\n".join(each.details)))
            group.setExpanded(True)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _tell(self, item: QTreeWidgetItem) -> None:
        record = item.data(0, _RECORD)
        if record:
            self.wanted.emit(record)
