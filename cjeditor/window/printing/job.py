"""Pages onto a printer: one in each turn of the event loop, so that the window goes on answering."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from cjeditor.window.printing.pages import HandoutPages

RESOLUTION = 300
"""Dots an inch in which places are counted: letters and shapes stay as sharp as the printer is."""


def printer_for(pages: HandoutPages) -> QPrinter:
    """Return a printer that is set up for the first of these pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    printer.setFullPage(True)
    printer.setCreator("cjeditor")
    _set_paper(printer, *pages.size(1))
    return printer


class PrintJob(QObject):
    """Prints pages once. On the paper that it was set up with each page comes in its own size, on other paper it fits.

    Signals:
        progressed(int, int): so many pages of so many are printed.
        done(bool): whether all are; False where the printer did not take them.
    """

    progressed = Signal(int, int)
    done = Signal(bool)

    def __init__(self, pages: HandoutPages, printer: QPrinter, numbers: Sequence[int], parent: QObject) -> None:
        """Prepare to print the pages of these numbers, counted from 1."""
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._numbers = numbers
        self._printed = 0
        self._own_paper = _same(printer.pageLayout().pageSize(), _paper(*pages.size(1)))
        self._painter = QPainter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin."""
        self._prepare(self._numbers[0])
        if self._painter.begin(self._printer):
            self._timer.start(0)
        else:
            self.done.emit(False)

    def stop(self) -> None:
        """Print nothing more, and take back what can be."""
        self._timer.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _step(self) -> None:
        number = self._numbers[self._printed]
        if self._printed:
            self._prepare(number)
            if not self._printer.newPage():
                self.stop()
                self.done.emit(False)
                return
        area = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._pages.paint(number, self._painter, QRectF(0, 0, area.width(), area.height()))
        self._printed += 1
        self.progressed.emit(self._printed, len(self._numbers))
        if self._printed == len(self._numbers):
            self._timer.stop()
            self.done.emit(self._painter.end())

    def _prepare(self, number: int) -> None:
        """Let the next sheet lie as the page does; only paper that somebody chose stays as large as it is."""
        width, height = self._pages.size(number)
        if self._own_paper:
            _set_paper(self._printer, width, height)
        else:
            self._printer.setPageOrientation(_side(width, height))


def _set_paper(printer: QPrinter, width: float, height: float) -> None:
    printer.setPageSize(_paper(width, height))
    printer.setPageOrientation(_side(width, height))


def _paper(width: float, height: float) -> QPageSize:
    """The paper of a page in points: one that has a name where it is as large."""
    return QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)


def _side(width: float, height: float) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait


def _same(one: QPageSize, other: QPageSize) -> bool:
    first, second = one.sizePoints(), other.sizePoints()
    return abs(first.width() - second.width()) <= 1 and abs(first.height() - second.height()) <= 1
