"""Forks processes that edit, save and write snapshots by the program's own parts until somebody kills them.

Reads orders from its input, one a line: `work LABEL FOLDER HOURS SEED` starts a process and answers `LABEL pid NUMBER`;
`reap NUMBER` answers `ended NUMBER` when that process is gone. A working process tells `LABEL ready COUNT` once it has
brought back what its forerunner left, then `LABEL snapshot COUNT` and `LABEL saved COUNT` when that has been done for
the edit of this number, and `LABEL trouble …` when something went wrong that should not.
"""

from __future__ import annotations

import datetime
import os
import random
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from cjeditor import texts
from cjeditor.document import Document
from cjeditor.model.edits import cards, maps
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.history import History
from cjeditor.storage.load import open_file
from cjeditor.storage.recovery import Recovery, Snapshot
from cjeditor.window.appearance import Appearance
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.house import House
from cjeditor.window.icons import Icons
from cjeditor.window.own_blocks import OwnBlocks
from cjeditor.window.preferences import Preferences
from cjeditor.window.saving import Saving
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from cjeditor.window.window_list import WindowList
from tests.builders import big_project
from tests.storage.saving_process import next_line, say

UNTITLED = "untitled"
"""The label of a process whose project never gets a file."""


def count_of(project: Project | None) -> int:
    """The number of the edit that led to this state; 0 for none."""
    words = project.title.split() if project is not None else []
    return int(words[1]) if len(words) > 1 else 0


def file_of(label: str, folder: Path) -> Path | None:
    """The project file of the process with this label."""
    return None if label == UNTITLED else folder / f"{label}.cjmap"


class TellingRecovery(Recovery):
    """Tells of each snapshot once it is there."""

    label = ""

    def write(self, project: Project, path: Path | None, fingerprint: Fingerprint | None = None) -> None:
        """Write it, then tell."""
        super().write(project, path, fingerprint)
        say(f"{self.label} snapshot {count_of(project)}")


class Work(QObject):
    """A person who never rests, with the parts of a window that keep the work."""

    def __init__(self, label: str, folder: Path, hours: int, seed: int, qt: QApplication) -> None:
        super().__init__()
        self._label, self._chance = label, random.Random(seed)  # noqa: S311  no secrets here
        self._hours = datetime.timedelta(hours=hours)
        self._folder, self._file = folder, file_of(label, folder)
        house = self._house(qt)
        self._window = QMainWindow()
        self.snapshots = Snapshots(self._recovery_of, History(folder / "history", self._now))
        self._looker = self._recovery_of(f"looker-{label}-{seed}")
        project, path, fingerprint, left = self._begin()
        self._document = Document(project, path)
        self._document.undo_stack.resetClean()
        self._saving = Saving(self._document, house, self._window, _yes)
        self._saving.begin_with(path, fingerprint)
        session = f"{label}-{seed}"
        self._keeper = SnapshotKeeper(
            self._document, self._saving.fingerprint, self.snapshots, session, self._window, delay=5
        )
        self._versions = VersionKeeper(
            self._document, self._saving.in_file, self.snapshots, self._keeper.session, self._window
        )
        self._saving.replacing.connect(self._versions.keep_found)
        self._saving.saved.connect(self._versions.keep_saved)
        self._count = count_of(project)
        if left:
            self._keeper.write_now()  # as the program does: the old one goes once there is one of this session
        for snapshot in left:
            self._looker.discard(snapshot)
        say(f"{label} ready {self._count}")
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._work)
        self._timer.start()

    def _begin(self) -> tuple[Project, Path | None, Fingerprint | None, list[Snapshot]]:
        """What a person would go on with: the snapshot, if it is newer than the file."""
        file, left = self._file, [one for one in self._looker.found() if one.title.startswith(f"{self._label} ")]
        saved = open_file(file) if file is not None and file.exists() else None
        newest, project = None, None
        for one in left:
            found = self._looker.load(one)
            if count_of(found) > count_of(project):
                newest, project = one, found
        if newest is not None and project is not None and count_of(project) > count_of(saved and saved.project):
            if newest.fingerprint is not None and (file is None or not newest.fingerprint.matches(file)):
                say(f"{self._label} trouble: the snapshot is newer than the file and knows another one")
            return project, newest.path, newest.fingerprint, left
        if saved is not None:
            return saved.project, file, saved.fingerprint, left
        return project or maps.set_project(big_project(60), title=f"{self._label} 0"), None, None, left

    def _work(self) -> None:
        chance = self._chance.random()
        if chance < 0.1:
            self._document.undo_stack.undo()
        self._count += 1
        self._document.apply("Edit", self._edit)
        if self._file is not None and chance > 0.9:
            self._save(self._file)
        elif chance > 0.88:
            self._versions.keep_named(f"Named {self._count}")

    def _edit(self, project: Project) -> Project:
        first = project.maps[0]
        touchpoint = self._chance.choice(first.touchpoints)
        if self._chance.random() < 0.2 and len(first.touchpoints) > 40:
            project = cards.delete_cards(project, first.id, [touchpoint.id])
        else:
            title = "Text " * self._chance.randrange(1, 30)
            project = cards.set_touchpoint(project, first.id, [touchpoint.id], title=title.strip())
        return maps.set_project(project, title=f"{self._label} {self._count}")

    def _save(self, file: Path) -> None:
        if self._document.path is None:
            self._saving._save_chosen(file)
        else:
            self._saving.save()
        say(f"{self._label} {'saved' if self._document.is_clean() else 'trouble: not saved'} {self._count}")

    def _recovery_of(self, session: str) -> Recovery:
        made = TellingRecovery(self._folder / "recovery", session, self._now)
        made.label = self._label
        return made

    def _now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC) + self._hours

    def _house(self, qt: QApplication) -> House:
        config = self._folder / f"config-{self._label}"
        preferences = Preferences(config / "cjeditor.ini")
        return House(
            preferences=preferences,
            appearance=Appearance(qt, preferences),
            words=texts.of("en"),
            icons=Icons(),
            windows=WindowList(),
            log_folder=config,
            now=self._now,
            own_blocks=OwnBlocks(config / "blocks.json"),
        )


def _yes() -> bool:
    return True


def work(label: str, folder: str, hours: str, seed: str) -> NoReturn:
    """Work until somebody kills this process."""
    say(f"{label} pid {os.getpid()}")
    try:
        qt = QApplication(["work"])
        kept = Work(label, Path(folder), int(hours), int(seed), qt)
        qt.exec()
        say(f"{label} trouble: ended by itself {kept}")
    except BaseException as error:  # noqa: BLE001  whatever it is, the test is to know
        say(f"{label} trouble: {error!r}")
    os._exit(1)


def main() -> None:
    """Serve until the input ends."""
    while order := next_line().split():
        if order[0] == "work":
            if os.fork() == 0:
                work(*order[1:])
        else:
            os.waitpid(int(order[1]), 0)
            say(f"ended {order[1]}")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
