"""Prose to read: paragraphs of a few styles, broken to the width there is, shown literally."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cjeditor.window.guide.breaking import Broken

Style = Literal["plain", "lead", "name", "title", "bullet", "quiet"]

_AIR = 8
"""Pixels between paragraphs."""

_LIST_AIR = 5
"""Pixels between the entries of a list."""

_FEW = 3
_BULLET = "•"
_INDENT = 14
_TITLE = 1.15
_WEIGHTS = {
    "lead": QFont.Weight.Medium,
    "name": QFont.Weight.DemiBold,
    "title": QFont.Weight.DemiBold,
}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; lines in it may be broken by line feeds.

    Attributes:
        text: shown literally.
        style: how it looks.
        most: how many lines of it are shown at most; 0 for all.
    """

    text: str
    style: Style = "plain"
    most: int = 0


@dataclass(frozen=True)
class _Lines:
    """Paragraphs in lines, each with its distance from the top, and the height of all."""

    places: tuple[tuple[int, Broken], ...]
    height: int


class Prose(QLabel):
    """A label of several paragraphs. Its fonts are the widget's own, so that it follows the size of text."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Make it, empty.

        Args:
            language: by whose rules long words are hyphenated.
            parent: what it is a part of.
        """
        super().__init__(parent)
        self._language = language
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._known: dict[int, _Lines] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is shown."""
        return self._paragraphs

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these, with air between them."""
        if tuple(paragraphs) == self._paragraphs:
            return
        self._paragraphs = tuple(paragraphs)
        self._known.clear()
        # What screen readers read; painting is our own.
        self.setText("\n".join(paragraph.text for paragraph in paragraphs))
        self.updateGeometry()
        self.update()

    def show_text(self, text: str, style: Style = "plain") -> None:
        """Show one paragraph."""
        self.show_paragraphs((Paragraph(text, style),))

    def _font(self, style: Style) -> QFont:
        font = QFont(self.font())
        if style in _WEIGHTS:
            font.setWeight(_WEIGHTS[style])
        if style == "title":
            font.setPixelSize(round(self.fontInfo().pixelSize() * _TITLE))
        return font

    def _broken(self, width: int) -> _Lines:
        """Return the paragraphs in lines of this width; layouts ask for a few widths again and again."""
        if width not in self._known:
            if len(self._known) >= _FEW:
                self._known.clear()
            self._known[width] = self._in_lines(width)
        return self._known[width]

    def _in_lines(self, width: int) -> _Lines:
        places: list[tuple[int, Broken]] = []
        top = 0
        for at, paragraph in enumerate(self._paragraphs):
            bullet = paragraph.style == "bullet"
            if at:
                listed = bullet and self._paragraphs[at - 1].style in ("bullet", "name")
                top += _LIST_AIR if listed else _AIR
            inner = width - (_INDENT if bullet else 0)
            font = self._font(paragraph.style)
            broken = Broken(paragraph.text, font, inner, language=self._language, most=paragraph.most)
            places.append((top, broken))
            top += broken.height
        return _Lines(tuple(places), top)

    def heightForWidth(self, width: int) -> int:
        """Return how high the paragraphs are in lines of this width."""
        return self._broken(max(1, width)).height

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return that no word needs its whole width."""
        return QSize(40, self.fontMetrics().lineSpacing() if self._paragraphs else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._known.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the paragraphs."""
        lines = self._broken(max(1, self.width()))
        painter = QPainter(self)
        for paragraph, (top, broken) in zip(self._paragraphs, lines.places, strict=True):
            quiet = paragraph.style == "quiet"
            role = QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.WindowText
            painter.setPen(self.palette().color(role))
            left = 0
            if paragraph.style == "bullet":
                painter.setFont(self.font())
                painter.drawText(2, top, _INDENT, broken.pitch, Qt.AlignmentFlag.AlignVCenter, _BULLET)
                left = _INDENT
            broken.paint(painter, left, top)
        painter.end()
