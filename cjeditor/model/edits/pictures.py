"""Putting pictures into a project: as cards of their own, into a note, or as a portrait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from cjeditor.model.edits.cards import add_note, set_note
from cjeditor.model.edits.maps import add_asset, set_persona
from cjeditor.model.project import Asset, Project


def add_picture_notes(
    project: Project,
    map_id: str,
    pictures: Sequence[Asset],
    *,
    new_ids: Callable[[str], str],
    step: str,
    lane: str,
    index: int | None = None,
) -> tuple[Project, tuple[str, ...]]:
    """A note for each picture, before the cell's card at `index` (None: at the end); also returns the notes' ids.

    Raises EditRefused: `unknown-id`, `wrong-lane`, `id-taken`, `field-refused`, `picture-refused`.
    """
    made: list[str] = []
    for position, picture in enumerate(pictures):
        project, sha256 = with_picture(project, picture)
        made.append(new_ids("nt"))
        at = None if index is None else index + position
        fields: dict[str, Any] = {"kind": "image", "picture": sha256}
        project = add_note(project, map_id, id=made[-1], step=step, lane=lane, index=at, **fields)
    return project, tuple(made)


def put_picture(project: Project, map_id: str, note_id: str, picture: Asset) -> Project:
    """The picture in a note, in place of what was there. Raises EditRefused: `unknown-id`, `picture-refused`."""
    project, sha256 = with_picture(project, picture)
    return set_note(project, map_id, [note_id], picture=sha256)


def put_portrait(project: Project, persona_id: str, picture: Asset) -> Project:
    """The picture as a persona's portrait. Raises EditRefused: `unknown-id`, `picture-refused`."""
    project, sha256 = with_picture(project, picture)
    return set_persona(project, persona_id, portrait=sha256)


def with_picture(project: Project, picture: Asset) -> tuple[Project, str]:
    """The project with a picture more, unless it has it already; also returns the picture's sum.

    Pictures that nothing names any more stay until the project is saved, so that undo finds them; saving leaves them
    out. Raises EditRefused: `picture-refused`, `id-taken`.
    """
    return add_asset(project, asset_id=picture.id, media_type=picture.media_type, data=picture.data)
