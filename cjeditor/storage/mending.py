"""What is done about a project whose only fault is damaged pictures: it is had without them, and told which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from cjeditor.model.pictures import is_whole
from cjeditor.model.project import Asset, Project
from cjeditor.storage import keys, migrations
from cjeditor.storage.diagnosis import Unreadable
from cjeditor.storage.parse import project_from


class Lost(NamedTuple):
    """What a project had to do without: damaged pictures, and the notes and personas that name none any more.

    `notes` are maps' titles with the cards' numbers, `personas` their names.
    """

    pictures: int = 0
    notes: tuple[tuple[str, int], ...] = ()
    personas: tuple[str, ...] = ()


NOTHING = Lost()


def mended(data: bytes, *, steps: Mapping[int, migrations.Step] = migrations.STEPS) -> tuple[Project, Lost]:
    """The project in `data`, and what was lost: nothing where all is well. Raises Unreadable.

    Pictures are left out that are not what their sum says or no pictures; what names them keeps all else. Any other
    fault is refused, with the problems that the file has as it is.
    """
    try:
        return project_from(data, steps=steps), NOTHING
    except Unreadable as refused:
        found = _without_damaged_pictures(data)
        if found is None:
            raise
        document, lost = found
        try:
            return project_from(to_json(document), steps=steps), lost
        except Unreadable:
            raise refused from None


def _without_damaged_pictures(data: bytes) -> tuple[Any, Lost] | None:
    """The document and what it lost; None where it has no damaged picture, or is damaged in worse ways."""
    try:
        document = from_json(data)
    except ValueError:
        return None
    assets = document.get("assets") if isinstance(document, dict) else None
    known = isinstance(document, dict) and document.get("version") in range(1, migrations.VERSION + 1)
    if not isinstance(assets, list) or not known or keys.twice(data):
        return None
    whole = [asset for asset in assets if not _is_damaged(asset)]
    if len(whole) == len(assets):
        return None
    sums = {asset.get("sha256") for asset in whole}
    notes = [
        (str(journey_map.get("title", "")), note.get("number", 0))
        for journey_map in _records(document, "maps")
        for note in _records(journey_map, "notes")
        if _let_go(note, "picture", sums)
    ]
    personas = [str(each.get("name", "")) for each in _records(document, "personas") if _let_go(each, "portrait", sums)]
    document["assets"] = whole
    return document, Lost(len(assets) - len(whole), tuple(notes), tuple(personas))


def _is_damaged(asset: Any) -> bool:
    """Whether there is no picture in `asset`. One with a field that we do not know may be whole all the same."""
    try:
        return not is_whole(Asset.model_validate(asset))
    except ValidationError as error:
        return all(
            detail["type"] != "extra_forbidden" for detail in error.errors(include_url=False, include_input=False)
        )


def _records(owner: dict[str, Any], table: str) -> list[dict[str, Any]]:
    records = owner.get(table)
    return [record for record in records if isinstance(record, dict)] if isinstance(records, list) else []


def _let_go(record: dict[str, Any], field: str, known: set[str]) -> bool:
    """Clear a reference to a picture that is not there; whether it was one."""
    named = record.get(field)
    if not isinstance(named, str) or named in known:
        return False
    record[field] = None
    return True
