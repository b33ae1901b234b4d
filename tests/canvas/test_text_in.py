"""Text dragged in from another program becomes cards where it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.canvas.hands import Hands

BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def place(hands: Hands, point: QPointF) -> QPoint:
    return hands.viewport.mapTo(hands.canvas, hands.at(point))


def bring(hands: Hands, data: QMimeData, point: QPointF) -> tuple[bool, bool]:
    """Drag data in and over a point of the map; return whether it was let in, and would be taken there."""
    at = place(hands, point)
    enter = QDragEnterEvent(at, BOTH, data, LEFT, NONE)
    QApplication.sendEvent(hands.canvas, enter)
    move = QDragMoveEvent(at, BOTH, data, LEFT, NONE)
    QApplication.sendEvent(hands.canvas, move)
    return enter.isAccepted(), move.isAccepted()


def drop(hands: Hands, data: QMimeData, point: QPointF) -> QDropEvent:
    bring(hands, data, point)
    event = QDropEvent(QPointF(place(hands, point)), BOTH, data, LEFT, NONE)
    QApplication.sendEvent(hands.canvas, event)
    return event


def test_each_line_becomes_a_card_where_it_is_dropped(hands: Hands) -> None:
    box = hands.canvas.desk.arrangement.cards["tp_b"]
    event = drop(hands, text("One\r\n\n  Two\x00 \n"), QPointF(box.x + 40, box.y + 4))
    cell = hands.cell("st_a", "ln_a")
    assert [getattr(hands.card(one), "title", "") for one in cell] == ["Advert", "One", "Two", "Talk"]
    assert event.dropAction() == Qt.DropAction.CopyAction  # the other program keeps its text
    assert hands.document.undo_stack.count() == 1
    assert hands.chosen() == set(cell[1:3])
    assert not hands.canvas._scene.slot_mark.isVisible()


def test_the_place_is_shown_and_forgotten(hands: Hands) -> None:
    assert bring(hands, text("One"), hands.in_cell("st_d", "ln_b")) == (True, True)
    assert hands.canvas._scene.slot_mark.isVisible()
    QApplication.sendEvent(hands.canvas, QDragLeaveEvent())
    assert not hands.canvas._scene.slot_mark.isVisible()
    assert hands.document.undo_stack.count() == 0


def test_lanes_that_hold_no_cards_take_no_text(hands: Hands) -> None:
    assert bring(hands, text("One"), hands.in_cell("st_d", "ln_c")) == (True, False)
    assert not hands.canvas._scene.slot_mark.isVisible()


def test_files_are_left_to_the_window(hands: Hands) -> None:
    data = text("file:///tmp/a.cjmap")
    data.setUrls([QUrl("file:///tmp/a.cjmap")])
    assert bring(hands, data, hands.in_cell("st_d", "ln_b")) == (False, False)
