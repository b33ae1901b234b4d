"""The evidence ledger in its pane: bars by phase, and a table of what each statement rests on, to be written in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from cjeditor.analysis.evidence import RESEARCH, evidence_figures
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Drawn, Subject
from cjeditor.layout.charts.evidence import by_phase, claim_of
from cjeditor.layout.charts.plan import FigureSpec
from cjeditor.model.cards import Card
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.maps import set_project
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.journey_map import Phase
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.ledger import Ledger, LedgerColumn, LedgerRow
from cjeditor.window.figures.view import FigureView
from cjeditor.window.plain import label
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.day_field import read_day, typed_day
from cjeditor.window.properties.field import Unreadable
from cjeditor.window.site import Site

_WIDEST_CHOICE = 320


def view_for(site: Site, spec: FigureSpec) -> FigureView:
    """Return the view of the evidence ledger."""
    return EvidencePage(site, spec).view()


class EvidencePage(FigurePage):
    """The page with the bars, above them what is shown and the threshold, below them the ledger."""

    def __init__(self, site: Site, spec: FigureSpec) -> None:
        words = site.house.words
        self._site = site
        self._kinds = {terms.evidence(one, words): one for one in terms.EVIDENCE}
        self._unsaid = words.t("Not said")
        self.list = Ledger(words.t("Evidence ledger"), _columns(words, tuple(self._kinds)))
        self.shown = Choice(words.t("Show"))
        self.shown.setObjectName("evidence_shown")
        for text in (words.t("All statements"), words.t("Open assumptions"), words.t("Backed, but without a source")):
            self.shown.addItem(text)
        self.threshold = QSpinBox()
        self.threshold.setObjectName("hypothesis_below")
        self.threshold.setRange(0, 100)
        self.threshold.setSuffix(words.percent(0).removeprefix("0"))
        self.threshold.setAccessibleName(words.t("Hypothesis below"))
        super().__init__(site, spec, self._draw, self._controls(words), below=self.list)
        self.list.record_wanted.connect(self._go_to)
        self.list.ledger.wanted.connect(self._write)
        self.shown.activated.connect(self._show_others)
        self.threshold.valueChanged.connect(self._set_threshold)

    def view(self) -> FigureView:
        """Return it as the pane wants it."""
        return FigureView(self, self.refresh, self.choose, self.set_theme, self.take_focus, self._finish)

    def _controls(self, words: Texts) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = label(words.t("Hypothesis below"), made)
        name.setBuddy(self.threshold)
        self.shown.setMaximumWidth(_WIDEST_CHOICE)
        line.addWidget(self.shown, 3)
        line.addStretch(1)
        line.addWidget(name)
        line.addWidget(self.threshold)
        return made

    def _draw(self, subject: Subject, width: float) -> Drawn:
        self.threshold.blockSignals(True)
        self.threshold.setValue(subject.project.settings.hypothesis_below)
        self.threshold.blockSignals(False)
        self.list.show_rows(self._rows(subject))
        return by_phase(subject, width)

    def _rows(self, subject: Subject) -> list[LedgerRow]:
        found, words = evidence_figures(subject.journey), subject.words
        which = self.shown.currentIndex()
        rows: list[LedgerRow] = []
        for number, each in enumerate(found.phases, start=1):
            name = f"{number} {' '.join(each.phase.name.split()) or words.t('Unnamed phase')}"
            if _belongs(each.phase, which):
                rows.append(self._row(each.phase, words.t("Phase {phase}", phase=name), name))
            rows += [self._row(card, claim_of(card, words), name) for card in each.claims if _belongs(card, which)]
        return rows

    def _row(self, record: Card | Phase, says: str, phase: str) -> LedgerRow:
        words, evidence = self._site.house.words, record.evidence
        kind = self._unsaid if evidence is None else terms.evidence(evidence, words)
        day = typed_day(record.evidence_date, words)
        return LedgerRow(record.id, (says, phase, kind, record.evidence_source, day, record.test_idea))

    def _write(self, record: str, key: str, text: str) -> None:
        wanted: Any = text
        words = self._site.house.words
        if key == "evidence":
            wanted = self._kinds[text]
        if key == "evidence_date":
            try:
                wanted = read_day(text, words)
            except Unreadable as unreadable:
                self._site.show_hint(str(unreadable))
                return
        map_id, fields = self._site.map_id(), {key: wanted}

        def edit(project: Project) -> Project:
            if record.startswith("ph_"):
                return set_phase(project, map_id, record, **fields)
            if record.startswith("tp_"):
                return set_touchpoint(project, map_id, [record], **fields)
            return set_note(project, map_id, [record], **fields)

        self._apply(words.t("Change evidence"), edit)

    def _set_threshold(self, share: int) -> None:
        def edit(project: Project) -> Project:
            return set_project(project, settings=replace(project.settings, hypothesis_below=share))

        self._apply(self._site.house.words.t("Change when a map is a hypothesis"), edit, merge="hypothesis_below")

    def _apply(self, name: str, edit: Callable[[Project], Project], *, merge: str = "") -> None:
        try:
            self._site.document.apply(name, edit, merge=merge)
        except EditRefused as refused:
            self._site.show_refused(refused.problem)
        self.refresh()

    def _show_others(self) -> None:
        self.list.show_rows(self._rows(self.subject()))

    def _finish(self) -> bool:
        self.list.finish()
        return True


def _columns(words: Texts, kinds: tuple[str, ...]) -> tuple[LedgerColumn, ...]:
    return (
        LedgerColumn("", words.t("Statement"), 200, stretches=True),
        LedgerColumn("", words.t("Phase"), 120),
        LedgerColumn("evidence", words.t("Evidence"), 104, choices=kinds),
        LedgerColumn("evidence_source", words.t("Source"), 160, stretches=True),
        LedgerColumn("evidence_date", words.t("Found out on"), 100),
        LedgerColumn("test_idea", words.t("How to test it"), 160, stretches=True),
    )


def _belongs(record: Card | Phase, which: int) -> bool:
    """Whether something is shown: all of it, open assumptions only, or what is backed without a source."""
    if which == 1:
        return record.evidence == "assumption"
    if which:
        return record.evidence in RESEARCH and not record.evidence_source.strip()
    return True
