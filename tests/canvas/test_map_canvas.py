"""The canvas as a whole: following the document, themes, and going away."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.scene import SLACK
from cjeditor.document import Document
from cjeditor.layout.draw_headers import draw_lane_header
from cjeditor.layout.metrics import TITLE_LINE
from cjeditor.layout.primitives import Primitive, Text
from cjeditor.layout.theme import DARK, LIGHT
from cjeditor.model.edits.cards import add_touchpoint, delete_cards
from cjeditor.model.edits.maps import delete_map
from cjeditor.model.edits.phases import delete_phases
from cjeditor.model.journey_map import Lane
from tests.builders import MAP, big_project, small_project

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.canvas.hands import Hands


def test_items_are_made_and_removed_as_cards_come_and_go(hands: Hands) -> None:
    scene = hands.canvas._scene
    kept = scene.card_item("tp_a")
    hands.document.apply("", lambda p: add_touchpoint(p, MAP, id="tp_new", step="st_b", lane="ln_a", title="New"))
    assert scene.card_item("tp_new") is not None
    hands.document.apply("", lambda p: delete_cards(p, MAP, ["tp_c", "nt_a"]))
    assert scene.card_item("tp_c") is None
    assert scene.card_item("nt_a") is None
    assert scene.card_item("tp_a") is kept


def test_every_card_lies_where_the_arrangement_says(hands: Hands) -> None:
    hands.document.apply("", lambda p: add_touchpoint(p, MAP, id="tp_new", step="st_a", lane="ln_a", title="x " * 200))
    for one, box in hands.canvas.desk.arrangement.cards.items():
        item = hands.canvas._scene.card_item(one)
        assert item is not None
        assert (item.x(), item.y(), item.rect().width(), item.rect().height()) == (box.x, box.y, box.width, box.height)


def test_what_is_gone_is_chosen_no_more(hands: Hands) -> None:
    hands.canvas.selection.choose("cards", ["tp_c"], hands.canvas.desk.spot_of("tp_c"))
    hands.document.apply("", lambda p: delete_cards(p, MAP, ["tp_c"]))
    assert hands.chosen() == set()
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert (focus.step, focus.lane, focus.card) == ("st_b", "ln_a", "")


def test_another_project_shows_its_first_map(hands: Hands) -> None:
    hands.document.replace_all(delete_map(small_project(), MAP), None)
    assert hands.canvas.map_id == "map_2"
    assert hands.canvas.desk.arrangement.cards == {}


def test_colours_follow_the_theme(hands: Hands) -> None:
    def corner() -> str:
        return hands.canvas.grab().toImage().pixelColor(QPoint(1, 1)).name()

    assert corner() == LIGHT.colour("canvas").lower()
    hands.canvas.set_theme(DARK)
    assert corner() == DARK.colour("canvas").lower()


def test_every_part_has_a_name_for_screen_readers(hands: Hands) -> None:
    canvas = hands.canvas
    parts = (canvas, canvas.view, canvas.column_header, canvas.lane_header, canvas._editor)
    assert all(part.accessibleName() for part in parts)


@pytest.mark.parametrize("left", [60.0, 40.0, 25.0, 12.0])
def test_a_lane_s_name_stays_as_long_as_the_lane_is_seen(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, left: float
) -> None:
    """What is seen of a lane is the room of its header: the question goes first, and the name last."""
    rooms: dict[str, float] = {}

    def drawn(lane: Lane, width: float, height: float, words: texts.Texts, *_more: object) -> tuple[Primitive, ...]:
        rooms[lane.id] = height
        return draw_lane_header(lane, width, height, words)

    monkeypatch.setattr("cjeditor.canvas.headers.draw_lane_header", drawn)
    box = hands.canvas.desk.arrangement.lanes[0]
    hands.canvas.resize(700, 320)
    hands.canvas.view.show_from(1.0, QPointF(0, box.y + box.height - left))
    hands.canvas.lane_header.grab()
    assert rooms[box.lane.id] == max(left, TITLE_LINE)
    shapes = draw_lane_header(box.lane, 140, rooms[box.lane.id], hands.canvas.desk.labels)
    assert next(shape for shape in shapes if isinstance(shape, Text)).text == box.lane.name


def test_headers_end_where_the_cards_do(hands: Hands) -> None:
    """Not beside the scroll bars, where there is no map."""
    hands.canvas.resize(500, 320)
    hands.canvas.view.show_from(2.0, QPointF(0, 0))
    QApplication.processEvents()
    viewport, columns, lanes = hands.viewport, hands.canvas.column_header, hands.canvas.lane_header
    assert viewport.width() < columns.width()
    assert viewport.height() < lanes.height()
    ground = QColor(LIGHT.colour("canvas"))
    seen = columns.grab().toImage()
    assert seen.pixelColor(viewport.width() - 2, 20) != ground
    assert seen.pixelColor(viewport.width() + 2, 20) == ground
    hands.canvas.selection.choose("lanes", [box.lane.id for box in hands.canvas.desk.arrangement.lanes])
    seen = lanes.grab().toImage()
    below = {
        seen.pixelColor(x, y).name() for x in range(lanes.width()) for y in range(viewport.height(), lanes.height())
    }
    assert below == {ground.name()}


def test_many_repaints_survive(qtbot: QtBot) -> None:
    canvas = MapCanvas(Document(big_project(300)), MAP, texts.of("en"), LIGHT)
    qtbot.addWidget(canvas)
    canvas.resize(1600, 1000)
    canvas.show()
    QApplication.processEvents()
    image = QImage(1600, 1000, QImage.Format.Format_ARGB32_Premultiplied)
    for zoom in (0.2, 0.5, 1.0):
        canvas.view.zoom_to(zoom)
        for _ in range(60):  # some 120 cards of a dozen calls each
            canvas.view.viewport().render(image)
    assert image.pixelColor(5, 5).isValid()


@pytest.mark.parametrize("cards", [60, 600])
def test_zooming_by_keys_after_fitting_stays_on_the_map(qtbot: QtBot, cards: int) -> None:
    """A map fitted into a window of another shape leaves much of it empty: the middle lies beside the map."""
    project = small_project()
    for number in range(cards):
        place = ("st_a", "ln_a") if cards > 100 else (f"st_{'abcd'[number % 4]}", "ln_a")
        project = add_touchpoint(project, MAP, id=f"tp_x{number:04d}", step=place[0], lane=place[1], title="Card")
    canvas = MapCanvas(Document(project), MAP, texts.of("en"), LIGHT)
    qtbot.addWidget(canvas)
    canvas.resize(1100, 700)
    canvas.show()
    QApplication.processEvents()
    view, arrangement = canvas.view, canvas.desk.arrangement
    for zoom in (1.0, 2.0, 0.5):
        view.fit()
        view.zoom_to(zoom)
        corner = view.scene_point(QPointF(view.viewport().rect().bottomRight()))
        first = view.scene_point(QPointF(0, 0))
        assert first.x() <= 1 or corner.x() <= arrangement.width + SLACK + 2
        assert first.y() <= 1 or corner.y() <= arrangement.height + SLACK + 2
        assert first.x() < arrangement.width


def test_a_canvas_dies_without_the_collector(qtbot: QtBot) -> None:
    gc.collect()
    gc.disable()
    try:
        document = Document(small_project())
        canvas = MapCanvas(document, MAP, texts.of("en"), LIGHT)
        canvas.resize(800, 600)
        canvas.show()
        QApplication.processEvents()
        canvas.cards.add_touchpoint()
        canvas.finish_editing()
        document.apply("", lambda p: delete_cards(p, MAP, ["tp_c"]))
        parts = [weakref.ref(part) for part in (canvas, canvas.desk, canvas._scene, canvas._hand, canvas._writer)]
        canvas.close()
        del canvas
        assert [part() for part in parts] == [None] * len(parts)
        document.undo_stack.undo()
    finally:
        gc.enable()


def test_the_zero_line_is_stronger_and_a_map_without_phases_has_no_rules(hands: Hands) -> None:
    def pixel(at: QPointF) -> int:
        return hands.viewport.grab().toImage().pixelColor(hands.at(at)).lightness()

    curve = hands.canvas.desk.arrangement.curves[0]
    x = hands.canvas.desk.arrangement.width - 12
    assert pixel(QPointF(x, curve.y_of(0))) < pixel(QPointF(x, curve.y_of(-1))) < pixel(QPointF(x, curve.y_of(-1.5)))
    separator = hands.in_cell("st_a", "ln_e")
    hands.document.apply("", lambda p: delete_phases(p, MAP, ["ph_a", "ph_b", "ph_c"]))
    QApplication.processEvents()
    image = hands.viewport.grab().toImage()
    ground = image.pixelColor(300, 300)
    near = [(across, hands.at(separator).y() + down) for across in range(12) for down in range(-60, 60)]
    assert all(image.pixelColor(*at) == ground for at in near)
