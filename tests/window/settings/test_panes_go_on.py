"""Another language or size of text while people work in the panes: they go on where they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QTreeView
from pytestqt.qtbot import QtBot

from cjeditor.model.lookup import ordered
from cjeditor.window.main_window import MainWindow
from cjeditor.window.outline.dock import Outline
from tests.window.asking import ask
from tests.window.conftest import Start
from tests.window.own_sample import own_sample


@pytest.fixture
def sample(qtbot: QtBot, start: Start, tmp_path: Path) -> MainWindow:
    """Return a window with the sample."""
    window = start([own_sample(tmp_path)])
    window.resize(1366, 728)
    qtbot.waitUntil(window.isVisible)
    return window


def begin_anew(qtbot: QtBot, window: MainWindow, *, language: str = "", size: str = "") -> None:
    """Let the window be furnished in another language or size of text, as the settings ask for it."""
    before = window.room
    if language:
        before.settings.language_wanted.emit(language)
    if size:
        before.settings.size_wanted.emit(size)
    qtbot.waitUntil(lambda: _moved_in(window) is not before)


def _moved_in(window: MainWindow) -> object:
    return window.room


def tree_of(outline: Outline) -> QTreeView:
    found = outline.findChild(QTreeView, "outline_tree")
    assert found is not None
    return found


def unfolded(outline: Outline) -> list[str]:
    """Return the phases that are unfolded in the tree, by id."""
    view = tree_of(outline)
    model = outline.page.rows
    tops = [view.model().index(row, 0, QModelIndex()) for row in range(view.model().rowCount())]
    return [record.id for top in tops if view.isExpanded(top) and (record := model.record(top)) is not None]


@pytest.mark.parametrize("size", ["very_large", "small"])
def test_the_building_blocks_are_filled_at_once(qtbot: QtBot, sample: MainWindow, size: str) -> None:
    qtbot.waitUntil(lambda: sample.room.contents.blocks.tree.rows.rowCount() > 3)
    filled: list[int] = []

    def look() -> bool:
        blocks = sample.room.contents.blocks
        if blocks is not before:
            filled.append(blocks.tree.rows.rowCount())
        return bool(filled)

    before = sample.room.contents.blocks
    sample.room.settings.size_wanted.emit(size)
    qtbot.waitUntil(look)
    assert filled[0] > 3


def test_a_search_for_building_blocks_goes_on(qtbot: QtBot, sample: MainWindow) -> None:
    blocks = sample.room.contents.blocks
    qtbot.waitUntil(blocks.isVisible)
    QTest.keyClicks(blocks.search, "web")
    found = blocks.tree.rows.rowCount()
    begin_anew(qtbot, sample, language="de")
    now = sample.room.contents.blocks
    assert now is not blocks
    assert now.search.text() == "web"
    assert now.tree.rows.rowCount() == found
    assert all(now.tree.isExpanded(now.tree.rows.index(row, 0)) for row in range(found))


def test_folded_building_blocks_and_their_place_stay(qtbot: QtBot, sample: MainWindow) -> None:
    tree = sample.room.contents.blocks.tree
    qtbot.waitUntil(lambda: tree.rows.rowCount() > 3)
    tree.toggle(tree.rows.index(1, 0))
    key = tree.rows.section(tree.rows.index(1, 0)).key
    qtbot.waitUntil(lambda: tree.verticalScrollBar().maximum() > 100)
    tree.verticalScrollBar().setValue(100)
    share = 100 / tree.verticalScrollBar().maximum()
    begin_anew(qtbot, sample, language="de")
    tree = sample.room.contents.blocks.tree
    assert tree.rows.section(tree.rows.index(1, 0)).key == key
    assert not tree.isExpanded(tree.rows.index(1, 0))
    assert tree.isExpanded(tree.rows.index(0, 0))
    bar = tree.verticalScrollBar()
    QTest.qWait(50)
    assert bar.value() / bar.maximum() == pytest.approx(share, abs=0.05)


def test_the_tree_of_the_outline_stays_folded(qtbot: QtBot, sample: MainWindow) -> None:
    ask(sample, "view.outline")
    outline = sample.room.contents.outline
    qtbot.waitUntil(outline.isVisible)
    outline.turn_to(0)
    view = tree_of(outline)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
    view.header().resizeSection(1, 222)
    # The one with what is chosen is folded, too.
    sample.room.canvas.cards.go_to(12)
    everything = unfolded(outline)
    for row in (0, 2):
        view.collapse(view.model().index(row, 0))
    left = unfolded(outline)
    assert len(left) == len(everything) - 2
    QTest.qWait(0)
    begin_anew(qtbot, sample, language="de", size="large")
    now = sample.room.contents.outline
    assert now is not outline
    assert now.page.view is tree_of(now)
    assert unfolded(now) == left
    assert tree_of(now).header().sectionSize(1) == 222
    # Also after a look at the table and with the pane hidden in between.
    now.turn_to(1)
    now.turn_to(0)
    sample.room.canvas.picking.deselect()
    for _ in range(2):
        ask(sample, "view.outline")
    assert unfolded(now)[0] == left[0]
    assert set(everything) - set(unfolded(now)) >= {everything[0]}


def test_the_order_of_the_table_stays(qtbot: QtBot, sample: MainWindow) -> None:
    ask(sample, "view.outline")
    outline = sample.room.contents.outline
    outline.turn_to(1)
    outline.order.setCurrentIndex(3)
    outline.order.activated.emit(3)
    outline.descending.click()
    QTest.qWait(0)
    begin_anew(qtbot, sample, language="de")
    now = sample.room.contents.outline
    assert now.order.currentIndex() == 3
    assert now.descending.isChecked()
    assert now.order.itemText(0) == "Reise"
    assert now.descending.text() == "Absteigend"


def test_the_guide_stays_in_front_with_phase_and_page(qtbot: QtBot, sample: MainWindow) -> None:
    sample.room.canvas.cards.go_to(12)
    ask(sample, "view.guide")
    guide = sample.room.contents.guide
    qtbot.waitUntil(guide.isVisible)
    guide.go(1)
    bar = guide.pages.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(200)
    number, share = guide.head.title.text()[0], 200 / bar.maximum()
    begin_anew(qtbot, sample, language="de")
    now = sample.room.contents.guide
    assert now is not guide
    assert sample.panes["guide"].is_on_top
    assert not sample.panes["properties"].is_on_top
    assert now.isVisible()
    assert not sample.room.contents.properties.isVisible()
    assert now.head.title.text()[0] == number
    bar = now.pages.verticalScrollBar()
    QTest.qWait(50)
    assert bar.value() / bar.maximum() == pytest.approx(share, abs=0.05)


def test_the_properties_stay_in_front(qtbot: QtBot, sample: MainWindow) -> None:
    ask(sample, "view.guide")
    sample.panes["properties"].raise_()
    qtbot.waitUntil(lambda: sample.panes["properties"].is_on_top)
    begin_anew(qtbot, sample, language="de")
    qtbot.waitUntil(lambda: sample.panes["properties"].is_on_top)
    assert sample.room.contents.properties.isVisible()
    assert not sample.room.contents.guide.isVisible()


def test_the_maps_behind_the_other_tabs_are_seen_as_before(qtbot: QtBot, sample: MainWindow) -> None:
    canvas = sample.room.canvas
    first = canvas.map_id
    canvas.cards.go_to(12)
    canvas.view.zoom_to(1.5)
    canvas.view.scroll_by(140, 60)
    chosen = canvas.selection.ids
    corner = canvas.view.scene_point(QPointF(0, 0))
    ask(sample, "map.as_future")
    second = canvas.map_id
    assert second != first
    assert [one.id for one in ordered(sample.room.document.project.maps)] == [first, second]
    canvas.view.zoom_to(0.5)
    begin_anew(qtbot, sample, language="de")
    now = sample.room.canvas
    assert now is not canvas
    assert (now.map_id, now.view.zoom) == (second, pytest.approx(0.5))
    ask(sample, "map.previous")
    assert (now.map_id, now.view.zoom) == (first, pytest.approx(1.5))
    assert now.selection.ids == chosen
    assert (now.view.scene_point(QPointF(0, 0)) - corner).manhattanLength() < 2
    ask(sample, "map.next")
    assert now.view.zoom == pytest.approx(0.5)
