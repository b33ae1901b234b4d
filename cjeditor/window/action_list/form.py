"""All fields of the chosen action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from cjeditor.catalogue import action_terms
from cjeditor.document import Document
from cjeditor.model.edits.actions import set_actions
from cjeditor.model.mix import PARTS
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import N_, Texts
from cjeditor.window.action_list.action_cards import ActionCards
from cjeditor.window.action_list.reading import ActionReading
from cjeditor.window.icons import Icons
from cjeditor.window.own_keys import asks_for_deletion
from cjeditor.window.plain import label
from cjeditor.window.properties import options
from cjeditor.window.properties.choice_fields import ChoiceField, Option, SegmentField
from cjeditor.window.properties.day_field import DayField
from cjeditor.window.properties.flags_fields import FlagsField
from cjeditor.window.properties.shared import Flagged, edited
from cjeditor.window.properties.spec import Rows, Spec
from cjeditor.window.properties.tab_order import following
from cjeditor.window.properties.text_fields import TextField
from cjeditor.wording import sentence

_MARGIN = 40


def _statuses(_project: Project, words: Texts) -> Sequence[Option]:
    return [Option(key, words.t(name)) for key, name in action_terms.STATUSES.items()]


def _effects(_project: Project, words: Texts) -> Sequence[Option]:
    return [Option(key, words.t(name)) for key, name in action_terms.EFFECTS.items()]


def _parts(project: Project, words: Texts) -> Sequence[Option]:
    parts = PARTS[project.settings.mix_model]
    return [Option(None, words.t("No value")), *(Option(one, action_terms.mix_part(one, words)) for one in parts)]


_ONE_LINE = partial(TextField, breaks=False)
_PROSE = partial(TextField, least_lines=3)

FORM: Final[tuple[Spec, ...]] = (
    Spec("title", N_("Action"), partial(TextField, large=True), bare=True),
    Spec("status", N_("Status"), ChoiceField, options=_statuses),
    Spec("owner", N_("Owner"), _ONE_LINE),
    Spec("due", N_("Due"), DayField),
    Spec("effort", N_("Effort"), SegmentField, options=options.grades_or_none),
    Spec("effect_on_customer", N_("Effect on the customer"), SegmentField, options=options.grades_or_none),
    Spec("effect_on_business", N_("Effect on the business"), SegmentField, options=options.grades_or_none),
    Spec("effects", N_("What it brings"), FlagsField, options=_effects, shared=True),
    Spec("mix", N_("Marketing mix"), ChoiceField, options=_parts),
    Spec("description", N_("Description"), _PROSE, wide=True),
)
"""Every field of an action but the cards that it names."""


class ActionForm(QScrollArea):
    """Shows one action and changes it as people type.

    Signals:
        left(): Esc leads back to the table.
        card_wanted(str): a card should be shown on the map.
        cards_wanted(str): those chosen on the map should be named in this field of the action.
    """

    left = Signal()
    card_wanted = Signal(str)
    cards_wanted = Signal(str)

    def __init__(self, document: Document, words: Texts, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._words = words
        self._action = ""
        self.setObjectName("action_form")
        self.setAccessibleName(words.t("Fields of the action"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = Rows(FORM, words)
        self.cards = ActionCards("action_cards", words.t("For cards"), words.t("Add the selected cards"), icons, self)
        self.touchpoints = ActionCards(
            "action_touchpoints", words.t("Future touchpoints"), words.t("Add the selected touchpoints"), icons, self
        )
        self.nothing = label(words.t("Choose an action to see all its fields."), self)
        self.nothing.setObjectName("quiet")
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.nothing)
        column.addWidget(self.rows)
        column.addWidget(self.cards)
        column.addWidget(self.touchpoints)
        column.addStretch(1)
        self.setWidget(self._sheet)
        self._connect()

    def show_action(self, action_id: str, reading: ActionReading) -> None:
        """Show an action; nothing where there is none of that id."""
        action = reading.action(action_id)
        there = action is not None
        for part in (self.rows, self.cards, self.touchpoints):
            part.setVisible(there)
        self.nothing.setVisible(not there)
        if action is None:
            self._action = ""
            return
        if action.id != self._action:
            self._action = action.id
            self._document.end_merging()
            for field in self.rows.fields.values():
                field.begin()
            self.verticalScrollBar().setValue(0)
        self.rows.offer(reading.project)
        shown = {spec.key: getattr(action, spec.key) for spec in FORM}
        self.rows.show_values({**shown, "effects": (action.effects,)})
        self.rows.fields["mix"].setEnabled(bool(reading.project.settings.mix_model))
        self.cards.show_cards(action.cards, reading)
        self.touchpoints.show_cards(action.touchpoints, reading)

    def take_focus(self) -> None:
        """Give the focus to the first field."""
        self.rows.fields["title"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        for field in self.rows.fields.values():
            field.edited.connect(self._apply)
        for cards, take_away in ((self.cards, self._without_card), (self.touchpoints, self._without_touchpoint)):
            cards.card_wanted.connect(self.card_wanted)
            cards.removed.connect(take_away)
        self.cards.selection_wanted.connect(self._want_cards)
        self.touchpoints.selection_wanted.connect(self._want_touchpoints)

    def _want_cards(self) -> None:
        self.cards_wanted.emit("cards")

    def _want_touchpoints(self) -> None:
        self.cards_wanted.emit("touchpoints")

    def _without_card(self, card_id: str) -> None:
        self._take_away("cards", card_id)

    def _without_touchpoint(self, card_id: str) -> None:
        self._take_away("touchpoints", card_id)

    def _take_away(self, key: str, card_id: str) -> None:
        action = next((each for each in self._document.project.actions if each.id == self._action), None)
        if action is not None:
            self._change({key: tuple(one for one in getattr(action, key) if one != card_id)}, "")
            self.take_focus()

    def _apply(self, key: str, wanted: object) -> None:
        action = next((each for each in self._document.project.actions if each.id == self._action), None)
        if action is None:
            return
        field = self.rows.fields[key]
        if isinstance(wanted, Flagged):
            (wanted,) = edited((getattr(action, key),), wanted)
        merge = f"action {self._action} {field.session()}" if field.session() else ""
        problem = self._change({key: wanted}, merge)
        if problem:
            field.tell(problem)
        elif key != "effects":
            field.keep(wanted)

    def _change(self, fields: dict[str, object], merge: str) -> str:
        """Make an edit; return why it was refused, nothing where it was not."""
        action_id = self._action

        def edit(project: Project) -> Project:
            return set_actions(project, [action_id], **fields)

        try:
            self._document.apply(self._words.t("Change action"), edit, merge=merge)
        except EditRefused as refused:
            return sentence(refused.problem, self._words)
        return ""

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._document.end_merging()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next field with Tab, after the last one to the first; Esc leads out."""
        parts = (*self.rows.fields.values(), self.cards, self.touchpoints)
        wanted = following(parts, QApplication.focusWidget(), forward=forward)
        if wanted is None:
            return super().focusNextPrevChild(forward)
        wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self.ensureWidgetVisible(wanted, 0, _MARGIN)
        return True
