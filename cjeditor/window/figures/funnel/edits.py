"""What people do with the funnel: each one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from cjeditor.analysis.funnel import STAGES
from cjeditor.document import Document
from cjeditor.model.edits.funnel import set_counts, set_origin, take_counts
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import FunnelStage
from cjeditor.model.ids import PROJECT_PREFIXES, new_id
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.wording import sentence


class FunnelEdits(QObject):
    """Writes counts and stages; each method returns why it was refused, or an empty text."""

    def __init__(self, document: Document, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._words = words

    def count(self, map_id: str | None, stage: FunnelStage, value: int | None) -> str:
        """Set or take away the count of one stage; typing is one step."""
        return self._counts(map_id, {stage: value}, merge=f"funnel.{map_id}.{stage}")

    def take_over(
        self, map_id: str | None, counts: Mapping[FunnelStage, int], *, date: str, source: str, keep: bool
    ) -> str:
        """Set several counts at once, with their date and source; `keep` tells whether those of other stages stay."""
        ids = _new_ids()

        def edit(project: Project) -> Project:
            return take_counts(project, map_id, counts, ids, date=date, source=source, keep=keep)

        return self._apply(self._words.t("Counts of the funnel"), edit)

    def date(self, map_id: str | None, day: str) -> str:
        """Say when the counts were taken."""

        def edit(project: Project) -> Project:
            return set_origin(project, map_id, date=day)

        return self._apply(self._words.t("Date of the funnel"), edit, merge=f"funnel.{map_id}.date")

    def source(self, map_id: str | None, text: str) -> str:
        """Say where the counts come from."""

        def edit(project: Project) -> Project:
            return set_origin(project, map_id, source=text)

        return self._apply(self._words.t("Source of the funnel"), edit, merge=f"funnel.{map_id}.source")

    def stage(self, map_id: str, phase_id: str, stage: FunnelStage | None) -> str:
        """Put a phase into a stage."""

        def edit(project: Project) -> Project:
            return set_phase(project, map_id, phase_id, funnel_stage=stage)

        return self._apply(self._words.t("Funnel stage"), edit)

    def _counts(self, map_id: str | None, counts: Mapping[FunnelStage, int | None], merge: str) -> str:
        ids = _new_ids()

        def edit(project: Project) -> Project:
            return set_counts(project, map_id, counts, ids)

        return self._apply(self._words.t("Counts of the funnel"), edit, merge=merge)

    def _apply(self, label: str, edit: Callable[[Project], Project], *, merge: str = "") -> str:
        try:
            self._document.apply(label, edit, merge=merge)
        except EditRefused as refused:
            return sentence(refused.problem, self._words)
        return ""


def _new_ids() -> dict[FunnelStage, str]:
    return {stage: new_id(PROJECT_PREFIXES["funnel"]) for stage in STAGES}
