"""What one window does so that no work is lost: versions, merging with what others wrote, and knowing of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.ids import new_id
from cjeditor.model.problem import Problem
from cjeditor.window.file_flows import FileFlows
from cjeditor.window.history.flow import HistoryFlow
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.house import House
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.reconciling.flow import MergeFlow
from cjeditor.window.saving import Saving
from cjeditor.window.sharing.sharing import Sharing
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from cjeditor.wording import what


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
        keeper: SnapshotKeeper,
        finish_editing: Callable[[], bool],
        house: House,
        window: QMainWindow,
    ) -> None:
        """Make it.

        Args:
            document: the project.
            canvas: shows one of its maps.
            saving: writes it.
            files: open others.
            snapshots: writes beside the GUI thread.
            keeper: keeps the snapshot of this project; its session's name is that of no other open project.
            finish_editing: keeps what is being written; False where that was refused.
            house: what windows share.
            window: stands behind dialogues.
        """
        super().__init__(window)
        self._document = document
        self._words = house.words
        self._canvas = canvas
        self._files = files
        self._keeper = keeper
        self.versions = VersionKeeper(document, saving.in_file, snapshots, keeper.session, self)
        self.history = HistoryFlow(self.versions, document, self._map_id, finish_editing, house, window)
        self._merging = MergeFlow(document, saving, files, self.versions, house.words, window)
        self.sharing = Sharing(document, saving, snapshots, canvas.is_writing, house, window)
        saving.replacing.connect(self.versions.keep_found)
        saving.saved.connect(self.versions.keep_saved)
        saving.copied.connect(self.versions.say_failures)
        self.versions.failing.connect(self._say_version_failed)
        files.held.connect(self._begin_session)
        self.history.copy_wanted.connect(files.made)
        self.sharing.copy_wanted.connect(self._work_on_copy)
        self.warning = label(house.words.t("No copy for after a crash"), window)
        self.warning.setObjectName("no_snapshots")
        self.warning.setWordWrap(False)
        self.warning.hide()
        window.statusBar().addPermanentWidget(self.warning)
        keeper.failing.connect(self._say_failing)
        self._show_failing(keeper.problem)
        saving.conflict.hint.connect(self.hint)
        for part in (self.history, self._merging):
            part.refused.connect(self.refused)
            part.hint.connect(self.hint)

    def close(self) -> None:
        """The window goes, or is furnished anew."""
        self.sharing.close()

    def _say_failing(self, problem: Problem | None) -> None:
        """Tell once that snapshots fail, and go on showing it in a few words until they work again."""
        self._show_failing(problem)
        if problem is not None:
            self.hint.emit(self.warning.accessibleDescription())

    def _show_failing(self, problem: Problem | None) -> None:
        self.warning.setVisible(problem is not None)
        if problem is not None:
            text = self._words.t(
                "Unsaved work cannot be kept for after a crash; save often. {reason}.",
                reason=what(problem, self._words),
            )
            self.warning.setToolTip(tooltip_text(text))
            self.warning.setAccessibleDescription(text)

    def _say_version_failed(self, problem: Problem) -> None:
        """The file is written; what was in it before is in no list of earlier versions."""
        self.hint.emit(
            self._words.t("Saved, but no earlier version could be kept: {reason}.", reason=what(problem, self._words))
        )

    def _begin_session(self) -> None:
        """Another project has nothing to do with the snapshot and the named versions of the former one."""
        self._keeper.begin_anew(new_id("sv"))

    def _map_id(self) -> str:
        return self._canvas.map_id

    def _work_on_copy(self) -> None:
        """Go on with the same project, which belongs to no file any more."""
        self._files.hold(self._document.project, None, None, clean=False)
