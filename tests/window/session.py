"""A whole session of the real program, by itself: a process that can be watched.

Called with a folder; opens a sample, edits, saves, exports, shows the room view and everything that can be looked at,
and quits by the menu. Prints as JSON what was written and what Python was heard to do with sockets.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HEARD: list[str] = []
"""Events of the interpreter that lead to the network, with what they are about."""

_LEADS_OUT = ("socket.", "urllib.", "http.client", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.", "ssl.")


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Take note of an event of the interpreter; this cannot be taken back."""
    if event.startswith(_LEADS_OUT):
        HEARD.append(f"{event} {arguments[1:]!r}")


# Before anything of ours, and before anything that ours would load.
sys.addaudithook(hear)

from PySide6.QtCore import QDeadlineTimer, QEvent, QTimer  # noqa: E402  see above
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget  # noqa: E402  see above

from cjeditor.window import application as program  # noqa: E402  see above
from cjeditor.window.main_window import MainWindow  # noqa: E402  see above
from cjeditor.window.pane_plan import PANES  # noqa: E402  see above
from tests.window.own_sample import own_sample  # noqa: E402  see above

PATIENCE = 30_000
"""Milliseconds after which what should come is missing."""

LOOKED_AT = ("file.history", "edit.palette", "edit.settings", "help.open", "help.shortcuts", "help.about")
"""Dialogues and windows that a session opens, besides those with a step of their own."""


class Missing(Exception):
    """What was waited for did not come."""


def session(folder: Path) -> dict[str, Any]:
    """Do what people do in an afternoon."""
    window = wait(first_window)
    window.room.canvas.phases.add()
    window.room.canvas.picking.select_all()
    window.actions_of_window["edit.copy"].trigger()
    window.actions_of_window["edit.paste"].trigger()
    window.actions_of_window["edit.undo"].trigger()
    for pane in PANES:
        window.panes.show_pane(pane.id, True)
        settle()
    window.actions_of_window["file.save_as"].trigger()
    choose(folder / "saved.cjmap")
    wait((folder / "saved.cjmap").is_file)
    window.actions_of_window["file.picture"].trigger()
    choose(folder / "map.svg")
    acknowledge("written")
    window.actions_of_window["file.handout"].trigger()
    dialog: Any = wait(lambda: opened(QDialog, "handout"))
    dialog.file.setText(str(folder / "handout.pdf"))
    dialog.confirm()
    acknowledge("written")
    window.actions_of_window["view.room"].trigger()
    settle()
    window.actions_of_window["room.on"].trigger()
    settle()
    window.actions_of_window["view.room"].trigger()
    for row in LOOKED_AT:
        window.actions_of_window[row].trigger()
        settle()
        close_others(window)
    window.actions_of_window["file.save"].trigger()
    settle()
    window.actions_of_window["file.quit"].trigger()
    return {"written": sorted(entry.name for entry in folder.iterdir() if entry.is_file())}


def first_window() -> MainWindow | None:
    """Return the window once the program is furnished."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    ready = found and found[0].isVisible() and found[0].actions_of_window["file.save"].isEnabled()
    return found[0] if ready else None


def opened(kind: type[QWidget], name: str) -> QWidget | None:
    """Return an open dialogue."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, kind) and one.isVisible() and one.objectName() == name:
            return one
    return None


def choose(path: Path) -> None:
    """Answer a file dialogue."""

    def shown() -> QFileDialog | None:
        return next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()), None
        )

    dialog = wait(shown)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


def acknowledge(name: str) -> None:
    """Close a message."""
    box: Any = wait(lambda: opened(QMessageBox, name))
    box.close()
    settle()


def close_others(window: MainWindow) -> None:
    """Close everything but the window."""
    for one in QApplication.topLevelWidgets():
        if one is not window and one.isVisible() and one.isWindow():
            one.close()
    settle()


def wait(ready: Callable[[], Any]) -> Any:
    """Let the program go on until something is there."""
    deadline = QDeadlineTimer(PATIENCE)
    while not deadline.hasExpired():
        QApplication.processEvents()
        found = ready()
        if found:
            return found
    raise Missing(ready.__qualname__)


def settle() -> None:
    """Let happen what is due."""
    for _ in range(20):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main(folder: Path) -> None:
    """Run the program as its front door does, and the session within its event loop."""
    told: dict[str, Any] = {}
    sample = own_sample(folder)

    def begin() -> None:
        try:
            told.update(session(folder))
        except BaseException as error:  # noqa: BLE001  told to whoever watches, instead of hanging
            told["failed"] = repr(error)
            QApplication.exit(3)

    class Used(program.Application):
        """The program, with somebody at it."""

        def start(self, files: Sequence[Path]) -> None:
            super().start(files)
            QTimer.singleShot(1, begin)

    program.Application = Used  # type: ignore[misc]  # for this process
    status = program.run([sample])
    print(json.dumps({**told, "status": status, "heard": HEARD}))  # noqa: T201  the answer


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(Path(sys.argv[1]))
