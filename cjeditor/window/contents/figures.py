"""The figures in their pane."""

from __future__ import annotations

from cjeditor.window.contents.content import Content
from cjeditor.window.figures.pane import Figures
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    figures = Figures(site)
    site.house.appearance.theme_changed.connect(figures.set_theme)
    return Content(
        figures,
        take_focus=figures.take_focus,
        show_map=figures.refresh_soon,
        finish_editing=figures.finish_editing,
        kept=figures.shown_id,
        go_on=figures.show_figure,
    )
