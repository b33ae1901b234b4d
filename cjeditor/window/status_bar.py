"""The bar at the bottom: when it was saved, how much is on the map, what the evidence marks mean, the zoom."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStatusBar, QStylePainter, QToolButton, QWidget

from cjeditor.canvas.announcing import announce
from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.evidence_icon import QUARTERS, paint_disc
from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.plain import label

if TYPE_CHECKING:
    # Not before the first paint, which needs no model.
    from cjeditor.model.fields import Evidence
    from cjeditor.model.journey_map import JourneyMap

_ZOOM_WIDTH = 64
"""Pixels of the button of the zoom; more in larger letters."""

EVIDENCE: tuple[Evidence, ...] = ("assumption", "anecdotal", "qualitative", "quantitative")
"""The kinds of evidence in the order of the legend, the weakest first."""


class MapStatus(QStatusBar):
    """The status bar of a main window."""

    def __init__(
        self, words: Texts, theme: Theme, zoom_actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setSizeGripEnabled(False)
        self.saved = self._plain()
        self.counts = _Counts(self)
        self.legend = EvidenceLegend(theme, self)
        self.zoom = QToolButton(self)
        self.zoom.setObjectName("zoom")
        self.zoom.setToolTip(words.t("Zoom"))
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setMinimumWidth(_ZOOM_WIDTH)
        menu = QMenu(self.zoom)
        menu.addActions(list(zoom_actions))
        self.zoom.setMenu(menu)
        MenuHover(self.zoom)
        self.addWidget(self.saved)
        self.addWidget(self.counts)
        self.addPermanentWidget(self.legend)
        self.addPermanentWidget(self.zoom)
        self.messageChanged.connect(self._make_room)
        self.messageChanged.connect(self._say)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.legend.set_theme(theme)

    def show_saved(self, time: str, *, changed: bool) -> None:
        """Say when the project was saved (``14:32``; empty for never) and whether it was changed since."""
        if not time:
            self.saved.setText(self._words.t("Unsaved changes") if changed else "")
        elif changed:
            self.saved.setText(self._words.t("Changed since {time}", time=time))
        else:
            self.saved.setText(self._words.t("Saved {time}", time=time))
        self._make_room()

    def show_counts(self, journey_map: JourneyMap) -> None:
        """Say how many phases and touchpoints the map has, and how much of what it claims is backed by research."""
        # Imported here: the bar is there before the model.
        from cjeditor.analysis.evidence import backed_share  # noqa: PLC0415

        words, share = self._words, backed_share(journey_map)
        parts = [
            words.tn("{n} phase", "{n} phases", len(journey_map.phases)),
            words.tn("{n} touchpoint", "{n} touchpoints", len(journey_map.touchpoints)),
        ]
        if share is not None:
            parts.append(words.t("{share} backed by research", share=words.percent(floor(share))))
        self.counts.setText(" · ".join(parts))

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom; 1.0 is 100 %."""
        self.zoom.setText(self._words.percent(round(zoom * 100)))
        self.zoom.setMinimumWidth(max(self.zoom.minimumWidth(), self.zoom.sizeHint().width()))

    def _make_room(self) -> None:
        """Show the texts at the left, unless a hint stands there: Qt paints it over whatever is shown meanwhile."""
        free = not self.currentMessage()
        self.saved.setVisible(free and bool(self.saved.text()))
        self.counts.setVisible(free)

    def _say(self, message: str) -> None:
        announce(self, message)

    def _plain(self) -> QLabel:
        made = label("", self)
        made.setWordWrap(False)
        return made


class _Counts(QLabel):
    """What gives way where the bar has no room for all: it ends in “…”."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Return a few letters' width."""
        return QSize(4 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        if self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class EvidenceLegend(QWidget):
    """The four evidence marks with their names."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(4, 0, 8, 0)
        self._layout.setSpacing(4)
        self._marks: list[EvidenceMark] = []

    def show_names(self, names: Sequence[str]) -> None:
        """Show a mark for each kind of `EVIDENCE` and what it is called, once."""
        for text, quarters in zip(names, QUARTERS, strict=True):
            mark = EvidenceMark(quarters, self._theme, self)
            self._marks.append(mark)
            self._layout.addWidget(mark)
            name = label(text, self)
            name.setWordWrap(False)
            name.setStyleSheet("padding: 0 6px 0 0;")
            self._layout.addWidget(name)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for mark in self._marks:
            mark.set_theme(theme)


class EvidenceMark(QWidget):
    """A disc filled by so many quarters (0–4)."""

    def __init__(self, quarters: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._quarters = quarters
        self.set_theme(theme)
        self.setFixedSize(QSize(12, 12))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._colour = QColor(theme.colour("primary"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the disc."""
        painter = QPainter(self)
        paint_disc(painter, QRectF(self.rect()), self._quarters, self._colour)
        painter.end()
