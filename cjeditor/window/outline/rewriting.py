"""What can be edited in the outline: each cell is one undo step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.cards import set_emotion, set_note, set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.steps import set_step
from cjeditor.model.journey_map import Phase, Step
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.outline.columns import Column
from cjeditor.window.outline.ordered_rows import RowRecord


class Rewriting(QObject):
    """Turns what was written into a cell into an edit of the document.

    Signals:
        refused(Problem): it was not taken; the former value stands.
        hint(str): a sentence for the status bar.
    """

    refused = Signal(object)
    hint = Signal(str)

    def __init__(self, document: Document, canvas: MapCanvas, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self._words = words

    def write(self, record: RowRecord, value: object, column: Column = "text") -> bool:
        """Give a record a text, or a card the value of a column.

        Returns:
            Whether it was taken; also where it is what stood there.
        """
        t = self._words.t
        if isinstance(record, Phase):
            if not value:
                self.hint.emit(t("A phase needs a name: the former one was kept."))
                return False
            return self._apply(t("Rename phase"), self._phase_renamed(record, value))
        if isinstance(record, Step):
            return self._apply(t("Rename step"), self._step_renamed(record, value))
        labels = {"channel": t("Set channel"), "emotion": t("Set emotion"), "evidence": t("Set evidence")}
        return self._apply(labels.get(column, t("Edit text")), self._card_edited(record, value, column))

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> bool:
        """Make one undo step of `edit`, after whatever is being written on the map."""
        if not self._canvas.finish_editing():
            return False
        try:
            self._document.apply(label, edit)
        except EditRefused as refusal:
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

    def _card_edited(self, card: Card, value: object, column: Column) -> Callable[[Project], Project]:
        def edit(project: Project) -> Project:
            map_id = self._canvas.map_id
            if column == "emotion":
                feeling = value if isinstance(value, int) else None
                return set_emotion(project, map_id, [card.id], feeling)
            if isinstance(card, Touchpoint):
                field = "title" if column == "text" else column
                return set_touchpoint(project, map_id, [card.id], **{field: value})
            return set_note(project, map_id, [card.id], **{column: value})

        return edit
