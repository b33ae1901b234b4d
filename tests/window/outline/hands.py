"""The outline of a window, and what a person can do with it, for the tests of this folder."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QWidget

from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.outline.cell_text import CellText
from cjeditor.window.outline.columns import COLUMNS, Column
from cjeditor.window.outline.dock import Outline as OutlineInside
from cjeditor.window.outline.page import Page
from tests.builders import MAP


class Outline:
    """The outline of one window and what a person can do with it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.room = window.room
        self.dock: OutlineInside = window.room.contents.outline
        self.canvas = window.room.canvas
        self.document = window.room.document

    @property
    def page(self) -> Page:
        return self.dock.page

    @property
    def view(self) -> QAbstractItemView:
        return self.dock.page.view

    @property
    def map(self) -> JourneyMap:
        return map_of(self.document.project, MAP)

    def text(self, card_id: str) -> str:
        found = card(self.map, card_id)
        return getattr(found, "title", "") or getattr(found, "text", "")

    def show(self, at: str) -> None:
        """Turn to the page: tree or table."""
        buttons = self.dock._buttons
        buttons.button(0 if at == "tree" else 1).click()

    def index(self, record_id: str, column: Column = "text") -> QModelIndex:
        at = COLUMNS.index(column) if self.dock._stack.currentIndex() == 1 else 0
        return self.page.rows.index_of(record_id, at)

    def go_to(self, record_id: str, column: Column = "text") -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(self.index(record_id, column), flags.ClearAndSelect | flags.Rows)

    def click(self, record_id: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.view.scrollTo(self.index(record_id))
        at = self.view.visualRect(self.index(record_id)).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def field(self) -> QWidget:
        """The field that is open over a cell."""
        found = self.page._cells._open
        assert found is not None
        return found

    def refused(self, record_id: str, text: str) -> CellText:
        """Write a text that the model refuses, press Enter, and return the field."""
        self.go_to(record_id)
        self.press(Qt.Key.Key_F2)
        field = self.field()
        assert isinstance(field, CellText)
        field.selectAll()
        field.insertPlainText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return field

    def problem(self) -> str:
        """What is said to be wrong at the open field."""
        field = self.field()
        assert isinstance(field, CellText)
        return field.problem()

    def write(self, text: str) -> None:
        """Write into the open text field, in place of what is selected, and press Enter."""
        field = self.field()
        assert isinstance(field, QPlainTextEdit)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def order(self) -> list[str]:
        """The ids of the table's rows from top to bottom."""
        model = self.view.model()
        found = [self.page.rows.record(model.index(row, 0)) for row in range(model.rowCount())]
        return [record.id for record in found if record is not None]

    def chosen(self) -> set[str]:
        rows = self.view.selectionModel().selectedRows()
        found = [self.page.rows.record(index) for index in rows]
        return {record.id for record in found if record is not None}

    def current(self) -> str:
        found = self.page.rows.record(self.view.currentIndex())
        return "" if found is None else found.id
