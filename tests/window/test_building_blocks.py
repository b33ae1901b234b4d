from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.blocks import Block
from cjeditor.layout.icons import is_icon
from cjeditor.layout.theme import DARK, LIGHT
from cjeditor.model.fields import LaneKind, NoteKind
from cjeditor.model.lookup import map_of, ordered
from cjeditor.window.block_list import sections
from cjeditor.window.building_blocks import BuildingBlocks
from cjeditor.window.icons import Icons
from cjeditor.window.main_window import MainWindow
from tests.builders import small_project


@pytest.fixture
def strip(qtbot: QtBot, window: MainWindow) -> BuildingBlocks:
    return window.room.contents.blocks


def row_of(strip: BuildingBlocks, block: Block) -> int:
    return next(row for row in range(strip.count()) if strip.block_at(row) == block)


def place_of(strip: BuildingBlocks, block: Block) -> QPoint:
    item = strip.item(row_of(strip, block))
    strip.scrollToItem(item)
    return strip.visualItemRect(item).center()


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_kind_of_thing_is_offered(language: str) -> None:
    offered = sections(small_project().maps[0], texts.of(language))
    blocks = [offer.block for section in offered for offer in section.offers]
    assert {block.kind for block in blocks} == {"touchpoint", "note", "phase", "lane"}
    assert [block.note_kind for block in blocks if block.kind == "note"] == list(get_args(NoteKind))
    assert {block.lane_kind for block in blocks if block.kind == "lane"} == set(get_args(LaneKind))
    offers = [offer for section in offered for offer in section.offers]
    assert all(offer.name and (offer.colour or is_icon(offer.icon)) for offer in offers)


def test_phases_of_the_maps_framework_are_offered(window: MainWindow) -> None:
    offered = sections(window.room.document.project.maps[0], texts.of("en"))
    phases = [offer for section in offered for offer in section.offers if offer.block.kind == "phase"]
    assert len(phases) == 1 + 9
    assert phases[0].block == Block("phase")
    assert phases[4].name == "Decision"


def test_enter_adds_at_the_focus(qtbot: QtBot, window: MainWindow, strip: BuildingBlocks) -> None:
    strip.setFocus()
    strip.setCurrentRow(row_of(strip, Block("phase")))
    before = len(window.room.document.project.maps[0].phases)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert len(window.room.document.project.maps[0].phases) == before + 1


def test_arrows_pass_over_headings(qtbot: QtBot, strip: BuildingBlocks) -> None:
    strip.setCurrentRow(row_of(strip, Block("touchpoint")))
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert strip.block_at(strip.currentRow()) == Block("note", note_kind="goal")


def test_a_phase_of_the_framework_is_added_with_its_key(
    qtbot: QtBot, window: MainWindow, strip: BuildingBlocks
) -> None:
    known = [strip.block_at(row) for row in range(strip.count())]
    block = next(one for one in known if one is not None and one.framework_phase)
    strip.chosen.emit(block)
    phases = ordered(map_of(window.room.document.project, window.room.map_id()).phases)
    assert [phase.framework_phase for phase in phases].count(block.framework_phase) == 2


def test_a_block_is_dragged_after_a_few_pixels(qtbot: QtBot, strip: BuildingBlocks) -> None:
    at = place_of(strip, Block("touchpoint"))
    begun: list[object] = []
    strip.drag_begun.connect(lambda block, _at: begun.append(block))
    strip.drag_begun.disconnect(strip.window().room.canvas.begin_block_drag)
    qtbot.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(strip.viewport(), at + QPoint(2, 0))
    assert begun == []
    qtbot.mouseMove(strip.viewport(), at + QPoint(40, 5))
    assert begun == [Block("touchpoint")]
    qtbot.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_heading_cannot_be_dragged(qtbot: QtBot, strip: BuildingBlocks) -> None:
    at = strip.visualItemRect(strip.item(0)).center()
    with qtbot.assertNotEmitted(strip.drag_begun):
        qtbot.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseMove(strip.viewport(), at + QPoint(60, 0))
        qtbot.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_tooltips_are_plain(strip: BuildingBlocks) -> None:
    tips = [strip.item(row).toolTip() for row in range(strip.count())]
    assert any(tips)
    for tip in tips:
        assert "<" not in tip.replace("<br>", "")


def test_the_strip_can_be_hidden_and_stays_so(qtbot: QtBot, window: MainWindow, strip: BuildingBlocks) -> None:
    window.actions_of_window["view.blocks"].trigger()
    assert not strip.isVisible()
    window.actions_of_window.refresh()
    assert not window.actions_of_window["view.blocks"].isChecked()
    window.actions_of_window["view.blocks"].trigger()
    assert strip.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["de", "en-XP"])
def test_names_fit_or_are_told_in_the_tooltip(qtbot: QtBot, theme: object, language: str) -> None:
    strip = BuildingBlocks(texts.of(language), Icons(), LIGHT if theme is LIGHT else DARK)
    qtbot.addWidget(strip)
    strip.show_sections(sections(small_project().maps[0], texts.of(language)))
    strip.resize(strip.width(), 700)
    strip.show()
    for row in range(strip.count()):
        item = strip.item(row)
        width = strip.fontMetrics().horizontalAdvance(item.text()) + 48
        assert width <= strip.viewport().width() or item.text() in item.toolTip(), item.text()
