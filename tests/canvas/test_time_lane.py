"""A step's duration is written in the time lane by double-click and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cjeditor.analysis.finding import Sought
from cjeditor.canvas.card_item import FADED
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.lanes import add_lane
from cjeditor.model.fields import Span
from cjeditor.model.lookup import known
from tests.builders import MAP, small_project
from tests.canvas.hands import LEFT, NONE, Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    del qtbot
    hands = Hands(add_lane(small_project(), MAP, lane_id="ln_t", kind="time", name="Time", index=0))
    hands.canvas.hint.connect(hands.said.append)
    yield hands
    hands.canvas.close()


def duration(hands: Hands, step: str) -> Span | None:
    return known(hands.map.steps, step).duration


def test_a_double_click_opens_the_field_and_what_is_typed_is_a_duration(hands: Hands) -> None:
    step = hands.steps()[0]
    QTest.mouseDClick(hands.viewport, LEFT, NONE, hands.at(hands.in_cell(step, "ln_t")))
    assert hands.canvas._editor.is_open
    hands.type("2 weeks")
    hands.key(Qt.Key.Key_Return)
    assert not hands.canvas._editor.is_open
    assert duration(hands, step) == Span(amount=2, unit="weeks")
    assert hands.canvas.desk.arrangement.times[0].stops[0].bars[0].said == "2 weeks"
    hands.document.undo_stack.undo()
    assert duration(hands, step) is None


def test_enter_writes_it_and_an_empty_text_takes_it_away(hands: Hands) -> None:
    step = hands.steps()[1]
    hands.click(hands.in_cell(step, "ln_t"))
    hands.key(Qt.Key.Key_Return)
    hands.type("5")
    hands.key(Qt.Key.Key_Return)
    assert duration(hands, step) == Span(amount=5, unit="days")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Return)
    assert duration(hands, step) is None


def test_what_is_no_duration_is_not_taken_and_the_hint_says_what_is(hands: Hands) -> None:
    step = hands.steps()[0]
    QTest.mouseDClick(hands.viewport, LEFT, NONE, hands.at(hands.in_cell(step, "ln_t")))
    hands.type("soon")
    assert duration(hands, step) is None
    assert hands.said[-1].startswith("A duration is a number and a unit")


def test_arrow_keys_lead_into_the_lane(hands: Hands) -> None:
    hands.click(hands.in_cell(hands.steps()[0], "ln_t"))
    focus = hands.canvas.selection.focus
    assert focus is not None
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Up)
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert focus.lane == "ln_t"


def test_tab_goes_on_to_the_next_step(hands: Hands) -> None:
    first, second, third, *_ = hands.steps()
    hands.click(hands.in_cell(first, "ln_t"))
    for text in ("3 days", "2 h", "1.5 weeks"):
        hands.type(text)
        hands.key(Qt.Key.Key_Tab)
    hands.type("4")
    hands.key(Qt.Key.Key_Backtab)
    assert [duration(hands, step) for step in (first, second, third)] == [
        Span(amount=3, unit="days"),
        Span(amount=2, unit="hours"),
        Span(amount=1.5, unit="weeks"),
    ]


@pytest.mark.parametrize("leave", ["esc", "click"])
def test_what_nobody_can_read_gives_way_to_the_duration_before(hands: Hands, leave: str) -> None:
    step = hands.steps()[0]
    hands.click(hands.in_cell(step, "ln_t"))
    hands.type("3 days")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    hands.type("bald")
    if leave == "esc":
        hands.key(Qt.Key.Key_Escape)
    else:
        hands.click(hands.middle("tp_a"))
    assert not hands.canvas._editor.is_open
    assert duration(hands, step) == Span(amount=3, unit="days")
    assert hands.document.undo_stack.count() == 1


def test_the_time_of_a_phase_fades_in_which_nothing_is_found(hands: Hands) -> None:
    def strength() -> dict[str, float]:
        return {phase: item.opacity() for (_lane, phase), item in hands.canvas._scene._times._items.items()}

    finding = hands.canvas.finding
    finding.seek(Sought(text="Search"))  # a card of the second phase
    assert strength() == {"ph_a": FADED, "ph_b": 1.0, "ph_c": FADED}
    hands.document.apply("", lambda project: set_touchpoint(project, MAP, ["tp_a"], title="Search"))
    assert strength() == {"ph_a": 1.0, "ph_b": 1.0, "ph_c": FADED}
    finding.seek(None)
    assert set(strength().values()) == {1.0}
