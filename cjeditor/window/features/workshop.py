"""The workshop: its clock, and its minutes."""

from __future__ import annotations

from cjeditor.window.features.part import Part
from cjeditor.window.site import Site
from cjeditor.window.workshop.commands import WorkshopCommands
from cjeditor.window.workshop.course import WorkshopCourse
from cjeditor.window.workshop.minutes_flow import MinutesFlow


def move_in(site: Site) -> Part:
    """Return what starts and ends steps and writes the minutes; let the map follow the clock."""
    course = WorkshopCourse(site.timer, site.canvas, site.house, site.room)
    course.hint.connect(site.show_hint)
    site.timer.step_changed.connect(site.actions.refresh_soon)
    minutes = MinutesFlow(
        site.document, site.map_id, site.exports, site.timer, site.finish_editing, site.house, site.window
    )
    minutes.refused.connect(site.show_refused)
    return Part({"workshop": WorkshopCommands(site.timer), "minutes": minutes})
