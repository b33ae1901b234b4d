"""A place that shows a picture, or words where there is none; picture files can be dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPalette, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from cjeditor.canvas.pictures import Pictures
from cjeditor.canvas.pictures_in import brings_pictures, sources_in
from cjeditor.model.project import Asset

HEIGHT, DISC_HEIGHT = 132, 88
"""Pixels at 100 % of the place for a picture, and for one that is shown as a disc."""


class PicturePreview(QWidget):
    """Shows a picture as large as it fits, or words where there is none.

    Signals:
        dropped(list): picture files were dropped here.
    """

    dropped = Signal(object)

    def __init__(self, text: str, *, round_shape: bool) -> None:
        super().__init__()
        self._pictures = Pictures(self)
        self._pictures.came.connect(self._show_again)
        self._round = round_shape
        self._text = text
        self._shown: str | None = None
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> str | None:
        """The sum of the picture that is shown."""
        return self._shown

    def follow(self, table: tuple[Asset, ...]) -> None:
        """Take the pictures of the project as it is now."""
        self._pictures.follow(table)
        self.update()

    def show_picture(self, sha256: str | None) -> None:
        """Show the picture of this sum, or none."""
        self._shown = sha256
        self.update()

    def show_text(self, text: str) -> None:
        """Show these words where no picture is."""
        if text != self._text:
            self._text = text
            self.update()

    def sizeHint(self) -> QSize:
        """Return a place that fits beside any label."""
        return QSize(160, DISC_HEIGHT if self._round else HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return a place that fits into a narrow dock."""
        return QSize(80, DISC_HEIGHT if self._round else HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all is painted
        """Paint the picture in the middle of its place."""
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            wanted = max(area.width(), area.height()) * self.devicePixelRatioF()
            pixmap = None if self._shown is None else self._pictures.pixmap(self._shown, wanted)
            if pixmap is None:
                self._paint_empty(painter, area)
            elif self._round:
                paint_disc(painter, pixmap, _square_in(area))
            else:
                painter.drawPixmap(_fitted(pixmap, area), pixmap, QRectF(pixmap.rect()))

    def _show_again(self) -> None:
        self.update()

    def _paint_empty(self, painter: QPainter, area: QRectF) -> None:
        pen = painter.pen()
        pen.setColor(self.palette().color(QPalette.ColorRole.Dark))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(area, 6, 6)
        if self._shown is not None:
            # There is one, which is still being read: to invite another would say that it was gone.
            return
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(area.adjusted(8, 8, -8, -8), flags, self._text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take picture files."""
        if brings_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which were dropped."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(sources_in(event.mimeData()))


def paint_disc(painter: QPainter, pixmap: QPixmap, area: QRectF) -> None:
    """Paint the middle of a picture as a disc that fills the square `area`."""
    scale = area.width() / min(pixmap.width(), pixmap.height())
    left, top = area.center().x() - pixmap.width() * scale / 2, area.center().y() - pixmap.height() * scale / 2
    brush = QBrush(pixmap)
    brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawEllipse(area)


def _square_in(area: QRectF) -> QRectF:
    """Return the largest square at the left of an area."""
    side = min(area.width(), area.height())
    return QRectF(area.left(), area.center().y() - side / 2, side, side)


def _fitted(pixmap: QPixmap, area: QRectF) -> QRectF:
    scale = min(area.width() / pixmap.width(), area.height() / pixmap.height())
    wide, high = pixmap.width() * scale, pixmap.height() * scale
    return QRectF(area.center().x() - wide / 2, area.center().y() - high / 2, wide, high)
