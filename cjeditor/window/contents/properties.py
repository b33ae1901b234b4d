"""The properties in their pane."""

from __future__ import annotations

from cjeditor.window.contents.content import Content
from cjeditor.window.properties.pane import Properties
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    canvas, house = site.canvas, site.house
    made = Properties(site.document, site.map_id, canvas.selection, house.words, house.icons, house.appearance.theme)
    made.left.connect(site.panes.go_home)
    made.personas_wanted.connect(canvas.corner.edit_wanted)
    house.appearance.theme_changed.connect(made.set_theme)
    return Content(
        made,
        line=made.heading,
        take_focus=made.take_focus,
        show_map=made.refresh_soon,
        kept=made.drafts,
        go_on=made.take_drafts,
    )
