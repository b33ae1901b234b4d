"""A walk through all windows in all languages, the pseudo-language too: nothing cut, nameless or left in English."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.catalogue.templates import new_project
from cjeditor.model.ids import new_id
from cjeditor.window import actions
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.walk import looking

LANGUAGES = ("en", "de", texts.PSEUDO_LANGUAGE)
SIZE = (1366, 728)
"""A small laptop's screen without a bar of the desktop and a title bar."""

DIALOGS = tuple(row.id for row in actions.ROWS if row.text.endswith("…"))
"""What opens something, by the ellipsis that says so."""

SELECTIONS: dict[str, Callable[[MainWindow], None]] = {
    "nothing": lambda window: window.room.canvas.picking.deselect(),
    "touchpoint": lambda window: window.room.canvas.cards.go_to(1),
    "cards": lambda window: window.room.canvas.picking.select_all(),
}
for _kind in ("notes", "phases", "steps", "lanes"):
    SELECTIONS[_kind] = lambda window, kind=_kind: _choose(window, kind)


def _choose(window: MainWindow, kind: str) -> None:
    journey_map = window.room.document.project.maps[0]
    window.room.canvas.selection.choose("cards" if kind == "notes" else kind, [getattr(journey_map, kind)[0].id])


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Return the language of the walk."""
    return str(request.param)


@pytest.fixture
def shown(qtbot: QtBot, program: Program, language: str) -> MainWindow:
    """Return a window as small as a laptop's, with all its panes."""
    window = program.open_window(new_project("nine-phases", language="en", title="Trip", new_id=new_id))
    window.room.show_project(small_project(), None, None)
    window.resize(*SIZE)
    qtbot.waitUntil(window.windowHandle().isExposed)
    window.activateWindow()
    for row in actions.ROWS:
        action = window.actions_of_window[row.id]
        if row.checked.endswith("_shown") and "full_screen" not in row.id and not action.isChecked():
            action.trigger()
    QApplication.processEvents()
    return window


def _settle(root: QWidget) -> None:
    """Let layouts come to rest: until two turns of the event loop leave everything where it is."""
    before: list[object] = []
    for _ in range(50):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        now: list[object] = [one.geometry().getRect() for one in looking.visible(root)]
        if now == before:
            return
        before = now
    raise AssertionError("the layout does not come to rest")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from value.splitlines()
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _data(window: MainWindow) -> set[str]:
    return {*_strings(json.loads(window.room.document.project.model_dump_json())), "Trip"}


def _check(root: QWidget, language: str, data: set[str]) -> None:
    _settle(root)
    faults = [*looking.cut(root), *(f"{one}: has no name" for one in looking.nameless(root))]
    if language == texts.PSEUDO_LANGUAGE:
        faults += [f"not translated: {one}" for one in looking.untranslated(root, data)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_main_window_shows_everything_whole(shown: MainWindow, language: str, selection: str) -> None:
    SELECTIONS[selection](shown)
    _check(shown, language, _data(shown))


def _opened(qtbot: QtBot, window: MainWindow, row_id: str) -> QDialog | None:
    """Return the dialogue that a row opens; None where it is one of Qt's own."""
    window.room.canvas.cards.go_to(1)
    window.actions_of_window.refresh()
    action = window.actions_of_window[row_id]
    assert action.isEnabled(), f"{row_id} cannot be asked for on an ordinary map"
    before = set(QApplication.topLevelWidgets())
    action.trigger()
    found: list[QDialog] = []

    def look() -> bool:
        found[:] = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible() and one not in before
        ]
        return bool(found)

    qtbot.waitUntil(look)
    if isinstance(found[0], QFileDialog):
        found[0].reject()
        return None
    qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


@pytest.mark.parametrize("row_id", DIALOGS)
def test_every_dialogue_shows_everything_whole_and_can_be_walked_by_tab(
    qtbot: QtBot, shown: MainWindow, house: House, language: str, row_id: str
) -> None:
    dialog = _opened(qtbot, shown, row_id)
    if dialog is None:
        return
    try:
        assert dialog.height() <= SIZE[1]
        assert dialog.width() <= SIZE[0]
        _check(dialog, language, _data(shown))

        def press_tab() -> None:
            qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)

        faults = [f"{one}: Tab does not lead there" for one in looking.out_of_reach(dialog, press_tab)]
        faults += [f"{one}: looks the same with the focus" for one in looking.unmarked(dialog)]
        assert not faults, "\n" + "\n".join(faults)
    finally:
        dialog.reject()
