"""The links of a map on the canvas follow their cards, and are chosen and deleted."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import LIGHT
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
