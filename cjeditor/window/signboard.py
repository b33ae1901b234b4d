"""What a window says of its project in title and status bar: name, saved or not, counts, zoom, legend."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue import terms
from cjeditor.document import Document
from cjeditor.model.lookup import map_of
from cjeditor.texts import Texts
from cjeditor.window.plain import title_text
from cjeditor.window.status_bar import EVIDENCE, MapStatus


class Signboard(QObject):
    """Keeps title and status bar in step with the project.

    Attributes:
        saved_at: the time of day of the last save; empty before.
    """

    def __init__(
        self,
        document: Document,
        canvas: MapCanvas,
        name: Callable[[], str],
        words: Texts,
        window: QMainWindow,
        status: MapStatus,
        parent: QObject,
    ) -> None:
        """Begin to follow.

        Args:
            document: the project.
            canvas: shows one of its maps.
            name: tells what the project is called.
            words: the language of the window.
            window: has the title.
            status: the status bar.
            parent: the room.
        """
        super().__init__(parent)
        self.saved_at = ""
        self._document = document
        self._canvas = canvas
        self._name = name
        self._window = window
        self._status = status
        status.legend.show_names([terms.evidence(kind, words) for kind in EVIDENCE])
        document.changed.connect(self._take_change)
        document.changed.connect(status.clearMessage)  # what it said is no longer so
        document.path_changed.connect(self._show_title)
        document.undo_stack.cleanChanged.connect(self._show_saved)
        canvas.zoom_changed.connect(status.show_zoom)

    def show_everything(self) -> None:
        """Say what is so of another project or map."""
        self._status.show_counts(map_of(self._document.project, self._canvas.map_id))
        self._status.show_zoom(self._canvas.view.zoom)
        self._show_title()
        self._show_saved()

    def note_saved(self, time: str) -> None:
        """Say that the project was saved at this time of day; empty for never."""
        self.saved_at = time
        self._show_saved()

    def _take_change(self) -> None:
        project = self._document.project
        if any(one.id == self._canvas.map_id for one in project.maps):
            self._status.show_counts(map_of(project, self._canvas.map_id))
        if self._document.path is None:
            self._show_title()

    def _show_title(self) -> None:
        self._window.setWindowTitle(f"{title_text(self._name())}[*] – cjeditor")
        self._window.setWindowFilePath(str(self._document.path or ""))
        self._window.setWindowModified(not self._document.is_clean())

    def _show_saved(self) -> None:
        clean = self._document.is_clean()
        self._window.setWindowModified(not clean)
        self._status.show_saved(self.saved_at, changed=not clean)
