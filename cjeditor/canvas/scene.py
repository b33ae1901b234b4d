"""The map's graphics: the only place that makes and removes items. It follows the arrangement by identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtWidgets import QGraphicsScene

from cjeditor.canvas.card_item import CardItem
from cjeditor.canvas.channel_layer import ChannelLayer
from cjeditor.canvas.curve_item import CurveItem, changed_pieces
from cjeditor.canvas.far_layer import FarLayer
from cjeditor.canvas.folded import FoldedStrips
from cjeditor.canvas.funnel_layer import FunnelLayer
from cjeditor.canvas.ground import Ground
from cjeditor.canvas.link_layer import LinkLayer
from cjeditor.canvas.marks import CELL_LEVEL, LABEL_LEVEL, MARK_LEVEL, BoxMark, FocusMark, LabelMark, ShapeMark
from cjeditor.canvas.order_layer import OrderLayer
from cjeditor.canvas.spots import chip_under
from cjeditor.canvas.time_layer import TimeLayer
from cjeditor.layout.metrics import CARD_GAP, CELL_MARGIN, CELL_PADDING, CHIP_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPainter

    from cjeditor.canvas.curve_item import Piece
    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.selection import Spot
    from cjeditor.layout.arrangement import Arrangement, CardBox, Curve
    from cjeditor.texts import Texts

SLACK = 48.0
"""Room to scroll beyond the map's right and lower edge, in layout pixels."""
FREE_PLACE_HEIGHT = 36.0


