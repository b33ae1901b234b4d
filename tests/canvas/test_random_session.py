"""Somebody works without a plan: whatever is done can be undone, and the picture always fits the document."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from cjeditor.model.rules import problems
from tests.builders import MAP
from tests.canvas.hands import CTRL, NONE, SHIFT, Hands

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYS = (
    (Qt.Key.Key_Left, NONE),
    (Qt.Key.Key_Right, NONE),
    (Qt.Key.Key_Up, NONE),
    (Qt.Key.Key_Down, NONE),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_Right, SHIFT),
    (Qt.Key.Key_Left, CTRL),
    (Qt.Key.Key_Right, CTRL),
    (Qt.Key.Key_Up, CTRL),
    (Qt.Key.Key_Down, CTRL),
    (Qt.Key.Key_Right, CTRL | SHIFT),
    (Qt.Key.Key_Down, CTRL | SHIFT),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_F2, NONE),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_Backtab, SHIFT),
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_D, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_X, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Y, CTRL),
    (Qt.Key.Key_2, CTRL),
    (Qt.Key.Key_5, CTRL),
    (Qt.Key.Key_9, CTRL),
    (Qt.Key.Key_0, CTRL),
    (Qt.Key.Key_Backspace, NONE),
)


def commands(hands: Hands) -> list[Callable[[], object]]:
    canvas = hands.canvas
    return [
        canvas.phases.add,
        canvas.phases.split,
        canvas.phases.merge,
        canvas.phases.rename,
        canvas.steps.add,
        canvas.steps.split,
        canvas.steps.merge,
        canvas.lanes.split,
        canvas.lanes.merge,
        canvas.lanes.rename,
        canvas.cards.add_touchpoint,
        canvas.cards.add_note,
        canvas.cards.clear_emotion,
        canvas.cards.renumber,
        canvas.picking.select_all,
        canvas.picking.delete,
        canvas.picking.rename,
        canvas.finish_editing,
        canvas.view.zoom_in,
        canvas.view.zoom_out,
    ]


def act(hands: Hands, dice: random.Random) -> None:
    match dice.randrange(10):
        case 0 | 1 | 2 | 3:
            hands.key(*dice.choice(_KEYS))
        case 4 | 5:
            hands.type(dice.choice(["a", "Ä", "two words", "1", " +2 ", " @we", " #home ! ", "%M", "@new"]))
        case 6:
            dice.choice(commands(hands))()
        case _:
            size = hands.viewport.size()
            start, end = (QPoint(dice.randrange(size.width()), dice.randrange(size.height())) for _ in range(2))
            place = hands.canvas.view.scene_point
            first, last, modifiers = place(QPointF(start)), place(QPointF(end)), dice.choice([NONE, NONE, CTRL, SHIFT])
            if dice.random() < 0.3:
                hands.click(first, modifiers)
            elif dice.random() < 0.7:
                hands.drag(first, last, modifiers)
            else:
                hands.carry(first, last, modifiers)
                hands.key(Qt.Key.Key_Escape)
                hands.release(last)


@pytest.mark.parametrize("seed", range(12))
def test_a_session_without_a_plan(hands: Hands, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    before = hands.document.project
    for _ in range(60):
        act(hands, dice)
        assert problems(hands.document.project) == []
        arrangement = hands.canvas.desk.arrangement
        places = {one: (box.x, box.y) for one, box in arrangement.cards.items()}
        items = {one: item.pos().toTuple() for one, item in hands.canvas._scene._cards.items()}
        assert items == places
        focus = hands.canvas.selection.focus
        if focus is not None:
            assert arrangement.column_of(focus.step) is not None
            assert arrangement.lane_of(focus.lane) is not None
    hands.canvas.finish_editing()
    after = hands.document.project
    stack = hands.document.undo_stack
    steps = stack.index()
    while stack.canUndo():
        stack.undo()
    assert hands.document.project == before
    for _ in range(steps):
        stack.redo()
    assert hands.document.project == after
    assert hands.map.id == MAP
