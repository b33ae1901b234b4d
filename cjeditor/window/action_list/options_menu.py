"""What can be chosen about the table as a whole: groups, the marketing mix of the project, its columns."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHeaderView, QMenu, QToolButton, QWidget

from cjeditor.catalogue import action_terms
from cjeditor.model.fields import MixModel
from cjeditor.texts import Texts
from cjeditor.window.action_list.columns import COLUMNS, HEADINGS, TITLE
from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.plain import menu_text


class OptionsMenu(QObject):
    """The menu of one button.

    Signals:
        grouped(bool): actions should stand by owner, or not.
        mix_wanted(str): the project should use this model of the marketing mix.
        columns_changed(): a column was shown or hidden.
    """

    grouped = Signal(bool)
    mix_wanted = Signal(str)
    columns_changed = Signal()

    def __init__(self, header: QHeaderView, button: QToolButton, words: Texts, parent: QWidget) -> None:
        """Make it.

        Args:
            header: of the table.
            button: opens it.
            words: the language of the window.
            parent: goes when this goes.
        """
        super().__init__(parent)
        self._header = header
        self.menu = QMenu(parent)
        self.menu.setObjectName("action_options_menu")
        self.by_owner = self.menu.addAction(menu_text(words.t("Group by owner")))
        self.by_owner.setCheckable(True)
        self.by_owner.toggled.connect(self.grouped)
        mix = self.menu.addMenu(menu_text(words.t("Marketing mix of the project")))
        group = QActionGroup(mix)
        self.models: dict[str, QAction] = {}
        for model in get_args(MixModel):
            action = mix.addAction(menu_text(words.t(action_terms.MIX_MODELS[model])))
            action.setCheckable(True)
            action.setData(model)
            group.addAction(action)
            self.models[model] = action
        group.triggered.connect(self._choose_mix)
        self.menu.addSeparator()
        self.columns: list[QAction] = []
        for at, column in enumerate(COLUMNS):
            action = self.menu.addAction(menu_text(words.t("Column “{name}”", name=words.t(HEADINGS[column]))))
            action.setCheckable(True)
            action.setEnabled(at != TITLE)
            action.triggered.connect(self._show_columns)
            self.columns.append(action)
        self.menu.aboutToShow.connect(self.show_state)
        button.setMenu(self.menu)
        MenuHover(button)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def show_mix(self, model: MixModel) -> None:
        """Mark the model that the project uses."""
        self.models[model].setChecked(True)

    def show_state(self) -> None:
        """Mark the columns that are shown."""
        for at, action in enumerate(self.columns):
            action.setChecked(not self._header.isSectionHidden(at))

    def _choose_mix(self, action: QAction) -> None:
        self.mix_wanted.emit(str(action.data()))

    def _show_columns(self) -> None:
        for at, action in enumerate(self.columns):
            self._header.setSectionHidden(at, not action.isChecked())
        self.columns_changed.emit()
