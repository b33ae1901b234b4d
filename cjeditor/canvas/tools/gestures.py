"""Which gesture begins where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.tools.drag_emotion import DragEmotion
from cjeditor.canvas.tools.draw_link import DrawLink
from cjeditor.canvas.tools.move_cards import MoveCards
from cjeditor.canvas.tools.reorder_lanes import ReorderLanes
from cjeditor.canvas.tools.reorder_phases import ReorderPhases
from cjeditor.canvas.tools.reorder_steps import ReorderSteps
from cjeditor.canvas.tools.resize_lane import ResizeLane
from cjeditor.canvas.tools.resize_step import ResizeStep
from cjeditor.canvas.tools.rubber_band import RubberBand

if TYPE_CHECKING:
    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.tools.gesture import Gesture, Pointer, Stage


def gesture_for(stage: Stage, hit: Hit, pointer: Pointer) -> Gesture | None:
    """Return the gesture that a drag from here is, or None where a drag means nothing."""
    match hit.kind:
        case "card":
            return MoveCards(stage, hit.id, pointer)
        case "handle":
            return DrawLink(stage, hit.id)
        case "point":
            return DragEmotion(stage, hit.id, pointer)
        case "cell" | "chip" | "feeling" | "link" | "nothing":
            return RubberBand(stage, pointer)
        case "phase" | "phase-fold":
            return ReorderPhases(stage, hit.id)
        case "step":
            return ReorderSteps(stage, hit.id)
        case "lane" | "lane-fold":
            return ReorderLanes(stage, hit.id)
        case "step-edge":
            return ResizeStep(stage, hit.id)
        case "lane-edge":
            return ResizeLane(stage, hit.id)
