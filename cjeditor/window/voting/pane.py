"""Dot voting in its pane: the form of a new round, the ballots of the open one, the rankings of closed ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue.voting_words import question_of
from cjeditor.layout.theme import Theme
from cjeditor.model.voting import VotingRound
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton
from cjeditor.window.plain import tooltip_text
from cjeditor.window.properties.choice import Choice
from cjeditor.window.voting.ballot_page import BallotPage
from cjeditor.window.voting.flow import Proposal, VotingFlow
from cjeditor.window.voting.result_page import ResultPage
from cjeditor.window.voting.start_form import StartForm
from cjeditor.window.voting.style import style_sheet


class Voting(QWidget):
    """Shows one round of the map on screen, or the form of a new one."""

    def __init__(self, flow: VotingFlow, canvas: MapCanvas, house: House) -> None:
        """Make it.

        Args:
            flow: the rounds.
            canvas: shows the cards of a ranking.
            house: what the windows share.
        """
        super().__init__()
        self._flow = flow
        self._canvas = canvas
        self._words = words = house.words
        self._shown = ""
        self.setObjectName("workshop_inside")
        self.setAccessibleName(words.t("Dot voting"))
        self.rounds = Choice(words.t("Rounds of voting"))
        self.rounds.setObjectName("voting_rounds")
        self.plus = KeyButton()
        self.plus.setParent(self)
        self.plus.setObjectName("voting_plus")
        self.plus.setIcon(house.icons.icon("plus"))
        self.plus.setIconSize(QSize(16, 16))
        self.plus.setAccessibleName(words.t("New round of voting"))
        self.plus.setToolTip(tooltip_text(words.t("New round of voting")))
        self.form = StartForm(words, house.icons)
        self.ballots = BallotPage(flow, house)
        self.result = ResultPage(flow, house)
        self.pages = QStackedWidget(self)
        for page in (self.form, self.ballots, self.result):
            self.pages.addWidget(page)
        self._put_together()
        self._connect()
        self.set_theme(house.appearance.theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.result.set_theme(theme)
        self.setStyleSheet(style_sheet(theme))

    def take_focus(self) -> None:
        """Give the focus to what people do next."""
        page = self.pages.currentWidget()
        if page is self.form:
            self.form.question.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif page is self.ballots:
            self.ballots.take_focus()
        else:
            self.result.take_focus()

    def refresh(self) -> None:
        """Show the rounds as they are now."""
        flow = self._flow
        rounds = flow.rounds()
        if self._shown and flow.round(self._shown) is None:
            self._shown = flow.open_round.id if flow.open_round is not None else ""
        self._show_choice(rounds)
        one = flow.round(self._shown)
        if one is None:
            self.form.offer(flow.map)
            self.pages.setCurrentWidget(self.form)
        elif one.is_open:
            self.ballots.show_round(one)
            self.pages.setCurrentWidget(self.ballots)
        else:
            self.result.show_round(one)
            self.pages.setCurrentWidget(self.result)

    def show_round(self, round_id: str) -> None:
        """Show a round, or with an empty id the form of a new one."""
        self._shown = round_id
        self.refresh()
        self.take_focus()

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 4, 12, 4)
        top.setSpacing(4)
        top.addWidget(self.rounds, 1)
        top.addStretch()
        top.addWidget(self.plus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        flow = self._flow
        flow.changed.connect(self._take_change)
        flow.round_wanted.connect(self.show_round)
        flow.proposed.connect(self._take_proposal)
        self.rounds.activated.connect(self._choose)
        self.plus.clicked.connect(self._begin_new)
        self.form.wanted.connect(self._open)
        self.ballots.closing_wanted.connect(flow.close)
        self.result.list.card_wanted.connect(self._go_to_card)

    def _show_choice(self, rounds: list[VotingRound]) -> None:
        words = self._words
        entries = [] if self._shown else [(words.t("New round of voting"), "")]
        for one in rounds:
            question = question_of(one, words)
            entries.append((words.t("{question} (open)", question=question) if one.is_open else question, one.id))
        if [(self.rounds.itemText(at), self.rounds.itemData(at)) for at in range(self.rounds.count())] != entries:
            self.rounds.clear()
            for text, key in entries:
                self.rounds.addItem(text, key)
        self.rounds.setCurrentIndex(max(0, self.rounds.findData(self._shown)))
        self.rounds.setVisible(len(entries) > 1)
        self.plus.setVisible(bool(self._shown) and self._flow.open_round is None)

    def _take_change(self) -> None:
        """Another map, or other rounds. Where nobody sees them they are shown later, unless clicks are dots."""
        if not self.isVisible() and not self._flow.is_clicking():
            return
        self._bring_forward()
        before = self.pages.currentWidget()
        self.refresh()
        if self.pages.currentWidget() is not before and self._has_focus():
            self.take_focus()

    def _bring_forward(self) -> None:
        """Go to the open round, unless people look at the ranking of another."""
        one = self._flow.open_round
        if one is not None and self._flow.round(self._shown) is None:
            self._shown = one.id

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _take_proposal(self, proposal: Proposal) -> None:
        if self._flow.open_round is not None:
            self.show_round(self._flow.open_round.id)
            return
        self._shown = ""
        self.refresh()
        self.form.propose(proposal, self._flow.participants)
        self.take_focus()

    def _choose(self) -> None:
        self.show_round(self.rounds.currentData() or "")

    def _begin_new(self) -> None:
        self._take_proposal(Proposal())

    def _open(self, fields: dict[str, object]) -> None:
        round_id = self._flow.edits.open(dict(fields))
        if round_id:
            self.form.clear()
            self.show_round(round_id)

    def _go_to_card(self, number: int) -> None:
        self._canvas.trail.keep()
        self._canvas.cards.go_to(number)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the rounds as they are now."""
        super().showEvent(event)
        self._bring_forward()
        self.refresh()
