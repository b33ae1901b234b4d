"""Makes the running program: all that the first paint does not need."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cjeditor.storage import paths
from cjeditor.storage.history import History
from cjeditor.storage.recovery import Recovery
from cjeditor.window.crash import CrashWatch
from cjeditor.window.house import House
from cjeditor.window.program import Program
from cjeditor.window.snapshots import Snapshots


def program_of(house: House, watch: CrashWatch, parent: QObject) -> Program:
    """Return the program that lives in `house`, with snapshots and earlier versions in the person's own folders."""

    def recovery_of(session: str) -> Recovery:
        return Recovery(paths.state_folder() / "recovery", session, house.now)

    history = History(paths.data_folder() / "history", house.now)
    return Program(house, Snapshots(recovery_of, history), watch, parent)
