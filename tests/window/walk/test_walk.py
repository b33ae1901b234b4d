"""A walk through all windows in all languages, the pseudo-language too: nothing cut, nameless or left in English."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.catalogue.persona_types import persona_types
from cjeditor.catalogue.templates import new_project
from cjeditor.model.ids import new_id
from cjeditor.window import fitting
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.walk import looking
from tests.window.walk.opening import DIALOGS, open_all_panes, open_dialog

LANGUAGES = ("en", "de", texts.PSEUDO_LANGUAGE)
SIZE = (1366, 728)
"""A small laptop's screen without a bar of the desktop and a title bar."""

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
    open_all_panes(window)
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
    project = window.room.document.project
    # A persona's type is written into the project, so it is offered in the project's language.
    types = {one.name.in_language(project.language) for one in persona_types()}
    held = {*_strings(json.loads(project.model_dump_json()))}
    days = {window._house.words.day(one) for one in held}  # what is no day stays what it is
    return {*held, *days, *types, "Trip", "Trip – cjeditor"}


def _faults(root: QWidget, language: str, data: set[str]) -> list[str]:
    _settle(root)
    faults = [*looking.cut(root, data), *(f"{one}: has no name" for one in looking.nameless(root))]
    if language == texts.PSEUDO_LANGUAGE:
        faults += [f"not translated: {one}" for one in looking.untranslated(root, data)]
    return faults


def test_the_main_window_shows_everything_whole_whatever_is_chosen(shown: MainWindow, language: str) -> None:
    data = _data(shown)
    faults: dict[str, str] = {}
    for tab in ("properties", "guide"):
        shown.panes[tab].raise_()
        for name, choose in SELECTIONS.items():
            choose(shown)
            for fault in _faults(shown, language, data):
                faults.setdefault(fault, name)
    assert not faults, "\n" + "\n".join(f"{name} chosen: {fault}" for fault, name in faults.items())


def test_every_dialogue_shows_everything_whole_and_can_be_walked_by_tab(
    qtbot: QtBot, shown: MainWindow, language: str
) -> None:
    data = _data(shown)
    faults: list[str] = []
    for row_id in DIALOGS:
        dialog = open_dialog(qtbot, shown, row_id)
        if not isinstance(dialog, QFileDialog):  # Qt's own
            qtbot.waitUntil(dialog.isActiveWindow)
            faults += [f"{row_id}: {fault}" for fault in _faults_of_dialog(qtbot, dialog, language, data)]
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not faults, "\n" + "\n".join(faults)


@pytest.fixture
def very_large(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let texts be as large as they can be, on a small laptop's screen."""
    house.preferences.set_text_size("very_large")
    monkeypatch.setattr(fitting, "largest", lambda _dialog: QSize(*SIZE))


@pytest.mark.parametrize("language", ["en", "de"], indirect=True)
def test_a_small_screen_shows_everything_in_very_large_texts(
    qtbot: QtBot, very_large: None, shown: MainWindow, language: str
) -> None:
    data = _data(shown)
    faults: list[str] = []
    for tab in ("guide", "properties"):
        shown.panes[tab].raise_()
        SELECTIONS["touchpoint"](shown)
        faults += [f"{tab}: {fault}" for fault in _faults(shown, language, data)]
        faults += _too_large(shown)
    for row_id in DIALOGS:
        dialog = open_dialog(qtbot, shown, row_id)
        if not isinstance(dialog, QFileDialog):  # Qt's own
            found = [*_faults(dialog, language, data), *_too_large(dialog)]
            faults += [f"{row_id}: {fault}" for fault in found]
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not faults, "\n" + "\n".join(faults)


def _too_large(window: QWidget) -> list[str]:
    if window.width() > SIZE[0] or window.height() > SIZE[1]:
        return [f"is larger than a small screen: {window.width()} × {window.height()}"]
    return []


def _faults_of_dialog(qtbot: QtBot, dialog: QDialog, language: str, data: set[str]) -> list[str]:
    faults = [*_faults(dialog, language, data), *_too_large(dialog)]

    def press_tab() -> None:
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)

    faults += [f"{one}: Tab does not lead there" for one in looking.out_of_reach(dialog, press_tab)]
    return faults + [f"{one}: looks the same with the focus" for one in looking.unmarked(dialog)]
