"""The states of the journey check that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cjeditor.analysis.check.rules import RULES
from cjeditor.window.checking.check_edits import USUAL
from cjeditor.window.checking.pane import JourneyCheck
from cjeditor.window.main_window import MainWindow


def _pane(window: MainWindow) -> JourneyCheck:
    """Show the pane, and wait until the map is checked."""
    window.actions_of_window["view.check"].trigger()
    pane = cast(JourneyCheck, window.room.contents.fill("check"))
    _wait(pane)
    return pane


def _wait(pane: JourneyCheck) -> None:
    pane.work.begin()
    while pane.work.is_busy:
        QApplication.processEvents()


def _by_rule(window: MainWindow) -> None:
    """Choose a finding that can be mended, and the card that it is about."""
    tree = _pane(window).tree
    for at in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(at)
        finding = None if group is None else group.child(0)
        if finding is not None:
            tree.setCurrentItem(finding)
            if tree.finding is not None and tree.finding.found.is_mendable:
                break
    tree.going_wanted.emit()
    tree.setFocus()


def _by_phase(window: MainWindow) -> None:
    """Group by phase, and choose a rule without a fix."""
    pane = _pane(window)
    pane.groupings.button(1).click()
    group = pane.tree.topLevelItem(1)
    finding = None if group is None else group.child(0)
    if finding is not None:
        pane.tree.setCurrentItem(finding)


def _nothing(window: MainWindow) -> None:
    """Follow no rule."""
    pane = _pane(window)
    pane.edits.choose(dict.fromkeys(RULES, False), [])
    _wait(pane)


def _narrow(window: MainWindow) -> None:
    """Show the pane at the right of the map, where the details stand below the findings."""
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.panes["check"])
    _by_rule(window)


def _rules(window: MainWindow) -> None:
    """Show the rules."""
    _pane(window).edits.choose(USUAL, ["Filiale", "Kreditservice"])
    window.actions_of_window["check.rules"].trigger()


CHECK_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "check": _by_rule,
    "check-phase": _by_phase,
    "check-nothing": _nothing,
    "check-narrow": _narrow,
    "check-rules": _rules,
}
"""As in `dock_states`."""
