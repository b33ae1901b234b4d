"""Commands on the arrows between cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.model.edits.links import delete_links

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.project import Project


class LinkCommands:
    """Deleting the chosen links."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def can_delete(self) -> bool:
        """Whether links are chosen."""
        return bool(self._desk.selection.of("links"))

    def delete(self) -> None:
        """Delete the chosen links."""
        ids = sorted(self._desk.selection.of("links"))
        if not ids:
            return

        def edit(project: Project) -> Project:
            return delete_links(project, self._desk.map_id, ids)

        self._desk.apply(self._desk.words.tn("Delete link", "Delete {n} links", len(ids)), edit)
