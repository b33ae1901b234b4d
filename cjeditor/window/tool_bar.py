"""The toolbar of a window, which is never so narrow that its last button vanishes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QToolBar, QWidget

_WIDEST = 1240
"""Pixels that a window may be made to have at least: what a small screen shows."""
_AIR, _SPACING = 4, 1


class ToolBar(QToolBar):
    """A toolbar that keeps the window as wide as all of its buttons, for the way out stands at its end."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._keep_air()

    def _keep_air(self) -> None:
        """Stand as high in every theme: with each new style sheet Qt takes its padding for air on all sides."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
            layout.setSpacing(_SPACING)

    def minimumSizeHint(self) -> QSize:
        """Return the room that all buttons take; where they are wider than small screens, some hide behind an arrow."""
        return QSize(min(self.sizeHint().width(), _WIDEST), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Keep the air in another style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_air()
