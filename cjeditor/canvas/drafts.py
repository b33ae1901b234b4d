"""What can be written in place: a card's text, a new card, the name of a phase, step or lane.

Each letter is an edit of the document, merged into one step: the map grows as somebody writes, nothing waits in the
field alone, and a text that ends as it began leaves no step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QRectF

from cjeditor.canvas.scene import FREE_PLACE_HEIGHT
from cjeditor.canvas.selection import Spot
from cjeditor.layout.metrics import CARD_GAP, META_SIZE, PHASE_LINE, PHASE_SIZE, TITLE_LINE, TITLE_SIZE
from cjeditor.layout.primitives import Face, Text
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import add_note, add_touchpoint, kind_in, set_note, set_touchpoint
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.steps import set_step
from cjeditor.model.lookup import known

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.layout.arrangement import CardBox, LaneBox
    from cjeditor.model.project import Project


class Sheet(NamedTuple):
    """Where and how to write: the area of the text's lines, on the map or in a header's own pixels."""

    area: QRectF
    on: str
    """`body`, `columns` or `lanes`."""
    face: Face
    size: float
    fill: str
    padding: tuple[int, int] = (4, 4)
    """Around the lines, in screen pixels at 100 %: sideways, above and below."""


class Draft(Protocol):
    """Something that is being written."""

    @property
    def continues(self) -> bool:
        """Whether Enter and Tab go on to another card."""

    def text(self) -> str:
        """Return the text to begin with."""

    def write(self, text: str) -> bool:
        """Put the text into the document; return whether it was accepted."""

    def sheet(self) -> Sheet | None:
        """Return where to write; None when there is no such place any more."""


class CardText:
    """The title of a touchpoint or the text of a note."""

    continues = True

    def __init__(self, stage: Stage, card_id: str, merge: str = "") -> None:
        self._stage = stage
        self._id = card_id
        self._merge = merge or f"{card_id}.text"

    @property
    def card(self) -> str:
        """The card's id."""
        return self._id

    def text(self) -> str:
        """Return the card's text."""
        box = self._box()
        if box is None:
            return ""
        return box.record.title if isinstance(box.record, Touchpoint) else box.record.text

    def write(self, text: str) -> bool:
        """Set the card's text."""
        box = self._box()
        if box is None:
            return False

        def edit(project: Project) -> Project:
            if isinstance(box.record, Touchpoint):
                return set_touchpoint(project, self._stage.desk.map_id, [self._id], title=text)
            return set_note(project, self._stage.desk.map_id, [self._id], text=text)

        return self._stage.desk.apply(self._stage.desk.words.t("Edit text"), edit, merge=self._merge)

    def sheet(self) -> Sheet | None:
        """Return the area of the card's lines."""
        box = self._box()
        if box is None:
            return None
        return Sheet(_lines_of(box), "body", _face_of(box), TITLE_SIZE, _fill_of(box))

    def _box(self) -> CardBox | None:
        return self._stage.desk.arrangement.cards.get(self._id)


class NewCard:
    """A card that comes into being with its first letter; emptied again, it never was."""

    continues = True

    def __init__(self, stage: Stage, step: str, lane: LaneBox, index: int, kind: str = "") -> None:
        self._stage = stage
        self._spot = Spot(step, lane.lane.id)
        self._lane = lane.lane
        self._index = index
        self._fields: dict[str, Any] = {"kind": kind or kind_in(lane.lane)} if lane.lane.holds == "notes" else {}
        self._made: CardText | None = None
        self._merge = ""
        self._before: Project | None = None
        self._after: Project | None = None

    @property
    def spot(self) -> Spot:
        """The cell it goes to."""
        return self._spot

    @property
    def index(self) -> int:
        """Its place in the cell."""
        return self._index

    @property
    def made(self) -> CardText | None:
        """The card, once there is one."""
        return self._made

    def feel(self, emotion: int | None) -> None:
        """Give the coming touchpoint an emotion."""
        if self._lane.holds == "touchpoints":
            self._fields["emotion"] = emotion

    def text(self) -> str:
        """Return nothing: it is new."""
        return "" if self._made is None else self._made.text()

    def write(self, text: str) -> bool:
        """Make the card with its first letter, set its text, or unmake it when all letters are gone."""
        document = self._stage.desk.document
        if self._made is None:
            accepted = not text.strip() or self._make(text)
        elif not text.strip() and document.project is self._after and self._before is not None:
            before = self._before
            words = self._stage.desk.words
            accepted = self._stage.desk.apply(words.t("Delete card"), lambda _project: before, merge=self._merge)
            self._made = None
        else:
            accepted = self._made.write(text)
        self._after = document.project
        return accepted

    def sheet(self) -> Sheet | None:
        """Return the lines of the card, or where they will be."""
        if self._made is not None:
            return self._made.sheet()
        arrangement = self._stage.desk.arrangement
        cell = arrangement.cells.get((self._spot.step, self._spot.lane), ())
        place = self._stage.scene.place_of(self._spot)
        if place is None:
            return None
        touchpoint = self._lane.holds == "touchpoints"
        if 0 < self._index <= len(cell):
            above = cell[self._index - 1]
            place = QRectF(above.x, above.y + above.height + CARD_GAP / 2, above.width, FREE_PLACE_HEIGHT)
        fill = "card" if touchpoint else f"note.{note_style(self._fields['kind'])}"
        area = QRectF(place.x() + 10, place.y() + 8, place.width() - 20, TITLE_LINE)
        return Sheet(area, "body", "medium" if touchpoint else "regular", TITLE_SIZE, fill, (10, 9))

    def _make(self, text: str) -> bool:
        desk = self._stage.desk
        touchpoint = self._lane.holds == "touchpoints"
        card_id = desk.new_id("touchpoints" if touchpoint else "notes")
        self._merge = f"{card_id}.text"
        place: dict[str, Any] = {"id": card_id, "step": self._spot.step, "lane": self._spot.lane, "index": self._index}

        def edit(project: Project) -> Project:
            if touchpoint:
                return add_touchpoint(project, desk.map_id, **place, title=text, **self._fields)
            return add_note(project, desk.map_id, **place, text=text, **self._fields)

        label = desk.words.t("Add touchpoint") if touchpoint else desk.words.t("Add note")
        self._before = desk.document.project
        if not desk.apply(label, edit, merge=self._merge):
            return False
        self._made = CardText(self._stage, card_id, self._merge)
        desk.focus_on(desk.spot_of(card_id))
        return True


