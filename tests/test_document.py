"""The open project: steps, merging, going back, and what is saved."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjeditor.document import Document
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.maps import set_project
from cjeditor.model.edits.workshop import add_agenda_step, delete_agenda_steps, set_agenda_step
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cjeditor.model.change import Change


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(small_project())


def titled(title: str) -> Callable[[Project], Project]:
    def edit(project: Project) -> Project:
        return set_touchpoint(project, MAP, ["tp_a"], title=title)

    return edit


def title(document: Document) -> str:
    return document.project.maps[0].touchpoints[0].title


def test_an_edit_is_one_step_that_can_be_undone_and_redone(document: Document) -> None:
    before = document.project
    assert document.apply("Edit title", titled("New"))
    after = document.project
    assert title(document) == "New"
    assert document.undo_stack.undoText() == "Edit title"
    document.undo_stack.undo()
    assert document.project == before
    document.undo_stack.redo()
    assert document.project == after


def test_everybody_is_told_what_changed(document: Document) -> None:
    told: list[Change] = []
    document.changed.connect(told.append)
    document.apply("Edit title", titled("New"))
    document.undo_stack.undo()
    pairs = [change.touched(MAP, "touchpoints")["tp_a"] for change in told]
    assert [(before.title, after.title) for before, after in pairs] == [("Advert", "New"), ("New", "Advert")]


def test_only_undo_and_redo_say_that_they_revisit(document: Document) -> None:
    told: list[Change] = []
    document.revisited.connect(told.append)
    document.apply("Edit title", titled("New"))
    assert told == []
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert len(told) == 2


def test_an_edit_without_effect_leaves_no_step(document: Document) -> None:
    told: list[Change] = []
    document.changed.connect(told.append)
    assert not document.apply("Edit title", titled("Advert"))
    assert (told, document.undo_stack.count()) == ([], 0)


def test_a_refused_edit_leaves_everything_as_it_was(document: Document) -> None:
    before = document.project

    def edit(project: Project) -> Project:
        return set_touchpoint(project, MAP, ["tp_a"], emotion=7)

    with pytest.raises(EditRefused):
        document.apply("Set emotion", edit)
    assert document.project is before
    assert document.undo_stack.count() == 0


def test_steps_of_one_field_and_session_become_one(document: Document) -> None:
    before = document.project
    for text in ("N", "Ne", "New"):
        document.apply("Edit title", titled(text), merge="tp_a.title")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project == before


def test_another_field_is_another_step(document: Document) -> None:
    document.apply("Edit title", titled("N"), merge="tp_a.title")
    document.apply("Edit title", titled("Ne"), merge="tp_b.title")
    document.apply("Edit title", titled("New"))
    assert document.undo_stack.count() == 3


@pytest.mark.parametrize("ending", ["end_merging", "undo and redo", "save"])
def test_what_ends_a_session_separates_steps(document: Document, ending: str, tmp_path: Path) -> None:
    document.apply("Edit title", titled("N"), merge="tp_a.title")
    if ending == "end_merging":
        document.end_merging()
    elif ending == "save":
        document.mark_saved(tmp_path / "a.cjmap")
    else:
        document.undo_stack.undo()
        document.undo_stack.redo()
    document.apply("Edit title", titled("New"), merge="tp_a.title")
    assert document.undo_stack.count() == 2


def test_there_and_back_leaves_no_step(document: Document) -> None:
    before = document.project
    document.apply("Edit title", titled("New"), merge="tp_a.title")
    document.apply("Edit title", titled("Advert"), merge="tp_a.title")
    assert document.undo_stack.count() == 0
    assert document.project == before
    assert document.is_clean()


def test_there_and_back_does_not_take_earlier_steps_along(document: Document) -> None:
    document.apply("Rename", lambda project: set_project(project, title="Else"))
    document.apply("Edit title", titled("New"), merge="tp_a.title")
    document.apply("Edit title", titled("Advert"), merge="tp_a.title")
    assert document.undo_stack.undoText() == "Rename"
    document.undo_stack.undo()
    assert document.project == small_project()


def test_clean_is_what_was_saved(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.cjmap"
    paths: list[Path | None] = []
    document.path_changed.connect(lambda: paths.append(document.path))
    assert document.is_clean()
    document.apply("Edit title", titled("New"))
    assert not document.is_clean()
    document.mark_saved(path)
    document.mark_saved(path)
    assert document.is_clean()
    assert paths == [path]
    document.undo_stack.undo()
    assert not document.is_clean()
    document.undo_stack.redo()
    assert document.is_clean()


def test_what_is_recorded_stays_and_lets_every_step_fit(qapp: object, tmp_path: Path) -> None:
    document = Document(small_project())
    planned = document.project.agenda
    document.mark_saved(tmp_path / "a.cjmap")
    document.apply("plan", lambda p: add_agenda_step(p, step_id="ag_1"))
    document.apply("name", lambda p: set_agenda_step(p, "ag_1", title="Welcome"))
    document.apply("go", lambda p: delete_agenda_steps(p, ["ag_1"]))
    document.undo_stack.undo()
    told: list[Change] = []
    document.changed.connect(told.append)
    assert document.record(lambda p: set_agenda_step(p, "ag_1", started="2026-11-27T09:00:00"))
    assert len(told) == 1
    assert (document.undo_stack.index(), document.undo_stack.count()) == (2, 3)
    for _ in range(2):
        document.undo_stack.undo()
    assert document.project.agenda == planned
    assert not document.is_clean(), "what the file holds is not what is known"
    document.undo_stack.redo()
    assert (document.project.agenda[0].title, document.project.agenda[0].started[11:]) == ("", "09:00:00")
    for _ in range(2):
        document.undo_stack.redo()
    assert document.project.agenda == planned


def test_nothing_new_is_not_recorded(document: Document) -> None:
    assert not document.record(lambda p: p)
    assert document.is_clean()


def test_only_values_of_records_are_recorded(document: Document) -> None:
    before = document.project
    for edit in (titled("Other"), lambda p: add_agenda_step(p, step_id="ag_1"), lambda p: set_project(p, title="T")):
        with pytest.raises(ValueError, match="recorded"):
            document.record(edit)
    assert document.project is before


def test_another_project_forgets_what_was_undoable(document: Document, tmp_path: Path) -> None:
    document.apply("Edit title", titled("New"))
    told: list[Change] = []
    document.changed.connect(told.append)
    other = set_project(small_project(), title="Other")
    document.replace_all(other, tmp_path / "b.cjmap")
    assert (document.project, document.path) == (other, tmp_path / "b.cjmap")
    assert not document.undo_stack.canUndo()
    assert document.is_clean()
    assert len(told) == 1


def test_a_recovered_project_is_not_clean(document: Document) -> None:
    document.replace_all(small_project(), None, clean=False)
    assert not document.is_clean()


def test_a_document_dies_without_the_collector(qtbot: QtBot) -> None:
    gc.collect()
    gc.disable()
    try:
        document = Document(small_project())
        document.apply("Edit title", titled("New"), merge="a")
        document.undo_stack.undo()
        gone = weakref.ref(document)
        del document
        assert gone() is None
    finally:
        gc.enable()


def test_an_edit_that_breaks_a_rule_is_refused_before_anything_happens(document: Document) -> None:
    """Whatever fault an edit has, no project comes about that could be neither saved nor recovered."""
    before = document.project

    def faulty(project: Project) -> Project:
        first, *others = project.maps
        return replace(project, maps=(replace(first, steps=()), *others))

    with pytest.raises(EditRefused):
        document.apply("Faulty", faulty)
    assert document.project is before
    assert document.undo_stack.count() == 0
    assert document.is_clean()
