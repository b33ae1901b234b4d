"""Keys that a pane keeps for itself, since they would change the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Standard = QKeySequence.StandardKey
_OF_THE_CLIPBOARD = (_Standard.Copy, _Standard.Cut, _Standard.Paste)


def asks_for(event: QEvent, *keys: Qt.Key) -> bool:
    """Return whether `event` asks who wants one of these keys: accepted, it stays where the focus is."""
    # Its class is asked first, which is quicker: a pane hears hundreds of events while it is laid out.
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in keys


def asks_for_deletion(event: QEvent) -> bool:
    """Return whether `event` asks who wants Del or Backspace: on a button of a pane they must delete no card."""
    return asks_for(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def asks_for_clipboard(event: QEvent) -> bool:
    """Return whether `event` asks who wants to copy, cut or paste: what is chosen in a table is no card of the map."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and any(event.matches(each) for each in _OF_THE_CLIPBOARD)
    )
