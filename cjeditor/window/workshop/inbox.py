"""Inbox and parking lot in their pane: thoughts are taken down here, and sorted onto the map later."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.change import Change
from cjeditor.model.fields import NoteKind, ParkedPlace
from cjeditor.model.lookup import map_of, ordered
from cjeditor.window.button_row import ButtonRow
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.workshop.inbox_edits import InboxEdits
from cjeditor.window.workshop.inbox_list import InboxList
from cjeditor.window.workshop.inbox_look import InboxLook
from cjeditor.window.workshop.inbox_rows import InboxRows
from cjeditor.window.workshop.style import style_sheet
from cjeditor.window.workshop.thought_field import ThoughtField
from cjeditor.window.workshop.thought_menu import ThoughtMenu

PLACES: tuple[ParkedPlace, ...] = get_args(ParkedPlace)


class Inbox(QWidget):
    """Shows what waits in one of the two places, and does with it what people want.

    Signals:
        refused(Problem): an edit was refused.
        hint(str): a sentence for the status bar.
    """

    refused = Signal(object)
    hint = Signal(str)

    def __init__(self, document: Document, canvas: MapCanvas, house: House) -> None:
        """Make it.

        Args:
            document: holds what waits.
            canvas: shows the map onto which it goes.
            house: what the windows share.
        """
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._house = house
        self._words = words = house.words
        self.setObjectName("workshop_inside")
        self.setAccessibleName(words.t("Inbox"))
        self.edits = InboxEdits(document, words, self)
        self.field = ThoughtField(words)
        self.rows = InboxRows(self.edits, words, house.icons, self)
        self.list = InboxList(self.rows, words.t("Thoughts that wait"), self)
        self.list.setObjectName("inbox_list")
        self._look = InboxLook(self.list, house.appearance.theme)
        self.list.setItemDelegate(self._look)
        self.empty = label("", self)
        self.empty.setObjectName("quiet")
        self.keys = label("", self)
        self.keys.setObjectName("inbox_keys")
        self.places = QButtonGroup(self)
        self.tabs = ButtonRow(self, at_right=False, edge=(8, 4))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._put_together()
        self._connect(document)
        self.set_theme(house.appearance.theme)
        self.refresh()

    @property
    def place(self) -> ParkedPlace:
        """The place that is shown."""
        return PLACES[self.places.checkedId()]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._look.set_theme(theme)
        self.setStyleSheet(style_sheet(theme))

    def take_focus(self) -> None:
        """Give the focus to the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def park(self) -> None:
        """Move what is chosen in the list to the parking lot, if the keys act there; what is there already stays."""
        if self.place == "inbox" and self.list.hasFocus():
            self._part_chosen()

    def refresh(self) -> None:
        """Show what waits now."""
        words, chosen, current = self._words, self.list.ids, self.list.currentIndex().row()
        cards = self.edits.waiting(self.place)
        had = bool(chosen)
        self.rows.show_cards(cards)
        if had and self.list.ids != chosen:
            self.list.choose(chosen, current)
        for at, (place, name) in enumerate(zip(PLACES, (words.t("Inbox"), words.t("Parking lot")), strict=True)):
            count = len(self.edits.waiting(place))
            button = self.places.button(at)
            button.setText(f"{name} {words.number(count)}" if count else name)
        self.tabs.arrange()
        self.empty.setText(
            words.t("Thoughts wait here until they find a place.")
            if self.place == "inbox"
            else words.t("What leads off the subject waits here.")
        )
        self.empty.setVisible(not cards)
        if not cards and self.list.hasFocus():
            self.take_focus()  # not to whatever is next in the window: the next key would act there
        self.list.setVisible(bool(cards))
        self._show_buttons()

    def _put_together(self) -> None:
        words = self._words
        for at in range(len(PLACES)):
            button = self._button(f"inbox_{PLACES[at]}", "", "")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self.places.addButton(button, at)
            self.tabs.add(button)
        self.put = self._button("inbox_put", "map-pin", words.t("Put onto the map"))
        self.part = self._button("inbox_part", "archive-box", "")
        self.drop = self._button("inbox_drop", "trash", words.t("Delete"))
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(2)
        for button in (self.put, self.part):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.drop)
        above = QVBoxLayout()
        above.setContentsMargins(12, 2, 12, 6)
        above.addWidget(self.field)
        self.empty.setContentsMargins(12, 8, 12, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addLayout(above)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 1)
        self.keys.setContentsMargins(12, 4, 12, 4)
        column.addWidget(self.keys)
        column.addLayout(bar)

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        return icon_button(self._house.icons, name, icon, tip, self)

    def _connect(self, document: Document) -> None:
        document.changed.connect(self._take_change)
        self.edits.refused.connect(self.refused)
        self.edits.hint.connect(self.hint)
        self.field.sent.connect(self._take_lines)
        self.field.left_below.connect(self._go_to_list)
        self.places.idClicked.connect(self._turn)
        self.list.chosen.connect(self._show_buttons)
        self.list.placing_wanted.connect(self._put_chosen)
        self.list.phase_wanted.connect(self._put_into_phase)
        self.list.parting_wanted.connect(self._part_chosen)
        self.list.shift_wanted.connect(self._shift_chosen)
        self.list.removal_wanted.connect(self._drop_chosen)
        self.list.drag_begun.connect(self._drag_chosen)
        self.list.menu_wanted.connect(self._show_menu)
        self.put.clicked.connect(self._put_chosen)
        self.part.clicked.connect(self._part_chosen)
        self.drop.clicked.connect(self._drop_chosen)

    def _show_buttons(self) -> None:
        words, some = self._words, bool(self.list.ids)
        for button in (self.put, self.part, self.drop):
            button.setEnabled(some)
            button.setVisible(self.rows.rowCount() > 0)
        part = words.t("Move to the parking lot") if self.place == "inbox" else words.t("Move to the inbox")
        self.keys.setVisible(self.rows.rowCount() > 0)
        self.keys.setText(
            words.t("Enter: onto the map · Alt+1…9: into a phase · Ctrl+Enter: to the parking lot")
            if self.place == "inbox"
            else words.t("Enter: onto the map · Alt+1…9: into a phase · Ctrl+Enter: to the inbox")
        )
        self.part.setIcon(self._house.icons.icon("archive-box" if self.place == "inbox" else "tray"))
        self.part.setAccessibleName(part)
        self.part.setToolTip(tooltip_text(part))

    def _take_change(self, change: Change) -> None:
        if change.touched("", "parked"):
            self.refresh()

    def _turn(self) -> None:
        self.list.clearSelection()
        self.refresh()

    def _take_lines(self, text: str) -> None:
        self.edits.take_lines(text, self.place)

    def _go_to_list(self) -> None:
        if self.rows.rowCount():
            if not self.list.ids:
                self.list.setCurrentIndex(self.rows.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _put_chosen(self) -> None:
        ids = self.list.ids
        if ids and self._canvas.finish_editing():
            self._canvas.parking.place_at_focus(ids)

    def _put_into_phase(self, number: int) -> None:
        ids = self.list.ids
        if ids and self._canvas.finish_editing():
            self._canvas.parking.place_in_phase(ids, number)

    def _part_chosen(self) -> None:
        if self.list.ids:
            self.edits.move(self.list.ids, "parking_lot" if self.place == "inbox" else "inbox")

    def _shift_chosen(self, by: int) -> None:
        ids = self.list.ids
        if not ids:
            return
        first = self.rows.row_of(ids[0])
        stay = self.rows.rowCount() - len(ids)
        if 0 <= first + by <= stay:
            self.edits.move(ids, self.place, first + by)

    def _drop_chosen(self) -> None:
        if self.list.ids:
            self.edits.delete(self.list.ids)

    def _drag_chosen(self, at: QPoint) -> None:
        ids = self.list.ids
        card = self.rows.card(self.rows.row_of(ids[0]))
        title = card.text if card is not None and len(ids) == 1 else ""
        many = self._words.tn("{n} thought", "{n} thoughts", len(ids))
        self._canvas.begin_block_drag(Block("parked", title=title or many, parked=tuple(ids)), at)

    def _show_menu(self, at: QPoint) -> None:
        phases = ordered(map_of(self._document.project, self._canvas.map_id).phases)
        menu = ThoughtMenu(self.place, [each.name for each in phases], self._words, self._house.icons, self)
        menu.phase_wanted.connect(self._put_into_phase)
        menu.wanted.connect(self._do)
        menu.kind_wanted.connect(self._set_kind)
        menu.popup(at)

    def _do(self, what: str) -> None:
        if what == "edit":
            self.list.edit(self.list.currentIndex())
        else:
            {"place": self._put_chosen, "part": self._part_chosen, "delete": self._drop_chosen}[what]()

    def _set_kind(self, kind: NoteKind | None) -> None:
        self.edits.set_kind(self.list.ids, kind)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what waits now."""
        super().showEvent(event)
        self.refresh()
