"""What lies in the panes of a window: made when a pane is shown first, anew for each room."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cjeditor.window.contents.content import Content
from cjeditor.window.first_paint import FirstPaint
from cjeditor.window.pane import Pane
from cjeditor.window.pane_plan import PANES
from cjeditor.window.site import Site

if TYPE_CHECKING:
    # Not before their panes are shown.
    from cjeditor.window.blocks.building_blocks import BuildingBlocks
    from cjeditor.window.comments.pane import Comments
    from cjeditor.window.guide.guide import Guide
    from cjeditor.window.outline.dock import Outline
    from cjeditor.window.properties.pane import Properties
    from cjeditor.window.voting.pane import Voting
    from cjeditor.window.workshop.agenda import Agenda
    from cjeditor.window.workshop.inbox import Inbox


class PaneContents(QObject):
    """Fills the panes of a window as people come to see them.

    Commands that may concern a pane are asked for here, whether it was ever shown or not.
    """

    def __init__(self, site: Site, kept: Mapping[str, object] | None = None) -> None:
        """Fill the panes that are seen already as soon as the map is, and all others once they are seen.

        Args:
            site: what the contents are made of; what its panes held before is freed.
            kept: what the contents of the room before went on with, by pane; taken up by `go_on`.
        """
        super().__init__(site.room)
        self._site = site
        self._made: dict[str, Content] = {}
        self._kept: dict[str, object] = dict(kept or {})
        self._waits = kept is not None
        for spec in PANES:
            site.panes[spec.id].wanted.connect(self._fill_wanted)
        if self._waits:
            self._fill_seen()
        else:
            # Nobody should wait for them to see the map.
            FirstPaint(site.canvas.view.viewport()).seen.connect(self._fill_seen)

    def __contains__(self, pane_id: str) -> bool:
        """Whether what fills this pane was made already."""
        return pane_id in self._made

    def fill(self, pane_id: str) -> QWidget:
        """Return what fills a pane; it is made now if it was not yet.

        Raises:
            KeyError: there is no such pane.
        """
        if pane_id not in self._made:
            pane = self._site.panes[pane_id]
            # Imported here: most panes are not shown when the program starts, and some never are.
            maker = import_module(f"{__package__}.contents.{pane_id}")
            made = self._made[pane_id] = cast(Content, maker.content_for(self._site))
            pane.fill(made.widget, line=made.line, take_focus=made.take_focus)
            made.show_map()
            if not self._waits:
                self._take_up(pane_id)
        return self._made[pane_id].widget

    def show_everything(self) -> None:
        """Show another project or map."""
        for each in self._made.values():
            each.show_map()

    def finish_editing(self) -> bool:
        """Keep what is being written; False when something was refused and stays open."""
        return all(each.finish_editing() for each in self._made.values())

    def kept(self) -> dict[str, object]:
        """Return what the contents of the next room go on with."""
        return self._kept | {pane_id: each.kept() for pane_id, each in self._made.items()}

    def go_on(self) -> None:
        """Go on where the contents of the room before were; once the panes have their size."""
        self._waits = False
        for pane_id in self._made:
            self._take_up(pane_id)

    def paste(self) -> None:
        """Paste where the focus is: into cells of a pane, else onto the map."""
        if not any(each.paste() for each in self._made.values()):
            self._site.canvas.clipboard.paste()

    def rename(self) -> None:
        """Write the text of what is chosen where the focus is: in a pane, else on the map."""
        if not any(each.rename() for each in self._made.values()):
            self._site.canvas.picking.rename()

    def find_block(self) -> None:
        """Go to the search of the building blocks."""
        self._site.panes.show_pane("blocks", True)

    def choose_plan(self) -> None:
        """Go to the agenda and offer the ready plans."""
        self._site.panes.show_pane("agenda", True)
        self.agenda.bar.offer_plans()

    @property
    def blocks(self) -> BuildingBlocks:
        """What can be put onto the map."""
        return cast("BuildingBlocks", self.fill("blocks"))

    @property
    def properties(self) -> Properties:
        """The fields of what is chosen."""
        return cast("Properties", self.fill("properties"))

    @property
    def outline(self) -> Outline:
        """The map as a tree or table."""
        return cast("Outline", self.fill("outline"))

    @property
    def guide(self) -> Guide:
        """What to find out about the phase."""
        return cast("Guide", self.fill("guide"))

    @property
    def agenda(self) -> Agenda:
        """The plan of the workshop."""
        return cast("Agenda", self.fill("agenda"))

    @property
    def inbox(self) -> Inbox:
        """What has no place on the map."""
        return cast("Inbox", self.fill("inbox"))

    @property
    def comments(self) -> Comments:
        """What people say about the map."""
        return cast("Comments", self.fill("comments"))

    @property
    def voting(self) -> Voting:
        """The rounds of voting."""
        return cast("Voting", self.fill("voting"))

    def _fill_seen(self) -> None:
        for spec in PANES:
            if self._site.panes[spec.id].is_on_top:
                self.fill(spec.id)

    def _fill_wanted(self) -> None:
        pane = self.sender()
        if isinstance(pane, Pane):
            self.fill(pane.spec.id)

    def _take_up(self, pane_id: str) -> None:
        if pane_id in self._kept:
            self._made[pane_id].go_on(self._kept.pop(pane_id))
