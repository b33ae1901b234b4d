"""A canvas on a small map, and a mouse and keyboard for it, for the tests of this folder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import LIGHT
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, cell_cards, map_of, ordered, ordered_steps
from cjeditor.model.project import Project
from tests.builders import MAP

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """One canvas and what a person can do with it. Points are layout pixels of the map's body."""

    def __init__(self, project: Project) -> None:
        self.document = Document(project)
        self.canvas = MapCanvas(self.document, MAP, texts.of("en"), LIGHT)
        self.canvas.resize(1200, 900)
        self.canvas.show()
        QApplication.processEvents()
        self.canvas.activateWindow()
        self.canvas.setFocus()
        self.said: list[str] = []
        self.problems: list[str] = []
        self.canvas.refused.connect(self._take_problem)

    @property
    def map(self) -> JourneyMap:
        return map_of(self.document.project, MAP)

    @property
    def viewport(self) -> QWidget:
        return self.canvas.view.viewport()

    def card(self, card_id: str) -> Touchpoint | Note:
        return card(self.map, card_id)

    def cell(self, step: str, lane: str) -> list[str]:
        return [each.id for each in cell_cards(self.map, step, lane)]

    def phases(self) -> list[str]:
        return [each.id for each in ordered(self.map.phases)]

    def steps(self) -> list[str]:
        return [each.id for each in ordered_steps(self.map)]

    def lanes(self) -> list[str]:
        return [each.id for each in ordered(self.map.lanes)]

    def chosen(self) -> set[str]:
        return set(self.canvas.selection.ids)

    def middle(self, card_id: str) -> QPointF:
        box = self.canvas.desk.arrangement.cards[card_id]
        return QPointF(box.x + box.width / 2, box.y + box.height / 2)

    def in_cell(self, step: str, lane: str, *, down: float = 0.5) -> QPointF:
        column = self.canvas.desk.arrangement.column_of(step)
        row = self.canvas.desk.arrangement.lane_of(lane)
        assert column is not None
        assert row is not None
        return QPointF(column.x + column.width / 2, row.y + row.height * down)

    def at(self, point: QPointF) -> QPoint:
        """Return where a point of the map lies in the viewport."""
        return self.canvas.view.viewportTransform().map(point).toPoint()

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.viewport, LEFT, modifiers, self.at(point))

    def move(self, point: QPointF, widget: QWidget | None = None, *, buttons: Qt.MouseButton = LEFT) -> None:
        target = widget or self.viewport
        move_mouse(target, self.at(point) if widget is None else point.toPoint(), buttons)

    def release(self, point: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.viewport, LEFT, modifiers, self.at(point))

    def click(self, point: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.viewport, LEFT, modifiers, self.at(point))

    def carry(self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press, move in a few steps, and do not release."""
        self.press(start, modifiers)
        for part in (0.1, 0.5, 0.9, 1.0):
            self.move(start + (end - start) * part)

    def drag(self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.carry(start, end, modifiers)
        self.release(end, modifiers)

    def drag_in(self, widget: QWidget, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        """Drag in a header; its own pixels."""
        QTest.mousePress(widget, LEFT, NONE, start)
        for part in (0.1, 0.5, 0.9, 1.0):
            move_mouse(widget, start + (end - start) * part, LEFT)
        if drop:
            QTest.mouseRelease(widget, LEFT, NONE, end)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        target = QApplication.focusWidget() or self.canvas
        QTest.keyClick(target, key, modifiers)

    def type(self, words: str) -> None:
        for letter in words:
            target = QApplication.focusWidget() or self.canvas
            QTest.keyClicks(target, letter)

    def wheel(self, at: QPoint, delta: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.viewport.mapToGlobal(at)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.viewport, event)

    def _take_problem(self, problem: object) -> None:
        self.problems.append(getattr(problem, "code", ""))


def move_mouse(
    widget: QWidget, at: QPoint, buttons: Qt.MouseButton, modifiers: Qt.KeyboardModifier | None = None
) -> None:
    """Send a move with buttons held, which QTest's own move leaves out."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        buttons,
        QApplication.keyboardModifiers() if modifiers is None else modifiers,
    )
    QApplication.sendEvent(widget, event)
