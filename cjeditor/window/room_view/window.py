"""The window for the projector: one phase, large; led by the map's focus, by keys, by clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.ink import Ink, Picture
from cjeditor.canvas.pictures import Pictures
from cjeditor.layout.room.content import Spotlight
from cjeditor.layout.room.page import Area, RoomPage
from cjeditor.layout.theme import Theme, for_room
from cjeditor.texts import Texts
from cjeditor.window.plain import title_text
from cjeditor.window.room_view.clock import clock_shapes
from cjeditor.window.room_view.pages import Pages, scale_of
from cjeditor.window.room_view.reading import read_aloud
from cjeditor.window.room_view.showing import Showing

SMALLEST = QSize(800, 480)
"""Below that the smallest words would be smaller than those of all other windows."""
AWAKE = 3_000
"""Milliseconds without a movement after which the mouse pointer is hidden."""

_Key = Qt.Key
_PHASES = {_Key.Key_Right: 1, _Key.Key_Down: 1, _Key.Key_Left: -1, _Key.Key_Up: -1}
_PAGES = {_Key.Key_PageDown: 1, _Key.Key_Space: 1, _Key.Key_PageUp: -1, _Key.Key_Backspace: -1}
_ENDS = {_Key.Key_Home: 0, _Key.Key_End: -1}


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
        bit = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | bit if full else self.windowState() & ~bit)

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

    def _area_at(self, at: QPointF) -> Area | None:
        scale = scale_of(self.width(), self.height())
        return self._page.area_at(at.x() / scale, at.y() / scale)

    def _do(self, area: Area) -> None:
        """Do what a click there stands for."""
        match area.kind:
            case "back":
                self.pages.turn(-1)
            case "on":
                self.pages.turn(1)
            case "page":
                self.pages.turn_to(int(area.id))
            case "phase":
                self.showing.show_phase(area.id)
            case kind:
                self.pages.toggle_light(Spotlight(kind, area.id))

    def _step_out(self) -> None:
        """Esc, rung by rung: the black, the spotlight, the full screen, the window."""
        shown = self.showing.shown
        if shown.black:
            self.showing.black_out(False)
        elif shown.spotlight is not None:
            self.showing.light(None)
        elif self.isFullScreen():
            self.fill_screen(False)
        else:
            self.close()

    def _lead(self, key: int) -> bool:
        """Do what a key stands for besides stepping; False where it stands for nothing."""
        match key:
            case _Key.Key_B | _Key.Key_Period:
                self.showing.black_out(not self.showing.shown.black)
            case _Key.Key_F:
                self.showing.freeze(self.showing.shown.frozen is None)
            case _Key.Key_F11:
                self.fill_screen(not self.isFullScreen())
            case _Key.Key_F5:
                self.close()
            case _Key.Key_Escape:
                self._step_out()
            case _:
                return False
        return True

    def event(self, event: QEvent) -> bool:
        """Tell of a key before its shortcut asks whether it can be asked for."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.key_pressed.emit()
        return super().event(event)

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
        """Step through phases and pages; nobody types here, so that letters may be keys.

        With Ctrl, Shift or Alt they are keys of the window's actions, or nobody's.
        """
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _PHASES:
            self.showing.show_neighbour(_PHASES[key])
        elif key in _PAGES:
            self.pages.turn(_PAGES[key])
        elif key in _ENDS:
            self.pages.show_end(_ENDS[key])
        elif not self._lead(key):
            super().keyPressEvent(event)

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
        if event.button() != Qt.MouseButton.LeftButton or area != pressed:
            return
        if self.showing.shown.black:
            self.showing.black_out(False)
        elif area is not None:
            self._do(area)
        elif self.showing.shown.spotlight is not None:
            self.showing.light(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is to be clicked any more."""
        super().leaveEvent(event)
        self._idle.stop()
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        event.accept()
        self.closed.emit()
