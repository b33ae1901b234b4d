"""Actions in their pane: what is done about what the map shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.charts.plan import FigureSpec, figure
from cjeditor.layout.theme import Theme
from cjeditor.model.change import Change
from cjeditor.window.action_list.edits import ActionEdits
from cjeditor.window.action_list.reading import ActionReading
from cjeditor.window.action_list.style import form_sheet, style_sheet
from cjeditor.window.action_list.table_page import TablePage
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label

_TOUCHPOINT = "tp_"
_FIGURES = ("actions", "effort_value", "trace", "pain")
"""The figures that tell of actions and of what leads to them."""


class Actions(QWidget):
    """Shows the actions of the project, and does with them what people want.

    Signals:
        refused(Problem): an edit was refused.
        hint(str): a sentence for the status bar.
        next_wanted(): the next step of the trace should be made of the chosen action.
        figure_wanted(str): this figure of the actions should be shown.
    """

    refused = Signal(object)
    hint = Signal(str)
    next_wanted = Signal()
    figure_wanted = Signal(str)

    def __init__(self, document: Document, canvas: MapCanvas, house: House, show_map: Callable[[str], None]) -> None:
        """Make it.

        Args:
            document: holds the actions.
            canvas: shows the cards that they are for.
            house: what the windows share.
            show_map: shows another map of the project.
        """
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._house = house
        self._words = words = house.words
        self._show_map = show_map
        self.setObjectName("actions_inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words.t("Actions"))
        self.edits = ActionEdits(document, words, self)
        self.page = TablePage(document, self.edits, self._reading(), house)
        icons = house.icons
        self.plus = icon_button(icons, "action_new", "plus", words.t("Add action for the selected cards"), self)
        self.on = icon_button(icons, "action_next", "arrow-right", words.t("Make the future touchpoint"), self)
        self.drop = icon_button(icons, "action_delete", "trash", words.t("Delete actions"), self)
        self.figures = [self._figure_button(figure(each)) for each in _FIGURES]
        self.told = label("", self)
        self.told.setObjectName("quiet")
        self._put_together()
        self._connect()
        self.set_theme(house.appearance.theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))
        self.page.form.setStyleSheet(form_sheet(theme))
        self.page.filter.set_theme(theme)

    def take_focus(self) -> None:
        """Give the focus to what people do next."""
        if self.page.rows.count:
            self.page.take_focus()
        else:
            self.plus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the actions as they are now."""
        reading = self._reading()
        self.page.read(reading)
        late = sum(reading.is_overdue(each) for each in reading.project.actions)
        self.told.setText(self._words.tn("{n} action overdue", "{n} actions overdue", late) if late else "")

    def add(self, cards: Sequence[str]) -> None:
        """Add an action for these cards of the map on screen and write its title."""
        made = self.edits.add(self._canvas.map_id, cards)
        if made:
            self.page.add(made)

    def show_action(self, action_id: str) -> None:
        """Go to an action and write its title."""
        self.page.add(action_id)

    def chosen(self) -> str:
        """Return the action that is chosen alone while the keys are here; empty for none."""
        ids = self.page.table.ids
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return ids[0] if inside and len(ids) == 1 else ""

    def rename(self) -> bool:
        """Write in the table if the keys are there, and say so."""
        if not self.page.table.hasFocus():
            return False
        self.page.table.write()
        return True

    def _reading(self) -> ActionReading:
        today = self._house.now().date().isoformat()
        return ActionReading(self._document.project, self._canvas.map_id, self._words, today)

    def _put_together(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(4)
        for button in (self.plus, self.on, self.drop):
            bar.addWidget(button)
        bar.addWidget(self.told, 1)
        for each in self.figures:
            bar.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.page, 1)

    def _figure_button(self, spec: FigureSpec) -> KeyButton:
        words = self._words
        tip = words.t("Show the figure “{title}”", title=words.t(spec.title))
        return icon_button(self._house.icons, f"action_figure_{spec.id}", spec.icon, tip, self)

    def _show_figure(self) -> None:
        self.figure_wanted.emit(_FIGURES[self.figures.index(cast(KeyButton, self.sender()))])

    def _connect(self) -> None:
        self._document.changed.connect(self._take_change)
        self._canvas.desk.map_shown.connect(self.refresh)
        self.edits.refused.connect(self.refused)
        self.page.hint.connect(self.hint)
        self.page.chosen.connect(self._show_chosen)
        self.page.table.new_wanted.connect(self._add_here)
        self.page.table.clicked.connect(self._show_cards)
        self.page.form.card_wanted.connect(self._go_to_card)
        self.page.form.cards_wanted.connect(self._add_selection)
        self.plus.clicked.connect(self._add_here)
        self.on.clicked.connect(self.next_wanted)
        self.drop.clicked.connect(self._delete)
        for each in self.figures:
            each.clicked.connect(self._show_figure)

    def _take_change(self, change: Change) -> None:
        concerns = change.touched("", "actions") or change.fields or change.maps or change.touched("", "maps")
        if concerns and self.isVisible():
            self.refresh()

    def _add_here(self) -> None:
        if self._canvas.finish_editing():
            self.add(self._canvas.desk.meant_cards() if self._canvas.selection.of("cards") else [])

    def _delete(self) -> None:
        if self.page.table.ids:
            self.edits.delete(self.page.table.ids)

    def _show_chosen(self) -> None:
        some = self.page.table.ids
        self.drop.setEnabled(bool(some))
        self.on.setEnabled(len(some) == 1)
        if self.page.table.hasFocus():
            self._select_here(some)

    def _select_here(self, ids: Sequence[str]) -> list[str]:
        """Choose the cards of these actions on the map on screen; return all of their cards."""
        reading = self.page.rows.reading
        found = [reading.action(each) for each in ids]
        cards = [card for each in found if each is not None for card in each.cards]
        here = [one for one in cards if one in self._canvas.desk.arrangement.cards]
        if here and set(here) != self._canvas.selection.of("cards") and self._canvas.finish_editing():
            self._canvas.desk.choose_cards(here)
        return cards

    def _show_cards(self) -> None:
        """After a click: also show the map on which the cards are, where it is another one."""
        cards = self._select_here(self.page.table.ids)
        here = self._canvas.desk.arrangement.cards
        if cards and not any(one in here for one in cards):
            self._go_to_card(cards[0])
            self._select_here(self.page.table.ids)

    def _go_to_card(self, card_id: str) -> None:
        home = self.page.rows.reading.home(card_id)
        if home and home != self._canvas.map_id:
            self._show_map(home)
        if card_id in self._canvas.desk.arrangement.cards:
            self._canvas.trail.keep()
            self._canvas.desk.choose_cards([card_id])

    def _add_selection(self, field: str) -> None:
        """Name the cards chosen on the map in a field of the chosen action."""
        chosen, meant = self.page.table.ids, self._canvas.desk.meant_cards()
        if field == "touchpoints":
            meant = [one for one in meant if one.startswith(_TOUCHPOINT)]
        action = self.page.rows.reading.action(chosen[0]) if len(chosen) == 1 else None
        if action is None:
            return
        if not meant:
            self.hint.emit(
                self._words.t("Select touchpoints on the map first.")
                if field == "touchpoints"
                else self._words.t("Select cards on the map first.")
            )
            return
        together = tuple(dict.fromkeys((*getattr(action, field), *meant)))
        self.edits.set([action.id], fields={field: together})

    def showEvent(self, event: QShowEvent) -> None:
        """Show the actions as they are now."""
        super().showEvent(event)
        self.refresh()
        self.page.measure()
