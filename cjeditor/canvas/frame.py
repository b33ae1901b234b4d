"""The map as something to look at: view and headers side by side, following each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.body_view import BodyView
from cjeditor.canvas.corner import PersonaCorner
from cjeditor.canvas.headers import GAP, ColumnHeader, LaneHeader, header_scale
from cjeditor.canvas.ink import Ink
from cjeditor.canvas.invitation import Invitation
from cjeditor.canvas.minimap import Minimap
from cjeditor.canvas.pictures import Pictures
from cjeditor.canvas.scene import SLACK, MapScene
from cjeditor.canvas.trail import Trail
from cjeditor.canvas.view import LARGEST_ZOOM, SMALLEST_ZOOM

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from cjeditor.canvas.desk import Desk

_TOP = 8
"""Air above the headers."""
_FIT_LARGEST = 1.5
_NEARLY = 0.98
"""A zoom is kept where so much of it would fit: what was seen once fits but for the rounding."""
_AROUND = 16.0
"""Layout pixels of air around what is zoomed to."""


class MapFrame(QWidget):
    """Shows the desk's map.

    Signals:
        zoom_changed(float): 1.0 is 100 %.
        order_changed(): the order of the touchpoints is shown now, or no longer.
    """

    zoom_changed = Signal(float)
    order_changed = Signal()

    def __init__(self, desk: Desk, ink: Ink, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._ink = ink
        self._scene = MapScene(ink, desk.labels, self)
        self.view = BodyView(self._scene, ink, self)
        self.column_header = ColumnHeader(self.view, ink, desk.labels, desk.selection, self)
        self.lane_header = LaneHeader(self.view, ink, desk.labels, desk.selection, self)
        self.trail = Trail(self.view)
        self.corner = PersonaCorner(ink, _TOP, self)
        self._invitation = Invitation(self)
        self.minimap = Minimap(self.view, ink, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view.zoom_changed.connect(self._take_zoom)
        self.view.looked_elsewhere.connect(self._update_headers)
        self.view.fit_wanted.connect(self._fit)
        if isinstance(ink.pictures, Pictures):
            ink.pictures.came.connect(self._show_picture)
        desk.focus_wanted.connect(self._reveal_focus)
        desk.choice_wanted.connect(self._reveal_choice)
        desk.cards_wanted.connect(self._reveal_cards)
        desk.selection.changed.connect(self._keep_chosen)

    def show_arrangement(self) -> None:
        """Follow the desk's arrangement."""
        arrangement, labels = self.desk.arrangement, self.desk.labels
        if isinstance(self._ink.pictures, Pictures):
            self._ink.pictures.follow(self.desk.document.project.assets)
        self._scene.show_arrangement(arrangement, labels)
        self._scene.order.follow(self._scene, self.desk.map, arrangement)
        self.column_header.show_arrangement(arrangement, labels)
        self.lane_header.show_arrangement(arrangement, labels)
        self.corner.show_arrangement(arrangement, labels, self.desk.words)
        self._invitation.show_for(arrangement, self.desk.words, self._ink)
        self._place_parts()
        self._keep_chosen()
        self.minimap.show_arrangement(arrangement)

    @property
    def order_shown(self) -> bool:
        """Whether numbers and a line show the order of the touchpoints."""
        return self._scene.order.wanted

    def show_order(self, shown: bool) -> None:
        """Show the order of the touchpoints, or do not."""
        if shown is not self._scene.order.wanted:
            self._scene.order.wanted = shown
            self._scene.order.follow(self._scene, self.desk.map, self.desk.arrangement)
            self.order_changed.emit()

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        ink.detail = self._ink.detail
        self._ink = ink
        self._scene.show_ink(ink)
        self.view.set_ink(ink)
        self.column_header.set_ink(ink)
        self.lane_header.set_ink(ink)
        self.corner.set_ink(ink)
        self.minimap.set_ink(ink)
        self.show_arrangement()
        self.update()

    def _update_headers(self) -> None:
        self.column_header.update()
        self.lane_header.update()

    def _show_picture(self) -> None:
        """Paint again where a picture may be: it has been decoded."""
        self.view.viewport().update()
        self.corner.update()

    def _reveal_focus(self) -> None:
        focus = self.desk.selection.focus
        rect = None if focus is None else self._scene.place_of(focus)
        if rect is not None:
            self.view.reveal(rect)

    def _chosen_area(self) -> QRectF:
        """Return what holds all chosen cards; empty where there are none."""
        area, cards = QRectF(), self.desk.arrangement.cards
        for one in self.desk.selection.of("cards"):
            if one in cards:
                area = area.united(QRectF(cards[one].x, cards[one].y, cards[one].width, cards[one].height))
        return area

    def _keep_chosen(self) -> None:
        self.view.kept = self._chosen_area()

    def _reveal_cards(self) -> None:
        """Show the chosen cards, as many of them as fit from the focused one on."""
        focus = self.desk.selection.focus
        first = None if focus is None else self._scene.place_of(focus)
        if first is None:
            return
        area, room = self._chosen_area().united(first), QRectF(self.view.viewport().rect())
        width, height = (room.width() - _AROUND) / self.view.zoom, (room.height() - _AROUND) / self.view.zoom
        if area.width() > width:
            area.setLeft(first.left())
            area.setWidth(min(area.width(), width))
        if area.height() > height:
            area.setTop(first.top())
            area.setHeight(min(area.height(), height))
        self.view.reveal(area, _AROUND / 2)

    def _reveal_choice(self) -> None:
        """Show where undo or redo did something; a view that shows some of it stays as it is."""
        room = QRectF(self.view.viewport().rect())
        seen = QRectF(self.view.scene_point(room.topLeft()), self.view.scene_point(room.bottomRight()))
        cards = self.desk.arrangement.cards
        boxes = (cards[one] for one in self.desk.selection.of("cards") if one in cards)
        if not any(seen.contains(QRectF(box.x, box.y, box.width, box.height)) for box in boxes):
            self._reveal_focus()

    def _take_zoom(self, zoom: float) -> None:
        self._place_parts()
        self.zoom_changed.emit(zoom)

    def _header_size(self, zoom: float) -> tuple[float, float]:
        scale, arrangement = header_scale(zoom), self.desk.arrangement
        return arrangement.lane_header_width * scale, arrangement.header_height * scale + GAP + _TOP

    def _place_parts(self) -> None:
        width, height = (round(length) for length in self._header_size(self.view.zoom))
        self.corner.show_zoom(self.view.zoom)
        self.corner.setGeometry(0, 0, width, height)
        self.column_header.setGeometry(width, _TOP, self.width() - width, height - _TOP)
        self.lane_header.setGeometry(0, height, width, self.height() - height)
        self.view.setGeometry(width, height, self.width() - width, self.height() - height)
        self._invitation.setGeometry(self.rect())
        self.minimap.follow()

    def fit_area(self, area: QRectF) -> None:
        """Show a rectangle of the map as large as it fits, in the middle of the view."""
        self.trail.keep()
        grown = area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        zoom = self._largest_zoom(grown.width(), grown.height())
        width, height = self._header_size(zoom)
        room = QRectF(0, 0, (self.width() - width) / zoom, (self.height() - height) / zoom)
        room.moveCenter(grown.center())
        # Left of the first phase and above the first lane there is nothing to look at.
        room.moveTo(max(0.0, room.left()), max(0.0, room.top()))
        self.view.show_from(zoom, room.topLeft())

    def look_at(self, area: QRectF, zoom: float) -> None:
        """Show a rectangle of the map from its upper left corner on, at `zoom` or, where it is larger, as it fits."""
        self.trail.keep()
        fitting = self._largest_zoom(area.width(), area.height(), LARGEST_ZOOM)
        self.view.show_from(zoom if fitting > zoom * _NEARLY else fitting, area.topLeft())

    def _fit(self) -> None:
        """Show the whole map."""
        self.trail.keep()
        arrangement = self.desk.arrangement
        zoom = self._largest_zoom(arrangement.width + SLACK, arrangement.height + SLACK)
        self.view.show_from(zoom, QPointF(0, 0))

    def _largest_zoom(self, across: float, down: float, most: float = _FIT_LARGEST) -> float:
        """Return the largest zoom at which the headers and so much of the body fit together."""
        small, large = SMALLEST_ZOOM, most
        for _ in range(24):
            zoom = (small + large) / 2
            width, height = self._header_size(zoom)
            fits = width + across * zoom + 1 <= self.width() and height + down * zoom + 1 <= self.height()
            small, large = (zoom, large) if fits else (small, zoom)
        return small

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give view and headers their places."""
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the corner between the headers."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ink.brush("canvas"))
