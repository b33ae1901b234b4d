"""The command that parks: the cards that are chosen on the map, or thoughts while the focus is in their pane."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cjeditor.canvas.commands.parking import ParkingCommands


class ParkingHere:
    """Does it where the focus is: nobody who sorts thoughts means a card behind the pane."""

    def __init__(self, on_map: ParkingCommands) -> None:
        self._on_map = on_map

    def can_park(self) -> bool:
        """Whether there is anything to park."""
        return self._on_map.can_park()

    def park(self) -> None:
        """Park what is meant."""
        # Imported here: the pane comes when it is wanted first.
        from cjeditor.window.workshop.inbox import Inbox  # noqa: PLC0415

        found = QApplication.focusWidget()
        while found is not None and not isinstance(found, Inbox):
            found = found.parentWidget()
        if found is None:
            self._on_map.park()
        else:
            found.park()
