"""The table of actions with its filter above and the form of the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from cjeditor.document import Document
from cjeditor.model.fields import MixModel
from cjeditor.window.action_list import columns
from cjeditor.window.action_list.columns import COLUMNS, TITLE
from cjeditor.window.action_list.edits import ActionEdits
from cjeditor.window.action_list.filter_bar import FilterBar
from cjeditor.window.action_list.form import ActionForm
from cjeditor.window.action_list.listing import Order
from cjeditor.window.action_list.options_menu import OptionsMenu
from cjeditor.window.action_list.reading import ActionReading
from cjeditor.window.action_list.rows import ActionRows
from cjeditor.window.action_list.table import ActionTable
from cjeditor.window.house import House
from cjeditor.window.outline.cells import Cells
from cjeditor.window.outline.table_columns import HeaderState
from cjeditor.window.outline.widths import Widths
from cjeditor.window.plain import label

_FORM = "actions_form"
_GROUPED = "actions_by_owner"
_FORM_WIDTH = 300
_LEAST_HEIGHT = 48
_MIX = COLUMNS.index("mix")
_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class TablePage(QWidget):
    """Lists the actions.

    Signals:
        chosen(): other actions are chosen, or the same are chosen differently.
        hint(str): a sentence for the status bar.
    """

    chosen = Signal()
    hint = Signal(str)

    def __init__(self, document: Document, edits: ActionEdits, reading: ActionReading, house: House) -> None:
        super().__init__()
        self._house = house
        self._words = words = house.words
        self._edits = edits
        self.rows = ActionRows(reading, edits, house.icons, self)
        self.table = ActionTable(self.rows, words.t("Actions as a table"), self)
        self.filter = FilterBar(house, self)
        self.form = ActionForm(document, words, house.icons, self)
        self.empty = label("", self)
        self.empty.setObjectName("quiet")
        self.count = QLabel(self)
        self.count.setObjectName("quiet")
        self.options_button = self._button("action_options", words.t("Options"))
        self.form_button = self._button("action_details", words.t("All fields"))
        self.form_button.setCheckable(True)
        header = self.table.horizontalHeader()
        self._state = HeaderState(header, "actions_table", house.preferences)
        self._state.restore()
        usual = [columns.WIDTHS[one] for one in COLUMNS]
        self.widths = Widths(self.table, header, TITLE, usual, "actions_own_widths", house.preferences)
        self.cells = Cells(words, self.rows.offer, edits.why, self.table)
        self.table.setItemDelegate(self.cells)
        self._mix: MixModel | None = None
        self.options = OptionsMenu(header, self.options_button, words, self)
        self._put_together()
        self._connect()
        self.form_button.setChecked(house.preferences.flag(_FORM, False))
        self.options.by_owner.setChecked(house.preferences.flag(_GROUPED, False))
        self._show_form(self.form_button.isChecked())

    def read(self, reading: ActionReading) -> None:
        """Show this state of the actions."""
        self.filter.offer_owners(reading.owners())
        self._show_mix(reading.project.settings.mix_model)
        self.rows.read(reading)
        self._show_rest()

    def measure(self) -> None:
        """Give the columns the widths that what they hold needs."""
        self.widths.measure([self.rows.texts_in(at) for at in range(len(COLUMNS))])

    def add(self, action_id: str) -> None:
        """Go to a new action and write its title."""
        if not self.table.choose(action_id):
            self.filter.clear()
            self.table.choose(action_id)
        self.table.setFocus()
        self.table.write()

    def open_form(self) -> None:
        """Show the form and go there."""
        self.form_button.setChecked(True)
        self.form.take_focus()

    def finish_editing(self) -> bool:
        """Keep what is being written in a cell; False where it was refused and the field stays open.

        Where nobody sees the field, it closes: its text waits in the cell and holds up nothing.
        """
        if self.cells.finish():
            return True
        if not self.isVisible():
            self.cells.close()
            return True
        self.hint.emit(self._edits.why())
        return False

    def take_focus(self) -> None:
        """Give the focus to the table, and choose its first row where none is."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.ids and self.rows.count:
            first = next(at for at in range(self.rows.rowCount()) if self.rows.action(self.rows.index(at, 0)))
            self.table.selectionModel().setCurrentIndex(self.rows.index(first, TITLE), _ROW)

    def _button(self, name: str, text: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(name)
        made.setText(text)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _put_together(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 0, 8, 4)
        bar.setSpacing(6)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.count)
        bar.addWidget(self.options_button)
        bar.addWidget(self.form_button)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table, 1)
        self.empty.setContentsMargins(12, 8, 12, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.empty, 1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.form)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self.form.setMinimumWidth(_FORM_WIDTH)
        for part in (self.form, self.table):
            part.setMinimumHeight(_LEAST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.filter.changed.connect(self._filter)
        self.table.chosen.connect(self._show_chosen)
        self.table.form_wanted.connect(self.open_form)
        self.table.removal_wanted.connect(self._delete)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.rows.sort)
        self.form.left.connect(self.table.setFocus)
        self.form_button.toggled.connect(self._show_form)
        self.options.grouped.connect(self._group)
        self.options.mix_wanted.connect(self._edits.set_mix_model)
        self.options.columns_changed.connect(self.widths.fit)
        self.cells.enter_pressed.connect(self._keep_and_go_on)
        self.cells.draft_kept.connect(self._tell_of_draft)

    def _show_mix(self, model: MixModel) -> None:
        """Show the column of the marketing mix where the project uses a model of it, as long as nobody hides it."""
        if model != self._mix:
            self._mix = model
            self.options.show_mix(model)
            self.table.setColumnHidden(_MIX, not model)
            self.widths.fit()

    def _filter(self) -> None:
        self.rows.filter(self.filter.wanted)
        self._show_rest()

    def _group(self, grouped: bool) -> None:
        self._house.preferences.keep_flag(_GROUPED, grouped)
        order = self.rows.order
        self.rows.arrange(Order(order.column, order.descending, grouped))

    def _show_rest(self) -> None:
        words, all_of_them = self._words, len(self.rows.reading.project.actions)
        some = self.rows.count
        self.count.setText(words.t("{n} of {all}", n=words.number(some), all=words.number(all_of_them)))
        self.count.setVisible(some != all_of_them)
        self.table.setVisible(some > 0)
        self.empty.setVisible(some == 0)
        self.empty.setText(
            words.t("No action is like that. Esc in the search and “All owners” bring the others back.")
            if all_of_them
            else words.t("Nothing is planned yet. Choose cards on the map and add an action for them.")
        )
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.ids
        if self.form_button.isChecked():
            self.form.show_action(chosen[0] if len(chosen) == 1 else "", self.rows.reading)
        self.chosen.emit()

    def _show_form(self, shown: bool) -> None:
        self._house.preferences.keep_flag(_FORM, shown)
        self.form.setVisible(shown)
        if shown:
            self._show_chosen()

    def _delete(self) -> None:
        ids, row = self.table.ids, self.table.currentIndex().row()
        if ids:
            self._edits.delete(ids)
            near = min(row, self.rows.rowCount() - 1)
            if near >= 0:
                self.table.selectionModel().setCurrentIndex(self.rows.index(near, TITLE), _ROW)

    def _keep_and_go_on(self) -> None:
        below = self.table.currentIndex().siblingAtRow(self.table.currentIndex().row() + 1)
        kept = QPersistentModelIndex(below)
        if not self.cells.finish():
            return
        self.table.setFocus()
        if kept.isValid():
            index = self.rows.index(kept.row(), kept.column())
            self.table.selectionModel().setCurrentIndex(index, _ROW)

    def _tell_of_draft(self) -> None:
        self.hint.emit(self._words.t("The text was not accepted. It will be there when you edit the cell again."))
