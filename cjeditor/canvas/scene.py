"""The map's graphics: the only place that makes and removes items. It follows the arrangement by identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QRect, QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsScene

from cjeditor.canvas.card_item import CardItem
from cjeditor.canvas.curve_item import CurveItem, pieces
from cjeditor.canvas.marks import CELL_LEVEL, LABEL_LEVEL, MARK_LEVEL, BoxMark, FocusMark, LabelMark, ShapeMark
from cjeditor.layout.curve import draw_levels
from cjeditor.layout.metrics import CARD_GAP, CELL_MARGIN, CELL_PADDING
from cjeditor.layout.primitives import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.selection import Spot
    from cjeditor.layout.arrangement import Arrangement, Curve
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
        self._curves: dict[tuple[str, int], CurveItem] = {}
        self._curve_sources: tuple[Curve, ...] = ()
        self._frame: tuple[object, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._lifted: list[CardItem] = []
        self._rules: list[QLineF] = []
        self._strong_rules: list[QLineF] = []
        self._separators: list[QLineF] = []
        self._dots: list[QLineF] = []
        self.cell_marks: list[BoxMark] = []
        self.slot_mark = BoxMark(MARK_LEVEL)
        self.band_mark = BoxMark(LABEL_LEVEL)
        self.focus_mark = FocusMark()
        self.point_mark = ShapeMark(MARK_LEVEL)
        self.label_mark = LabelMark()
        for mark in (self.slot_mark, self.band_mark, self.focus_mark, self.point_mark, self.label_mark):
            self.addItem(mark)
        self._take_pens()

    def show_arrangement(self, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map; items whose boxes are the same objects are left alone."""
        if words is not self._words:
            self._words = words
            for item in self._curves.values():
                item.show_ink(self.ink, words)
        self._arrangement = arrangement
        self._follow_cards(arrangement)
        self._follow_curves(arrangement)
        frame = _frame(arrangement)
        if frame != self._frame:
            self._frame = frame
            self._draw_rules(arrangement)
            self.setSceneRect(0, 0, arrangement.width + SLACK, arrangement.height + SLACK)
            self.update()

    def show_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self.ink = ink
        for card in self._cards.values():
            card.show_ink(ink)
        for curve in self._curves.values():
            curve.show_ink(ink, self._words)
        self._take_pens()
        self.update()

    def show_chosen(self, cards: frozenset[str]) -> None:
        """Draw rings around these cards."""
        for one in self._chosen ^ cards:
            item = self._cards.get(one)
            if item is not None:
                item.show_chosen(one in cards)
        self._chosen = cards

    def show_focus(self, spot: Spot | None, *, active: bool) -> None:
        """Show where the keys act, unless the selection ring shows it already or the keys go elsewhere."""
        rect = None if spot is None or not active else self.place_of(spot)
        if spot is None or rect is None or (spot.card and spot.card in self._chosen):
            self.focus_mark.hide()
        else:
            grown = rect.adjusted(-2, -2, 2, 2) if spot.card else rect
            self.focus_mark.show_at(grown, self.ink, empty=not spot.card)

    def place_of(self, spot: Spot) -> QRectF | None:
        """Return the rectangle of the focused card, or of the free place below a cell's cards."""
        arrangement = self._arrangement
        if arrangement is None:
            return None
        box = arrangement.cards.get(spot.card)
        if box is not None:
            return QRectF(box.x, box.y, box.width, box.height)
        column, lane = arrangement.column_of(spot.step), arrangement.lane_of(spot.lane)
        if column is None or lane is None:
            return None
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

    def lift(self, ids: Iterable[str], dx: float, dy: float) -> None:
        """Show cards being carried, so far from their places."""
        if not self._lifted:
            self._lifted = [self._cards[one] for one in ids if one in self._cards]
        for item in self._lifted:
            item.lift(dx, dy)

    def settle(self) -> None:
        """End every preview: carried cards lie in their places again and the gesture's marks are gone."""
        for item in self._lifted:
            item.put_back()
        self._lifted = []
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

    def _follow_cards(self, arrangement: Arrangement) -> None:
        items, boxes = self._cards, arrangement.cards
        for one, box in boxes.items():
            item = items.get(one)
            if item is None:
                item = items[one] = CardItem(box, self.ink)
                item.show_chosen(one in self._chosen)
                self.addItem(item)
            elif item.box is not box:
                item.show_box(box)
        if len(items) != len(boxes):
            for one in [one for one in items if one not in boxes]:
                self.removeItem(items.pop(one))

    def _follow_curves(self, arrangement: Arrangement) -> None:
        if arrangement.curves == self._curve_sources:  # points compare by identity first
            return
        self._curve_sources = arrangement.curves
        wanted = {(curve.lane, n): piece for curve in arrangement.curves for n, piece in pieces(curve).items()}
        for key, piece in wanted.items():
            item = self._curves.get(key)
            if item is None:
                item = self._curves[key] = CurveItem(piece, self.ink, self._words)
                self.addItem(item)
            else:
                item.show_piece(piece)
        for key in [key for key in self._curves if key not in wanted]:
            self.removeItem(self._curves.pop(key))

    def _draw_rules(self, arrangement: Arrangement) -> None:
        width, height = arrangement.width, arrangement.height
        self._rules = [QLineF(box.x, 0, box.x, height) for box in arrangement.phases[1:]]
        if arrangement.phases:
            self._rules.append(QLineF(width, 0, width, height))
        starts = {box.x for box in arrangement.phases}
        self._dots = [QLineF(one.x, 0, one.x, height) for one in arrangement.columns if one.x not in starts]
        self._strong_rules, self._separators = [], []
        for lane in arrangement.lanes:
            bottom = lane.y + lane.height
            if lane.lane.kind == "separator":
                self._separators.append(QLineF(0, lane.y + lane.height / 2, width, lane.y + lane.height / 2))
            else:
                self._rules.append(QLineF(0, bottom, width, bottom))
        for curve in arrangement.curves:
            for level in draw_levels(curve, width):
                if isinstance(level, Line):
                    strong = level.stroke == "rule.strong"
                    (self._strong_rules if strong else self._rules).append(
                        QLineF(level.x1, level.y1, level.x2, level.y2)
                    )

    def _take_pens(self) -> None:
        self._background = self.ink.brush("canvas")
        self._rule_pen = _hairline(self.ink.pen("rule"))
        self._strong_pen = _hairline(self.ink.pen("rule.strong"))
        self._dashed_pen = QPen(self.ink.pen("rule.strong", 1.2))
        self._dashed_pen.setCosmetic(True)
        self._dashed_pen.setDashPattern([5.0, 4.0])
        self._dotted_pen = QPen(self._rule_pen)
        self._dotted_pen.setDashPattern([2.0, 4.0])

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the ground with the rules between phases and lanes, the curve's levels, and separators."""
        painter.fillRect(rect, self._background)
        painter.setPen(self._rule_pen)
        painter.drawLines(self._rules)
        if self._dots and self.ink.detail != "far":
            painter.setPen(self._dotted_pen)
            painter.drawLines(self._dots)
        painter.setPen(self._strong_pen)
        painter.drawLines(self._strong_rules)
        painter.setPen(self._dashed_pen)
        painter.drawLines(self._separators)


def _hairline(pen: QPen) -> QPen:
    thin = QPen(pen)
    thin.setWidthF(1.0)
    thin.setCosmetic(True)
    return thin


def _frame(arrangement: Arrangement) -> tuple[object, ...]:
    """Return what the background depends on."""
    return (
        arrangement.width,
        arrangement.height,
        [(box.phase.id, box.x, box.column_count) for box in arrangement.phases],
        [column.x for column in arrangement.columns],
        [(box.lane.kind, box.y, box.height) for box in arrangement.lanes],
    )
