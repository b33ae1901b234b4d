from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.window.web_links import LONGEST, LinkQuestion, destination
from tests.hostile_strings import STRINGS
from tests.window.dialogues import press, shown

FOLLOWED = {
    "https://example.org": ("example.org", "https://example.org"),
    "http://example.org/a?b=c#d": ("example.org", "http://example.org/a?b=c#d"),
    "HTTPS://EXAMPLE.ORG/": ("example.org", "https://example.org/"),
    "www.example.org/price": ("www.example.org", "https://www.example.org/price"),
    " https://example.org:8443/ ": ("example.org", "https://example.org:8443/"),
    "https://example.org/ä": ("example.org", "https://example.org/%C3%A4"),
    "https://bücher.example": ("xn--bcher-kva.example", "https://xn--bcher-kva.example"),
    # Names that look like others, and who a link says it is of, are seen through
    "https://раураl.example": ("xn--l-7sba6dbr.example", "https://xn--l-7sba6dbr.example"),
    "https://bank.example@evil.example/": ("evil.example", "https://bank.example@evil.example/"),
    "mailto:ada@example.org": ("ada@example.org", "mailto:ada@example.org"),
    "MAILTO:ada@example.org?subject=x&attach=/etc/passwd": ("ada@example.org", "mailto:ada@example.org"),
}

REFUSED = (
    "",
    " ",
    "example.org",
    "//example.org",
    "/etc/passwd",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://192.0.2.1/share",
    "\\\\192.0.2.1\\share",
    "C:\\Windows\\win.ini",
    "c:/windows/win.ini",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "ftp://example.org",
    "sftp://example.org",
    "smb://192.0.2.1/share",
    "ssh://-oProxyCommand=id/",
    "tel:+491234",
    "sms:1",
    "skype:x?call",
    "ms-msdt:/id PCWDiagnostic",
    "ms-officecmd:{}",
    "search-ms:query=x",
    "zoommtg://x",
    "steam://run/1",
    "x-apple.systempreferences:",
    "view-source:https://example.org",
    "blob:https://example.org/1",
    "about:blank",
    "qrc:/a",
    "cjeditor:x",
    "https:example.org",
    "https:/example.org",
    "https://",
    "https:///path",
    "http://?x",
    "https://exa mple.org",
    "https://example.org\nhttps://evil.example",
    "https://example.org/\u202egnp.exe",
    "https://example.org/\u200b",
    "https://example.org\\@evil.example",
    "https://example.org/\x00",
    "https://[::1",
    "https://example.org:99999/",
    "https://example.org/%",
    "mailto:",
    "mailto:?attach=/etc/passwd",
    "mailto:a",
    "mailto:a@b@c",
    "mailto:a@example.org,b@example.org",
    "mailto:a@example.org%0Abcc:x@example.org",
    "mailto:-attach@",
    "https://example.org/" + "x" * LONGEST,
    " javascript:https://example.org",
    "<https://example.org>",
)


@pytest.mark.parametrize("text", FOLLOWED)
def test_web_and_mail_are_followed_to_where_they_really_lead(text: str) -> None:
    assert destination(text) == FOLLOWED[text]


@pytest.mark.parametrize("text", REFUSED)
def test_nothing_else_is_followed(text: str) -> None:
    assert destination(text) is None


def test_no_hostile_string_leads_anywhere_but_to_the_web_or_to_a_mailbox() -> None:
    for text in STRINGS:
        found = destination(text)
        assert found is None or found.address.startswith(("https://", "http://", "mailto:")), text
        assert found is None or found.address.isascii()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    calls: list[str] = []

    def open_url(url: QUrl) -> bool:
        calls.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return calls


def asked(qtbot: QtBot, parent: QWidget, text: str, language: str = "en") -> QMessageBox:
    found = destination(text)
    assert found is not None
    parent.show()
    LinkQuestion(found, texts.of(language), parent).ask()
    return shown(qtbot, QMessageBox, "open_link")


def test_a_link_is_opened_only_after_the_question(qtbot: QtBot, parent: QWidget, opened: list[str]) -> None:
    box = asked(qtbot, parent, "https://bank.example@evil.example/login?x=%3Cb%3E&y=1")
    assert opened == []
    assert box.text() == "Open evil.example?"
    assert "https://bank.example@evil.example/login?x=%3Cb%3E&y=1" in box.informativeText()
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in box.findChildren(QLabel) if "evil" in one.text())
    assert box.defaultButton().text().replace("&", "") == "Cancel", "Enter in passing opens nothing"
    press(box, "Open link")
    assert opened == ["https://bank.example@evil.example/login?x=%3Cb%3E&y=1"]


def test_cancel_and_esc_open_nothing(qtbot: QtBot, parent: QWidget, opened: list[str]) -> None:
    press(asked(qtbot, parent, "https://example.org"), "Cancel")
    qtbot.keyClick(asked(qtbot, parent, "https://example.org"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not parent.findChildren(QMessageBox))
    assert opened == []


def test_a_mail_is_asked_about_in_the_language_of_the_window(qtbot: QtBot, parent: QWidget, opened: list[str]) -> None:
    box = asked(qtbot, parent, "mailto:ada@example.org?attach=/etc/passwd", "de")
    assert "ada@example.org" in box.text()
    assert box.text() != "Write a mail to ada@example.org?"
    assert "attach" not in box.informativeText()
    press(box, "Link öffnen")
    assert opened == ["mailto:ada@example.org"]
