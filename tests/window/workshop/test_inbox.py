"""Inbox and parking lot by real keys and mouse: typed, pasted by the thousand, sorted onto the map, parked."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.model.cards import Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, map_of, ordered
from cjeditor.texts import of as texts_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.workshop.inbox import Inbox
from cjeditor.window.workshop.inbox_edits import cleaned_lines
from cjeditor.window.workshop.inbox_rows import NAMED
from cjeditor.window.workshop.thought_menu import ThoughtMenu
from tests.canvas.hands import move_mouse

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def inbox(qtbot: QtBot, shown: MainWindow) -> Inbox:
    qtbot.waitUntil(shown.isActiveWindow)
    shown.actions_of_window["view.inbox"].trigger()
    return shown.room.contents.inbox


def texts(inbox: Inbox, place: str = "inbox") -> list[str]:
    return [card.text for card in inbox.edits.waiting(place)]


def write(qtbot: QtBot, inbox: Inbox, *lines: str) -> None:
    for line in lines:
        qtbot.keyClicks(inbox.field, line)
        qtbot.keyClick(inbox.field, Qt.Key.Key_Return)


def the_map(window: MainWindow) -> JourneyMap:
    return map_of(window.room.document.project, window.room.map_id())


def test_thoughts_are_typed_and_counted_up(qtbot: QtBot, inbox: Inbox) -> None:
    assert QApplication.focusWidget() is inbox.field
    write(qtbot, inbox, "Waits", "Pays", "waits!", "")
    assert texts(inbox) == ["Waits", "Pays"]
    assert inbox.rows.index(0).data(NAMED) == "named 2×"
    assert inbox.field.text() == ""
    assert inbox.places.button(0).text() == "Inbox 2"


def test_sixty_stickies_are_pasted_in_one_step(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    hints: list[str] = []
    inbox.hint.connect(hints.append)
    lines = [f"Sticky {number % 50}\t<b>&\x07" for number in range(60)]
    QGuiApplication.clipboard().setText("\r\n".join(lines))
    qtbot.keyClick(inbox.field, Qt.Key.Key_V, CONTROL)
    assert len(texts(inbox)) == 50
    assert texts(inbox)[0] == "Sticky 0 <b>&"
    assert hints == ["50 new thoughts, 10 named again."]
    assert inbox.field.text() == ""
    shown.room.document.undo_stack.undo()
    assert texts(inbox) == []


def test_five_thousand_lines_keep_the_window_answering(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    stack = shown.room.document.undo_stack
    QGuiApplication.clipboard().setText("\n".join(f"Thought {number}" for number in range(5_200)))
    longest, last = 0.0, time.process_time()
    qtbot.keyClick(inbox.field, Qt.Key.Key_V, CONTROL)
    while inbox.edits.busy:
        longest, last = max(longest, time.process_time() - last), time.process_time()
        QApplication.processEvents()
    assert len(texts(inbox)) == 5_000
    assert stack.count() == 1
    assert longest < 2.0  # taking the result in; the machine of a test may be busy
    stack.undo()
    assert texts(inbox) == []


def test_many_lines_are_one_step_also_when_somebody_writes_meanwhile(
    qtbot: QtBot, shown: MainWindow, inbox: Inbox
) -> None:
    document = shown.room.document
    QGuiApplication.clipboard().setText("\n".join(f"Thought {number}" for number in range(900)))
    qtbot.keyClick(inbox.field, Qt.Key.Key_V, CONTROL)
    assert inbox.edits.busy
    assert shown.statusBar().currentMessage() == "Pasting…"
    write(qtbot, inbox, "Meanwhile")
    assert texts(inbox) == ["Meanwhile"]
    qtbot.waitUntil(lambda: not inbox.edits.busy)
    assert len(texts(inbox)) == 901
    assert document.undo_stack.undoText() == "Add 900 thoughts"
    document.undo_stack.undo()
    assert texts(inbox) == ["Meanwhile"]


def test_a_single_line_is_pasted_into_the_field(qtbot: QtBot, inbox: Inbox) -> None:
    QGuiApplication.clipboard().setText("  one line\n")
    qtbot.keyClick(inbox.field, Qt.Key.Key_V, CONTROL)
    assert texts(inbox) == []
    assert "one line" in inbox.field.text()


def test_foreign_text_becomes_lines_that_can_be_kept() -> None:
    found = cleaned_lines("a\x00b\r\n\r\n  \t\n👩‍👩‍👧 שלום\n" + "x" * 3_000)
    assert found == ["ab", "👩‍👩‍👧 שלום", "x" * 2_000]


def test_enter_puts_a_thought_into_the_focused_cell_and_goes_on(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "Asks a friend", "Waits", "Pays")
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is inbox.list
    qtbot.keyClick(inbox.list, Qt.Key.Key_Return)
    assert texts(inbox) == ["Waits", "Pays"]
    assert QApplication.focusWidget() is inbox.list
    qtbot.keyClick(inbox.list, Qt.Key.Key_Return)
    titles = [card.title for card in ordered(the_map(shown).touchpoints)]
    assert titles == ["Asks a friend", "Waits"]
    shown.room.document.undo_stack.undo()
    assert texts(inbox) == ["Waits", "Pays"]


def test_where_no_card_can_lie_it_is_said(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "Waits")
    lane = next(lane for lane in the_map(shown).lanes if lane.kind == "emotion")
    canvas = shown.room.canvas
    focus = canvas.selection.focus
    assert focus is not None
    canvas.desk.focus_on(focus._replace(lane=lane.id, card=""))
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    qtbot.keyClick(inbox.list, Qt.Key.Key_Return)
    assert texts(inbox) == ["Waits"]
    assert "cell" in shown.statusBar().currentMessage()


def drag_out(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> DragOverlay:
    """Take up what is under the first row's middle, and return the pane of glass that follows the mouse."""
    port = inbox.list.viewport()
    place = inbox.list.visualRect(inbox.rows.index(0)).center()
    qtbot.mousePress(port, LEFT, pos=place)
    move_mouse(port, place + QPoint(30, 0), LEFT)
    return next(one for one in shown.findChildren(DragOverlay) if one.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_several_are_dragged_onto_the_map(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "One", "Two", "Three")
    inbox.list.choose([card.id for card in inbox.edits.waiting("inbox")][:2], 0)
    overlay = drag_out(qtbot, shown, inbox)
    assert overlay.accessibleName() == "2 thoughts"
    target = overlay.mapFromGlobal(shown.room.canvas.view.viewport().mapToGlobal(QPoint(60, 60)))
    move_mouse(overlay, target, LEFT)
    qtbot.mouseRelease(overlay, LEFT, pos=target)
    assert texts(inbox) == ["Three"]
    assert [card.title for card in ordered(the_map(shown).touchpoints)] == ["One", "Two"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_drag_given_up_leaves_all_as_it_was(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "One")
    before = shown.room.document.project
    overlay = drag_out(qtbot, shown, inbox)
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    assert shown.room.document.project is before
    assert texts(inbox) == ["One"]


def test_written_ordered_parted_and_deleted_by_keys(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "One", "Two", "Three")
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    rows = inbox.list
    qtbot.keyClick(rows, Qt.Key.Key_Down, CONTROL)
    assert texts(inbox) == ["Two", "One", "Three"]
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, "First")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(inbox) == ["Two", "First", "Three"])
    qtbot.keyClick(rows, Qt.Key.Key_Return, CONTROL)
    assert (texts(inbox), texts(inbox, "parking_lot")) == (["Two", "Three"], ["First"])
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert texts(inbox) == ["Two"]
    inbox.places.button(1).click()
    assert inbox.rows.rowCount() == 1
    qtbot.keyClick(rows, Qt.Key.Key_A, CONTROL)
    inbox.part.click()
    assert texts(inbox) == ["Two", "First"]


