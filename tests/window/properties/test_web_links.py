from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Touchpoint
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.web_links_field import MOST, WebLinksField
from tests.window.dialogues import press, shown


def field_of(pane: Properties) -> WebLinksField:
    field = pane.field("web_links")
    assert isinstance(field, WebLinksField)
    return field


def names(pane: Properties) -> list[str]:
    return [button.accessibleName() for button in field_of(pane).buttons]


def test_links_that_lead_somewhere_have_a_button_that_asks(
    qtbot: QtBot,
    pane: Properties,
    choose: Callable[..., None],
    touchpoint: Callable[[str], Touchpoint],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    choose("cards", "tp_c")
    assert names(pane) == []
    field_of(pane).set_draft("https://example.org/price\nfile:///etc/passwd\nwww.example.com\njavascript:alert(1)")
    assert names(pane) == ["Open example.org…", "Open www.example.com…"]
    assert touchpoint("tp_c").web_links[1] == "file:///etc/passwd", "it is a text like any other"
    button = field_of(pane).buttons[0]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    box = shown(qtbot, QMessageBox, "open_link")
    assert "https://example.org/price" in box.informativeText()
    press(box, "Cancel")
    assert opened == []
    button.click()
    press(shown(qtbot, QMessageBox, "open_link"), "Open link")
    assert opened == [QUrl("https://example.org/price")]


def test_the_buttons_follow_the_card_and_are_not_too_many(pane: Properties, choose: Callable[..., None]) -> None:
    choose("cards", "tp_c")
    field_of(pane).set_draft("\n".join(f"https://example.org:{8000 + number}" for number in range(MOST + 5)))
    assert len(names(pane)) == MOST
    choose("cards", "tp_d")
    assert names(pane) == []
    choose("cards", "tp_c")
    assert len(names(pane)) == MOST


def test_a_long_name_does_not_widen_the_form(pane: Properties, choose: Callable[..., None]) -> None:
    choose("cards", "tp_c")
    before = pane.widget().minimumSizeHint().width()
    field_of(pane).set_draft("https://" + "a-long-name." * 15 + "example.org/")
    QApplication.processEvents()
    (button,) = field_of(pane).buttons
    assert pane.widget().minimumSizeHint().width() == before
    assert "…" in button.text().removesuffix("…")
    assert button.text().endswith("example.org…"), "the end says whose it is"
