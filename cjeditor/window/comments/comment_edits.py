"""Edits of the comments on the map that is shown, each one step to be undone; so is what is written in one go."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.cards import Comment
from cjeditor.model.edits.comments import add_comment, delete_comments, set_comments
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.window.house import House
from cjeditor.window.pane_edits import PaneEdits


class CommentEdits(PaneEdits):
    """What people do with comments."""

    def __init__(self, document: Document, canvas: MapCanvas, house: House, parent: QObject) -> None:
        super().__init__(document, parent)
        self._canvas = canvas
        self._house = house

    @property
    def map(self) -> JourneyMap:
        """The map that is shown, as it is now."""
        return map_of(self._document.project, self._canvas.map_id)

    def comment(self, comment_id: str) -> Comment | None:
        """Return a comment as it is now, or None where it is gone."""
        return find(self.map.comments, comment_id)

    def write(self, comment_id: str, about: str, text: str) -> bool:
        """Say this in a comment: a new one where there is none of this id. A letter after the other is one step."""
        map_id, words = self._canvas.map_id, self._house.words
        now, author = self._house.now(), self._house.preferences.defaults.author
        known = self.comment(comment_id) is not None

        def edit(project: Project) -> Project:
            if known:
                return set_comments(project, map_id, [comment_id], text=text)
            return add_comment(
                project,
                map_id,
                comment_id=comment_id,
                about=about,
                text=text,
                author=author,
                date=now.date().isoformat(),
                time=f"{now:%H:%M:%S}",
            )

        label = words.t("Change comment") if known else words.t("Add comment")
        return self._apply(label, edit, merge=f"comment.{comment_id}")

    def take_back(self, comment_id: str) -> None:
        """Delete a comment that is still being written, as if it had never been begun."""
        map_id = self._canvas.map_id
        if self.comment(comment_id) is not None:
            self._apply(
                self._house.words.t("Add comment"),
                lambda project: delete_comments(project, map_id, [comment_id]),
                merge=f"comment.{comment_id}",
            )

    def resolve(self, ids: Collection[str], resolved: bool) -> None:
        """Say that comments are done with, or open again."""
        map_id, words = self._canvas.map_id, self._house.words
        label = words.t("Resolve comment") if resolved else words.t("Reopen comment")
        self.end()
        self._apply(label, lambda project: set_comments(project, map_id, ids, resolved=resolved))

    def delete(self, ids: Collection[str]) -> None:
        """Delete comments."""
        map_id = self._canvas.map_id
        self.end()
        label = self._house.words.tn("Delete comment", "Delete {n} comments", len(ids))
        self._apply(label, lambda project: delete_comments(project, map_id, ids))

    def end(self) -> None:
        """Let the next edit be a step of its own."""
        self._document.end_merging()
