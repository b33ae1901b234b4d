"""The preview of a handout: its pages, and below them where one is, how many there are, and how large they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cjeditor.canvas.announcing import announce
from cjeditor.export.options import HandoutOptions
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.handout.page_number import PageNumber
from cjeditor.window.handout.preview_view import PreviewView
from cjeditor.window.handout.preview_work import PreviewWork
from cjeditor.window.icons import Icons
from cjeditor.window.key_button import KeyButton, icon_button

if TYPE_CHECKING:
    # Not before there is something to show.
    from cjeditor.export.preview import Preview

_MOST_PAGES = 99_999
BAR_STYLE = """
    QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; }
    QToolButton:hover:enabled { border-color: palette(mid); }
    QToolButton:focus { border: 1px solid palette(highlight); }
"""
"""How the buttons in the bar look, for the style sheet of the dialogue around it."""


class PreviewPane(QWidget):
    """Shows what is chosen as soon as nothing else is chosen for a moment.

    Signals:
        laid_out(Preview): the pages are these now.
    """

    laid_out = Signal(object)

    def __init__(self, project: Project, map_id: str, words: Texts, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._icons = icons
        self._chapters: tuple[str, ...] = ()
        self.work = PreviewWork(project, map_id, self)
        self.view = PreviewView(words, self)
        self.number = PageNumber(self)
        self.number.setObjectName("page_number")
        self.number.setAccessibleName(words.t("Page"))
        self.number.setKeyboardTracking(False)
        self.number.setRange(1, 1)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setButtonSymbols(PageNumber.ButtonSymbols.NoButtons)
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("00000") + 16)
        self._count = QLabel(self)
        self._count.setObjectName("page_count")
        self._zoom = QLabel(self)
        self._zoom.setObjectName("zoom")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("0000 %"))
        self.previous = self._button("previous_page", "caret-up", words.t("Previous page"))
        self.next = self._button("next_page", "caret-down", words.t("Next page"))
        self.smaller = self._button("smaller", "magnifying-glass-minus", words.t("Zoom out"))
        self.larger = self._button("larger", "magnifying-glass-plus", words.t("Zoom in"))
        self.fit = self._button("fit", "frame-corners", words.t("Whole page"))
        self._lay_out()
        self._connect()

    def show_handout(self, options: HandoutOptions, *, at_once: bool = False) -> None:
        """Show the handout that these options ask for; no pages where they ask for no part."""
        if options.parts:
            self.work.renew(options, at_once=at_once)
        else:
            self._show_nothing()

    def stop(self) -> None:
        """Make nothing more."""
        self.work.stop()

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        made = icon_button(self._icons, name, icon, tip, self)
        made.setAutoRaise(True)
        return made

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for widget in (self.previous, self.next, self.number, self._count):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self.smaller, self._zoom, self.larger, self.fit):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addLayout(bar)

    def _connect(self) -> None:
        view, work = self.view, self.work
        view.pages_wanted.connect(work.want)
        view.page_changed.connect(self._show_place)
        view.zoom_changed.connect(self._show_zoom)
        work.begun.connect(self._show_busy)
        work.laid_out.connect(self._take)
        work.rendered.connect(view.show_page)
        work.failed.connect(self._show_failure)
        self.number.valueChanged.connect(view.go_to)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.fit.clicked.connect(view.fit)

    def _go_back(self) -> None:
        self.view.go_to(self.view.page - 1)

    def _go_on(self) -> None:
        self.view.go_to(self.view.page + 1)

    def _show_nothing(self) -> None:
        self.work.stop()
        self._chapters = ()
        self.view.show_pages((), ())
        self._count.setText(self._words.t("no pages"))
        for button in (self.previous, self.next):
            button.setEnabled(False)

    def _show_busy(self) -> None:
        self._count.setText(self._words.t("being made…"))

    def _show_failure(self) -> None:
        self._count.setText(self._words.t("no preview"))

    def _take(self, preview: Preview) -> None:
        self._chapters = preview.chapters
        with QSignalBlocker(self.number):
            self.number.setRange(1, min(preview.count, _MOST_PAGES))
        self.view.show_pages([preview.size(number) for number in range(1, preview.count + 1)], preview.chapters)
        count = self._words.tn("of {n} page", "of {n} pages", preview.count)
        self._count.setText(count)
        self._show_place(self.view.page)
        announce(self, count)
        self.laid_out.emit(preview)

    def _show_place(self, number: int) -> None:
        with QSignalBlocker(self.number):
            self.number.setValue(number)
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < self.view.count)
        chapter = self._chapters[number - 1] if 0 < number <= len(self._chapters) else ""
        announce(self.view, f"{number}, {chapter}")

    def _show_zoom(self) -> None:
        self._zoom.setText(self._words.percent(round(self.view.zoom * 100)))
