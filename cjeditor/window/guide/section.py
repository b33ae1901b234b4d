"""A part of the guide under a heading that folds it away."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cjeditor.window.guide.breaking import Broken
from cjeditor.window.icons import Icons

_CHEVRON = 14
_GAP = 6
_PADDING = 6
_BAR = 3
"""Pixels across the bar that shows how much is done."""


@dataclass(frozen=True)
class Count:
    """What stands at the right of a heading; `done` of `all` is shown as a bar where `all` is not 0."""

    text: str = ""
    done: int = 0
    all: int = 0


class Heading(QPushButton):
    """The heading: a button that is down while its section is open. It takes as many lines as its title needs."""

    def __init__(self, title: str, icons: Icons, language: str) -> None:
        super().__init__()
        self._title = title
        self._icons = icons
        self._language = language
        self._count = Count()
        self._broken: tuple[tuple[int, str, str], Broken] | None = None
        self.setCheckable(True)
        self.setObjectName("guide_heading")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_count(Count())

    def show_count(self, count: Count) -> None:
        """Say how many there are, or how many are done."""
        if count == self._count and self.accessibleName():
            return
        self._count = count
        self.setAccessibleName(f"{self._title}, {count.text}" if count.text else self._title)
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> Count:
        """What stands at the right."""
        return self._count

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _title_lines(self, width: int) -> Broken:
        key = (width, self._count.text, self.font().key())
        if self._broken is None or self._broken[0] != key:
            taken = self.fontMetrics().horizontalAdvance(self._count.text) + _GAP if self._count.text else 0
            room = width - _CHEVRON - _GAP - taken - 2
            self._broken = (key, Broken(self._title, self._font(), room, language=self._language))
        return self._broken[1]

    def heightForWidth(self, width: int) -> int:
        """Return how high the title is at this width."""
        bar = _BAR + 4 if self._count.all else 0
        return self._title_lines(width).height + 2 * _PADDING + bar

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(60, self.fontMetrics().lineSpacing() + 2 * _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold with Left and unfold with Right, as in a tree; Enter does as the space bar."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            if self.isChecked() != (event.key() == Qt.Key.Key_Right):
                self.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint chevron, title and count, and a ring round them when they have the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        lines = self._title_lines(self.width())
        if self.hasFocus():
            painter.setPen(colours.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        icon = self._icons.icon("caret-down" if self.isChecked() else "caret-right", QPalette.ColorRole.PlaceholderText)
        top = _PADDING
        icon.paint(painter, QRect(1, top + (lines.pitch - _CHEVRON) // 2, _CHEVRON, _CHEVRON))
        hovered = QPalette.ColorRole.Link if self.underMouse() else QPalette.ColorRole.WindowText
        painter.setPen(colours.color(hovered))
        lines.paint(painter, _CHEVRON + _GAP, top)
        if self._count.text:
            painter.setFont(self.font())
            painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
            place = QRect(0, top, self.width() - 2, lines.pitch)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count.text)
        if self._count.all:
            self._paint_bar(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        left = _CHEVRON + _GAP
        whole = QRect(left, self.height() - _PADDING - _BAR, self.width() - left - 2, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(whole, 1.5, 1.5)
        if self._count.done:
            part = QRect(whole)
            part.setWidth(max(_BAR, whole.width() * self._count.done // self._count.all))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(part, 1.5, 1.5)


class Section(QWidget):
    """A heading and what is under it.

    Signals:
        folded(str, bool): the person opened (True) or closed the section of this key.
    """

    folded = Signal(str, bool)

    def __init__(self, key: str, title: str, content: QWidget, icons: Icons, language: str) -> None:
        """Make it.

        Args:
            key: its name for us.
            title: its name for people.
            content: what is folded away.
            icons: for the chevron.
            language: of the title.
        """
        super().__init__()
        self.key = key
        self.title = title
        self.content = content
        self.setObjectName(f"guide_{key}")
        self.heading = Heading(title, icons, language)
        self.heading.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(content)
        content.hide()

    @property
    def is_open(self) -> bool:
        """Whether what is under the heading is shown."""
        return self.heading.isChecked()

    def open(self, opened: bool) -> None:
        """Show what is under the heading, or fold it away."""
        self.heading.setChecked(opened)
        self.content.setVisible(opened)

    def _clicked(self, opened: bool) -> None:
        self.open(opened)
        self.folded.emit(self.key, opened)
