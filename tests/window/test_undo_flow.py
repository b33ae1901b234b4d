"""Undo and redo are called after their steps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjeditor.document import Document
from cjeditor.model.edits import maps
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
