"""Writing the label of a link in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from cjeditor.canvas.drafts import Sheet
from cjeditor.layout.draw_links import name_rect
from cjeditor.layout.metrics import META_LINE, META_SIZE
from cjeditor.model.edits.links import set_link
from cjeditor.model.lookup import known

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.model.project import Project

_WIDTH = 150.0


class LinkLabel:
    """The label of a link, where it stands or would stand."""

    continues = False

    def __init__(self, stage: Stage, link_id: str) -> None:
        self._stage = stage
        self._id = link_id

    def text(self) -> str:
        """Return the label."""
        return known(self._stage.desk.map.links, self._id).label

    def write(self, text: str) -> bool:
        """Give it another label."""
        desk = self._stage.desk

        def edit(project: Project) -> Project:
            return set_link(project, desk.map_id, self._id, label=text)

        return desk.apply(desk.words.t("Label link"), edit, merge=f"{self._id}.label")

    def finish(self) -> None:
        """A link may be without a label."""

    def sheet(self) -> Sheet | None:
        """Return the area around the middle of the label."""
        box = self._stage.desk.arrangement.links.get(self._id)
        if box is None:
            return None
        left, top, width, height = name_rect(box)
        middle = left + width / 2
        lines = QRectF(middle - _WIDTH / 2, top + (height - META_LINE) / 2, _WIDTH, META_LINE)
        return Sheet(lines, "body", "regular", META_SIZE, META_LINE, "canvas")