class MapScene(QGraphicsScene):
    """Items for the cards and curves of one arrangement, and the marks of focus and gestures."""

    def __init__(self, ink: Ink, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ink = ink
        self._words = words
        self._arrangement: Arrangement | None = None
        self._cards: dict[str, CardItem] = {}
        self._boxes: Mapping[str, CardBox] = {}
        self._far = FarLayer(ink)
        self.links = LinkLayer(ink)
        self.order = OrderLayer(ink)
        self._channels = ChannelLayer(ink)
        self._times = TimeLayer(ink)
        self._funnel = FunnelLayer(ink)
        self._curves: dict[tuple[str, int], CurveItem] = {}
        self._curve_sources: dict[str, Curve] = {}
        self._straight: dict[str, Curve] = {}
        self._chosen: frozenset[str] = frozenset()
        self._faded: frozenset[str] = frozenset()
        self._lifted: list[CardItem] = []
        self._doubles = False
        self._ground = Ground(ink)
        self._folded = FoldedStrips(ink)
        self.cell_marks: list[BoxMark] = []
        self.slot_mark = BoxMark(MARK_LEVEL)
        self.band_mark = BoxMark(LABEL_LEVEL)
        self.focus_mark = FocusMark()
        self.point_mark = ShapeMark(MARK_LEVEL)
        self.handle_mark = ShapeMark(MARK_LEVEL)
        self.label_mark = LabelMark()
        for mark in (
            self.slot_mark,
            self.band_mark,
            self.focus_mark,
            self.point_mark,
            self.handle_mark,
            self.label_mark,
        ):
            self.addItem(mark)

    def show_arrangement(self, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map; items whose boxes are the same objects are left alone."""
        if words is not self._words:
            self._words = words
            for item in self._curves.values():
                item.show_ink(self.ink, words)
        self._arrangement = arrangement
        self._follow_cards(arrangement)
        self._follow_curves(arrangement)
        self.links.follow(self, arrangement.links)
        self._channels.follow(self, arrangement, words)
        self._times.follow(self, arrangement)
        self._funnel.follow(self, arrangement, words)
        strips = self._folded.follow(arrangement, words)
        if self._ground.follow(arrangement) or strips:
            self.setSceneRect(0, 0, arrangement.width + SLACK, arrangement.height + SLACK)
            self.update()

    def show_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self.ink = ink
        for card in self._cards.values():
            card.show_ink(ink)
        for curve in self._curves.values():
            curve.show_ink(ink, self._words)
        self.links.show_ink(ink)
        self.order.set_ink(ink)
        self._far.set_ink(ink)
        self._channels.set_ink(ink)
        self._times.set_ink(ink)
        self._funnel.set_ink(ink)
        self._ground.set_ink(ink)
        self._folded.set_ink(ink)
        self.update()

    def show_chosen(self, cards: frozenset[str]) -> None:
        """Draw rings around these cards."""
        for one in self._chosen ^ cards:
            item = self._cards.get(one)
            if item is not None:
                item.show_chosen(one in cards)
        if cards != self._chosen:
            self._far.choose(cards)
        self._chosen = cards

    def show_faded(self, cards: frozenset[str]) -> None:
        """Let these cards fade, with the links between them and others."""
        for one in self._faded ^ cards:
            item = self._cards.get(one)
            if item is not None:
                item.show_faded(one in cards)
        if cards != self._faded:
            self._far.fade(cards)
            self.links.fade(cards)
            self.order.fade(cards)
            self._times.fade(cards)
            for curve in self._curves.values():
                curve.fade(cards)
        self._faded = cards

    def show_far(self, far: bool) -> None:
        """Show all cards as one layer, or each by its own item."""
        if far != self._far.shown:
            self._far.show(far)
            for item in self._cards.values():
                item.setVisible(not far)

    def show_focus(self, spot: Spot | None, *, active: bool) -> None:
        """Show where the keys act, unless the selection ring shows it already or the keys go elsewhere."""
        rect = None if spot is None or not active else self.place_of(spot)
        if spot is None or rect is None or (spot.card and spot.card in self._chosen):
            self.focus_mark.hide()
        else:
            grown = rect.adjusted(-2, -2, 2, 2) if spot.card or spot.channel else rect
            lane = None if self._arrangement is None else self._arrangement.lane_of(spot.lane)
            column = None if self._arrangement is None else self._arrangement.column_of(spot.step)
            covered = lane is None or lane.folded or column is None or column.folded
            takes = lane is not None and bool(lane.lane.holds) and not covered
            self.focus_mark.show_at(grown, self.ink, plus=takes and not spot.card)

    def place_of(self, spot: Spot) -> QRectF | None:
        """Return the rectangle of the focused card or chip, or of the free place below a cell's cards."""
        arrangement = self._arrangement
        if arrangement is None:
            return None
        box = arrangement.cards.get(spot.card)
        if box is not None:
            return QRectF(box.x, box.y, box.width, box.height)
        chip = chip_under(arrangement, spot)
        if chip is not None:
            return QRectF(chip.x, chip.y, chip.width, CHIP_HEIGHT)
        column, lane = arrangement.column_of(spot.step), arrangement.lane_of(spot.lane)
        if column is None or lane is None:
            return None
        if column.folded or lane.folded:
            phase = next(box for box in arrangement.phases if box.phase is column.phase)
            across = (phase.x, phase.width) if column.folded else (column.x, column.width)
            return QRectF(across[0] + 3, lane.y + 3, across[1] - 6, lane.height - 6)
        top, height = lane.y + CELL_PADDING, FREE_PLACE_HEIGHT
        cell = arrangement.cells.get((spot.step, spot.lane), ())
        if cell:
            # Below the last card there is only what another column's taller cell leaves.
            top = max(other.y + other.height for other in cell) + CARD_GAP
            height = min(height, lane.y + lane.height - top - 3)
            if height < 10:
                top, height = lane.y + lane.height - 5, 3
        elif not lane.lane.holds:
            top, height = lane.y + 2, lane.height - 4
        return QRectF(column.x + CELL_MARGIN, top, column.width - 2 * CELL_MARGIN, height)

    def lift(self, ids: Iterable[str], dx: float, dy: float, *, doubles: bool = False) -> None:
        """Show cards being carried, so far from their places; `doubles` of them, while they stay."""
        if doubles is not self._doubles:
            self._put_down()
            self._doubles = doubles
        if not self._lifted:
            items = [self._cards[one] for one in ids if one in self._cards]
            self._lifted = [self._double(item.box) for item in items] if doubles else items
        for item in self._lifted:
            item.lift(dx, dy)
        if not doubles:
            carried = {item.box.id for item in self._lifted}
            self.links.bend(carried, dx, dy)
            self.order.carry(carried, dx, dy)

    def bend(self, curve: Curve) -> None:
        """Show a lane's curve in another shape until `settle`."""
        self._straight.setdefault(curve.lane, self._curve_sources[curve.lane])
        self._show_curve(curve)

    def settle(self) -> None:
        """End every preview: all cards and curves are in their places again and the gesture's marks are gone."""
        for curve in self._straight.values():
            self._show_curve(curve)
        self._straight = {}
        self._put_down()
        for mark in (self.slot_mark, self.band_mark, self.point_mark, self.label_mark, *self.cell_marks):
            mark.hide()

    def mark_cells(self, rects: list[QRectF], style: str) -> None:
        """Tint the cells that would take what is being dragged; `style` says whether they may."""
        while len(self.cell_marks) < len(rects):
            mark = BoxMark(CELL_LEVEL)
            self.cell_marks.append(mark)
            self.addItem(mark)
        for i, mark in enumerate(self.cell_marks):
            if i < len(rects):
                mark.show_at(rects[i], self.ink, fill=style, opacity=0.16)
            else:
                mark.hide()

    def card_item(self, card_id: str) -> CardItem | None:
        """Return the item of a card."""
        return self._cards.get(card_id)

    def _double(self, box: CardBox) -> CardItem:
        item = CardItem(box, self.ink)
        item.show_chosen(True)
        self.addItem(item)
        return item

    def _put_down(self) -> None:
        for item in self._lifted:
            if self._doubles:
                self.removeItem(item)
            else:
                item.put_back()
                item.setVisible(not self._far.shown)
        self.links.settle()
        self.order.settle()
        self._lifted = []
        self._doubles = False

    def _follow_cards(self, arrangement: Arrangement) -> None:
        items, old, boxes = self._cards, self._boxes, arrangement.cards
        self._boxes = boxes
        come = [box for was, box in zip(map(old.get, boxes), boxes.values(), strict=True) if was is not box]
        gone = [old[one] for one in old.keys() - boxes.keys()]
        gone_or_moved = gone + [old[box.id] for box in come if box.id in old]
        for box in come:
            item = items.get(box.id)
            if item is None:
                item = items[box.id] = CardItem(box, self.ink)
                item.show_chosen(box.id in self._chosen)
                item.show_faded(box.id in self._faded)
                item.setVisible(not self._far.shown)
                self.addItem(item)
            else:
                item.show_box(box)
        for box in gone:
            self.removeItem(items.pop(box.id))
        if come or gone:
            self._far.follow(self, gone_or_moved, come, arrangement.height)

    def _follow_curves(self, arrangement: Arrangement) -> None:
        curves = {curve.lane: curve for curve in arrangement.curves}
        for lane in self._curve_sources.keys() - curves.keys():
            for key in [key for key in self._curves if key[0] == lane]:
                self.removeItem(self._curves.pop(key))
        self._curve_sources = {lane: curve for lane, curve in self._curve_sources.items() if lane in curves}
        for curve in arrangement.curves:
            self._show_curve(curve)

    def _show_curve(self, curve: Curve) -> None:
        for number, piece in changed_pieces(self._curve_sources.get(curve.lane), curve).items():
            self._show_piece((curve.lane, number), piece)
        self._curve_sources[curve.lane] = curve

    def _show_piece(self, key: tuple[str, int], piece: Piece | None) -> None:
        item = self._curves.get(key)
        if piece is None:
            if item is not None:
                self.removeItem(self._curves.pop(key))
        elif item is None:
            item = self._curves[key] = CurveItem(piece, self.ink, self._words)
            item.fade(self._faded)
            self.addItem(item)
        else:
            item.show_piece(piece)
            item.fade(self._faded)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the ground with the rules between phases and lanes, the curve's levels, and separators."""
        self._ground.paint(painter, rect)
        self._folded.paint(painter, rect)
