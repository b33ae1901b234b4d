"""Dragging cards, with Ctrl copies of them, with Alt into another card: one or several, or a selection in its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.hits import body_hit, inside
from cjeditor.canvas.merging import merge_into
from cjeditor.canvas.outlet import Carried
from cjeditor.canvas.tools.gesture import BOTH, NEITHER
from cjeditor.canvas.tools.slots import cell_rect, show_card, show_slot
from cjeditor.model.edits.clipping import copy_cards, paste
from cjeditor.model.edits.moves import move_cards, move_cards_by
from cjeditor.model.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.layout.arrangement import CardBox, LaneBox, Slot
    from cjeditor.model.project import Project


class MoveCards:
    """Carries the chosen cards; the one under the pointer decides where they go.

    Ctrl at the drop makes copies; Alt merges them into the card that they are dropped on. Beside the map something
    else may take them.
    """

    def __init__(self, stage: Stage, grabbed: str, pointer: Pointer) -> None:
        self.cursor = Qt.CursorShape.ClosedHandCursor
        self.scrolls = BOTH
        self._outside: Carried | None = None
        self._stage = stage
        self._copies = False
        self._arrangement = stage.desk.arrangement
        self._grabbed = self._arrangement.cards[grabbed]
        chosen = stage.desk.selection.of("cards")
        ids = chosen if grabbed in chosen else frozenset([grabbed])
        self._boxes = [box for one, box in self._arrangement.cards.items() if one in ids]
        self._ids = frozenset(box.id for box in self._boxes)
        self._start = pointer.scene
        self._one_cell = len({(box.step, box.lane) for box in self._boxes}) == 1
        self._slot: Slot | None = None
        self._by = (0, 0)
        self._into: CardBox | None = None
        self._allowed = False

    def update(self, pointer: Pointer) -> None:
        """Carry the cards along and show where they would go."""
        self._carry(pointer)
        scene = self._stage.scene
        x, y = pointer.scene.x(), pointer.scene.y()
        leaving = frozenset[str]() if self._copies else self._ids
        if self._leave(pointer):
            return
        over = self._stage.view.viewport().rect().contains(pointer.view.toPoint())  # and not over a header
        self._slot = self._arrangement.slot_at(x, y, leaving) if over and inside(self._arrangement, x, y) else None
        self._allowed = False
        if self._into is not None:
            show_card(self._stage, self._into, fits=self._into.table == self._grabbed.table)
            return
        if self._slot is not None and self._one_cell:
            self._aim_at_slot(self._slot)
            return
        scene.slot_mark.hide()
        if self._slot is None:
            scene.mark_cells([], "selection")
        else:
            self._aim_by_shape(self._slot)

    def commit(self) -> None:
        """Drop the cards."""
        self._stage.scene.settle()
        slot, desk = self._slot, self._stage.desk
        if self._outside is not None:
            self._stage.outlet.gone.emit()
            self._stage.outlet.dropped.emit(self._outside)
            return
        if self._into is not None:
            merge_into(desk, self._into.id, self._ids)
            return
        if slot is None:
            return
        if self._copies:
            made: list[str] = []
            if desk.apply(desk.words.tn("Copy card", "Copy {n} cards", len(self._ids)), self._copier(made)):
                desk.choose_cards(made)
            return
        label = desk.words.tn("Move card", "Move {n} cards", len(self._ids))
        if desk.apply(label, self._moved) and self._allowed:
            spot = desk.spot_of(self._grabbed.id)
            desk.selection.choose("cards", self._ids, spot)

    def cancel(self) -> None:
        """Lay the cards back."""
        self._stage.scene.settle()
        if self._outside is not None:
            self._stage.outlet.gone.emit()

    def _carry(self, pointer: Pointer) -> None:
        """Let the cards follow the pointer, or copies with a plus sign, or say that they are merged."""
        scene, delta = self._stage.scene, pointer.scene - self._start
        self._copies = bool(pointer.modifiers & Qt.KeyboardModifier.ControlModifier)
        self.cursor = Qt.CursorShape.DragCopyCursor if self._copies else Qt.CursorShape.ClosedHandCursor
        scene.lift(self._ids, delta.x(), delta.y(), doubles=self._copies)
        self._into = None if self._copies else self._card_under(pointer)
        label = "+" if self._copies else self._stage.desk.words.t("merge") if self._into is not None else ""
        if label:
            scene.label_mark.show_at(pointer.scene + QPointF(16, 0) / self._stage.view.zoom, label, scene.ink)
        else:
            scene.label_mark.hide()

    def _leave(self, pointer: Pointer) -> bool:
        """Whether the cards are beside the map, over something that takes them; then no place on the map is meant."""
        viewport, scene = self._stage.view.viewport(), self._stage.scene
        before, self._outside = self._outside, None
        if not viewport.rect().contains(pointer.view.toPoint()):
            carried = Carried(viewport.mapToGlobal(pointer.view.toPoint()), self._ids, self._copies)
            self._stage.outlet.over.emit(carried)
            self._outside = carried if carried.taken else None
        if before is not None and self._outside is None:
            self._stage.outlet.gone.emit()
        self.scrolls = BOTH if self._outside is None else NEITHER
        if self._outside is not None:
            self._slot, self._allowed = None, False
            scene.slot_mark.hide()
            scene.mark_cells([], "selection")
        return self._outside is not None

    def _card_under(self, pointer: Pointer) -> CardBox | None:
        """Return the card that the carried ones would be merged into: with Alt, the one under the pointer."""
        view = self._stage.view
        if not pointer.modifiers & Qt.KeyboardModifier.AltModifier:
            return None
        if not view.viewport().rect().contains(pointer.view.toPoint()):
            return None
        hit = body_hit(self._arrangement, pointer.scene.x(), pointer.scene.y(), view.zoom)
        return None if hit.id in self._ids else self._arrangement.cards.get(hit.id)

    def _moved(self, project: Project) -> Project:
        return self._placed(project, self._ids)

    def _copier(self, made: list[str]) -> Callable[[Project], Project]:
        """Return the edit that puts copies there; it leaves their ids in `made`."""

        def edit(project: Project) -> Project:
            map_id = self._stage.desk.map_id
            clipping = copy_cards(project, map_id, self._ids)
            step, lane = clipping.columns[0], clipping.rows[0]
            project, made[:] = paste(project, map_id, clipping, new_ids=new_id, step=step, lane=lane)
            return self._placed(project, made)

        return edit

    def _placed(self, project: Project, ids: Collection[str]) -> Project:
        slot, map_id = self._slot, self._stage.desk.map_id
        if slot is None:
            return project
        if self._one_cell:
            return move_cards(project, map_id, ids, step=slot.step, lane=slot.lane, index=slot.index)
        return move_cards_by(project, map_id, ids, steps=self._by[0], lanes=self._by[1])

    def _aim_at_slot(self, slot: Slot) -> None:
        lane = self._arrangement.lane_of(slot.lane)
        self._allowed = lane is not None and all(box.table == lane.lane.holds for box in self._boxes)
        show_slot(self._stage, slot, fits=self._allowed)

    def _aim_by_shape(self, slot: Slot) -> None:
        columns = [column.step.id for column in self._arrangement.columns]
        rows = [box for box in self._arrangement.lanes if box.lane.holds == self._grabbed.table]
        row_ids = [box.lane.id for box in rows]
        steps = columns.index(slot.step) - columns.index(self._grabbed.step)
        lanes = row_ids.index(slot.lane) - row_ids.index(self._grabbed.lane) if slot.lane in row_ids else None
        targets = [self._target(box, columns, steps, lanes) for box in self._boxes]
        self._by = (steps, lanes or 0)
        self._allowed = lanes is not None and all(target is not None for target in targets)
        shown = list(dict.fromkeys(target for target in targets if target is not None))
        rects = [cell_rect(self._arrangement, *target) for target in shown]
        self._stage.scene.mark_cells(rects, self._style())

    def _target(self, box: CardBox, columns: list[str], steps: int, lanes: int | None) -> tuple[str, str] | None:
        rows: list[LaneBox] = [lane for lane in self._arrangement.lanes if lane.lane.holds == box.table]
        ids = [lane.lane.id for lane in rows]
        column, row = columns.index(box.step) + steps, ids.index(box.lane) + (lanes or 0)
        if 0 <= column < len(columns) and 0 <= row < len(ids):
            return columns[column], ids[row]
        return None

    def _style(self) -> str:
        return "selection" if self._allowed else "warning"
