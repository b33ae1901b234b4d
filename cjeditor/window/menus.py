"""Builds the menu bar, context menus and toolbar of a window from the plan and its actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from cjeditor.texts import Texts
from cjeditor.window import menu_plan
from cjeditor.window.action_set import ActionSet
from cjeditor.window.icons import Icons
from cjeditor.window.menu_hover import MenuHover

ICON_SIZE = 18
"""Pixels at 100 %."""


class Menus:
    """Makes the menus of one window.

    Menus without planned entries are found in `open_ended` by id, to be filled. What stands at the right of the toolbar
    comes before `way_out`, the line in front of the primary button.
    """

    def __init__(self, action_set: ActionSet, icons: Icons, words: Texts) -> None:
        self._actions = action_set
        self._icons = icons
        self._words = words
        self.open_ended: dict[str, list[QMenu]] = {}
        self.way_out = QAction()

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put the planned menus into the menu bar."""
        for menu in menu_plan.MENU_BAR:
            bar.addMenu(self.build(menu, bar))

    def build(self, plan: menu_plan.Menu, parent: QWidget) -> QMenu:
        """Return the menu that `plan` describes, with its submenus."""
        menu = QMenu(self._actions.menu_title(plan), parent)
        menu.setObjectName(plan.id)
        menu.setToolTipsVisible(False)
        if plan.icon:
            menu.setIcon(self._icons.icon(plan.icon))
        if not plan.entries:
            self.open_ended.setdefault(plan.id, []).append(menu)
        for entry in plan.entries:
            if isinstance(entry, menu_plan.Menu):
                menu.addMenu(self.build(entry, menu))
            elif entry == menu_plan.LINE:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry])
        return menu

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the planned buttons into the toolbar: most at the left, the way out of the house at the right."""
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for entry in menu_plan.TOOLBAR:
            if isinstance(entry, menu_plan.Menu):
                bar.addWidget(self._menu_button(entry, bar))
            elif entry == menu_plan.LINE:
                bar.addSeparator()
            else:
                self._add_button(bar, self._actions[entry], icon_only=entry in menu_plan.ICON_ONLY)
        spring = QWidget(bar)
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spring)
        self.way_out = bar.addSeparator()
        for row_id in menu_plan.TOOLBAR_RIGHT:
            self._add_primary(bar, self._actions[row_id])

    def _add_button(self, bar: QToolBar, action: QAction, *, icon_only: bool) -> None:
        bar.addAction(action)
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.iconText())
            if icon_only:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _add_primary(self, bar: QToolBar, action: QAction) -> None:
        """Add the one button that stands out. It has an icon of its own, in the colour that reads on its ground."""
        button = QToolButton(bar)
        button.setObjectName("primary")
        button.setText(action.iconText())
        button.setToolTip(action.toolTip())
        button.setIcon(self._icons.icon("printer", QPalette.ColorRole.HighlightedText))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStatusTip(action.statusTip())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        bar.addWidget(button)

    def _menu_button(self, plan: menu_plan.Menu, bar: QToolBar) -> QToolButton:
        button = QToolButton(bar)
        button.setObjectName(f"{plan.id}_button")
        button.setText(self._words.t("Lane"))
        button.setIcon(self._icons.icon("plus"))
        button.setToolTip(self._words.t(plan.text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self.build(plan, button))
        MenuHover(button)
        return button
