"""The guide in its pane."""

from __future__ import annotations

from cjeditor.window.contents.content import Content
from cjeditor.window.guide.guide import Guide
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    guide = Guide(site.document, site.canvas, site.house)
    guide.refused.connect(site.show_refused)
    guide.hint.connect(site.show_hint)
    guide.drafts.changed.connect(site.snapshots.keep_too)
    site.house.appearance.theme_changed.connect(guide.set_theme)
    return Content(
        guide, take_focus=guide.take_focus, show_map=guide.refresh_soon, kept=guide.bookmark, go_on=guide.take_up
    )
