"""Tips show what is cut off, and never take it for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent, Qt, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip

from cjeditor import texts
from cjeditor.canvas.hits import NOTHING, Hit
from cjeditor.canvas.tips import tip_for
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from tests.builders import MAP

if TYPE_CHECKING:
    from tests.canvas.hands import Hands

WORDS = texts.of("en")
AWKWARD = ("<b>bold</b>", "<img src='secret.png'>", "a < b & c", "&lt;", "<!-- x -->", "<h1>", "one\ntwo", "<qt>")


def plain(markup: str) -> str:
    document = QTextDocument()
    document.setHtml(markup)
    return document.toPlainText()


@pytest.mark.parametrize("text", AWKWARD)
def test_text_is_shown_as_it_was_typed(hands: Hands, text: str) -> None:
    hands.document.apply("", lambda p: set_phase(p, MAP, "ph_a", name=text, description=""))
    tip = tip_for(hands.canvas.desk.arrangement, Hit("phase", "ph_a"), WORDS)
    assert Qt.mightBeRichText(tip)  # we say so, and it is: nothing is left to a guess
    assert plain(tip) == text


def test_a_card_that_shows_all_has_no_tip(hands: Hands) -> None:
    assert tip_for(hands.canvas.desk.arrangement, Hit("card", "tp_b"), WORDS) == ""
    hands.document.apply("", lambda p: set_touchpoint(p, MAP, ["tp_a"], title="long " * 80))
    assert plain(tip_for(hands.canvas.desk.arrangement, Hit("card", "tp_a"), WORDS)).startswith("long long")
    assert tip_for(hands.canvas.desk.arrangement, NOTHING, WORDS) == ""


def test_the_waiting_pointer_is_told(hands: Hands) -> None:
    hands.document.apply("", lambda p: set_touchpoint(p, MAP, ["tp_a"], title="long " * 80))
    at = hands.at(hands.middle("tp_a"))
    event = QHelpEvent(QEvent.Type.ToolTip, at, hands.viewport.mapToGlobal(at))
    QApplication.sendEvent(hands.viewport, event)
    assert plain(QToolTip.text()).startswith("long long")
    QToolTip.hideText()
