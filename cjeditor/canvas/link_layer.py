"""The links of a map on the canvas: a line each, beneath the cards; the chosen ones lie above them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.card_item import FADED
from cjeditor.canvas.drawn_item import DrawnItem
from cjeditor.layout.draw_links import draw_link, draw_name, draw_name_over, halo, link_area, name_rect
from cjeditor.layout.linking import rough_box

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.arrangement import LinkBox
    from cjeditor.layout.primitives import Primitive

LINK_LEVEL = 2.5
NAME_LEVEL = 3.2
"""Above the cards, on whose lower edges some labels lie."""
CHOSEN_LEVEL = 3.5
_HALO = 6.0


class LinkLayer:
    """The items of the links."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._items: dict[str, LinkItem] = {}
        self._chosen: frozenset[str] = frozenset()
        self._faded: frozenset[str] = frozenset()
        self._by_card: dict[str, list[LinkItem]] = {}
        self._bent: list[LinkItem] = []

    def follow(self, scene: QGraphicsScene, links: Mapping[str, LinkBox]) -> None:
        """Show these links in `scene`; those that are the same objects are left alone."""
        for gone in self._items.keys() - links.keys():
            old = self._items.pop(gone)
            scene.removeItem(old.name)
            scene.removeItem(old)
        for link_id, box in links.items():
            item = self._items.get(link_id)
            if item is None:
                item = self._items[link_id] = LinkItem(box, self._ink)
                item.choose(link_id in self._chosen)
                scene.addItem(item)
                scene.addItem(item.name)
            elif item.box is not box:
                item.show_box(box)
        self._by_card = {}
        self.fade(self._faded)

    def fade(self, cards: frozenset[str]) -> None:
        """Let the links fade that come from or lead to these cards."""
        self._faded = cards
        for item in self._items.values():
            ends = (item.box.source.id, item.box.target.id)
            item.fade(not cards.isdisjoint(ends))

    def show_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for item in self._items.values():
            item.show_ink(ink)

    def choose(self, chosen: frozenset[str]) -> None:
        """Show these links as chosen."""
        for one in self._chosen ^ chosen:
            item = self._items.get(one)
            if item is not None:
                item.choose(one in chosen)
        self._chosen = chosen

    def bend(self, cards: Collection[str], dx: float, dy: float) -> None:
        """Let the links of cards that are carried follow them, so far from their places."""
        if not self._items:
            return
        if not self._bent:
            items = self._of_cards()
            self._bent = list({id(item): item for card in cards for item in items.get(card, ())}.values())
        for item in self._bent:
            source, target = item.box.source, item.box.target
            if source.id in cards:
                source = source._replace(x=source.x + dx, y=source.y + dy)
            if target.id in cards:
                target = target._replace(x=target.x + dx, y=target.y + dy)
            item.show_way(rough_box(item.box, source, target))

    def settle(self) -> None:
        """Show all links where their cards belong."""
        for item in self._bent:
            item.show_way(item.box)
        self._bent = []

    def item(self, link_id: str) -> LinkItem | None:
        """Return the item of a link."""
        return self._items.get(link_id)

    def _of_cards(self) -> dict[str, list[LinkItem]]:
        if not self._by_card:
            by_card: defaultdict[str, list[LinkItem]] = defaultdict(list)
            for item in self._items.values():
                by_card[item.box.source.id].append(item)
                by_card[item.box.target.id].append(item)
            self._by_card = dict(by_card)
        return self._by_card


class LinkItem(QGraphicsRectItem):
    """One link; the layer makes it and takes it away."""

    def __init__(self, box: LinkBox, ink: Ink) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(LINK_LEVEL)
        self.box = box
        self._way = box
        self._ink = ink
        self._picture: Picture | None = None
        self._chosen = False
        self._halo: Picture | None = None
        self.name = NameItem(box, ink)
        self.show_way(box)

    def show_box(self, box: LinkBox) -> None:
        """Take another state of the link."""
        self.box = box
        self.show_way(box)

    def show_way(self, way: LinkBox) -> None:
        """Draw the link between other places, as long as its cards are carried."""
        self._way = way
        self._picture = self._halo = None
        self.name.show_way(way)
        rect = QRectF(*link_area(way))
        if rect != self.rect():
            self.setRect(rect)
        self.update()

    def show_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._picture = self._halo = None
        self.name.show_ink(ink)
        self.update()

    def fade(self, faded: bool) -> None:
        """Fade while something else is looked for, or do not."""
        for item in (self, self.name):
            item.setOpacity(FADED if faded else 1.0)  # Qt compares

    def choose(self, chosen: bool) -> None:
        """Show whether it is chosen: above the cards, with its name and on a broad ground."""
        self._chosen = chosen
        self._picture = self._halo = None
        self.setZValue(CHOSEN_LEVEL if chosen else LINK_LEVEL)
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the line."""
        if self._picture is None:
            shapes = draw_link(self._way, named=True)
            self._picture = self._ink.picture((*shapes, *draw_name(self._way)) if self._chosen else shapes)
            self._halo = self._ink.picture([halo(shapes, _HALO)])
        if self._chosen and self._halo is not None:
            opacity = painter.opacity()
            painter.setOpacity(0.45 * opacity)
            self._halo.paint(painter, "full")
            painter.setOpacity(opacity)
        self._picture.paint(painter, "full" if self._ink.detail == "full" else "middle")


class NameItem(DrawnItem):
    """The label of one link, as long as it lies on the edges of cards."""

    def __init__(self, way: LinkBox, ink: Ink) -> None:
        super().__init__(ink, NAME_LEVEL)
        self._way = way

    def show_way(self, way: LinkBox) -> None:
        """Take another state of the link."""
        self._way = way
        over = way.name_at is not None and way.name_at.over
        if over:
            self.setRect(QRectF(*name_rect(way)))
        self.setVisible(over)
        self.draw_anew()

    def shapes(self) -> tuple[Primitive, ...]:
        """Return the pill."""
        return draw_name_over(self._way)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the pill, where it can be read."""
        if self._ink.detail == "full":
            super().paint(painter, option, widget)
