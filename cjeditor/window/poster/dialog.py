"""Asks for a poster: what is chosen at the left, how it will look at the right, and whether it can be read."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.export.posters.options import MM, PosterOptions, called
from cjeditor.export.posters.planning import Planned
from cjeditor.export.posters.remedies import Remedy
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.composed_subject import Subject
from cjeditor.window.file_composer import FileComposer
from cjeditor.window.fitting import fit
from cjeditor.window.house import House
from cjeditor.window.legibility_line import LegibilityLine
from cjeditor.window.plain import label
from cjeditor.window.poster.choice import PosterChoice
from cjeditor.window.poster.choices import kept, kept_brand, to_keep
from cjeditor.window.poster.picture import PosterPicture
from cjeditor.window.poster.work import Plan, PosterWork

_SIZE = QSize(1080, 680)
_LEFT = 370


class PosterDialog(FileComposer):
    """The dialogue. What is chosen is remembered however it is closed, for the next poster of such a map."""

    def __init__(self, subject: Subject, house: House, parent: QWidget | None = None) -> None:
        """Show what was chosen last.

        Args:
            subject: what is printed; its project's language is proposed.
            house: knows the words, the date and the person's settings.
            parent: stands behind it.
        """
        super().__init__(house.words.t("Poster"), subject.path, house.words, parent)
        project = subject.project
        words = house.words
        self._memory = house.preferences.posters
        self._subject = subject
        self._remedies: tuple[Remedy, ...] = ()
        self.setObjectName("poster")
        last = self._memory.last(subject.kind, subject.names)
        options = PosterOptions(project.language, date=house.today(), author=house.preferences.defaults.author)
        self.choice = PosterChoice(kept(last, options), subject.brands, words, self)
        self.choice.branding.show_brand(kept_brand(last))
        self.legibility = LegibilityLine(words, self)
        self.picture = PosterPicture(words, self)
        self.sheets = label("", self)
        self.sheets.setObjectName("sheets")
        self.work = PosterWork(project, subject.map_id, self)
        self._lay_out()
        give_access_keys(self)
        fit(self, _SIZE)
        self.choice.papers.paper.setFocus()
        self._connect()
        self._renew(at_once=True)

    def show_wish(self, wish: PosterOptions, brand: str) -> None:
        """Show what somebody wishes for instead, with the brand of that name."""
        self.choice.branding.show_brand(brand)
        self.choice.show_options(wish)

    def options(self) -> PosterOptions:
        """Return what is wished for."""
        return self.choice.options()

    def done(self, result: int) -> None:
        """Remember what is chosen, give up what is being worked out, and close."""
        self.work.stop()
        chosen = to_keep(self.options(), self.choice.branding.name(), self._subject.project.language)
        self._memory.keep_last(self._subject.kind, chosen, self._subject.names)
        super().done(result)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        column.addWidget(self.choice)
        column.addStretch(1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.sheets)
        beside.addWidget(self.picture, 1)
        beside.addWidget(self.legibility)
        self.put_together(left, right, _LEFT)

    def _connect(self) -> None:
        self.choice.changed.connect(self._chosen)
        self.target.changed.connect(self._look)
        self.legibility.wanted.connect(self._take_remedy)
        self.work.begun.connect(self.picture.show_stale)
        self.work.planned.connect(self._show_plan)
        self.work.drawn.connect(self.picture.show_image)
        self.work.remedied.connect(self._show_remedies)

    def _chosen(self) -> None:
        self._look()
        self._renew()

    def _renew(self, *, at_once: bool = False) -> None:
        self.legibility.show_busy()
        self.work.renew(self.options(), at_once=at_once)

    def _look(self) -> None:
        """There is something to create where a file is named."""
        self.show_problem("")
        self._create.setEnabled(self.target.is_named())

    def _show_plan(self, plan: Plan) -> None:
        said = self._said(plan.posters)
        self.picture.show_plan(plan.posters, said)
        self.sheets.setText(said)
        self.legibility.show_letters(plan.smallest, plan.least, is_legible=plan.is_legible)

    def _said(self, posters: tuple[Planned, ...]) -> str:
        """How many sheets of what paper, and how large they are together."""
        words, options = self._words, self.options()
        count = sum(poster.sheets for poster in posters)
        paper = called(options.tile or options.paper)
        sheets = words.tn("{n} sheet {paper}", "{n} sheets {paper}", count, paper=paper)
        if len(posters) > 1:
            return words.t("{count} posters: {sheets}", count=words.number(len(posters)), sheets=sheets)
        width, height = (words.number(round(side / MM)) for side in posters[0].size)
        if options.tile is None:
            return words.t("{sheets}, the map {width} × {height} mm", sheets=sheets, width=width, height=height)
        return words.t("{sheets}, together {width} × {height} mm", sheets=sheets, width=width, height=height)

    def _show_remedies(self, remedies: tuple[Remedy, ...]) -> None:
        self._remedies = remedies
        self.legibility.show_remedies([self._offer(one) for one in remedies])
        give_access_keys(self)

    def _offer(self, remedy: Remedy) -> str:
        """What a click would do."""
        words = self._words
        points, paper = words.number(remedy.smallest, 1), called(remedy.options.paper)
        if remedy.kind == "larger":
            return words.t("Size {paper}: {points} pt", paper=paper, points=points)
        if remedy.kind == "phases":
            return words.t("A poster for each phase on {paper}: {points} pt", paper=paper, points=points)
        sheets = words.number(remedy.sheets)
        tile = called(remedy.options.tile) if remedy.options.tile is not None else paper
        return words.t("{count} sheets {paper}: {points} pt", count=sheets, paper=tile, points=points)

    def _take_remedy(self, number: int) -> None:
        if number < len(self._remedies):
            self.choice.show_options(self._remedies[number].options)
