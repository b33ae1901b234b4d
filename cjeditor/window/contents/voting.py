"""Rounds of voting in their pane."""

from __future__ import annotations

from typing import cast

from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site
from cjeditor.window.voting.flow import VotingFlow
from cjeditor.window.voting.pane import Voting


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    voting = Voting(cast(VotingFlow, site.target("voting")), site.canvas, site.house)
    site.house.appearance.theme_changed.connect(voting.set_theme)
    return Content(voting, take_focus=voting.take_focus, show_map=voting.refresh)