def test_the_menu_says_the_kind(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "One")
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    inbox.list.menu_wanted.emit(inbox.mapToGlobal(QPoint(20, 200)))
    menu = inbox.findChild(ThoughtMenu)
    assert isinstance(menu, ThoughtMenu)
    next(one for one in menu.kinds.actions() if one.data() == "pain_point").trigger()
    assert inbox.edits.waiting("inbox")[0].kind == "pain_point"
    assert texts(inbox) == ["One"]
    next(one for one in menu.actions() if one.data() == "part").trigger()
    assert texts(inbox, "parking_lot") == ["One"]
    menu.close()


def test_cards_go_to_the_parking_lot_and_come_back(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    canvas = shown.room.canvas
    write(qtbot, inbox, "Waits", "waits")
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    qtbot.keyClick(inbox.list, Qt.Key.Key_Return)
    (card,) = cards(the_map(shown))
    assert isinstance(card, Touchpoint)
    assert card.tags == ("2×",)
    canvas.setFocus()
    shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_I, shifted)
    assert cards(the_map(shown)) == ()
    (parked,) = inbox.edits.waiting("parking_lot")
    assert (parked.text, parked.count) == ("Waits", 2)
    assert "parking lot" in shown.statusBar().currentMessage()
    shown.room.document.undo_stack.undo()
    assert len(cards(the_map(shown))) == 1


