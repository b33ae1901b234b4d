"""What people do about findings, each one step to be undone: mend one, follow a rule no longer, choose rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from cjeditor.analysis.check.checking import mended
from cjeditor.analysis.check.found import Finding
from cjeditor.analysis.check.rules import RULES
from cjeditor.document import Document
from cjeditor.finding_wording import FindingWords
from cjeditor.model.edits.checks import follow_rules, set_departments
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.pane_edits import PaneEdits

USUAL: Mapping[str, bool] = {key: rule.by_default for key, rule in RULES.items()}
"""Whether a rule is followed where the project does not say."""


class CheckEdits(PaneEdits):
    """Edits of the project that the pane and the dialogue of rules ask for."""

    def __init__(self, document: Document, words: Texts, parent: QObject) -> None:
        super().__init__(document, parent)
        self._words = words

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._document.project

    def mend(self, finding: Finding) -> bool:
        """Mend a finding; whether that was possible."""

        def edit(project: Project) -> Project:
            return mended(project, finding, new_id)

        return self._apply(FindingWords(self.project, self._words).fix(finding), edit)

    def turn_off(self, rule: str) -> bool:
        """Follow a rule no longer in this project."""

        def edit(project: Project) -> Project:
            return follow_rules(project, {rule: False}, USUAL)

        title = FindingWords(self.project, self._words).title(rule)
        return self._apply(self._words.t("Turn the rule “{rule}” off", rule=title), edit)

    def choose(self, wanted: Mapping[str, bool], departments: Sequence[str]) -> bool:
        """Follow these rules and no others, and know the company's departments by these names."""

        def edit(project: Project) -> Project:
            return set_departments(follow_rules(project, wanted, USUAL), departments)

        return self._apply(self._words.t("Choose the rules of the journey check"), edit)
