"""Keeps dialogues on small screens: no larger than the screen, their buttons always in reach."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from cjeditor.window.appearance import SCROLL_BAR
from cjeditor.window.places import TITLE_BAR

_EDGE = 8
"""Pixels between a dialogue and the edges of the screen."""


def fit(dialog: QDialog, wanted: QSize) -> None:
    """Give `dialog` the size `wanted`, or what the screen has of it."""
    dialog.resize(wanted.boundedTo(largest(dialog)))


def largest(dialog: QWidget) -> QSize:
    """Return how large `dialog` can be on its screen with its title bar seen."""
    return dialog.screen().availableGeometry().size() - QSize(2 * _EDGE, 2 * _EDGE + TITLE_BAR)


def scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area that shows `content` and scrolls it up and down where the screen is too low for it."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The fields take the focus, and the area follows them.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.setMinimumWidth(content.minimumSizeHint().width() + SCROLL_BAR)
    return area
