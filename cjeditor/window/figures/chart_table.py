"""The numbers of a chart as a table that can be read aloud and copied."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cjeditor.canvas.clip_text import harmless
from cjeditor.layout.charts.chart import ChartTable
from cjeditor.window.own_keys import asks_for_clipboard, asks_for_deletion
from cjeditor.window.plain import tooltip_text

_AnyIndex = QModelIndex | QPersistentModelIndex
_WIDEST = 420
_NOWHERE = QModelIndex()
"""The parent of all cells of a table."""


class TableRows(QAbstractTableModel):
    """The rows of one chart's table."""

    def __init__(self, table: ChartTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.head)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text and how it is set."""
        said = self._table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return said
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(said)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._table.head[index.column()]}: {said}"
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in self._table.numbers:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading, or a row's number."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._table.head[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)


class TableView(QTableView):
    """Shows one chart's table, as high as it is. Copying takes the chosen cells, or all where none is."""

    def __init__(self, table: ChartTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._rows = TableRows(table, self)
        self.setObjectName("chart_table")
        self.setAccessibleName(table.title)
        self.setModel(self._rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.resizeColumnsToContents()
        for column in range(self._rows.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + 12, _WIDEST))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = sum(self.rowHeight(row) for row in range(self._rows.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + bar)
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
            self.clearSelection()

    def copied(self) -> str:
        """Return what copying puts on the clipboard: cells with tabs between them, none a formula to a spreadsheet."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen}) or range(self._rows.rowCount())
        columns = sorted({index.column() for index in chosen}) or range(self._rows.columnCount())
        heads = [] if chosen else [[self._table.head[column] for column in columns]]
        cells = [[self._table.rows[row][column] for column in columns] for row in rows]
        return "\n".join("\t".join(harmless(" ".join(cell.split())) for cell in row) for row in (*heads, *cells))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that copy and change from the window: they are for the cells here, not for the map."""
        if _asks_for_all(event) or asks_for_clipboard(event) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; what would change something does nothing here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            data = QMimeData()
            data.setText(self.copied())
            QGuiApplication.clipboard().setMimeData(data)
        else:
            super().keyPressEvent(event)


def _asks_for_all(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.SelectAll)
