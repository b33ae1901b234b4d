"""How building blocks get onto the map: dragged by the mouse, or added at the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint

from cjeditor.canvas.commands.drop_offs import DropOffCommands
from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.canvas.selection import Spot
from cjeditor.canvas.tools.drop_block import DropBlock
from cjeditor.catalogue.drop_off_reasons import reason_name
from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.edits.cards import add_note, add_touchpoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.blocks import Block
    from cjeditor.canvas.commands.cards import CardCommands
    from cjeditor.canvas.commands.drop_offs import Table
    from cjeditor.canvas.commands.lanes import LaneCommands
    from cjeditor.canvas.commands.parking import ParkingCommands
    from cjeditor.canvas.commands.phases import PhaseCommands
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.tools.hand import Hand
    from cjeditor.canvas.writer import Writer
    from cjeditor.layout.arrangement import Slot
    from cjeditor.model.project import Project
    from cjeditor.texts import Texts

_MOST = 60
"""Letters of a name that follow the pointer."""


class BlocksIn(QObject):
    """Takes blocks and makes cards, phases and lanes of them."""

    def __init__(
        self,
        stage: Stage,
        hand: Hand,
        writer: Writer,
        cards: CardCommands,
        phases: PhaseCommands,
        lanes: LaneCommands,
        parking: ParkingCommands,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._hand = hand
        self._writer = writer
        self._cards = cards
        self._phases = phases
        self._lanes = lanes
        self._parking = parking
        self._drop_offs = DropOffCommands(stage.desk)
        self._overlay: DragOverlay | None = None
        hand.busy.connect(self._end_overlay)

    def begin_drag(self, block: Block, at: QPoint, window: QWidget) -> None:
        """Take the block into the hand; the left button is down at the point `at` of the screen."""
        if not self._writer.keep():
            return
        gesture = DropBlock(self._stage, block, self)
        gesture.card_dropped.connect(self._drop_card)
        gesture.part_dropped.connect(self._drop_part)
        gesture.target_hit.connect(self._drop_onto)
        self._hand.carry(gesture)
        overlay = DragOverlay(window, self._stage.scene.ink, block_name(block, self._stage.desk.words), at)
        overlay.moved.connect(self._hand.move)
        overlay.released.connect(self._hand.release)
        overlay.given_up.connect(self._hand.cancel)
        self._overlay = overlay

    def add(self, block: Block) -> None:
        """Add the block at the focus."""
        if block.parked:
            self._parking.place_at_focus(block.parked)
        elif block.text:
            self._cards.add_ready(block)
        elif block.kind == "touchpoint":
            self._cards.add_touchpoint()
        elif block.kind == "note":
            self._cards.add_note(block.note_kind)
        elif block.kind == "phase":
            self._phases.add(framework=block.framework, framework_phase=block.framework_phase)
        elif block.kind == "framework":
            self._phases.put_framework(block)
        elif block.kind == "drop_off":
            self._drop_offs.add(block.reason)
        else:
            self._lanes.add(block.lane_kind, block.note_kind, name=block.title)

    def _end_overlay(self, busy: bool) -> None:
        overlay = self._overlay
        if not busy and overlay is not None:
            self._overlay = None
            overlay.end()

    def _drop_card(self, block: Block, slot: Slot) -> None:
        """Make the card; where it is empty, let its text be written."""
        desk = self._stage.desk
        if block.parked:
            self._parking.place(block.parked, Spot(slot.step, slot.lane), slot.index)
            return
        if block.text:
            self._cards.put_ready(block, Spot(slot.step, slot.lane), slot.index)
            return
        touchpoint = block.kind == "touchpoint"
        card_id = desk.new_id("touchpoints" if touchpoint else "notes")
        place: dict[str, Any] = {"id": card_id, "step": slot.step, "lane": slot.lane, "index": slot.index}

        def edit(project: Project) -> Project:
            if touchpoint:
                return add_touchpoint(project, desk.map_id, **place)
            if block.note_kind:
                place["kind"] = block.note_kind
            return add_note(project, desk.map_id, **place)

        label = desk.words.t("Add touchpoint") if touchpoint else desk.words.t("Add note")
        if desk.apply(label, edit, merge=f"{card_id}.text"):
            desk.focus_on(desk.spot_of(card_id))
            self._writer.card(card_id)

    def _drop_part(self, block: Block, index: int) -> None:
        if block.kind == "phase":
            self._phases.put(block, index)
        elif block.kind == "framework":
            self._phases.put_framework(block)
        else:
            self._lanes.put(block, index)

    def _drop_onto(self, block: Block, table: Table, one: str) -> None:
        self._drop_offs.give(block.reason, table, [one])


def block_name(block: Block, words: Texts) -> str:
    """Return what a block is called while it is carried."""
    if block.title or block.text:
        return (block.title or block.text).partition("\n")[0][:_MOST]
    if block.kind == "note":
        kind = next((kind for kind in note_kinds() if kind.key == block.note_kind), None)
        return kind.name.in_language(words.language) if kind is not None else words.t("Note")
    known = framework(block.framework)
    entry = known.phase(block.framework_phase) if known is not None else None
    if entry is not None:
        return entry.name.in_language(words.language)
    if known is not None:
        return known.name.in_language(words.language)
    if block.reason:
        return reason_name(block.reason, words.language)
    names = {
        "touchpoint": words.t("Touchpoint"),
        "phase": words.t("Phase"),
        "lane": words.t("Lane"),
        "drop_off": words.t("Drop-off point"),
    }
    return names[block.kind]
