"""Asks for a poster: what is chosen at the left, how it will look at the right, and whether it can be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cjeditor.export.posters.options import MM, PosterOptions, called
from cjeditor.export.posters.planning import Planned
from cjeditor.export.posters.remedies import Remedy
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.file_composer import FileComposer
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.house import House
from cjeditor.window.legibility_line import LegibilityLine
from cjeditor.window.plain import label
from cjeditor.window.poster.choice import PosterChoice
from cjeditor.window.poster.choices import kept, kept_brand, to_keep
from cjeditor.window.poster.picture import PosterPicture
from cjeditor.window.poster.work import Plan, PosterWork

_SIZE = QSize(1080, 680)
_LEFT = 370
_OWN_KIND = "own"
"""What choices are remembered for where a map follows no framework."""


class PosterDialog(FileComposer):
    """The dialogue. What is chosen is remembered however it is closed, for the next poster of such a map.

    Signals:
        wanted(Path, PosterOptions): this poster should be written.
    """

    wanted = Signal(object, object)

    def __init__(
        self, path: Path, project: Project, map_id: str, house: House, brands: Path, parent: QWidget | None = None
    ) -> None:
        """Show what was chosen last.

        Args:
            path: the file.
            project: what is printed; its language is proposed.
            map_id: which map of it.
            house: knows the words, the date and the person's settings.
            brands: the folder of the person's brands.
            parent: stands behind it.
        """
        super().__init__(house.words.t("Poster"), path, house.words, parent)
        words = house.words
        self._memory = house.preferences.posters
        self._kind = map_of(project, map_id).framework or _OWN_KIND
        self._language = project.language
        self._remedies: tuple[Remedy, ...] = ()
        self.setObjectName("poster")
        last = self._memory.last(self._kind)
        options = PosterOptions(project.language, date=house.today(), author=house.preferences.defaults.author)
        self.choice = PosterChoice(kept(last, options), brands, words, self)
        self.choice.branding.show_brand(kept_brand(last))
        self.legibility = LegibilityLine(words, self)
        self.picture = PosterPicture(words, self)
        self.sheets = label("", self)
        self.sheets.setObjectName("sheets")
        self.work = PosterWork(project, map_id, self)
        self._lay_out()
        give_access_keys(self)
        fit(self, _SIZE)
        self.choice.papers.paper.setFocus()
        self._connect()
        self._renew(at_once=True)

    def options(self) -> PosterOptions:
        """Return what is wished for."""
        return self.choice.options()

    def confirm(self) -> None:
        """Ask for the poster."""
        self.wanted.emit(self.path(), self.options())

    def done(self, result: int) -> None:
        """Remember what is chosen, give up what is being worked out, and close."""
        self.work.stop()
        self._memory.keep_last(self._kind, to_keep(self.options(), self.choice.branding.name(), self._language))
        super().done(result)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        column.addWidget(self.choice)
        column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.sheets)
        right.addWidget(self.picture, 1)
        right.addWidget(self.legibility)
        middle = QWidget()
        beside = QHBoxLayout(middle)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        area = scrolling(left, self)
        area.setMinimumWidth(max(_LEFT, area.minimumWidth()))
        beside.addWidget(area)
        beside.addLayout(right, 1)
        self.put_together(middle)

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
