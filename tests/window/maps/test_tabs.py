from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from cjeditor.model.edits import maps
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.window import menu_plan
from cjeditor.window.maps.tab_bar import NARROWEST, WIDEST
from tests.builders import MAP, small_project
from tests.window.maps.conftest import Hands

CTRL = Qt.KeyboardModifier.ControlModifier


def test_one_tab_a_map_the_first_in_front(hands: Hands) -> None:
    assert hands.titles() == ["A first home", "Later", "Third"]
    assert hands.bar.currentIndex() == 0
    assert hands.tabs.isVisible()
    assert hands.tabs.y() > hands.canvas.y(), "below the map, as sheets have them"


def test_a_click_shows_the_map_everywhere(qtbot: QtBot, hands: Hands) -> None:
    hands.click(1)
    assert hands.canvas.map_id == "map_2"
    assert hands.titles()[1] == "Later"
    assert hands.window.status.counts.text().startswith("0 phases")
    assert hands.flow.lead.state.text() == "Future state"
    assert hands.flow.lead.persona.text() == "No persona"
    properties = hands.window.room.contents.properties  # type: ignore[attr-defined]  # the room has it
    assert properties.form.fields["title"].isEnabled()
    assert properties._subject.map_id == "map_2"
    hands.click(0)
    assert hands.window.status.counts.text().startswith("3 phases")
    assert hands.flow.lead.persona.text() == "Mia"
    assert properties.form is not None
    assert properties._subject.map_id == MAP


def test_keys_go_from_map_to_map(hands: Hands) -> None:
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        hands.key(key, CTRL)
        seen.append(hands.canvas.map_id)
    assert seen == ["map_2", "map_3", "map_3", "map_2"]
    assert hands.document.undo_stack.count() == 0


def test_what_is_being_written_is_kept_before_the_map_goes(qtbot: QtBot, hands: Hands) -> None:
    hands.canvas.cards.go_to(1)
    hands.key(Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "!")
    hands.click(1)
    assert hands.canvas.map_id == "map_2"
    assert next(each.title for each in hands.project.maps[0].touchpoints if each.id == "tp_a") == "Advert!"


def test_a_refused_text_holds_the_map(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands.flow, "_finish_editing", lambda: False)
    hands.click(2)
    assert hands.canvas.map_id == MAP
    assert hands.titles() == ["A first home", "Later", "Third"]


def test_each_map_keeps_its_zoom_place_and_choice(hands: Hands) -> None:
    hands.canvas.cards.go_to(7)
    hands.canvas.view.zoom_to(2.0)
    hands.canvas.view.scroll_by(150, 60)
    corner = hands.canvas.view.scene_point(QPointF(0, 0))
    hands.click(2)
    hands.canvas.view.zoom_to(0.5)
    hands.canvas.picking.select_all()
    hands.click(0)
    assert hands.canvas.view.zoom == 2.0
    assert hands.window.status.zoom.text().startswith("200")
    assert (hands.canvas.view.scene_point(QPointF(0, 0)) - corner).manhattanLength() < 1
    assert hands.canvas.selection.ids == {"tp_d"}
    hands.click(2)
    assert hands.canvas.view.zoom == 0.5
    assert len(hands.canvas.selection.ids) == 8


def test_another_project_is_seen_from_its_top(hands: Hands) -> None:
    hands.canvas.view.zoom_to(2.0)
    hands.canvas.view.scroll_by(150, 60)
    hands.canvas.cards.go_to(7)
    hands.window.room.show_project(small_project(), None, None)
    assert hands.canvas.view.scene_point(QPointF(0, 0)) == QPointF(0, 0)
    assert hands.canvas.selection.ids == frozenset()
    assert Hands(hands.window).titles() == ["A first home", "Later"]


# ---------------------------------------------------------------------------------------------------------- order
@pytest.mark.parametrize(("place", "to", "order"), [(0, 2, "231"), (2, 0, "312"), (1, 2, "132"), (1, 0, "213")])
def test_a_dragged_tab_is_one_step(hands: Hands, place: int, to: int, order: str) -> None:
    moved = hands.order()[place]
    hands.drag(place, to)
    assert hands.order() == [f"map_{number}" for number in order]
    assert hands.canvas.map_id == moved
    assert len(hands.titles()) == 3
    assert hands.document.undo_stack.count() == 1
    hands.ask("edit.undo")
    assert hands.order() == ["map_1", "map_2", "map_3"]
    assert hands.titles() == ["A first home", "Later", "Third"]


def test_a_tab_dragged_there_and_back_is_no_step(hands: Hands) -> None:
    start, over = hands.middle(0), hands.middle(1) + QPoint(12, 0)
    passed: list[str] = []
    hands.bar.tabMoved.connect(lambda _from, _to: passed.append("moved"))
    hands.drag_along([start + (over - start) * part / 8 for part in (*range(9), *range(8, -1, -1))])
    assert len(passed) == 2
    assert hands.order() == ["map_1", "map_2", "map_3"]
    assert hands.document.undo_stack.count() == 0


