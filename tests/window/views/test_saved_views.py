"""Saved views by real keys: kept, gone to as stations, followed by the room, managed, undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from cjeditor.analysis.finding import Sought
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.maps import set_map
from cjeditor.model.edits.phases import add_phase, delete_phases
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.views.dialog import ViewsDialog
from tests.builders import MAP
from tests.window.asking import ask
from tests.window.dialogues import any_shown, press, shown

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Viewer:
    """Somebody before a window on the small project."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.canvas = window.room.canvas
        self.document = window.room.document
        self._qtbot = qtbot

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)

    def save(self, name: str) -> None:
        self.key(Qt.Key.Key_F12, CTRL | SHIFT)
        dialog = shown(self._qtbot, QInputDialog, "save_view")
        field = dialog.findChild(QLineEdit)
        assert field is not None
        self._qtbot.waitUntil(field.hasFocus)
        title = dialog.fontMetrics().horizontalAdvance(dialog.windowTitle())
        assert dialog.width() > 2 * title, "there is room for the title beside the window's buttons"
        field.selectAll()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: not dialog.isVisible())
        self.come_back()

    def come_back(self) -> None:
        """Be before the window again: without a window manager nobody else sees to it."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        self.canvas.setFocus()

    def manage(self) -> ViewsDialog:
        self.key(Qt.Key.Key_F12, CTRL)
        return shown(self._qtbot, ViewsDialog)

    @property
    def names(self) -> list[str]:
        return [each.name for each in ordered(self.document.project.views)]

    @property
    def place(self) -> tuple[float, QPointF]:
        return self.canvas.view.zoom, self.canvas.view.scene_point(QPointF(0, 0))

    @property
    def said(self) -> str:
        return self.window.statusBar().currentMessage()


@pytest.fixture
def viewer(small_window: MainWindow, qtbot: QtBot) -> Iterator[Viewer]:
    yield Viewer(small_window, qtbot)
    for dialog in any_shown():
        dialog.close()


def two_stations(viewer: Viewer) -> None:
    """Save the whole map, and then phase b filtered, with the order."""
    viewer.key(Qt.Key.Key_9, CTRL)
    viewer.save("All")
    viewer.canvas.cards.go_to(3)
    viewer.canvas.finding.seek(Sought(text="e", evidence=frozenset({"assumption"}), emotions=frozenset({None, -1})))
    viewer.canvas.setFocus()
    viewer.key(Qt.Key.Key_N, CTRL | SHIFT)
    viewer.key(Qt.Key.Key_7, CTRL)
    viewer.save("Pain")


def test_a_view_comes_back_with_place_filter_and_order(viewer: Viewer) -> None:
    two_stations(viewer)
    assert viewer.names == ["All", "Pain"]
    there, steps = viewer.place, viewer.document.undo_stack.count()
    viewer.key(Qt.Key.Key_F12, SHIFT)
    assert viewer.said == "View 1 of 2: All"
    assert viewer.canvas.finding.sought is None
    assert not viewer.canvas.order_shown
    assert viewer.place[0] < there[0]
    viewer.key(Qt.Key.Key_F12)
    assert viewer.said == "View 2 of 2: Pain"
    assert viewer.canvas.finding.sought == Sought(
        text="e", evidence=frozenset({"assumption"}), emotions=frozenset({None, -1})
    )
    assert viewer.canvas.order_shown
    assert viewer.place[0] == pytest.approx(there[0], abs=0.01)
    assert (viewer.place[1] - there[1]).manhattanLength() < 2
    assert viewer.document.undo_stack.count() == steps  # looking is no step of work
    viewer.key(Qt.Key.Key_F12)
    assert viewer.said == "View 1 of 2: All"  # round the end


def test_a_view_stays_with_its_phase(viewer: Viewer) -> None:
    two_stations(viewer)
    left = viewer.place[1].x() - viewer.canvas.desk.arrangement.phases[1].x
    viewer.document.apply(
        "Add", lambda project: add_phase(project, MAP, phase_id="ph_new", step_id="st_new", index=0, name="Before")
    )
    viewer.key(Qt.Key.Key_F12, SHIFT)
    viewer.key(Qt.Key.Key_F12)
    assert viewer.place[1].x() - viewer.canvas.desk.arrangement.phases[2].x == pytest.approx(left, abs=2)
    focus = viewer.canvas.selection.focus
    assert focus is not None
    assert viewer.canvas.desk.arrangement.columns[0].step.id == "st_new"
    column = viewer.canvas.desk.arrangement.column_of(focus.step)
    assert column is not None
    assert column.phase.id == "ph_b"


def test_a_view_of_another_map_shows_that_map(viewer: Viewer) -> None:
    two_stations(viewer)
    ask(viewer.window, "map.next")
    viewer.save("Later")
    viewer.key(Qt.Key.Key_F12)
    assert viewer.canvas.map_id == MAP
    viewer.key(Qt.Key.Key_F12, SHIFT)
    assert viewer.canvas.map_id == "map_2"


def test_the_room_follows_to_the_phase_of_a_view(viewer: Viewer, qtbot: QtBot) -> None:
    two_stations(viewer)
    viewer.canvas.cards.go_to(1)
    ask(viewer.window, "view.room")
    room = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "room_view")
    showing = room.showing  # type: ignore[attr-defined]  # Qt knows it as a widget only
    showing.refresh()
    assert showing.shown.place.phase == "ph_a"
    viewer.come_back()
    viewer.key(Qt.Key.Key_F12, SHIFT)
    viewer.key(Qt.Key.Key_F12)
    showing.refresh()
    assert showing.shown.place.phase == "ph_b"
    showing.freeze(True)
    viewer.key(Qt.Key.Key_F12)
    showing.refresh()
    assert showing.shown.place.phase == "ph_b"
    room.close()


def test_saving_is_undone_and_redone(viewer: Viewer) -> None:
    viewer.save("One")
    viewer.key(Qt.Key.Key_Z, CTRL)
    assert viewer.names == []
    viewer.key(Qt.Key.Key_F12)  # there is nothing to go to
    viewer.key(Qt.Key.Key_Y, CTRL)
    assert viewer.names == ["One"]


def test_the_menu_lists_the_views_as_they_are_called(viewer: Viewer) -> None:
    menu = next(one for one in viewer.window.menuBar().findChildren(QMenu) if one.objectName() == "saved_views")
    assert menu.actions()[-1].text() == "No saved views yet"
    two_stations(viewer)
    viewer.save("Cats & dogs")
    assert [action.text() for action in menu.actions()[-3:]] == ["&1  All", "&2  Pain", "&3  Cats && dogs"]
    menu.actions()[-2].trigger()
    assert viewer.said == "View 2 of 3: Pain"
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()[-3:]] == [False, True, False]


def test_the_menu_is_made_anew_only_where_what_it_says_is_other(viewer: Viewer) -> None:
    two_stations(viewer)
    ask(viewer.window, "map.next")
    viewer.save("Later")
    menu = next(one for one in viewer.window.menuBar().findChildren(QMenu) if one.objectName() == "saved_views")
    before = menu.actions()
    viewer.document.apply("", lambda project: set_touchpoint(project, MAP, ["tp_a"], title="Letter"))
    assert menu.actions() == before
    viewer.document.apply("", lambda project: set_map(project, MAP, title="Cats & dogs"))
    assert [action.text() for action in menu.actions()[-3:-1]] == [
        "&1  All  –  Cats && dogs",
        "&2  Pain  –  Cats && dogs",
    ]


def test_views_are_renamed_moved_renewed_and_deleted_by_keys(viewer: Viewer, qtbot: QtBot) -> None:
    two_stations(viewer)
    dialog = viewer.manage()
    qtbot.waitUntil(dialog.list.hasFocus)
    assert dialog.list.currentItem().text() == "Pain"
    viewer.key(Qt.Key.Key_F2)
    field = dialog.list.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Where it hurts")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: viewer.names == ["All", "Where it hurts"])
    dialog.list.setFocus()
    viewer.key(Qt.Key.Key_Up, ALT)
    assert viewer.names == ["Where it hurts", "All"]
    assert dialog.list.currentItem().text() == "Where it hurts"
    viewer.key(Qt.Key.Key_Down)
    press(dialog, "Replace with this view")
    assert ordered(viewer.document.project.views)[1].text == "e"
    viewer.key(Qt.Key.Key_Z, CTRL)
    assert ordered(viewer.document.project.views)[1].text == ""
    viewer.key(Qt.Key.Key_Delete)
    assert viewer.names == ["Where it hurts"]
    viewer.key(Qt.Key.Key_Z, CTRL)
    assert viewer.names == ["Where it hurts", "All"]
    dialog.list.setCurrentRow(1)
    viewer.key(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert viewer.said == "View 2 of 2: All"


def test_an_empty_name_is_not_taken(viewer: Viewer) -> None:
    viewer.save("   ")
    assert viewer.names[0].strip() != ""
    viewer.save(viewer.names[0])
    dialog = viewer.manage()
    dialog.list.currentItem().setText("  ")
    assert dialog.list.currentItem().text() == viewer.names[1]
    dialog.close()


def test_one_can_begin_in_the_dialogue(viewer: Viewer, qtbot: QtBot) -> None:
    dialog = viewer.manage()
    press(dialog, "Save this view")
    field = dialog.list.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Begin")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: viewer.names == ["Begin"])
    assert dialog.isVisible()
    dialog.close()


def test_a_view_outlives_its_phase(viewer: Viewer) -> None:
    two_stations(viewer)

    def without_phase(project: Project) -> Project:
        return delete_phases(project, MAP, ["ph_b"])

    viewer.document.apply("Delete", without_phase)
    viewer.key(Qt.Key.Key_F12, SHIFT)
    viewer.key(Qt.Key.Key_F12)
    assert viewer.said == "View 2 of 2: Pain"
    assert viewer.place[1].x() == pytest.approx(0, abs=1)
    viewer.key(Qt.Key.Key_Z, CTRL)
    assert ordered(viewer.document.project.views)[1].phase == "ph_b"
