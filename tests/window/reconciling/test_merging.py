"""A file that somebody else changed while it was open: what people see, what they choose, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_touchpoint
from cjeditor.model.edits.phases import move_phase, set_phase
from cjeditor.model.edits.voting import add_ballot, close_round, open_round
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.table import find
from cjeditor.model.three_way import merged
from cjeditor.storage.load import load, open_file
from cjeditor.storage.save import save
from cjeditor.window.main_window import MainWindow
from cjeditor.window.reconciling.dialog import MergeDialog
from cjeditor.window.reconciling.questions import questions
from tests.builders import MAP, small_project
from tests.window.asking import ask
from tests.window.dialogues import any_shown, press, shown


@pytest.fixture
def opened(window: MainWindow, file: Path) -> MainWindow:
    """Return a window that shows a file."""
    window.room.files.path_wanted.emit(file)
    return window


def change_mine(window: MainWindow, **fields: object) -> None:
    window.room.document.apply("Mine", lambda project: set_touchpoint(project, MAP, ["tp_a"], **fields))


def change_theirs(file: Path, project: Project) -> None:
    save(project, file, expected=None)


def asked(qtbot: QtBot, window: MainWindow) -> MergeDialog:
    """Save, be told that the file is another one, and ask to compare."""
    ask(window, "file.save")
    press(shown(qtbot, QMessageBox, "conflict"), "Compare and merge…")
    return shown(qtbot, MergeDialog)


def remove_theirs(project: Project) -> Project:
    return delete_cards(project, MAP, ["tp_x"])


def lines(listed: QListWidget) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def card(project: Project, card_id: str = "tp_a") -> object:
    return find(project.maps[0].touchpoints, card_id)


def test_changes_that_fit_together_are_kept_all_in_one_step(qtbot: QtBot, opened: MainWindow, file: Path) -> None:
    change_mine(opened, title="Mine")
    theirs = add_touchpoint(small_project(), MAP, id="tp_x", step="st_a", lane="ln_a", title="Theirs")
    change_theirs(file, theirs)
    dialog = asked(qtbot, opened)
    assert lines(dialog.mine) == ["Touchpoint 1 “Mine”: title “Advert” → “Mine”"]
    assert lines(dialog.theirs) == ["Touchpoint 9 “Theirs” added"]
    assert not dialog.table.isVisible()
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    both = opened.room.document.project
    assert both == set_touchpoint(theirs, MAP, ["tp_a"], title="Mine")
    assert opened.isWindowModified()
    ask(opened, "file.save")
    assert any_shown() == []
    assert load(file) == both
    assert opened.status.currentMessage() == "Saved. The file now holds the changes of both sides."
    opened.room.document.undo_stack.undo()
    assert card(opened.room.document.project, "tp_x") is None
    opened.status.clearMessage()
    ask(opened, "file.save")
    assert any_shown() == [], "what the program wrote itself is undone like any other step"
    assert opened.status.currentMessage() == ""


def test_a_merge_that_was_undone_does_not_let_mine_be_written_over_theirs(
    qtbot: QtBot, opened: MainWindow, file: Path
) -> None:
    change_mine(opened, title="Mine")
    theirs = add_touchpoint(small_project(), MAP, id="tp_x", step="st_a", lane="ln_a", title="Theirs")
    change_theirs(file, theirs)
    qtbot.mouseClick(asked(qtbot, opened).merge, Qt.MouseButton.LeftButton)
    stack = opened.room.document.undo_stack
    stack.undo()
    opened.room.saving.conflict.look_at_disk()
    assert any_shown() == [], "the person knows already"
    ask(opened, "file.save")
    press(shown(qtbot, QMessageBox, "conflict"), "Cancel")
    assert load(file) == theirs
    stack.redo()
    ask(opened, "file.save")
    assert any_shown() == []
    assert load(file) == opened.room.document.project


def test_a_second_merge_begins_with_what_the_first_one_brought(qtbot: QtBot, opened: MainWindow, file: Path) -> None:
    change_mine(opened, title="Mine")
    theirs = add_touchpoint(small_project(), MAP, id="tp_x", step="st_a", lane="ln_a", title="Theirs")
    change_theirs(file, theirs)
    qtbot.mouseClick(asked(qtbot, opened).merge, Qt.MouseButton.LeftButton)
    opened.room.document.apply("Mine", remove_theirs)
    change_theirs(file, set_touchpoint(theirs, MAP, ["tp_b"], title="Once more"))
    dialog = asked(qtbot, opened)
    assert not dialog.table.isVisible()
    assert len(lines(dialog.theirs)) == 1
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    both = opened.room.document.project
    assert card(both, "tp_x") is None
    assert getattr(card(both, "tp_b"), "title", "") == "Once more"


def test_where_nobody_knows_what_both_began_with_each_difference_is_asked_about(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    found = open_file(file)
    mine = set_touchpoint(found.project, MAP, ["tp_a"], title="Mine")
    theirs = add_touchpoint(found.project, MAP, id="tp_x", step="st_a", lane="ln_a", title="Theirs")
    window.room.show_project(mine, file, found.fingerprint, clean=False)  # as after a crash
    change_theirs(file, theirs)
    dialog = asked(qtbot, window)
    asked_about = [[dialog.table.item(row, at).text() for at in range(3)] for row in range(dialog.table.rowCount())]
    assert asked_about == [
        ["Touchpoint 1 “Advert”: title", "“Mine”", "“Advert”"],
        ["Touchpoint 9 “Theirs”", "is not there", "is there"],
    ]
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    both = window.room.document.project
    assert both == set_touchpoint(theirs, MAP, ["tp_a"], title="Mine"), "nothing of either side is lost"


def unlike(project: Project) -> Project:
    """Return the project with a card more, one less, another title, another order and another name of a phase."""
    project = add_touchpoint(project, MAP, id="tp_x", step="st_a", lane="ln_a", title="Theirs")
    project = set_touchpoint(delete_cards(project, MAP, ["tp_b"]), MAP, ["tp_a"], title="Theirs", emotion=2)
    return move_phase(set_phase(project, MAP, "ph_a", name="Theirs"), MAP, "ph_c", 0)


def test_all_differences_are_answered_alike_with_one_key(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    """After a crash nobody knows what both began with, and there may be a hundred of them."""
    found = open_file(file)
    mine = set_touchpoint(found.project, MAP, ["tp_c"], title="Mine")
    theirs = unlike(found.project)
    window.room.show_project(mine, file, found.fingerprint, clean=False)
    change_theirs(file, theirs)
    # The number of a card that is theirs only never comes again.
    all_mine = replace(mine, maps=(replace(mine.maps[0], retired_number=9), *mine.maps[1:]))
    for name, expected in (("all_theirs", theirs), ("all_mine", all_mine)):
        dialog = asked(qtbot, window)
        assert dialog.table.rowCount() > 6
        button = dialog.findChild(QPushButton, name)
        assert button is not None
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert dialog.isVisible(), "to be looked through before it counts"
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        assert window.room.document.project == expected
        window.room.document.undo_stack.undo()
        assert window.room.document.project == mine


def test_a_single_question_needs_no_answer_to_all(parent: QWidget) -> None:
    base = small_project()
    mine, theirs = (set_touchpoint(base, MAP, ["tp_a"], title=title) for title in ("Mine", "Theirs"))
    asked_about = questions(merged(base, mine, theirs), mine, theirs, texts.of("en"))
    dialog = MergeDialog(((), ()), asked_about, texts.of("en"), parent)
    assert dialog.table.rowCount() == 1
    assert dialog.findChild(QPushButton, "all_mine") is None


def test_two_states_of_a_round_of_voting_are_told_apart() -> None:
    base = open_round(small_project(), MAP, round_id="vr_a", at="2026-11-27T09:00:00")
    mine = close_round(add_ballot(base, MAP, "vr_a", ["tp_a"]), MAP, "vr_a", at="2026-11-27T10:00:00")
    theirs = add_ballot(base, MAP, "vr_a", ["tp_b", "tp_b"])
    (question,) = questions(merged(base, mine, theirs), mine, theirs, texts.of("en"))
    assert (question.mine, question.theirs) == ("closed, 1 ballot, 1 dot", "open, 1 ballot, 2 dots")


@pytest.mark.parametrize(("choice", "title"), [("Yours", "Mine"), ("In the file", "Theirs")])
def test_a_clash_is_decided_by_the_person(
    qtbot: QtBot, opened: MainWindow, file: Path, choice: str, title: str
) -> None:
    change_mine(opened, title="Mine")
    change_theirs(file, set_touchpoint(small_project(), MAP, ["tp_a"], title="Theirs"))
    dialog = asked(qtbot, opened)
    assert [dialog.table.item(0, column).text() for column in range(3)] == [
        "Touchpoint 1 “Theirs”: title",
        "“Mine”",
        "“Theirs”",
    ]
    box = dialog.table.cellWidget(0, 3)
    assert isinstance(box, QComboBox)
    box.setCurrentText(choice)
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    assert getattr(card(opened.room.document.project), "title", "") == title


def test_what_was_deleted_there_and_changed_here_stays_unless_people_say_otherwise(
    qtbot: QtBot, opened: MainWindow, file: Path
) -> None:
    change_mine(opened, title="Mine")
    change_theirs(file, delete_cards(small_project(), MAP, ["tp_a"]))
    dialog = asked(qtbot, opened)
    assert [dialog.table.item(0, column).text() for column in range(3)] == [
        "Touchpoint 1 “Mine”",
        "changed",
        "deleted",
    ]
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    assert getattr(card(opened.room.document.project), "title", "") == "Mine"


def test_cancelled_nothing_has_happened(qtbot: QtBot, opened: MainWindow, file: Path) -> None:
    change_mine(opened, title="Mine")
    change_theirs(file, set_touchpoint(small_project(), MAP, ["tp_b"], title="Theirs"))
    before = opened.room.document.project
    dialog = asked(qtbot, opened)
    dialog.reject()
    assert opened.room.document.project is before
    assert load(file).maps[0].touchpoints != before.maps[0].touchpoints
    ask(opened, "file.save")
    assert shown(qtbot, QMessageBox, "conflict")


def test_a_file_that_cannot_be_read_any_more_says_so(qtbot: QtBot, opened: MainWindow, file: Path) -> None:
    change_mine(opened, title="Mine")
    file.write_bytes(b"{ half")
    ask(opened, "file.save")
    press(shown(qtbot, QMessageBox, "conflict"), "Compare and merge…")
    assert shown(qtbot, QMessageBox, "not_opened")
