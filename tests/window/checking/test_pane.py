"""The pane of the journey check by real keys and mouse: what is found, gone to, mended, turned off."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.maps import set_map, set_project
from cjeditor.model.lookup import map_of
from cjeditor.model.replace import replace
from cjeditor.window.checking.pane import JourneyCheck
from cjeditor.window.checking.rules_dialog import RulesDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.good_project import STRICTER

LEFT = Qt.MouseButton.LeftButton

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    project = set_touchpoint(small_project(), MAP, ["tp_d"], web_links=("example.org/a",))
    project = set_project(project, settings=replace(project.settings, checks_on=STRICTER))
    made = program.open_window(project)
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def checked(qtbot: QtBot, window: MainWindow) -> JourneyCheck:
    window.actions_of_window["view.check"].trigger()
    pane = cast(JourneyCheck, window.room.contents.fill("check"))
    settle(qtbot, pane)
    return pane


def settle(qtbot: QtBot, pane: JourneyCheck) -> None:
    pane.work.begin()
    qtbot.waitUntil(lambda: not pane.work.is_busy)


def rules(pane: JourneyCheck) -> list[str]:
    tree = pane.tree
    groups = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    return [each.text(0) for each in groups if each is not None]


def choose(pane: JourneyCheck, rule: str, about: str = "") -> None:
    """Choose the first finding by this rule, with the keys."""
    pane.tree.setFocus()
    QTest.keyClick(pane.tree, Qt.Key.Key_Home)
    for _ in range(60):
        finding = pane.tree.finding
        if finding is not None and finding.rule == rule and finding.found.about == (about or finding.found.about):
            return
        QTest.keyClick(pane.tree, Qt.Key.Key_Down)
    raise AssertionError(rule)


def test_findings_are_found_gone_to_mended_and_turned_off(qtbot: QtBot, small: MainWindow) -> None:
    pane = checked(qtbot, small)
    room = small.room
    before = room.document.project
    assert "Broken hand-off  1" in rules(pane)
    assert pane.summary.text() == "6 findings on this map"
    choose(pane, "broken-hand-off")
    assert pane.details.title.text() == "Broken hand-off"
    assert pane.details.said.text() == "Touchpoint 1 “Advert”\nThe hand-off to Touchpoint 3 “Search” is broken."
    assert pane.details.fix.isHidden()
    QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    assert room.canvas.selection.of("cards") == {"tp_a"}
    assert room.canvas.isAncestorOf(QApplication.focusWidget())

    choose(pane, "open-drop-off")
    qtbot.mouseClick(pane.details.go, LEFT)
    assert room.canvas.selection.of("phases") == {"ph_a"}

    choose(pane, "dead-link")
    assert pane.details.fix.text() == "Put https:// in front"
    qtbot.mouseClick(pane.details.fix, LEFT)
    settle(qtbot, pane)
    assert map_of(room.document.project, MAP).touchpoints[3].web_links == ("https://example.org/a",)
    assert not any(text.startswith("Link") for text in rules(pane))
    assert pane.tree.finding is not None, "the next one is chosen"
    assert room.document.undo_stack.undoText() == "Put https:// in front"
    room.document.undo_stack.undo()
    assert room.document.project == before

    choose(pane, "broken-hand-off")
    qtbot.mouseClick(pane.details.off, LEFT)
    settle(qtbot, pane)
    assert "Broken hand-off  1" not in rules(pane)
    assert room.document.project.settings.checks_off == ("broken-hand-off",)
    room.document.undo_stack.undo()
    assert room.document.project == before


def test_it_follows_changes_while_it_is_seen_and_groups_by_phase(qtbot: QtBot, small: MainWindow) -> None:
    pane = checked(qtbot, small)
    document = small.room.document
    choose(pane, "broken-hand-off")
    document.apply("x", lambda project: set_map(project, MAP, lead_persona=None))
    qtbot.waitUntil(lambda: "No persona  1" in rules(pane))
    assert pane.tree.finding is not None
    assert pane.tree.finding.rule == "broken-hand-off"
    qtbot.mouseClick(pane.groupings.button(1), LEFT)
    assert [text.rpartition("  ")[0] for text in rules(pane)] == ["The whole map", "Need", "Choice", "Use"]
    assert pane.tree.finding is not None
    assert pane.tree.finding.rule == "broken-hand-off"

    small.panes.show_pane("check", False)
    found: list[object] = []
    pane.work.found.connect(lambda *some: found.append(some))
    document.apply("y", lambda project: set_map(project, MAP, lead_persona="ps_a"))
    assert not pane.work.is_busy
    small.panes.show_pane("check", True)
    qtbot.waitUntil(lambda: bool(found) and not pane.work.is_busy)
    assert not pane.tree.findItems("No persona", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)


def test_rules_are_chosen_and_nothing_found_is_said(qtbot: QtBot, small: MainWindow) -> None:
    pane = checked(qtbot, small)
    qtbot.mouseClick(pane.rules, LEFT)
    dialog = cast(RulesDialog, QApplication.activeModalWidget())
    for at in range(dialog.list.count()):
        item = dialog.list.item(at)
        item.setCheckState(Qt.CheckState.Unchecked)
    QTest.keyClicks(dialog.departments, "Fleet, Claims")
    dialog.list.setCurrentRow(3)
    assert "organisation chart" in dialog.why.text()
    qtbot.mouseClick(dialog.take, LEFT)
    settle(qtbot, pane)
    assert small.room.document.project.settings.departments == ("Fleet", "Claims")
    assert pane.empty.isVisible()
    assert not pane.tree.isVisible()
    assert "found nothing" in pane.empty.text()
    assert small.room.document.undo_stack.count() == 1
