"""What menus and keys do with the workshop: its clock, and cards that wait outside the map."""

from __future__ import annotations

from cjeditor.window.workshop.timer import WorkshopTimer


class WorkshopCommands:
    """The commands of the menu *Workshop*."""

    def __init__(self, timer: WorkshopTimer) -> None:
        self._timer = timer

    def can_run(self) -> bool:
        """Whether there is an agenda to walk through."""
        return self._timer.step_count > 0

    def is_on(self) -> bool:
        """Whether a step is on."""
        return self._timer.step is not None

    def toggle(self) -> None:
        """Begin, stand still or go on."""
        if self._timer.running:
            self._timer.pause()
        else:
            self._timer.start()

    def add_minute(self) -> None:
        """Give the step a minute more."""
        self._timer.add_minute()

    def next_step(self) -> None:
        """Go on to the next step."""
        self._timer.next_step()

    def previous_step(self) -> None:
        """Go back to the step before."""
        self._timer.previous_step()

    def finish(self) -> None:
        """End the workshop here."""
        self._timer.finish()
