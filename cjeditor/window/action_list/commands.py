"""What menus and keys do with actions and the trace: each step is made from the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.tracing import add_future_touchpoint
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused
from cjeditor.window.site import Site

if TYPE_CHECKING:
    # Not before somebody comes to see actions or properties.
    from cjeditor.model.project import Project
    from cjeditor.window.action_list.pane import Actions
    from cjeditor.window.properties.pane import Properties
    from cjeditor.window.properties.records_field import RecordsField


class ActionCommands(QObject):
    """Adds actions for what is chosen, and goes on along the trace.

    Signals:
        refused(Problem): an edit was refused.
        hint(str): a sentence for the status bar.
    """

    refused = Signal(object)
    hint = Signal(str)

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site
        self._canvas = site.canvas
        self._words = site.house.words

    def can_add(self) -> bool:
        """Whether cards are meant."""
        return bool(self._canvas.desk.meant_cards())

    def add(self) -> None:
        """Add an action for the cards that are meant, and write its title in the pane."""
        if self._canvas.finish_editing() and self.can_add():
            cards = self._canvas.desk.meant_cards()
            self._pane().add(cards)

    def can_go_on(self) -> bool:
        """Whether something follows from the chosen action or card."""
        if self._chosen_action():
            return True
        card = self._canvas.tracing.meant()
        if isinstance(card, Note):
            return card.kind == "opportunity" or self._canvas.tracing.can_go_on()
        return isinstance(card, Touchpoint)

    def next(self) -> None:
        """Make the next step of the trace.

        From a pain point a “how might we”, from that an opportunity, from that an action; from an action its future
        touchpoint, from a touchpoint a KPI. What is new is written at once.
        """
        if not self._site.finish_editing():
            return
        action = self._chosen_action()
        card = self._canvas.tracing.meant()
        if action:
            self._make_touchpoint(action)
        elif isinstance(card, Note) and card.kind == "opportunity":
            self._pane().add([card.id])
        elif isinstance(card, Touchpoint):
            self._make_kpi()
        elif self._canvas.tracing.can_go_on():
            self._canvas.setFocus()
            self._canvas.tracing.go_on()
        else:
            self.hint.emit(
                self._words.t(
                    "From a pain point follows a “how might we”, then an opportunity, an action, a future touchpoint "
                    "and a KPI. Choose one of them."
                )
            )

    def _chosen_action(self) -> str:
        pane = self._site.panes["actions"].content
        return cast("Actions", pane).chosen() if pane is not None else ""

    def _pane(self) -> Actions:
        self._site.panes.show_pane("actions", True)
        return cast("Actions", self._site.panes["actions"].content)

    def _make_touchpoint(self, action: str) -> None:
        made: list[tuple[str, str]] = []

        def edit(project: Project) -> Project:
            project, place, touchpoint = add_future_touchpoint(project, action, self._canvas.map_id, new_ids=new_id)
            made.append((place.map, touchpoint))
            return project

        try:
            self._site.document.apply(self._words.t("Make future touchpoint"), edit)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return
        home, touchpoint = made[-1]
        if home != self._canvas.map_id:
            self._site.show_map(home)
        self._canvas.desk.choose_cards([touchpoint])
        self._site.panes.go_home()
        self._canvas.cards.edit()

    def _make_kpi(self) -> None:
        self._site.panes.show_pane("properties", True)
        properties = cast("Properties", self._site.panes["properties"].content)
        properties.refresh()
        cast("RecordsField", properties.field("kpis")).add_button.click()
