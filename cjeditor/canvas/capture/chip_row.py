"""The chips of a card that is being written: a quiet row below it that lets the mouse through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cjeditor.layout.breaking import elide
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_SIZE, baseline
from cjeditor.layout.primitives import Rect, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.primitives import Primitive

_HEIGHT = 22.0
_ICON = 13.0
_SIDE = 8.0
_GAP = 4.0
_BETWEEN = 4.0
_WIDEST = 160.0
_NARROWEST = 180
_AWAY = 5
"""Pixels between the card and the row."""


class Chip(NamedTuple):
    """One chip: its icon and text, what it means in words, and its colours by style name."""

    icon: str
    text: str
    meaning: str
    fill: str = "selection.fill"
    colour: str = "text"


class ChipRow(QWidget):
    """Paints the chips, wrapped to the width that there is."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("capture_chips")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ink = ink
        self._chips: tuple[Chip, ...] = ()
        self.hide()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self.update()

    def show_chips(self, chips: Sequence[Chip], said: str) -> None:
        """Show these, `said` so in words; none hides the row."""
        self._chips = tuple(chips)
        self.setAccessibleName(said)
        self.setVisible(bool(self._chips))
        self.raise_()
        self.update()

    def stay_at(self, card: QRect, room: QRect, field: QRect) -> None:
        """Stand below the `card` and the `field` over it, or above them where there is no room below."""
        if not self._chips:
            return
        width = min(max(card.width(), field.width(), _NARROWEST), room.width())
        size = self._size(width)
        taken = card.united(field)
        top = taken.bottom() + _AWAY
        if top + size.height() > room.bottom():
            top = max(room.top(), taken.top() - _AWAY - size.height())
        left = max(room.left(), min(card.left(), room.right() - size.width()))
        self.setGeometry(QRect(QPoint(left, top), size))

    def _size(self, width: int) -> QSize:
        places = self._places(width)
        if not places:
            return QSize(0, 0)
        right = max(x + wide for x, _, wide in places)
        return QSize(int(right) + 1, int(places[-1][1] + _HEIGHT) + 1)

    def _places(self, width: int) -> list[tuple[float, float, float]]:
        """Return left, top and width of each chip."""
        found = []
        x, y = 0.0, 0.0
        for chip in self._chips:
            wide = _width(chip)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + _HEIGHT + _GAP
            found.append((x, y, wide))
            x += wide + _GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        shapes = [
            shape
            for chip, (x, y, wide) in zip(self._chips, self._places(self.width()), strict=True)
            for shape in _drawn(chip, x, y, wide)
        ]
        with QPainter(self) as painter:
            painter.setClipRect(event.rect())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ink.picture(shapes).paint(painter, "full")


def _drawn(chip: Chip, left: float, top: float, wide: float) -> Iterator[Primitive]:
    """Yield the shapes of a chip whose top left corner is there."""
    yield Rect(left + 0.5, top + 0.5, wide - 1, _HEIGHT - 1, chip.fill, "card.border", radius=_HEIGHT / 2)
    at = left + _SIDE
    if chip.icon:
        yield icon(chip.icon, at, top + (_HEIGHT - _ICON) / 2, _ICON, chip.colour)
        at += _ICON + _BETWEEN
    if chip.text:
        shown = _shown(chip)
        base = baseline(top, _HEIGHT, META_SIZE)
        yield Text(at, base, shown, "medium", META_SIZE, chip.colour, text_width(shown, "medium", META_SIZE))


def _shown(chip: Chip) -> str:
    return elide(" ".join(chip.text.split()), "medium", META_SIZE, _WIDEST)


def _width(chip: Chip) -> float:
    text = text_width(_shown(chip), "medium", META_SIZE) if chip.text else 0.0
    between = _BETWEEN if chip.icon and chip.text else 0
    return 2 * _SIDE + (_ICON if chip.icon else 0) + between + text
