"""Answers that are written and not kept are not lost with the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cjeditor.model import rules
from cjeditor.model.edits.phases import delete_phases
from cjeditor.model.project import Project
from cjeditor.window.guide.drafts import with_drafts
from cjeditor.window.snapshots import Snapshots
from tests.builders import MAP, small_project
from tests.window.guide.hands import Reader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_drafts_become_answers_where_their_phase_is_still_there() -> None:
    project = small_project()
    texts = {(MAP, "ph_a", "q1"): " One\n", (MAP, "ph_b", "q2"): "Two", ("map_x", "ph_x", "q3"): "Three"}
    after = with_drafts(delete_phases(project, MAP, ["ph_b"]), texts, "Answers")
    assert [(each.question, each.text) for each in after.maps[0].notes if each.question] == [("q1", "One")]
    assert rules.problems(after) == []
    assert with_drafts(project, {("map_x", "ph_x", "q3"): "Three"}, "Answers") is project


def test_after_a_crash_what_was_typed_and_not_kept_is_an_answer(nine: Reader, snapshots: Snapshots) -> None:
    keeper = nine.room.snapshots
    put: list[Project] = []
    keeper._recovery.write = lambda project, *_file: put.append(project)  # type: ignore[method-assign]  # the disk's door
    nine.click(nine.row(1).answer_button)
    nine.write("half an ans")
    assert nine.document.is_clean()
    assert keeper._timer.isActive()
    keeper.write()
    snapshots.wait()
    (kept,) = put
    assert rules.problems(kept) == []
    (note,) = (each for each in kept.maps[0].notes if each.question is not None)
    assert (note.text, note.question) == ("half an ans", nine.row(1).asked.key)
    assert not any(each.question for each in nine.map.notes)
    keeper.write_now()
    assert len(put) == 2
    for _letter in "half an ans":
        nine.press(Qt.Key.Key_Backspace)
    keeper.write_now()
    assert len(put) == 2, "nothing is written any more"
