"""What one window does so that no work is lost: versions, merging with what others wrote, and knowing of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.window.file_flows import FileFlows
from cjeditor.window.history.flow import HistoryFlow
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.house import House
from cjeditor.window.reconciling.flow import MergeFlow
from cjeditor.window.saving import Saving
from cjeditor.window.sharing.sharing import Sharing
from cjeditor.window.snapshots import Snapshots


class Keeping(QObject):
    """Puts the parts together; the flows that save and open know nothing of them.

    Signals:
        refused(Problem): something could not be kept, brought back or merged.
        hint(str): a sentence for the status bar.
    """

    refused = Signal(object)
    hint = Signal(str)

    def __init__(
        self,
        document: Document,
        canvas: MapCanvas,
        saving: Saving,
        files: FileFlows,
        snapshots: Snapshots,
        session: str,
        finish_editing: Callable[[], bool],
        house: House,
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            document: the project.
            canvas: shows one of its maps.
            saving: writes it.
            files: open others.
            snapshots: writes beside the GUI thread.
            session: a name that no other open project has.
            finish_editing: keeps what is being written; False where that was refused.
            house: what windows share.
            window: stands behind dialogues.
        """
        super().__init__(window)
        self._document = document
        self._canvas = canvas
        self._files = files
        self.versions = VersionKeeper(document, saving.fingerprint, snapshots, session, self)
        self.history = HistoryFlow(self.versions, document, self._map_id, finish_editing, house, window)
        self._merging = MergeFlow(document, saving, files, self.versions, house.words, window)
        self.sharing = Sharing(document, saving, snapshots, canvas.is_writing, house, window)
        saving.writing.connect(self.versions.keep_found)
        saving.saved.connect(self.versions.keep_saved)
        self.history.copy_wanted.connect(files.made)
        self.sharing.copy_wanted.connect(self._work_on_copy)
        for part in (self.history, self._merging):
            part.refused.connect(self.refused)
            part.hint.connect(self.hint)

    def close(self) -> None:
        """The window goes, or is furnished anew."""
        self.sharing.close()

    def _map_id(self) -> str:
        return self._canvas.map_id

    def _work_on_copy(self) -> None:
        """Go on with the same project, which belongs to no file any more."""
        self._files.hold(self._document.project, None, None, clean=False)
