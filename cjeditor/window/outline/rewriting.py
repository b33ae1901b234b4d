"""What can be edited in the outline: each cell is one undo step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.cards import Card, Link, Touchpoint
from cjeditor.model.edits.cards import set_emotion, set_note, set_touchpoint
from cjeditor.model.edits.links import set_link
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.steps import set_step
from cjeditor.model.journey_map import Phase, Step
from cjeditor.model.lookup import card as card_of
from cjeditor.model.lookup import known, map_of, steps_of
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.outline.columns import Column
from cjeditor.window.outline.ordered_rows import RowRecord
from cjeditor.wording import sentence


class Rewriting(QObject):
    """Turns what was written into a cell into an edit of the document.

    Attributes:
        reason: why what was written last was not taken; empty when it was.

    Signals:
        refused(Problem): it was not taken; the former value stands.
    """

    refused = Signal(object)

    def __init__(self, document: Document, canvas: MapCanvas, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self.words = words
        self.reason = ""

    def why(self) -> str:
        """Return why what was written last was not taken; nothing when it was."""
        return self.reason

    def write(self, record: RowRecord, value: object, column: Column = "text") -> bool:
        """Give a record a text, or a card the value of a column.

        Returns:
            Whether it was taken; also where it is what stood there.
        """
        t = self.words.t
        self.reason = ""
        if isinstance(record, Phase):
            if not value:
                self.reason = t("A phase needs a name.")
                return False
            return self._apply(t("Rename phase"), self._phase_renamed(record, value))
        if isinstance(record, Step):
            return self._apply(t("Rename step"), self._step_renamed(record, value))
        if isinstance(record, Link):
            return self._apply(t("Change link"), self._link_named(record, value))
        return self._apply(self._label(column), self._card_edited(record, value, column))

    def apply(self, label: str, edit: Callable[[Project], Project]) -> bool:
        """Make one undo step of an edit of many cells; return whether it was taken."""
        self.reason = ""
        return self._apply(label, edit)

    def cell_edited(self, project: Project, card: Card, value: object, column: Column) -> Project:
        """Return `project` with another value in one cell; raises EditRefused."""
        return self._card_edited(card, value, column)(project)

    def _label(self, column: Column) -> str:
        t = self.words.t
        labels = {
            "channel": t("Set channel"),
            "emotion": t("Set emotion"),
            "evidence": t("Set evidence"),
            "kind": t("Set kind"),
            "phase": t("Move card"),
            "step": t("Move card"),
            "lane": t("Move card"),
        }
        return labels.get(column, t("Edit text"))

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> bool:
        """Make one undo step of `edit`, after whatever is being written on the map."""
        if not self._canvas.finish_editing():
            self.reason = self.words.t("The text that is open on the map must be finished first.")
            return False
        try:
            self._document.apply(label, edit)
        except EditRefused as refusal:
            self.reason = sentence(refusal.problem, self.words)
            self.refused.emit(refusal.problem)
            return False
        return True

    def _phase_renamed(self, phase: Phase, name: object) -> Callable[[Project], Project]:
        def edit(project: Project) -> Project:
            return set_phase(project, self._canvas.map_id, phase.id, name=name)

        return edit

    def _step_renamed(self, step: Step, name: object) -> Callable[[Project], Project]:
        def edit(project: Project) -> Project:
            return set_step(project, self._canvas.map_id, step.id, name=name)

        return edit

    def _link_named(self, link: Link, label: object) -> Callable[[Project], Project]:
        def edit(project: Project) -> Project:
            return set_link(project, self._canvas.map_id, link.id, label=label)

        return edit

    def _card_edited(self, card: Card, value: object, column: Column) -> Callable[[Project], Project]:
        def edit(project: Project) -> Project:
            map_id = self._canvas.map_id
            if column in ("phase", "step", "lane"):
                return _moved(project, map_id, card.id, column, str(value))
            if column == "emotion":
                feeling = value if isinstance(value, int) else None
                return set_emotion(project, map_id, [card.id], feeling)
            if isinstance(card, Touchpoint):
                field = "title" if column == "text" else column
                return set_touchpoint(project, map_id, [card.id], **{field: value})
            return set_note(project, map_id, [card.id], **{column: value})

        return edit


def _moved(project: Project, map_id: str, card_id: str, column: Column, place: str) -> Project:
    """Move a card to another lane, step or phase (there to its first step); where it is already, it stays."""
    journey_map = map_of(project, map_id)
    card = card_of(journey_map, card_id)
    step, lane = card.step, card.lane
    if column == "lane":
        lane = place
    elif column == "step":
        step = place
    elif known(journey_map.steps, step).phase != place:
        step = steps_of(journey_map, place)[0].id
    if (step, lane) == (card.step, card.lane):
        return project
    return move_cards(project, map_id, [card_id], step=step, lane=lane)
