from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import resources, texts
from cjeditor.document import Document
from cjeditor.model import rules
from cjeditor.model.edits import maps
from cjeditor.model.fields import LINE_LIMIT
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_details import MapDetailsDialog
from cjeditor.window.maps.edits import MapEdits
from cjeditor.window.maps.lead import WIDEST_NAME
from cjeditor.window.new_map.dialog import NewDialog
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.window.asking import rename
from tests.window.dialogues import press, shown
from tests.window.maps.conftest import Hands


# ---------------------------------------------------------------------------------------------------------- one more
@pytest.mark.parametrize("how", ["menu", "button", "key"])
def test_one_more_map_is_one_step_beside_this_one(qtbot: QtBot, hands: Hands, how: str) -> None:
    if how == "menu":
        hands.ask("map.new")
    elif how == "button":
        QTest.mouseClick(hands.tabs.add, Qt.MouseButton.LeftButton)
    else:
        hands.key(Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    dialog = shown(qtbot, NewDialog, "new_map")
    dialog.templates.choose("five-phases")
    dialog.title.setText("Fifth & last")
    assert isinstance(dialog.persona, QComboBox)
    dialog.persona.setEditText("Kim")
    dialog.future.setChecked(True)
    press(dialog, "Create")
    assert hands.titles() == ["A first home", "Fifth && last", "Later", "Third"]
    assert (hands.map.title, hands.map.state, hands.map.framework) == ("Fifth & last", "future", "five-phases")
    assert len(hands.canvas.desk.arrangement.phases) == 5
    persona = next(each for each in hands.project.personas if each.id == hands.map.lead_persona)
    assert persona.name == "Kim"
    assert rules.problems(hands.project) == []
    assert hands.document.undo_stack.count() == 1
    hands.ask("edit.undo")
    assert hands.titles() == ["A first home", "Later", "Third"]
    assert len(hands.project.personas) == 2
    hands.ask("edit.redo")
    assert hands.map.title == "Fifth & last"
    assert len(hands.titles()) == 4


def test_a_known_persona_is_not_made_twice(qtbot: QtBot, hands: Hands) -> None:
    hands.window._house.preferences.defaults.set_author("Ada")
    hands.ask("map.new")
    dialog = shown(qtbot, NewDialog, "new_map")
    assert isinstance(dialog.persona, QComboBox)
    dialog.persona.setEditText("Jo")
    press(dialog, "Create")
    assert hands.map.owner == "Ada"
    assert hands.map.lead_persona == "ps_b"
    assert len(hands.project.personas) == 2


def test_what_is_refused_stays_in_the_form(qtbot: QtBot, hands: Hands) -> None:
    hands.ask("map.new")
    dialog = shown(qtbot, NewDialog, "new_map")
    dialog.title.setText("a\x01b")
    press(dialog, "Create")
    assert dialog.isVisible()
    assert dialog.title.text() == "a\x01b"
    assert len(hands.titles()) == 3
    dialog.title.setText("ab")
    press(dialog, "Create")
    assert hands.map.title == "ab"


def test_a_refused_project_stays_in_the_form(qtbot: QtBot, window: MainWindow, program: Program) -> None:
    window.actions_of_window["file.new"].trigger()
    dialog = shown(qtbot, NewDialog, "new")
    dialog.title.setText("a\x01b")
    press(dialog, "Create")
    assert dialog.isVisible()
    dialog.title.setText("ab")
    dialog.persona.setText("Mia")  # type: ignore[union-attr]  # of a new project it is a plain field
    press(dialog, "Create")
    project = window.room.document.project
    assert (project.title, project.personas[0].name) == ("ab", "Mia")
    assert project.maps[0].lead_persona == project.personas[0].id
    assert len(program.windows) == 1


def test_a_sample_is_opened_as_a_new_project(qtbot: QtBot, window: MainWindow, program: Program) -> None:
    window.actions_of_window["file.new"].trigger()
    _entry(shown(qtbot, NewDialog, "new").findChild(QPushButton, "samples").menu(), "A first home").trigger()
    assert len(program.windows) == 1
    room = window.room
    assert len(room.document.project.maps[0].touchpoints) > 20
    assert room.document.path is None
    assert room.is_pristine()


@pytest.mark.parametrize("language", ["en", "de"], indirect=True)
def test_every_sample_is_offered_in_both_languages(
    qtbot: QtBot, window: MainWindow, program: Program, language: str
) -> None:
    menu = window.menus.open_ended["samples"][0]
    files = [path.name for path in resources.path("samples").glob("*.cjmap")]
    assert sorted(Path(entry.data()).name for entry in menu.actions()) == sorted(files)
    spoken = [f".{language}." in entry.data() for entry in menu.actions()]
    assert spoken == sorted(spoken, reverse=True), "those in the language of the windows come first"
    said = {"en": "A first home and its mortgage (German)", "de": "Das erste eigene Zuhause (Deutsch)"}[language]
    _entry(menu, said).trigger()
    room = window.room
    assert (room.document.project.title, room.document.path) == ("Erstes eigenes Zuhause", None)
    assert room.is_pristine(), "a copy that is not saved yet"


def _entry(menu: QMenu, text: str) -> QAction:
    return next(entry for entry in menu.actions() if text in entry.text())


# ------------------------------------------------------------------------------------------------------------ copies
def test_a_copy_comes_beside_its_origin_and_is_shown(hands: Hands) -> None:
    hands.ask("map.duplicate")
    assert hands.titles() == ["A first home", "A first home (copy)", "Later", "Third"]
    assert hands.map.title == "A first home (copy)"
    assert (hands.map.origin, len(hands.map.touchpoints)) == (MAP, 4)
    hands.click(0)
    hands.ask("map.duplicate")
    assert hands.map.title == "A first home (copy 2)"
    hands.ask("edit.undo")
    assert "A first home (copy 2)" not in hands.titles()
    assert rules.problems(hands.project) == []


def test_a_copy_is_called_so_in_the_projects_language(with_project: Callable[[Project], Hands]) -> None:
    hands = with_project(maps.set_project(small_project(), language="de"))
    hands.ask("map.duplicate")
    assert hands.map.title == "A first home (Kopie)"
    hands.ask("map.as_future")
    assert (hands.map.title, hands.map.state) == ("A first home (Soll)", "future")
    assert not hands.can("map.as_future")


def test_the_longest_title_can_be_copied(parent: QWidget) -> None:
    document = Document(maps.set_map(small_project(), MAP, title="x" * LINE_LIMIT), parent=parent)
    made: list[str] = []
    edits = MapEdits(document, lambda: MAP, texts.of("en"), str, lambda: True, parent)
    edits.made.connect(made.append)
    edits.duplicate()
    assert map_of(document.project, made[0]).title.endswith("x (copy)")


# ------------------------------------------------------------------------------------------------------------- gone
def test_a_deleted_map_gives_way_to_its_neighbour_and_comes_back(hands: Hands) -> None:
    hands.click(1)
    hands.ask("map.delete")
    assert hands.titles() == ["A first home", "Third"]
    assert hands.canvas.map_id == "map_3"
    assert "“Later”" in hands.hint()
    hands.ask("map.delete")
    assert hands.canvas.map_id == MAP, "the last place goes back to the one before"
    assert not hands.can("map.delete")
    assert not hands.tabs.every.isVisible()
    hands.ask("edit.undo")
    assert hands.canvas.map_id == "map_3"
    hands.ask("edit.undo")
    assert hands.canvas.map_id == "map_2"
    assert hands.titles() == ["A first home", "Later", "Third"]


def test_a_map_comes_back_as_it_was_looked_at(hands: Hands) -> None:
    hands.canvas.cards.go_to(7)
    hands.canvas.view.zoom_to(1.5)
    hands.ask("map.delete")
    hands.canvas.view.zoom_to(0.5)
    hands.ask("edit.undo")
    assert hands.canvas.map_id == MAP
    assert (hands.canvas.view.zoom, hands.canvas.selection.ids) == (1.5, {"tp_d"})


def test_redo_of_a_deletion_elsewhere_stays_here(hands: Hands) -> None:
    hands.click(1)
    hands.ask("map.delete")
    hands.ask("edit.undo")
    hands.click(0)
    hands.ask("edit.redo")
    assert hands.canvas.map_id == MAP
    assert hands.titles() == ["A first home", "Third"]


def test_the_last_map_says_why_it_stays(with_project: Callable[[Project], Hands]) -> None:
    hands = with_project(maps.delete_map(small_project(), "map_2"))
    assert not hands.can("map.delete")
    assert "at least one map" in hands.window.actions_of_window["map.delete"].statusTip()
    hands.flow.edits.delete()
    assert len(hands.titles()) == 1


# --------------------------------------------------------------------------------------------------- state, persona
def test_the_state_is_shown_and_changed_in_the_toolbar(hands: Hands) -> None:
    state = hands.flow.lead.state
    assert state.text() == "Current state"
    hands.ask("map.future")
    assert (state.text(), hands.map.state) == ("Future state", "future")
    hands.window.actions_of_window.refresh()
    assert hands.window.actions_of_window["map.future"].isChecked()
    assert not hands.bar.tabIcon(0).isNull()
    hands.ask("edit.undo")
    assert state.text() == "Current state"


@pytest.mark.parametrize("where", ["toolbar", "menu"])
def test_the_persona_is_shown_and_chosen(hands: Hands, where: str) -> None:
    button = hands.flow.lead.persona
    in_menu = hands.window.menuBar().findChild(QMenu, "lead_persona")
    menu = button.menu() if where == "toolbar" else in_menu
    assert isinstance(menu, QMenu)
    entries = [action for action in menu.actions() if action.isCheckable()]
    assert [action.text() for action in entries] == ["No persona", "Mia", "Jo"]
    assert [action.isChecked() for action in entries] == [False, True, False]
    entries[2].trigger()
    assert (hands.map.lead_persona, button.text()) == ("ps_b", "Jo")
    next(action for action in menu.actions() if action.text() == "No persona").trigger()
    assert (hands.map.lead_persona, button.text()) == (None, "No persona")
    assert hands.document.undo_stack.count() == 2


def test_a_persona_without_a_name_is_one(with_project: Callable[[Project], Hands]) -> None:
    hands = with_project(maps.set_persona(small_project(), "ps_a", name=" "))
    button = hands.flow.lead.persona
    assert button.text() == "Unnamed persona"
    entries = [action.text() for action in button.menu().actions() if action.isCheckable()]
    assert entries == ["No persona", "Unnamed persona", "Jo"]


def test_a_long_name_leaves_room_in_the_toolbar(with_project: Callable[[Project], Hands]) -> None:
    name = "Familie <b>Brandt</b> & Söhne " * 20
    hands = with_project(maps.set_persona(small_project(), "ps_a", name=name))
    button = hands.flow.lead.persona
    assert button.width() < WIDEST_NAME + 60
    assert "&lt;b&gt;" in button.toolTip()
    assert button.text().count("&") % 2 == 0
    tools = hands.window.findChild(QToolBar, "tools")
    assert isinstance(tools, QToolBar)
    assert tools.sizeHint().width() < 1366


# ------------------------------------------------------------------------------------------------------------- others
def test_details_are_those_of_the_map_on_screen(qtbot: QtBot, hands: Hands) -> None:
    hands.click(2)
    hands.ask("map.details")
    dialog = shown(qtbot, MapDetailsDialog)
    assert dialog.title.text() == "Third"
    dialog.title.setText("Third of all")
    press(dialog, "Apply")
    assert hands.titles() == ["A first home", "Later", "Third of all"]
    assert map_of(hands.project, MAP).title == "A first home"


def test_reload_keeps_the_map_on_screen_or_its_neighbour(hands: Hands) -> None:
    hands.click(2)
    hands.document.replace_all(hands.project, None)
    assert hands.canvas.map_id == "map_3"
    hands.document.replace_all(maps.delete_map(hands.project, "map_3"), None)
    assert hands.canvas.map_id == "map_2"
    assert hands.titles() == ["A first home", "Later"]


def test_a_closed_window_is_freed_with_its_tabs(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    second = program.open_window(small_project())
    hands = Hands(second)
    hands.ask("map.duplicate")
    hands.ask("map.rename")
    kept = [weakref.ref(one) for one in (hands.flow, hands.tabs, hands.bar, hands.flow.edits, hands.flow.lead)]
    second.room.document.undo_stack.setClean()
    second.close()
    del hands, second
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one() for one in kept] == [None] * len(kept)


def test_a_hint_goes_when_it_is_no_longer_true(hands: Hands) -> None:
    hands.ask("map.delete")
    assert "Undo brings it back" in hands.hint()
    hands.ask("edit.undo")
    assert hands.hint() == ""
    hands.ask("map.delete")
    rename(hands.window, "Another")
    assert hands.hint() == ""


def test_copies_of_copies_do_not_pile_up_their_suffixes(with_project: Callable[[Project], Hands]) -> None:
    hands = with_project(maps.set_map(small_project(), MAP, title="Trip (new) (Future state) (copy 2)"))
    hands.ask("map.duplicate")
    assert hands.map.title == "Trip (new) (copy)"
    hands.ask("map.duplicate")
    assert hands.map.title == "Trip (new) (copy 2)"


def test_line_breaks_pasted_into_a_title_become_spaces(hands: Hands) -> None:
    assert hands.flow.edits.name(MAP, "One\r\ntwo\nthree")
    assert hands.map.title == "One two three"
