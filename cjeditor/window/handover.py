"""What outlives a room when its window is furnished anew: the document as it stands, and where people look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from cjeditor.canvas.map_canvas import MapCanvas
    from cjeditor.canvas.selection import Kind, Spot
    from cjeditor.document import Document
    from cjeditor.storage.fingerprint import Fingerprint
    from cjeditor.window.guide.bookmark import Bookmark
    from cjeditor.window.properties.pane import Drafts
    from cjeditor.window.snapshots import SnapshotKeeper


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
    """

    map_id: str
    kind: Kind
    ids: frozenset[str]
    focus: Spot | None
    zoom: float
    corner: QPointF

    @classmethod
    def at(cls, canvas: MapCanvas) -> Look:
        """Return how `canvas` is looked at."""
        chosen, view = canvas.selection, canvas.view
        view.sharpen()
        corner = view.scene_point(QPointF(0, 0))
        return cls(canvas.map_id, chosen.kind, chosen.ids, chosen.focus, view.zoom, corner)

    def choose_on(self, canvas: MapCanvas) -> None:
        """Choose the same things on `canvas`, which shows the same map."""
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
        fingerprint: the project's file as it was last read or written.
        declined: size and time of a file changed by somebody else that was asked about already.
        saved_at: the time of day of the last save, for the status bar.
        drafts: what was typed into the properties and refused.
        bookmark: what was begun in the guide.
        look: where people look.
    """

    document: Document
    snapshots: SnapshotKeeper
    fingerprint: Fingerprint | None
    declined: tuple[int, int] | None
    saved_at: str
    drafts: Drafts
    bookmark: Bookmark
    look: Look
