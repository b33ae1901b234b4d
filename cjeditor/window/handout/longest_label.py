"""A label for one of several sentences, as high as the highest of them: what stands below it never jumps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_BOUNDLESS = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap.value


class LongestLabel(QLabel):
    """Shows one of its sentences literally, broken at words, in the room that the longest needs at this width."""

    def __init__(self, sentences: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._sentences = tuple(sentences)
        # In a turn of its own: a layout that is just giving out its room would keep the height of before.
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._keep_room)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room for the longest sentence."""
        super().resizeEvent(event)
        self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        """Keep it in another font, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settling.start()

    def _keep_room(self) -> None:
        """As a least height: a form in an area that scrolls takes the height that a width asks for only as a wish."""
        inside = self.contentsRect()
        room = QRect(0, 0, inside.width(), _BOUNDLESS)
        heights = [self.fontMetrics().boundingRect(room, _WRAPPED, one).height() for one in self._sentences]
        self.setMinimumHeight(max(heights) + self.height() - inside.height())
