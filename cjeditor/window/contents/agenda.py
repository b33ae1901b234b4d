"""The agenda in its pane."""

from __future__ import annotations

from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.commands import WorkshopCommands


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    agenda = Agenda(site.document, site.canvas, site.timer, WorkshopCommands(site.timer), site.house)
    agenda.refused.connect(site.show_refused)
    site.house.appearance.theme_changed.connect(agenda.set_theme)
    return Content(agenda, take_focus=agenda.take_focus, show_map=agenda.refresh)
