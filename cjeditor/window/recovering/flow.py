"""Left work at the start of the program: found, claimed, read beside the GUI thread, restored or discarded."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjeditor.canvas.background import Background
from cjeditor.model.project import Project
from cjeditor.storage.load import FileRefused
from cjeditor.storage.recovery import Recovery, Snapshot
from cjeditor.storage.save import SaveFailed
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.snapshots import Snapshots

if TYPE_CHECKING:
    # Not before there is something to show.
    from cjeditor.window.recovering.dialog import RecoveryDialog
    from cjeditor.window.recovering.seen import Seen

Show = Callable[[Project, Snapshot, MainWindow], MainWindow]


class RecoveryFlow(QObject):
    """Offers what crashes left behind, to one start of the program at a time."""

    def __init__(self, recovery: Recovery, snapshots: Snapshots, house: House, show: Show, parent: QObject) -> None:
        """Make it.

        Args:
            recovery: looks at what others left behind and writes nothing of its own.
            snapshots: reads and compares beside the GUI thread.
            house: what windows share.
            show: shows a project that was left behind, as not saved, and returns its window.
            parent: owner.
        """
        super().__init__(parent)
        self._recovery = recovery
        self._snapshots = snapshots
        self._house = house
        self._show = show
        self._dialog: RecoveryDialog | None = None
        self._window: MainWindow | None = None
        self._background = Background(self, submit=snapshots.aside)
        self._background.done.connect(self._show_seen)

    def offer(self, window: MainWindow) -> bool:
        """Show what was left behind, in front of `window`; False where there is nothing."""
        left = [snapshot for snapshot in self._recovery.found() if self._recovery.claim(snapshot)]
        if not left:
            return False
        # Imported here: mostly nothing is left behind.
        from cjeditor.window.recovering.dialog import RecoveryDialog  # noqa: PLC0415

        self._window = window
        self._dialog = dialog = RecoveryDialog(left, self._house.words, self._house.appearance.theme, window)
        dialog.look_wanted.connect(self._look)
        dialog.restore_wanted.connect(self._restore)
        dialog.discard_wanted.connect(self._discard)
        dialog.finished.connect(self._finish)
        dialog.begin()
        return True

    def _look(self, snapshot: Snapshot) -> None:
        recovery, words = self._recovery, self._house.words

        def job() -> Seen:
            from cjeditor.window.recovering.seen import seen  # noqa: PLC0415  as above

            return seen(recovery, snapshot, words)

        self._background.begin(snapshot, job)

    def _show_seen(self, _snapshot: Snapshot, future: Future[Seen]) -> None:
        if self._dialog is not None:
            self._dialog.show_seen(future.result())

    def _restore(self, snapshot: Snapshot) -> None:
        """Open what was left behind; it is removed only once this session has a snapshot of its own."""
        if self._window is None:
            return
        try:
            project = self._recovery.load(snapshot)
        except FileRefused as refused:
            self._window.room.files.show_refused(refused)
            return
        window = self._show(project, snapshot, self._window)
        try:
            window.room.snapshots.write_now()
        except SaveFailed as failed:
            window.room.show_refused(failed.problem)
            return
        self._recovery.discard(snapshot)
        history, key, before = self._snapshots.history, window.room.keeping.versions.key(), snapshot.folder.name

        def adopt() -> None:
            history.adopt(key, before)  # versions that were named before there was a file

        self._snapshots.aside(adopt)

    def _discard(self, snapshot: Snapshot) -> None:
        self._recovery.discard(snapshot)

    def _finish(self) -> None:
        """What is still there may be offered by another start."""
        self._dialog = self._window = None
        self._recovery.let_go()
