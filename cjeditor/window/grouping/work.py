"""The two long pieces of work of grouping, done beside the thread that answers people: looking and joining."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.analysis.similar import ANY, Likeness, likeness
from cjeditor.canvas.background import Background
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.grouping import Group, Way, join_group
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import cards, find_card, in_journey_order, map_of, ordered
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.model.table import find

_TELL = 100
"""Milliseconds between two looks at how far the work is."""


@dataclass
class _Pace:
    """How far a piece of work is, told by its thread, and whether it shall stop, told by ours."""

    share: float = 0.0
    stopped: bool = False

    def go_on(self, share: float) -> bool:
        """Take note of the share that is done; whether to go on."""
        self.share = share
        return not self.stopped


class Joined(NamedTuple):
    """What came of joining: the project before and after, the cards that are left of the groups, what was refused.

    `again` does the same to another state of the project.
    """

    before: Project
    after: Project
    cards: tuple[str, ...]
    done: int
    problems: tuple[Problem, ...]
    again: Callable[[Project], Project]

    def edit(self, project: Project) -> Project:
        """The project with the groups joined: the result, or the same done once more where something came between."""
        return self.after if project is self.before else self.again(project)


class GroupingWork(QObject):
    """Looks for groups and joins them, one at a time.

    Signals:
        found(Likeness): what was looked for.
        joined(Joined): what was to be joined.
        share(float): how far it is, 0 to 1.
    """

    found = Signal(object)
    joined = Signal(object)
    share = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pace = _Pace()
        self._background = Background(self)
        self._background.done.connect(self._tell)
        self._telling = QTimer(self)
        self._telling.setInterval(_TELL)
        self._telling.timeout.connect(self._tell_share)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._background.is_busy()

    def look(self, texts: dict[str, str], kinds: dict[str, str]) -> None:
        """Compare these texts; what is being done is given up."""
        self.stop()
        self._begin(partial(likeness, texts, kinds, self._pace.go_on))

    def join(self, project: Project, map_id: str, groups: Sequence[Group], way: Way) -> None:
        """Join these groups in `project`."""
        self.stop()
        self._begin(partial(_joined, project, map_id, groups, way, self._pace.go_on))

    def stop(self) -> None:
        """Give up what is being done; nobody hears of it any more."""
        self._pace.stopped = True
        self._pace = _Pace()
        self._background.forget()
        self._telling.stop()

    def _begin(self, work: Callable[[], object]) -> None:
        self._background.begin(id(self._pace), work)
        self._telling.start()

    def _tell(self, _key: int, future: Future[object]) -> None:
        self._telling.stop()
        result = future.result()
        if isinstance(result, Likeness):
            self.found.emit(result)
        elif isinstance(result, Joined):
            self.joined.emit(result)

    def _tell_share(self) -> None:
        self.share.emit(self._pace.share)


def said_by(some: Card) -> str:
    """Return what a card says; of a touchpoint without title its description."""
    return (some.title.strip() or some.description) if isinstance(some, Touchpoint) else some.text


def to_compare(
    project: Project, map_id: str, ids: Sequence[str] | None, *, thoughts: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is compared, by id in journey order, and of which kind it is.

    Args:
        project: of the map.
        map_id: the map.
        ids: the cards; None for all of the map.
        thoughts: whether what waits outside the maps is compared as well.
    """
    journey_map = map_of(project, map_id)
    some = cards(journey_map) if ids is None else [find_card(journey_map, each) for each in ids]
    texts: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for each in in_journey_order(journey_map, (one for one in some if one is not None)):
        # Of figures and pictures the name alone does not say that they are the same.
        if isinstance(each, Touchpoint) or each.kind not in ("metric", "image"):
            texts[each.id] = said_by(each)
            kinds[each.id] = "touchpoints" if isinstance(each, Touchpoint) else "notes"
    if thoughts:
        for thought in ordered(project.parked):
            texts[thought.id], kinds[thought.id] = thought.text, ANY
    return texts, kinds


def _joined(
    project: Project, map_id: str, groups: Sequence[Group], way: Way, go_on: Callable[[float], bool]
) -> Joined | None:
    """Join group after group; one that is refused stays as it is."""
    after, count = project, 0
    left: list[str] = []
    problems: list[Problem] = []
    for at, group in enumerate(groups):
        if not go_on(at / len(groups)):
            return None
        journey_map = map_of(after, map_id)
        ids = tuple(
            each
            for each in group.ids
            if find_card(journey_map, each) is not None or find(after.parked, each) is not None
        )
        if len(ids) < 2:
            continue
        try:
            after, made = join_group(after, map_id, group._replace(ids=ids), way, new_ids=new_id)
        except EditRefused as refused:
            problems.append(refused.problem)
            continue
        left.extend(made)
        count += 1
    again = partial(_joined_again, map_id=map_id, groups=groups, way=way)
    return Joined(project, after, tuple(left), count, tuple(problems), again)


def _joined_again(project: Project, map_id: str, groups: Sequence[Group], way: Way) -> Project:
    found = _joined(project, map_id, groups, way, _to_the_end)
    return project if found is None else found.after


def _to_the_end(_share: float) -> bool:
    return True
