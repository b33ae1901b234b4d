"""The sales funnel, with the form that its counts are typed into."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.layout.charts.plan import FigureSpec, drawing_of
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.funnel.edits import FunnelEdits
from cjeditor.window.figures.funnel.form import FunnelForm
from cjeditor.window.figures.funnel.importing import FunnelImport, FunnelWish
from cjeditor.window.figures.view import FigureView
from cjeditor.window.guide.current import current_phase
from cjeditor.window.site import Site


class FunnelControls(QObject):
    """Keeps form and charts in step with the document, the map and what is chosen on it."""

    def __init__(self, site: Site, spec: FigureSpec) -> None:
        super().__init__()
        self._site = site
        words = site.house.words
        self._edits = FunnelEdits(site.document, words, self)
        self.form = FunnelForm(self._edits, words)
        self.file = FunnelImport(words)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.file)
        self.page = FigurePage(site, spec, drawing_of(spec), form=above)
        self.setParent(self.page)
        self.form.from_file.clicked.connect(self.file.ask)
        self.form.owner_chosen.connect(self.refresh)
        self.form.hint.connect(site.show_hint)
        self.file.wanted.connect(self._take_over)

    def refresh(self) -> None:
        """Show counts and charts as they are now."""
        if self._site.map_id() in {one.id for one in self._site.document.project.maps}:
            self._show_form()
            self.page.refresh()

    def choose(self) -> None:
        """Follow what is chosen on the map."""
        self._show_form()
        self.page.choose()

    def finish_editing(self) -> bool:
        """Return whether everything typed is taken; a count that is none stays open."""
        return self.form.is_sound()

    def _show_form(self) -> None:
        subject, selection = self.page.subject(), self._site.canvas.selection
        phase = current_phase(subject.journey, selection.kind, selection.ids, selection.focus)
        self.form.show_funnel(subject.project, subject.journey, phase)

    def _take_over(self, wish: FunnelWish) -> None:
        problem = self._edits.take_over(
            self.form.map_id(), wish.counts, date=wish.date, source=wish.source, keep=wish.keep
        )
        if problem:
            self._site.show_hint(problem)


def view_for(site: Site, spec: FigureSpec) -> FigureView:
    """Return the view."""
    controls = FunnelControls(site, spec)
    return replace(
        controls.page.view(),
        refresh=controls.refresh,
        choose=controls.choose,
        finish_editing=controls.finish_editing,
    )
