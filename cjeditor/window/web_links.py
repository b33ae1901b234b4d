"""Web links of cards: which may be followed, where they lead, and the question before one is."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import message_box
from cjeditor.wording import plain

SCHEMES: Final = ("http", "https", "mailto")
"""What may be opened: nothing that runs a program, reads a file or reaches into the person's own network drives."""

LONGEST: Final = 2_000
"""Characters; longer addresses are refused by browsers, too, and could not be shown before they are opened."""

_SHOWN = 600
_MAIL = re.compile(r"[A-Za-z0-9.!#$*+/=^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\x9f\\\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Destination(NamedTuple):
    """Where a link leads: `host` as the network has it, for people to recognise; `address` is what is opened, whole."""

    host: str
    address: str


def destination(text: str) -> Destination | None:
    """Where the link in `text` leads; None where it must not be opened: another scheme, or no clear address.

    What people type without a scheme, `www.example.org`, is taken for https. Of a mail only the address is used:
    some programs let the rest of a link attach files.
    """
    text = text.strip()
    if not text or len(text) > LONGEST or _NOT_IN_ADDRESSES.search(text):
        return None
    if text.lower().startswith("www."):
        text = f"https://{text}"
    scheme = text.partition(":")[0].lower()
    if scheme not in SCHEMES:
        return None
    if scheme == "mailto":
        address = text.partition(":")[2].partition("?")[0]
        return Destination(address, f"mailto:{address}") if _MAIL.fullmatch(address) else None
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    # In the letters of the network: a name in Cyrillic letters that looks like another shows as what it is.
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if not url.isValid() or url.scheme() not in SCHEMES or not host or not text.lower().startswith(f"{scheme}://"):
        return None
    return Destination(host, bytes(url.toEncoded().data()).decode("ascii"))


class LinkQuestion(QObject):
    """Asks before a link is opened, shows where it leads, and opens it in the person's own program."""

    def __init__(self, link: Destination, words: Texts, parent: QWidget) -> None:
        """Prepare; `ask` shows it. It goes with its box."""
        mail = link.address.startswith("mailto:")
        said = words.t("Write a mail to {host}?", host=link.host) if mail else words.t("Open {host}?", host=link.host)
        details = words.t("The link of this card leads outside the program, to:")
        box = message_box(
            parent,
            icon=QMessageBox.Icon.Question,
            text=said,
            details=f"{details}\n{plain(link.address, _SHOWN)}",
        )
        super().__init__(box)
        self._link = link
        self.box = box
        self.box.setObjectName("open_link")
        self._open = self.box.addButton(words.t("Open link"), QMessageBox.ButtonRole.AcceptRole)
        cancel = self.box.addButton(QMessageBox.StandardButton.Cancel)
        self.box.setDefaultButton(cancel)
        self.box.setEscapeButton(cancel)
        self.box.finished.connect(self._answered)

    def ask(self) -> None:
        """Show the question."""
        self.box.open()

    def _answered(self) -> None:
        if self.box.clickedButton() is self._open:
            QDesktopServices.openUrl(QUrl(self._link.address, QUrl.ParsingMode.StrictMode))
