"""The outline in its pane."""

from __future__ import annotations

from cjeditor.window.contents.content import Content
from cjeditor.window.outline.dock import Outline
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    outline = Outline(site.document, site.canvas, site.house)
    outline.refused.connect(site.show_refused)
    outline.hint.connect(site.show_hint)
    outline.context_menu_requested.connect(site.show_menu)
    return Content(
        outline,
        finish_editing=outline.finish_editing,
        paste=outline.paste,
        rename=outline.rename,
        kept=outline.folded_rows,
        go_on=outline.fold,
    )
