"""Takes cards to another map: at once where it is clear where they go, else after a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cjeditor.canvas.commands.losing import what_goes_with
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.outlet import Carried
from cjeditor.model import table
from cjeditor.model.edits.transfer import lost_links
from cjeditor.model.lookup import card, in_journey_order, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts
from cjeditor.window.frame import Frame
from cjeditor.window.maps.tabs import MapTabs
from cjeditor.window.plain import shortened
from cjeditor.window.transfer.asked import NEW_MAP, Transfer, done, route
from cjeditor.window.transfer.menu import MapMenu


class TransferFlow(QObject):
    """Moves and copies the chosen cards of one canvas to other maps."""

    def __init__(
        self,
        canvas: MapCanvas,
        tabs: MapTabs,
        words: Texts,
        window: Frame,
        finish_editing: Callable[[], bool],
    ) -> None:
        """Serve a canvas.

        Args:
            canvas: shows the map that the cards lie on.
            tabs: take cards that are dropped on them.
            words: the language of the window.
            window: where menus, hints and dialogues belong.
            finish_editing: keeps what is being written anywhere; False where that was refused.
        """
        super().__init__(window)
        self._canvas = canvas
        self._tabs = tabs
        self._words = words
        self._window = window
        self._finish_editing = finish_editing
        for menu in window.menus.open_ended["to_map"]:
            MapMenu(menu, canvas, words).chosen.connect(self.to)
        canvas.outlet.over.connect(self._aim)
        canvas.outlet.dropped.connect(self._drop)
        canvas.outlet.gone.connect(self._forget_aim)

    def can_move(self) -> bool:
        """Whether cards are meant."""
        return bool(self._canvas.desk.meant_cards())

    def ask(self) -> None:
        """Ask which map the meant cards go to."""
        ids = self._canvas.desk.meant_cards()
        if ids and self._finish_editing():
            others = [each.id for each in ordered(self._project.maps) if each.id != self._canvas.map_id]
            self._ask(Transfer(self._canvas.map_id, tuple(ids), others[0] if others else NEW_MAP))

    def to(self, map_id: str) -> None:
        """Move the meant cards to this map; ask where it is not clear where they go, or links would be lost."""
        self._begin(self._canvas.desk.meant_cards(), map_id, copies=False)

    def _begin(self, ids: list[str], target: str, *, copies: bool) -> None:
        if not ids or not self._finish_editing() or table.find(self._project.maps, target) is None:
            return
        source = self._canvas.map_id
        found = route(self._project, source, tuple(ids), target)
        steps = {each: match.id for each, match in found.steps.items()}
        lanes = {each: match.id for each, match in found.lanes.items()}
        asked = Transfer(source, tuple(ids), target, copies, steps, lanes)
        if not found.is_sure or (not copies and lost_links(self._project, source, ids)):
            self._ask(asked)
        else:
            self._do(asked)

    def _ask(self, asked: Transfer) -> None:
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.transfer.dialog import TransferDialog  # noqa: PLC0415

        dialog = TransferDialog(self._project, asked, self._words, self._window)
        dialog.confirmed.connect(self._do)
        dialog.open()

    def _do(self, asked: Transfer) -> None:
        desk, words, count = self._canvas.desk, self._words, len(asked.ids)
        title = words.t("New map")

        def edit(project: Project) -> Project:
            return done(project, asked, title)[0]

        if asked.copies:
            label = words.tn("Copy card to map", "Copy {n} cards to map", count)
        else:
            label = words.tn("Move card to map", "Move {n} cards to map", count)
        # Comments, links and actions go along; a vote was about the other map.
        lost = "" if asked.copies else what_goes_with(replace(desk.map, comments=(), links=()), asked.ids, words)
        if not desk.apply(label, edit):
            return
        target = table.find(self._project.maps, asked.target)
        name = title if target is None else shortened(target.title).strip() or words.t("Untitled")
        said = words.tn(
            "{n} card is on the map “{title}” now.", "{n} cards are on the map “{title}” now.", count, title=name
        )
        self._window.show_hint(f"{said} {lost}".strip())
        self._canvas.setFocus()

    def _aim(self, carried: Carried) -> None:
        target = self._tabs.map_at(carried.at)
        carried.taken = target not in ("", self._canvas.map_id)
        self._tabs.aim_at(target if carried.taken else "")

    def _drop(self, carried: Carried) -> None:
        target = self._tabs.map_at(carried.at)
        source = map_of(self._project, self._canvas.map_id)
        some = in_journey_order(source, (card(source, each) for each in carried.ids))
        self._begin([each.id for each in some], target, copies=carried.copies)

    def _forget_aim(self) -> None:
        self._tabs.aim_at("")

    @property
    def _project(self) -> Project:
        return self._canvas.desk.document.project
