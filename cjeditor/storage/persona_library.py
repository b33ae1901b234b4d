"""Files of personas, to be shared between projects: personas with their channels and pictures, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from cjeditor.model import rules
from cjeditor.model.fields import Record
from cjeditor.model.pictures import is_whole, size_of, without_unused
from cjeditor.model.problem import Problem
from cjeditor.model.project import Asset, Channel, Persona, Project
from cjeditor.model.replace import replace
from cjeditor.model.table import in_order
from cjeditor.storage import limits
from cjeditor.storage.load import FileRefused, read_file
from cjeditor.storage.save import write_file

SUFFIX = "cjpersonas"
VERSION = 1
_FORMAT = "cjeditor-personas"


class _Envelope(Record, extra="ignore"):
    """What is looked at first: whose file it is, and of which version."""

    format: Literal["cjeditor-personas"]
    version: Annotated[int, Field(ge=1, le=limits.VERSION)]


class _File(Record):
    format: Literal["cjeditor-personas"]
    version: Literal[1]
    channels: Annotated[tuple[Channel, ...], Field(max_length=limits.LIBRARY_PERSONAS)] = ()
    personas: Annotated[tuple[Persona, ...], Field(max_length=limits.LIBRARY_PERSONAS)] = ()
    assets: Annotated[tuple[Asset, ...], Field(max_length=limits.LIBRARY_PERSONAS)] = ()


def read_personas(path: Path) -> Project:
    """A project of nothing but the personas of a file, their channels and pictures. Raises FileRefused.

    What does not follow the form exactly is refused as a whole: `not-personas`, `too-new`, `library-too-big`,
    `library-damaged` (a reference that leads nowhere, a picture that is not whole or too large to be drawn).
    """
    data, _status = read_file(path, limits.LIBRARY_SIZE, "library-too-big")
    return _personas_in(path, data)


def write_personas(path: Path, project: Project, ids: Collection[str]) -> None:
    """Write these personas of a project with their channels and pictures. Raises SaveFailed."""
    personas = tuple(each for each in project.personas if each.id in ids)
    used = {one for each in personas for one in each.preferred_channels}
    kept = without_unused(
        Project(
            personas=personas,
            channels=tuple(each for each in project.channels if each.id in used),
            assets=project.assets,
        )
    )
    tables = {name: getattr(kept, name) for name in ("channels", "personas", "assets")}
    parts = [f'{{"format": "{_FORMAT}", "version": {VERSION}']
    for name, records in tables.items():
        lines = (
            json.dumps(each.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False) for each in records
        )
        parts.append(f'"{name}": [\n' + ",\n".join(lines) + "\n]")
    write_file(path, (",\n".join(parts) + "}\n").encode())


def _personas_in(path: Path, data: bytes) -> Project:
    try:
        envelope = _Envelope.model_validate_json(data)
    except ValidationError as error:
        raise FileRefused(path, (Problem("not-personas"),)) from error
    if envelope.version > VERSION:
        known: dict[str, str | int | float] = {"version": envelope.version, "known": VERSION}
        raise FileRefused(path, (Problem("too-new", params=known),))
    try:
        form = _File.model_validate_json(data)
    except ValidationError as error:
        raise FileRefused(path, (Problem("not-personas"),)) from error
    found = replace(
        Project(),
        channels=in_order(form.channels),
        personas=in_order(form.personas),
        assets=in_order(form.assets),
    )
    damaged = any(not each.data or not is_whole(each) or size_of(each) is None for each in found.assets)
    if damaged or next(rules.each_problem(found), None) is not None:
        raise FileRefused(path, (Problem("library-damaged"),))
    return found
