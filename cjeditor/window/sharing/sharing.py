"""What one window does so that two people do not work on one file without knowing of each other."""

from __future__ import annotations

import getpass
import os
import platform
from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from cjeditor.canvas.background import Background
from cjeditor.document import Document
from cjeditor.storage.open_mark import REFRESH, Held, Holder, OpenMark
from cjeditor.window.house import House
from cjeditor.window.plain import message_box
from cjeditor.window.saving import Saving
from cjeditor.window.sharing.watch import DiskWatch
from cjeditor.window.snapshots import Snapshots
from cjeditor.wording import plain

PAUSE = 2_000
"""Milliseconds until somebody who is writing is looked at again."""


class Sharing(QObject):
    """Leaves a mark beside the open file, says whose is there already, and hears when the file changes.

    Signals:
        copy_wanted(): the person would rather work on a copy.
    """

    copy_wanted = Signal()

    def __init__(
        self,
        document: Document,
        saving: Saving,
        snapshots: Snapshots,
        writing: Callable[[], bool],
        house: House,
        window: QWidget,
        *,
        pause: int = PAUSE,
    ) -> None:
        """Make it.

        Args:
            document: the project; its file is followed.
            saving: looks at the disk and asks.
            snapshots: does what may take long, on a disk far away, beside the GUI thread.
            writing: whether somebody is writing a text just now.
            house: what windows share.
            window: stands behind the question; it belongs to it.
            pause: milliseconds until somebody who is writing is looked at again.
        """
        super().__init__(window)
        self._document = document
        self._saving = saving
        self._snapshots = snapshots
        self._writing = writing
        self._house = house
        self._words = house.words
        self._window = window
        self._mark: OpenMark | None = None
        self._background = Background(self, submit=snapshots.aside)
        self._background.done.connect(self._note_taken)
        self._watch = DiskWatch(self)
        self._watch.changed.connect(self._look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(round(REFRESH * 1_000))
        self._timer.timeout.connect(self._refresh)
        document.path_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Follow the document to its file; whether somebody else has it open is found out beside the GUI thread."""
        self._let_go()
        path = self._document.path
        self._watch.watch(path)
        if path is None:
            return
        holder = Holder(_user(), platform.node(), os.getpid(), self._house.now())
        self._mark = OpenMark(path, holder)
        self._timer.start()
        self._background.begin(self._mark, self._mark.take)

    def close(self) -> None:
        """The window goes: nobody has the file open here any more."""
        self._let_go()
        self._watch.watch(None)

    def _look(self) -> None:
        """Say at once what happened to the file; ask when people are back, or have written their text."""
        if self._window.isActiveWindow() and not self._writing():
            self._saving.conflict.look_at_disk()
            return
        self._saving.conflict.look_quietly()
        if self._window.isActiveWindow():
            self._pause.start()  # who comes back is asked by the window

    def _let_go(self) -> None:
        self._timer.stop()
        self._pause.stop()
        if self._mark is not None:
            self._snapshots.aside(self._mark.release)
            self._mark = None

    def _note_taken(self, mark: OpenMark, future: Future[Held | None]) -> None:
        held = future.result()
        if held is not None and mark is self._mark:
            self._say(held)

    def _refresh(self) -> None:
        if self._mark is not None:
            self._snapshots.aside(self._mark.refresh)

    def _say(self, held: Held) -> None:
        words, holder = self._words, held.holder
        when = holder.since.astimezone()
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Information,
            text=words.t("“{name}” is open elsewhere.", name=plain(self._saving.name())),
            details=words.t(
                "{user} has it open on {machine} since {day}, {time}. You can go on: when both have changed it, "
                "saving asks and puts the changes of both together.",
                user=plain(holder.user) or "?",
                machine=plain(holder.host) or "?",
                day=words.day(when.date().isoformat()),
                time=f"{when:%H:%M}",
            ),
        )
        box.setObjectName("open_elsewhere")
        go_on = QPushButton(words.t("Go on"), box)
        box.addButton(go_on, QMessageBox.ButtonRole.AcceptRole)
        copy = QPushButton(words.t("Work on a copy"), box)
        box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_wanted)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.open()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such entry in the system's lists
        return ""
