"""Shows posters as they will hang, with the sheets that they are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from cjeditor.export.posters.planning import Planned
from cjeditor.texts import Texts

_GAP = 10.0
_LEAST_NAME = 11
_LARGEST_NAME = 26
_LINE = QColor("#1b6ec2")
"""Of sheets; on white paper in both themes."""


class PosterPicture(QWidget):
    """Posters beside and below each other, each as large as there is room."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._posters: tuple[Planned, ...] = ()
        self._images: dict[int, QImage] = {}
        self._stale = False
        self.setObjectName("poster_picture")
        self.setAccessibleName(words.t("Picture of the poster"))
        self.setMinimumSize(360, 260)

    @property
    def posters(self) -> tuple[Planned, ...]:
        """What is shown."""
        return self._posters

    def show_plan(self, posters: tuple[Planned, ...], said: str) -> None:
        """Show the sheets; pictures come later. `said` is read out."""
        if len(posters) != len(self._posters):
            self._images.clear()
        self._posters = posters
        self._stale = False
        self.setAccessibleDescription(said)
        self.update()

    def show_image(self, number: int, image: QImage) -> None:
        """Show the picture of a poster, counted from 0."""
        self._images[number] = image
        self.update()

    def show_stale(self) -> None:
        """Pale what no longer is what was chosen."""
        self._stale = True
        self.update()

    def boxes(self) -> list[QRectF]:
        """Return where each poster is painted."""
        return _arranged([poster.size for poster in self._posters], QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(0.45 if self._stale else 1.0)
        for number, (poster, box) in enumerate(zip(self._posters, self.boxes(), strict=True)):
            painter.fillRect(box, Qt.GlobalColor.white)
            image = self._images.get(number)
            if image is not None:
                painter.drawImage(box, image)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
            painter.drawRect(box)
            _paint_sheets(painter, poster, box)
        painter.end()


def _arranged(sizes: Sequence[tuple[float, float]], room: QRectF) -> list[QRectF]:
    """A box for each size, in rows of as many as make them largest."""
    if not sizes:
        return []
    across = max(range(1, len(sizes) + 1), key=_Fitting(sizes, room).of)
    rows = ceil(len(sizes) / across)
    cell_width = (room.width() - (across - 1) * _GAP) / across
    cell_height = (room.height() - (rows - 1) * _GAP) / rows
    boxes = []
    for number, (width, height) in enumerate(sizes):
        k = min(cell_width / width, cell_height / height)
        left = room.left() + (number % across) * (cell_width + _GAP) + (cell_width - width * k) / 2
        top = room.top() + (number // across) * (cell_height + _GAP)
        boxes.append(QRectF(left, top, width * k, height * k))
    return boxes


class _Fitting:
    """How large posters become with so many in a row."""

    def __init__(self, sizes: Sequence[tuple[float, float]], room: QRectF) -> None:
        self._sizes = sizes
        self._room = room

    def of(self, across: int) -> float:
        """The pixels of a point of the one that is shown smallest."""
        rows = ceil(len(self._sizes) / across)
        width = (self._room.width() - (across - 1) * _GAP) / across
        height = (self._room.height() - (rows - 1) * _GAP) / rows
        return min(min(width / one, height / other) for one, other in self._sizes)


def _paint_sheets(painter: QPainter, poster: Planned, box: QRectF) -> None:
    """The edges of the sheets over the picture, and their names on plates."""
    cut = poster.tiling
    if cut is None:
        return
    k = box.width() / cut.width
    painter.setPen(QPen(_LINE, 1.4))
    for tile in cut.tiles:
        painter.drawRect(QRectF(box.left() + tile.x * k, box.top() + tile.y * k, tile.width * k, tile.height * k))
    smallest = min(min(tile.width, tile.height) for tile in cut.tiles) * k
    size = min(_LARGEST_NAME, int(smallest / 3))
    if size < _LEAST_NAME:
        return
    font = painter.font()
    font.setPixelSize(size)
    font.setBold(True)
    painter.setFont(font)
    for tile in cut.tiles:
        middle = QPointF(box.left() + (tile.x + tile.width / 2) * k, box.top() + (tile.y + tile.height / 2) * k)
        bounds = painter.fontMetrics().boundingRect(tile.name)
        plate = QRectF(0, 0, bounds.width() + 10, bounds.height() + 2)
        plate.moveCenter(middle)
        painter.fillRect(plate, QColor(255, 255, 255, 220))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, tile.name)
