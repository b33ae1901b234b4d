"""Traits, strategy and files of personas in the editor, by real clicks; feelings of others in the properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.edits import maps
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Persona, Project
from cjeditor.model.table import find
from cjeditor.storage.persona_library import read_personas, write_personas
from cjeditor.window.main_window import MainWindow
from cjeditor.window.personas.dialog import PersonaDialog
from cjeditor.window.personas.library_dialog import LibraryDialog
from cjeditor.window.personas.library_flow import LibraryFlow
from cjeditor.window.personas.sliders_field import SlidersField
from cjeditor.window.program import Program
from cjeditor.window.properties.feelings_field import FeelingsField
from tests.builders import MAP, small_project
from tests.window.asking import ask
from tests.window.dialogues import shown

LEFT = Qt.MouseButton.LeftButton
SPACE = Qt.Key.Key_Space


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    made = program.open_window(small_project())
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def editor(qtbot: QtBot, small: MainWindow) -> PersonaDialog:
    ask(small, "map.personas")
    made = shown(qtbot, PersonaDialog)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def persona(window: MainWindow, persona_id: str) -> Persona:
    found = find(window.room.document.project.personas, persona_id)
    assert found is not None
    return found


def test_sliders_are_added_named_moved_by_keys_and_removed(small: MainWindow, editor: PersonaDialog) -> None:
    editor.show_persona("ps_a")
    field = editor.form.field("sliders")
    assert isinstance(field, SlidersField)
    QTest.keyClick(field.add_button, SPACE)
    QTest.keyClicks(field.rows[0].left, "slow")
    QTest.keyClicks(field.rows[0].right, "quick")
    QTest.keyClick(field.rows[0].bar, Qt.Key.Key_Right)
    (slider,) = persona(small, "ps_a").sliders
    assert (slider.left, slider.right, slider.value) == ("slow", "quick", 55)
    assert field.rows[0].bar.accessibleName() == "From “slow” (0) to “quick” (100)"
    field.add_button.click()
    assert len(persona(small, "ps_a").sliders) == 2
    field.rows[0].away.click()
    assert [one.left for one in persona(small, "ps_a").sliders] == [""]
    small.room.document.undo_stack.undo()
    assert [one.left for one in persona(small, "ps_a").sliders] == ["slow", ""]
    editor.show_persona("ps_b")
    assert field.rows == []


def test_personas_go_into_a_file_and_come_out_of_it(
    qtbot: QtBot, small: MainWindow, editor: PersonaDialog, tmp_path: Path
) -> None:
    library = editor.findChild(LibraryFlow)
    assert library is not None
    library.export()
    asking = shown(qtbot, LibraryDialog)
    assert not asking.sure.text().endswith("Add")
    asking.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert len(asking.ids) == 1
    library._ids = asking.ids
    asking.reject()
    path = tmp_path / "one.cjpersonas"
    library.write(str(path))
    assert [each.name for each in read_personas(path).personas] == ["Jo"]
    write_personas(path, maps.set_persona(small_project(), "ps_b", campaigns="Spring"), ["ps_a", "ps_b"])
    library.read(str(path))
    asking = shown(qtbot, LibraryDialog)
    assert "same name as one here" in asking.list.item(0).text()
    asking.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    asking.replace.setChecked(True)
    QTest.mouseClick(asking.sure, LEFT)
    assert persona(small, "ps_b").campaigns == "Spring"
    assert len(small.room.document.project.personas) == 2
    assert editor.form.persona_id == "ps_b"
    small.room.document.undo_stack.undo()
    assert persona(small, "ps_b").campaigns == ""


def test_a_file_of_something_else_is_refused_with_a_sentence(
    qtbot: QtBot, editor: PersonaDialog, tmp_path: Path
) -> None:
    path = tmp_path / "bad.cjpersonas"
    path.write_text("[]")
    library = editor.findChild(LibraryFlow)
    assert library is not None
    library.read(str(path))
    box = shown(qtbot, QMessageBox)
    assert "no file of personas" in box.informativeText()
    assert isinstance(box, QDialog)
    box.reject()


def _laid_over(project: Project) -> Project:
    return maps.set_map(project, MAP, overlaid_personas=("ps_b",))


def test_other_personas_feel_in_the_properties(small: MainWindow) -> None:
    room = small.room
    room.document.apply("", _laid_over)
    room.canvas.desk.choose_cards(["tp_a", "tp_b"])
    pane = room.contents.properties
    pane.refresh()
    field = pane.field("feelings")
    assert isinstance(field, FeelingsField)
    assert list(field.rows) == ["ps_b"]
    field.rows["ps_b"].button(2).click()
    felt = [each.feelings for each in map_of(room.document.project, MAP).touchpoints[:2]]
    assert [[one.emotion for one in each] for each in felt] == [[2], [2]]
    room.canvas.desk.choose_cards(["tp_a"])
    pane.refresh()
    field.rows["ps_b"].button(None).click()
    room.canvas.desk.choose_cards(["tp_a", "tp_b"])
    pane.refresh()
    assert [len(each.feelings) for each in map_of(room.document.project, MAP).touchpoints[:2]] == [0, 1]
    assert not any(field.rows["ps_b"].button(value).isChecked() for value in (None, -2, -1, 0, 1, 2))


def test_another_persona_leads_the_map_from_its_card(small: MainWindow) -> None:
    ask(small, "map.persona")
    card = small.room.target("personas").card  # type: ignore[attr-defined]  # the flow has it
    menu = card.others.menu()
    jo = next(action for action in menu.actions() if action.text() == "Jo")
    jo.trigger()
    document = small.room.document
    assert map_of(document.project, MAP).lead_persona == "ps_b"
    assert card.isHidden(), "it was about another one"
    document.undo_stack.undo()
    assert map_of(document.project, MAP).lead_persona == "ps_a"
