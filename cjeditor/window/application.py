"""Starts the program: the Qt application, the person's settings, the records, the first window."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cjeditor import __version__, texts
from cjeditor.storage import paths
from cjeditor.window.appearance import Appearance
from cjeditor.window.collector import Collector
from cjeditor.window.crash import CrashWatch
from cjeditor.window.diary import Diary
from cjeditor.window.house import House
from cjeditor.window.icons import Icons
from cjeditor.window.main_window import MainWindow
from cjeditor.window.own_blocks import OwnBlocks
from cjeditor.window.preferences import Preferences
from cjeditor.window.system_signals import SystemSignals
from cjeditor.window.window_list import WindowList

if TYPE_CHECKING:
    # Not before the first paint.
    from cjeditor.window.program import Program

PATIENCE = 1_000
"""Milliseconds after which the program goes on where the first paint does not come: minimised, or without a screen."""

PROGRAM_NAME = "cjeditor"
SETTINGS_NAME = "cjeditor.ini"
BLOCKS_NAME = "blocks.json"


class Application(QObject):
    """Everything that lives as long as the program runs; made once, by `run`."""

    def __init__(self, qt: QApplication, language: str = "") -> None:
        """Make it.

        Args:
            qt: Qt's own.
            language: of the windows, for this time; empty for the one that the person has chosen.
        """
        super().__init__(qt)
        self._qt = qt
        self._diary = Diary(paths.state_folder() / "log")
        preferences = Preferences(paths.config_folder() / SETTINGS_NAME, self)
        self.house = House(
            preferences=preferences,
            appearance=Appearance(qt, preferences, self),
            words=texts.of(language or preferences.language),
            icons=Icons(),
            windows=WindowList(self),
            log_folder=self._diary.folder,
            now=_now,
            own_blocks=OwnBlocks(paths.config_folder() / BLOCKS_NAME, self),
        )
        self.house.speak(self.house.words)
        self._watch = CrashWatch(self._keep_all, parent=self)
        # Held only until the program has it: a closed window is to be freed.
        self._first: MainWindow | None = None
        self._files: tuple[Path, ...] = ()
        self._program: Program | None = None
        self._furnishing = QTimer(self)
        self._furnishing.setSingleShot(True)
        self._furnishing.setInterval(PATIENCE)
        self._furnishing.timeout.connect(self.furnish)
        self._collector = Collector(self)
        self._signals = SystemSignals(self)
        self._signals.arrived.connect(self._end_by_system)
        qt.commitDataRequest.connect(self._keep_all)

    def start(self, files: Sequence[Path]) -> None:
        """Begin to watch and show the frame of the first window; the rest follows its first paint."""
        self._files = tuple(files)
        self._collector.wait()
        self._watch.install()
        self._signals.install()
        self._first = first = MainWindow(self.house)
        first.painted.connect(self._furnish_soon)
        first.closed.connect(self._first_closed)
        first.show()
        self._furnishing.start()

    def furnish(self) -> Program:
        """Return the running program; brings it in and opens the files if that was not done yet."""
        self._furnishing.stop()
        if self._program is None:
            # Imported here: model, canvas and storage take longer than the first paint, which needs none of them.
            from cjeditor.window.furnishing import program_of  # noqa: PLC0415

            self._diary.open()
            self._program = program_of(self.house, self._watch, self)
            self._program.ended.connect(self._leave)
            first, self._first = self._first, None
            self._program.start(self._files, first or MainWindow(self.house))
            self._collector.start()
        return self._program

    def end(self) -> None:
        """Leave everything in order; called after the event loop."""
        self._furnishing.stop()
        self._collector.stop()
        self._signals.uninstall()
        if self._program is not None:
            self._program.end()
        self._watch.uninstall()
        _free_clipboard()
        self.house.qt_words.be_silent()
        self.house.preferences.flush()
        self._diary.close()

    def _furnish_soon(self) -> None:
        # In its own turn: what was painted must reach the screen first.
        if self._furnishing.isActive():
            self._furnishing.start(0)

    def _first_closed(self) -> None:
        if self._program is None:
            self._furnishing.stop()
            self._first = None
            self._leave()

    def _leave(self) -> None:
        # Not quit, which would ask the windows again.
        self._qt.exit(0)

    def _keep_all(self) -> None:
        if self._program is not None:
            self._program.keep_all()

    def _end_by_system(self) -> None:
        """The session ends or somebody sent a signal: no questions, but the work is kept."""
        self._keep_all()
        self._leave()


def run(files: Sequence[Path], language: str = "") -> int:
    """Open the editor and return the exit status once the last window is closed.

    Args:
        files: opened in it.
        language: of the windows, for this time; empty for the one that the person has chosen.
    """
    qt = QApplication([PROGRAM_NAME])
    qt.setApplicationName(PROGRAM_NAME)
    qt.setApplicationDisplayName("")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName(PROGRAM_NAME)
    # Closing is ours: a window that asks about its work, or a dialogue, must not end the program.
    qt.setQuitOnLastWindowClosed(False)
    application = Application(qt, language)
    application.start(files)
    status = qt.exec()
    application.end()
    return status


def _free_clipboard() -> None:
    """Take our own things off a clipboard that dies with the process: it would free them after Python, and crash.

    On real screens the clipboard belongs to the system, which keeps what was copied.
    """
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        QGuiApplication.clipboard().clear()


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
