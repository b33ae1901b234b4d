"""Why bytes are no project: what the parser says, turned into problems with places that a person can find."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, from_json, to_json

from cjeditor.model.problem import Problem, Where
from cjeditor.storage import limits, places

FORMAT = "cjeditor-project"

_HEAD = b'{"format": "' + FORMAT.encode()
_AT = re.compile(r" at line (\d+) column (\d+)$")
_BLANK = b" \t\r\n"
_BY_MESSAGE: Mapping[str, str] = MappingProxyType(
    {
        "EOF while parsing": "cut-off",
        "recursion limit": "nested-too-deep",
        "control character": "control-character",
        "number out of range": "number-out-of-range",
        "lone leading surrogate": "half-character",
        "hex escape": "half-character",
        "unicode code point": "half-character",
    }
)


class Unreadable(Exception):
    """Bytes that are no valid project; `problems` says why, and is never empty."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def document_in(data: bytes) -> Any:
    """`data` as dictionaries and lists, if it is JSON of bearable size; else raises Unreadable."""
    check_size(data)
    try:
        return from_json(data)
    except ValueError as error:
        raise Unreadable(broken(data, str(error))) from error


def check_size(data: bytes) -> None:
    """Raise Unreadable for files of which a parser would make more objects than memory is for."""
    if len(data) > limits.PARTS_COUNTED_FROM and sum(map(data.count, (b",", b"[", b"{"))) > limits.PARTS:
        raise Unreadable(_too_many())


def broken(data: bytes, message: str) -> Problem:
    """The problem with `data`, which the JSON parser refused with `message`."""
    start = data.lstrip(_BLANK)
    if not start:
        return Problem("empty-file")
    if encoding := _foreign_encoding(data):
        return Problem("wrong-encoding", params={"encoding": encoding})
    if not start.startswith(b"{") or (
        FORMAT.encode() not in data[: limits.FORMAT_WITHIN] and not _HEAD.startswith(start)
    ):
        return Problem("not-a-project")
    found = _AT.search(message)
    place = _place(data, int(found[1]), int(found[2])) if found else ()
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return Problem("not-utf-8", _place_of_byte(data, error.start))
    code = next((code for part, code in _BY_MESSAGE.items() if part in message), None)
    if code is not None:
        return Problem(code, place)
    return Problem("broken-json", place, {"detail": _AT.sub("", message).removeprefix("Invalid JSON: ")})


def refused_fields(form: type[BaseModel], data: bytes, error: ValidationError) -> tuple[Problem, ...]:
    """The problems with `data`, which is or is not JSON and which `form` refused with `error`."""
    if error.error_count() > limits.ERRORS:
        return (_too_many(),)
    details = error.errors(include_url=False, include_input=False)
    if details[0]["type"] == "json_invalid":
        return (broken(data, details[0]["msg"]),)
    document = from_json(data)
    found: dict[tuple[Where, str], Problem] = {}
    gone: _Positions = {}
    rounds = max(1, min(limits.ROUNDS, limits.BYTES_FOR_ROUNDS // len(data)))
    for _ in range(rounds):
        for detail in details:
            problem = _refused_field(document, detail, gone)
            found.setdefault((problem.where, detail["type"]), problem)
        # Validation stops at the first bad item of each list. Take those out, and look what else there is.
        if len(found) > limits.PROBLEMS or not _take_out(document, [detail["loc"] for detail in details], gone):
            break
        try:
            form.model_validate_json(to_json(document))
        except ValidationError as further:
            details = further.errors(include_url=False, include_input=False)
        else:
            break
    else:  # what the last round found is not listed
        return (*tuple(found.values())[: limits.PROBLEMS], _more())
    return listed(found.values())


def listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first of `problems`, and another one that says so where there are more."""
    first = tuple(islice(problems, limits.PROBLEMS + 1))
    return first if len(first) <= limits.PROBLEMS else (*first[: limits.PROBLEMS], _more())


def _more() -> Problem:
    return Problem("more-problems")


_Positions = dict[tuple[str | int, ...], list[int]]
"""Positions of items that were taken out, ascending, by the place of their list; all as they are in the file."""


def _refused_field(document: Any, detail: ErrorDetails, gone: _Positions) -> Problem:
    location = detail["loc"]
    params: dict[str, str | int | float] = {"reason": detail["type"]}
    params.update({name: v for name, v in detail.get("ctx", {}).items() if isinstance(v, str | int | float)})
    value = places.value_at(document, location)
    if value is not None and not isinstance(value, dict | list):
        text = value if isinstance(value, str) else to_json(value).decode()
        params["value"] = text if len(text) <= limits.VALUE_SHOWN else text[: limits.VALUE_SHOWN - 1] + "…"
    names = places.of_location(document, location)
    where = tuple(
        before if isinstance(name, int) else name for name, before in zip(names, _in_file(location, gone), strict=True)
    )
    return Problem("field-refused", where, params)


def _in_file(location: Sequence[str | int], gone: _Positions) -> tuple[str | int, ...]:
    """The location as it was before items were taken out of lists."""
    place: tuple[str | int, ...] = ()
    for step in location:
        before = step
        if isinstance(before, int):
            for position in gone.get(place, ()):
                before += position <= before
        place = (*place, before)
    return place


def _take_out(document: Any, locations: Sequence[Sequence[str | int]], gone: _Positions) -> bool:
    """Remove from `document` the innermost list items at the deepest of `locations`; whether there were any.

    Their positions in the file are added to `gone`.
    """
    items = {tuple(location[: _last_position(location) + 1]) for location in locations if _last_position(location) >= 0}
    deepest = max(map(len, items), default=0)
    chosen = sorted((item for item in items if len(item) == deepest), key=lambda item: item[-1], reverse=True)
    before = [_in_file(item, gone) for item in chosen]
    for item in chosen:
        del places.value_at(document, item[:-1])[item[-1]]
    for *place, position in before:
        if isinstance(position, int):
            insort(gone.setdefault(tuple(place), []), position)
    return bool(items)


def _last_position(location: Sequence[str | int]) -> int:
    return max((at for at, step in enumerate(location) if isinstance(step, int)), default=-1)


def _too_many() -> Problem:
    return Problem("too-many-parts", params={"limit": limits.PARTS})


def _foreign_encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:2] in (b"{\x00", b"\x00{"):
        return "UTF-16"
    return ""


def _place(data: bytes, line: int, column: int) -> Where:
    """`line` and `column` as people count them; the parser's column counts bytes."""
    start = 0
    for _ in range(line - 1):
        start = data.find(b"\n", start) + 1
    return ("line", line, "column", max(1, len(data[start : start + column].decode(errors="replace"))))


def _place_of_byte(data: bytes, position: int) -> Where:
    line = data.count(b"\n", 0, position) + 1
    start = data.rfind(b"\n", 0, position) + 1
    return ("line", line, "column", len(data[start:position].decode(errors="replace")) + 1)
