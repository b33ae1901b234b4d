"""The pages of what is shown: which one the room sees, and how they are turned."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cjeditor import texts
from cjeditor.layout.room.content import Spotlight
from cjeditor.layout.room.page import NARROWEST_PAGE, PAGE_HEIGHT, RoomLayout, RoomPage, arrange_room, room_page
from cjeditor.window.room_view.showing import Showing


class Pages(QObject):
    """Arranges what `Showing` shows, once for each change.

    Signals:
        changed(): another page is to be seen, or something else on it.
    """

    changed = Signal()

    def __init__(self, showing: Showing) -> None:
        """Arrange `showing`, which belongs to the pages from now on."""
        super().__init__()
        showing.setParent(self)
        self.showing = showing
        self._form = (PAGE_HEIGHT * 16 / 9, PAGE_HEIGHT)
        self._shown = showing.shown
        self._layout = self._arranged(None)
        self._number = self._wanted()
        showing.changed.connect(self._take_change)

    @property
    def layout(self) -> RoomLayout:
        """All pages of the phase."""
        return self._layout

    @property
    def number(self) -> int:
        """Which page is seen, counted from 0."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages the phase has."""
        return len(self._layout.pages)

    def page(self) -> RoomPage:
        """Return the page that is seen."""
        shown = self.showing.shown
        return room_page(self._layout, self._number, shown.spotlight, frozen=shown.frozen is not None)

    def fit(self, width: float, height: float) -> None:
        """Arrange pages of another form, as wide and high in pixels of the window; how large is the same to them."""
        scale = scale_of(width, height)
        form = (width / scale, height / scale)
        if form != self._form:
            self._form = form
            self._layout = self._arranged(self._layout)
            self._number = self._wanted()
            self.changed.emit()

    def turn(self, by: int) -> None:
        """Turn a page on (1) or back (−1), beyond the ends to the next phase.

        While a card is in the spotlight, the next one comes there.
        """
        spotlight = self.showing.shown.spotlight
        if spotlight is not None and spotlight.kind == "card" and self._light_neighbour(spotlight, by):
            return
        if 0 <= self._number + by < self.count:
            self.turn_to(self._number + by)
        elif self.showing.show_neighbour(by) and by < 0:
            self.turn_to(self.count - 1)

    def turn_to(self, number: int) -> None:
        """Show a page, counted from 0; those beyond the ends are the first or the last one."""
        wanted = max(0, min(number, self.count - 1))
        if wanted != self._number:
            self._number = wanted
            self.changed.emit()

    def show_end(self, which: int) -> None:
        """Show the first phase (0) or the last one (−1)."""
        phases = self._layout.content.phases
        if phases:
            self.showing.show_phase(phases[which].id)

    def toggle_light(self, spotlight: Spotlight) -> None:
        """Put the spotlight there, or take it away from there."""
        self.showing.light(None if spotlight == self.showing.shown.spotlight else spotlight)

    def _light_neighbour(self, spotlight: Spotlight, by: int) -> bool:
        cards = self._layout.card_ids()
        at = cards.index(spotlight.id) + by if spotlight.id in cards else -1
        if not 0 <= at < len(cards):
            return False
        self.showing.light(Spotlight("card", cards[at]))
        return True

    def _take_change(self) -> None:
        before, self._shown = self._shown, self.showing.shown
        if self.showing.content is not self._layout.content:
            self._layout = self._arranged(self._layout)
        if before.place != self._shown.place:
            self._number = self._wanted()
        self._number = min(self._number, self.count - 1)
        self.changed.emit()

    def _wanted(self) -> int:
        """Return the page with the card or the lane that is to be seen, else the first one."""
        place, spotlight = self._shown.place, self._shown.spotlight
        if spotlight is None and place.card:
            spotlight = Spotlight("card", place.card)
        found = self._layout.page_of(spotlight) if spotlight is not None else None
        return found or 0

    def _arranged(self, before: RoomLayout | None) -> RoomLayout:
        content = self.showing.content
        return arrange_room(content, *self._form, texts.of(content.language), before)


def scale_of(width: float, height: float) -> float:
    """Return how many pixels of a window one of its page has."""
    return min(height / PAGE_HEIGHT, width / NARROWEST_PAGE)
