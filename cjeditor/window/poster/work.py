"""Plans a poster beside the GUI thread while people choose: its sheets first, then its picture, then what helps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cjeditor.export.posters.options import PosterOptions
from cjeditor.model.project import Project
from cjeditor.window.pixels import image_of
from cjeditor.window.rounds import Rounds

if TYPE_CHECKING:
    # Not before there is something to plan.
    from cjeditor.export.posters.planning import Planned, Planner
    from cjeditor.export.posters.remedies import Remedy

_LONGEST = 1_100
"""Pixels of a picture's long side; of one of several posters fewer."""
_LONGEST_OF_SEVERAL = 500


class Plan(NamedTuple):
    """Posters with how large their smallest letters are and should be, in points."""

    posters: tuple[Planned, ...]
    smallest: float
    least: float
    is_legible: bool


class _Key(NamedTuple):
    """What of a round is being done."""

    what: str
    number: int = 0


class PosterWork(QObject):
    """Plans, draws and finds remedies; a new choice gives up what is being done.

    Signals:
        begun(): what is shown is no longer what was chosen.
        planned(Plan): the sheets.
        drawn(int, QImage): the picture of a poster, counted from 0.
        remedied(tuple): what helps where letters are too small.
        failed(): it could not be done because of a mistake of ours.
    """

    begun = Signal()
    planned = Signal(object)
    drawn = Signal(int, QImage)
    remedied = Signal(object)
    failed = Signal()

    def __init__(self, project: Project, map_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._map_id = map_id
        self._options = PosterOptions()
        self._planners: dict[tuple[object, ...], Planner] = {}
        self._rounds = Rounds(self)
        self._rounds.begun.connect(self.begun)
        self._rounds.failed.connect(self.failed)
        self._rounds.due.connect(self._begin)
        self._rounds.done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done, or will be soon."""
        return self._rounds.is_busy

    def renew(self, options: PosterOptions, *, at_once: bool = False) -> None:
        """Plan anew, once nothing else is chosen for a moment."""
        self._options = options
        self._rounds.renew(at_once=at_once)

    def stop(self) -> None:
        """Give up what is being done."""
        self._rounds.stop()

    def _begin(self) -> None:
        work = _planning(self._planners, self._project, self._map_id, self._options, self._rounds.cancelled)
        self._rounds.begin(_Key("plan"), work)

    def _take(self, key: _Key, result: Any) -> None:
        if key.what == "plan":
            self.planned.emit(result[1])
            self._go_on(*result)
        elif key.what == "picture":
            self.drawn.emit(key.number, image_of(result))
        else:
            self.remedied.emit(result)

    def _go_on(self, planner: Planner, plan: Plan) -> None:
        """Draw the posters, then look for what helps."""
        longest = _LONGEST if len(plan.posters) == 1 else _LONGEST_OF_SEVERAL
        for number, poster in enumerate(plan.posters):
            work = _drawing(poster, planner, self._options, longest)
            self._rounds.begin(_Key("picture", number), work)
        if not plan.is_legible:
            work = _remedying(planner, self._options, plan.posters, self._rounds.cancelled)
            self._rounds.begin(_Key("remedies"), work)


def _planning(
    planners: dict[tuple[object, ...], Planner],
    project: Project,
    map_id: str,
    options: PosterOptions,
    cancelled: Callable[[], bool],
) -> Callable[[], tuple[Planner, Plan]]:
    def work() -> tuple[Planner, Plan]:
        # Imported here: fontTools and the rest take a while that nobody should wait for at start.
        from cjeditor.export.posters.planning import Planner  # noqa: PLC0415
        from cjeditor.export.posters.remedies import is_legible, least, smallest_of  # noqa: PLC0415

        # A planner keeps the arranged map for all that does not change what is on it.
        key = (options.language, options.date, options.audience, options.brand)
        if key not in planners:
            planners.clear()
            planners[key] = Planner(project, map_id, options, cancelled)
        planner = planners[key]
        planner.cancelled = cancelled
        posters = planner.plan(options)
        return planner, Plan(posters, smallest_of(posters), least(options), is_legible(posters, options))

    return work


def _drawing(poster: Planned, planner: Planner, options: PosterOptions, longest: int) -> Callable[[], object]:
    def work() -> object:
        # Imported here: reportlab takes 150 ms that nobody should wait for.
        from cjeditor.export.posters.preview import picture_of  # noqa: PLC0415

        return picture_of(poster, planner.subject, options, longest)

    return work


def _remedying(
    planner: Planner, options: PosterOptions, posters: tuple[Planned, ...], cancelled: Callable[[], bool]
) -> Callable[[], tuple[Remedy, ...]]:
    def work() -> tuple[Remedy, ...]:
        # Imported here: as above.
        from cjeditor.export.posters.remedies import remedies  # noqa: PLC0415

        planner.cancelled = cancelled
        return tuple(remedies(planner, options, posters))

    return work
