"""Shows the pages of a handout below each other: zoomed, scrolled and paged through by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from cjeditor.texts import Texts
from cjeditor.window.handout.page_column import CAPTION, PageColumn, Place, fitting_scale
from cjeditor.window.list_look import small_font

TRUE_SIZE = 96 / 72
"""Pixels a point at 100 %."""
ZOOMS = (0.1, 0.15, 0.25, 0.35, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_MOST_PIXELS = 20_000_000
"""Of a page at the largest zoom: more would take too much memory."""
_AROUND = 1
"""So many pages before and behind those in sight are made ready, too."""
_LINE = 40


class PreviewView(QAbstractScrollArea):
    """Shows pages that others render.

    Signals:
        pages_wanted(list, float): these pages are in sight, at so many pixels a point, and not there as sharp yet.
        page_changed(int): another page is in sight most, counted from 1.
        zoom_changed(): pages are of another size now.
    """

    pages_wanted = Signal(list, float)
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._captions: list[str] = []
        self._zoom: float | None = None
        self._page = 1
        self._column = PageColumn((), 1.0, 1)
        self._images: dict[int, tuple[float, QImage]] = {}
        self._fresh: set[int] = set()
        self.setObjectName("preview")
        self.setMinimumSize(240, 200)
        self._give_surface(words.t("Preview of the pages"))
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that is in sight most."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large pages are: 1.0 is the size of the paper on a screen of 96 dots per inch."""
        return self._column.scale / TRUE_SIZE

    def show_pages(self, sizes: Sequence[tuple[float, float]], captions: Sequence[str]) -> None:
        """Show other pages; what was rendered stays until each is there anew.

        Args:
            sizes: width and height of each in points.
            captions: what each is called.
        """
        if list(sizes) != self._sizes:
            self._images = {
                number: image
                for number, image in self._images.items()
                if number <= min(len(sizes), self.count) and sizes[number - 1] == self._sizes[number - 1]
            }
        self._sizes = list(sizes)
        self._captions = list(captions)
        self._fresh.clear()
        self._arrange(min(self._page, max(1, self.count)))

    def show_page(self, number: int, scale: float, image: QImage) -> None:
        """Show a rendered page."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[number] = (scale, image)
        self._fresh.add(number)
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Bring a page into sight; the nearest one there is."""
        number = max(1, min(number, self.count))
        if self.count:
            self.verticalScrollBar().setValue(self._column.top_of(number, self.viewport().height()))
            self._take_page(number)

    def fit(self) -> None:
        """Make pages as large as fit whole."""
        self._zoom_to(None)

    def zoom_in(self) -> None:
        """Make pages larger by a step."""
        self._zoom_to(next((one for one in ZOOMS if one > self.zoom * 1.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Make pages smaller by a step."""
        self._zoom_to(next((one for one in reversed(ZOOMS) if one < self.zoom * 0.99), ZOOMS[0]))

    def _give_surface(self, name: str) -> None:
        """Let the keys be on what shows the pages: to screen readers a label with a picture is a graphic."""
        surface, empty = QLabel(self), QPixmap(1, 1)
        empty.fill(Qt.GlobalColor.transparent)
        surface.setPixmap(empty)
        surface.setObjectName("pages")
        surface.setAccessibleName(name)
        self.setViewport(surface)
        surface.setFocusProxy(None)  # type: ignore[arg-type]  # none is one, whatever the stubs say
        surface.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(surface)

    def _zoom_to(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._arrange(self._page)

    def _arrange(self, page: int) -> None:
        """Lay the pages out anew, with this one in sight."""
        room = self.viewport().size()
        self._column = PageColumn(self._sizes, self._scale_for(page), room.width())
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(room.height())
        vertical.setRange(0, max(0, self._column.height - room.height()))
        horizontal.setPageStep(room.width())
        horizontal.setRange(0, self._column.width - room.width())
        horizontal.setValue(horizontal.maximum() // 2)
        self.go_to(page)
        self.zoom_changed.emit()
        self._ask()
        self.viewport().update()

    def _scale_for(self, page: int) -> float:
        if not self.count:
            return 1.0
        size = self._sizes[min(page, self.count) - 1]
        if self._zoom is None:
            # A page that fits has no bar below it; the one of a larger zoom may still be there.
            return fitting_scale(size, (self.viewport().width(), self.maximumViewportSize().height()))
        largest = max(width * height for width, height in self._sizes)
        return min(self._zoom * TRUE_SIZE, sqrt(_MOST_PIXELS / largest))

    def _in_sight(self) -> range:
        return self._column.in_sight(self.verticalScrollBar().value(), self.viewport().height())

    def _ask(self) -> None:
        """Ask for the pages in sight and those beside them, and forget those far away."""
        if not self.count:
            return
        seen = self._in_sight()
        near = range(max(1, seen.start - _AROUND), min(self.count, seen.stop - 1 + _AROUND) + 1)
        self._images = {number: image for number, image in self._images.items() if number in near}
        self._fresh &= set(self._images)
        scale = self._column.scale * self.devicePixelRatioF()
        missing = [number for number in near if not self._is_sharp(number, scale)]
        missing.sort(key=seen.__contains__, reverse=True)
        self.pages_wanted.emit(missing, scale)

    def _is_sharp(self, number: int, scale: float) -> bool:
        return number in self._fresh and abs(self._images[number][0] - scale) < 1e-9

    def _scrolled(self) -> None:
        self._take_page(self._column.page_at(self.verticalScrollBar().value(), self.viewport().height()))
        self._ask()

    def _take_page(self, number: int) -> None:
        if number != self._page:
            self._page = number
            self.page_changed.emit(number)

    def _rect_of(self, place: Place) -> QRect:
        left = place.left - self.horizontalScrollBar().value()
        return QRect(left, place.top - self.verticalScrollBar().value(), place.width, place.height)

    def _paint_caption(self, painter: QPainter, rect: QRect, number: int) -> None:
        room = QRect(rect.left(), rect.bottom() + 2, rect.width(), CAPTION - 4)
        said = " · ".join(part for part in (str(number), self._captions[number - 1]) if part)
        painter.setFont(small_font(self.font()))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the pages in sight, and a frame where the keys are."""
        painter = QPainter(self.viewport())
        palette = self.palette()
        painter.fillRect(self.viewport().rect(), palette.color(QPalette.ColorRole.Mid))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._in_sight():
            rect = self._rect_of(self._column.places[number - 1])
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.setBrush(QColor("white"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            if number in self._images:
                painter.drawImage(rect, self._images[number][1])
            self._paint_caption(painter, rect, number)
        if self.viewport().hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew."""
        super().resizeEvent(event)
        self._arrange(self._page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page, scroll and zoom."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.go_to(self._page + 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self.go_to(self._page - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(1 if key == Qt.Key.Key_Home else self.count)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)
