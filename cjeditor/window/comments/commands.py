"""What menus, keys and marks on the map do with comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.panes import Panes

if TYPE_CHECKING:
    # Not before somebody comes to see comments.
    from cjeditor.window.comments.pane import Comments


class CommentCommands(QObject):
    """Brings the pane forward where somebody wants to read or write a comment."""

    def __init__(self, canvas: MapCanvas, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._panes = panes
        canvas.remarks_wanted.connect(self.read)

    def write(self) -> None:
        """Write a comment on what is chosen: the focused card, a phase, a step, a lane, else the map."""
        if self._canvas.finish_editing():
            self._panes.show_pane("comments", True)

    def read(self, about: str) -> None:
        """Show the comments on this."""
        if self._canvas.finish_editing():
            self._panes.show_pane("comments", True)
            pane = cast("Comments", self._panes["comments"].content)
            pane.show_about(about)
            pane.list.setFocus()
