"""The bar at the bottom: when it was saved, how much is on the map, what the evidence marks mean, the zoom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStatusBar, QToolButton, QWidget

from cjeditor.catalogue import terms
from cjeditor.layout.theme import Theme
from cjeditor.model.fields import Evidence
from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import Texts
from cjeditor.window.plain import label

_EVIDENCE: tuple[tuple[Evidence, int], ...] = (
    ("assumption", 0),
    ("anecdotal", 1),
    ("qualitative", 2),
    ("quantitative", 4),
)


class MapStatus(QStatusBar):
    """The status bar of a main window."""

    def __init__(
        self, words: Texts, theme: Theme, zoom_actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setSizeGripEnabled(False)
        self.saved = self._plain()
        self.counts = self._plain()
        self.legend = EvidenceLegend(words, theme, self)
        self.zoom = QToolButton(self)
        self.zoom.setObjectName("zoom")
        self.zoom.setToolTip(words.t("Zoom"))
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setMinimumWidth(64)
        menu = QMenu(self.zoom)
        menu.addActions(list(zoom_actions))
        self.zoom.setMenu(menu)
        self.addWidget(self.saved)
        self.addWidget(self.counts)
        self.addPermanentWidget(self.legend)
        self.addPermanentWidget(self.zoom)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.legend.set_theme(theme)

    def show_saved(self, time: str, *, changed: bool) -> None:
        """Say when the project was saved (``14:32``; empty for never) and whether it was changed since."""
        self.saved.setVisible(bool(time) or changed)
        if not time:
            self.saved.setText(self._words.t("Not saved yet") if changed else "")
        elif changed:
            self.saved.setText(self._words.t("Changed since {time}", time=time))
        else:
            self.saved.setText(self._words.t("Saved {time}", time=time))

    def show_counts(self, journey_map: JourneyMap) -> None:
        """Say how many phases and touchpoints the map has, and how many of these rest on evidence."""
        words, total = self._words, len(journey_map.touchpoints)
        evidenced = sum(1 for touchpoint in journey_map.touchpoints if touchpoint.evidence != "assumption")
        parts = [
            words.tn("{n} phase", "{n} phases", len(journey_map.phases)),
            words.tn("{n} touchpoint", "{n} touchpoints", total),
        ]
        if total:
            parts.append(
                words.t("{count} of {total} evidenced", count=words.number(evidenced), total=words.number(total))
            )
        self.counts.setText(" · ".join(parts))

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom; 1.0 is 100 %."""
        self.zoom.setText(self._words.percent(round(zoom * 100)))

    def _plain(self) -> QLabel:
        made = label("", self)
        made.setWordWrap(False)
        return made


class EvidenceLegend(QWidget):
    """The four evidence marks with their names. They are drawn: the text font has no such discs."""

    def __init__(self, words: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 8, 0)
        layout.setSpacing(4)
        self._marks: list[EvidenceMark] = []
        for evidence, quarters in _EVIDENCE:
            mark = EvidenceMark(quarters, theme, self)
            self._marks.append(mark)
            layout.addWidget(mark)
            name = label(terms.evidence(evidence, words), self)
            name.setWordWrap(False)
            name.setStyleSheet("padding: 0 6px 0 0;")
            layout.addWidget(name)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1.5, 1.5, 9, 9)
        painter.setPen(QPen(self._colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        painter.setBrush(self._colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._quarters == 4:
            painter.drawEllipse(disc)
        elif self._quarters:
            painter.drawPie(disc, 90 * 16, -90 * 16 * self._quarters)
        painter.end()
