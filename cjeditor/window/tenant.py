"""What a window offers of the room in it. The room knows its window; the window knows this much and no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # Not before the first paint: a room needs the model, the canvas and the rest of the house.
    from cjeditor.canvas.map_canvas import MapCanvas
    from cjeditor.document import Document
    from cjeditor.model.problem import Problem
    from cjeditor.model.project import Project
    from cjeditor.storage.fingerprint import Fingerprint
    from cjeditor.window.exports import Exports
    from cjeditor.window.file_flows import FileFlows
    from cjeditor.window.handover import Handover
    from cjeditor.window.help_flow import HelpFlow
    from cjeditor.window.keeping import Keeping
    from cjeditor.window.pane_contents import PaneContents
    from cjeditor.window.recent_menu import RecentMenu
    from cjeditor.window.saving import Saving
    from cjeditor.window.settings.flow import SettingsFlow
    from cjeditor.window.snapshots import SnapshotKeeper
    from cjeditor.window.workshop.timer import WorkshopTimer


class Tenant(Protocol):
    """A project in a window, and all that is done with it."""

    document: Document
    canvas: MapCanvas
    saving: Saving
    files: FileFlows
    exports: Exports
    snapshots: SnapshotKeeper
    keeping: Keeping
    recent: RecentMenu
    contents: PaneContents
    timer: WorkshopTimer

    @property
    def settings(self) -> SettingsFlow:
        """What opens the settings."""

    @property
    def help(self) -> HelpFlow:
        """What opens the help."""

    def target(self, name: str) -> object:
        """Return what handlers of the actions table are methods of; KeyError for an unknown name."""

    def map_id(self) -> str:
        """Return the map on screen."""

    def is_pristine(self) -> bool:
        """Return whether nothing would be missed if another project took this one's place."""

    def show_project(
        self, project: Project, path: Path | None, fingerprint: Fingerprint | None, *, clean: bool = True
    ) -> None:
        """Show another project in this window."""

    def show_refused(self, problem: Problem) -> None:
        """Say why an edit was refused."""

    def finish_editing(self) -> bool:
        """Keep what is being written anywhere; False when the text was refused and the field stays open."""

    def hand_over(self) -> Handover:
        """Return what the next room in this window goes on with; this one is of no use any more."""

    def let_go(self) -> bool:
        """Return whether the window may close now; where work would be lost, ask, and close it after the answer."""

    def close_now(self) -> None:
        """Close the window without a question: the person has answered it."""
