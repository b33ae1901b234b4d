"""A project as bytes in the one form that this program writes, so that equal projects are equal files.

The form is made for git: UTF-8, keys in the order of the records' fields, defaults left out, tables sorted by id, one
record a line. A card that is moved is a line that is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import cast

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
    # Pieces are put together only once: each further copy of a large file costs as much as writing it.
    return b"".join([b"{", _ENVELOPE, *_fields(project, b",\n"), b"\n}\n"])


def _fields(record: Project | JourneyMap, before: bytes) -> Iterator[bytes]:
    """Pieces of the fields of a record that is spread over lines; `before` stands before the first of them."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value != field.default:
            yield b'%s"%s": ' % (before, name.encode())
            yield from _table(value) if name in _TABLES else (_one_line(value),)
            before = b",\n"


def _table(records: Sequence[Record]) -> Iterator[bytes]:
    in_order = sorted(records, key=_BY_ID)
    yield b"[\n"
    # Nothing is asked of each record that can be asked of the first: `isinstance` alone would take half the time.
    if isinstance(records[0], JourneyMap):
        for number, each in enumerate(in_order):
            yield b",\n{" if number else b"{"
            yield from _fields(cast(JourneyMap, each), b"")
            yield b"\n}"
    else:
        to_line = records[0].__pydantic_serializer__.to_json
        yield b",\n".join([to_line(each, exclude_defaults=True) for each in in_order])
    yield b"\n]"


def _one_line(value: object) -> bytes:
    if isinstance(value, Record):
        return value.__pydantic_serializer__.to_json(value, exclude_defaults=True)
    return to_json(value)
