"""What a room gives to whatever moves into it: panes and features are made of this and of nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.problem import Problem
from cjeditor.window.action_set import ActionSet
from cjeditor.window.exports import Exports
from cjeditor.window.frame import Frame
from cjeditor.window.house import House
from cjeditor.window.maps.tabs import MapTabs
from cjeditor.window.panes import Panes
from cjeditor.window.snapshots import SnapshotKeeper
from cjeditor.window.workshop.timer import WorkshopTimer


@dataclass(frozen=True)
class Site:
    """A window with a project in it.

    Attributes:
        window: stands behind dialogues.
        place: what the canvas lies in.
        tabs: the maps of the project, below it.
        panes: those of the window.
        actions: those of the window.
        document: the project.
        snapshots: keep what is not saved, for a crash.
        canvas: shows one of its maps.
        timer: walks through its agenda.
        exports: write files beside the GUI thread.
        house: what the windows share.
        room: goes when the window is furnished anew; what lives as long as the project is on screen belongs to it.
        finish_editing: keeps what is being written anywhere; False when it was refused and stays open.
        show_refused: says why an edit was refused.
        show_hint: says something in the status bar.
        show_menu: shows what can be done with a thing: at which point of the screen, its kind, its id.
        show_map: shows another map, unless a text that is being written was refused.
        target: returns what handlers of the actions table are methods of, by its name.
    """

    window: Frame
    place: QWidget
    tabs: MapTabs
    panes: Panes
    actions: ActionSet
    document: Document
    snapshots: SnapshotKeeper
    canvas: MapCanvas
    timer: WorkshopTimer
    exports: Exports
    house: House
    room: QObject
    finish_editing: Callable[[], bool]
    show_refused: Callable[[Problem], None]
    show_hint: Callable[[str], None]
    show_menu: Callable[[QPoint, str, str], None]
    show_map: Callable[[str], None]
    target: Callable[[str], object]

    def map_id(self) -> str:
        """Return the map on screen."""
        return self.canvas.map_id

    def project_names(self) -> tuple[str, ...]:
        """Return by what the person's settings know the open project, the best first: its file, and a name of its own.

        The name of its own ends with the session.
        """
        path, own = self.document.path, self.snapshots.session()
        return (own,) if path is None else (str(path.absolute()), own)
