"""The bar above the steps of the agenda: ready plans, when the workshop begins, more and fewer steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTimeEdit, QToolButton, QWidget

from cjeditor.catalogue.agendas import plans
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.plain import menu_text, tooltip_text

_FORMAT = "HH:mm"


class AgendaBar(QWidget):
    """Says what is wanted.

    Signals:
        plan_wanted(str): the ready plan of this key should become the agenda.
        begin_wanted(str): the workshop should begin at this time of day, ``hh:mm``.
        begin_left(): the time of day is typed.
        addition_wanted(): a step more is wanted.
        removal_wanted(): the current step should go.
    """

    plan_wanted = Signal(str)
    begin_wanted = Signal(str)
    begin_left = Signal()
    addition_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.plans = KeyButton()
        self.plans.setParent(self)
        self.plans.setObjectName("agenda_plans")
        self.plans.setText(words.t("Ready plans"))
        self.plans.setToolTip(tooltip_text(words.t("Take a ready plan as the agenda")))
        self.plans.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.plans)
        self.menu.setToolTipsVisible(True)
        for each in plans():
            action = self.menu.addAction(menu_text(each.name.in_language(words.language)))
            action.setData(each.key)
            action.setToolTip(tooltip_text(each.sentence.in_language(words.language)))
        self.plans.setMenu(self.menu)
        MenuHover(self.plans)
        self.begin = QTimeEdit(self)
        self.begin.setObjectName("agenda_begin")
        self.begin.setDisplayFormat(_FORMAT)
        self.begin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.begin.setAccessibleName(words.t("Beginning of the workshop"))
        self.begin.setToolTip(tooltip_text(words.t("Beginning of the workshop")))
        self.plus = self._button("agenda_plus", "plus", words.t("Add agenda step"))
        self.minus = self._button("agenda_minus", "trash", words.t("Delete agenda step"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self.plans)
        row.addWidget(self.begin)
        row.addStretch(1)
        row.addWidget(self.plus)
        row.addWidget(self.minus)
        self.menu.triggered.connect(self._choose_plan)
        self.begin.timeChanged.connect(self._set_begin)
        self.begin.editingFinished.connect(self.begin_left)
        self.plus.clicked.connect(self.addition_wanted)
        self.minus.clicked.connect(self.removal_wanted)

    def show_begin(self, begin: str) -> None:
        """Show when the workshop begins: ``hh:mm``."""
        shown = QTime.fromString(begin, _FORMAT)
        if shown != self.begin.time():
            self.begin.blockSignals(True)
            self.begin.setTime(shown)
            self.begin.blockSignals(False)

    def offer_plans(self) -> None:
        """Open the menu of the ready plans, below its button."""
        self.plans.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.menu.popup(self.plans.mapToGlobal(self.plans.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        return icon_button(self._icons, name, icon, tip, self)

    def _choose_plan(self, action: QAction) -> None:
        self.plan_wanted.emit(action.data())

    def _set_begin(self, begin: QTime) -> None:
        self.begin_wanted.emit(begin.toString(_FORMAT))
