"""Which ranking the room is shown: the facilitator says so, and takes it away again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class VotingBoard(QObject):
    """Remembers it for the room view.

    Signals:
        changed(): another ranking should be shown, or none.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ranking = ""

    @property
    def ranking(self) -> str:
        """The id of the closed round whose ranking is shown; empty for none. A round that is gone shows nothing."""
        return self._ranking

    def show_ranking(self, round_id: str) -> None:
        """Show this round's ranking."""
        if round_id != self._ranking:
            self._ranking = round_id
            self.changed.emit()

    def clear(self) -> None:
        """Show none: the workshop goes on."""
        self.show_ranking("")