class PhaseName:
    """The name of a phase."""

    continues = False

    def __init__(self, stage: Stage, phase_id: str) -> None:
        self._stage = stage
        self._id = phase_id

    def text(self) -> str:
        """Return the name."""
        return known(self._stage.desk.map.phases, self._id).name

    def write(self, text: str) -> bool:
        """Rename."""
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_phase(project, desk.map_id, self._id, name=text)

        return desk.apply(desk.words.t("Rename phase"), edit, merge=f"{self._id}.name")

    def sheet(self) -> Sheet | None:
        """Return the area of the phase's header."""
        box = next((box for box in self._stage.desk.arrangement.phases if box.phase.id == self._id), None)
        if box is None:
            return None
        area = self._stage.column_header.area_of(box.x, box.width, step=False)
        lines = QRectF(area.x() + 14, area.y() + 10, max(90.0, area.width() - 28), PHASE_LINE)
        return Sheet(lines, "columns", "semibold", PHASE_SIZE, f"tint:{box.phase.colour}")


class StepName:
    """The name of a step."""

    continues = False

    def __init__(self, stage: Stage, step_id: str) -> None:
        self._stage = stage
        self._id = step_id

    def text(self) -> str:
        """Return the name."""
        return known(self._stage.desk.map.steps, self._id).name

    def write(self, text: str) -> bool:
        """Rename."""
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_step(project, desk.map_id, self._id, name=text)

        return desk.apply(desk.words.t("Rename step"), edit, merge=f"{self._id}.name")

    def sheet(self) -> Sheet | None:
        """Return the area of the step's header, or the lower edge of its phase's as long as it shows none."""
        column = self._stage.desk.arrangement.column_of(self._id)
        if column is None:
            return None
        area = self._stage.column_header.area_of(column.x, column.width, step=True)
        if area.height() < TITLE_LINE:
            area.setTop(area.bottom() - TITLE_LINE - 4)
        lines = QRectF(area.x() + 12, area.y() + 3, max(90.0, area.width() - 24), area.height() - 6)
        return Sheet(lines, "columns", "medium", META_SIZE + 1, "canvas")


class LaneName:
    """The name of a lane."""

    continues = False

    def __init__(self, stage: Stage, lane_id: str) -> None:
        self._stage = stage
        self._id = lane_id

    def text(self) -> str:
        """Return the name."""
        return known(self._stage.desk.map.lanes, self._id).name

    def write(self, text: str) -> bool:
        """Rename."""
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_lane(project, desk.map_id, self._id, name=text)

        return desk.apply(desk.words.t("Rename lane"), edit, merge=f"{self._id}.name")

    def sheet(self) -> Sheet | None:
        """Return the area of the lane's header."""
        box = self._stage.desk.arrangement.lane_of(self._id)
        if box is None:
            return None
        area = self._stage.lane_header.area_of(box.y, box.height)
        lines = QRectF(area.x() + 10, area.y() + 8, area.width() - 18, TITLE_LINE)
        return Sheet(lines, "lanes", "semibold", TITLE_SIZE, "canvas")


def _lines_of(box: CardBox) -> QRectF:
    """Return the area of a card's lines on the map, told from its shapes."""
    face = _face_of(box)
    lines = [s for s in box.look.primitives if isinstance(s, Text) and s.size == TITLE_SIZE and s.face == face]
    first = lines[0]
    top = first.y - TITLE_LINE / 2 - 0.36 * TITLE_SIZE
    return QRectF(box.x + first.x, box.y + top, box.width - first.x - 10, len(lines) * TITLE_LINE)


def _face_of(box: CardBox) -> Face:
    return "medium" if isinstance(box.record, Touchpoint) else "regular"


def _fill_of(box: CardBox) -> str:
    return "card" if isinstance(box.record, Touchpoint) else f"note.{note_style(box.record.kind)}"
