"""Lanes of channels and metrics, touched: chips choose the touchpoints behind them, metrics are written by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Spot
from cjeditor.layout.metrics import CHIP_HEIGHT
from cjeditor.layout.route import ChannelChip
from cjeditor.layout.theme import DARK, LIGHT
from cjeditor.model.cards import Note
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_touchpoint
from cjeditor.model.edits.lanes import add_lane, delete_lanes
from cjeditor.model.edits.maps import set_project
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.canvas.hands import CTRL, Hands


def with_lanes(project: Project) -> Project:
    project = add_lane(project, MAP, lane_id="ln_y", kind="channels", name="Channels", index=1)
    project = add_lane(project, MAP, lane_id="ln_z", kind="metrics", name="Metrics", index=2)
    return add_touchpoint(
        project, MAP, id="tp_e", step="st_a", lane="ln_a", title="Asks <again>", channel="ch_a", emotion=0
    )


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    made = Hands(with_lanes(small_project()))
    qtbot.addWidget(made.canvas)
    return made


def chip(hands: Hands, step: str, channel: str) -> ChannelChip:
    found = hands.canvas.desk.arrangement.routes[0].chip_of(step, channel)
    assert found is not None
    return found


def middle(chip: ChannelChip) -> QPointF:
    return QPointF(chip.x + chip.width / 2, chip.middle)


def test_a_click_on_a_chip_chooses_its_touchpoints(hands: Hands) -> None:
    hands.click(middle(chip(hands, "st_a", "ch_a")))
    assert hands.chosen() == {"tp_a", "tp_e"}
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert focus.card == "tp_a"
    hands.click(middle(chip(hands, "st_b", "ch_b")), CTRL)
    assert hands.chosen() == {"tp_a", "tp_e", "tp_c"}
    hands.click(middle(chip(hands, "st_a", "ch_a")), CTRL)
    assert hands.chosen() == {"tp_c"}


def test_keys_act_on_what_a_chip_chose(hands: Hands) -> None:
    hands.click(middle(chip(hands, "st_a", "ch_a")))
    hands.key(Qt.Key.Key_5, CTRL)
    assert {hands.document.project.maps[0].touchpoints[i].emotion for i in (0, 4)} == {2}


def test_a_drag_from_a_chip_draws_a_rubber_band(hands: Hands) -> None:
    start = middle(chip(hands, "st_a", "ch_a"))
    hands.drag(start, hands.middle("tp_b") + QPointF(-20, 0))
    assert {"tp_b"} <= hands.chosen() <= {"tp_a", "tp_b", "tp_e"}


def test_a_right_click_on_a_chip_is_about_its_cards(hands: Hands, qtbot: QtBot) -> None:
    at = hands.at(middle(chip(hands, "st_a", "ch_a")))
    with qtbot.waitSignal(hands.canvas.context_menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hands.viewport.mapToGlobal(at))
        QApplication.sendEvent(hands.viewport, event)
    assert asked.args is not None
    assert asked.args[1] == "card"
    assert hands.chosen() == {"tp_a", "tp_e"}


def test_the_waiting_pointer_is_told_channel_mode_and_touchpoints(hands: Hands) -> None:
    at = hands.at(middle(chip(hands, "st_a", "ch_a")))
    event = QHelpEvent(QEvent.Type.ToolTip, at, hands.viewport.mapToGlobal(at))
    QApplication.sendEvent(hands.viewport, event)
    assert QToolTip.text() == "<qt>Shop · offline<br>1 Advert<br>9 Asks &lt;again&gt;</qt>"
    QToolTip.hideText()


def test_beside_the_chips_the_lane_is_a_place_for_the_focus(hands: Hands) -> None:
    hands.click(hands.in_cell("st_d", "ln_y", down=0.9))
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert (focus.step, focus.lane, focus.card) == ("st_d", "ln_y", "")
    hands.type("x")
    assert hands.map.notes == small_project().maps[0].notes  # the lane holds nothing


def test_chips_are_walked_and_chosen_by_keys(hands: Hands, qtbot: QtBot) -> None:
    hints: list[str] = []
    hands.canvas.hint.connect(hints.append)
    selection = hands.canvas.selection
    selection.put_focus(Spot("st_b", "ln_a", "tp_c"))
    hands.key(Qt.Key.Key_Down)
    assert selection.focus == Spot("st_b", "ln_y", "", "ch_b")
    said = hints[-1]
    assert said == "Web, online: touchpoint 3. Enter selects it."
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleDescription() == said
    hands.key(Qt.Key.Key_Left)
    assert selection.focus == Spot("st_a", "ln_y", "", "ch_a")
    assert hints[-1] == "Shop, offline: touchpoints 1, 9. Enter selects them."
    one = chip(hands, "st_a", "ch_a")
    mark = hands.canvas.view.scene().focus_mark
    assert mark.isVisible()
    assert mark.sceneBoundingRect().intersects(QRectF(one.x, one.y, one.width, CHIP_HEIGHT))
    assert mark.sceneBoundingRect().height() < 2 * CHIP_HEIGHT
    assert hands.chosen() == set()
    hands.key(Qt.Key.Key_Return)
    assert hands.chosen() == {"tp_a", "tp_e"}
    assert hints[-1] == "Touchpoints 1, 9 are selected."
    assert selection.focus == Spot("st_a", "ln_y", "", "ch_a")
    hands.key(Qt.Key.Key_5, CTRL)
    assert {hands.document.project.maps[0].touchpoints[i].emotion for i in (0, 4)} == {2}
    hands.key(Qt.Key.Key_Up)
    assert hands.chosen() == {"tp_e"}
    assert focused.accessibleDescription() == hints[-1] == ""


def test_the_focus_leaves_a_chip_that_is_gone(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_y", "", "ch_b"))
    hands.document.apply("", lambda p: set_touchpoint(p, MAP, ["tp_c"], channel="ch_a"))
    assert hands.canvas.selection.focus == Spot("st_b", "ln_y")
    hands.key(Qt.Key.Key_Up)
    assert hands.canvas.selection.focus == Spot("st_b", "ln_y", "", "ch_a")


def picture(hands: Hands) -> QImage:
    QApplication.processEvents()
    return hands.viewport.grab().toImage()


def test_the_lane_follows_edits_and_undo(hands: Hands) -> None:
    before = picture(hands)
    hands.document.apply("", lambda p: set_touchpoint(p, MAP, ["tp_c"], channel="ch_a"))
    assert [row.id for row in hands.canvas.desk.arrangement.routes[0].rows] == ["ch_a"]
    assert picture(hands) != before
    hands.document.undo_stack.undo()
    hands.canvas.selection.clear()
    assert chip(hands, "st_b", "ch_b").touchpoints == ("tp_c",)
    hands.document.apply("", lambda p: delete_cards(p, MAP, ["tp_a", "tp_c", "tp_e"]))
    assert hands.canvas.desk.arrangement.routes[0].stops == ()
    said = picture(hands)
    hands.document.apply("", lambda p: delete_lanes(p, MAP, ["ln_y"]))
    assert picture(hands) != said


@pytest.mark.parametrize("zoom", [0.2, 0.5, 1.0, 2.0])
def test_chips_are_seen_at_every_zoom_and_in_both_themes(hands: Hands, zoom: float) -> None:
    one = chip(hands, "st_a", "ch_a")
    for theme in (LIGHT, DARK):
        hands.canvas.set_theme(theme)
        hands.canvas.view.show_from(zoom, QPointF(0, max(0.0, one.y - 60)))
        image = picture(hands)
        edge = hands.at(QPointF(one.x + one.width / 2, one.y))
        ratio = image.devicePixelRatio()
        seen = {image.pixelColor(int(edge.x() * ratio), int(edge.y() * ratio) + d).name() for d in (-1, 0, 1, 2)}
        assert seen != {QColor(theme.colour("canvas")).name()}


def test_a_metric_is_written_by_keys(hands: Hands) -> None:
    hands.click(hands.in_cell("st_b", "ln_z", down=0.8))
    hands.type("Know us")
    assert hands.canvas.finish_editing()
    new = next(note for note in hands.map.notes if note.lane == "ln_z")
    assert (new.kind, new.text, new.actual) == ("metric", "Know us", None)
    hands.key(Qt.Key.Key_F2)
    hands.type(" well")
    assert hands.canvas.finish_editing()
    written = hands.card(new.id)
    assert isinstance(written, Note)
    assert written.text == "Know us well"


def test_the_field_lies_on_the_name_of_the_metric(hands: Hands) -> None:
    hands.click(hands.in_cell("st_b", "ln_z", down=0.8))
    hands.type("A rather long name that breaks over several lines of the card")
    box = next(box for box in hands.canvas.desk.arrangement.cards.values() if box.lane == "ln_z")
    field = hands.canvas._editor.geometry()
    card = hands.canvas.view.viewportTransform().mapRect(QRectF(box.x, box.y, box.width, box.height)).toRect()
    assert field.top() > card.top() + 20  # below the value
    assert card.adjusted(-6, -6, 6, 6).contains(field.translated(-hands.canvas.view.pos()))


@pytest.mark.parametrize(("kind", "note_kind"), [("channels", ""), ("metrics", "metric"), ("images", "image")])
def test_new_lanes_come_with_name_and_question(qtbot: QtBot, kind: str, note_kind: str) -> None:
    hands = Hands(small_project())
    qtbot.addWidget(hands.canvas)
    hands.canvas.lanes.add(kind)
    assert hands.canvas.finish_editing()
    new = next(lane for lane in ordered(hands.map.lanes) if lane.kind == kind)
    assert new.name
    assert new.question
    box = hands.canvas.desk.arrangement.lane_of(new.id)
    assert box is not None
    assert box.height >= 64
    if note_kind:
        hands.click(hands.in_cell("st_a", new.id))
        hands.type("Hm")
        assert hands.canvas.finish_editing()
        assert [note.kind for note in hands.map.notes if note.lane == new.id] == [note_kind]


def test_the_lane_speaks_the_projects_language(hands: Hands) -> None:
    hands.document.apply("", lambda p: delete_cards(p, MAP, ["tp_a", "tp_c", "tp_e"]))
    english = picture(hands)
    hands.document.apply("", lambda p: set_project(p, language="de"))
    assert picture(hands) != english
