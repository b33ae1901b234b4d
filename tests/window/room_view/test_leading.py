"""The room is led by keys and clicks: pages, phases, spotlight, black, full screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.model.edits.cards import add_touchpoint
from cjeditor.model.project import Project
from cjeditor.window.room_view.window import AWAKE
from tests.builders import MAP
from tests.window.room_view.hands import Facilitator, room_views, settle

KEY = Qt.Key


def _crowded(project: Project) -> Project:
    """Twelve touchpoints more in the first phase."""
    for number in range(12):
        project = add_touchpoint(
            project, MAP, id=f"tp_x{number:02d}", step="st_a", lane="ln_a", index=0, title=f"Weg {number}"
        )
    return project


@pytest.fixture
def crowd(facilitator: Facilitator) -> Facilitator:
    """Return a facilitator whose first phase has more cards than a page holds."""
    facilitator.window.room.document.apply("Add", _crowded)
    settle()
    assert facilitator.view.pages.count > 1
    return facilitator


def test_keys_step_from_phase_to_phase(facilitator: Facilitator) -> None:
    seen = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Home, KEY.Key_End):
        facilitator.press(key)
        seen.append(facilitator.phase)
    assert seen == ["ph_b", "ph_c", "ph_c", "ph_b", "ph_a", "ph_c"]


def test_a_remote_control_walks_through_all_pages_of_all_phases_and_back(crowd: Facilitator) -> None:
    there = [(crowd.phase, crowd.view.pages.number)]
    for _ in range(crowd.view.pages.count + 1):
        crowd.press(KEY.Key_PageDown)
        there.append((crowd.phase, crowd.view.pages.number))
    assert [phase for phase, _ in there] == sorted(phase for phase, _ in there)
    assert there[-1] == ("ph_c", 0)
    assert len(set(there)) == len(there)
    back = [there[-1]]
    while back[-1] != there[0]:
        crowd.press(KEY.Key_PageUp)
        back.append((crowd.phase, crowd.view.pages.number))
    assert back == there[::-1]


def test_edges_dots_and_phases_are_clicked(crowd: Facilitator) -> None:
    crowd.click("on")
    assert crowd.view.pages.number == 1
    crowd.click("back")
    assert crowd.view.pages.number == 0
    crowd.click("page", "1")
    assert crowd.view.pages.number == 1
    assert f"2/{crowd.view.pages.count}" in crowd.said
    crowd.click("phase", "ph_b")
    assert (crowd.phase, crowd.view.pages.number) == ("ph_b", 0)


def test_the_page_with_the_focused_card_is_shown(crowd: Facilitator) -> None:
    last = crowd.view.pages.layout.pages[-1].cards[-1].card
    crowd.go_to(last.number)
    assert crowd.view.pages.number == crowd.view.pages.count - 1
    crowd.press(KEY.Key_PageUp)
    crowd.window.room.document.undo_stack.undo()
    settle()
    assert crowd.view.pages.number < crowd.view.pages.count


def test_commands_of_the_window_turn_pages(crowd: Facilitator) -> None:
    crowd.ask("room.on")
    assert crowd.view.pages.number == 1
    crowd.ask("room.back")
    assert crowd.view.pages.number == 0


def test_a_clicked_card_stands_alone_and_the_next_one_follows(facilitator: Facilitator) -> None:
    facilitator.click("card", "tp_a")
    assert facilitator.window.actions_of_window["room.light"].isChecked()
    assert {"Advert", "Talk", "Touchpoints"} <= set(facilitator.dimmed)
    assert facilitator.said.count("Advert") == 2
    facilitator.press(KEY.Key_PageDown)
    assert facilitator.said.count("Talk") == 2
    facilitator.press(KEY.Key_PageUp)
    assert facilitator.said.count("Advert") == 2
    facilitator.click("card", "tp_a")
    assert facilitator.dimmed == []


def test_a_click_beside_everything_and_escape_take_the_spotlight_away(facilitator: Facilitator) -> None:
    facilitator.click("lane", "ln_b")
    assert {"Advert", "Talk"} <= set(facilitator.dimmed)
    assert "A home of our own" not in facilitator.dimmed
    at = QPoint(facilitator.view.width() // 2, facilitator.view.height() - 4)
    QTest.mouseClick(facilitator.view, Qt.MouseButton.LeftButton, pos=at)
    assert facilitator.dimmed == []
    facilitator.click("card", "nt_a")
    facilitator.press(KEY.Key_Escape)
    assert facilitator.dimmed == []
    assert room_views()


def test_the_spotlight_of_the_window_lights_what_is_chosen_and_stays(facilitator: Facilitator) -> None:
    facilitator.choose("cards", "tp_d")
    facilitator.go_to(7)
    facilitator.ask("room.light")
    assert facilitator.said.count("Moves in") == 2
    facilitator.go_to(1)
    assert facilitator.said.count("Moves in") == 2
    facilitator.ask("room.light")
    assert facilitator.dimmed == []

    facilitator.choose("lanes", "ln_b")
    facilitator.ask("room.light")
    assert facilitator.view.showing.shown.spotlight == ("lane", "ln_b")
    facilitator.ask("room.light")
    facilitator.choose("phases", "ph_b")
    facilitator.ask("room.light")
    assert facilitator.phase == "ph_b"
    assert len([one for one in facilitator.dimmed if "\N{NO-BREAK SPACE}" in one]) == 2


def test_a_spotlight_on_what_is_deleted_goes_out(facilitator: Facilitator) -> None:
    facilitator.go_to(7)
    facilitator.ask("room.light")
    facilitator.window.room.canvas.picking.delete()
    settle()
    assert facilitator.view.showing.shown.spotlight is None
    assert facilitator.dimmed == []


def test_a_frozen_view_lights_nothing_that_it_does_not_have(facilitator: Facilitator) -> None:
    facilitator.press(KEY.Key_F)
    facilitator.window.room.document.apply("Add", _crowded)
    settle()
    facilitator.choose("cards", "tp_x03")
    facilitator.window.room.canvas.desk.choose_cards(["tp_x03"])
    facilitator.ask("room.light")
    assert facilitator.view.showing.shown.spotlight is None


def test_black_is_black_for_the_room_and_comes_and_goes_by_key_command_and_click(facilitator: Facilitator) -> None:
    def colours() -> set[str]:
        shot = facilitator.view.grab().toImage()
        return {shot.pixelColor(x, y).name() for x in range(0, shot.width(), 40) for y in range(0, shot.height(), 40)}

    lit = colours()
    assert len(lit) > 1
    facilitator.press(KEY.Key_B)
    assert colours() == {"#000000"}
    assert facilitator.window.actions_of_window["room.black"].isChecked()
    assert facilitator.view.accessibleDescription() == "The room view is black."
    facilitator.ask("room.black")
    assert colours() == lit
    facilitator.ask("room.black")
    facilitator.click("card", "tp_a")
    assert colours() == lit
    facilitator.press(KEY.Key_B)
    facilitator.press(KEY.Key_Escape)
    assert colours() == lit


def test_escape_leaves_the_full_screen_and_then_closes(facilitator: Facilitator) -> None:
    facilitator.press(KEY.Key_F11)
    assert facilitator.view.isFullScreen()
    facilitator.press(KEY.Key_Escape)
    assert not facilitator.view.isFullScreen()
    facilitator.press(KEY.Key_Escape)
    assert room_views() == []
    assert not facilitator.window.actions_of_window["view.room"].isChecked()
    assert not facilitator.window.actions_of_window["room.freeze"].isEnabled()


def test_the_pointer_is_hidden_after_a_while_and_with_it_the_carets(facilitator: Facilitator) -> None:
    view = facilitator.view
    facilitator.point(facilitator.place_of("on"))
    assert view.awake
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    awake = view.grab().toImage()
    assert view._idle.interval() == AWAKE == 3_000
    view._idle.stop()
    view._idle.timeout.emit()
    assert view.cursor().shape() == Qt.CursorShape.BlankCursor
    assert view.grab().toImage() != awake
    facilitator.point(QPoint(view.width() // 2, view.height() - 4))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not view.awake


def test_a_press_that_is_let_go_elsewhere_does_nothing(facilitator: Facilitator) -> None:
    QTest.mousePress(facilitator.view, Qt.MouseButton.LeftButton, pos=facilitator.place_of("card", "tp_a"))
    QTest.mouseRelease(facilitator.view, Qt.MouseButton.LeftButton, pos=facilitator.place_of("phase", "ph_b"))
    assert facilitator.phase == "ph_a"
    assert facilitator.dimmed == []
    QTest.mouseClick(facilitator.view, Qt.MouseButton.RightButton, pos=facilitator.place_of("card", "tp_a"))
    assert facilitator.dimmed == []


def test_it_is_read_aloud(facilitator: Facilitator) -> None:
    facilitator.go_to(7)
    view = facilitator.view
    assert view.accessibleName() == "Room view"
    assert view.accessibleDescription().splitlines() == ["Use", "3 Use", "7 Moves in", "8 Checks the papers"]
    facilitator.press(KEY.Key_F)
    facilitator.click("card", "tp_d")
    told = view.accessibleDescription().splitlines()
    assert told[0] == "The room view is frozen."
    assert "In the spotlight: 7 Moves in" in told