def test_the_menu_moves_too_and_stops_at_the_ends(hands: Hands) -> None:
    assert not hands.can("map.left")
    hands.ask("map.right")
    hands.ask("map.right")
    assert hands.order() == ["map_2", "map_3", "map_1"]
    assert not hands.can("map.right")
    assert hands.titles()[2] == "A first home"


# ----------------------------------------------------------------------------------------------------------- names
@pytest.mark.parametrize("how", ["double click", "F2", "menu"])
def test_a_map_is_renamed_in_place(qtbot: QtBot, hands: Hands, how: str) -> None:
    if how == "double click":
        QTest.mouseDClick(hands.bar, Qt.MouseButton.LeftButton, pos=hands.middle(1))
    else:
        hands.click(1)
        if how == "F2":
            hands.bar.setFocus()
            hands.key(Qt.Key.Key_F2)
        else:
            hands.ask("map.rename")
    field = hands.field()
    assert field.hasFocus()
    assert field.selectedText() == "Later"
    qtbot.keyClicks(field, "R & D <b>")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert hands.map.title == "R & D <b>"
    assert hands.titles()[1] == "R && D <b>"
    assert "&lt;b&gt;" in hands.bar.tabToolTip(1)
    assert not hands.is_writing()
    hands.ask("edit.undo")
    assert hands.titles()[1] == "Later"


def test_escape_keeps_the_name(qtbot: QtBot, hands: Hands) -> None:
    hands.ask("map.rename")
    qtbot.keyClicks(hands.field(), "Other")
    qtbot.keyClick(hands.field(), Qt.Key.Key_Escape)
    assert not hands.is_writing()
    assert hands.document.undo_stack.count() == 0
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.isAncestorOf(QApplication.focusWidget())


def test_going_elsewhere_keeps_what_was_written(qtbot: QtBot, hands: Hands) -> None:
    hands.ask("map.rename")
    qtbot.keyClicks(hands.field(), "Other")
    hands.canvas.setFocus()
    assert hands.map.title == "Other"
    hands.ask("map.rename")
    qtbot.keyClicks(hands.field(), "Third one")
    assert hands.window.room.finish_editing()  # type: ignore[attr-defined]  # what saving does first
    assert hands.map.title == "Third one"


def test_a_map_without_a_title_keeps_its_own(qtbot: QtBot, hands: Hands) -> None:
    hands.ask("map.rename")
    qtbot.keyClick(hands.field(), Qt.Key.Key_Delete)
    qtbot.keyClick(hands.field(), Qt.Key.Key_Return)
    assert hands.map.title == "A first home"
    assert "title" in hands.hint()


def test_a_title_that_cannot_be_kept_stays_in_the_field(qtbot: QtBot, hands: Hands) -> None:
    hands.ask("map.rename")
    hands.field().setText("a\x01b")
    qtbot.keyClick(hands.field(), Qt.Key.Key_Return)
    assert hands.is_writing()
    assert hands.hint()
    qtbot.keyClick(hands.field(), Qt.Key.Key_Escape)


def test_a_title_of_two_lines_is_left_alone_when_nobody_writes(
    qtbot: QtBot, with_project: Callable[[Project], Hands]
) -> None:
    hands = with_project(maps.set_map(small_project(), MAP, title="Two\nlines"))
    assert hands.titles()[0] == "Two lines"
    hands.ask("map.rename")
    qtbot.keyClick(hands.field(), Qt.Key.Key_Return)
    assert hands.document.undo_stack.count() == 0


def test_keys_on_the_tabs_do_not_reach_the_cards(hands: Hands) -> None:
    hands.canvas.cards.go_to(1)
    hands.bar.setFocus()
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.document.undo_stack.count() == 0
    hands.key(Qt.Key.Key_Right)
    assert hands.canvas.map_id == "map_2"


# ------------------------------------------------------------------------------------------------------ menus, mouse
def test_the_context_menu_is_about_the_tab_under_the_pointer(hands: Hands) -> None:
    at = hands.middle(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hands.bar.mapToGlobal(at))
    QApplication.sendEvent(hands.bar, event)
    assert hands.canvas.map_id == "map_3"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    expected = [entry for entry in menu_plan.CONTEXT_MENUS["tab"].entries if entry != "-"]
    assert [action.data() for action in menu.actions() if action.data()] == expected
    menu.close()


