from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.window import plain

AWKWARD = ["<b>bold</b>", "<img src='/etc/passwd'>", "a & b", "<!-- x -->", "Tom [*] Jerry", "&lt;", "a\nb"]


@pytest.mark.parametrize("text", AWKWARD)
def test_labels_show_what_was_typed(qtbot: QtBot, text: str) -> None:
    label = plain.label(text)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == text


@pytest.mark.parametrize("text", AWKWARD)
def test_message_boxes_show_what_was_typed(qtbot: QtBot, text: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = plain.message_box(parent, icon=QMessageBox.Icon.Warning, text=text, details=text)
    labels = [one for one in box.findChildren(QLabel) if one.text() == text]
    assert len(labels) == 2
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)


@pytest.mark.parametrize("text", AWKWARD)
def test_tooltips_hold_no_markup(text: str) -> None:
    shown = plain.tooltip_text(text)
    assert "<" not in shown.replace("<br>", "")


def test_menus_and_titles() -> None:
    assert plain.menu_text("Tom & Jerry") == "Tom && Jerry"
    assert plain.title_text("a[*]b") == "a[*][*]b"


def test_a_title_in_a_sentence_stays_short() -> None:
    assert plain.shortened("Two\nlines") == "Two lines"
    assert plain.shortened("x" * 48) == "x" * 48
    assert plain.shortened("long " * 400) == "long " * 9 + "lo…"
