"""The head of the guide: which phase it is about, and the way to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.guide.prose import Paragraph, Prose
from cjeditor.window.icons import Icons
from cjeditor.window.key_button import KeyButton
from cjeditor.window.plain import tooltip_text
from cjeditor.wording import plain

_BAND = 4
"""Pixels of the phase's colour above it, as on the map."""

_MOST_LINES = 4
"""Of a phase's name; the tip shows more of a long one."""

_LONG_NAME = 40
"""Letters of a name that may need more lines than are shown."""

_LONGEST_TIP = 600


@dataclass(frozen=True)
class Shown:
    """What the head says.

    Attributes:
        number: the phase's place on the map, from 1; 0 where there is no phase.
        count: how many phases the map has.
        name: the phase's name; may be empty.
        colour: `#rrggbb`.
        pinned: whether the guide stays with it.
        weight: how important it is, 1 to 5.
    """

    number: int = 0
    count: int = 0
    name: str = ""
    colour: str = "#3A7CA5"
    pinned: bool = False
    weight: int = 3


class PhaseHead(QWidget):
    """Number and name of the phase, its neighbours, and a pin.

    Signals:
        step_wanted(int): the neighbour to the left (−1) or right (+1) is wanted.
        pin_wanted(bool): the guide should stay with this phase, or follow the map again.
    """

    step_wanted = Signal(int)
    pin_wanted = Signal(bool)

    def __init__(self, words: Texts, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self._shown = Shown()
        self.setObjectName("guide_head")
        self.title = Prose(words.language)
        self.former = _button("caret-left", words.t("Previous phase (Alt+Left)"), icons)
        self.next = _button("caret-right", words.t("Next phase (Alt+Right)"), icons)
        self.pin = _button("push-pin", words.t("Stay with this phase"), icons)
        self.pin.setCheckable(True)
        self.former.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.pin.clicked.connect(self.pin_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.former, self.next, self.pin):
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, _BAND + 8, 6, 8)
        row.setSpacing(6)
        row.addWidget(self.title, 1)
        right = QVBoxLayout()
        right.addLayout(buttons)
        right.addStretch(1)
        row.addLayout(right)

    def show_phase(self, shown: Shown) -> None:
        """Show a phase; one without name is called by its number."""
        self._shown = shown
        words = self._words
        if shown.number:
            name = " ".join(shown.name.split()) or words.t("Phase without a name")
            place = words.t("Phase {number} of {count}", number=shown.number, count=shown.count)
            place = words.t("{place} · weight {weight} of 5", place=place, weight=shown.weight)
            if shown.pinned:
                place = words.t("{place} · pinned", place=place)
            title = Paragraph(f"{shown.number}  {name}", "title", most=_MOST_LINES)
            self.title.show_paragraphs((title, Paragraph(place, "quiet")))
            self.title.setToolTip(tooltip_text(plain(name, _LONGEST_TIP)) if len(name) > _LONG_NAME else "")
        else:
            self.title.show_text(words.t("No phase yet"), "title")
            self.title.setToolTip("")
        self.former.setEnabled(shown.number > 1)
        self.next.setEnabled(0 < shown.number < shown.count)
        self.pin.setEnabled(shown.number > 0)
        self.pin.setChecked(shown.pinned)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def _go_back(self) -> None:
        self.step_wanted.emit(-1)

    def _go_on(self) -> None:
        self.step_wanted.emit(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the phase's colour: a band, and a tint below it, as the map does."""
        painter = QPainter(self)
        if self._shown.number:
            painter.fillRect(self.rect(), QColor(self._theme.colour(f"tint:{self._shown.colour}")))
            painter.fillRect(0, 0, self.width(), _BAND, QColor(self._theme.colour(f"band:{self._shown.colour}")))
        painter.end()


def _button(icon: str, text: str, icons: Icons) -> QToolButton:
    button = KeyButton()
    button.setIcon(icons.icon(icon))
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
