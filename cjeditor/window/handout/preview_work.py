"""Makes the pages of a preview beside the GUI thread: one layout after the other, and of it the pages that are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cjeditor.export.options import HandoutOptions
from cjeditor.model.project import Project
from cjeditor.window.pixels import image_of
from cjeditor.window.rounds import Rounds

if TYPE_CHECKING:
    # Not before there is something to render.
    from cjeditor.export.pdf.kept_sheets import KeptSheets
    from cjeditor.export.preview import Preview
    from cjeditor.export.rendering import Pixels


_LAYOUT: Final = "layout"
"""The key of laying out."""


class _Page(NamedTuple):
    """The key of a page that is being rendered."""

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
        self._options = HandoutOptions()
        self._preview: Preview | None = None
        self._lay_out = _LayingOut(project, map_id)
        self._rounds = Rounds(self)
        self._rounds.begun.connect(self.begun)
        self._rounds.failed.connect(self.failed)
        self._rounds.due.connect(self._begin)
        self._rounds.done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made, or will be soon."""
        return self._rounds.is_busy

    def renew(self, options: HandoutOptions, *, at_once: bool = False) -> None:
        """Make the pages anew, once nothing else is chosen for a moment; what is being made is given up."""
        self._options = options
        self._preview = None
        self._rounds.renew(at_once=at_once)

    def want(self, numbers: Sequence[int], scale: float) -> None:
        """Render these pages; what was wanted before and is not begun is not wanted any more."""
        if self._preview is None or self._rounds.is_waiting:
            return
        self._rounds.forget()
        for number in numbers:
            self._rounds.begin(_Page(number, scale), _rendering(self._preview, number, scale))

    def stop(self) -> None:
        """Give up what is being made."""
        self._rounds.stop()
        self._preview = None

    def _begin(self) -> None:
        self._rounds.begin(_LAYOUT, self._lay_out.work(self._options, self._rounds.cancelled))

    def _take(self, key: object, result: Preview | Pixels) -> None:
        if isinstance(key, _Page):
            self.rendered.emit(key.number, key.scale, image_of(result))  # type: ignore[arg-type]  # told by its key
        else:
            self._preview = result  # type: ignore[assignment]  # as above
            self.laid_out.emit(result)


class _LayingOut:
    """Lays out one handout of a map after the other, in the one thread that a round works in."""

    def __init__(self, project: Project, map_id: str) -> None:
        self._project = project
        self._map_id = map_id
        self._kept: KeptSheets | None = None

    def work(self, options: HandoutOptions, cancelled: Callable[[], bool]) -> Callable[[], Preview]:
        """What to do in that thread."""

        def work() -> Preview:
            # Imported here: reportlab takes 150 ms that nobody should wait for.
            from cjeditor.export.pdf.kept_sheets import KeptSheets  # noqa: PLC0415
            from cjeditor.export.preview import previewed  # noqa: PLC0415

            self._kept = self._kept or KeptSheets()
            return previewed(self._project, self._map_id, options, cancelled, self._kept)

        return work


def _rendering(preview: Preview, number: int, scale: float) -> Callable[[], Pixels]:
    def work() -> Pixels:
        return preview.page(number, scale)

    return work
