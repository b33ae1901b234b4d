"""Text dragged in from another program becomes cards where it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.text_in import ForeignText, TextPlace

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
    if enter.isAccepted():  # else Qt would hand it to whoever accepted the drag before, gone with the test before
        QApplication.sendEvent(hands.canvas, move)
    return enter.isAccepted(), move.isAccepted()


def drop(hands: Hands, data: QMimeData, point: QPointF) -> QDropEvent:
    bring(hands, data, point)
    event = QDropEvent(QPointF(place(hands, point)), BOTH, data, LEFT, NONE)
    QApplication.sendEvent(hands.canvas, event)
    return event


def test_it_is_handed_on_with_the_place_where_it_is_dropped(hands: Hands) -> None:
    heard: list[tuple[ForeignText, TextPlace]] = []
    hands.canvas.text_in.wanted.connect(lambda text, place: heard.append((text, place)))
    box = hands.canvas.desk.arrangement.cards["tp_b"]
    data = text("One\nTwo")
    data.setHtml("<p>One<p>Two")
    event = drop(hands, data, QPointF(box.x + 40, box.y + 4))
    assert heard == [(ForeignText("One\nTwo", "<p>One<p>Two"), TextPlace("st_a", "ln_a", 1))]
    assert event.dropAction() == Qt.DropAction.CopyAction  # the other program keeps its text
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
