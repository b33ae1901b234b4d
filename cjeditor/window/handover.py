"""What outlives a room when its window is furnished anew: the document as it stands, and where people look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from cjeditor.analysis.finding import Sought
    from cjeditor.canvas.looks import Look as MapLook
    from cjeditor.canvas.map_canvas import MapCanvas
    from cjeditor.canvas.selection import Kind, Spot
    from cjeditor.document import Document
    from cjeditor.window.in_file import FileMemory
    from cjeditor.window.snapshots import SnapshotKeeper
    from cjeditor.window.workshop.timer import TimerState


@dataclass(frozen=True)
class Look:
    """Where people look and what they have chosen.

    Attributes:
        map_id: the map on screen.
        kind: of what kind the chosen things are.
        ids: the chosen things.
        focus: where the keys act.
        zoom: 1.0 is 100 %.
        corner: the point of the map at the top left.
        others: how the maps behind the other tabs were looked at, by their ids.
        sought: what is looked for, if anything.
        order: whether the order of the touchpoints is shown.
    """

    map_id: str
    kind: Kind
    ids: frozenset[str]
    focus: Spot | None
    zoom: float
    corner: QPointF
    others: dict[str, MapLook]
    sought: Sought | None
    order: bool

    @classmethod
    def at(cls, canvas: MapCanvas) -> Look:
        """Return how `canvas` is looked at."""
        chosen, view = canvas.selection, canvas.view
        view.sharpen()
        corner = view.scene_point(QPointF(0, 0))
        others, sought = canvas.looks.kept(), canvas.finding.sought
        order = canvas.order_shown
        return cls(canvas.map_id, chosen.kind, chosen.ids, chosen.focus, view.zoom, corner, others, sought, order)

    def choose_on(self, canvas: MapCanvas) -> None:
        """Choose the same things on `canvas`, which shows the same map, and know how the other maps were seen."""
        canvas.looks.take(self.others)
        canvas.finding.seek(self.sought)
        canvas.show_order(self.order)
        canvas.selection.choose(self.kind, self.ids, self.focus)

    def bring_back(self, canvas: MapCanvas) -> None:
        """Look at the same place; once `canvas` has its size."""
        canvas.view.show_from(self.zoom, self.corner)


@dataclass(frozen=True)
class Handover:
    """Given from one room to the next one in the same window.

    Attributes:
        document: the project with its file and all its undo steps, which stay worded as they were.
        snapshots: goes on without a gap.
        timer: where the workshop's clock stands.
        memory: what is known to lie in the project's file.
        saved_at: the time of day of the last save, for the status bar.
        look: where people look.
        panes: what they see and have begun beside the map, by pane; what was never shown is not among them.
        features: what features have open or begun, by their names.
    """

    document: Document
    snapshots: SnapshotKeeper
    timer: TimerState
    memory: FileMemory
    saved_at: str
    look: Look
    panes: Mapping[str, object]
    features: Mapping[str, object]
