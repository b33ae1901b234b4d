"""An open round in the pane: the question, how many have voted, the field for ballots, and what was cast."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from cjeditor.analysis.voting import Reading, read_ballot, written_ballot
from cjeditor.catalogue.voting_words import progress_of, question_of, rules_of
from cjeditor.model.lookup import find_card
from cjeditor.model.voting import MOST_VOTERS, VotingRound
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.voting.ballot_field import BallotField
from cjeditor.window.voting.ballot_list import BallotList
from cjeditor.window.voting.flow import VotingFlow
from cjeditor.window.voting.number_box import NumberBox
from cjeditor.window.voting.saying import ballot_said, trouble_said

_NEW = -1


class BallotPage(QWidget):
    """Takes the ballots of one round. What is typed for a round stays until it is cast or cleared.

    Signals:
        closing_wanted(): all have voted.
    """

    closing_wanted = Signal()

    def __init__(self, flow: VotingFlow, house: House) -> None:
        super().__init__()
        self._flow = flow
        self._house = house
        self._words = words = house.words
        self._round: VotingRound | None = None
        self._changing = _NEW
        self._typed: dict[str, str] = {}
        self.question = label("", self)
        self.question.setObjectName("voting_title")
        self.rules = label("", self)
        self.rules.setObjectName("quiet")
        self.progress = label("", self)
        self.progress.setObjectName("voting_progress")
        self.voters = NumberBox("ballot_voters", words.t("Ballots expected"), 0, MOST_VOTERS, words.t("unknown"))
        self.voters.setPrefix(f"{words.t('expected')} ")
        self.voters.setToolTip(tooltip_text(words.t("Ballots expected")))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(words.t("Ballots that are cast"))
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setObjectName("label")
        self.field = BallotField(words)
        self.name.setBuddy(self.field)
        self.said = label("", self)
        self.said.setObjectName("voting_said")
        self.cast = QPushButton(words.t("Cast ballot"), self)
        self.cast.setObjectName("ballot_cast")
        self.click = self._click_button()
        self.list = BallotList(words)
        self.change = self._button("ballot_change", "pencil-simple", words.t("Change ballot"))
        self.take_back = self._button("ballot_take_back", "arrow-counter-clockwise", words.t("Take back ballot"))
        self.close_round = QPushButton(words.t("Close the round"), self)
        self.close_round.setObjectName("voting_close")
        self._put_together()
        self._connect()

    def show_round(self, one: VotingRound) -> None:
        """Show how far a round is."""
        if self._round is None or one.id != self._round.id:
            self._round, self._changing = one, _NEW
            self.field.setText(self._typed.get(one.id, ""))
        before, self._round = self._round, one
        if len(one.ballots) < len(before.ballots) and self._changing != _NEW:
            self._end_changing()
        words = self._words
        self.question.setText(question_of(one, words))
        self.rules.setText(rules_of(one, self._flow.map, words))
        self.progress.setText(progress_of(one, words))
        self.voters.blockSignals(True)
        self.voters.setValue(one.voters)
        self.voters.blockSignals(False)
        self.bar.setVisible(one.voters > 0)
        self.bar.setMaximum(max(1, one.voters))
        self.bar.setValue(min(len(one.ballots), self.bar.maximum()))
        self.list.show_ballots(one)
        self._show_reading()
        self._show_buttons()

    def take_focus(self) -> None:
        """Give the focus to the field, where people go on behind what is typed."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.deselect()
        self.field.end(False)

    def _put_together(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.cast)
        buttons.addStretch(1)
        buttons.addWidget(self.click)
        above = QVBoxLayout()
        above.setContentsMargins(12, 4, 12, 8)
        above.setSpacing(6)
        so_far = QHBoxLayout()
        so_far.setSpacing(8)
        so_far.addWidget(self.progress, 1)
        so_far.addWidget(self.voters)
        above.addWidget(self.question)
        above.addWidget(self.rules)
        above.addLayout(so_far)
        for part in (self.bar, self.name, self.field, self.said):
            above.addWidget(part)
        above.addLayout(buttons)
        below = QHBoxLayout()
        below.setContentsMargins(12, 6, 12, 8)
        below.setSpacing(4)
        below.addWidget(self.change)
        below.addWidget(self.take_back)
        below.addStretch(1)
        below.addWidget(self.close_round)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        by_click = self._flow.by_click
        self.voters.valueChanged.connect(self._expect)
        self.voters.editingFinished.connect(self._flow.edits.end_session)
        self.field.textChanged.connect(self._take_text)
        self.field.sent.connect(self._cast)
        self.field.given_up.connect(self._give_up)
        self.field.left_below.connect(self.list.take_focus)
        self.cast.clicked.connect(self._cast)
        self.click.clicked.connect(self._flow.click)
        self.list.itemSelectionChanged.connect(self._show_buttons)
        self.list.change_wanted.connect(self._begin_changing)
        self.list.removal_wanted.connect(self._take_back)
        self.change.clicked.connect(self._begin_changing)
        self.take_back.clicked.connect(self._take_back)
        self.close_round.clicked.connect(self._close)
        by_click.dot_wanted.connect(self._add_dot)
        by_click.dot_unwanted.connect(self._remove_dot)
        by_click.cast_wanted.connect(self._cast)
        by_click.changed.connect(self._show_clicking)

    def _click_button(self) -> QToolButton:
        words = self._words
        made = self._button("ballot_click", "hand-pointing", words.t("Vote by clicks"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setText(words.t("Vote by clicks"))
        made.setToolTip(tooltip_text(words.t("Let each click on a card be a dot")))
        made.setCheckable(True)
        return made

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        return icon_button(self._house.icons, name, icon, tip, self)

    def _expect(self, voters: int) -> None:
        if self._round is not None:
            self._flow.edits.set(self._round.id, voters=voters)

    def _reading(self) -> Reading:
        return Reading() if self._round is None else read_ballot(self.field.text(), self._flow.map, self._round)

    def _take_text(self, text: str) -> None:
        if self._round is not None and self._changing == _NEW:
            self._typed[self._round.id] = text
        self._show_reading()

    def _show_reading(self) -> None:
        one, words = self._round, self._words
        if one is None:
            return
        reading = self._reading()
        trouble = reading.trouble
        number = (len(one.ballots) if self._changing == _NEW else self._changing) + 1
        shown = words.number(number)
        self.name.setText(
            words.t("Ballot {number}", number=shown)
            if self._changing == _NEW
            else words.t("Change ballot {number}", number=shown)
        )
        self._say(
            trouble_said(trouble, one, words)
            if trouble is not None
            else ballot_said(reading, self._flow.map, one, words),
            wrong=trouble is not None,
        )
        self.cast.setEnabled(bool(reading.dots) and trouble is None)
        self._flow.by_click.show_ballot(reading.dots, number, one.dots)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.said.setText(text)
        if self.said.property("wrong") != wrong:
            self.said.setProperty("wrong", wrong)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)

    def _cast(self) -> None:
        """Take the ballot in, if it is good; else what is wrong stays said, and typed."""
        one, reading = self._round, self._reading()
        if one is None or not reading.dots or reading.trouble is not None:
            return
        if self._changing == _NEW:
            self._typed.pop(one.id, None)
            self.field.clear()
            if not self._flow.edits.cast(one.id, reading.dots):
                self.field.setText(written_ballot(reading.dots, self._flow.map))
        elif self._flow.edits.change(one.id, self._changing, reading.dots):
            self._end_changing()

    def _give_up(self) -> None:
        if self._changing != _NEW:
            self._end_changing()
        else:
            self._flow.click(False)

    def _begin_changing(self) -> None:
        """Type a ballot anew; what stands in the field comes back afterwards."""
        one, position = self._round, self.list.position
        if one is None or not 0 <= position < len(one.ballots):
            return
        self._changing = position
        self.field.setText(written_ballot(one.ballots[position].dots, self._flow.map))
        self._show_reading()
        self._show_buttons()
        self.take_focus()

    def _end_changing(self) -> None:
        self._changing = _NEW
        self.field.setText(self._typed.get(self._round.id, "") if self._round is not None else "")
        self._show_reading()
        self._show_buttons()

    def _take_back(self) -> None:
        one, position = self._round, self.list.position
        if one is not None and position >= 0:
            self._flow.edits.take_back(one.id, position)

    def _close(self) -> None:
        """Close the round, but not over a ballot that is typed and not cast."""
        if self.field.text().strip():
            self._say(self._words.t("This ballot is not cast yet. Cast it with Enter, or clear the field."), wrong=True)
            self.take_focus()
        else:
            self.closing_wanted.emit()

    def _add_dot(self, card_id: str) -> None:
        self._write(card_id, 1)

    def _remove_dot(self, card_id: str) -> None:
        self._write(card_id, -1)

    def _write(self, card_id: str, by: int) -> None:
        """Put a dot on a card, or take one back, as if its number were typed; what cannot be is said, not typed."""
        one, journey_map = self._round, self._flow.map
        card = find_card(journey_map, card_id)
        if one is None or card is None:
            return
        numbers = self.field.text().split()
        if by > 0:
            wanted = " ".join([*numbers, str(card.number)])
            trouble = read_ballot(wanted, journey_map, one).trouble
            if trouble is not None:
                self._say(trouble_said(trouble, one, self._words), wrong=True)
                self._flow.hint.emit(self.said.text())
            else:
                self.field.setText(wanted)
        elif str(card.number) in numbers:
            at = len(numbers) - 1 - numbers[::-1].index(str(card.number))
            self.field.setText(" ".join(numbers[:at] + numbers[at + 1 :]))
        self.take_focus()

    def _show_clicking(self) -> None:
        on = self._flow.by_click.is_on
        self.click.setChecked(on)
        self._show_reading()
        self._show_buttons()
        if on:
            self.take_focus()

    def _show_buttons(self) -> None:
        chosen = self.list.position >= 0
        self.change.setEnabled(chosen)
        self.take_back.setEnabled(chosen)
        self.field.keeps_escape = self._changing != _NEW or self._flow.by_click.is_on
