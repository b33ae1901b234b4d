"""The window for the projector: one phase, large; led by the map's focus, by keys, by clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.doubled import is_touch_again
from cjeditor.canvas.ink import Ink, Picture
from cjeditor.canvas.pictures import Pictures
from cjeditor.layout.room.page import Area, RoomPage
from cjeditor.layout.theme import Theme, for_room
from cjeditor.texts import Texts
from cjeditor.window.plain import title_text
from cjeditor.window.room_view.clock import clock_shapes
from cjeditor.window.room_view.fingers import RoomFingers
from cjeditor.window.room_view.leading import Leading
from cjeditor.window.room_view.menu import RoomMenu
from cjeditor.window.room_view.pages import Pages, scale_of
from cjeditor.window.room_view.reading import read_aloud
from cjeditor.window.room_view.showing import Showing

SMALLEST = QSize(800, 480)
"""Below that the smallest words would be smaller than those of all other windows."""
AWAKE = 3_000
"""Milliseconds without a movement after which the mouse pointer is hidden."""

FINGER = 48.0
"""Pixels of the window that everything is high and wide at least for a finger."""


class RoomWindow(QWidget):
    """Shows what `Showing` says, page by page. It is a window of its own, freed when it is closed.

    Signals:
        closed(): the window is going away.
        key_pressed(): a key is about to find its action, if the window has one for it.
    """

    closed = Signal()
    key_pressed = Signal()

    def __init__(self, showing: Showing, theme: Theme, words: Texts) -> None:
        """Show `showing`, which belongs to the window from now on; `words` are those of the windows."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("room_view")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(SMALLEST)
        self.setAccessibleName(words.t("Room view"))
        self.showing = showing
        self.pages = Pages(showing)
        self.pages.setParent(self)
        self._leading = Leading(self.pages, self)
        self._fingers = RoomFingers(self)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._words = words
        self._pictures = Pictures(self)
        self._ink = Ink(for_room(theme), pictures=self._pictures)
        self._pressed: Area | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(AWAKE)
        self._idle.timeout.connect(self._fall_asleep)
        self._sheet: QPixmap | None = None
        self._clock: Picture = self._ink.picture(())
        self._show_page()
        showing.timer.ticked.connect(self._show_clock)
        self.pages.changed.connect(self._show_page)
        self._pictures.came.connect(self._show_picture)
        self._fingers.tapped.connect(self._tap)
        self._fingers.swiped.connect(self.pages.turn)
        self._fingers.menu_wanted.connect(self._ask_for_menu)

    @property
    def page(self) -> RoomPage:
        """What is painted now."""
        return self._page

    @property
    def awake(self) -> bool:
        """Whether the mouse was moved a moment ago."""
        return self._idle.isActive()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._ink = Ink(for_room(theme), self._ink.fonts, self._pictures)
        self._show_page()

    def fill_screen(self, full: bool) -> None:
        """Fill the screen, or do not."""
        self._leading.fill_screen(full)

    def _show_page(self) -> None:
        """Make the page ready for painting."""
        pages, ink, shown = self.pages, self._ink, self.showing.shown
        self._pictures.follow(self.showing.project.assets)
        self._page = pages.page()
        self._layers = [(layer.opacity, ink.picture(layer.shapes)) for layer in self._page.layers if layer.shapes]
        self._edges: Picture = ink.picture(self._page.edges)
        self.setWindowTitle(f"{self._words.t('Room view')} – {title_text(pages.layout.content.title)}")
        told = read_aloud(pages.layout, pages.number, shown, self._words)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
        self._show_clock()
        self._show_picture()

    def _show_clock(self) -> None:
        """Make the clock ready for painting, and nothing else."""
        box, scale = self._page.clock, scale_of(self.width(), self.height())
        self._clock = self._ink.picture(clock_shapes(self.showing.timer, box, self.pages.layout.words))
        self.update(QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale).toAlignedRect())

    def _show_picture(self) -> None:
        """Paint the page anew."""
        self._sheet = None
        self.update()

    def _painted(self) -> QPixmap:
        """Return the page without the clock, painted once: the clock moves each second."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._sheet is None or self._sheet.size() != size:
            sheet = QPixmap(size)
            sheet.setDevicePixelRatio(ratio)
            sheet.fill(self._ink.colour("canvas"))
            painter = QPainter(sheet)
            self._scale(painter)
            for opacity, picture in self._layers:
                painter.setOpacity(opacity)
                picture.paint(painter, "full")
            painter.end()
            self._sheet = sheet
        return self._sheet

    def _scale(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = scale_of(self.width(), self.height())
        painter.scale(scale, scale)

    def _wake(self, area: Area | None) -> None:
        """Show the pointer, and where pages are turned, for a while."""
        self.setCursor(Qt.CursorShape.ArrowCursor if area is None else Qt.CursorShape.PointingHandCursor)
        if not self.awake:
            self.update()
        self._idle.start()

    def _fall_asleep(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.update()

    def _area_at(self, at: QPointF, *, finger: bool = False) -> Area | None:
        """Return what lies at a point, or near to it for a finger."""
        scale = scale_of(self.width(), self.height())
        x, y = at.x() / scale, at.y() / scale
        return self._page.area_near(x, y, FINGER / scale) if finger else self._page.area_at(x, y)

    def _tap(self, at: QPointF) -> None:
        self._leading.touch(self._area_at(at, finger=True))

    def _ask_for_menu(self, at: QPointF) -> None:
        menu = RoomMenu(self._area_at(at, finger=True), self.pages, self._leading, self._words, self)
        menu.popup(self.mapToGlobal(at.toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the page, ready as it is."""
        painter = QPainter(self)
        if self.showing.shown.black:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            painter.end()
            return
        painter.drawPixmap(0, 0, self._painted())
        self._scale(painter)
        self._clock.paint(painter, "full")
        if self.awake:
            self._edges.paint(painter, "full")
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the page anew where its form is another; where only its size is, it is scaled."""
        super().resizeEvent(event)
        self.pages.fit(self.width(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through phases and pages. Keys with Ctrl, Shift or Alt are the actions', or nobody's."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not self._leading.press(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take what fingers do; tell of a key before its shortcut asks whether it can be asked for."""
        if isinstance(event, QTouchEvent):
            self._fingers.take(event)
            return True
        if event.type() == QEvent.Type.ShortcutOverride:
            self.key_pressed.emit()
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done."""
        self._ask_for_menu(QPointF(event.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointer while it moves."""
        self._wake(self._area_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is pressed."""
        self._pressed = self._area_at(event.position())
        self._wake(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was pressed where it is let go, too; beside everything take the spotlight away."""
        area, pressed = self._area_at(event.position()), self._pressed
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and area == pressed and not is_touch_again(event):
            self._leading.touch(area)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is to be clicked any more."""
        super().leaveEvent(event)
        self._idle.stop()
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        event.accept()
        self.closed.emit()
