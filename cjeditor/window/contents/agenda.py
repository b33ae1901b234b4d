"""The agenda in its pane."""

from __future__ import annotations

from typing import cast

from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site
from cjeditor.window.voting.agenda_offer import VotingOffer
from cjeditor.window.voting.flow import VotingFlow
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.commands import WorkshopCommands


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    agenda = Agenda(site.document, site.canvas, site.timer, WorkshopCommands(site.timer), site.house)
    # It belongs to the agenda, and stands in it.
    VotingOffer(cast(VotingFlow, site.target("voting")), agenda, site.timer, site.document, site.house)
    agenda.refused.connect(site.show_refused)
    site.house.appearance.theme_changed.connect(agenda.set_theme)
    return Content(agenda, take_focus=agenda.take_focus, show_map=agenda.refresh)
