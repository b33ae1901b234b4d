"""Undo and redo are called after their steps."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjeditor.document import Document
from cjeditor.model.edits import maps
from cjeditor.model.project import Project
from cjeditor.texts import of
from cjeditor.window.undo_flow import UndoFlow
from tests.builders import small_project


class _Names:
    """Takes the place of the window's actions."""

    def __init__(self, parent: QWidget) -> None:
        self.texts: dict[str, str] = {}
        self._parent = parent

    def rename(self, key: str, text: str) -> None:
        self.texts[key] = text

    def __getitem__(self, _key: str) -> QWidget:
        return self._parent


def test_a_step_done_in_english_is_told_in_the_language_of_now(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    document = Document(small_project())
    document.apply("Delete map", lambda project: maps.delete_map(project, "map_2"))
    names = _Names(widget)
    flow = UndoFlow(document, of("de"), lambda: True, document)
    flow.follow(names)  # type: ignore[arg-type]  # in its place
    assert names.texts == {"edit.undo": "Rückgängig: Map löschen", "edit.redo": "Wiederholen"}
    document.apply("{ & 100 %", lambda project: maps.set_project(project, title="x"))
    assert names.texts["edit.undo"] == "Rückgängig: { & 100 %", "no name of ours: as it is"
    document.undo_stack.indexChanged.disconnect()


@pytest.mark.parametrize(("then", "now"), [("de", "en"), ("en", "de")])
def test_a_step_is_told_in_the_language_of_now_whatever_it_says_and_wherever_it_was_done(
    qtbot: QtBot, then: str, now: str
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    document, words = Document(small_project()), of(then)
    document.apply(words.tn("Move card", "Move {n} cards", 1200), lambda p: maps.set_project(p, title="x"))
    document.apply(words.t("Delete map"), lambda p: maps.delete_map(p, "map_2"))
    document.apply(words.t("{actions}, {done}", actions=words.t("Delete map"), done="§"), _retitled)
    document.undo_stack.undo()
    names = _Names(widget)
    flow = UndoFlow(document, of(now), lambda: True, document)
    flow.follow(names)  # type: ignore[arg-type]  # in its place
    german = now == "de"
    assert names.texts == {
        "edit.undo": "Rückgängig: Map löschen" if german else "Undo: Delete map",
        "edit.redo": "Wiederholen: Map löschen, §" if german else "Redo: Delete map, §",
    }
    document.undo_stack.undo()
    assert names.texts["edit.undo"] == ("Rückgängig: 1.200 Karten verschieben" if german else "Undo: Move 1,200 cards")
    document.undo_stack.indexChanged.disconnect()


def _retitled(project: Project) -> Project:
    return maps.set_project(project, title="y")
