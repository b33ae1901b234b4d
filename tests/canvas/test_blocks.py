"""Building blocks: dragged onto the map with our own mouse grab, or added at the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cjeditor.canvas.blocks import Block, OwnChannel
from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.canvas.selection import Spot
from cjeditor.catalogue.templates import new_project
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.lanes import delete_lanes
from cjeditor.model.edits.maps import add_channel
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import Lane
from cjeditor.model.replace import make
from tests.canvas.hands import LEFT, NONE, move_mouse

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cjeditor.model.fields import Language
    from tests.canvas.hands import Hands


# The platform without a screen has no grabs and says so; the tests send their events to the overlay themselves.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(hands: Hands, qtbot: QtBot) -> QWidget:
    """Return a window with a strip at the left and the canvas at the right."""
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    strip = QLabel("strip")
    strip.setFixedWidth(120)
    row.addWidget(strip)
    row.addWidget(hands.canvas)
    made.resize(1300, 900)
    made.show()
    return made


def overlay_of(window: QWidget) -> DragOverlay:
    return next(found for found in window.findChildren(DragOverlay) if found.isVisible())


def carry(hands: Hands, window: QWidget, block: Block, end: QPointF) -> tuple[DragOverlay, QPoint]:
    hands.canvas.begin_block_drag(block, window.mapToGlobal(QPoint(40, 200)))
    overlay = overlay_of(window)
    goal = overlay.mapFromGlobal(hands.viewport.mapToGlobal(hands.at(end)))
    for part in (0.2, 0.6, 1.0):
        move_mouse(overlay, QPoint(40, 200) + (goal - QPoint(40, 200)) * part, LEFT)
    return overlay, goal


def drop(hands: Hands, window: QWidget, block: Block, end: QPointF) -> None:
    overlay, goal = carry(hands, window, block, end)
    QTest.mouseRelease(overlay, LEFT, NONE, goal)


def test_a_touchpoint_lands_between_two_cards_and_is_written(hands: Hands, window: QWidget) -> None:
    box = hands.canvas.desk.arrangement.cards["tp_b"]
    drop(hands, window, Block("touchpoint"), QPointF(box.x + 30, box.y + 3))
    new = hands.cell("st_a", "ln_a")[1]
    assert new not in ("tp_a", "tp_b")
    hands.type("Dropped")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(hands.card(new), "title", "") == "Dropped"
    assert hands.document.undo_stack.count() == 1
    assert not [found for found in window.findChildren(DragOverlay) if found.isVisible()]


def test_a_note_of_a_kind_lands_in_a_lane_of_notes(hands: Hands, window: QWidget) -> None:
    drop(hands, window, Block("note", note_kind="quote"), hands.in_cell("st_d", "ln_b"))
    (new,) = hands.cell("st_d", "ln_b")
    assert getattr(hands.card(new), "kind", "") == "quote"


def test_a_touchpoint_does_not_land_in_a_lane_of_notes(hands: Hands, window: QWidget) -> None:
    drop(hands, window, Block("touchpoint"), hands.in_cell("st_d", "ln_b"))
    assert hands.document.undo_stack.count() == 0


def test_a_phase_of_a_framework_lands_between_phases(hands: Hands, window: QWidget) -> None:
    block = Block("phase", framework="nine-phases", framework_phase="purchase")
    drop(hands, window, block, QPointF(200, 100))
    assert hands.map.phases != ()
    new = hands.phases()[1]
    assert next(phase.framework_phase for phase in hands.map.phases if phase.id == new) == "purchase"


@pytest.mark.parametrize("kind", ["notes", "backstage", "emotion", "separator", "touchpoints"])
def test_a_lane_of_each_kind_lands_between_lanes(hands: Hands, window: QWidget, kind: str) -> None:
    box = hands.canvas.desk.arrangement.lane_of("ln_b")
    assert box is not None
    drop(hands, window, Block("lane", lane_kind=kind, title="Mine"), QPointF(100, box.y + 4))
    new = hands.lanes()[1]
    assert next((lane.kind, lane.name) for lane in hands.map.lanes if lane.id == new) == (kind, "Mine")


def test_what_will_happen_is_shown(hands: Hands, window: QWidget) -> None:
    overlay, goal = carry(hands, window, Block("touchpoint"), hands.in_cell("st_c", "ln_a"))
    scene = hands.canvas._scene
    assert scene.slot_mark.isVisible()
    assert any(mark.isVisible() for mark in scene.cell_marks)
    assert overlay._ghost().contains(goal + QPoint(20, 0))
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not scene.slot_mark.isVisible()
    assert not overlay.isVisible()
    assert hands.document.undo_stack.count() == 0


def test_a_drop_beside_the_canvas_does_nothing(hands: Hands, window: QWidget) -> None:
    overlay, _ = carry(hands, window, Block("phase"), hands.in_cell("st_c", "ln_a"))
    move_mouse(overlay, QPoint(30, 200), LEFT)
    QTest.mouseRelease(overlay, LEFT, NONE, QPoint(30, 200))
    assert hands.document.undo_stack.count() == 0
    assert QWidget.mouseGrabber() is None
    assert QWidget.keyboardGrabber() is None


def test_blocks_are_added_at_the_focus(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a", "tp_c"))
    hands.canvas.add_block(Block("touchpoint"))
    hands.type("Next")
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.cell("st_b", "ln_a")) == 2
    hands.canvas.add_block(Block("note", note_kind="goal"))
    hands.type("Aim")
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.cell("st_b", "ln_b")) == 1
    hands.canvas.add_block(Block("lane", lane_kind="separator", title="Line"))
    hands.canvas.add_block(Block("phase", framework="five-phases", framework_phase="purchase"))
    assert len(hands.phases()) == 4
    assert len(hands.lanes()) == 7


# ------------------------------------------------------------------------------------------------------ ready cards
def test_a_block_with_a_text_becomes_a_touchpoint_with_its_channel_in_one_step(hands: Hands, window: QWidget) -> None:
    before = {channel.name for channel in hands.document.project.channels}
    drop(hands, window, Block("touchpoint", text="Ratings", channel="review-site"), hands.in_cell("st_d", "ln_a"))
    new = hands.card(hands.cell("st_d", "ln_a")[-1])
    assert isinstance(new, Touchpoint)
    channel = next(one for one in hands.document.project.channels if one.id == new.channel)
    assert (new.title, channel.name, channel.mode, channel.icon) == ("Ratings", "Review site", "online", "star")
    assert "Review site" not in before
    assert hands.document.undo_stack.count() == 1
    assert hands.canvas.selection.ids == {new.id}
    assert not hands.canvas._writer.active
    hands.canvas.add_block(Block("touchpoint", text="Again", channel="review-site"))
    assert len(hands.document.project.channels) == len(before) + 1
    hands.document.undo_stack.undo()
    hands.document.undo_stack.undo()
    assert {channel.name for channel in hands.document.project.channels} == before


@pytest.mark.parametrize("name", ["bewertungsportal", "Review site"])
def test_the_projects_own_channel_is_taken_whatever_its_language(hands: Hands, name: str) -> None:
    hands.document.apply("", lambda project: add_channel(project, channel_id="ch_mine", name=name))
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a"))
    hands.canvas.add_block(Block("touchpoint", text="Ratings", channel="review-site"))
    assert getattr(hands.card(hands.cell("st_b", "ln_a")[-1]), "channel", "") == "ch_mine"


def test_a_channel_of_ones_own_comes_with_its_mode_and_icon(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a"))
    own = OwnChannel("Ferry", "offline", "boat")
    hands.canvas.add_block(Block("touchpoint", text="Crossing", own_channel=own, tags=("sea",)))
    new = hands.card(hands.cell("st_b", "ln_a")[-1])
    assert isinstance(new, Touchpoint)
    channel = next(one for one in hands.document.project.channels if one.id == new.channel)
    assert (channel.name, channel.mode, channel.icon, new.tags) == ("Ferry", "offline", "boat", ("sea",))


def test_in_a_lane_of_notes_a_touchpoint_with_text_becomes_a_note_of_the_lanes_kind(
    hands: Hands, window: QWidget
) -> None:
    channels = hands.document.project.channels
    drop(hands, window, Block("touchpoint", text="Ratings", channel="review-site"), hands.in_cell("st_d", "ln_b"))
    new = hands.card(hands.cell("st_d", "ln_b")[-1])
    lane = next(lane for lane in hands.map.lanes if lane.id == "ln_b")
    assert isinstance(new, Note)
    assert (new.text, new.kind) == ("Ratings", lane.note_kind)
    assert hands.document.project.channels == channels


def test_a_note_with_text_does_not_land_among_touchpoints(hands: Hands, window: QWidget) -> None:
    drop(hands, window, Block("note", note_kind="insight", text="Diary"), hands.in_cell("st_d", "ln_a"))
    assert hands.document.undo_stack.count() == 0
    hands.canvas.selection.put_focus(Spot("st_d", "ln_a"))
    hands.canvas.add_block(Block("note", note_kind="insight", text="Diary"))
    (note,) = (note for note in hands.map.notes if note.text == "Diary")
    assert (note.kind, note.step) == ("insight", "st_d")


def test_a_ready_card_comes_below_the_focused_one(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_a"))
    hands.canvas.add_block(Block("touchpoint", text="Second"))
    hands.canvas.add_block(Block("touchpoint", text="Third"))
    titles = [getattr(hands.card(one), "title", "") for one in hands.cell("st_a", "ln_a")]
    assert titles[1:3] == ["Second", "Third"]


def test_without_a_lane_a_ready_card_is_not_lost_in_silence(hands: Hands) -> None:
    said: list[str] = []
    hands.canvas.hint.connect(said.append)
    lanes = [lane.id for lane in hands.map.lanes]
    hands.document.apply("", lambda project: delete_lanes(project, hands.map.id, lanes))
    hands.canvas.add_block(Block("touchpoint", text="Nowhere"))
    assert said
    assert hands.map.touchpoints == ()


# -------------------------------------------------------------------------------------------------- drop-off points
def test_a_drop_off_point_lands_on_a_touchpoint_which_is_marked(hands: Hands, window: QWidget) -> None:
    box = hands.canvas.desk.arrangement.cards["tp_c"]
    overlay, goal = carry(hands, window, Block("drop_off", reason="waiting"), QPointF(box.x + 20, box.y + 20))
    mark = hands.canvas._scene.slot_mark
    assert mark.isVisible()
    assert mark.rect().contains(box.x + 20, box.y + 20)
    QTest.mouseRelease(overlay, LEFT, NONE, goal)
    assert not mark.isVisible()
    card = hands.card("tp_c")
    assert isinstance(card, Touchpoint)
    assert [point.reason for point in card.drop_off_points] == ["waiting"]
    assert hands.canvas.selection.ids == {"tp_c"}
    assert hands.document.undo_stack.count() == 1


def test_a_drop_off_point_lands_on_a_phase(hands: Hands, window: QWidget) -> None:
    header, phase = hands.canvas.column_header, hands.canvas.desk.arrangement.phases[1]
    hands.canvas.begin_block_drag(Block("drop_off", reason="waiting"), window.mapToGlobal(QPoint(40, 200)))
    overlay = overlay_of(window)
    area = header.area_of(phase.x, phase.width, step=False)
    goal = overlay.mapFromGlobal(header.mapToGlobal(area.center().toPoint()))
    move_mouse(overlay, goal, LEFT)
    assert header._target == phase.phase.id
    QTest.mouseRelease(overlay, LEFT, NONE, goal)
    assert header._target == ""
    now = next(one for one in hands.map.phases if one.id == phase.phase.id)
    assert [point.reason for point in now.drop_off_points] == ["waiting"]


def test_a_drop_off_point_does_not_land_elsewhere(hands: Hands, window: QWidget) -> None:
    note = hands.canvas.desk.arrangement.cards["nt_a"]
    for place in (hands.in_cell("st_c", "ln_a"), QPointF(note.x + 10, note.y + 10)):
        drop(hands, window, Block("drop_off", reason="waiting"), place)
    assert hands.document.undo_stack.count() == 0


def test_enter_gives_a_drop_off_point_to_what_is_chosen_once(hands: Hands) -> None:
    said: list[str] = []
    hands.canvas.hint.connect(said.append)
    hands.canvas.selection.choose("cards", ["tp_a", "tp_c", "nt_a"])
    hands.canvas.add_block(Block("drop_off", reason="waiting"))
    found = {one.id: [point.reason for point in one.drop_off_points] for one in hands.map.touchpoints}
    assert found["tp_a"][-1] == found["tp_c"][-1] == "waiting"
    assert hands.document.undo_stack.count() == 1
    hands.canvas.add_block(Block("drop_off", reason="waiting"))
    assert hands.document.undo_stack.count() == 1
    assert len(said) == 1
    hands.canvas.selection.choose("phases", [hands.phases()[0]])
    hands.canvas.add_block(Block("drop_off"))
    assert next(one for one in hands.map.phases if one.id == hands.phases()[0]).drop_off_points[-1].reason is None
    hands.canvas.selection.choose("lanes", ["ln_a"])
    hands.canvas.add_block(Block("drop_off", reason="waiting"))
    assert len(said) == 2
    assert "drop-off" in said[1]


# ------------------------------------------------------------------------------------------------------- frameworks
def test_a_framework_is_appended_in_one_step(hands: Hands, window: QWidget) -> None:
    before = hands.phases()
    drop(hands, window, Block("framework", framework="three-phases"), QPointF(200, 100))
    assert hands.phases()[: len(before)] == before
    new = [next(one for one in hands.map.phases if one.id == phase) for phase in hands.phases()[len(before) :]]
    assert [phase.framework for phase in new] == ["three-phases"] * 3
    assert hands.document.undo_stack.count() == 1
    assert hands.canvas.selection.of("phases") == {phase.id for phase in new}


@pytest.mark.parametrize("language", ["en", "de"])
def test_on_an_untouched_map_a_framework_takes_the_lone_phases_place(hands: Hands, language: Language) -> None:
    made = new_project("blank", language=language, title="", new_id=new_id)
    hands.document.replace_all(made, None)
    hands.canvas.show_map(made.maps[0].id)
    hands.canvas.add_block(Block("framework", framework="three-phases"))
    journey_map = hands.document.project.maps[0]
    assert [phase.framework for phase in journey_map.phases] == ["three-phases"] * 3
    assert journey_map.framework == "three-phases"
    hands.canvas.add_block(Block("framework", framework="five-phases"))
    journey_map = hands.document.project.maps[0]
    assert len(journey_map.phases) == 8
    assert journey_map.framework == "three-phases"


def test_an_instrument_becomes_no_metric() -> None:
    instrument = Block("touchpoint", text="Review marketing", channel="review-site")
    figure = Block("note", note_kind="metric", text="Days to answer")
    metrics, notes = (make(Lane, id=f"ln_{kind}", rank="a0", kind=kind) for kind in ("metrics", "notes"))
    assert not instrument.fits(metrics)
    assert instrument.fits(notes)
    assert figure.fits(metrics)
