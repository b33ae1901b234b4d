"""The form of a new round: the question, how many dots people have, and which cards it is about."""

from __future__ import annotations

from typing import Any, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.catalogue.voting_words import kind_name
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, ordered
from cjeditor.model.voting import MOST_DOTS, MOST_VOTERS, kind_of
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.narrow_form import narrow_form
from cjeditor.window.plain import label, one_line
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.window.voting.flow import Proposal
from cjeditor.window.voting.number_box import NumberBox

_USUAL_DOTS = 3


class StartForm(QScrollArea):
    """Asks what a round should be.

    Signals:
        wanted(dict): a round with these fields should be opened.
    """

    wanted = Signal(object)

    def __init__(self, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("voting_form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.question = LineEdit(words.t("Question"))
        self.question.setObjectName("voting_question")
        self.question.setPlaceholderText(words.t("What should people choose?"))
        self.dots = NumberBox("voting_dots", words.t("Dots per person"), 1, MOST_DOTS)
        self.dots.setValue(_USUAL_DOTS)
        self.most = NumberBox("voting_most", words.t("At most on one card"), 0, MOST_DOTS, words.t("no limit"))
        self.voters = NumberBox("voting_voters", words.t("Ballots expected"), 0, MOST_VOTERS, words.t("unknown"))
        self.kind = Choice(words.t("Cards"))
        self.kind.setObjectName("voting_kind")
        self.phase = Choice(words.t("Phase"))
        self.phase.setObjectName("voting_phase")
        self.lane = Choice(words.t("Lane"))
        self.lane.setObjectName("voting_lane")
        self.start = QPushButton(words.t("Open the round"))
        self.start.setObjectName("voting_start")
        self._icons = icons
        self._put_together()
        self.start.clicked.connect(self._want)
        self.question.returnPressed.connect(self._want)

    def offer(self, journey_map: JourneyMap) -> None:
        """Offer what there is on a map; what was chosen stays where it is still there."""
        words = self._words
        there = {kind_of(card) for card in cards(journey_map)}
        kinds: list[tuple[str, str, str]] = [(kind_name(None, words), "", "cards")]
        if "touchpoint" in there:
            kinds.append((kind_name("touchpoint", words), "touchpoint", "storefront"))
        order = {key: at for at, key in enumerate(get_args(NoteKind))}
        some = sorted((kind for kind in note_kinds() if kind.key in there), key=lambda kind: order[kind.key])
        kinds += [(kind_name(kind.key, words), kind.key, kind.icon) for kind in some]
        _fill(self.kind, [(text, key) for text, key, _ in kinds])
        for at, (_, _, icon) in enumerate(kinds):
            self.kind.setItemIcon(at, self._icons.icon(icon))
        phases = [
            (f"{number}  {one_line(phase.name) or words.t('Unnamed phase')}", phase.id)
            for number, phase in enumerate(ordered(journey_map.phases), start=1)
        ]
        _fill(self.phase, [(words.t("All phases"), ""), *phases])
        lanes = [
            (one_line(lane.name) or words.t("Unnamed lane"), lane.id)
            for lane in ordered(journey_map.lanes)
            if lane.holds
        ]
        _fill(self.lane, [(words.t("All lanes"), ""), *lanes])

    def propose(self, proposal: Proposal, voters: int) -> None:
        """Fill in what a step of the agenda says, and how many people take part; what else was typed stays."""
        if proposal.question:
            self.question.setText(one_line(proposal.question))
            self.phase.setCurrentIndex(max(0, self.phase.findData(proposal.phase)))
            self.lane.setCurrentIndex(max(0, self.lane.findData(proposal.lane)))
        if voters and not self.voters.value():
            self.voters.setValue(voters)

    def clear(self) -> None:
        """Forget the question: its round is open. Numbers stay, as the next round will be alike."""
        self.question.clear()

    def _put_together(self) -> None:
        words = self._words
        sheet = QWidget()
        sheet.setObjectName("sheet")
        form = narrow_form(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (words.t("Dots per person"), self.dots),
            (words.t("At most on one card"), self.most),
            (words.t("Ballots expected"), self.voters),
            (words.t("Cards"), self.kind),
            (words.t("Phase"), self.phase),
            (words.t("Lane"), self.lane),
        )
        for name, field in rows:
            named = label(name)
            named.setObjectName("label")
            named.setWordWrap(False)
            form.addRow(named, field)
        asked = label(words.t("Question"))
        asked.setObjectName("label")
        asked.setBuddy(self.question)
        hint = label(words.t("The result stays hidden until you close the round."))
        hint.setObjectName("quiet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        column.addWidget(asked)
        column.addWidget(self.question)
        column.addLayout(form)
        column.addWidget(self.start)
        column.addWidget(hint)
        column.addStretch(1)
        self.setWidget(sheet)

    def _want(self) -> None:
        fields: dict[str, Any] = {
            "question": self.question.text().strip(),
            "dots": self.dots.value(),
            "most_per_card": self.most.value(),
            "voters": self.voters.value(),
            "kind": self.kind.currentData() or None,
            "phase": self.phase.currentData() or None,
            "lane": self.lane.currentData() or None,
        }
        self.wanted.emit(fields)


def _fill(choice: Choice, entries: list[tuple[str, str]]) -> None:
    """Offer these entries, text and key; the chosen key stays chosen where it is still there."""
    if [(choice.itemText(at), choice.itemData(at)) for at in range(choice.count())] == entries:
        return
    kept = choice.currentData()
    choice.clear()
    for text, key in entries:
        choice.addItem(text, key)
    choice.setCurrentIndex(max(0, choice.findData(kept)))
