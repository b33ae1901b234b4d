"""Lets a screen reader say what only the eye would notice: something that happened away from the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(about: QObject, text: str, *, urgent: bool = False) -> None:
    """Let it be said.

    Args:
        about: the widget that shows it.
        text: what to say; nothing is said of an empty text, nor as long as no screen reader listens.
        urgent: say it at once instead of after what is being said.
    """
    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(about, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
