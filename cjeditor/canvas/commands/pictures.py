"""Pictures on the map: cards for them, and pictures for cards that wait for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.pictures_in import no_lane_hint, target_at_focus
from cjeditor.model.edits.pictures import add_picture_notes, put_picture
from cjeditor.model.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.pictures_in import Target
    from cjeditor.model.project import Asset, Project


class PictureCommands:
    """Adds pictures that have been taken in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def target(self) -> Target | None:
        """Return where a picture would go now; where there is no such place, say so."""
        found = target_at_focus(self._desk, alone=True)
        if found is None:
            self._desk.hint.emit(no_lane_hint(self._desk))
        return found

    def add(self, pictures: Sequence[Asset], target: Target) -> bool:
        """Put them there in one step and choose their cards; return whether that was possible."""
        desk = self._desk
        made: list[str] = []

        def edit(project: Project) -> Project:
            made.clear()
            rest = pictures
            if target.card:
                project = put_picture(project, desk.map_id, target.card, pictures[0])
                made.append(target.card)
                rest = pictures[1:]
            project, ids = add_picture_notes(
                project, desk.map_id, rest, new_ids=new_id, step=target.step, lane=target.lane, index=target.index
            )
            made.extend(ids)
            return project

        added = bool(pictures) and desk.apply(desk.words.tn("Add picture", "Add {n} pictures", len(pictures)), edit)
        if added:
            desk.choose_cards(made)
        return added
