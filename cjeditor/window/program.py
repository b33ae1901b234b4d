"""The running program: opens and closes windows, offers recovery, and deals with what nobody foresaw."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from cjeditor.catalogue.templates import BLANK, new_project
from cjeditor.model.fields import Language
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import FileRefused, Opened, open_file
from cjeditor.storage.paths import same_file, tidy
from cjeditor.storage.recovery import Snapshot
from cjeditor.storage.save import SaveFailed
from cjeditor.window.crash import CrashWatch
from cjeditor.window.crash_report import Report
from cjeditor.window.first_paint import FirstPaint
from cjeditor.window.handover import Handover
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_projects import with_a_map, with_defaults
from cjeditor.window.places import within
from cjeditor.window.recovering.flow import RecoveryFlow
from cjeditor.window.refurnishing import Refurnishing
from cjeditor.window.room import Room
from cjeditor.window.snapshots import Snapshots

if TYPE_CHECKING:
    # Not before something went wrong.
    from cjeditor.window.crash_dialog import CrashDialog

_log = logging.getLogger(__name__)

_OFFSET = 28
"""Pixels by which a further window stands beside the one it was opened from."""


class Program(QObject):
    """All windows together.

    Signals:
        ended(): the last window was closed.
    """

    ended = Signal()

    def __init__(self, house: House, snapshots: Snapshots, watch: CrashWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._snapshots = snapshots
        self._windows: list[MainWindow] = []
        self._crash: CrashDialog | None = None
        self._all_kept = True
        self._agreed: dict[MainWindow, Project] = {}
        self._asked: MainWindow | None = None
        self._left = RecoveryFlow(snapshots.recovery_of(new_id("sv")), snapshots, house, self._show_left, self)
        self._refurnishing = Refurnishing(house, self._furnish, self)
        watch.reported.connect(self.show_crash)

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """The open windows, oldest first."""
        return tuple(self._windows)

    def start(self, paths: Sequence[Path], first: MainWindow) -> None:
        """Furnish the first window, then show the files asked for, what can be recovered, or the templates.

        Args:
            paths: files to open.
            first: a window that stands already, empty.
        """
        found: Opened | None = None
        failures: list[FileRefused] = []
        rest = [tidy(path) for path in paths]
        path: Path | None = None
        while rest and found is None:
            path = rest.pop(0)
            try:
                found = open_file(path)
            except FileRefused as refused:
                failures.append(refused)
        if found is None:
            self._furnish(first, self._blank())
        else:
            self._furnish(first, with_a_map(found.project), path, found.fingerprint)
            self._own_up(first, path, found)
        for failure in failures:
            first.room.files.show_refused(failure)
        for path in rest:
            self._open(path, first)
        # Nobody should wait for a dialogue to see the map.
        FirstPaint(first.room.canvas.view.viewport()).seen.connect(self._greet)

    def open_window(self, project: Project, near: MainWindow | None = None) -> MainWindow:
        """Show `project` in a new window."""
        window = MainWindow(self._house)
        self._furnish(window, project)
        if near is not None:
            wanted = QRect(near.geometry().topLeft() + QPoint(_OFFSET, _OFFSET), near.size())
            window.setGeometry(within(wanted, window.screen().availableGeometry()))
        window.show()
        return window

    def quit(self) -> None:
        """Ask each window for its work, then close them all; a cancelled question leaves them as they are."""
        self._agreed.clear()
        self._ask_next()

    def end(self) -> None:
        """Finish the snapshots under way; called when the event loop has ended."""
        for window in self._windows:
            # A stack tells of its steps while it is being destroyed. Nobody hears that any more, and a snapshot that
            # was kept for the next start must not be cleared because of it.
            window.room.document.undo_stack.blockSignals(True)
            window.room.keeping.close()  # nobody has its file open any more
        self._snapshots.close()

    def keep_all(self) -> None:
        """Write snapshots of all unsaved work before returning; any thread may call this.

        One that cannot be written does not keep those of the other windows from being written.
        """
        self._all_kept = True
        for window in tuple(self._windows):
            try:
                window.room.snapshots.write_now()
            except SaveFailed:
                self._all_kept = False
                _log.exception("the work in one window could not be kept")

    def show_crash(self, report: Report) -> None:
        """Show the one dialogue about the unforeseen, or add to it."""
        if self._crash is not None:
            self._crash.add(report)
            return
        # Imported here: mostly nothing goes wrong.
        from cjeditor.window.crash_dialog import CrashDialog  # noqa: PLC0415

        dialog = CrashDialog(report, self._house.words, self._house.windows.active(), kept=self._all_kept)
        self._crash = dialog
        dialog.copy_wanted.connect(self._save_copy_after_crash)
        dialog.finished.connect(self._crash_seen)
        dialog.open()

    # --------------------------------------------------------------------------------------------------- windows
    def _blank(self) -> Project:
        language: Language = "de" if self._house.words.language == "de" else "en"
        made = new_project(BLANK, language=language, title="", new_id=new_id)
        return with_defaults(made, self._house.preferences.defaults)

    def _furnish(
        self,
        window: MainWindow,
        project: Project,
        path: Path | None = None,
        fingerprint: Fingerprint | None = None,
        before: Handover | None = None,
    ) -> None:
        room = Room(window, project, self._house, self._snapshots, path, fingerprint, before)
        room.files.made.connect(self._show_made)
        room.files.path_wanted.connect(self._open_wanted)
        room.settings.language_wanted.connect(self._refurnishing.speak)
        room.settings.size_wanted.connect(self._refurnishing.write_in)
        if before is None:
            self._windows.append(window)
            self._house.windows.add(window)
            window.closed.connect(self._window_closed)
            window.quit_wanted.connect(self.quit)

    def _show_made(self, project: Project) -> None:
        self._show(project, None, None, self._asking_window())

    def _open_wanted(self, path: Path) -> None:
        self._open(path, self._asking_window())

    def _open(self, path: Path, asker: MainWindow) -> None:
        """Show the file where it is open already, or in the asking window if nothing is in it, or in a new one."""
        for window in self._windows:
            if window.room.document.path is not None and same_file(window.room.document.path, path):
                self._house.windows.bring_forward(window)
                return
        found = asker.room.files.read(path)
        if found is not None:
            self._own_up(self._show(found.project, tidy(path), found.fingerprint, asker), tidy(path), found)

    def _own_up(self, window: MainWindow, path: Path | None, found: Opened) -> None:
        """Where damaged pictures were left out say so, and count the project as not saved: no file holds it so."""
        if path is not None and found.lost.pictures:
            files, project = window.room.files, window.room.document.project
            files.hold(project, path, found.fingerprint, clean=False)
            files.show_lost(path, found.lost)

    def _show(
        self,
        project: Project,
        path: Path | None,
        fingerprint: Fingerprint | None,
        asker: MainWindow,
        *,
        clean: bool = True,
    ) -> MainWindow:
        project = with_a_map(project)
        window = asker if asker.room.is_pristine() else self.open_window(project, asker)
        window.room.show_project(project, path, fingerprint, clean=clean)
        self._house.windows.bring_forward(window)
        return window

    def _asking_window(self) -> MainWindow:
        """Return the window whose flow sent the signal that is being dealt with."""
        sender = self.sender()
        return next((window for window in self._windows if window.room.files is sender), self._windows[-1])

    def _ask_next(self) -> None:
        """Ask the next window that has not agreed to go, the latest first; when all have, close them."""
        for window in reversed(self._windows):
            # What was changed after the answer is asked about again.
            if self._agreed.get(window) is not window.room.document.project:
                self._asked = window
                window.room.files.ask_to_let_go(self._agree)
                return
        for window in tuple(self._windows):
            window.room.close_now()

    def _agree(self) -> None:
        if self._asked in self._windows and self._asked is not None:
            self._agreed[self._asked] = self._asked.room.document.project
        # In its own turn, once the question is gone.
        QTimer.singleShot(0, self, self._ask_next)

    def _window_closed(self) -> None:
        sender = self.sender()
        if isinstance(sender, MainWindow):
            self._windows.remove(sender)
            self._house.windows.remove(sender)
        if not self._windows:
            self.ended.emit()

    # -------------------------------------------------------------------------------------------------- recovery
    def _greet(self) -> None:
        said = QApplication.activeModalWidget()
        if isinstance(said, QDialog):
            # What was refused at the start, or who has the file open, is to be read, not to be covered.
            said.finished.connect(self._offer_left, Qt.ConnectionType.QueuedConnection)
        elif self._windows and not self._left.offer(self._windows[0]) and self._windows[0].room.is_pristine():
            self._windows[0].room.files.new()

    def _offer_left(self) -> None:
        said = QApplication.activeModalWidget()
        if isinstance(said, QDialog):
            said.finished.connect(self._offer_left, Qt.ConnectionType.QueuedConnection)
        elif self._windows:
            self._left.offer(self._windows[0])

    def _show_left(self, project: Project, snapshot: Snapshot, asker: MainWindow) -> MainWindow:
        """Show what was left behind; where its file was opened and nothing done to it yet, in that window."""
        path = snapshot.path
        if path is not None:
            for window in self._windows:
                if _merely_shows(window, path):
                    window.room.show_project(project, path, snapshot.fingerprint, clean=False)
                    self._house.windows.bring_forward(window)
                    return window
        return self._show(project, path, snapshot.fingerprint, asker, clean=False)

    # ----------------------------------------------------------------------------------------------------- crash
    def _crash_seen(self) -> None:
        self._crash = None

    def _save_copy_after_crash(self) -> None:
        window = self._house.windows.active()
        if isinstance(window, MainWindow):
            window.room.saving.save_copy()


def _merely_shows(window: MainWindow, path: Path) -> bool:
    """Return whether that file is open in the window, and nothing was done to it yet."""
    document = window.room.document
    untouched = document.is_clean() and document.undo_stack.count() == 0
    return untouched and document.path is not None and same_file(document.path, path)
