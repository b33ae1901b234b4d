"""A closed round in the pane: its ranking, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cjeditor.analysis.voting import ranking
from cjeditor.catalogue.voting_words import closing_of, question_of, rules_of
from cjeditor.layout.theme import Theme
from cjeditor.model.voting import VotingRound
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.voting.flow import VotingFlow
from cjeditor.window.voting.ranking_list import RankingList
from cjeditor.window.voting.ranking_look import RankingLook
from cjeditor.window.voting.ranking_rows import RankingRows


class ResultPage(QWidget):
    """Shows what people chose."""

    def __init__(self, flow: VotingFlow, house: House) -> None:
        super().__init__()
        self._flow = flow
        self._house = house
        self._words = words = house.words
        self._round: VotingRound | None = None
        self.question = label("", self)
        self.question.setObjectName("voting_title")
        self.facts = label("", self)
        self.facts.setObjectName("quiet")
        self.rows = RankingRows(words, self)
        self.list = RankingList(self.rows, words)
        self._look = RankingLook(self.list, self.rows, house.appearance.theme)
        self.list.setItemDelegate(self._look)
        self.empty = label(words.t("Nobody gave a dot."), self)
        self.empty.setObjectName("quiet")
        self.room = self._button("ranking_room", "projector-screen", words.t("In the room view"))
        self.room.setText(words.t("In the room view"))
        self.room.setToolTip(tooltip_text(words.t("Show the room this ranking")))
        self.room.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.room.setCheckable(True)
        self.reopen = self._button("ranking_reopen", "lock-open", words.t("Reopen the round"))
        self.drop = self._button("ranking_delete", "trash", words.t("Delete the round"))
        self._put_together()
        self.room.clicked.connect(self._show_in_room)
        self.reopen.clicked.connect(self._reopen)
        self.drop.clicked.connect(self._delete)
        flow.board.changed.connect(self._show_board)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._look.set_theme(theme)

    def show_round(self, one: VotingRound) -> None:
        """Show the ranking of a round."""
        self._round = one
        words, journey_map = self._words, self._flow.map
        self.question.setText(question_of(one, words))
        self.facts.setText(f"{closing_of(one, words)}\n{rules_of(one, journey_map, words)}")
        self.rows.show_places(ranking(journey_map, one))
        self.list.setVisible(self.rows.rowCount() > 0)
        self.empty.setVisible(self.rows.rowCount() == 0)
        another = self._flow.open_round is not None
        self.reopen.setEnabled(not another)
        self._show_board()

    def take_focus(self) -> None:
        """Give the focus to the ranking, where there is one."""
        if self.rows.rowCount():
            self.list.take_focus()
        else:
            self.room.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put_together(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(12, 4, 12, 8)
        above.setSpacing(4)
        above.addWidget(self.question)
        above.addWidget(self.facts)
        self.empty.setContentsMargins(12, 8, 12, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setContentsMargins(12, 6, 12, 8)
        below.setSpacing(4)
        below.addWidget(self.room)
        below.addStretch(1)
        below.addWidget(self.reopen)
        below.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(below)

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        return icon_button(self._house.icons, name, icon, tip, self)

    def _show_board(self) -> None:
        self.room.setChecked(self._round is not None and self._flow.board.ranking == self._round.id)

    def _show_in_room(self, shown: bool) -> None:
        self._flow.board.show_ranking(self._round.id if shown and self._round is not None else "")

    def _reopen(self) -> None:
        if self._round is not None:
            self._flow.edits.reopen(self._round.id)

    def _delete(self) -> None:
        if self._round is not None:
            self._flow.edits.delete(self._round.id)
