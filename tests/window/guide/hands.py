"""The guide of a window, and what a person can see and do there, for the tests of this folder."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import map_of, ordered
from cjeditor.window.guide.answer_edit import AnswerEdit
from cjeditor.window.guide.guide import Guide
from cjeditor.window.guide.question_row import QuestionRow
from cjeditor.window.guide.row_list import RowList
from cjeditor.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


class Reader:
    """Somebody who works with the guide of one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.room = window.room
        self.canvas = window.room.canvas
        self.document = window.room.document

    @property
    def guide(self) -> Guide:
        return self.room.contents.guide

    @property
    def map(self) -> JourneyMap:
        return map_of(self.document.project, self.canvas.map_id)

    @property
    def phases(self) -> list[Phase]:
        return ordered(self.map.phases)

    @property
    def title(self) -> str:
        return self.guide.head.title.text().split("\n")[0]

    def row(self, at: int) -> QuestionRow:
        return self.guide.pages.questions.rows[at]

    def field(self, at: int) -> AnswerEdit:
        edit = self.row(at).edit
        assert edit is not None
        return edit

    def open(self, key: str) -> RowList:
        """Unfold a section of rows by its heading, and return its list."""
        section = self.guide.pages.sections[key]
        if not section.is_open:
            self.click(section.heading)
        content = section.content
        assert isinstance(content, RowList)
        return content

    def reach(self, widget: QWidget) -> None:
        """Scroll to a widget, so that a mouse could hit it."""
        self.guide.pages.ensureWidgetVisible(widget)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.reach(widget)
        QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        self.settle()

    def write(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        self.settle()

    def drag(self, source: QWidget, start: QPoint, target: QPoint) -> None:
        """Drag from a place in `source` to a point of the screen, and let go there."""
        QTest.mousePress(source, LEFT, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(source, start + QPoint(30, 5))
        overlays = self.window.findChildren(DragOverlay)
        assert overlays, "no drag has begun"
        overlay = overlays[-1]
        for share in (0.5, 1.0):
            at = overlay.mapFromGlobal(target)
            QTest.mouseMove(overlay, at * share)
        QTest.mouseRelease(overlay, LEFT, Qt.KeyboardModifier.NoModifier, overlay.mapFromGlobal(target))
        self.settle()

    def point_of(self, step: str, lane: str) -> QPoint:
        """The middle of a cell, on the screen."""
        view = self.canvas.view
        arrangement = self.canvas.desk.arrangement
        column = arrangement.column_of(step)
        row = arrangement.lane_of(lane)
        assert column is not None
        assert row is not None
        view.centerOn(column.x + column.width / 2, row.y + row.height / 2)
        at = view.mapFromScene(column.x + column.width / 2, row.y + row.height / 2)
        return view.viewport().mapToGlobal(at)

    def undo(self) -> None:
        self.document.undo_stack.undo()
        self.settle()

    @staticmethod
    def settle() -> None:
        for _ in range(4):
            QApplication.processEvents()
