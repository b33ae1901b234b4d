"""A project as bytes in the one form that this program writes, so that equal projects are equal files.

The form is made for git: UTF-8, keys in the order of the records' fields, defaults left out, tables sorted by id, one
record a line. A card that is moved is a line that is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from pydantic_core import to_json

from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.storage.diagnosis import FORMAT
from cjeditor.storage.migrations import VERSION

_ENVELOPE = f'"format": "{FORMAT}", "version": {VERSION}'.encode()
_BY_ID = attrgetter("id")
_TABLES = frozenset({*PROJECT_PREFIXES, *MAP_PREFIXES})


def dumps(project: Project) -> bytes:
    """The content of the file that holds `project`."""
    return _lines([_ENVELOPE, *_fields(project)]) + b"\n"


def _lines(parts: Sequence[bytes]) -> bytes:
    return b"{" + b",\n".join(parts) + b"\n}"


def _fields(record: Project | JourneyMap) -> Iterator[bytes]:
    """The fields of a record that is spread over lines."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if not field.is_required() and value == field.default:
            continue
        yield b'"%s": %s' % (name.encode(), _table(value) if name in _TABLES else _one_line(value))


def _table(records: Sequence[Record]) -> bytes:
    rows = [
        _lines(list(_fields(each))) if isinstance(each, JourneyMap) else _one_line(each)
        for each in sorted(records, key=_BY_ID)
    ]
    return b"[\n" + b",\n".join(rows) + b"\n]"


def _one_line(value: object) -> bytes:
    if isinstance(value, Record):
        return value.__pydantic_serializer__.to_json(value, exclude_defaults=True)
    return to_json(value)
