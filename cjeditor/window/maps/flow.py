"""Several maps in one window: which one is on screen, its tab, its state and persona in the toolbar, and one more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.change import Change
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.window.frame import Frame
from cjeditor.window.house import House
from cjeditor.window.maps.edits import MapEdits
from cjeditor.window.maps.lead import LeadButtons
from cjeditor.window.maps.tabs import MapTabs
from cjeditor.wording import sentence

if TYPE_CHECKING:
    # Not before somebody asks for it.
    from cjeditor.window.new_map.dialog import Choice, NewDialog


class MapsFlow(QObject):
    """The maps of one window. `place` is what fills its middle: the canvas with the tabs below.

    Signals:
        shown(): another map is on screen.
        menu_wanted(QPoint, str, str): what can be done with a map, asked at this point of the screen; ``tab``, its id.
    """

    shown = Signal()
    menu_wanted = Signal(QPoint, str, str)

    def __init__(
        self,
        document: Document,
        canvas: MapCanvas,
        house: House,
        window: Frame,
        finish_editing: Callable[[], bool],
    ) -> None:
        """Make it.

        Args:
            document: whose project's maps they are.
            canvas: shows one of them.
            house: what windows share.
            window: where hints and dialogues belong.
            finish_editing: keeps what is being written anywhere; False where that was refused.
        """
        super().__init__(window)
        self._document = document
        self._canvas = canvas
        self._house = house
        self._words = house.words
        self._window = window
        self._finish_editing = finish_editing
        self._dialog: NewDialog | None = None
        self.edits = MapEdits(document, self._map_id, house.words, self._author, finish_editing, self)
        self.tabs = MapTabs(house.words, house.icons, house.appearance.theme, window.actions_of_window["map.new"])
        self.lead = LeadButtons(window.menus, window.tools, house.words)
        self.place = _around(canvas, self.tabs)
        self._connect()
        self._show_maps()

    def show_map(self, map_id: str) -> None:
        """Show this map, unless a text that is being written was refused."""
        if map_id == self._map_id():
            return  # the tab that is being dragged says so with each other tab that it passes
        if self._finish_editing():
            self._canvas.show_map(map_id)
        else:
            self._show_maps()

    def step(self, by: int) -> None:
        """Show the next map, or the one before."""
        if self.edits.can_move(by):
            ids = [each.id for each in ordered(self._document.project.maps)]
            self.show_map(ids[ids.index(self._map_id()) + by])

    def new(self) -> None:
        """Ask what one more map starts from."""
        if not self._finish_editing():
            return
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.new_map.dialog import NewDialog  # noqa: PLC0415

        theme = self._house.appearance.theme
        self._dialog = NewDialog(self._words, theme, self._window, project=self._document.project)
        self._dialog.chosen.connect(self._add)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    def rename(self) -> None:
        """Let the person write another title into the map's tab."""
        if self._finish_editing():
            self.tabs.rename(self._map_id())

    def _map_id(self) -> str:
        return self._canvas.map_id

    def _author(self) -> str:
        return self._house.preferences.defaults.author

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_map)
        self.tabs.moved.connect(self._move_to)
        self.tabs.renamed.connect(self._name)
        self.tabs.left.connect(self._canvas.setFocus)
        self.tabs.menu_wanted.connect(self.menu_wanted)
        self.lead.persona_chosen.connect(self.edits.set_lead)
        self.edits.made.connect(self._show_made)
        self.edits.hint.connect(self._window.show_hint)
        self.edits.refused.connect(self._say_refused)
        self._canvas.desk.map_shown.connect(self._map_shown)
        self._document.changed.connect(self._take_change)
        self._house.appearance.theme_changed.connect(self.tabs.set_theme)

    def _add(self, choice: Choice) -> None:
        """Add what was chosen; where it is refused the form stays open with all that was typed."""
        try:
            self.edits.add(choice)
        except EditRefused as refused:
            if self._dialog is not None:
                self._dialog.show_problem(sentence(refused.problem, self._words))
            return
        if self._dialog is not None:
            self._dialog.accept()
        self._canvas.setFocus()

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None

    def _show_made(self, map_id: str) -> None:
        self._canvas.show_map(map_id)

    def _move_to(self, map_id: str, index: int) -> None:
        self.edits.move_to(map_id, index)
        self._show_maps()

    def _name(self, map_id: str, typed: str) -> None:
        """Give a map the title that was written; without one it keeps its own."""
        old, title = map_of(self._document.project, map_id).title, typed.strip()
        untouched = typed == old.replace("\n", " ")
        if untouched or not title or self.edits.name(map_id, title):
            self.tabs.close_field()
        if not title and not untouched:
            self._window.show_hint(self._words.t("A map needs a title: the previous one was kept."))

    def _say_refused(self, problem: Problem) -> None:
        self._window.show_hint(sentence(problem, self._words))

    def _map_shown(self) -> None:
        self.tabs.close_field()
        self._show_maps()
        self.shown.emit()

    def _take_change(self, change: Change) -> None:
        """Follow the maps with their titles, states, places and personas. Cards do not matter."""
        tables = change.project.tables
        if "maps" in tables or "personas" in tables or any(each.fields for each in change.maps.values()):
            self._show_maps()

    def _show_maps(self) -> None:
        self.tabs.show_maps(self._document.project, self._map_id())
        self.lead.show_map(self._document.project, self._map_id())
        self._window.actions_of_window.refresh_soon()


def _around(canvas: MapCanvas, tabs: MapTabs) -> QWidget:
    """Return the canvas with the tabs below it."""
    place = QWidget()
    place.setObjectName("map_place")
    place.setFocusProxy(canvas)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(canvas, 1)
    column.addWidget(tabs)
    return place
