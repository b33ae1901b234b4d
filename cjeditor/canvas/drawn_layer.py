"""The items of all lanes of one kind: one for each part, so that a change repaints what looks different only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from cjeditor.canvas.drawn_item import DrawnItem

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink

_Key = TypeVar("_Key", bound="Hashable")
_Item = TypeVar("_Item", bound="PartItem")


class PartItem(DrawnItem):
    """What a lane shows of one part; kinds of it say in `area` where it lies and in `shapes` what is drawn of it."""

    def __init__(self, ink: Ink, level: float) -> None:
        super().__init__(ink, level)
        self._source: Any = None
        """What is shown; None before `show_source`."""

    def area(self) -> QRectF:
        """Return a rectangle around all that is drawn."""
        raise NotImplementedError

    def show_source(self, source: object) -> None:
        """Take another state of the part, not None; the same costs nothing."""
        if source is not self._source and source != self._source:
            self._source = source
            self.setRect(self.area())
            self.draw_anew()


class DrawnLayer(Generic[_Key, _Item]):
    """The items by their keys; kinds of it say what each of them shows."""

    def __init__(self, ink: Ink, make: Callable[[Ink], _Item]) -> None:
        self._ink = ink
        self._make = make
        self._items: dict[_Key, _Item] = {}

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for item in self._items.values():
            item.show_ink(ink)

    def show_sources(self, scene: QGraphicsScene, sources: Iterable[tuple[_Key, object]]) -> None:
        """Show these in `scene`, and none but these; what says the same in the same place is left alone."""
        wanted = dict(sources)
        for key in self._items.keys() - wanted.keys():
            scene.removeItem(self._items.pop(key))
        for key, source in wanted.items():
            item = self._items.get(key)
            if item is None:
                item = self._items[key] = self._make(self._ink)
                scene.addItem(item)
            item.show_source(source)
