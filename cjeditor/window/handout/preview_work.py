"""Makes the pages of a preview beside the GUI thread: one layout after the other, and of it the pages that are seen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from cjeditor.canvas.background import Background
from cjeditor.export.options import HandoutOptions
from cjeditor.export.problems import ExportCancelled
from cjeditor.model.project import Project

if TYPE_CHECKING:
    # Not before there is something to render.
    from cjeditor.export.preview import Preview
    from cjeditor.export.rendering import Pixels

DEBOUNCE = 180
"""Milliseconds without another choice before the pages are made anew."""


class _Page(NamedTuple):
    """The key of a page that is being rendered."""

    round: int
    number: int
    scale: float


class PreviewWork(QObject):
    """Lays handouts out and renders their pages.

    Signals:
        begun(): the pages that are shown are no longer what was chosen; others are being made.
        laid_out(Preview): these are the pages; none of them is rendered yet.
        rendered(int, float, QImage): a page, at so many pixels a point.
        failed(): they could not be made because of a mistake of ours.
    """

    begun = Signal()
    laid_out = Signal(object)
    rendered = Signal(int, float, QImage)
    failed = Signal()

    def __init__(self, project: Project, map_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._map_id = map_id
        self._options = HandoutOptions()
        self._preview: Preview | None = None
        self._round = 0
        self._stop = threading.Event()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(DEBOUNCE)
        self._waiting.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made, or will be soon."""
        return self._waiting.isActive() or self._background.is_busy()

    def renew(self, options: HandoutOptions, *, at_once: bool = False) -> None:
        """Make the pages anew, once nothing else is chosen for a moment; what is being made is given up."""
        self._options = options
        self.stop()
        self.begun.emit()
        self._waiting.start(0 if at_once else DEBOUNCE)

    def want(self, numbers: Sequence[int], scale: float) -> None:
        """Render these pages; what was wanted before and is not begun is not wanted any more."""
        if self._preview is None or self._waiting.isActive():
            return
        self._background.forget()
        for number in numbers:
            self._background.begin(_Page(self._round, number, scale), _rendering(self._preview, number, scale))

    def stop(self) -> None:
        """Give up what is being made."""
        self._stop.set()
        self._waiting.stop()
        self._background.forget()
        self._preview = None

    def _begin(self) -> None:
        self._round += 1
        self._stop = threading.Event()
        work = _laying_out(self._project, self._map_id, self._options, self._stop.is_set)
        self._background.begin(self._round, work)

    def _take(self, key: object, future: Future[Preview] | Future[Pixels]) -> None:
        try:
            result = future.result()
        except ExportCancelled:
            return
        except Exception:
            # Not swallowed: whoever watches over mistakes of ours hears of it.
            self.failed.emit()
            raise
        if isinstance(key, _Page):
            self.rendered.emit(key.number, key.scale, _image(result))  # type: ignore[arg-type]  # told by its key
        else:
            self._preview = result  # type: ignore[assignment]  # as above
            self.laid_out.emit(result)


def _laying_out(
    project: Project, map_id: str, options: HandoutOptions, cancelled: Callable[[], bool]
) -> Callable[[], Preview]:
    def work() -> Preview:
        # Imported here: reportlab takes 150 ms that nobody should wait for.
        from cjeditor.export.preview import previewed  # noqa: PLC0415

        return previewed(project, map_id, options, cancelled)

    return work


def _rendering(preview: Preview, number: int, scale: float) -> Callable[[], Pixels]:
    def work() -> Pixels:
        return preview.page(number, scale)

    return work


def _image(pixels: Pixels) -> QImage:
    """The pixels as an image of its own: theirs go with them."""
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32).copy()
