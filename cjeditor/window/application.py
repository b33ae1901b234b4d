"""Starts the program: the Qt application, the person's settings, the records, the first window."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from cjeditor import __version__, texts
from cjeditor.storage import paths
from cjeditor.storage.recovery import Recovery
from cjeditor.window.appearance import Appearance
from cjeditor.window.collector import Collector
from cjeditor.window.crash import CrashWatch
from cjeditor.window.diary import Diary
from cjeditor.window.house import House
from cjeditor.window.icons import Icons
from cjeditor.window.preferences import Preferences
from cjeditor.window.program import Program
from cjeditor.window.snapshots import Snapshots
from cjeditor.window.system_signals import SystemSignals
from cjeditor.window.window_list import WindowList

PROGRAM_NAME = "cjeditor"
SETTINGS_NAME = "cjeditor.ini"


class Application(QObject):
    """Everything that lives as long as the program runs; made once, by `run`."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._qt = qt
        self._diary = Diary(paths.state_folder() / "log")
        self._diary.open()
        preferences = Preferences(paths.config_folder() / SETTINGS_NAME, self)
        words = texts.of(preferences.language)
        self._translator = _qt_words(words.language, self)
        if self._translator is not None:
            qt.installTranslator(self._translator)
        QLocale.setDefault(QLocale(words.language))
        self._snapshots = Snapshots(_recovery_of)
        self.house = House(
            preferences=preferences,
            appearance=Appearance(qt, preferences, self),
            words=words,
            icons=Icons(),
            windows=WindowList(self),
            snapshots=self._snapshots,
            log_folder=self._diary.folder,
            time=_time,
            today=_today,
        )
        self._watch = CrashWatch(self._keep_all, parent=self)
        self.program = Program(self.house, self._watch, self)
        self.program.ended.connect(self._leave)
        self._collector = Collector(self)
        self._signals = SystemSignals(self)
        self._signals.arrived.connect(self._end_by_system)
        qt.commitDataRequest.connect(self._keep_all)

    def start(self, files: Sequence[Path]) -> None:
        """Begin to watch and show the first window."""
        self._watch.install()
        self._signals.install()
        self.program.start(list(files))
        self._collector.start()

    def end(self) -> None:
        """Leave everything in order; called after the event loop."""
        self._collector.stop()
        self._signals.uninstall()
        self._snapshots.close()
        self._watch.uninstall()
        self.house.preferences.flush()
        self._diary.close()

    def _leave(self) -> None:
        # Not quit, which would ask the windows again.
        self._qt.exit(0)

    def _keep_all(self) -> None:
        self.program.keep_all()

    def _end_by_system(self) -> None:
        """The session ends or somebody sent a signal: no questions, but the work is kept."""
        self.program.keep_all()
        self._leave()


def run(files: Sequence[Path]) -> int:
    """Open the editor with these files and return the exit status once the last window is closed."""
    qt = QApplication([PROGRAM_NAME])
    qt.setApplicationName(PROGRAM_NAME)
    qt.setApplicationDisplayName("")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName(PROGRAM_NAME)
    # Closing is ours: a window that asks about its work, or a dialogue, must not end the program.
    qt.setQuitOnLastWindowClosed(False)
    application = Application(qt)
    application.start(files)
    status = qt.exec()
    application.end()
    return status


def _qt_words(language: str, parent: QObject) -> QTranslator | None:
    """Return Qt's own words (buttons, file dialogue, names of keys) in `language`, where Qt has them."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None


def _recovery_of(session: str) -> Recovery:
    return Recovery(paths.state_folder() / "recovery", session, _now)


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def _time() -> str:
    return _now().strftime("%H:%M")


def _today() -> str:
    return _now().date().isoformat()
