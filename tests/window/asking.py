"""What tests of windows ask for."""

from __future__ import annotations

from cjeditor.model.edits import maps
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow


def rename(window: MainWindow, title: str) -> None:
    """Make one step of work: give the map on screen another title."""
    map_id = window.room.map_id()

    def edit(project: Project) -> Project:
        return maps.set_map(project, map_id, title=title)

    window.room.document.apply("Rename map", edit)


def ask(window: MainWindow, row_id: str) -> None:
    """Ask for a row of the actions table."""
    window.actions_of_window[row_id].trigger()
