"""What a saved view shows, in a sentence or two."""

from __future__ import annotations

from cjeditor.analysis.finding import Sought
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.saved_view import SavedView
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.plain import shortened
from cjeditor.window.seeing.filter_menu import told
from cjeditor.window.views.sight import sought_in

_BETWEEN = " · "


def told_of(view: SavedView, project: Project, words: Texts) -> str:
    """Return where a view looks, how near, and what it stresses."""
    seen = map_of(project, view.map)
    phase, lane = find(seen.phases, view.phase or ""), find(seen.lanes, view.lane or "")
    sought = sought_in(view) or Sought()
    parts = [
        words.t("Map: {name}", name=shortened(seen.title)) if seen.title.strip() else "",
        words.t("Phase: {name}", name=shortened(phase.name)) if phase is not None and phase.name.strip() else "",
        words.t("Lane: {name}", name=shortened(lane.name)) if lane is not None and lane.name.strip() else "",
        words.percent(round(100 * view.zoom)),
        words.t("Find: “{text}”", text=shortened(sought.text)) if sought.text.strip() else "",
        told(sought, project, words),
        words.t("Order of the touchpoints") if view.show_order else "",
    ]
    return _BETWEEN.join(part for part in parts if part)
