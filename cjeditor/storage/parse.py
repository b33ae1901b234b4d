"""From the bytes of a project file to a project that holds every rule, or to the problems that forbid it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Literal, TypeVar

from pydantic import ConfigDict, ValidationError
from pydantic_core import from_json, to_json

from cjeditor.model import rules
from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.pictures import is_whole
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.table import in_order
from cjeditor.storage import diagnosis, keys, limits, migrations, places
from cjeditor.storage.collecting import collector_paused
from cjeditor.storage.diagnosis import FORMAT, Unreadable

R = TypeVar("R", bound=Record)

_BOM = b"\xef\xbb\xbf"
_ENVELOPE = re.compile(rb'\s*\{\s*"format"\s*:\s*"([^"\\]{0,80})"\s*,\s*"version"\s*:\s*(-?\d{1,9})\s*[,}]')


class ProjectForm(Project):
    """A project as it stands in its file. Texts are not looked up in a cache while parsing: few are there twice."""

    model_config = ConfigDict(cache_strings="keys")

    format: Literal["cjeditor-project"]
    version: Literal[2]


def project_from(data: bytes, *, steps: Mapping[int, migrations.Step] = migrations.STEPS, own: bool = False) -> Project:
    """The project in `data`; raises Unreadable, and nothing else, whatever the bytes are.

    Tables come back sorted by id, however they stand in the file: two people's lines that were merged may be in any
    order. `own` bytes, which this program has just made, are searched neither for keys that stand twice nor for
    pictures that are damaged.
    """
    data = data.removeprefix(_BOM)
    diagnosis.check_size(data)
    version = _version(data)
    if version > migrations.VERSION:
        raise Unreadable(Problem("too-new", params={"version": version, "known": migrations.VERSION}))
    if version < migrations.VERSION:
        data = _carried_over(data, version, steps)
    with collector_paused(lasting=True):
        form = _validated(data)
        if not own and not keys.surely_once(data, form):
            _refuse_keys_twice(data)
        project = Project.model_validate({name: getattr(form, name) for name in _set_fields(form)})
        project = _in_order(project)
        found = diagnosis.listed(chain(rules.each_problem(project), () if own else _damaged_pictures(project)))
    if found:
        raise Unreadable(*places.from_records(from_json(data), found))
    return project


def _version(data: bytes) -> int:
    envelope = _ENVELOPE.match(data)
    if envelope is not None:
        form, version = envelope[1], int(envelope[2])
        if form == FORMAT.encode():
            return version
    else:
        document = diagnosis.document_in(data)
        if isinstance(document, dict) and document.get("format") == FORMAT:
            number = document.get("version")
            # One of more digits is no version but a jest, and could not even be shown.
            if type(number) is int and abs(number) < limits.VERSION:
                return number
    raise Unreadable(Problem("not-a-project"))


def _carried_over(data: bytes, version: int, steps: Mapping[int, migrations.Step]) -> bytes:
    document = diagnosis.document_in(data)
    _refuse_keys_twice(data)
    try:
        return to_json(migrations.migrated(document, steps=steps))
    except migrations.Unknown as error:
        raise Unreadable(error.problem) from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(Problem("old-form-damaged", params={"version": version})) from error


def _validated(data: bytes) -> ProjectForm:
    try:
        return ProjectForm.model_validate_json(data)
    except ValidationError as error:
        problems = diagnosis.refused_fields(ProjectForm, data, error)
        raise Unreadable(*problems) from error


def _refuse_keys_twice(data: bytes) -> None:
    if found := keys.twice(data):
        raise Unreadable(*places.from_records(from_json(data), diagnosis.listed(found)))


def _damaged_pictures(project: Project) -> Iterator[Problem]:
    return (Problem("picture-sum-wrong", (asset.id,)) for asset in project.assets if not is_whole(asset))


def _set_fields(form: ProjectForm) -> set[str]:
    return form.model_fields_set - {"format", "version"}


def _in_order(project: Project) -> Project:
    maps = tuple(_with_sorted(each, MAP_PREFIXES) for each in project.maps)
    if any(new is not old for new, old in zip(maps, project.maps, strict=True)):
        project = replace(project, maps=maps)
    return _with_sorted(project, PROJECT_PREFIXES)


def _with_sorted(owner: R, tables: Iterable[str]) -> R:
    changes = {}
    for name in tables:
        records = getattr(owner, name)
        ids = [record.id for record in records]
        if ids != sorted(ids):
            changes[name] = in_order(records)
    return replace(owner, **changes)
