"""Composes a handout: parts and page at the left, the pages as they will be printed at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from cjeditor.export.legibility import is_large_enough, least_on
from cjeditor.export.options import HandoutOptions, points_of
from cjeditor.export.posters.options import PosterOptions, called
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.composed_subject import Subject
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.file_composer import FileComposer
from cjeditor.window.fitting import fit
from cjeditor.window.handout.choices import Choices, kept, ordered_with, to_keep
from cjeditor.window.handout.page_choice import PageChoice
from cjeditor.window.handout.preview_pane import BAR_STYLE, PreviewPane
from cjeditor.window.handout.remedy_work import RemedyWork
from cjeditor.window.handout.set_choice import SetChoice
from cjeditor.window.house import House
from cjeditor.window.legibility_line import LegibilityLine

if TYPE_CHECKING:
    # Not before there is something to show.
    from cjeditor.export.handout_remedies import Remedy
    from cjeditor.export.preview import Preview

_SIZE = QSize(1240, 720)
_WIDTH, _HEIGHT = "handout_width", "handout_height"


class HandoutDialog(FileComposer):
    """The composer. What is chosen is remembered however it is closed, for the next handout of such a map.

    Signals:
        poster_wanted(PosterOptions, str): a poster like this is wanted instead, with the brand of that name; the
            dialogue has closed.
    """

    poster_wanted = Signal(object, str)

    def __init__(self, subject: Subject, house: House, parent: QWidget | None = None) -> None:
        """Show what was chosen last.

        Args:
            subject: what is printed.
            house: knows the words, the date and the person's settings.
            parent: stands behind it.
        """
        super().__init__(house.words.t("Handout"), subject.path, house.words, parent)
        self._house = house
        self._subject = subject
        words, project = house.words, subject.project
        self.setObjectName("handout")
        self.setStyleSheet(BAR_STYLE)
        self.map = ElidedLabel(self)
        self.map.setObjectName("map")
        self.map.show_text(subject.title or words.t("Untitled map"))
        self.sets = SetChoice(house.preferences.handouts, words, house.icons, self)
        self.page = PageChoice(project.settings.paper, project.language, subject.brands, words, self)
        self.preview = PreviewPane(project, subject.map_id, words, house.icons, self)
        self.legibility = LegibilityLine(words, self)
        self.remedy_work = RemedyWork(project, subject.map_id, self)
        self._remedies: tuple[Remedy, ...] = ()
        self._lay_out()
        self._show(kept(house.preferences.handouts.last(subject.kind, subject.names)))
        self._connect()
        give_access_keys(self, [self.sets.parts])
        kept_size = QSize(house.preferences.number(_WIDTH), house.preferences.number(_HEIGHT))
        fit(self, _SIZE if kept_size.isEmpty() else kept_size)
        self.sets.sets.setFocus()
        self._look()
        self.preview.show_handout(self.options(), at_once=True)

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        return HandoutOptions(
            language=self.page.chosen_language(),
            paper=self.page.papers.chosen(),
            landscape=self.page.papers.is_landscape(),
            parts=self.sets.chosen(),
            date=self._house.today(),
            author=self._house.preferences.defaults.author,
            audience=self.page.chosen_audience(),
            brand=self.page.branding.chosen(),
            grey=self.page.grey.isChecked(),
        )

    def choices(self) -> Choices:
        """Return what is remembered of it."""
        return Choices(
            order=self.sets.parts.order,
            ticked=self.sets.parts.ticked,
            paper=self.page.kept_paper(),
            landscape=self.page.papers.is_landscape(),
            language=self.page.kept_language(),
            audience=self.page.chosen_audience(),
            brand=self.page.branding.name(),
        )

    def done(self, result: int) -> None:
        """Remember what is chosen, and close."""
        self.preview.stop()
        self.remedy_work.stop()
        preferences = self._house.preferences
        preferences.handouts.keep_last(self._subject.kind, to_keep(self.choices()), self._subject.names)
        preferences.keep_number(_WIDTH, self.width())
        preferences.keep_number(_HEIGHT, self.height())
        super().done(result)

    def _lay_out(self) -> None:
        left = QWidget()
        column = self.column(left, self.map)
        column.addWidget(self.sets, 1)
        column.addWidget(self.page)
        self.sets.parts.setMinimumHeight(150)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.legibility)
        self.put_together(left, right)

    def _show(self, choices: Choices) -> None:
        self.page.show_choices(choices)
        self.sets.show_parts(choices.order, choices.ticked)

    def _connect(self) -> None:
        self.sets.changed.connect(self._renew)
        self.sets.meant_for.connect(self.page.propose_audience)
        self.page.changed.connect(self._renew)
        self.target.changed.connect(self._look)
        self.preview.work.begun.connect(self._forget_findings)
        self.preview.laid_out.connect(self._show_findings)
        self.remedy_work.found.connect(self._show_remedies)
        self.remedy_work.ended.connect(self._end_search)
        self.legibility.wanted.connect(self._take_remedy)

    def _renew(self) -> None:
        self._look()
        options = self.options()
        self.preview.show_handout(options)
        if not options.parts:
            self._forget_findings()
            self.legibility.show_letters(0.0, 0.0, is_legible=True)

    def _forget_findings(self) -> None:
        self.remedy_work.stop()
        self._remedies = ()
        self.legibility.show_busy()

    def _show_findings(self, preview: Preview) -> None:
        """Say what the pages tell: parts without anything, and whether the letters can be read."""
        self.sets.parts.show_empty(preview.empty)
        least = least_on(*points_of(self.page.papers.chosen()))
        is_legible = is_large_enough(preview.smallest, least)
        self.legibility.show_letters(preview.smallest, least, is_legible=is_legible, shortened=preview.shortened)
        if not is_legible:
            self.legibility.show_searching()
            self.remedy_work.look(self.options(), preview.smallest)

    def _show_remedies(self, remedies: tuple[Remedy, ...]) -> None:
        self._remedies = remedies
        self.legibility.show_remedies([self._offer(one) for one in remedies])
        give_access_keys(self, [self.sets.parts])

    def _end_search(self) -> None:
        if not self._remedies:
            self.legibility.show_remedies(())

    def _offer(self, remedy: Remedy) -> str:
        """What a click would do."""
        words, options = self._words, remedy.options
        points = words.number(remedy.smallest, 1)
        if isinstance(options, PosterOptions):
            return words.tn(
                "A poster of the map, {n} sheet {paper}: {points} pt",
                "A poster of the map, {n} sheets {paper}: {points} pt",
                remedy.sheets,
                paper=called(options.tile or options.paper),
                points=points,
            )
        paper = called(options.paper or self._subject.project.settings.paper)
        if remedy.kind == "phases":
            return words.t("Phase sheets instead of the whole map: {points} pt", points=points)
        if remedy.kind == "hand":
            return words.t("{paper}, to be held in the hand: {points} pt", paper=paper, points=points)
        return words.t("Size {paper}: {points} pt", paper=paper, points=points)

    def _take_remedy(self, number: int) -> None:
        if number >= len(self._remedies):
            return
        options = self._remedies[number].options
        if isinstance(options, PosterOptions):
            self.reject()
            self.poster_wanted.emit(options, self.page.branding.name())
            return
        self.sets.show_parts(ordered_with(options.parts), frozenset(options.parts))
        if options.paper is not None:
            self.page.papers.show_paper(options.paper, landscape=options.landscape)
        self._renew()

    def _look(self) -> None:
        """There is something to create where a part is ticked and a file is named."""
        chosen = self.sets.chosen()
        self.show_problem("" if chosen else self._words.t("Nothing is ticked. Tick what shall be in the handout."))
        self.sets.show_audience(self.page.chosen_audience())
        self._create.setEnabled(self.target.is_named() and bool(chosen))
