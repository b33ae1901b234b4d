from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import LIGHT
from cjeditor.model.change import Change
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_note, set_touchpoint
from cjeditor.model.edits.lanes import add_lane, delete_lanes, move_lane, set_lane
from cjeditor.model.edits.maps import set_channel
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.phases import delete_phases, merge_phases, move_phase, set_phase, split_phase
from cjeditor.model.edits.steps import add_step, delete_steps, merge_steps, move_step, split_step
from cjeditor.model.lookup import cards, in_journey_order, map_of
from cjeditor.model.project import Project
from cjeditor.window.outline.card_table import CardTable
from cjeditor.window.outline.columns import COLUMNS, Column
from cjeditor.window.outline.map_tree import MapTree
from cjeditor.window.outline.ordered_rows import OrderedRows
from cjeditor.window.outline.reading import Reading
from cjeditor.window.outline.rewriting import Rewriting
from tests.builders import MAP, big_project, small_project

Edit = Callable[[Project], Project]


class Rows:
    """A table and a tree that follow a document, watched by Qt's own tester."""

    def __init__(self, project: Project, parent: QWidget) -> None:
        self.parent = parent
        self.document = Document(project, parent=parent)
        canvas = MapCanvas(Document(small_project(), parent=parent), MAP, texts.of("en"), LIGHT, parent)
        rewriting = Rewriting(self.document, canvas, texts.of("en"), parent)
        self.table = CardTable(self.reading(), rewriting, parent)
        self.tree = MapTree(self.reading(), rewriting, parent)
        self.table.show_map(self.reading())
        self.tree.show_map(self.reading())
        self.testers = [
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
            for model in (self.table, self.tree)
        ]
        self.told: dict[str, int] = {"table": 0, "tree": 0}
        self.resets: list[str] = []
        self.table.dataChanged.connect(self._table_told)
        self.tree.dataChanged.connect(self._tree_told)
        for model in (self.table, self.tree):
            model.modelReset.connect(lambda: self.resets.append("reset"))
        self.document.changed.connect(self._follow)

    def reading(self) -> Reading:
        return Reading(self.document.project, MAP, texts.of("en"))

    def _follow(self, change: Change) -> None:
        self.table.follow(self.reading(), change)
        self.tree.follow(self.reading(), change)

    def _table_told(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told["table"] += last.row() - first.row() + 1

    def _tree_told(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told["tree"] += last.row() - first.row() + 1


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[Rows]:
    yield from _rows(qtbot, small_project())


@pytest.fixture
def many(qtbot: QtBot) -> Iterator[Rows]:
    yield from _rows(qtbot, big_project(1_000))


def _rows(qtbot: QtBot, project: Project) -> Iterator[Rows]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield Rows(project, parent)


def shape(model: OrderedRows, parent: QModelIndex | None = None) -> list[tuple[str, list[object]]]:
    """Everything that a model shows, as nested lists of texts."""
    above = QModelIndex() if parent is None else parent
    found: list[tuple[str, list[object]]] = []
    for row in range(model.rowCount(above)):
        cells = [model.index(row, column, above).data() for column in range(model.columnCount())]
        found.append((" | ".join(cells), list(shape(model, model.index(row, 0, above)))))
    return found


EDITS: dict[str, Edit] = {
    "write": lambda p: set_touchpoint(p, MAP, ["tp_c"], title="Compares"),
    "feel": lambda p: set_touchpoint(p, MAP, ["tp_a", "tp_d"], emotion=-1),
    "add a card": lambda p: add_touchpoint(p, MAP, id="tp_new", step="st_a", lane="ln_a", index=1, title="New"),
    "add two phases' cards": lambda p: add_touchpoint(
        add_touchpoint(p, MAP, id="tp_n", step="st_a", lane="ln_a", index=0), MAP, id="tp_m", step="st_c", lane="ln_a"
    ),
    "delete cards": lambda p: delete_cards(p, MAP, ["tp_a", "tp_b", "nt_c"]),
    "move cards": lambda p: move_cards(p, MAP, ["tp_a", "tp_c"], step="st_d", lane="ln_a", index=0),
    "move up": lambda p: move_cards(p, MAP, ["tp_b"], step="st_a", lane="ln_a", index=0),
    "rename phase": lambda p: set_phase(p, MAP, "ph_a", name="Wish"),
    "rename lane": lambda p: set_lane(p, MAP, "ln_b", name="Wishes"),
    "rename channel": lambda p: set_channel(p, "ch_a", name="Branch"),
    "add lane": lambda p: add_lane(p, MAP, lane_id="ln_new", kind="notes", index=0),
    "move lane": lambda p: move_lane(p, MAP, "ln_b", 0),
    "delete lane": lambda p: delete_lanes(p, MAP, ["ln_a"]),
    "add step": lambda p: add_step(p, MAP, phase_id="ph_a", step_id="st_new", index=0),
    "move step": lambda p: move_step(p, MAP, "st_b", "ph_a", 0),
    "split step": lambda p: split_step(p, MAP, "st_a", new_step_id="st_new", moved=["tp_b", "nt_b"]),
    "merge steps": lambda p: merge_steps(p, MAP, "st_b", "st_c"),
    "delete step": lambda p: delete_steps(p, MAP, ["st_b"]),
    "move phase": lambda p: move_phase(p, MAP, "ph_c", 0),
    "split phase": lambda p: split_phase(p, MAP, "ph_b", at_step="st_c", new_phase_id="ph_n", new_step_id="st_n"),
    "merge phases": lambda p: merge_phases(p, MAP, "ph_a", "ph_b"),
    "delete phase": lambda p: delete_phases(p, MAP, ["ph_b"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_rows_follow_every_edit_and_its_undo_without_a_reset(rows: Rows, name: str) -> None:
    before = shape(rows.table), shape(rows.tree)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(rows.table)
    proxy.sort(4)
    rows.document.apply("edit", EDITS[name])
    fresh = Rows(rows.document.project, rows.parent)
    assert shape(rows.table) == shape(fresh.table)
    assert shape(rows.tree) == shape(fresh.tree)
    assert (shape(rows.table), shape(rows.tree)) != before or name == "add lane"
    rows.document.undo_stack.undo()
    assert (shape(rows.table), shape(rows.tree)) == before
    rows.document.undo_stack.redo()
    assert shape(rows.tree) == shape(fresh.tree)
    assert proxy.rowCount() == rows.table.rowCount()
    assert rows.resets == []


@pytest.mark.parametrize("column", ["text", "channel", "lane", "emotion"])
@pytest.mark.parametrize("name", EDITS)
def test_a_sorted_table_stays_sorted(rows: Rows, name: str, column: Column) -> None:
    order = Qt.SortOrder.DescendingOrder if column in ("channel", "lane") else Qt.SortOrder.AscendingOrder
    rows.table.sort(COLUMNS.index(column), order)
    before = shape(rows.table)
    rows.document.apply("edit", EDITS[name])
    fresh = Rows(rows.document.project, rows.parent)
    fresh.table.sort(COLUMNS.index(column), order)
    assert shape(rows.table) == shape(fresh.table)
    rows.document.undo_stack.undo()
    assert shape(rows.table) == before
    assert rows.resets == []


def test_a_row_keeps_its_identity_when_it_moves(rows: Rows) -> None:
    kept = [rows.table.index_of("tp_a", 4), rows.tree.index_of("tp_a", 0)]
    persistent = [QPersistentModelIndex(index) for index in kept]
    rows.document.apply("move", EDITS["move cards"])
    rows.document.apply("move", EDITS["move phase"])
    assert [one.data() for one in persistent] == ["Advert", "Advert"]
    assert rows.table.record(rows.table.index_of("tp_a")) is not None


def test_the_table_is_in_the_order_of_the_journey(rows: Rows) -> None:
    journey_map = map_of(rows.document.project, MAP)
    wanted = [card.number for card in in_journey_order(journey_map, cards(journey_map))]
    assert [int(rows.table.index(row, 0).data()) for row in range(rows.table.rowCount())] == wanted


def test_a_keystroke_touches_one_row_of_a_thousand(many: Rows) -> None:
    assert many.table.rowCount() == 1_000
    many.document.apply("write", lambda p: set_touchpoint(p, MAP, ["tp_000003"], title="x"))
    assert many.told == {"table": 1, "tree": 1}
    assert many.resets == []


def test_a_phases_name_touches_its_own_rows_only(many: Rows) -> None:
    journey_map = map_of(many.document.project, MAP)
    phase = journey_map.phases[3].id
    steps = {step.id for step in journey_map.steps if step.phase == phase}
    concerned = sum(card.step in steps for card in cards(journey_map))
    many.document.apply("rename", lambda p: set_phase(p, MAP, phase, name="Other"))
    assert 0 < concerned < 200
    assert many.told == {"table": concerned, "tree": 1}


def test_five_hundred_cards_come_in_few_pieces(many: Rows) -> None:
    pieces: list[tuple[int, int]] = []
    many.table.rowsInserted.connect(lambda _parent, first, last: pieces.append((first, last)))

    def edit(project: Project) -> Project:
        for number in range(50):
            project = add_touchpoint(project, MAP, id=f"tp_x{number}", step="st_000000", lane="ln_a")
        return project

    many.document.apply("add", edit)
    assert len(pieces) == 1
    assert pieces[0][1] - pieces[0][0] == 49
    assert many.told["table"] == 0


def test_every_row_says_what_it_is(rows: Rows) -> None:
    role = 11  # Qt.ItemDataRole.AccessibleTextRole
    said = rows.table.index_of("tp_a", 4).data(role)
    assert said == (
        "Advert. Touchpoint 1. Lane: Touchpoints. Emotion: +1 positive. Channel: Shop. Evidence: Assumption"
    )
    assert rows.table.index_of("nt_c", 4).data(role).startswith("Empty card. Pain point 6.")
    assert rows.table.index_of("nt_c", 7).data(role) == "Emotion: none"
    assert rows.tree.index_of("ph_b").data(role) == "Phase 2: Choice"
    assert rows.tree.index_of("st_c").data(role) == "Step: Step 2"
    for model in (rows.table, rows.tree):
        for one in model.ids():
            assert model.index_of(one, 4 if model is rows.table else 0).data(role)


def test_a_metric_says_its_figures(rows: Rows) -> None:
    figures = {"unit": "%", "actual": 38.0, "target": 50.0}
    rows.document.apply("", lambda p: set_note(p, MAP, ["nt_a"], kind="metric", **figures))
    said = rows.table.index_of("nt_a", 4).data(11)  # Qt.ItemDataRole.AccessibleTextRole
    assert "Metric 4. Lane: Goals. Actual 38% · Target 50%. Evidence" in said
