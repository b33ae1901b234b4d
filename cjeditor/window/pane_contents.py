"""What lies in the panes of a window: made anew for each room, from its document and the words of the house."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.window.blocks.building_blocks import BuildingBlocks
from cjeditor.window.blocks.own_flow import OwnBlockFlow
from cjeditor.window.comments.commands import CommentCommands
from cjeditor.window.comments.pane import Comments
from cjeditor.window.guide.guide import Guide
from cjeditor.window.house import House
from cjeditor.window.outline.dock import Outline
from cjeditor.window.panes import Panes
from cjeditor.window.pasting.flow import PastingFlow
from cjeditor.window.properties.pane import Properties
from cjeditor.window.voting.agenda_offer import VotingOffer
from cjeditor.window.voting.flow import VotingFlow
from cjeditor.window.voting.pane import Voting
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.commands import WorkshopCommands
from cjeditor.window.workshop.inbox import Inbox
from cjeditor.window.workshop.timer import WorkshopTimer


class PaneContents(QObject):
    """Fills the panes of a window and connects what is in them with the map.

    Signals:
        refused(Problem): an edit was refused.
        hint(str): a sentence for the status bar.
        context_menu_requested(QPoint, str, str): as the canvas asks for one.
    """

    refused = Signal(object)
    hint = Signal(str)
    context_menu_requested = Signal(QPoint, str, str)

    def __init__(
        self, document: Document, canvas: MapCanvas, timer: WorkshopTimer, house: House, panes: Panes, parent: QObject
    ) -> None:
        """Fill the panes.

        Args:
            document: the project.
            canvas: shows one of its maps.
            timer: walks through the agenda.
            house: what the windows share.
            panes: those of the window; what they held before is freed.
            parent: the room.
        """
        super().__init__(parent)
        self._canvas = canvas
        self._panes = panes
        self.own_blocks = OwnBlockFlow(document, canvas, house.own_blocks, house.words, self)
        self.blocks = BuildingBlocks(document, canvas, self.own_blocks, house)
        self.properties = Properties(
            document, self._map_id, canvas.selection, house.words, house.icons, house.appearance.theme
        )
        self.outline = Outline(document, canvas, house)
        self.guide = Guide(document, canvas, house)
        self.inbox = Inbox(document, canvas, house)
        self.comments = Comments(document, canvas, house)
        self.commenting = CommentCommands(canvas, panes, self.comments)
        self.workshop = WorkshopCommands(timer)
        self.agenda = Agenda(document, canvas, timer, self.workshop, house)
        self._furnish_voting(document, timer, house)
        self.pasting = PastingFlow(canvas, house.words, self)
        panes["blocks"].fill(self.blocks, take_focus=self.blocks.take_focus)
        panes["properties"].fill(self.properties, line=self.properties.heading, take_focus=self.properties.take_focus)
        panes["guide"].fill(self.guide, take_focus=self.guide.take_focus)
        panes["inbox"].fill(self.inbox, take_focus=self.inbox.take_focus)
        panes["comments"].fill(self.comments, take_focus=self.comments.take_focus)
        panes["agenda"].fill(self.agenda, take_focus=self.agenda.take_focus)
        panes["outline"].fill(self.outline)
        self.blocks.drag_begun.connect(canvas.begin_block_drag)
        self.blocks.chosen.connect(self.add_block)
        self.own_blocks.hint.connect(self.hint)
        self.pasting.hint.connect(self.hint)
        self.properties.left.connect(panes.go_home)
        self.properties.personas_wanted.connect(canvas.corner.edit_wanted)
        self.outline.refused.connect(self.refused)
        self.outline.hint.connect(self.hint)
        self.outline.context_menu_requested.connect(self.context_menu_requested)
        for pane in (self.guide, self.agenda, self.inbox):
            pane.refused.connect(self.refused)
            pane.hint.connect(self.hint)
        house.appearance.theme_changed.connect(self.guide.set_theme)
        house.appearance.theme_changed.connect(self.agenda.set_theme)
        house.appearance.theme_changed.connect(self.inbox.set_theme)
        house.appearance.theme_changed.connect(self.comments.set_theme)
        self.comments.refused.connect(self.refused)
        house.appearance.theme_changed.connect(self.properties.set_theme)

    def _furnish_voting(self, document: Document, timer: WorkshopTimer, house: House) -> None:
        self.voting_flow = flow = VotingFlow(document, self._canvas, timer, house, self._panes, self)
        self.board = flow.board
        self.voting = Voting(flow, self._canvas, house)
        self._voting_offer = VotingOffer(flow, self.agenda, timer, document, house)
        self._panes["voting"].fill(self.voting, take_focus=self.voting.take_focus)
        flow.refused.connect(self.refused)
        flow.hint.connect(self.hint)
        house.appearance.theme_changed.connect(self.voting.set_theme)

    def show_everything(self) -> None:
        """Show another project or map."""
        self.blocks.begin()
        self.properties.refresh_soon()
        self.guide.refresh_soon()
        self.agenda.refresh()
        self.inbox.refresh()
        self.comments.refresh()
        self.voting.refresh()

    def finish_editing(self) -> bool:
        """Keep what is being written; False when something was refused and stays open."""
        return self.outline.finish_editing()

    def add_block(self, block: Block) -> None:
        """Put a block onto the map where its focus is; where there is something to write, people go there."""
        self._canvas.add_block(block)

    def paste(self) -> None:
        """Paste where the focus is: into cells of the outline, else onto the map."""
        if not (self.outline.has_focus() and self.outline.page.paste()):
            self._canvas.clipboard.paste()

    def rename(self) -> None:
        """Write the text of what is chosen where the focus is: in the outline, else on the map."""
        if self.outline.has_focus():
            self.outline.page.edit()
        else:
            self._canvas.picking.rename()

    def find_block(self) -> None:
        """Go to the search of the building blocks."""
        self._panes.show_pane("blocks", True)

    def choose_plan(self) -> None:
        """Go to the agenda and offer the ready plans."""
        self._panes.show_pane("agenda", True)
        self.agenda.bar.offer_plans()

    def _map_id(self) -> str:
        return self._canvas.map_id
