"""The outline in its pane: tree or table, and the order of the table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.change import Change
from cjeditor.window.house import House
from cjeditor.window.outline import columns
from cjeditor.window.outline.card_table import CardTable
from cjeditor.window.outline.cells import Cells
from cjeditor.window.outline.look import style_sheet
from cjeditor.window.outline.map_tree import MapTree
from cjeditor.window.outline.offers import Offers
from cjeditor.window.outline.page import Page
from cjeditor.window.outline.pasting import CellPaste
from cjeditor.window.outline.reading import Reading
from cjeditor.window.outline.rewriting import Rewriting
from cjeditor.window.outline.table_columns import ColumnMenu, HeaderState
from cjeditor.window.outline.widths import Widths
from cjeditor.window.plain import label

_AS_TABLE = "outline_as_table"
_TREE_WIDTHS = (240, 130, 110, 56)
"""Pixels at 100 % of the tree's columns where there is little room."""


class Outline(QWidget):
    """The outline of the map on the canvas. Hidden, it does nothing.

    Signals:
        refused(Problem): what was written was not taken.
        hint(str): a sentence for the status bar.
        context_menu_requested(QPoint, str, str): as the canvas asks for one.
    """

    refused = Signal(object)
    hint = Signal(str)
    context_menu_requested = Signal(QPoint, str, str)

    def __init__(self, document: Document, canvas: MapCanvas, house: House) -> None:
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._house = house
        self._words = words = house.words
        self._map_id = ""
        self.setObjectName("outline_inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rewriting = Rewriting(document, canvas, words, self)
        self._rewriting.refused.connect(self.refused)
        self._put_together()
        as_table = house.preferences.flag(_AS_TABLE, True)
        self._buttons.button(1 if as_table else 0).setChecked(True)
        self._turn_to(1 if as_table else 0)
        header = self._table_view.horizontalHeader()
        self._show_order(header.sortIndicatorSection(), header.sortIndicatorOrder())
        header.sortIndicatorChanged.connect(self._show_order)
        self.set_theme(house.appearance.theme)
        house.appearance.theme_changed.connect(self.set_theme)
        document.changed.connect(self._take_change)
        canvas.desk.arranged.connect(self._follow_map)

    def finish_editing(self) -> bool:
        """Keep what is being written in a cell; False where it was refused and the field stays open."""
        return self.page.finish_editing()

    def paste(self) -> bool:
        """Paste into cells, and say whether that was meant: the focus is here and cells take it."""
        return self.page.view is QApplication.focusWidget() and self.page.paste()

    def rename(self) -> bool:
        """Write in the cell that has the focus, if one here has it, and say so."""
        if self.page.view is not QApplication.focusWidget():
            return False
        self.page.edit()
        return True

    def folded_rows(self) -> frozenset[str]:
        """Return the rows of the tree that are folded, by the ids of their records."""
        return frozenset(self._pages[0].folded)

    def fold(self, ids: frozenset[str]) -> None:
        """Fold these rows of the tree, also where something in them is chosen."""
        self._pages[0].fold(ids)

    @property
    def page(self) -> Page:
        """The page that is turned to."""
        return self._pages[self._stack.currentIndex()]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))

    def _put_together(self) -> None:
        words = self._words
        self._stack = QStackedWidget(self)
        self._pages = (self._tree_page(), self._table_page())
        self._buttons = QButtonGroup(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 12, 4)
        bar.setSpacing(6)
        for at, (text, icon) in enumerate(((words.t("Tree"), "tree-structure"), (words.t("Table"), "table"))):
            self._stack.addWidget(self._pages[at].view)
            self._pages[at].menu_wanted.connect(self.context_menu_requested)
            button = QToolButton(self)
            button.setText(text)
            button.setIcon(self._house.icons.icon(icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addButton(button, at)
            bar.addWidget(button)
        self._buttons.idClicked.connect(self._choose_page)
        bar.addStretch(1)
        for part in self._order_parts():
            bar.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _order_parts(self) -> tuple[QWidget, ...]:
        """Make what sorts the table by keyboard; the headings do so by mouse."""
        words = self._words
        name = label(words.t("Sort by"), self)
        name.setWordWrap(False)
        self.order = QComboBox(self)
        self.order.setAccessibleName(words.t("Sort by"))
        self.order.addItem(words.t("Journey"))
        self.order.addItems([words.t(columns.HEADINGS[one]) for one in columns.COLUMNS])
        name.setBuddy(self.order)
        name.setContentsMargins(8, 0, 4, 0)
        self.descending = QCheckBox(words.t("Descending"), self)
        self.descending.setContentsMargins(8, 0, 0, 0)
        self.descending.setEnabled(False)
        self.order.activated.connect(self._sort)
        self.descending.clicked.connect(self._sort)
        button = QToolButton(self)
        button.setText(words.t("Columns"))
        button.setObjectName("columns_button")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        names = [words.t(columns.HEADINGS[one]) for one in columns.COLUMNS]
        self.columns = ColumnMenu(self._table_view.horizontalHeader(), names, columns.TEXT, button, self)
        self.columns.changed.connect(self._pages[1].widths.fit)
        self._order = (button, name, self.order, self.descending)
        return self._order

    def _tree_page(self) -> Page:
        rows = MapTree(self._reading(), self._rewriting, self)
        view = QTreeView(self._stack)
        view.setObjectName("outline_tree")
        view.setAccessibleName(self._words.t("Outline of the map as a tree"))
        view.setUniformRowHeights(True)
        view.setExpandsOnDoubleClick(False)
        view.setModel(rows)
        view.header().setStretchLastSection(False)
        self._tree_state = HeaderState(view.header(), "outline_tree", self._house.preferences)
        self._tree_state.restore()
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        widths = Widths(view, view.header(), 0, _TREE_WIDTHS, "outline_tree_own_widths", self._house.preferences)
        offers = Offers(self._reading, ("text", None, None, None))
        cells = Cells(self._words, offers.at, self._rewriting.why, view)
        cells.draft_kept.connect(self._tell_of_draft)
        return Page(view, rows, cells, 0, self._canvas, widths)

    def _table_page(self) -> Page:
        rows = CardTable(self._reading(), self._rewriting, self)
        view = QTableView(self._stack)
        view.setObjectName("outline_table")
        view.setAccessibleName(self._words.t("Cards of the map as a table"))
        view.setModel(rows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setCornerButtonEnabled(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        header.setMinimumSectionSize(40)
        self._table_state = HeaderState(header, "outline_table", self._house.preferences)
        self._table_state.restore()
        usual = [columns.WIDTHS[one] for one in columns.COLUMNS]
        widths = Widths(view, header, columns.TEXT, usual, "outline_table_own_widths", self._house.preferences)
        cells = Cells(self._words, Offers(self._reading, columns.COLUMNS).at, self._rewriting.why, view)
        cells.draft_kept.connect(self._tell_of_draft)
        self._table_view = view
        pasting = CellPaste(view, rows, self._rewriting)
        pasting.hint.connect(self.hint)
        return Page(view, rows, cells, columns.TEXT, self._canvas, widths, pasting)

    def _tell_of_draft(self) -> None:
        self.hint.emit(self._words.t("The text was not accepted. It will be there when you edit the cell again."))

    def _reading(self) -> Reading:
        return Reading(self._document.project, self._canvas.map_id, self._words)

    def turn_to(self, at: int) -> None:
        """Show the tree (0) or the table (1)."""
        self._buttons.button(at).click()

    def _choose_page(self, at: int) -> None:
        self._house.preferences.keep_flag(_AS_TABLE, at == 1)
        self.page.sleep()
        self._turn_to(at)
        self._wake()

    def _turn_to(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.setFocusProxy(self.page.view)
        for part in self._order:
            part.setVisible(at == 1)

    def _sort(self) -> None:
        order = Qt.SortOrder.DescendingOrder if self.descending.isChecked() else Qt.SortOrder.AscendingOrder
        self._table_view.sortByColumn(self.order.currentIndex() - 1, order)
        self._table_view.scrollTo(self._table_view.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def _show_order(self, column: int, order: Qt.SortOrder) -> None:
        self.order.setCurrentIndex(column + 1)
        self.descending.setChecked(order == Qt.SortOrder.DescendingOrder)
        self.descending.setEnabled(column >= 0)

    def _wake(self) -> None:
        if self.isVisible() and not self.page.is_awake:
            self._map_id = self._canvas.map_id
            self.page.wake(self._reading())

    def _take_change(self, change: Change) -> None:
        if not self.page.is_awake:
            return
        if self._canvas.map_id != self._map_id or self._map_id in change.touched("", "maps"):
            self._begin_again()
        elif change.fields or self._map_id in change.map_ids or change.touched("", "channels"):
            self.page.take(self._reading(), change)

    def _follow_map(self) -> None:
        """Show the map that the canvas shows now; what changes within one map is heard from the document."""
        if self.page.is_awake and self._canvas.map_id != self._map_id:
            self._begin_again()

    def _begin_again(self) -> None:
        self._map_id = self._canvas.map_id
        self.page.wake(self._reading())

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the map."""
        super().showEvent(event)
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.page.sleep()
