"""What menus, keys and marks on the map do with comments."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.comments.pane import Comments
from cjeditor.window.panes import Panes


class CommentCommands(QObject):
    """Brings the pane forward where somebody wants to read or write a comment."""

    def __init__(self, canvas: MapCanvas, panes: Panes, pane: Comments) -> None:
        super().__init__(pane)
        self._canvas = canvas
        self._panes = panes
        self._pane = pane
        canvas.remarks_wanted.connect(self.read)
        pane.left.connect(panes.go_home)

    def write(self) -> None:
        """Write a comment on what is chosen: the focused card, a phase, a step, a lane, else the map."""
        if self._canvas.finish_editing():
            self._panes.show_pane("comments", True)

    def read(self, about: str) -> None:
        """Show the comments on this."""
        if self._canvas.finish_editing():
            self._panes.show_pane("comments", True)
            self._pane.show_about(about)
            self._pane.list.setFocus()
