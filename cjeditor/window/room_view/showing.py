"""What the room view shows now: it follows the map's focus, or is frozen, or stays where it was led."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.layout.room.content import RoomContent, Spotlight
from cjeditor.model.fields import AgendaKind
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card, map_of
from cjeditor.model.project import AgendaStep, Project
from cjeditor.model.table import find
from cjeditor.window.guide.current import current_phase, neighbour
from cjeditor.window.room_view.contents import Place, room_content
from cjeditor.window.voting.board import VotingBoard
from cjeditor.window.workshop.timer import WorkshopTimer

_ABOUT_ALL: frozenset[AgendaKind] = frozenset({"welcome", "brief", "write", "break", "next_steps", "slack"})
"""Kinds of steps that are about all phases where they name none; in the others people talk about cards."""


@dataclass(frozen=True)
class Shown:
    """All that decides what the room sees; the next room in the same window goes on with it.

    Attributes:
        place: where it looks.
        frozen: the project as it was when the view was frozen; None while it follows.
        step: the workshop's step that was on when it was frozen.
        ranking: the round whose ranking was shown when it was frozen.
        black: whether the room sees nothing.
        spotlight: what alone is painted in full.
    """

    place: Place
    frozen: Project | None = None
    step: AgendaStep | None = None
    ranking: str = ""
    black: bool = False
    spotlight: Spotlight | None = None


class Showing(QObject):
    """Keeps in step with a canvas.

    The view goes along with the focus to another phase, lane or card. Led to another phase by hand it stays there until
    the focus goes to another one. With a spotlight it stays, frozen it does not even take edits. When a step of the
    workshop comes on that is about a phase, the view goes there; when all should look at the whole, as in a welcome,
    no phase is shown until somebody leads to one.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(
        self,
        canvas: MapCanvas,
        timer: WorkshopTimer,
        board: VotingBoard,
        parent: QObject,
        shown: Shown | None = None,
    ) -> None:
        """Follow `canvas`, `timer` and `board`; `shown` is how another view with the same document left off."""
        super().__init__(parent)
        self._document = document = canvas.desk.document
        self._canvas = canvas
        self.timer = timer
        self._board = board
        self._focus = self._focused()
        self._shown = shown or Shown(self._of_step() or self._focus)
        self._step = _id_of(timer.step)
        # One edit is told by many; what is shown is found once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._content = self._found()
        document.changed.connect(self._soon.start)
        canvas.desk.arranged.connect(self._soon.start)
        canvas.desk.map_shown.connect(self._soon.start)
        canvas.selection.changed.connect(self._soon.start)
        timer.step_changed.connect(self._soon.start)
        board.changed.connect(self._soon.start)

    @property
    def content(self) -> RoomContent:
        """What the room is shown; the same object as long as nothing of it is another."""
        return self._content

    @property
    def shown(self) -> Shown:
        """What decides it."""
        return self._shown

    @property
    def project(self) -> Project:
        """The project that is shown: the present one, or the frozen one."""
        return self._shown.frozen or self._document.project

    def freeze(self, frozen: bool) -> None:
        """Keep all as it is, whatever is edited and wherever the focus goes; or follow again."""
        self.refresh()
        if frozen and self._shown.frozen is None:
            self._take(
                replace(self._shown, frozen=self._document.project, step=self.timer.step, ranking=self._board.ranking)
            )
        elif not frozen and self._shown.frozen is not None:
            before = self._shown
            self._shown = Shown(before.place, black=before.black)
            self._follow(self._focused())
            self._tell(always=self._shown != before)

    def black_out(self, black: bool) -> None:
        """Show nothing, or what there is."""
        self._take(replace(self._shown, black=black))

    def light(self, spotlight: Spotlight | None) -> None:
        """Put the spotlight on something on the map that is shown, or take it away."""
        self.refresh()
        self._light(spotlight, self._shown.place)

    def light_chosen(self) -> None:
        """Put the spotlight on what is chosen on the canvas, else on the card that the keys act on; else the phase."""
        self.refresh()
        selection, place = self._canvas.selection, self._focused()
        if selection.kind == "lanes":
            self._light(Spotlight("lane", min(selection.ids)), place)
        elif selection.kind != "phases" and place.card:
            self._light(Spotlight("card", place.card), place)
        else:
            self._light(Spotlight("phase", place.phase), place)

    def show_phase(self, phase_id: str) -> None:
        """Lead the room to a phase of the map that is shown; a spotlight on a lane stays."""
        self.refresh()
        spotlight = self._shown.spotlight
        stays = spotlight is not None and spotlight.kind == "lane"
        place = Place(self._shown.place.map_id, phase_id)
        self._take(replace(self._shown, place=place, spotlight=spotlight if stays else None))

    def show_neighbour(self, by: int) -> bool:
        """Lead the room so many phases on (negative: back); False beyond the ends."""
        self.refresh()
        phases, current = self._content.phases, self._content.current
        if current or not phases:
            found = neighbour(self._map(self._shown.place), current, by)
        else:  # all of the map is shown: in at one of its ends
            found = phases[0 if by > 0 else -1]
        if found is not None:
            self.show_phase(found.id)
        return found is not None

    def refresh(self) -> None:
        """Look where the focus is now, and whether anything that is shown has changed."""
        self._soon.stop()
        focus, before = self._focused(), self._shown
        if before.frozen is None:
            self._follow(focus)
        self._tell(always=self._shown != before)

    def begin_anew(self) -> None:
        """Another project is here: nothing is kept of the former one."""
        self._focus, self._step = self._focused(), _id_of(self.timer.step)
        self._take(Shown(self._focus, black=self._shown.black))

    def _follow(self, focus: Place) -> None:
        """Go along with the focus that is there now, and with the workshop where another step is on."""
        self._shown = self._followed(focus)
        self._focus = focus
        step = _id_of(self.timer.step)
        if step != self._step:
            self._step = step
            place = self._of_step()
            if place is not None and not _same_phase(place, self._shown.place):
                self._shown = replace(self._shown, place=place, spotlight=None)

    def _of_step(self) -> Place | None:
        """Return the phase that the step of the workshop is about; none, where all look at the whole; None else."""
        step = self.timer.step
        if step is None or (step.phase is None and step.kind not in _ABOUT_ALL):
            return None
        if step.phase is None:
            return Place(self._canvas.map_id)
        maps = self._document.project.maps
        return next((Place(each.id, step.phase) for each in maps if find(each.phases, step.phase)), None)

    def _followed(self, focus: Place) -> Shown:
        """Return what is to be shown with the focus there; what has gone from the map is let go."""
        shown = self._shown
        place = shown.place
        journey_map = find(self._document.project.maps, place.map_id)
        here = journey_map is not None and (not place.phase or find(journey_map.phases, place.phase) is not None)
        if here and shown.spotlight is not None and _place_of(shown.spotlight, self._map(place), place) == place:
            return shown
        moved = focus != self._focus
        if here and place.phase != focus.phase and _same_phase(focus, self._focus):
            moved = False  # the room was led elsewhere, and the focus only moved within its phase
        return replace(shown, place=focus if moved or not here else place, spotlight=None)

    def _light(self, spotlight: Spotlight | None, place: Place) -> None:
        if spotlight is None:
            self._take(replace(self._shown, spotlight=None))
            return
        journey_map = find(self.project.maps, place.map_id)
        found = None if journey_map is None else _place_of(spotlight, journey_map, place)
        if found is not None:  # a frozen view may lack what has come since
            self._take(replace(self._shown, spotlight=spotlight, place=found))

    def _map(self, place: Place) -> JourneyMap:
        return map_of(self.project, place.map_id)

    def _found(self) -> RoomContent:
        shown = self._shown
        if shown.frozen is None:
            return room_content(self.project, shown.place, self.timer.step, self._board.ranking)
        return room_content(self.project, shown.place, shown.step, shown.ranking)

    def _focused(self) -> Place:
        """Return where the keys act on the map."""
        selection, map_id = self._canvas.selection, self._canvas.map_id
        journey_map = map_of(self._document.project, map_id)
        phase = current_phase(journey_map, selection.kind, selection.ids, selection.focus)
        focus = selection.focus
        return Place(
            map_id,
            phase.id if phase is not None else "",
            focus.lane if focus is not None else "",
            focus.card if focus is not None else "",
        )

    def _take(self, shown: Shown) -> None:
        if shown != self._shown:
            self._shown = shown
            self._tell(always=True)

    def _tell(self, *, always: bool = False) -> None:
        before, content = self._content, self._found()
        if content != before:
            self._content = content
        if always or content != before:
            self.changed.emit()


def _id_of(step: AgendaStep | None) -> str:
    return step.id if step is not None else ""


def _same_phase(one: Place, other: Place) -> bool:
    return (one.map_id, one.phase) == (other.map_id, other.phase)


def _place_of(spotlight: Spotlight, journey_map: JourneyMap, place: Place) -> Place | None:
    """Return where the room looks at the spotlight's thing, coming from `place`; None where the map has it not."""
    if spotlight.kind == "phase":
        found = find(journey_map.phases, spotlight.id)
        return None if found is None else replace(place, phase=found.id, card="")
    if spotlight.kind == "lane":
        return None if find(journey_map.lanes, spotlight.id) is None else replace(place, lane=spotlight.id, card="")
    card = find_card(journey_map, spotlight.id)
    step = None if card is None else find(journey_map.steps, card.step)
    return None if step is None else replace(place, phase=step.phase, card=spotlight.id)
