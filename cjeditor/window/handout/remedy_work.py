"""Looks for what helps where letters are too small, beside the GUI thread: one remedy after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cjeditor.export.options import HandoutOptions
from cjeditor.model.project import Project
from cjeditor.window.rounds import Rounds

if TYPE_CHECKING:
    # Not before there is something to look for.
    from cjeditor.export.handout_remedies import Remedy


class RemedyWork(QObject):
    """Works out how the same could be printed with larger letters; another question gives up the one before.

    Signals:
        found(tuple): all remedies until now.
        ended(): there are no more.
    """

    found = Signal(object)
    ended = Signal()

    def __init__(self, project: Project, map_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._map_id = map_id
        self._options = HandoutOptions()
        self._smallest = 0.0
        self._remedies: tuple[Remedy, ...] = ()
        self._rounds = Rounds(self)
        self._rounds.due.connect(self._begin)
        self._rounds.done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked for."""
        return self._rounds.is_busy

    def look(self, options: HandoutOptions, smallest: float) -> None:
        """Look for what helps a handout whose smallest letters have so many points."""
        self._remedies = ()
        self._options, self._smallest = options, smallest
        self._rounds.renew(at_once=True)

    def stop(self) -> None:
        """Give up looking."""
        self._rounds.stop()

    def _begin(self) -> None:
        cancelled = self._rounds.cancelled
        self._rounds.begin(0, _looking(self._project, self._map_id, self._options, self._smallest, cancelled))

    def _take(self, number: int, result: tuple[Iterator[Remedy], Remedy | None]) -> None:
        waiting, remedy = result
        if remedy is None:
            self.ended.emit()
            return
        self._remedies = (*self._remedies, remedy)
        self._rounds.begin(number + 1, _going_on(waiting))
        self.found.emit(self._remedies)


def _looking(
    project: Project, map_id: str, options: HandoutOptions, smallest: float, cancelled: Callable[[], bool]
) -> Callable[[], tuple[Iterator[Remedy], Remedy | None]]:
    def work() -> tuple[Iterator[Remedy], Remedy | None]:
        # Imported here: reportlab and the posters take a while that nobody should wait for.
        from cjeditor.export.handout_remedies import remedies  # noqa: PLC0415

        waiting = remedies(project, map_id, options, smallest, cancelled)
        return waiting, next(waiting, None)

    return work


def _going_on(waiting: Iterator[Remedy]) -> Callable[[], tuple[Iterator[Remedy], Remedy | None]]:
    def work() -> tuple[Iterator[Remedy], Remedy | None]:
        return waiting, next(waiting, None)

    return work
