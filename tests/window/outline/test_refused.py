"""What the model refuses stays in its cell, to be mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.window.outline.cell_text import CellText
from tests.window.outline.hands import Outline


@pytest.mark.parametrize("leaving", ["tab", "focus", "save"])
def test_a_refused_text_stays_open_whatever_would_close_it(outline: Outline, leaving: str) -> None:
    field = outline.refused("tp_b", "no\x07bell")
    if leaving == "tab":
        QTest.keyClick(field, Qt.Key.Key_Tab)
    elif leaving == "focus":
        outline.canvas.setFocus()
        QApplication.processEvents()
    else:
        assert not outline.room.finish_editing()
    assert outline.field() is field
    assert isinstance(field, CellText)
    assert field.text() == "no\x07bell"
    assert field.problem()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_a_refused_text_can_be_mended(outline: Outline) -> None:
    field = outline.refused("tp_b", "no\x07bell")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert not outline.problem()
    field.setPlainText("No bell")
    field.document().setModified(True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert outline.text("tp_b") == "No bell"
    assert outline.page._cells._open is None


def test_a_refused_text_waits_while_the_page_is_turned_and_esc_gives_it_up(outline: Outline) -> None:
    outline.refused("tp_b", "no\x07bell")
    outline.show("tree")
    outline.show("table")
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_F2)
    field = outline.field()
    assert isinstance(field, CellText)
    assert field.text() == "no\x07bell"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    outline.press(Qt.Key.Key_F2)
    again = outline.field()
    assert isinstance(again, CellText)
    assert again.text() == "Talk"


@pytest.mark.parametrize("entered", [True, False])
def test_a_refused_text_is_there_again_after_a_click_elsewhere(outline: Outline, entered: bool) -> None:
    if entered:
        outline.refused("tp_b", "no\x07bell")
    else:
        outline.go_to("tp_b")
        outline.press(Qt.Key.Key_F2)
        written = outline.field()
        assert isinstance(written, CellText)
        written.selectAll()
        written.insertPlainText("no\x07bell")
    outline.click("nt_a")
    QApplication.processEvents()
    if outline.page._cells._open is None:
        outline.go_to("tp_b")
        outline.press(Qt.Key.Key_F2)
    field = outline.field()
    assert isinstance(field, CellText)
    assert field.text() == "no\x07bell"
    assert field.problem()
    QTest.keyClick(field, Qt.Key.Key_Escape)