def test_the_list_of_all_maps(hands: Hands) -> None:
    menu = hands.tabs.every.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["A first home", "Later", "Third"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    menu.actions()[2].trigger()
    assert hands.canvas.map_id == "map_3"


def test_the_middle_button_deletes_nothing(hands: Hands) -> None:
    hands.click(1, Qt.MouseButton.MiddleButton)
    assert hands.order() == ["map_1", "map_2", "map_3"]


def test_the_wheel_changes_no_map(hands: Hands) -> None:
    wheel(hands, -120)
    assert hands.canvas.map_id == MAP


ODD_TITLES = ("x" * 5000, "", "רכישת דירה", "👩🏽‍🚀🚀 & <i>", "&", "Führerscheinklassenwechselantrag " * 8, "[*]")


def wheel(hands: Hands, delta: int) -> None:
    at = QPointF(20, 10)
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        at, hands.bar.mapToGlobal(at), QPoint(), QPoint(0, delta), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(hands.bar, event)


# ------------------------------------------------------------------------------------------------------- odd titles
def test_any_title_fits_its_tab(with_project: Callable[[Project], Hands]) -> None:
    hands = with_project(small_project())
    for title in ODD_TITLES:
        hands.window.room.document.apply("", _titled(title))
        QApplication.processEvents()
        assert hands.bar.tabRect(0).width() <= WIDEST, title
        start, _, end = hands.bar.tabText(0).replace("&&", "&").partition("…")
        whole = title.strip() or "Untitled"
        assert whole.startswith(start)
        assert whole.endswith(end)
        assert start == whole or len(start) == len(end), "only of a very long one the middle is left out"
        assert hands.bar.tabText(0).count("&") == 2 * title.count("&")
        assert hands.window.width() < 2000, title


def _titled(title: str) -> Callable[[Project], Project]:
    def edit(project: Project) -> Project:
        return maps.set_map(project, MAP, title=title)

    return edit


def test_thirty_maps_scroll(qtbot: QtBot, with_project: Callable[[Project], Hands]) -> None:
    project = small_project()
    for number in range(28):
        title = f"Journey number {number} of somebody"
        project = maps.add_map(project, JourneyMap(id=f"map_x{number:02}", rank="a0", title=title))
    hands = with_project(project)
    assert len(hands.titles()) == 30
    assert hands.tabs.add.isVisible()
    assert hands.tabs.add.geometry().right() <= hands.tabs.width()
    first = hands.bar.tabRect(0).left()
    wheel(hands, -120)
    qtbot.waitUntil(lambda: hands.bar.tabRect(0).left() < first)
    hands.tabs.chosen.emit("map_x27")
    QApplication.processEvents()
    assert hands.bar.rect().intersects(hands.bar.tabRect(29)), "the map on screen has its tab in view"
    hands.ask("map.rename")
    qtbot.keyClicks(hands.field(), "Last")
    assert hands.tabs.rect().contains(hands.field().geometry())
    qtbot.keyClick(hands.field(), Qt.Key.Key_Return)
    assert hands.titles()[-1] == "Last"


def test_tabs_say_state_and_persona(hands: Hands) -> None:
    assert hands.bar.tabIcon(0).isNull()
    assert not hands.bar.tabIcon(1).isNull()
    assert hands.bar.accessibleTabName(1) == "Later, Future state"
    assert hands.bar.tabToolTip(0) == "A first home<br>Current state · Mia"


# ------------------------------------------------------------------------------------------------ undo across maps
def test_undo_goes_to_the_map_on_which_it_happened(hands: Hands) -> None:
    hands.document.apply("write", lambda p: set_touchpoint(p, MAP, ["tp_d"], title="New"))
    hands.click(2)
    hands.ask("edit.undo")
    assert hands.canvas.map_id == MAP
    assert hands.canvas.selection.ids == {"tp_d"}
    assert hands.titles() == ["A first home", "Later", "Third"]
    hands.click(1)
    hands.ask("edit.redo")
    assert hands.canvas.map_id == MAP


def test_a_change_of_the_shown_map_among_others_stays_here(hands: Hands) -> None:
    hands.click(2)
    hands.document.apply("delete persona", lambda p: maps.delete_persona(p, "ps_b"))
    hands.ask("edit.undo")
    assert hands.canvas.map_id == "map_3"


def test_many_tabs_stay_readable_and_are_scrolled(with_project: Callable[[Project], Hands]) -> None:
    project = small_project()
    for number in range(20):
        made = JourneyMap(id=f"map_x{number}", rank="a0", title=f"A rather long title of a map ({number})")
        project = maps.add_map(project, made)
    hands = with_project(project)
    bar = hands.bar
    assert min(bar.tabRect(place).width() for place in range(2, bar.count())) >= NARROWEST
    assert bar.findChild(QToolButton, "ScrollRightButton").isVisible()
    assert hands.tabs.width() <= hands.window.width()
    assert bar.elideMode() == Qt.TextElideMode.ElideMiddle, "copies differ at the end"


def test_the_end_of_a_very_long_title_stays_in_its_tab(with_project: Callable[[Project], Hands]) -> None:
    hands = with_project(maps.set_map(small_project(), MAP, title="x" * 400 + " (copy 2)"))
    assert hands.bar.tabText(0).endswith(" (copy 2)")
    assert len(hands.bar.tabText(0)) < 200
