"""Dot voting in one window: what menus and keys do, and what pane, map and room view have in common of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from cjeditor.analysis.voting import open_round
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.change import Change
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import AgendaStep
from cjeditor.model.table import find
from cjeditor.model.voting import VotingRound
from cjeditor.window.house import House
from cjeditor.window.panes import Panes
from cjeditor.window.voting.board import VotingBoard
from cjeditor.window.voting.by_click import VotingByClick
from cjeditor.window.voting.edits import VotingEdits
from cjeditor.window.workshop.timer import WorkshopTimer


class Proposal(NamedTuple):
    """What a new round could be: as a step of the agenda says it."""

    question: str = ""
    phase: str = ""
    lane: str = ""


class VotingFlow(QObject):
    """The rounds of the map on screen.

    Signals:
        refused(Problem): an edit was refused.
        hint(str): a sentence for the status bar.
        changed(): rounds are others, or another map is on screen.
        round_wanted(str): this round should be shown; empty for the form of a new one.
        proposed(Proposal): a new round is wanted, filled in so far.
    """

    refused = Signal(object)
    hint = Signal(str)
    changed = Signal()
    round_wanted = Signal(str)
    proposed = Signal(object)

    def __init__(
        self, document: Document, canvas: MapCanvas, timer: WorkshopTimer, house: House, panes: Panes, parent: QObject
    ) -> None:
        """Make it.

        Args:
            document: holds the rounds.
            canvas: shows the map that people vote on.
            timer: walks through the agenda; a new step takes the ranking off the room view.
            house: what the windows share.
            panes: those of the window; the pane for voting is one of them.
            parent: owner.
        """
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self._words = house.words
        self._panes = panes
        self.edits = VotingEdits(document, self.map_id, house.now, house.words, self)
        self.board = VotingBoard(self)
        self.by_click = VotingByClick(canvas, house, self)
        self.edits.refused.connect(self.refused)
        self.by_click.changed.connect(canvas.commands_changed)
        document.changed.connect(self._take_change)
        canvas.desk.map_shown.connect(self._take_map)
        timer.begun.connect(self.board.clear)

    def map_id(self) -> str:
        """Return the map on screen."""
        return self._canvas.map_id

    @property
    def map(self) -> JourneyMap:
        """The map on screen."""
        return map_of(self._document.project, self.map_id())

    @property
    def participants(self) -> int:
        """How many people take part, as far as the project knows."""
        return sum(bool(line.strip()) for line in self._document.project.settings.participants.splitlines())

    @property
    def open_round(self) -> VotingRound | None:
        """The round that people vote in now."""
        return open_round(self.map)

    def rounds(self) -> list[VotingRound]:
        """Return the rounds of the map, the newest first."""
        return ordered(self.map.rounds)[::-1]

    def round(self, round_id: str) -> VotingRound | None:
        """Return a round of the map, or None."""
        return find(self.map.rounds, round_id)

    def start(self) -> None:
        """Go to the form of a new round, or to the one that is open."""
        self._panes.show_pane("voting", True)
        one = self.open_round
        if one is None:
            self.proposed.emit(Proposal())
        else:
            self.round_wanted.emit(one.id)

    def start_from(self, step: AgendaStep) -> None:
        """Go to the form of a new round on what a step of the agenda asks."""
        self._panes.show_pane("voting", True)
        lane = step.lanes[0] if len(step.lanes) == 1 else ""
        self.proposed.emit(Proposal(step.question or step.title, step.phase or "", lane))

    def can_vote(self) -> bool:
        """Whether a round is open."""
        return self.open_round is not None

    def click(self, wanted: bool) -> None:
        """Let clicks on the map be dots, or not."""
        one = self.open_round
        if wanted and one is not None:
            self._panes.show_pane("voting", True)
            self.round_wanted.emit(one.id)
            self.by_click.begin()
        else:
            self.by_click.end()

    def is_clicking(self) -> bool:
        """Whether clicks on the map are dots."""
        return self.by_click.is_on

    def can_take_back(self) -> bool:
        """Whether there is a ballot to take back."""
        one = self.open_round
        return one is not None and bool(one.ballots)

    def take_back(self) -> None:
        """Take the last ballot back."""
        one = self.open_round
        if one is not None and one.ballots:
            self.edits.take_back(one.id, len(one.ballots) - 1)
            self.hint.emit(self._words.t("Ballot {number} is taken back.", number=len(one.ballots)))

    def close(self) -> None:
        """Close the open round, show its ranking here and in the room view."""
        one = self.open_round
        if one is not None and self.edits.close(one.id):
            self.by_click.end()
            self.board.show_ranking(one.id)
            self.round_wanted.emit(one.id)

    def _take_change(self, change: Change) -> None:
        if self.map_id() in change.map_ids:
            if self.open_round is None:
                self.by_click.end()
            self.changed.emit()

    def _take_map(self) -> None:
        self.changed.emit()
