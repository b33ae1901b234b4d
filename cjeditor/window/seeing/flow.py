"""Finding and filtering in one window: the bar above its map and what stands in the menus for it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.analysis.finding import Sought
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.house import House
from cjeditor.window.seeing.chips import chips_of
from cjeditor.window.seeing.filter_menu import told
from cjeditor.window.seeing.find_bar import FindBar


class FindFlow(QObject):
    """Opens the bar, and lets bar and map follow each other."""

    def __init__(self, canvas: MapCanvas, place: QWidget, house: House) -> None:
        """Make it.

        Args:
            canvas: shows the map.
            place: what the canvas lies in; the bar stands above it.
            house: what windows share.
        """
        super().__init__(place)
        self._canvas = canvas
        self._finding = canvas.finding
        self._words = house.words
        self.bar = FindBar(house.words, house.icons, house.appearance.theme, place)
        self.bar.hide()
        column = place.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.bar)
        bar = self.bar
        bar.sought.connect(self._finding.seek)
        bar.stepped.connect(self.step)
        bar.select_wanted.connect(self.select)
        bar.filter_wanted.connect(self._fill_menu)
        bar.map_wanted.connect(canvas.setFocus)
        bar.ended.connect(self.end)
        self._finding.changed.connect(self._show)
        canvas.selection.changed.connect(self._show_count)
        house.appearance.theme_changed.connect(bar.set_theme)

    def open(self) -> None:
        """Go to the field; what was looked for is selected there, ready to be typed over."""
        if not self._canvas.finish_editing():
            return
        if self._finding.sought is None:
            self._canvas.trail.keep()
            self._finding.seek(Sought())
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def can_step(self) -> bool:
        """Whether there is a match to go to."""
        return self._finding.can_step()

    def step(self, by: int) -> None:
        """Go to the next match (1) or the one before (−1)."""
        if self._canvas.finish_editing():
            self._finding.step(by)

    def select(self) -> None:
        """Choose all matches, and go on on the map."""
        if self._canvas.finish_editing():
            self._finding.select()
            self._canvas.setFocus()

    def end(self) -> None:
        """Look for nothing any more: all cards are as they were."""
        self._finding.seek(None)
        self._canvas.setFocus()

    def _fill_menu(self) -> None:
        cards = [box.record for box in self._canvas.desk.arrangement.cards.values()]
        self.bar.menu.offer(self._canvas.desk.document.project, cards, self._finding.sought or Sought())

    def _show(self) -> None:
        sought = self._finding.sought
        self.bar.setVisible(sought is not None)
        found, project = sought or Sought(), self._canvas.desk.document.project
        chips = list(chips_of(found, project, self._words))
        self.bar.show_sought(found, chips, told(found, project, self._words))
        self._show_count()
        self._canvas.commands_changed.emit()

    def _show_count(self) -> None:
        if self._finding.sought is not None:
            journey = self._canvas.desk.map
            total = len(journey.touchpoints) + len(journey.notes)
            self.bar.show_count(self._finding.place, len(self._finding.matches), total)
