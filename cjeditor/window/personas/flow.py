"""Everything that is done with personas in one window: the card over the map, and the editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.edits.maps import set_map
from cjeditor.model.project import Project
from cjeditor.window.house import House
from cjeditor.window.personas.card import PersonaCard

if TYPE_CHECKING:
    # Not before somebody asks for it.
    from cjeditor.window.personas.dialog import PersonaDialog

_BELOW = 6


class PersonaFlow(QObject):
    """Shows the lead persona's card and opens the editor and the grid.

    Signals:
        map_wanted(str): this map should be shown.
    """

    map_wanted = Signal(str)

    def __init__(
        self, document: Document, canvas: MapCanvas, finish: Callable[[], bool], house: House, window: QWidget
    ) -> None:
        """Serve a canvas.

        Args:
            document: the project.
            canvas: shows one of its maps, with the persona's corner.
            finish: keeps what is being written; False where that was refused.
            house: what the windows share.
            window: stands behind the dialogue.
        """
        super().__init__(window)
        self._document = document
        self._canvas = canvas
        self._finish = finish
        self._house = house
        self._window = window
        self.card = PersonaCard(canvas.pictures, house.words, house.appearance.theme, canvas)
        self.card.edit_wanted.connect(self.open)
        self.card.lead_wanted.connect(self._choose_lead)
        self.card.left.connect(self._go_home)
        canvas.corner.clicked.connect(self.show_card)
        canvas.corner.edit_wanted.connect(self.open)
        document.changed.connect(self._follow)
        house.appearance.theme_changed.connect(self.card.set_theme)

    def show_card(self) -> None:
        """Show the lead persona's card or hide it; where there is none, open the editor and begin one."""
        persona = self._canvas.desk.arrangement.persona
        if self.card.isVisible():
            self.card.hide()
            self._go_home()
        elif persona is None:
            self._begin()
        elif self._finish():
            corner = self._canvas.corner
            at = corner.mapTo(self._canvas, QPoint(8, corner.height() + _BELOW))
            self.card.show_persona(persona, self._document.project, self._canvas.map_id, at)

    def open(self) -> None:
        """Open the editor."""
        self._opened()

    def open_grid(self) -> None:
        """Show which persona has which maps."""
        self.card.hide()
        if not self._finish():
            return
        # Imported here: nobody waits for it at start.
        from cjeditor.window.personas.grid_dialog import GridDialog  # noqa: PLC0415

        dialog = GridDialog(self._document, self._house.words, self._window)
        dialog.map_wanted.connect(self.map_wanted)
        dialog.finished.connect(self._go_home)
        dialog.open()

    def _begin(self) -> None:
        """Open the editor as asked by “Add persona”; a project without personas gets its first one."""
        dialog = self._opened()
        if dialog is not None and not self._document.project.personas:
            dialog.add()

    def _opened(self) -> PersonaDialog | None:
        self.card.hide()
        if not self._finish():
            return None
        # Imported here: nobody waits for it at start.
        from cjeditor.window.personas.dialog import PersonaDialog  # noqa: PLC0415
        from cjeditor.window.personas.library_flow import LibraryFlow  # noqa: PLC0415

        dialog = PersonaDialog(
            self._document, self._canvas.map_id, self._house.words, self._house.appearance.theme, self._window
        )
        library = LibraryFlow(self._document, self._house, dialog)
        library.taken.connect(dialog.show_persona)
        dialog.take_wanted.connect(library.take)
        dialog.export_wanted.connect(library.export)
        dialog.finished.connect(self._go_home)
        dialog.open()
        return dialog

    def _choose_lead(self, persona_id: str) -> None:
        """Let another persona lead the map, or nobody."""
        map_id = self._canvas.map_id

        def edit(project: Project) -> Project:
            return set_map(project, map_id, lead_persona=persona_id or None)

        self._canvas.desk.apply(self._house.words.t("Choose lead persona"), edit)
        self._go_home()

    def _follow(self) -> None:
        """Hide a card of somebody who is another one by now."""
        self.card.hide()

    def _go_home(self) -> None:
        self._canvas.setFocus()
