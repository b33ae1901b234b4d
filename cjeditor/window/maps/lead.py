"""State and persona of the map on screen, at the right of the toolbar: what they are, and menus to change them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from cjeditor.catalogue import terms
from cjeditor.layout.persona_names import persona_names
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.menu_plan import LINE, STATE, Menu
from cjeditor.window.menus import Menus
from cjeditor.window.plain import menu_text, tooltip_text

WIDEST_NAME = 150
"""Pixels of a persona's name in the toolbar; a longer one is cut with an ellipsis."""

_PERSONA_BUTTON = Menu("persona_button", "", (LINE, "map.personas"))

_NAME_LETTERS = 80
"""Of a name in a menu."""


class PersonaMenu(QObject):
    """Fills a menu with the project's personas, to choose whose journey the map shows.

    Signals:
        chosen(str): the persona of this id; empty for nobody.
    """

    chosen = Signal(str)

    def __init__(self, menu: QMenu, words: Texts) -> None:
        super().__init__(menu)
        self._menu = menu
        self._words = words
        self._group = QActionGroup(menu)
        # What belongs to the menu as planned stays below.
        self._below = menu.actions()[0] if menu.actions() else None

    def offer(self, project: Project, map_id: str) -> None:
        """Offer the personas that the project has now, the map's own one ticked."""
        for action in self._group.actions():
            self._menu.removeAction(action)
            action.deleteLater()
        lead = map_of(project, map_id).lead_persona
        self._add(self._words.t("No persona"), "", lead is None)
        names = persona_names(project.personas, self._words)
        for persona in project.personas:
            self._add(names[persona.id][:_NAME_LETTERS], persona.id, lead == persona.id)

    def _add(self, name: str, persona_id: str, ticked: bool) -> None:
        action = QAction(menu_text(name), self._group)
        action.setData(persona_id)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(self._triggered)
        if self._below is not None:
            self._menu.insertAction(self._below, action)
        else:
            self._menu.addAction(action)

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(sender.data())


class LeadButtons(QObject):
    """The two buttons, and the same menus elsewhere.

    Signals:
        persona_chosen(str): the persona of this id should lead the map; empty for nobody.
    """

    persona_chosen = Signal(str)

    def __init__(self, menus: Menus, bar: QToolBar, words: Texts) -> None:
        super().__init__(bar)
        self._words = words
        self.state = _button(bar, "state_button", words.t("State"))
        self.state.setMenu(menus.build(STATE, self.state))
        self.persona = _button(bar, "persona_button", words.t("Persona"))
        self.persona.setMenu(menus.build(_PERSONA_BUTTON, self.persona))
        for button in (self.state, self.persona):
            MenuHover(button)
            bar.insertWidget(menus.way_out, button)
        self._menus = [PersonaMenu(menu, words) for menu in (self.persona.menu(), *menus.open_ended["lead_persona"])]
        for menu in self._menus:
            menu.chosen.connect(self.persona_chosen)

    def show_map(self, project: Project, map_id: str) -> None:
        """Show state and persona of a map."""
        words, journey_map = self._words, map_of(project, map_id)
        state = terms.map_state(journey_map.state, words)
        self.state.setText(menu_text(state))
        self.state.setAccessibleName(words.t("State: {state}", state=state))
        lead = find(project.personas, journey_map.lead_persona or "")
        name = persona_names(project.personas, words)[lead.id] if lead is not None else words.t("No persona")
        metrics = QFontMetrics(self.persona.font())
        line = name.replace("\n", " ")[:_NAME_LETTERS]
        self.persona.setText(menu_text(metrics.elidedText(line, Qt.TextElideMode.ElideRight, WIDEST_NAME)))
        self.persona.setToolTip(tooltip_text(words.t("Persona: {name}", name=name)))
        self.persona.setAccessibleName(words.t("Persona: {name}", name=name))
        for menu in self._menus:
            menu.offer(project, map_id)


def _button(bar: QToolBar, name: str, tip: str) -> QToolButton:
    button = QToolButton(bar)
    button.setObjectName(name)
    button.setProperty("lists", True)
    button.setToolTip(tip)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
