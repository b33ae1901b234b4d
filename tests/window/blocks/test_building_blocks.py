"""The pane of building blocks, by mouse and by key."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.canvas.selection import Spot
from cjeditor.model.lookup import map_of, ordered
from cjeditor.window.blocks.row_look import RowLook
from cjeditor.window.main_window import MainWindow
from tests.builders import small_project
from tests.canvas.hands import LEFT, NONE, move_mouse
from tests.window.blocks.conftest import Blocks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cjeditor.window.program import Program

# The platform without a screen has no grabs and says so; the tests send their events to the overlay themselves.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def focus_phase(blocks: Blocks, number: int) -> str:
    """Put the focus of the map into a phase and return its name."""
    canvas = blocks.window.room.canvas
    box = canvas.desk.arrangement.phases[number - 1]
    lane = canvas.desk.arrangement.lanes[0].lane.id
    canvas.selection.put_focus(Spot(canvas.desk.arrangement.columns[box.first_column].step.id, lane))
    return box.phase.name


def drag(blocks: Blocks, name: str, goal: QPoint) -> None:
    """Drag a row by real events to a global point."""
    viewport, start = blocks.tree.viewport(), blocks.place(name)
    QTest.mousePress(viewport, LEFT, NONE, start)
    move_mouse(viewport, start + QPoint(30, 4), LEFT)
    overlay = next(one for one in blocks.window.findChildren(DragOverlay) if one.isVisible())
    at = overlay.mapFromGlobal(goal)
    move_mouse(overlay, at - QPoint(9, 9), LEFT)
    move_mouse(overlay, at, LEFT)
    QTest.mouseRelease(overlay, LEFT, NONE, at)


def cell(blocks: Blocks, phase: int, lane: str) -> QPoint:
    """Return the middle of a cell on the screen."""
    canvas = blocks.window.room.canvas
    arrangement = canvas.desk.arrangement
    column = arrangement.columns[arrangement.phases[phase - 1].first_column]
    row = next(box for box in arrangement.lanes if box.lane.kind == lane)
    at = canvas.view.mapFromScene(column.x + column.width / 2, row.y + row.height / 2)
    return canvas.view.viewport().mapToGlobal(at)


# ------------------------------------------------------------------------------------------------------ what is there
def test_the_sections_stand_in_order_and_follow_the_phase(qtbot: QtBot, blocks: Blocks) -> None:
    assert blocks.titles == [
        "For the phase “Latent and concrete need”",
        "Research methods",
        "Cards",
        "Drop-off points",
        "Phases",
        "Frameworks",
        "Lanes",
    ]
    assert blocks.offers("phases")[0].block == Block("phase")
    assert len(blocks.offers("phases")) == 1 + 9
    assert "Comparison sites" not in [offer.name for offer in blocks.offers("phase")]
    name = focus_phase(blocks, 3)
    qtbot.waitUntil(lambda: blocks.titles[0] == f"For the phase “{name}”")
    assert "Comparison sites" in [offer.name for offer in blocks.offers("phase")]


def test_a_chosen_phase_counts_and_one_of_no_framework_brings_all_instruments(qtbot: QtBot, blocks: Blocks) -> None:
    canvas = blocks.window.room.canvas
    box = canvas.desk.arrangement.phases[4]
    canvas.selection.choose("phases", [box.phase.id])
    qtbot.waitUntil(lambda: blocks.titles[0] == f"For the phase “{box.phase.name}”")
    canvas.add_block(Block("phase", title="Own"))
    qtbot.waitUntil(lambda: blocks.titles[:3] == ["Online instruments", "Offline instruments", "Mobile instruments"])


def test_many_moves_of_the_selection_are_followed_once(qtbot: QtBot, blocks: Blocks) -> None:
    shown: list[None] = []
    blocks.tree.rows.rowsInserted.connect(lambda *_: shown.append(None))
    for number in (2, 3, 4, 5, 6):
        focus_phase(blocks, number)
    name = blocks.window.room.canvas.desk.arrangement.phases[5].phase.name
    qtbot.waitUntil(lambda: blocks.titles[0] == f"For the phase “{name}”")
    assert len(shown) <= 2


def test_hidden_it_reads_nothing(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    window.actions_of_window["view.blocks"].trigger()
    second = program.open_window(small_project())
    qtbot.waitExposed(second)
    QTest.qWait(80)
    rows = second.room.contents.blocks.tree.rows
    assert rows.rowCount() == 0
    second.actions_of_window["view.blocks"].trigger()
    qtbot.waitUntil(lambda: rows.rowCount() > 0)


def test_rows_tell_readers_what_they_are_and_tips_are_plain(blocks: Blocks) -> None:
    index = blocks.index("Inbound marketing")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Inbound marketing, online, mobile"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    for offer in blocks.offers():
        tip = str(blocks.tree.rows.place_of(offer).data(Qt.ItemDataRole.ToolTipRole))
        assert "<" not in tip.replace("<br>", "")


@pytest.mark.parametrize("width", [140, 216, 420])
def test_rows_take_the_width_that_there_is(blocks: Blocks, width: int) -> None:
    pane = blocks.window.panes["blocks"]
    blocks.window.resizeDocks([pane], [width], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    assert pane.width() == width
    assert blocks.tree.horizontalScrollBar().maximum() == 0
    look = blocks.tree.itemDelegate()
    assert isinstance(look, RowLook)
    heights = {name: blocks.tree.visualRect(blocks.index(name)).height() for name in ("Inbound marketing", "Goal")}
    assert heights["Inbound marketing"] > heights["Goal"]


# -------------------------------------------------------------------------------------------------------------- keys
def test_enter_adds_and_the_focus_stays_where_more_can_be_added(qtbot: QtBot, blocks: Blocks) -> None:
    before = len(blocks.window.room.document.project.maps[0].touchpoints)
    blocks.go_to("Inbound marketing")
    qtbot.keyClick(blocks.tree, Key.Key_Return)
    qtbot.keyClick(blocks.tree, Key.Key_Return)
    touchpoints = blocks.window.room.document.project.maps[0].touchpoints
    assert [one.title for one in touchpoints][before:] == ["Inbound marketing"] * 2
    assert all(one.channel for one in touchpoints)
    assert blocks.tree.hasFocus()


def test_enter_on_a_card_without_text_leads_to_writing_it(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.go_to(Block("note", note_kind="goal"))
    qtbot.keyClick(blocks.tree, Key.Key_Return)
    assert blocks.window.room.canvas._writer.active
    assert not blocks.tree.hasFocus()


def test_a_phase_of_the_framework_is_added_with_its_key(qtbot: QtBot, blocks: Blocks) -> None:
    block = next(one.block for one in blocks.offers("phases") if one.block and one.block.framework_phase)
    blocks.go_to(block)
    qtbot.keyClick(blocks.tree, Key.Key_Return)
    room = blocks.window.room
    phases = ordered(map_of(room.document.project, room.map_id()).phases)
    assert [phase.framework_phase for phase in phases].count(block.framework_phase) == 2


def test_headings_fold_by_key_and_mouse_and_stay_so(qtbot: QtBot, blocks: Blocks, program: Program) -> None:
    rows = blocks.tree.rows
    heading = rows.index(blocks.titles.index("Cards"), 0)
    blocks.tree.setFocus()
    blocks.tree.setCurrentIndex(heading)
    qtbot.keyClick(blocks.tree, Key.Key_Space)
    assert not blocks.tree.isExpanded(heading)
    qtbot.keyClick(blocks.tree, Key.Key_Return)
    assert blocks.tree.isExpanded(heading)
    blocks.tree.scrollTo(heading)
    qtbot.mouseClick(blocks.tree.viewport(), LEFT, pos=blocks.tree.visualRect(heading).center())
    assert not blocks.tree.isExpanded(heading)
    blocks.inside.refresh()
    assert not blocks.tree.isExpanded(heading)
    again = Blocks(program.open_window(small_project()))
    again_heading = again.tree.rows.index(again.titles.index("Cards"), 0)
    assert not again.tree.isExpanded(again_heading)


def test_del_in_the_list_deletes_no_card(qtbot: QtBot, blocks: Blocks) -> None:
    room = blocks.window.room
    room.canvas.add_block(Block("touchpoint", text="Stays"))
    blocks.go_to(Block("touchpoint"))
    QTest.keyClick(blocks.tree, Key.Key_Delete)
    QTest.keyClick(blocks.tree, Key.Key_F2)
    assert len(room.document.project.maps[0].touchpoints) == 1
    assert not room.canvas._writer.active


def test_esc_leads_to_the_map(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.go_to(Block("touchpoint"))
    qtbot.keyClick(blocks.tree, Key.Key_Escape)
    assert blocks.window.room.canvas.isAncestorOf(QApplication.focusWidget())


# ------------------------------------------------------------------------------------------------------------ search
def test_the_search_is_a_key_away_and_leads_down_and_back(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.window.actions_of_window["view.find_block"].trigger()
    assert blocks.search.hasFocus()
    qtbot.keyClicks(blocks.search, "vergleich")
    assert blocks.offers()[0].name == "Comparison sites"
    qtbot.keyClick(blocks.search, Key.Key_Down)
    assert blocks.tree.hasFocus()
    assert blocks.tree.rows.offer(blocks.tree.currentIndex()) == blocks.offers()[0]
    qtbot.keyClick(blocks.tree, Key.Key_Up)
    qtbot.keyClick(blocks.tree, Key.Key_Up)
    assert blocks.search.hasFocus()
    qtbot.keyClick(blocks.search, Key.Key_Escape)
    assert blocks.search.text() == ""
    assert blocks.search.hasFocus()
    assert len(blocks.titles) == 7
    qtbot.keyClick(blocks.search, Key.Key_Escape)
    assert blocks.window.room.canvas.isAncestorOf(QApplication.focusWidget())


def test_enter_in_the_search_adds_the_best_match(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.inside.take_focus()
    qtbot.keyClick(blocks.search, Key.Key_Return)
    assert blocks.window.room.document.undo_stack.count() == 0
    qtbot.keyClicks(blocks.search, "zusaetzliche kosten")
    blocks.window.room.canvas.selection.choose(
        "phases", [blocks.window.room.canvas.desk.arrangement.phases[0].phase.id]
    )
    qtbot.keyClick(blocks.search, Key.Key_Return)
    phases = ordered(blocks.window.room.document.project.maps[0].phases)
    assert [point.reason for point in phases[0].drop_off_points] == ["extra-costs"]


def test_folded_sections_are_open_while_searching(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.tree.toggle(blocks.tree.rows.index(blocks.titles.index("Frameworks"), 0))
    qtbot.keyClicks(blocks.search, "loyalty loop")
    assert blocks.tree.isExpanded(blocks.tree.rows.index(0, 0))
    blocks.search.clear()
    assert not blocks.tree.isExpanded(blocks.tree.rows.index(blocks.titles.index("Frameworks"), 0))


def test_what_is_not_found_can_be_made_a_block_of_ones_own(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.inside.take_focus()
    qtbot.keyClicks(blocks.search, "Ask <b>Aunt</b> & Co")
    assert blocks.titles == ["Nothing found"]
    assert [offer.name for offer in blocks.offers()] == ["Make “Ask <b>Aunt</b> & Co” a block of your own"]
    qtbot.keyClick(blocks.search, Key.Key_Return)
    assert [offer.name for offer in blocks.offers()] == ["Ask <b>Aunt</b> & Co"]
    qtbot.keyClick(blocks.search, Key.Key_Return)
    assert [one.title for one in blocks.window.room.document.project.maps[0].touchpoints] == ["Ask <b>Aunt</b> & Co"]


def test_control_characters_do_not_keep_a_text_from_being_a_block(qtbot: QtBot, blocks: Blocks) -> None:
    blocks.inside.take_focus()
    blocks.search.setText("Ask\x01 \x1baunt")
    assert [offer.name for offer in blocks.offers()] == ["Make “Ask aunt” a block of your own"]
    qtbot.keyClick(blocks.search, Key.Key_Return)
    assert [offer.name for offer in blocks.offers("own")] == ["Ask aunt"]


# ------------------------------------------------------------------------------------------------------------- mouse
def test_a_block_is_dragged_after_a_few_pixels_and_a_heading_never(qtbot: QtBot, blocks: Blocks) -> None:
    begun: list[object] = []
    blocks.inside.drag_begun.connect(lambda block, _at: begun.append(block))
    blocks.inside.drag_begun.disconnect(blocks.window.room.canvas.begin_block_drag)
    at = blocks.place(Block("touchpoint"))
    qtbot.mousePress(blocks.tree.viewport(), LEFT, pos=at)
    move_mouse(blocks.tree.viewport(), at + QPoint(2, 0), LEFT)
    assert begun == []
    move_mouse(blocks.tree.viewport(), at + QPoint(40, 5), LEFT)
    assert begun == [Block("touchpoint")]
    qtbot.mouseRelease(blocks.tree.viewport(), LEFT, pos=at)
    heading = blocks.tree.visualRect(blocks.tree.rows.index(0, 0)).center()
    qtbot.mousePress(blocks.tree.viewport(), LEFT, pos=heading)
    move_mouse(blocks.tree.viewport(), heading + QPoint(60, 0), LEFT)
    qtbot.mouseRelease(blocks.tree.viewport(), LEFT, pos=heading)
    assert begun == [Block("touchpoint")]


def test_an_instrument_is_dragged_from_the_list_onto_the_map(blocks: Blocks) -> None:
    drag(blocks, "Inbound marketing", cell(blocks, 2, "touchpoints"))
    (new,) = blocks.window.room.document.project.maps[0].touchpoints
    assert (new.title, bool(new.channel)) == ("Inbound marketing", True)
    drag(blocks, "Inbound marketing", cell(blocks, 2, "notes"))
    (note,) = blocks.window.room.document.project.maps[0].notes
    assert note.text == "Inbound marketing"


def test_a_detached_pane_still_lets_its_blocks_be_dragged_out(blocks: Blocks) -> None:
    pane = blocks.window.panes["blocks"]
    pane.setFloating(True)
    pane.setGeometry(blocks.window.geometry().adjusted(900, 50, -100, -100))
    QApplication.processEvents()
    drag(blocks, "Inbound marketing", cell(blocks, 2, "touchpoints"))
    assert [one.title for one in blocks.window.room.document.project.maps[0].touchpoints] == ["Inbound marketing"]


# -------------------------------------------------------------------------------------------------------- own blocks
def menu(blocks: Blocks, name: str) -> QMenu:
    """Open the menu of a row by Space."""
    blocks.go_to(name)
    QTest.keyClick(blocks.tree, Key.Key_Space)
    found = [one for one in blocks.inside.findChildren(QMenu, "block_menu") if one.isVisible()]
    assert found
    return found[-1]


def ask(opened: QMenu, text: str) -> None:
    action = next(one for one in opened.actions() if one.text() == text)
    action.trigger()
    opened.close()


def test_a_card_is_saved_offered_everywhere_renamed_removed_and_brought_back(
    qtbot: QtBot, blocks: Blocks, program: Program
) -> None:
    room = blocks.window.room
    other = Blocks(program.open_window(small_project()))
    room.canvas.add_block(Block("touchpoint", text="Call\nback", channel="phone", tags=("hot",)))
    blocks.window.actions_of_window.refresh()
    blocks.window.actions_of_window["card.save_block"].trigger()
    assert "Call back" in blocks.window.statusBar().currentMessage()
    (offer,) = other.offers("own")
    assert (offer.name, offer.more) == ("Call back", "Phone")
    assert offer.block == Block("touchpoint", title="Call back", text="Call\nback", channel="phone", tags=("hot",))
    opened = menu(blocks, "Call back")
    assert [action.text() for action in opened.actions()] == ["Add to the map", "Rename block", "Remove block"]
    ask(opened, "Rename block")
    editor = blocks.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("  Ring   back ")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in other.offers("own")] == ["Ring back"])
    ring = other.offers("own")[0].block
    assert ring == Block("touchpoint", title="Ring back", text="Ring back", channel="phone", tags=("hot",))
    ask(menu(blocks, "Ring back"), "Rename block")
    editor = blocks.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("  \x01 ")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: "the previous one was kept" in blocks.window.statusBar().currentMessage())
    assert [one.name for one in other.offers("own")] == ["Ring back"]
    ask(menu(blocks, "Ring back"), "Remove block")
    assert other.offers("own") == []
    assert "My blocks" in blocks.titles
    opened = menu(blocks, "Goal")
    ask(opened, "Bring back “Ring back”")
    assert [one.name for one in other.offers("own")] == ["Ring back"]
    blocks.go_to("Ring back")
    QTest.keyClick(blocks.tree, Key.Key_Delete)
    assert other.offers("own") == []


def test_a_note_is_saved_with_its_kind_and_a_card_without_text_is_not(blocks: Blocks) -> None:
    room = blocks.window.room
    room.canvas.add_block(Block("note", note_kind="pain_point", text="Too slow"))
    room.target("own_blocks").save_chosen()
    (offer,) = blocks.offers("own")
    assert offer.block == Block("note", note_kind="pain_point", title="Too slow", text="Too slow")
    room.canvas.selection.clear()
    focus_phase(blocks, 7)
    assert not room.target("own_blocks").can_save()


def test_a_closed_window_frees_its_blocks(qtbot: QtBot, program: Program, blocks: Blocks) -> None:
    second = program.open_window(small_project())
    gone = [weakref.ref(second.room.contents.blocks), weakref.ref(second.room.contents.blocks.tree)]
    second.room.contents.blocks.refresh()
    second.close()
    del second
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    gc.collect()
    assert [ref() for ref in gone] == [None, None]
    blocks.window.room.target("own_blocks").save_text("Later")
    assert [one.name for one in blocks.offers("own")] == ["Later"]
