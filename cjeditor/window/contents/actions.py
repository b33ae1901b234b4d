"""The actions in their pane."""

from __future__ import annotations

from typing import cast

from cjeditor.window.action_list.commands import ActionCommands
from cjeditor.window.action_list.pane import Actions
from cjeditor.window.contents.content import Content
from cjeditor.window.figures.commands import FigureCommands
from cjeditor.window.site import Site


def content_for(site: Site) -> Content:
    """Return what fills the pane."""
    actions = Actions(site.document, site.canvas, site.house, site.show_map)
    actions.refused.connect(site.show_refused)
    actions.hint.connect(site.show_hint)
    actions.next_wanted.connect(cast(ActionCommands, site.target("trace")).next)
    actions.figure_wanted.connect(cast(FigureCommands, site.target("figures")).show)
    site.house.appearance.theme_changed.connect(actions.set_theme)
    return Content(
        actions,
        take_focus=actions.take_focus,
        show_map=actions.refresh,
        finish_editing=actions.page.finish_editing,
        rename=actions.rename,
    )
