"""Where carried cards may leave the map: whatever the window has beside it that takes them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal


@dataclass(slots=True)
class Carried:
    """Cards in the hand, outside of the map.

    Attributes:
        at: the pointer, on the screen.
        ids: the cards.
        copies: whether copies are meant, and the cards stay.
        taken: set by whoever would take them here.
    """

    at: QPoint
    ids: frozenset[str]
    copies: bool
    taken: bool = False


class Outlet(QObject):
    """Tells where cards are carried to outside of the map.

    Signals:
        over(Carried): they are over something now; whoever would take them marks it and says so.
        dropped(Carried): they were let go where somebody had said so.
        gone(): they are back on the map, were let go or given up.
    """

    over = Signal(object)
    dropped = Signal(object)
    gone = Signal()
