"""Saved views in one window: keeping one, going to one or from one to the next, and the order of touchpoints."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.model.edits.views import add_view
from cjeditor.model.ids import PROJECT_PREFIXES, new_id
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.saved_view import SavedView
from cjeditor.model.table import find
from cjeditor.window.frame import Frame
from cjeditor.window.house import House
from cjeditor.window.plain import one_line, shortened
from cjeditor.window.room_view.flow import RoomViewFlow
from cjeditor.window.views.menu import ViewsMenu
from cjeditor.window.views.sight import area_of, sight_of, sought_in, spot_of

_ORDER = "order"
_LONGEST_NAME = 200
_FIELD_WIDTH = 380


class SavedViews(QObject):
    """The saved views of the project as one window shows them. Going to one is no step that could be undone.

    Signals:
        hint(str): something to say in the status bar.
    """

    hint = Signal(str)

    def __init__(
        self,
        canvas: MapCanvas,
        show_map: Callable[[str], None],
        finish: Callable[[], bool],
        room_view: RoomViewFlow,
        house: House,
        window: Frame,
    ) -> None:
        """Serve a canvas.

        Args:
            canvas: shows a map of the project.
            show_map: shows another one.
            finish: keeps what is being written; False where that was refused.
            room_view: follows where the window goes.
            house: what the windows share.
            window: stands behind the dialogues; its menu lists the views.
        """
        super().__init__(window)
        self._document = document = canvas.desk.document
        self._canvas = canvas
        self._show_map = show_map
        self._finish = finish
        self._room_view = room_view
        self._house = house
        self._words = house.words
        self._window = window
        self._current = ""
        canvas.show_order(house.preferences.flag(_ORDER, default=False))
        self._menu = ViewsMenu(window, document, self._here, house.words)
        self._menu.chosen.connect(self.show)
        self.hint.connect(window.show_hint)
        canvas.order_changed.connect(window.actions_of_window.refresh_soon)

    def show_order(self, shown: bool) -> None:
        """Show the order of the touchpoints, or do not; remembered."""
        self._house.preferences.keep_flag(_ORDER, shown)
        self._canvas.show_order(shown)

    def order_is_shown(self) -> bool:
        """Whether the order is shown."""
        return self._canvas.order_shown

    def save(self) -> None:
        """Ask what the present view is to be called, and keep it."""
        if not self._finish():
            return
        dialog = QInputDialog(self._window)
        dialog.setObjectName("save_view")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setInputMode(QInputDialog.InputMode.TextInput)
        dialog.setWindowTitle(self._words.t("Save this view"))
        dialog.setLabelText(self._words.t("Name of the view"))
        dialog.setTextValue(self._suggested())
        field = dialog.findChild(QLineEdit)
        if field is not None:
            field.setMaxLength(_LONGEST_NAME)
            field.setMinimumWidth(_FIELD_WIDTH)  # else the dialogue is narrower than its title
        dialog.textValueSelected.connect(self.keep)
        dialog.finished.connect(self._go_home)
        dialog.open()

    def keep(self, name: str) -> str:
        """Keep the present view under this name, behind the one that was gone to last; return its id."""
        view_id = new_id(PROJECT_PREFIXES["views"])
        name, fields = name.strip() or self._suggested(), sight_of(self._canvas)
        views = self._views()
        index = next((at + 1 for at, each in enumerate(views) if each.id == self._current), None)

        def edit(project: Project) -> Project:
            return add_view(project, view_id=view_id, index=index, name=name, **fields)

        self._document.apply(self._words.t("Save view"), edit)
        self._current = view_id
        self.hint.emit(self._words.t("The view “{name}” is saved.", name=shortened(name)))
        return view_id

    def can_step(self, by: int) -> bool:  # noqa: ARG002 - asked with the row's arguments
        """Whether there is a saved view to go to."""
        return bool(self._document.project.views)

    def step(self, by: int) -> None:
        """Go to the next saved view (1) or the one before (−1), round the ends; at first to the first or last."""
        ids = [each.id for each in self._views()]
        if ids:
            beyond = -1 if by > 0 else len(ids)
            at = ids.index(self._current) if self._current in ids else beyond
            self.show(ids[(at + by) % len(ids)])

    def show(self, view_id: str) -> None:
        """Look at a map as a saved view says; the room view follows."""
        view = find(self._document.project.views, view_id)
        if view is None or not self._finish():
            return
        canvas = self._canvas
        if canvas.map_id != view.map:
            self._show_map(view.map)
        canvas.finding.seek(sought_in(view))
        canvas.show_order(view.show_order)
        arrangement = canvas.desk.arrangement
        spot = spot_of(view, arrangement)
        if spot is not None:
            canvas.selection.put_focus(spot)
        if view.phase is not None:
            self._room_view.lead_to(view.phase)
        canvas.look_at(area_of(view, arrangement), view.zoom)
        self._current = view_id
        canvas.setFocus()
        self._tell(view)

    def manage(self) -> None:
        """Open the list of all saved views."""
        if not self._finish():
            return
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.views.dialog import ViewsDialog  # noqa: PLC0415

        dialog = ViewsDialog(self._document, self._canvas, self._words, self._here(), self._window)
        dialog.chosen.connect(self.show)
        dialog.save_wanted.connect(self.keep)
        dialog.finished.connect(self._go_home)
        dialog.open()

    def _tell(self, view: SavedView) -> None:
        words, ids = self._words, [each.id for each in self._views()]
        place, count = words.number(ids.index(view.id) + 1), words.number(len(ids))
        self.hint.emit(words.t("View {place} of {count}: {name}", place=place, count=count, name=shortened(view.name)))

    def _views(self) -> list[SavedView]:
        return ordered(self._document.project.views)

    def _here(self) -> str:
        """Return the view that was gone to last."""
        return self._current

    def _suggested(self) -> str:
        """Return a name for the present view: its phase's, or the map's, with a number where it is taken."""
        journey = map_of(self._document.project, self._canvas.map_id)
        phase = find(journey.phases, sight_of(self._canvas)["phase"] or "")
        name = one_line(phase.name if phase is not None and phase.name.strip() else journey.title).strip()
        name = name[:_LONGEST_NAME] or self._words.t("View")
        taken = {each.name for each in self._document.project.views}
        numbers = (f"{name} {number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(one for one in numbers if one not in taken)

    def _go_home(self) -> None:
        self._canvas.setFocus()
