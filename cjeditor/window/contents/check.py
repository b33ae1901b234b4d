"""The journey check in its pane."""

from __future__ import annotations

from typing import cast

from cjeditor.window.checking.flow import CheckFlow
from cjeditor.window.checking.pane import JourneyCheck
from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    check = JourneyCheck(site.document, site.canvas, site.house)
    check.refused.connect(site.show_refused)
    check.left.connect(site.panes.go_home)
    check.rules_wanted.connect(cast(CheckFlow, site.target("check")).choose_rules)
    site.house.appearance.theme_changed.connect(check.set_theme)
    return Content(check, take_focus=check.take_focus, show_map=check.refresh)
