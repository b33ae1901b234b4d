"""Maps compared from the menu: two of the project, a version, another file; in a list and on the canvas."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from cjeditor.analysis.comparing_maps import compared
from cjeditor.analysis.overlaying import overlaid
from cjeditor.model import rules, table
from cjeditor.model.edits.cards import set_emotion
from cjeditor.model.lookup import map_of
from cjeditor.model.replace import replace
from cjeditor.storage.save import save
from cjeditor.window.comparing.dialog import BESIDE, OVER, CompareDialog
from cjeditor.window.comparing.flow import CompareFlow
from cjeditor.window.program import Program
from tests.builders import MAP
from tests.layout.charts.test_comparison import THEN, both_states

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_lies_over_each_other_is_a_map_with_all_of_both() -> None:
    project = both_states()
    comparison = compared(project, map_of(project, MAP), project, map_of(project, THEN))
    both = overlaid(comparison)
    assert {each.number for each in both.touchpoints} == {1, 2, 3, 7, 9}
    gone = next(each for each in both.touchpoints if each.number == 2)
    assert (gone.id, comparison.marks[gone.id]) == ("tp_b", "removed")
    assert gone.step in {each.id for each in map_of(project, THEN).steps}, "it lies in the step that is the same"
    alone = replace(project, maps=table.put((), [replace(both, origin=None)]), actions=(), surveys=())
    assert rules.problems(alone) == []


def rows(dialog: CompareDialog) -> list[str]:
    groups = (dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount()))
    return [_text(group.child(at)) for group in groups if group is not None for at in range(group.childCount())]


def _text(item: QTreeWidgetItem | None) -> str:
    return "" if item is None else " | ".join(item.text(column) for column in range(3))


def test_maps_are_compared_in_a_list_side_by_side_and_over_each_other(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = program.open_window(both_states())
    window.resize(1366, 768)
    window.actions_of_window["map.compare"].trigger()
    dialog = window.findChild(CompareDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert (dialog.older.currentText(), dialog.newer.currentText()) == ("A first home", "Then")
    assert dialog.message.text() == "+ 1 added · − 1 removed · ≠ 3 changed"
    assert "≠ Changed | Touchpoint 3 “Search” | emotion −2 → +2" in rows(dialog)

    dialog.tabs.setCurrentIndex(BESIDE)
    one, other = (each.frame for each in dialog.maps)
    assert {each.record.number for each in one.desk.arrangement.cards.values()} >= {2}
    one.view.show_from(1.0, QPointF(120, 0))
    assert other.view.zoom == one.view.zoom
    here, there = (each.view.scene_point(QPointF(0, 0)) for each in (one, other))
    assert abs(here.x() - there.x()) < 2, "both maps have the same steps"
    other.view.show_from(0.7, QPointF(0, 0))
    assert one.view.zoom == pytest.approx(0.7)

    gone = next(each for each in rows(dialog) if "Talk" in each)
    assert gone.startswith("− Removed")
    dialog.show_card("tp_b")
    assert dialog.tabs.currentIndex() == OVER
    over = dialog.maps[-1]
    assert over.glass.marks["tp_b"] == "removed"
    assert "tp_b" in over.frame.desk.arrangement.cards
    picture = over.glass.grab().toImage()
    assert not picture.isNull()

    # The same map in another file, where one touchpoint feels otherwise.
    path = tmp_path / "other.cjmap"
    save(set_emotion(both_states(), THEN, ["tp_new"], -2), path, expected=None)
    flow = window.room.target("comparing")
    assert isinstance(flow, CompareFlow)
    flow.add_file(str(path))
    assert dialog.older.currentText() == "other.cjmap: Then"
    assert rows(dialog) == ["≠ Changed | Touchpoint 9 “New” | emotion −2 → +1"]
    (tmp_path / "bad.cjmap").write_text("{", encoding="utf-8")
    flow.add_file(str(tmp_path / "bad.cjmap"))
    assert rows(dialog) == []
    assert dialog.message.text().startswith("The file")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(CompareDialog) is None)
