"""What outlives a room when its window is furnished anew: the document as it stands, and where people look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from cjeditor.analysis.finding import Sought
    from cjeditor.canvas.looks import Look as MapLook
    from cjeditor.canvas.map_canvas import MapCanvas
    from cjeditor.canvas.selection import Kind, Spot
    from cjeditor.document import Document
    from cjeditor.storage.fingerprint import Fingerprint
    from cjeditor.window.guide.bookmark import Bookmark
    from cjeditor.window.pane_contents import PaneContents
    from cjeditor.window.properties.pane import Drafts
    from cjeditor.window.room_view.flow import RoomLook
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
class PaneLook:
    """What people see in the panes beside the map and have not told the preferences.

    Attributes:
        search: what is searched for among the building blocks.
        blocks: how far their list is scrolled, 0.0 to 1.0.
        guide: how far the guide is scrolled, alike.
        folded: the rows of the outline's tree that are folded, by the ids of their records.
    """

    search: str
    blocks: float
    guide: float
    folded: frozenset[str]

    @classmethod
    def at(cls, contents: PaneContents) -> PaneLook:
        """Return how the panes are seen now."""
        blocks, guide = contents.blocks, contents.guide
        return cls(blocks.search.text(), _share(blocks.tree), _share(guide.pages), contents.outline.folded)

    def bring_back(self, contents: PaneContents) -> None:
        """Show the same; once the panes have their size."""
        blocks, guide = contents.blocks, contents.guide
        blocks.search.setText(self.search)
        blocks.refresh()
        guide.refresh()
        contents.outline.fold(self.folded)
        blocks.tree.doItemsLayout()
        _scroll_to(blocks.tree, self.blocks)
        _scroll_to(guide.pages, self.guide)


def _share(area: QAbstractScrollArea) -> float:
    bar = area.verticalScrollBar()
    return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0


def _scroll_to(area: QAbstractScrollArea, share: float) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


@dataclass(frozen=True)
class Handover:
    """Given from one room to the next one in the same window.

    Attributes:
        document: the project with its file and all its undo steps, which stay worded as they were.
        snapshots: goes on without a gap.
        timer: where the workshop's clock stands.
        fingerprint: the project's file as it was last read or written.
        declined: size and time of a file changed by somebody else that was asked about already.
        saved_at: the time of day of the last save, for the status bar.
        drafts: what was typed into the properties and refused.
        bookmark: what was begun in the guide.
        look: where people look.
        panes: what they see beside the map.
        room_view: what the room sees; None where that is not open.
    """

    document: Document
    snapshots: SnapshotKeeper
    timer: TimerState
    fingerprint: Fingerprint | None
    declined: tuple[int, int] | None
    saved_at: str
    drafts: Drafts
    bookmark: Bookmark
    look: Look
    panes: PaneLook
    room_view: RoomLook | None
