"""Inbox and parking lot in their pane."""

from __future__ import annotations

from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site
from cjeditor.window.workshop.inbox import Inbox


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    inbox = Inbox(site.document, site.canvas, site.house)
    inbox.refused.connect(site.show_refused)
    inbox.hint.connect(site.show_hint)
    site.house.appearance.theme_changed.connect(inbox.set_theme)
    return Content(inbox, take_focus=inbox.take_focus, show_map=inbox.refresh)
