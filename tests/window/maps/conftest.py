"""A window with three maps, and hands for its tabs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cjeditor.document import Document
from cjeditor.model.edits import copies, maps
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.maps.flow import MapsFlow
from cjeditor.window.maps.tabs import MapTabs
from tests.builders import MAP, small_project


class Hands:
    """What a person sees of the maps and does with them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.flow = window.room.maps  # type: ignore[attr-defined]  # the room has it
        assert isinstance(self.flow, MapsFlow)
        self.tabs: MapTabs = self.flow.tabs
        self.bar = self.tabs.bar
        self.canvas = window.room.canvas
        self.document: Document = window.room.document

    @property
    def project(self) -> Project:
        return self.document.project

    @property
    def map(self) -> JourneyMap:
        """The map on screen, as the canvas has it."""
        return map_of(self.project, self.canvas.map_id)

    def titles(self) -> list[str]:
        """What the tabs say, checked against the project."""
        found = [self.bar.tabText(place) for place in range(self.bar.count())]
        assert [self.bar.tabData(place) for place in range(self.bar.count())] == self.order()
        assert self.bar.tabData(self.bar.currentIndex()) == self.canvas.map_id
        return found

    def order(self) -> list[str]:
        return [each.id for each in ordered(self.project.maps)]

    def middle(self, place: int) -> QPoint:
        return self.bar.tabRect(place).center()

    def click(self, place: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.bar, button, pos=self.middle(place))

    def drag(self, place: int, to: int) -> None:
        """Drag a tab over others, with the moves in between."""
        start, end = self.middle(place), self.middle(to)
        end += QPoint(12 if to > place else -12, 0)
        self.drag_along([start + (end - start) * part / 12 for part in range(13)])

    def drag_along(self, points: list[QPoint]) -> None:
        """Press at the first point, move over all, release at the last; `QTest` would move without the button."""
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.bar, left, pos=points[0])
        for point in points[1:]:
            at = QPointF(point)
            plain = Qt.KeyboardModifier.NoModifier
            move = QMouseEvent(
                QEvent.Type.MouseMove, at, self.bar.mapToGlobal(at), Qt.MouseButton.NoButton, left, plain
            )
            QApplication.sendEvent(self.bar, move)
        QTest.mouseRelease(self.bar, left, pos=points[-1])

    def ask(self, row_id: str) -> None:
        self.window.actions_of_window.refresh()
        action = self.window.actions_of_window[row_id]
        assert action.isEnabled(), row_id
        action.trigger()

    def can(self, row_id: str) -> bool:
        self.window.actions_of_window.refresh()
        return self.window.actions_of_window[row_id].isEnabled()

    def field(self) -> QLineEdit:
        """The field in which a title is being written."""
        found = self.tabs.findChildren(QLineEdit, "map_name")
        open_ones = [one for one in found if one.isVisible()]
        assert len(open_ones) == 1
        return open_ones[0]

    def is_writing(self) -> bool:
        return any(one.isVisible() for one in self.tabs.findChildren(QLineEdit, "map_name"))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.canvas, key, modifier)

    def hint(self) -> str:
        return self.window.statusBar().currentMessage()


def three_maps() -> Project:
    """The small project, with a copy of its first map at the end: `map_1`, `map_2`, `map_3`."""
    numbers = iter(range(1, 1000))
    project = copies.duplicate_map(
        small_project(), MAP, new_map_id="map_3", new_ids=lambda prefix: f"{prefix}_3{next(numbers):03d}", title="Third"
    )
    return maps.move_map(project, "map_3", 2)


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    """A person before a window with three maps."""
    window.room.show_project(three_maps(), None, None)
    return at(qtbot, window)


@pytest.fixture
def with_project(qtbot: QtBot, window: MainWindow) -> Callable[[Project], Hands]:
    """What shows another project."""

    def show(project: Project) -> Hands:
        window.room.show_project(project, None, None)
        return at(qtbot, window)

    return show


def at(qtbot: QtBot, window: MainWindow) -> Hands:
    window.activateWindow()
    window.room.canvas.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return Hands(window)
