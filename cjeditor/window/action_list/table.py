"""The table of actions: its rows by key and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cjeditor.window.action_list.columns import COLUMNS, TITLE, shown
from cjeditor.window.action_list.rows import ActionRows, AnyIndex
from cjeditor.window.own_keys import asks_for, asks_for_deletion

_Standard = QKeySequence.StandardKey
_CELLS = (_Standard.Copy, _Standard.SelectAll)
"""Keys that mean rows here."""
_OF_THE_MAP = (_Standard.Cut, _Standard.Paste)
"""Keys that would change the map, whose cards people do not look at while they are here."""
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ActionTable(QTableView):
    """Shows `ActionRows`.

    Signals:
        chosen(): others are chosen.
        new_wanted(): an action should be added.
        removal_wanted(): the chosen ones should go.
        form_wanted(): all fields of the chosen one should be shown.
    """

    chosen = Signal()
    new_wanted = Signal()
    removal_wanted = Signal()
    form_wanted = Signal()

    def __init__(self, rows: ActionRows, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setObjectName("action_table")
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(40)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._show_form)
        self.selectionModel().selectionChanged.connect(self.chosen)
        rows.modelAboutToBeReset.connect(self._remember)
        rows.modelReset.connect(self._come_back)
        self._before: tuple[list[str], str, int] = ([], "", TITLE)

    @property
    def ids(self) -> list[str]:
        """The chosen actions from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        found = (self.rows.action(self.rows.index(row, 0)) for row in rows)
        return [each.id for each in found if each is not None]

    @property
    def current(self) -> str:
        """The action where the keys are; empty on a heading."""
        action = self.rows.action(self.currentIndex())
        return "" if action is None else action.id

    def choose(self, action_id: str, *, column: int = TITLE) -> bool:
        """Choose an action alone and go there; False where it is not listed."""
        row = self.rows.row_of(action_id)
        if row < 0:
            return False
        self.selectionModel().setCurrentIndex(self.rows.index(row, column), _ROWS)
        self.scrollTo(self.currentIndex())
        return True

    def write(self) -> None:
        """Write in the current cell, or the title where that cell cannot be written in."""
        index = self.currentIndex()
        if not index.isValid() or not self.current:
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(TITLE)
            self.setCurrentIndex(index)
        self.edit(index)

    def _show_form(self, index: AnyIndex) -> None:
        if self.rows.action(index) is not None and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.form_wanted.emit()

    def _remember(self) -> None:
        self._before = (self.ids, self.current, max(0, self.currentIndex().column()))

    def _come_back(self) -> None:
        """Choose what was chosen before, and let headings stand across all columns."""
        self.clearSpans()
        for row in self.rows.headings():
            self.setSpan(row, 0, 1, len(COLUMNS))
        ids, current, column = self._before
        if self.choose(current, column=column):
            for one in ids:
                row = self.rows.row_of(one)
                if row >= 0:
                    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                    self.selectionModel().select(self.rows.index(row, 0), flags)
        self.chosen.emit()

    def _copy(self) -> None:
        """Put the chosen rows onto the clipboard, for a spreadsheet or a mail."""
        reading = self.rows.reading
        some = [reading.action(each) for each in self.ids]
        lines = [
            "\t".join(shown(reading, each, column) for column in COLUMNS if not self._is_hidden(column))
            for each in some
            if each is not None
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _is_hidden(self, column: str) -> bool:
        return self.isColumnHidden(COLUMNS.index(column))

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for(event, Qt.Key.Key_F2, Qt.Key.Key_Insert) or asks_for_deletion(event) or _asks_for_cells(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write with F2, add with Ins, delete with Del, show all fields with Enter, copy rows."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(_Standard.Copy):
            self._copy()
        elif any(event.matches(each) for each in _OF_THE_MAP):
            event.accept()
        elif event.key() == Qt.Key.Key_F2:
            self.write()
        elif event.key() == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _asks_for_cells(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(each) for each in (*_CELLS, *_OF_THE_MAP))
    )
