"""What the guide does on the map: ticks, answers, blocks, and moving the focus there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Spot
from cjeditor.catalogue import guidance
from cjeditor.document import Document
from cjeditor.model.ids import MAP_PREFIXES, new_id
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.guide.answers import Answer, with_answer, with_guidance, with_tick
from cjeditor.window.guide.current import step_in


class OnMap(QObject):
    """The hands of the guide. Each edit is one undoable step; one that was refused is returned, and nothing happened.

    Signals:
        refused(Problem): something other than an answer was refused.
    """

    refused = Signal(object)

    def __init__(self, document: Document, canvas: MapCanvas, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self._words = words

    def tick(self, phase_id: str, key: str, *, ticked: bool) -> None:
        """Tick a question of a phase off, or take the tick back."""
        map_id = self._canvas.map_id

        def edit(project: Project) -> Project:
            return with_tick(project, map_id, phase_id, key, ticked=ticked)

        self._tell(
            self._apply(self._words.t("Tick question off") if ticked else self._words.t("Untick question"), edit)
        )

    def answer(self, phase_id: str, key: str, text: str) -> Problem | None:
        """Put an answer onto the map and tick its question off; return why it was refused."""
        map_id, focus = self._canvas.map_id, self._canvas.selection.focus
        note, lane = (new_id(MAP_PREFIXES[table]) for table in ("notes", "lanes"))
        answer = Answer(phase_id, key, text, note, lane, self._canvas.desk.labels.t("Answers"))

        def edit(project: Project) -> Project:
            return with_answer(project, map_id, answer, focus)

        return self._apply(self._words.t("Answer question"), edit)

    def take_guidance(self, phase_id: str, framework: str, framework_phase: str) -> None:
        """Let a phase take the guidance of a framework's phase; with empty keys of none."""
        map_id = self._canvas.map_id

        def edit(project: Project) -> Project:
            return with_guidance(project, map_id, phase_id, framework, framework_phase)

        self._tell(self._apply(self._words.t("Choose guidance"), edit))

    def show_card(self, card_id: str) -> None:
        """Choose a card and go there."""
        self._canvas.desk.focus_on(self._canvas.desk.spot_of(card_id))
        self._canvas.setFocus()

    def focus_on(self, phase_id: str) -> None:
        """Move the focus of the map to a phase, in the lane where it is; where it is in the phase it stays."""
        focus = self._canvas.selection.focus
        if focus is None:
            return
        step = step_in(map_of(self._document.project, self._canvas.map_id), phase_id, focus)
        if step != focus.step or self._canvas.selection.kind in ("phases", "steps"):
            self._canvas.desk.focus_on(Spot(step, focus.lane, focus.card if step == focus.step else ""))

    def add(self, phase_id: str, block: Block) -> None:
        """Put a block onto the map, into the phase; a drop-off point goes to a touchpoint of it that is chosen.

        The focus of the keys stays where it is, so that more can be put there.
        """
        self.focus_on(phase_id)
        desk = self._canvas.desk
        if block.kind == "drop_off" and all(
            desk.arrangement.cards[one].table != "touchpoints" for one in desk.meant_cards()
        ):
            desk.selection.choose("phases", [phase_id])
        self._canvas.add_block(block)

    def add_question(self, phase_id: str, key: str) -> None:
        """Put a question onto the map as a note."""
        block = self._question(key)
        if block is not None:
            self.add(phase_id, block)

    def drag(self, block: Block, at: QPoint) -> None:
        """Take a block into the hand; the left button is down at the point `at` of the screen."""
        self._canvas.begin_block_drag(block, at)

    def drag_question(self, key: str, at: QPoint) -> None:
        """Take a question into the hand, as a note."""
        block = self._question(key)
        if block is not None:
            self.drag(block, at)

    def _question(self, key: str) -> Block | None:
        found = guidance.question(key)
        language = self._document.project.language
        return None if found is None else Block("note", note_kind="question", text=found.text.in_language(language))

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> Problem | None:
        try:
            self._document.apply(label, edit)
        except EditRefused as refused:
            return refused.problem
        return None

    def _tell(self, problem: Problem | None) -> None:
        if problem is not None:
            self.refused.emit(problem)
