"""The canvas: view and headers of one map, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.body_view import BodyView
from cjeditor.canvas.desk import Desk
from cjeditor.canvas.headers import GAP, ColumnHeader, LaneHeader, header_scale
from cjeditor.canvas.ink import Ink
from cjeditor.canvas.scene import MapScene
from cjeditor.canvas.tools.gesture import Stage
from cjeditor.canvas.tools.hand import Hand
from cjeditor.canvas.view import LARGEST_ZOOM, SMALLEST_ZOOM

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from cjeditor.canvas.selection import Selection
    from cjeditor.document import Document
    from cjeditor.layout.theme import Theme
    from cjeditor.texts import Texts

_FIT_MARGIN = 8.0
_FIT_LARGEST = 1.5


class MapCanvas(QWidget):
    """Shows one map of a document and lets people work on it.

    Signals:
        zoom_changed(float): 1.0 is 100 %.
        refused(Problem): an edit was refused; nothing happened.
        hint(str): a sentence for the status bar.
    """

    zoom_changed = Signal(float)
    refused = Signal(object)
    hint = Signal(str)

    def __init__(
        self, document: Document, map_id: str, words: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ink = Ink(theme)
        self.desk = Desk(document, map_id, words)
        self._scene = MapScene(self._ink, words, self)
        self.view = BodyView(self._scene, self._ink)
        self.view.setParent(self)
        self.column_header = ColumnHeader(self.view, self._ink, words, self.desk.selection, self)
        self.lane_header = LaneHeader(self.view, self._ink, words, self.desk.selection, self)
        stage = Stage(self.desk, self._scene, self.view, self.column_header, self.lane_header)
        self._hand = Hand(stage, self)
        self._connect()
        self._name_parts()
        self._show_arrangement()

    @property
    def selection(self) -> Selection:
        """What is chosen, and where the keys act."""
        return self.desk.selection

    @property
    def map_id(self) -> str:
        """The map that is shown."""
        return self.desk.map_id

    def show_map(self, map_id: str) -> None:
        """Show another map of the project."""
        self.cancel_gesture()
        self.desk.show_map(map_id)

    def set_words(self, words: Texts) -> None:
        """Speak another language."""
        self.cancel_gesture()
        self.desk.set_words(words)
        self._name_parts()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.cancel_gesture()
        detail, self._ink = self._ink.detail, Ink(theme, self._ink.fonts)
        self._ink.detail = detail
        self._scene.show_ink(self._ink)
        self.view.set_ink(self._ink)
        self.column_header.set_ink(self._ink)
        self.lane_header.set_ink(self._ink)
        self.update()

    def cancel_gesture(self) -> bool:
        """Give up a drag in progress and leave everything as it was; return whether there was one."""
        return self._hand.cancel()

    def _connect(self) -> None:
        view, hand = self.view, self._hand
        view.zoom_changed.connect(self._take_zoom)
        view.looked_elsewhere.connect(self._follow_view)
        view.fit_wanted.connect(self._fit)
        view.pressed.connect(self._press_body)
        view.moved.connect(self._move_body)
        view.released.connect(hand.release)
        self.column_header.pressed.connect(self._press_columns)
        self.column_header.moved.connect(self._move_columns)
        self.column_header.released.connect(hand.release)
        self.lane_header.pressed.connect(self._press_lanes)
        self.lane_header.moved.connect(self._move_lanes)
        self.lane_header.released.connect(hand.release)
        self.desk.arranged.connect(self._show_arrangement)
        self.desk.refused.connect(self.refused)
        self.desk.hint.connect(self.hint)
        self.desk.focus_wanted.connect(self._reveal_focus)
        self.selection.changed.connect(self._show_selection)

    def _name_parts(self) -> None:
        words = self.desk.words
        self.setAccessibleName(words.t("Journey map"))
        self.view.setAccessibleName(words.t("Cards of the map"))
        self.column_header.setAccessibleName(words.t("Phases and steps"))
        self.lane_header.setAccessibleName(words.t("Lanes"))

    def _show_arrangement(self) -> None:
        desk = self.desk
        self.cancel_gesture()
        self._scene.show_arrangement(desk.arrangement, desk.words)
        self.column_header.show_arrangement(desk.arrangement, desk.words)
        self.lane_header.show_arrangement(desk.arrangement, desk.words)
        self._place_parts()
        self._show_selection()

    def _show_selection(self) -> None:
        self._scene.show_chosen(self.selection.of("cards"))
        self._scene.show_focus(self.selection.focus, active=True)
        self.column_header.update()
        self.lane_header.update()

    def _reveal_focus(self) -> None:
        focus = self.selection.focus
        rect = None if focus is None else self._scene.place_of(focus)
        if rect is not None:
            self.view.reveal(rect)

    def _take_zoom(self, zoom: float) -> None:
        self._place_parts()
        self.zoom_changed.emit(zoom)

    def _follow_view(self) -> None:
        self.column_header.update()
        self.lane_header.update()

    def _header_size(self, zoom: float) -> tuple[float, float]:
        scale, arrangement = header_scale(zoom), self.desk.arrangement
        return arrangement.lane_header_width * scale, arrangement.header_height * scale + GAP

    def _place_parts(self) -> None:
        width, height = (round(length) for length in self._header_size(self.view.zoom))
        self.column_header.setGeometry(width, 0, self.width() - width, height)
        self.lane_header.setGeometry(0, height, width, self.height() - height)
        self.view.setGeometry(width, height, self.width() - width, self.height() - height)

    def _fit(self) -> None:
        """Show the whole map: the largest zoom at which headers and body fit together."""
        arrangement = self.desk.arrangement
        small, large = SMALLEST_ZOOM, min(_FIT_LARGEST, LARGEST_ZOOM)
        for _ in range(24):
            zoom = (small + large) / 2
            width, height = self._header_size(zoom)
            fits = (
                width + arrangement.width * zoom + _FIT_MARGIN <= self.width()
                and height + arrangement.height * zoom + _FIT_MARGIN <= self.height()
            )
            small, large = (zoom, large) if fits else (small, zoom)
        self.view.show_from(small, QPointF(0, 0))

    def _press_body(self, event: QMouseEvent) -> None:
        self._hand.press(event, "body")

    def _move_body(self, event: QMouseEvent) -> None:
        self._hand.move(event, "body")

    def _press_columns(self, event: QMouseEvent) -> None:
        self._hand.press(event, "columns")

    def _move_columns(self, event: QMouseEvent) -> None:
        self._hand.move(event, "columns")

    def _press_lanes(self, event: QMouseEvent) -> None:
        self._hand.press(event, "lanes")

    def _move_lanes(self, event: QMouseEvent) -> None:
        self._hand.move(event, "lanes")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give view and headers their places."""
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the corner between the headers."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ink.brush("canvas"))

    def event(self, event: QEvent) -> bool:
        """Give up a drag when the window loses the keyboard: the release may go to somebody else."""
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.cancel_gesture()
        return super().event(event)
