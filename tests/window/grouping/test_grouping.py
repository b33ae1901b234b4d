"""Similar cards are found, looked through, and made one, put together or tagged, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Spot
from cjeditor.model import rules
from cjeditor.model.edits.cards import add_note, set_note
from cjeditor.model.edits.workshop import park
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import card, map_of, waiting
from cjeditor.model.project import Project
from cjeditor.window.grouping.dialog import GroupingDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.window.dialogues import press, shown

_WHO = ("customer", "clerk", "branch", "website")
_DOES = ("waits", "calls", "searches", "compares", "pays")
_WHAT = ("interest", "contract", "papers", "appointment", "offer")

CTRL = Qt.KeyboardModifier.ControlModifier


def said_twice() -> Project:
    """The small project with two notes on the same thing in different phases, and two thoughts on it."""
    project = small_project()
    texts = (("nt_x", "st_a", "Waiting at the till", 2), ("nt_y", "st_d", "We wait at the broken till!", 3))
    for note, step, text, votes in texts:
        project = add_note(project, MAP, id=note, step=step, lane="ln_d", text=text, votes=votes)
    return park(project, ["The till: waiting", "Friendly staff"], new_ids=new_id)


@pytest.fixture
def dialog(qtbot: QtBot, program: Program) -> GroupingDialog:
    """The dialogue on that project, opened by its key, once it has looked."""
    window = program.open_window(said_twice())
    window.resize(1366, 768)
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.selection.put_focus(Spot("st_b", "ln_b"))
    window.room.canvas.setFocus()
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> GroupingDialog:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_U, CTRL)
    found = shown(qtbot, GroupingDialog)
    qtbot.waitUntil(lambda: not found.work.busy)
    return found


def window_of(dialog: GroupingDialog) -> MainWindow:
    window = dialog.parentWidget()
    assert isinstance(window, MainWindow)
    return window


def project_of(window: MainWindow) -> Project:
    project: Project = window.room.document.project
    assert rules.problems(project) == []
    return project


def done(qtbot: QtBot, dialog: GroupingDialog, button: str) -> Project:
    """Press the button, wait for the work, and return the project."""
    window, stack = window_of(dialog), window_of(dialog).room.document.undo_stack
    press(dialog, button)
    qtbot.waitUntil(lambda: stack.count() == 1)
    return project_of(window)


def test_cards_that_say_the_same_become_one(qtbot: QtBot, dialog: GroupingDialog) -> None:
    window = window_of(dialog)
    assert [set(group.ids) for group in dialog.tree.groups()] == [{"nt_x", "nt_y"}]
    assert dialog._said.text() == "One group with 2 cards is ticked."
    project = done(qtbot, dialog, "Merge")
    one = card(map_of(project, MAP), "nt_x")
    assert (getattr(one, "text", ""), one.votes) == ("Waiting at the till\nWe wait at the broken till!", 5)
    assert window.room.document.undo_stack.undoText() == "Merge similar cards"
    assert window.room.canvas.selection.ids == {"nt_x"}
    window.room.document.undo_stack.undo()
    assert {each.id for each in map_of(project_of(window), MAP).notes} >= {"nt_x", "nt_y"}


def test_thoughts_that_wait_join_in_and_are_counted(qtbot: QtBot, dialog: GroupingDialog) -> None:
    dialog.thoughts.click()
    qtbot.waitUntil(lambda: not dialog.work.busy)
    (group,) = dialog.tree.groups()
    assert len(group.ids) == 3
    project = done(qtbot, dialog, "Merge")
    assert card(map_of(project, MAP), "nt_x").tags == ("3×",)
    assert [each.text for each in waiting(project, "inbox")] == ["Friendly staff"]


def test_cards_are_put_together(qtbot: QtBot, dialog: GroupingDialog) -> None:
    dialog.ways["gather"].click()
    project = done(qtbot, dialog, "Put together")
    journey_map = map_of(project, MAP)
    assert [(card(journey_map, one).step, card(journey_map, one).lane) for one in ("nt_x", "nt_y")] == [
        ("st_a", "ln_d")
    ] * 2


def test_a_tag_of_ones_own(qtbot: QtBot, dialog: GroupingDialog) -> None:
    assert not dialog.tag.isVisible()
    dialog.ways["tag"].click()
    assert dialog.tag.isVisible()
    assert dialog.tag.text() == "Waiting"
    dialog.tag.setFocus()
    dialog.tag.selectAll()
    QTest.keyClicks(dialog.tag, "queue")
    project = done(qtbot, dialog, "Give tags")
    journey_map = map_of(project, MAP)
    assert [card(journey_map, one).tags for one in ("nt_x", "nt_y", "nt_a")] == [("queue",), ("queue",), ()]


def test_what_is_not_ticked_stays(qtbot: QtBot, dialog: GroupingDialog) -> None:
    top = dialog.tree.topLevelItem(0)
    assert top is not None
    dialog.tree.setCurrentItem(top)
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.tree.groups() == []
    qtbot.waitUntil(lambda: not dialog.accept_button.isEnabled())


def test_what_was_taken_out_of_a_group_stays_out_when_the_slider_moves(qtbot: QtBot, dialog: GroupingDialog) -> None:
    top = dialog.tree.topLevelItem(0)
    assert top is not None
    told: list[str] = []
    dialog.tree.ticked.connect(lambda: told.append("ticked"))
    dialog.tree.setCurrentItem(top)
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["ticked"], "a group is told once, not for each of its members"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    dialog._show_groups()
    shown_again = dialog.tree.topLevelItem(0)
    assert shown_again is not None
    states = [shown_again.child(at).checkState(0) for at in range(shown_again.childCount())]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]


def test_the_slider_is_moved_by_keys_and_finds_less_or_more(qtbot: QtBot, dialog: GroupingDialog) -> None:
    assert dialog.slider.hasFocus()
    QTest.keyClick(dialog.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 0)
    assert dialog._said.text().startswith("No cards are so much alike.")
    QTest.keyClick(dialog.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0)


def test_only_the_selection_is_looked_at(qtbot: QtBot, program: Program) -> None:
    window = program.open_window(said_twice())
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.setFocus()
    window.room.canvas.selection.choose("cards", ["nt_x", "nt_a"])
    dialog = opened(qtbot, window)
    assert dialog.selection.isChecked()
    assert dialog.tree.topLevelItemCount() == 0
    dialog.whole.click()
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)


def test_a_group_that_cannot_be_one_stays_and_it_is_said(qtbot: QtBot, dialog: GroupingDialog) -> None:
    window = window_of(dialog)
    window.room.document.apply("x", lambda project: set_note(project, MAP, ["nt_x"], unit="min", target=1.0))
    window.room.document.apply("x", lambda project: set_note(project, MAP, ["nt_y"], unit="h", target=2.0))
    before = project_of(window)
    press(dialog, "Merge")
    qtbot.waitUntil(lambda: "One group stays as it was:" in window.statusBar().currentMessage())
    assert project_of(window) == before


def test_thousands_of_cards_are_looked_at_while_the_window_answers_and_it_can_be_given_up(
    qtbot: QtBot, program: Program
) -> None:
    lines = [f"{who} {does} {what} {at}" for at in range(40) for who in _WHO for does in _DOES for what in _WHAT]
    window = program.open_window(park(said_twice(), lines, new_ids=new_id))
    window.room.canvas.setFocus()
    window.actions_of_window.refresh()
    window.actions_of_window["card.group"].trigger()
    dialog = shown(qtbot, GroupingDialog)
    dialog.thoughts.click()
    assert dialog.work.busy
    assert dialog.progress.isVisible()
    shares: list[float] = []
    dialog.work.share.connect(shares.append)
    qtbot.waitUntil(lambda: bool(shares))
    assert dialog.work.busy, "the loop went on while it looked"
    press(dialog, "Cancel")
    assert window.room.document.undo_stack.count() == 0
