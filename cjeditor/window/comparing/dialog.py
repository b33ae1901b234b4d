"""Two maps compared in one dialogue: which ones, and what differs, as a list, side by side or laid over each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.analysis.comparing_maps import Comparison
from cjeditor.analysis.overlaying import overlaid
from cjeditor.comparison_wording import MARK_NAMES, MARKS, Row, summary
from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.comparing.difference_tree import DifferenceTree
from cjeditor.window.comparing.marked_map import MarkedMap
from cjeditor.window.comparing.sides import Side
from cjeditor.window.comparing.together import Together
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label

_SIZE = QSize(1180, 720)
LIST, BESIDE, OVER = range(3)
"""The tabs."""


class CompareDialog(QDialog):
    """Shows what differs.

    Signals:
        pair_chosen(Side, Side): these two should be compared; the older one first.
        file_wanted(): the maps of another file should be offered, too.
    """

    pair_chosen = Signal(object, object)
    file_wanted = Signal()

    def __init__(self, words: Texts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._comparison: Comparison | None = None
        self._built: set[int] = set()
        self.setObjectName("compare_maps")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Compare maps"))
        self.older, self.newer = self._combo("compare_older"), self._combo("compare_newer")
        self.file = QPushButton(words.t("Another file…"), self)
        self.file.setObjectName("compare_file")
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self.file_wanted)
        self.message = label("", self)
        self.message.setObjectName("compare_summary")
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("compare_tabs")
        self.tabs.setDocumentMode(True)
        self.tree = DifferenceTree(words, self.tabs)
        self.tree.wanted.connect(self.show_card)
        self.tabs.addTab(self.tree, words.t("List"))
        self._pages = [QWidget(self.tabs), QWidget(self.tabs)]
        for page, title in zip(self._pages, (words.t("Side by side"), words.t("Over each other")), strict=True):
            QVBoxLayout(page).setContentsMargins(0, 8, 0, 0)
            self.tabs.addTab(page, title)
        self.tabs.currentChanged.connect(self._build)
        self.maps: list[MarkedMap] = []
        self._lay_out()
        fit(self, _SIZE)

    def offer(self, sides: Sequence[Side]) -> None:
        """Offer more maps in both lists; what is chosen stays chosen."""
        for combo in (self.older, self.newer):
            combo.blockSignals(True)
            for side in sides:
                combo.addItem(side.label, side)
            combo.blockSignals(False)

    def choose(self, older: Side, newer: Side) -> None:
        """Choose two that were offered, and ask for their comparison."""
        for combo, side in ((self.older, older), (self.newer, newer)):
            combo.blockSignals(True)
            at = next((row for row in range(combo.count()) if combo.itemData(row) is side), -1)
            combo.setCurrentIndex(at)
            combo.blockSignals(False)
        self._ask()

    def show_comparison(self, comparison: Comparison, found: Sequence[Row]) -> None:
        """Show what differs, and in these rows."""
        self._comparison = comparison
        self.tree.show_rows(found)
        self.message.setText(summary(found, self._words) or self._words.t("No differences."))
        self._forget_maps()
        self._build(self.tabs.currentIndex())

    def show_problem(self, text: str) -> None:
        """Say why there is nothing to compare."""
        self._comparison = None
        self.tree.show_rows(())
        self.message.setText(text)
        self._forget_maps()

    def show_card(self, card_id: str) -> None:
        """Show a card where the maps lie over each other."""
        self.tabs.setCurrentIndex(OVER)
        for each in self.maps:
            box = each.frame.desk.arrangement.cards.get(card_id)
            if box is not None and each.isVisible():
                each.frame.look_at(QRectF(box.x - 160, box.y - 80, 640, 320), 1.0)

    # ---------------------------------------------------------------------------------------------------- within
    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(20)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self._ask)
        return combo

    def _lay_out(self) -> None:
        words = self._words
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (text, combo) in enumerate(((words.t("Before"), self.older), (words.t("After"), self.newer))):
            name = label(text, self)
            name.setBuddy(combo)
            combo.setAccessibleName(text)
            grid.addWidget(name, 0, column)
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.file, 1, 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(20, 20, 20, 16)
        column_of_all.setSpacing(10)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.message)
        column_of_all.addWidget(self.tabs, 1)
        column_of_all.addWidget(buttons)

    def _ask(self) -> None:
        older, newer = self.older.currentData(), self.newer.currentData()
        if isinstance(older, Side) and isinstance(newer, Side):
            self.pair_chosen.emit(older, newer)

    def _forget_maps(self) -> None:
        for page in self._pages:
            layout = page.layout()
            while layout is not None and layout.count():
                item = layout.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.maps = []
        self._built = set()

    def _build(self, tab: int) -> None:
        """Make the maps of a tab when it is seen first."""
        if self._comparison is None or tab in self._built or tab == LIST:
            return
        self._built.add(tab)
        page = self._pages[tab - 1]
        layout = page.layout()
        if layout is None:
            return
        layout.addWidget(self._key(page))
        layout.addWidget(self._beside(self._comparison, page) if tab == BESIDE else self._over(self._comparison, page))

    def _key(self, page: QWidget) -> QWidget:
        """Return a line that explains the signs."""
        said = "   ".join(f"{MARKS[mark]} {self._words.t(name)}" for mark, name in MARK_NAMES.items())
        key = label(said, page)
        key.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return key

    def _beside(self, comparison: Comparison, page: QWidget) -> QWidget:
        marks, newer = comparison.marks, comparison.pairs.newer
        before = {old: marks[new] for old, new in newer.items() if new in marks}
        before |= {one: mark for one, mark in marks.items() if mark == "removed"}
        splitter = QSplitter(Qt.Orientation.Horizontal, page)
        splitter.setChildrenCollapsible(False)
        one = MarkedMap(comparison.old_project, comparison.old, before, self._words, self._theme, splitter)
        other = MarkedMap(comparison.new_project, comparison.new, marks, self._words, self._theme, splitter)
        for each in (one, other):
            splitter.addWidget(each)
        splitter.setSizes([500, 500])
        Together(one.frame, other.frame, newer, splitter)
        self.maps += [one, other]
        return splitter

    def _over(self, comparison: Comparison, page: QWidget) -> QWidget:
        made = MarkedMap(comparison.new_project, overlaid(comparison), comparison.marks, self._words, self._theme, page)
        self.maps.append(made)
        return made
