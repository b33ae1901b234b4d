"""The links of a map on the canvas follow their cards, and are chosen and deleted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.hits import body_hit
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.tips import tip_for
from cjeditor.document import Document
from cjeditor.layout.draw_links import name_rect
from cjeditor.layout.theme import LIGHT
from cjeditor.model.edits.links import set_link
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.lookup import map_of
from tests.builders import MAP, small_project


def made(_qtbot: QtBot) -> tuple[Document, MapCanvas]:
    document = Document(small_project())
    return document, MapCanvas(document, MAP, texts.of("en"), LIGHT)


def test_a_line_follows_its_card_by_edit_undo_and_in_the_hand(qtbot: QtBot) -> None:
    document, canvas = made(qtbot)
    layer = canvas._scene.links
    item = layer.item("lk_a")
    other = layer.item("lk_b")
    assert item is not None
    assert other is not None
    home, still = item.rect(), other.rect()
    document.apply("", lambda project: move_cards(project, MAP, ["tp_c"], step="st_d", lane="ln_a"))
    assert item.rect().width() > home.width()
    document.undo_stack.undo()
    assert item.rect() == home
    canvas._scene.lift(["tp_c"], 50.0, 40.0)
    assert item.rect() != home
    assert item.rect().bottom() > home.bottom()
    assert other.rect() == still
    canvas._scene.settle()
    assert item.rect() == home
    canvas.close()


def test_a_chosen_link_lies_above_the_cards_and_del_takes_it_away(qtbot: QtBot) -> None:
    document, canvas = made(qtbot)
    item = canvas._scene.links.item("lk_a")
    assert item is not None
    canvas.selection.choose("links", ["lk_a"])
    card = canvas._scene.card_item("tp_a")
    assert card is not None
    assert item.zValue() > card.zValue()
    assert canvas.picking.can_delete()
    canvas.picking.delete()
    assert [link.id for link in map_of(document.project, MAP).links] == ["lk_b"]
    assert not canvas.selection.ids
    document.undo_stack.undo()
    assert canvas._scene.links.item("lk_a") is not None
    canvas.close()


def test_a_click_on_a_label_that_lies_on_cards_chooses_the_link_and_its_tip_says_all(qtbot: QtBot) -> None:
    document, canvas = made(qtbot)
    label = "hands all of the papers over to the bank"
    document.apply("", lambda project: set_link(project, MAP, "lk_a", label=label))
    canvas.resize(1200, 700)
    canvas.show()
    box = canvas.desk.arrangement.links["lk_a"]
    left, top, width, _height = name_rect(box)
    at = canvas.view.viewportTransform().map(QPointF(left + width / 2, top + 3.0)).toPoint()
    qtbot.mouseClick(canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert canvas.selection.of("links") == {"lk_a"}
    hit = body_hit(canvas.desk.arrangement, left + width / 2, top + 3.0, 1.0)
    assert label in tip_for(canvas.desk.arrangement, hit, texts.of("en"))
    item = canvas._scene.links.item("lk_a")
    card = canvas._scene.card_item("tp_a")
    assert item is not None
    assert card is not None
    assert item.name.isVisible()
    assert item.name.zValue() > card.zValue()
    canvas._scene.lift(["tp_c"], 50.0, 40.0)
    assert not item.name.isVisible()
    canvas._scene.settle()
    assert item.name.isVisible()
    canvas.close()
