"""What lies over the map while people vote by clicks: a frame, the dots of the ballot, and a bar that says how."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.layout.theme import Theme, mix
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton

_FRAME = 4
_RADIUS = 13.0
_LEAST, _MOST = 0.75, 1.6
"""How small and large the dots become with the map's zoom."""
_BELOW = 14
"""Pixels between the bar and the view's lower edge: at the upper one lie the cards that people look at first."""


class VotingGlass(QWidget):
    """A pane of glass over the view: the mouse goes through, but for the bar.

    Signals:
        cast_wanted(): the ballot is complete.
        end_wanted(): clicks should be clicks again.
    """

    cast_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, canvas: MapCanvas, house: House) -> None:
        """Lay it over the view of `canvas`."""
        super().__init__(canvas)
        self._canvas = canvas
        self._words = house.words
        self._theme = house.appearance.theme
        self._dots: Counter[str] = Counter()
        self.setObjectName("voting_glass")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = _Bar(canvas, house)
        self.bar.cast.clicked.connect(self.cast_wanted)
        self.bar.end.clicked.connect(self.end_wanted)
        canvas.view.viewport().installEventFilter(self)
        canvas.view.installEventFilter(self)
        canvas.view.looked_elsewhere.connect(self._look_again)
        canvas.desk.arranged.connect(self._look_again)
        house.appearance.theme_changed.connect(self.set_theme)
        self.destroyed.connect(self.bar.deleteLater)
        self.set_theme(self._theme)
        self._fit()
        self.show()
        self.bar.show()
        self.bar.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.bar.set_theme(theme)
        self.update()

    def show_ballot(self, dots: tuple[str, ...], number: int, most: int) -> None:
        """Show where the dots lie; `number` is the ballot's, `most` how many dots people have."""
        self._dots = Counter(dots)
        self.bar.show_ballot(number, len(dots), most)
        self._place_bar()
        self.update()

    def _look_again(self) -> None:
        self.update()

    def _fit(self) -> None:
        view = self._canvas.view
        self.setGeometry(view.viewport().geometry().translated(view.pos()))
        self.raise_()
        self._place_bar()

    def _place_bar(self) -> None:
        room = self.geometry()
        self.bar.setMaximumWidth(max(160, room.width() - 24))
        size = self.bar.sizeHint().boundedTo(self.bar.maximumSize())
        x = room.x() + max(12, (room.width() - size.width()) // 2)
        self.bar.setGeometry(x, room.bottom() - size.height() - _BELOW, size.width(), size.height())
        self.bar.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the bar along."""
        self.bar.hide()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the dots."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colour("selection")), _FRAME))
        painter.drawRect(QRectF(self.rect()).adjusted(_FRAME / 2, _FRAME / 2, -_FRAME / 2, -_FRAME / 2))
        view, cards = self._canvas.view, self._canvas.desk.arrangement.cards
        size = _RADIUS * max(_LEAST, min(_MOST, view.zoom))
        font = QFont(self.font())
        font.setPixelSize(round(size * 1.15))
        font.setBold(True)
        painter.setFont(font)
        for card_id, count in self._dots.items():
            box = cards.get(card_id)
            if box is not None:
                corner = view.viewportTransform().map(QPointF(box.x + box.width, box.y))
                self._paint_dot(painter, corner + QPointF(-size, size), size, count)
        painter.end()

    def _paint_dot(self, painter: QPainter, middle: QPointF, radius: float, count: int) -> None:
        painter.setPen(QPen(QColor(self._theme.colour("card")), 2))
        painter.setBrush(QColor(self._theme.colour("primary")))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QColor(self._theme.colour("on.primary")))
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(count))


class _Bar(QFrame):
    """Says whose dots are given, how many are left, and how to end."""

    def __init__(self, canvas: MapCanvas, house: House) -> None:
        super().__init__(canvas)
        self._words = words = house.words
        self.setObjectName("voting_bar")
        self.setAccessibleName(words.t("Voting by clicks"))
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setObjectName("voting_bar_said")
        self.how = QLabel(words.t("Click: one dot more. Right click: one less."), self)
        self.how.setObjectName("voting_bar_how")
        self.cast = KeyButton()
        self.cast.setObjectName("voting_bar_cast")
        self.cast.setText(words.t("Cast ballot"))
        self.end = KeyButton()
        self.end.setObjectName("voting_bar_end")
        self.end.setText(words.t("End"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.said)
        column.addWidget(self.how)
        row.addLayout(column, 1)
        row.addWidget(self.cast)
        row.addWidget(self.end)
        for button in (self.cast, self.end):
            button.setParent(self)
            # The focus stays in the field of the pane, where numbers can be typed meanwhile.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        colour = theme.colour
        self.setStyleSheet(f"""
            QFrame#voting_bar {{ background: {colour("primary")}; border: none; border-radius: 8px; }}
            QLabel {{ color: {colour("on.primary")}; background: transparent; }}
            QLabel#voting_bar_said {{ font-weight: bold; }}
            QToolButton {{ background: transparent; color: {colour("on.primary")}; border-radius: 6px;
                border: 1px solid {mix(colour("on.primary"), colour("primary"), 0.6)}; padding: 4px 10px; }}
            QToolButton:hover:enabled {{ background: {mix(colour("on.primary"), colour("primary"), 0.18)}; }}
            QToolButton:disabled {{ color: {mix(colour("on.primary"), colour("primary"), 0.55)}; }}
        """)

    def show_ballot(self, number: int, given: int, most: int) -> None:
        """Show how far the ballot is."""
        words = self._words
        ballot = words.t("Ballot {number}", number=words.number(number))
        dots = words.t("{n} of {count} dots", n=words.number(given), count=words.number(most))
        self.said.setText(f"{ballot}: {dots}")
        self.cast.setEnabled(given > 0)
