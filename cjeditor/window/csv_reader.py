"""Reads a CSV file: a small one at once, a large one beside the thread of the windows, with progress and a way out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from cjeditor.canvas.background import Background
from cjeditor.interchange.csv_rows import GoOn, Stopped, to_the_end
from cjeditor.interchange.problems import ImportRefused
from cjeditor.texts import Texts
from cjeditor.window.plain import label, shortened
from cjeditor.window.waiting import waiting

LARGE = 500_000
"""Bytes from which a file is read aside: half as many take a tenth of a second."""
_TELL = 100
"""Milliseconds between two looks at how far it is."""


class _Pace:
    """How far one reading is, and whether it is still wanted; written by one thread and read by the other."""

    def __init__(self) -> None:
        self.share = 0.0
        self.stopped = False

    def go_on(self, share: float) -> bool:
        """Note how far it is; say whether it goes on."""
        self.share = share
        return not self.stopped


class CsvReader(QWidget):
    """A line that is seen while a large file is being read.

    Signals:
        read(object): what the work gave.
        refused(Problem): why there is nothing.
        busy_changed(bool): whether something is being read now.
    """

    read = Signal(object)
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._pace = _Pace()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._telling = QTimer(self)
        self._telling.setInterval(_TELL)
        self._telling.timeout.connect(self._tell)
        self.setObjectName("csv_reader")
        self._says = label("", self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(words.t("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.stop_button = QPushButton(words.t("Stop reading"), self)
        self.stop_button.setObjectName("csv_stop")
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._says, 2)
        row.addWidget(self.bar, 3)
        row.addWidget(self.stop_button)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._background.is_busy()

    def begin(self, path: Path, work: Callable[[GoOn], object]) -> None:
        """Do `work`, which reads the file; what is being read is given up."""
        self.stop()
        if _size(path) < LARGE:
            self._at_once(work)
            return
        self._pace = _Pace()
        self._says.setText(self._words.t("Reading {file} …", file=shortened(path.name)))
        self.bar.setValue(0)
        self.show()
        self._background.begin(id(self._pace), partial(work, self._pace.go_on))
        self._telling.start()
        self.busy_changed.emit(True)

    def stop(self) -> None:
        """Read nothing more; nobody hears of it."""
        self._pace.stopped = True
        if self.busy:
            self._background.forget()
            self._rest()

    def _at_once(self, work: Callable[[GoOn], object]) -> None:
        try:
            with waiting():
                found = work(to_the_end)
        except ImportRefused as refused:
            self.refused.emit(refused.problem)
            return
        self.read.emit(found)

    def _take(self, _key: int, future: Future[object]) -> None:
        self._rest()
        try:
            found = future.result()
        except ImportRefused as refused:
            self.refused.emit(refused.problem)
        except Stopped:
            return
        else:
            self.read.emit(found)

    def _rest(self) -> None:
        self._telling.stop()
        self.hide()
        self.busy_changed.emit(False)

    def _tell(self) -> None:
        self.bar.setValue(round(100 * self._pace.share))


def _size(path: Path) -> int:
    """The bytes of a file; of one that cannot be asked none: whoever reads it will say why."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