ALT = Qt.KeyboardModifier.AltModifier


def test_stickies_are_sorted_into_phases_by_key(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "One", "Two", "Three")
    journey = the_map(shown)
    lane = next(each for each in ordered(journey.lanes) if each.holds == "notes")
    selection = shown.room.canvas.selection
    selection.put_focus(selection.focus._replace(lane=lane.id, card=""))
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_9):
        qtbot.keyClick(inbox.list, key, ALT)
    phases, steps = ordered(journey.phases), {each.id: each.phase for each in journey.steps}
    found = {each.text: (each.lane, steps[each.step]) for each in the_map(shown).notes}
    assert found == {"One": (lane.id, phases[3].id), "Two": (lane.id, phases[1].id)}
    assert texts(inbox) == ["Three"], "there is no ninth phase"
    assert QApplication.focusWidget() is inbox.list
    shown.room.document.undo_stack.undo()
    assert texts(inbox) == ["Two", "Three"]


def test_the_menu_puts_thoughts_into_a_phase(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "One")
    qtbot.keyClick(inbox.field, Qt.Key.Key_Down)
    inbox.list.menu_wanted.emit(QPoint(0, 0))
    menu = inbox.findChild(ThoughtMenu)
    assert menu is not None
    third = menu.phases.actions()[2]
    assert third.text() == f"3 {ordered(the_map(shown).phases)[2].name}"
    third.trigger()
    menu.close()
    (card,) = cards(the_map(shown))
    assert card.step in {each.id for each in the_map(shown).steps if each.phase == ordered(the_map(shown).phases)[2].id}


@pytest.mark.parametrize("width", [200, 216, 420])
def test_no_name_of_a_place_is_cut(qtbot: QtBot, inbox: Inbox, width: int) -> None:
    write(qtbot, inbox, *(f"Thought {number}" for number in range(3)))
    inbox.places.button(1).setText("Themenspeicher 12")
    inbox.tabs.resize(width, inbox.tabs.sizeHint().height())
    inbox.tabs.arrange()
    inbox.tabs.resize(width, inbox.tabs.sizeHint().height())
    inbox.tabs.layout().activate()
    for button in inbox.places.buttons():
        assert button.width() >= button.sizeHint().width()
        assert inbox.tabs.rect().contains(button.geometry())


def test_the_key_that_parks_means_the_thought_that_has_the_focus(qtbot: QtBot, shown: MainWindow, inbox: Inbox) -> None:
    write(qtbot, inbox, "Waits", "Pays")
    inbox.list.setFocus()
    inbox.list.setCurrentIndex(inbox.rows.index(1))
    inbox._put_chosen()
    (card,) = cards(the_map(shown))
    shown.room.canvas.selection.choose("cards", [card.id])
    inbox.list.setFocus()
    inbox.list.setCurrentIndex(inbox.rows.index(0))
    park = shown.actions_of_window["card.park"]
    qtbot.waitUntil(park.isEnabled)
    qtbot.keyClick(inbox.list, Qt.Key.Key_I, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    park.trigger()
    assert (texts(inbox), texts(inbox, "parking_lot")) == ([], ["Waits"])
    assert cards(the_map(shown)) == (card,)


@pytest.mark.parametrize(("place", "where"), [(0, "to the parking lot"), (1, "to the inbox")])
def test_the_keys_stand_below_the_list(qtbot: QtBot, inbox: Inbox, place: int, where: str) -> None:
    inbox.places.button(place).click()
    assert inbox.keys.isHidden()
    write(qtbot, inbox, "Waits")
    assert inbox.keys.isVisible()
    assert inbox.keys.text().startswith("Enter: onto the map")
    assert inbox.keys.text().endswith(where)


def test_the_menu_names_keys_as_the_key_sheet_does(qtbot: QtBot, inbox: Inbox) -> None:
    menu = ThoughtMenu("inbox", [], texts_of("de"), inbox._house.icons, inbox)
    said = [action.text().partition("\t")[2] for action in menu.actions() if action.data()]
    assert said == ["Eingabetaste", "Strg+Eingabetaste", "F2", "Entf"]
    menu.close()
