"""The real program with a mistake of ours at every place where one can be made; a process of its own.

Called with a project file; prints as JSON what became of each mistake.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QDeadlineTimer,
    QEvent,
    QModelIndex,
    QObject,
    QRunnable,
    QThread,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QListView, QWidget

from cjeditor.storage import paths
from cjeditor.window.application import Application
from cjeditor.window.crash_dialog import CrashDialog
from cjeditor.window.diary import LOG_NAME

TITLE = "Käufer Müller zahlt nicht"
"""What the mistakes say: a text of the person's."""

PATIENCE = 20_000
"""Milliseconds after which what should come is missing."""


class Sender(QObject):
    """Has a signal whose slot fails."""

    sent = Signal()

    def fail(self) -> None:
        """Fail as a slot."""
        raise RuntimeError(TITLE)


class Receiver(QWidget):
    """Fails in an event handler and in a paint call."""

    def event(self, event: QEvent) -> bool:
        """Fail for one kind of event."""
        if event.type() == QEvent.Type.User:
            raise RuntimeError(TITLE)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fail with every repaint."""
        raise RuntimeError(TITLE)


class Filter(QObject):
    """Fails in an event filter."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fail for one kind of event."""
        if event.type() == QEvent.Type.User:
            raise RuntimeError(TITLE)
        return super().eventFilter(watched, event)


class Model(QAbstractListModel):
    """Fails when it is asked for a value."""

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """One row."""
        return 1

    def data(self, index: QModelIndex, role: int = 0) -> object:
        """Fail."""
        raise RuntimeError(TITLE)


class Thread(QThread):
    """Fails as a thread of Qt."""

    def run(self) -> None:
        """Fail."""
        raise RuntimeError(TITLE)


class Runnable(QRunnable):
    """Fails in the thread pool."""

    def run(self) -> None:
        """Fail."""
        raise RuntimeError(TITLE)


class Dying(QObject):
    """Fails while it is being freed."""

    def __del__(self) -> None:
        raise RuntimeError(TITLE)


def fail_in_timer() -> None:
    """Fail as what a timer calls."""
    raise RuntimeError(TITLE)


def fail_in_thread() -> None:
    """Fail as a thread of Python."""
    raise RuntimeError(TITLE)


class Mistakes:
    """Makes one mistake for each place; what it made lives on, as it would in the program."""

    def __init__(self) -> None:
        self.made: list[object] = []

    def slot(self) -> None:
        """In a slot."""
        sender = Sender()
        sender.sent.connect(sender.fail)
        self.made.append(sender)
        QTimer.singleShot(0, sender.sent.emit)

    def event(self) -> None:
        """In an event handler."""
        receiver = Receiver()
        self.made.append(receiver)
        QApplication.postEvent(receiver, QEvent(QEvent.Type.User))

    def paint(self) -> None:
        """In a paint call."""
        receiver = Receiver()
        self.made.append(receiver)
        QTimer.singleShot(0, receiver.show)

    def event_filter(self) -> None:
        """In an event filter."""
        watching, watched = Filter(), QObject()
        self.made.extend((watching, watched))
        watched.installEventFilter(watching)
        QApplication.postEvent(watched, QEvent(QEvent.Type.User))

    def model(self) -> None:
        """In what a view asks of its model."""
        view = QListView()
        model = Model(view)
        self.made.extend((view, model))
        view.setModel(model)
        QTimer.singleShot(0, view.show)

    def timer(self) -> None:
        """In what a timer calls."""
        QTimer.singleShot(0, fail_in_timer)

    def thread(self) -> None:
        """In a thread of Python."""
        failing = threading.Thread(target=fail_in_thread)
        failing.start()
        failing.join()

    def qt_thread(self) -> None:
        """In a thread of Qt."""
        failing = Thread()
        self.made.append(failing)
        failing.start()
        failing.wait()

    def pool(self) -> None:
        """In the thread pool."""
        QThreadPool.globalInstance().start(Runnable())

    def freed(self) -> None:
        """While an object is being freed."""
        Dying()

    def hide(self) -> None:
        """Let nothing fail any more."""
        for one in self.made:
            if isinstance(one, QWidget):
                one.hide()


def main(file: Path) -> None:
    """Make each mistake and see what becomes of it."""
    application = Application(QApplication(["cjeditor"]))
    application.start([file])
    (window,) = application.furnish().windows
    settle()
    window.room.canvas.phases.add()
    mistakes = Mistakes()
    makers = (
        mistakes.slot,
        mistakes.event,
        mistakes.paint,
        mistakes.event_filter,
        mistakes.model,
        mistakes.timer,
        mistakes.thread,
        mistakes.qt_thread,
        mistakes.pool,
        mistakes.freed,
    )
    told = [outcome(make, mistakes) for make in makers]
    alive = window.isVisible() and window.room.document.undo_stack.canUndo()
    log = (paths.state_folder() / "log" / LOG_NAME).read_text(encoding="utf-8")
    events = [json.loads(line)["event"] for line in log.splitlines()]
    print(json.dumps({"told": told, "alive": alive, "logged": events.count("unforeseen")}))  # noqa: T201  the answer
    sys.stdout.flush()
    window.room.document.undo_stack.setClean()
    window.close()
    application.end()


def outcome(make: Callable[[], None], mistakes: Mistakes) -> str:
    """Make a mistake and tell what became of it."""
    for header in paths.state_folder().rglob("header.json"):
        header.unlink()
    make()
    dialog = crash_dialog()
    snapshot = bool(list(paths.state_folder().rglob("header.json")))
    told = f"{make.__name__}: {'kept' if snapshot else 'not kept'}, {'told' if dialog else 'not told'}"
    mistakes.hide()
    if dialog is not None:
        if TITLE in dialog.report_text() or "RuntimeError" not in dialog.report_text():
            told += f", not plain: {dialog.report_text()}"
        dialog.accept()
        settle()
    return told


def crash_dialog() -> CrashDialog | None:
    """Return the dialogue about the unforeseen; waits for it."""
    deadline = QDeadlineTimer(PATIENCE)
    while not deadline.hasExpired():
        QApplication.processEvents()
        for one in QApplication.topLevelWidgets():
            if isinstance(one, CrashDialog) and one.isVisible():
                return one
    return None


def settle() -> None:
    """Let happen what is due."""
    for _ in range(20):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and not isinstance(one, CrashDialog):
            one.reject()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(Path(sys.argv[1]))
