"""What can be written in place: a card's text, a new card, the name of a phase, step or lane.

Each letter is an edit of the document, merged into one step: the map grows as somebody writes, nothing waits in the
field alone, and a text that ends as it began leaves no step.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QRectF

from cjeditor.canvas.headers import header_scale
from cjeditor.layout.draw_card import MARK_ROOM
from cjeditor.layout.metrics import META_SIZE, PHASE_LINE, PHASE_SIZE, TITLE_LINE, TITLE_SIZE
from cjeditor.layout.primitives import Face, Text
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import add_note, add_touchpoint, kind_in, set_note, set_touchpoint
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.steps import set_step
from cjeditor.model.lookup import known

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cjeditor.canvas.patch import Patch
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.layout.arrangement import CardBox
    from cjeditor.model.journey_map import Lane
    from cjeditor.model.project import Project


class Sheet(NamedTuple):
    """Where and how to write: the area of the text's lines, on the map or in a header's own pixels.

    `size` of the text and `line`, the distance from line to line, are pixels at 100 %.
    """

    area: QRectF
    on: str
    """`body`, `columns` or `lanes`."""
    face: Face
    size: float
    line: float
    fill: str


class Draft(Protocol):
    """Something that is being written."""

    @property
    def continues(self) -> bool:
        """Whether Enter and Tab go on to another card."""

    def text(self) -> str:
        """Return the text to begin with."""

    def write(self, text: str) -> bool:
        """Put the text into the document; return whether it was accepted."""

    def finish(self) -> None:
        """The text is kept as it is: mend what may not stay so."""

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
        box = self.box()
        if box is None:
            return ""
        return box.record.title if isinstance(box.record, Touchpoint) else box.record.text

    def box(self) -> CardBox | None:
        """Return the card where it lies."""
        return self._stage.desk.arrangement.cards.get(self._id)

    def give(self, patch: Patch) -> bool:
        """Give the card what a mark says, in the same step as its text; return whether it was accepted."""
        desk, touchpoint = self._stage.desk, self._id.startswith("tp_")

        def edit(project: Project) -> Project:
            return patch.on_card(project, desk.map_id, self._id, touchpoint=touchpoint)

        return desk.apply(desk.words.t("Edit text"), edit, merge=self._merge)

    def write(self, text: str) -> bool:
        """Set the card's text."""
        box = self.box()
        if box is None:
            return False

        def edit(project: Project) -> Project:
            if isinstance(box.record, Touchpoint):
                return set_touchpoint(project, self._stage.desk.map_id, [self._id], title=text)
            return set_note(project, self._stage.desk.map_id, [self._id], text=text)

        return self._stage.desk.apply(self._stage.desk.words.t("Edit text"), edit, merge=self._merge)

    def finish(self) -> None:
        """A card may be without text."""

    def sheet(self) -> Sheet | None:
        """Return the area of the card's lines."""
        box = self.box()
        if box is None:
            return None
        return Sheet(_lines_of(box), "body", _face_of(box), TITLE_SIZE, TITLE_LINE, _fill_of(box))


