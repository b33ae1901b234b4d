"""The marks in the texts of a plan for pasting."""

from __future__ import annotations

from cjeditor.canvas.capture.pasted_marks import MarkReader, Read, are_meant
from cjeditor.interchange.paste_plan import PastePlan
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project


class PlannedMarks:
    """Reads them for the lanes in which the texts are to lie."""

    def __init__(self, project: Project, journey_map: JourneyMap) -> None:
        self._reader = MarkReader(project)
        self._touchpoints = {lane.id for lane in journey_map.lanes if lane.holds == "touchpoints"}
        self._first = all(lane.kind != "touchpoints" for lane in journey_map.lanes)

    def read(self, plan: PastePlan) -> list[Read]:
        """Each text of a plan without its marks, and those marks."""
        # The first lane of a map is made for touchpoints, further ones for notes.
        new = next(iter(plan.lanes), "") if self._first else ""
        lanes = self._touchpoints | {new}
        return [self._reader.read(each.text, touchpoint=each.lane in lanes) for each in plan.texts]

    def are_meant(self, plan: PastePlan) -> bool:
        """Whether there are marks in its texts that are hardly anything else."""
        return are_meant(self.read(plan))
