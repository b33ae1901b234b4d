"""The grid of personas: opens maps, makes missing ones, renames phases in all of them by one step."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjeditor.analysis.persona_grid import SharedPhase, grid_of, shared_phases
from cjeditor.model import rules
from cjeditor.model.edits import lanes, maps, phases
from cjeditor.model.edits.persona_maps import make_map_for, rename_phases
from cjeditor.model.lookup import map_of, next_number, ordered
from cjeditor.window.main_window import MainWindow
from cjeditor.window.personas.grid_dialog import GridDialog
from cjeditor.window.program import Program
from tests.builders import LANES, MAP, small_project
from tests.model.refusing import refusal
from tests.window.asking import ask
from tests.window.dialogues import shown

LEFT = Qt.MouseButton.LeftButton


def _ids(prefix: str, counter: itertools.count[int] = itertools.count()) -> str:  # noqa: B008  counts on through all
    return f"{prefix}_g{next(counter)}"


def test_maps_stand_by_persona_and_state_and_those_of_nobody_last() -> None:
    jo, mia, nobody = grid_of(small_project())
    assert (jo.persona.name if jo.persona else "", jo.current, jo.future) == ("Jo", (), ())
    assert [each.id for each in mia.current] == [MAP]
    assert nobody.persona is None
    assert [each.id for each in nobody.future] == ["map_2"]


def test_phases_are_shared_by_name_in_the_order_of_the_journey() -> None:
    project = make_map_for(small_project(), "ps_b", "current", map_id="map_x", new_ids=_ids, title="Jo")
    project = phases.add_phase(project, "map_x", phase_id="ph_n", step_id="st_n", name="Doubt", index=1)
    found = shared_phases([map_of(project, MAP), map_of(project, "map_x")])
    assert found == (
        SharedPhase("Need", 2),
        SharedPhase("Doubt", 1),
        SharedPhase("Choice", 2),
        SharedPhase("Use", 2),
    )
    assert shared_phases([]) == ()


def test_a_missing_map_has_the_phases_but_nobody_elses_cards() -> None:
    project = maps.set_map(small_project(), MAP, status="in_review", owner="Ada")
    project = lanes.set_lane(project, MAP, "ln_b", question="What is Mia’s goal?")
    project = lanes.set_lane(project, MAP, "ln_d", question="What hurts?")
    project = make_map_for(project, "ps_b", "current", map_id="map_x", new_ids=_ids, title="Jo")
    new = map_of(project, "map_x")
    assert ([each.name for each in new.phases], new.lead_persona, new.origin) == (
        ["Need", "Choice", "Use"],
        "ps_b",
        None,
    )
    assert (new.touchpoints, new.notes, new.comments, new.links) == ((), (), (), ())
    assert (new.status, new.owner, next_number(new)) == ("draft", "", 1), "nobody has begun it, numbers begin with 1"
    assert ([each.name for each in new.steps], {each.duration for each in new.steps}) == (["", "", ""], {None})
    assert [(each.duration, each.drop_off_points, each.weight) for each in new.phases] == [("", (), 3)] * 3
    assert {each.name: each.question for each in new.lanes}["Goals"] == "", "it names somebody else"
    assert {each.name: each.question for each in new.lanes}["Pain points"] == "What hurts?"
    assert [each.kind for each in ordered(new.lanes)] == [each.kind for each in LANES]
    assert rules.problems(project) == []
    future = map_of(make_map_for(project, "ps_a", "future", map_id="map_y", new_ids=_ids, title="To be"), "map_y")
    assert (future.origin, future.state, len(future.touchpoints)) == (MAP, "future", 4)
    assert refusal(make_map_for, project, "ps_gone", "future", map_id="map_z", new_ids=_ids, title="").code


def test_a_phase_is_renamed_wherever_it_is_called_so() -> None:
    project = make_map_for(small_project(), "ps_b", "current", map_id="map_x", new_ids=_ids, title="Jo")
    after = rename_phases(project, [MAP, "map_x"], " choice", "Comparison")
    assert [[each.name for each in map_of(after, one).phases] for one in (MAP, "map_x")] == [
        ["Need", "Comparison", "Use"],
        ["Need", "Comparison", "Use"],
    ]
    assert rename_phases(project, [MAP], "gone", "x") is project


@pytest.fixture
def grid(qtbot: QtBot, program: Program) -> tuple[MainWindow, GridDialog]:
    window = program.open_window(maps.set_map(small_project(), "map_2", lead_persona="ps_a"))
    window.resize(1366, 768)
    qtbot.waitUntil(window.isActiveWindow)
    ask(window, "map.grid")
    return window, shown(qtbot, GridDialog)


def test_the_grid_makes_renames_and_opens(qtbot: QtBot, grid: tuple[MainWindow, GridDialog]) -> None:
    window, dialog = grid
    document = window.room.document
    QTest.mouseClick(dialog.cells["ps_b", "current"][0], LEFT)
    (new,) = [each for each in document.project.maps if each.lead_persona == "ps_b"]
    assert new.title == "Jo (Current state)"
    field = dialog.fields[1]
    assert field.text() == "Choice"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Comparison")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [map_of(document.project, one).phases[1].name for one in (MAP, new.id)] == ["Comparison", "Comparison"]
    assert dialog.fields[1] is field, "the focus stays"
    assert dialog.isVisible(), "Enter closes nothing"
    document.undo_stack.undo()
    assert map_of(document.project, MAP).phases[1].name == "Choice"
    assert field.text() == "Choice"
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Choice", "a phase keeps a name"
    QTest.mouseClick(dialog.cells["ps_a", "future"][0], LEFT)
    assert window.room.map_id() == "map_2"
