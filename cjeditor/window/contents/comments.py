"""The comments in their pane."""

from __future__ import annotations

from cjeditor.window.comments.pane import Comments
from cjeditor.window.contents.content import Content
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    comments = Comments(site.document, site.canvas, site.house)
    comments.refused.connect(site.show_refused)
    comments.left.connect(site.panes.go_home)
    site.house.appearance.theme_changed.connect(comments.set_theme)
    return Content(comments, take_focus=comments.take_focus, show_map=comments.refresh)