class NewCard:
    """A card that comes into being with its first letter; emptied again, it never was.

    Before, the desk imagines it, so that there is room for it on the map.
    """

    continues = True

    def __init__(
        self,
        stage: Stage,
        step: str,
        lane: Lane,
        index: int,
        kind: str = "",
        fields: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self._stage = stage
        self._touchpoint = lane.holds == "touchpoints"
        self._id = stage.desk.new_id("touchpoints" if self._touchpoint else "notes")
        self._place: dict[str, Any] = {"id": self._id, "step": step, "lane": lane.id, "index": index}
        self._fields: dict[str, Any] = dict(fields)
        if not self._touchpoint:
            self._fields["kind"] = kind or kind_in(lane)
        self._merge = f"{self._id}.text"
        self._patches: list[Patch] = []
        self._card = CardText(stage, self._id, self._merge)
        self._there = False
        self._before: Project | None = None
        self._after: Project | None = None

    @property
    def made(self) -> CardText | None:
        """The card, once there is one."""
        return self._card if self._there else None

    def take_room(self) -> None:
        """Show where the card will be."""
        self._stage.desk.imagine(self._id, self._with_text(""))

    def box(self) -> CardBox | None:
        """Return the card where it lies, be it there or imagined."""
        return self._card.box()

    def give(self, patch: Patch) -> bool:
        """Give the card, or the coming one, what a mark says; return whether it was accepted."""
        self._fields.update(patch.fields)
        self._patches.append(patch)
        if not self._there:
            self.take_room()
            return True
        accepted = self._card.give(patch)
        self._after = self._stage.desk.document.project
        return accepted

    def feel(self, emotion: int | None) -> None:
        """Give the coming touchpoint an emotion."""
        if self._touchpoint:
            self._fields["emotion"] = emotion
            self.take_room()

    def text(self) -> str:
        """Return nothing: it is new."""
        return ""

    def write(self, text: str) -> bool:
        """Make the card with its first letter, set its text, or unmake it when all letters are gone."""
        document = self._stage.desk.document
        if not self._there:
            accepted = not text.strip() or self._make(text)
        elif not text.strip() and document.project is self._after and self._before is not None:
            accepted = self._unmake(self._before)
        else:
            accepted = self._card.write(text)
        self._after = document.project
        return accepted

    def finish(self) -> None:
        """Without a letter it never was."""

    def sheet(self) -> Sheet | None:
        """Return the lines of the card, be it there or imagined."""
        return self._card.sheet()

    def _make(self, text: str) -> bool:
        desk = self._stage.desk
        label = desk.words.t("Add touchpoint") if self._touchpoint else desk.words.t("Add note")
        self._before = desk.document.project
        self._there = desk.apply(label, self._with_text(text), merge=self._merge)
        if self._there:
            desk.focus_on(desk.spot_of(self._id))
        return self._there

    def _unmake(self, before: Project) -> bool:
        desk = self._stage.desk
        self.take_room()  # as soon as the card has gone
        self._there = not desk.apply(desk.words.t("Delete card"), lambda _project: before, merge=self._merge)
        return not self._there

    def _with_text(self, text: str) -> Callable[[Project], Project]:
        map_id, place, fields = self._stage.desk.map_id, self._place, dict(self._fields)
        gone = {patch.unmade for patch in self._patches}
        needed = [patch for patch in self._patches if patch.made is not None and patch.made.id not in gone]

        def edit(project: Project) -> Project:
            for patch in needed:
                project = patch.before_card(project)
            if self._touchpoint:
                return add_touchpoint(project, map_id, **place, title=text, **fields)
            return add_note(project, map_id, **place, text=text, **fields)

        return edit


class PhaseName:
    """The name of a phase."""

    continues = False

    def __init__(self, stage: Stage, phase_id: str) -> None:
        self._stage = stage
        self._id = phase_id
        self._former = self.text()

    def text(self) -> str:
        """Return the name."""
        return known(self._stage.desk.map.phases, self._id).name

    def write(self, text: str) -> bool:
        """Rename."""
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_phase(project, desk.map_id, self._id, name=text)

        return desk.apply(desk.words.t("Rename phase"), edit, merge=f"{self._id}.name")

    def finish(self) -> None:
        """Go back to the former name rather than to none."""
        if self._former and not self.text().strip():
            self.write(self._former)
            self._stage.desk.hint.emit(self._stage.desk.words.t("A phase needs a name: the previous one was kept."))

    def sheet(self) -> Sheet | None:
        """Return the area of the phase's header."""
        box = next((box for box in self._stage.desk.arrangement.phases if box.phase.id == self._id), None)
        if box is None:
            return None
        area = self._stage.column_header.area_of(box.x, box.width, step=False)
        scale = header_scale(self._stage.view.zoom)
        width, height = max(90.0, area.width() - 28 * scale), PHASE_LINE * scale
        lines = QRectF(area.x() + 14 * scale, area.y() + 12 * scale, width, height)
        return Sheet(lines, "columns", "semibold", PHASE_SIZE, PHASE_LINE, f"tint:{box.phase.colour}")


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

    def finish(self) -> None:
        """A step may be without a name."""

    def sheet(self) -> Sheet | None:
        """Return the area of the step's header, or the lower edge of its phase's as long as it shows none."""
        column = self._stage.desk.arrangement.column_of(self._id)
        if column is None:
            return None
        area = self._stage.column_header.area_of(column.x, column.width, step=True)
        scale = header_scale(self._stage.view.zoom)
        height = TITLE_LINE * scale
        top = area.y() + max(0.0, area.height() - height) / 2 if area.height() > 4 else area.bottom() - height - 4
        lines = QRectF(area.x() + 12 * scale, top, max(90.0, area.width() - 24 * scale), height)
        return Sheet(lines, "columns", "medium", META_SIZE + 1, TITLE_LINE, "canvas")


class LaneName:
    """The name of a lane."""

    continues = False

    def __init__(self, stage: Stage, lane_id: str) -> None:
        self._stage = stage
        self._id = lane_id
        self._former = self.text()

    def text(self) -> str:
        """Return the name."""
        return known(self._stage.desk.map.lanes, self._id).name

    def write(self, text: str) -> bool:
        """Rename."""
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_lane(project, desk.map_id, self._id, name=text)

        return desk.apply(desk.words.t("Rename lane"), edit, merge=f"{self._id}.name")

    def finish(self) -> None:
        """Go back to the former name rather than to none."""
        if self._former and not self.text().strip():
            self.write(self._former)
            self._stage.desk.hint.emit(self._stage.desk.words.t("A lane needs a name: the previous one was kept."))

    def sheet(self) -> Sheet | None:
        """Return the area of the lane's header."""
        box = self._stage.desk.arrangement.lane_of(self._id)
        if box is None:
            return None
        area = self._stage.lane_header.area_of(box.y, box.height)
        scale = header_scale(self._stage.view.zoom)
        lines = QRectF(area.x() + 12 * scale, area.y() + 10 * scale, area.width() - 20 * scale, TITLE_LINE * scale)
        return Sheet(lines, "lanes", "semibold", TITLE_SIZE, TITLE_LINE, "canvas")


def _lines_of(box: CardBox) -> QRectF:
    """Return the area of a card's lines on the map, told from its shapes."""
    face = _face_of(box)
    lines = [s for s in box.look.primitives if isinstance(s, Text) and s.size == TITLE_SIZE and s.face == face]
    first = lines[0]
    top = first.y - TITLE_LINE / 2 - 0.36 * TITLE_SIZE
    right = box.width - 10
    if not isinstance(box.record, Touchpoint) and box.record.kind != "metric":
        right = next(s.x for s in box.look.primitives if isinstance(s, Text) and s.size == META_SIZE) - 6
        if box.record.kind == "image":
            right -= MARK_ROOM  # the mark of its evidence stands beside the number, not below it
    return QRectF(box.x + first.x, box.y + top, right - first.x, len(lines) * TITLE_LINE)


def _face_of(box: CardBox) -> Face:
    return "medium" if isinstance(box.record, Touchpoint) else "regular"


def _fill_of(box: CardBox) -> str:
    if isinstance(box.record, Touchpoint) or box.record.kind == "image":
        return "card"
    return "canvas" if box.record.kind == "metric" else f"note.{note_style(box.record.kind)}"
