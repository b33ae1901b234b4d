"""The web links of cards: typed one a line, and below a button for each that leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import menu_text, tooltip_text
from cjeditor.window.properties.text_fields import PartsField
from cjeditor.window.web_links import Destination, LinkQuestion, destination
from cjeditor.wording import plain

MOST = 8
"""Buttons; whoever keeps more links at a card reads them in the text."""

_SHOWN = 300
_PADDING = 10


class WebLinksField(PartsField):
    """Links as text. A link is never followed by itself: its button asks first, and shows where it leads."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words, separator="\n")
        self.buttons: list[LinkButton] = []
        self._shown_links: tuple[Destination, ...] = ()
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 2, 0, 0)
        self._rows.setSpacing(2)
        self._list.hide()
        self.add_control(self._list)
        self.edit.textChanged.connect(self._look)

    def put_text(self, text: str, *, several: bool) -> None:
        """Show the links."""
        super().put_text(text, several=several)
        self._look()

    def _look(self) -> None:
        """Offer what stands in the text now."""
        found = (destination(line) for line in self.edit.text().split("\n"))
        links = tuple(dict.fromkeys(link for link in found if link is not None))[:MOST]
        if links == self._shown_links:
            return
        self._shown_links = links
        for button in self.buttons:
            button.hide()
            self._rows.removeWidget(button)
            button.deleteLater()
        self.buttons = [LinkButton(link, self.words) for link in links]
        for button in self.buttons:
            self._rows.addWidget(button)
        self._list.setVisible(bool(links))


class LinkButton(QPushButton):
    """Asks whether to open one link."""

    def __init__(self, link: Destination, words: Texts) -> None:
        super().__init__()
        self._link = link
        self._words = words
        self._whole = words.t("Open {host}…", host=plain(link.host, _SHOWN))
        self.setObjectName("web_link")
        self.setProperty("quiet", True)
        self.setAutoDefault(False)
        self.setAccessibleName(self._whole)
        self.setToolTip(tooltip_text(plain(link.address, _SHOWN)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Return a narrow one: a long name must not make the form wider than its dock."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        # In the middle: the end of a name says whose it is.
        room = max(40, self.width() - 2 * _PADDING)
        self.setText(menu_text(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)))

    def _ask(self) -> None:
        LinkQuestion(self._link, self._words, self.window()).ask()
