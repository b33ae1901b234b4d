"""The window onto the map: zooming, scrolling and panning in whole device pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView

from cjeditor.canvas.ink import FAR_BELOW, FULL_FROM
from cjeditor.canvas.slim_bar import SlimBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.scene import MapScene

SMALLEST_ZOOM, LARGEST_ZOOM = 0.1, 4.0
ZOOM_STEPS = (0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, 4.0)
_REST = 120
"""Milliseconds without another wheel step after which a zoomed picture is drawn sharp."""
_WHEEL_DOUBLES = 480.0
"""Eighths of a degree that double the zoom: four notches."""


class MapView(QGraphicsView):
    """Shows the scene.

    Signals:
        zoom_changed(float): 1.0 is 100 %.
        looked_elsewhere(): scrolled, zoomed or resized; whatever lies beside the map has to follow.
        fit_wanted(): the whole map should be seen; whoever knows the headers' sizes calls `show_from`.
    """

    zoom_changed = Signal(float)
    looked_elsewhere = Signal()
    fit_wanted = Signal()

    def __init__(self, scene: MapScene, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._ink = ink
        self._map = scene
        self._zoom = 1.0
        self._anchor: tuple[QPointF, QPointF] | None = None
        self._wished = QPointF()
        self.kept = QRectF()
        """What steps of zoom keep where it is, as long as it is in view; where it is empty, the middle."""
        self._snapshot: QPixmap | None = None
        self._snapshot_transform = QTransform()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.sharpen)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setAcceptDrops(False)  # files are for the window
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        scene.sceneRectChanged.connect(self._keep_room)
        self._bars = (SlimBar(Qt.Orientation.Horizontal, ink), SlimBar(Qt.Orientation.Vertical, ink))
        self.setHorizontalScrollBar(self._bars[0])
        self.setVerticalScrollBar(self._bars[1])
        for bar in self._bars:
            bar.setSingleStep(32)
        self.set_ink(ink)

    @property
    def zoom(self) -> float:
        """The present zoom; 1.0 is 100 %."""
        return self._zoom

    @property
    def zooming(self) -> bool:
        """Whether a scaled picture stands in for the map because the zoom is about to change again."""
        return self._snapshot is not None

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for bar in self._bars:
            bar.set_ink(ink)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, ink.colour("canvas"))
        self.setPalette(palette)  # for the square between the scroll bars
        self._tell_detail()
        self.viewport().update()

    def zoom_in(self) -> None:
        """Take the next larger step, keeping the middle of the view."""
        self.zoom_to(next((step for step in ZOOM_STEPS if step > self._zoom + 0.005), LARGEST_ZOOM))

    def zoom_out(self) -> None:
        """Take the next smaller step, keeping the middle of the view."""
        self.zoom_to(next((step for step in reversed(ZOOM_STEPS) if step < self._zoom - 0.005), SMALLEST_ZOOM))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom; the viewport's point `at` stays where it is.

        Without one the middle of what is chosen does, where that is in view, else that of what is seen of the map; as
        far as the map's edges allow.
        """
        room, natural = QRectF(self.viewport().rect()), self.scene().sceneRect()
        seen = room & self.viewportTransform().mapRect(natural)
        chosen = self.viewportTransform().mapRect(self.kept)
        held = not self.kept.isEmpty() and room.contains(chosen.center())
        kept = at or (chosen if held else room if seen.isEmpty() else seen).center()
        self._zoom_about(zoom, self.viewport().mapToGlobal(kept), self.scene_point(kept))
        if at is None:
            room = QRectF(self.viewport().rect())  # headers have another size now
            x = min(self.horizontalScrollBar().value(), max(0.0, natural.right() * self._zoom - room.width()))
            y = min(self.verticalScrollBar().value(), max(0.0, natural.bottom() * self._zoom - room.height()))
            self._scroll_to(x, y)
            self._make_room(x, y)
            if held:
                self.reveal(self.kept, 2.0)

    def fit(self) -> None:
        """Show the whole map."""
        self.fit_wanted.emit()

    def show_from(self, zoom: float, corner: QPointF) -> None:
        """Zoom and bring the scene's point `corner` to the top left."""
        self._zoom_about(zoom, self.viewport().mapToGlobal(QPointF(0, 0)), corner)
        self._make_room(0, 0)
        self._scroll_to(corner.x() * self._zoom, corner.y() * self._zoom)

    def scene_point(self, at: QPointF) -> QPointF:
        """Return where a point of the viewport lies on the map, without rounding."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(at)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move the view so many pixels to the right and down. Parts of pixels add up."""
        wished = self._wished
        x, y = (
            wish if bar.value() == bar.rounded(wish) else bar.value()
            for bar, wish in zip(self._bars, (wished.x(), wished.y()), strict=True)
        )
        self._scroll_to(x + dx, y + dy)

    def pull(self, point: QPointF, screen: QPointF, zoom: float | None = None) -> None:
        """Bring the scene's `point` under the point `screen` of the screen, as far as the map's edges allow.

        With another zoom, which is about to change again, a picture stands in for the map meanwhile.
        """
        if zoom is None or zoom == self._zoom:
            at = self.viewport().mapFromGlobal(screen)
            self._scroll_to(point.x() * self._zoom - at.x(), point.y() * self._zoom - at.y())
            return
        self._take_snapshot()
        self._rest.start()
        self._zoom_about(zoom, screen, point)

    def stretch_by(self, factor: float, screen: QPointF) -> None:
        """Zoom by a factor about a point of the screen; as long as it is the same, so is the place of the map."""
        if self._anchor is None or self._anchor[0] != screen:
            self._anchor = (screen, self.scene_point(self.viewport().mapFromGlobal(screen)))
        self.pull(self._anchor[1], screen, self._zoom * factor)

    def reveal(self, rect: QRectF, margin: float = 24.0) -> None:
        """Scroll as little as needed to see a rectangle of the map; of a larger one the top left corner."""
        seen = self.viewportTransform().mapRect(rect).adjusted(-margin, -margin, margin, margin)
        room = QRectF(self.viewport().rect())
        dx = min(0.0, seen.left()) or max(0.0, min(seen.right() - room.right(), seen.left()))
        dy = min(0.0, seen.top()) or max(0.0, min(seen.bottom() - room.bottom(), seen.top()))
        if dx or dy:
            self.scroll_by(dx, dy)

    def sharpen(self) -> None:
        """End the zoom gesture: draw the map itself instead of its scaled picture."""
        self._rest.stop()
        self._anchor = None
        if self._snapshot is not None:
            self._snapshot = None
            self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
            self._tell_detail()
            self.viewport().update()
            self.looked_elsewhere.emit()

    def _zoom_about(self, zoom: float, screen: QPointF, point: QPointF) -> None:
        """Zoom and bring the scene's `point` under the point `screen` of the screen."""
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        if abs(zoom - 1.0) < 0.004:
            zoom = 1.0
        changed = zoom != self._zoom
        if changed:
            self._zoom = zoom
            self._tell_detail()
            self.setTransform(QTransform.fromScale(zoom, zoom))
            self.zoom_changed.emit(zoom)  # headers take another size now, and the viewport with them
        at = self.viewport().mapFromGlobal(screen)
        x, y = point.x() * zoom - at.x(), point.y() * zoom - at.y()
        self._make_room(x, y)
        self._scroll_to(x, y)
        if changed:
            self.looked_elsewhere.emit()

    def _make_room(self, x: float, y: float) -> None:
        """Let the view reach as far beyond the map's right and lower edge as being scrolled to (x, y) needs."""
        natural = self.scene().sceneRect()
        for _ in range(3):  # scroll bars that come or go change the room
            room = self.viewport().size()
            right = max(natural.right(), (x + room.width()) / self._zoom)
            bottom = max(natural.bottom(), (y + room.height()) / self._zoom)
            wanted = QRectF(natural.topLeft(), QPointF(right, bottom))
            if wanted == self.sceneRect():
                break
            self.setSceneRect(wanted)

    def _keep_room(self) -> None:
        """Follow a map that has grown or shrunk."""
        self._make_room(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _tell_detail(self) -> None:
        self._ink.detail = "full" if self._zoom >= FULL_FROM else "middle" if self._zoom >= FAR_BELOW else "far"
        if self._snapshot is None:
            self._map.show_far(self._ink.detail == "far")

    def _scroll_to(self, x: float, y: float) -> None:
        # Each bar alone would paint a frame of its own: only the last one may.
        across, down = self._bars
        self._wished = QPointF(x, y)
        across.setValue(across.rounded(x))
        down.setValue(down.rounded(y))

    def _take_snapshot(self) -> None:
        """Keep a picture of the view, to be scaled while the wheel turns."""
        transform = self.viewportTransform()
        if self._snapshot is not None and 0.5 < self._zoom / self._snapshot_transform.m11() < 2.0:
            return
        self._snapshot = None
        viewport = self.viewport()
        ratio = viewport.devicePixelRatioF()
        picture = QPixmap(viewport.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        viewport.render(picture)
        self._snapshot = picture
        self._snapshot_transform = transform
        # All is painted anyway: moving what is there, once for each scroll bar, would only cost.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, with Shift sideways, with Ctrl zoom at the pointer."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stretch_by(2 ** (delta.y() / _WHEEL_DOUBLES), event.globalPosition())
        else:
            # X11 knows no pixels and tells something else instead.
            told = not event.pixelDelta().isNull() and QGuiApplication.platformName() != "xcb"
            pixels = event.pixelDelta().toPointF() if told else delta.toPointF() * 0.8
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not pixels.x():
                pixels = pixels.transposed()
            self.scroll_by(-pixels.x(), -pixels.y())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, or in the middle of a zoom its last picture scaled."""
        if self._snapshot is None:
            super().paintEvent(event)
            return
        with QPainter(self.viewport()) as painter:
            inverse, _ = self._snapshot_transform.inverted()
            transform = inverse * self.viewportTransform()
            room = self.viewport().rect()
            covered = transform.mapRect(QRectF(QPointF(), self._snapshot.deviceIndependentSize()))
            if not covered.contains(QRectF(room)):
                painter.fillRect(room, self._ink.brush("canvas"))
            painter.setTransform(transform)
            painter.drawPixmap(0, 0, self._snapshot)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Tell the headers."""
        super().scrollContentsBy(dx, dy)
        self.looked_elsewhere.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the headers."""
        super().resizeEvent(event)
        self.looked_elsewhere.emit()
