"""The program's own records: a rotating log, one event a line, and a file for what kills the interpreter."""

from __future__ import annotations

import faulthandler
import json
import logging
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG_NAME = "cjeditor.log"
FATAL_NAME = "fatal.log"
LOG_SIZE = 500_000
"""Bytes of one log file; three former ones are kept."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


# Where the folder cannot be written to, and before it is open: Python would print what is recorded, traces and all.
logging.getLogger("cjeditor").addHandler(logging.NullHandler())


class JsonLines(logging.Formatter):
    """One JSON object a line: what a file name or title holds can neither start a line nor command a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        event = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "by": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            event["trace"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=True)


class Diary:
    """Keeps the records in one folder. `open` and `close` once each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: logging.Handler | None = None
        self._fatal: TextIO | None = None
        self._logger = logging.getLogger("cjeditor")

    def open(self) -> None:
        """Begin to write. Where the folder cannot be written to, the program goes on without records."""
        # Imported here: it loads sockets and pickling, which nobody should wait for before the first paint.
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.folder / LOG_NAME, maxBytes=LOG_SIZE, backupCount=3, encoding="utf-8", delay=True
            )
            self._fatal = (self.folder / FATAL_NAME).open("a", encoding="utf-8")
        except OSError:
            return
        self._handler.setFormatter(JsonLines())
        # A full disk is no reason to fill the terminal: what cannot be recorded is not recorded.
        logging.raiseExceptions = False
        self._logger.addHandler(self._handler)
        self._logger.setLevel(logging.INFO)
        faulthandler.enable(self._fatal)
        qInstallMessageHandler(self._qt_said)

    def close(self) -> None:
        """Stop writing and give Qt and the interpreter back what was theirs."""
        if self._handler is not None:
            qInstallMessageHandler(None)
            self._logger.removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        logging.getLogger("cjeditor.qt").log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
