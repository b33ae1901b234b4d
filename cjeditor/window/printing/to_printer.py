"""From pages to a printer: asks which one, prints beside what people do, with progress and word of a failure."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QMessageBox, QProgressDialog, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import label, message_box
from cjeditor.window.printing.job import PrintJob, printer_for
from cjeditor.window.printing.pages import HandoutPages, chosen_pages


class ToPrinter(QObject):
    """Prints handouts for one window, one at a time."""

    def __init__(self, words: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._words = words
        self._window = window
        self._pages: HandoutPages | None = None
        self._printer: QPrinter | None = None
        self._job: PrintJob | None = None
        self._progress: QProgressDialog | None = None

    def ask(self, pages: HandoutPages) -> None:
        """Ask which printer, which pages and how many; then print."""
        if self._job is not None:
            return
        self._pages = pages
        self._printer = printer_for(pages)
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setObjectName("printer")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages.count)
        dialog.setFromTo(1, pages.count)
        dialog.accepted.connect(self._begin)
        # The stubs know only the way to open it that takes a slot.
        QDialog.open(dialog)

    def stop(self) -> None:
        """Give up what is being printed."""
        if self._job is not None:
            self._job.stop()
            self._over()

    def _begin(self, _printer: QPrinter) -> None:
        if self._pages is None or self._printer is None:
            return
        numbers = self._wanted(self._printer, self._pages.count)
        if not numbers:
            return
        job = PrintJob(self._pages, self._printer, numbers, self)
        self._job = job
        progress = QProgressDialog(self._window)
        progress.setObjectName("progress")
        progress.setWindowTitle("cjeditor")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        progress.setLabel(label(self._words.t("Printing…"), progress))
        progress.setRange(0, len(numbers))
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.canceled.connect(self.stop)
        self._progress = progress
        job.progressed.connect(self._show_progress)
        job.done.connect(self._done)
        job.start()

    def _wanted(self, printer: QPrinter, count: int) -> list[int]:
        """The numbers of the pages that were asked for."""
        if printer.printRange() != QPrinter.PrintRange.PageRange:
            return chosen_pages(count, ())
        ranges = [(one.from_, one.to) for one in printer.pageRanges().toRangeList()]
        return chosen_pages(count, ranges or [(printer.fromPage(), printer.toPage())])

    def _show_progress(self, printed: int, _count: int) -> None:
        if self._progress is not None:
            self._progress.setValue(printed)

    def _done(self, whole: bool) -> None:
        self._over()
        if not whole:
            box = message_box(
                self._window,
                icon=QMessageBox.Icon.Warning,
                text=self._words.t("The printer did not take the pages."),
                details=self._words.t("Look whether it is switched on and has paper, or choose another one."),
            )
            box.setObjectName("not_printed")
            box.open()

    def _over(self) -> None:
        self._job = None
        if self._progress is not None:
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
