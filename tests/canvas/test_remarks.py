"""The marks of open comments on the map: on cards and headers, by click and by tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.draw_headers import aside_for
from cjeditor.layout.draw_remarks import mark_in
from cjeditor.layout.primitives import Rect
from cjeditor.model.edits.actions import delete_actions
from cjeditor.model.edits.comments import add_comment, set_comments
from tests.builders import MAP, small_project
from tests.canvas.hands import LEFT, NONE

if TYPE_CHECKING:
    from tests.canvas.hands import Hands

WORDS = texts.of("en")


@pytest.fixture
def wanted(hands: Hands) -> list[str]:
    found: list[str] = []
    hands.canvas.remarks_wanted.connect(found.append)
    return found


def _on_mark(hands: Hands, card: str) -> QPointF:
    box = hands.canvas.desk.arrangement.cards[card]
    area = mark_in(box.look.primitives)
    assert area is not None
    return QPointF(box.x + area.x + area.width / 2, box.y + area.y + area.height / 2)


def test_a_click_on_the_mark_asks_for_the_comments_and_beside_it_does_not(hands: Hands, wanted: list[str]) -> None:
    hands.click(_on_mark(hands, "tp_a"))
    assert wanted == ["tp_a"]
    assert hands.chosen() == {"tp_a"}
    hands.click(hands.middle("tp_a"))
    assert wanted == ["tp_a"]


def test_a_card_can_be_dragged_by_its_mark(hands: Hands, wanted: list[str]) -> None:
    hands.drag(_on_mark(hands, "tp_a"), hands.in_cell("st_b", "ln_a", down=0.9))
    assert wanted == []
    assert hands.card("tp_a").step == "st_b"


def test_a_mark_is_seen_as_long_as_a_comment_is_open(hands: Hands) -> None:
    box = hands.canvas.desk.arrangement.cards["tp_a"]
    hands.document.apply("", lambda p: set_comments(p, MAP, ["cm_a"], resolved=True))
    after = hands.canvas.desk.arrangement.cards["tp_a"]
    assert mark_in(box.look.primitives) is not None
    assert mark_in(after.look.primitives) is None
    hands.document.undo_stack.undo()
    assert mark_in(hands.canvas.desk.arrangement.cards["tp_a"].look.primitives) is not None


@pytest.mark.parametrize("card", ["nt_a", "nt_b", "nt_c", "nt_d"])
def test_a_note_grows_for_its_mark(hands: Hands, card: str) -> None:
    hands.document.apply("", lambda p: delete_actions(p, ["ac_a"]))  # its mark stands in the same line
    before = hands.canvas.desk.arrangement.cards[card].look
    hands.document.apply("", lambda p: add_comment(p, MAP, comment_id="cm_x", about=card, text="?"))
    after = hands.canvas.desk.arrangement.cards[card].look
    area = mark_in(after.primitives)
    assert area is not None
    assert after.height > before.height
    assert area.y + area.height <= after.height + 3
    assert next(one.height for one in after.primitives if isinstance(one, Rect)) == after.height


def test_arranged_step_by_step_or_afresh_is_the_same(hands: Hands) -> None:
    hands.document.apply("", lambda p: add_comment(p, MAP, comment_id="cm_x", about="nt_a", text="?"))
    hands.document.apply("", lambda p: set_comments(p, MAP, ["cm_a"], resolved=True))
    fresh = arrange(hands.document.project, MAP, hands.canvas.desk.labels, folding=True, remarks=True)
    assert fresh == hands.canvas.desk.arrangement


def test_paper_shows_no_comments() -> None:
    paper = arrange(small_project(), MAP, WORDS)
    assert not paper.remarks
    assert all(mark_in(box.look.primitives) is None for box in paper.cards.values())


def _in_phase(hands: Hands) -> tuple[QWidget, QPoint]:
    box = next(each for each in hands.canvas.desk.arrangement.phases if each.phase.id == "ph_b")
    transform = hands.canvas.view.viewportTransform()
    return hands.canvas.column_header, QPoint(round((box.x + box.width) * transform.m11() + transform.dx()) - 14, 20)


def _in_lane(hands: Hands) -> tuple[QWidget, QPoint]:
    box = hands.canvas.desk.arrangement.lane_of("ln_d")
    assert box is not None
    header = hands.canvas.lane_header
    transform = hands.canvas.view.viewportTransform()
    aside = aside_for(1, WORDS)
    return header, QPoint(round(header.width() - aside / 2), round(box.y * transform.m22() + transform.dy()) + 18)


@pytest.mark.parametrize(("place", "about"), [(_in_phase, "ph_b"), (_in_lane, "ln_d")])
def test_headers_have_marks_of_their_own(hands: Hands, wanted: list[str], place: object, about: str) -> None:
    widget, at = place(hands)  # type: ignore[operator]  # one of the two above
    QTest.mouseClick(widget, LEFT, NONE, at)
    assert wanted == [about]
    QTest.mouseClick(widget, LEFT, NONE, at - QPoint(60, 0))
    assert wanted == [about]


def test_the_tip_says_what_is_said_as_plain_text(hands: Hands) -> None:
    hands.document.apply("", lambda p: set_comments(p, MAP, ["cm_a"], text="<img src='x'> & more"))
    at = hands.at(_on_mark(hands, "tp_a"))
    QApplication.sendEvent(hands.viewport, QHelpEvent(QEvent.Type.ToolTip, at, hands.viewport.mapToGlobal(at)))
    document = QTextDocument()
    document.setHtml(QToolTip.text())
    assert document.toPlainText() == "1 open comment\nAda: <img src='x'> & more"
    QToolTip.hideText()
