"""Where in a project file something is, in names that a person finds again there: titles and ids, not positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cjeditor.model.problem import Problem, Where

_MAPS = "maps"
_NAMES = ("title", "name", "text", "label")


def of_location(document: Any, location: Sequence[str | int]) -> Where:
    """The place behind pydantic's `location`, which counts; `document` is the file as the JSON parser gives it."""
    place: list[str | int] = []
    table: str | int = ""
    for step in location:
        document = _inside(document, step)
        place.append(_name(document, table, step) if isinstance(step, int) else step)
        table = step
    return tuple(place)


def value_at(document: Any, location: Sequence[str | int]) -> Any:
    """What stands at pydantic's `location` in `document`; None where nothing does."""
    for step in location:
        document = _inside(document, step)
    return document


def from_records(document: Any, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The same problems with whole places, where they only named a record's id (or a field of the project)."""
    wanted = {problem.where[0] for problem in problems if problem.where}
    by_id = {name: place for name, place in _records(document, ()) if name in wanted}
    return tuple(
        Problem(problem.code, (*by_id.get(problem.where[0], problem.where[:1]), *problem.where[1:]), problem.params)
        if problem.where
        else problem
        for problem in problems
    )


def names(document: Any) -> dict[str, str]:
    """What the records in `document` are called or say, by id."""
    found: dict[str, str] = {}
    for part in _dictionaries(document):
        record_id = part.get("id")
        name = next((text for text in map(part.get, _NAMES) if isinstance(text, str) and text.strip()), "")
        if isinstance(record_id, str) and name:
            found[record_id] = name
    return found


def _dictionaries(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        if isinstance(inner, dict | list):
            yield from _dictionaries(inner)


def _inside(document: Any, step: str | int) -> Any:
    try:
        return document[step]
    except (KeyError, IndexError, TypeError):
        return None  # a missing field is a place, too


def _name(item: Any, table: str | int, position: int) -> str | int:
    if isinstance(item, dict):
        for field in ("title", "id") if table == _MAPS else ("id",):
            if isinstance(name := item.get(field), str) and name:
                return name
    return position


def _records(part: Any, place: Where) -> Iterator[tuple[str | int, Where]]:
    if isinstance(part, dict):
        if isinstance(name := part.get("id"), str) and place:
            yield name, place
        for field, value in part.items():
            if isinstance(value, dict | list):  # most values are neither, and asking is quicker than going in
                yield from _records(value, (*place, field))
    elif isinstance(part, list):
        for position, item in enumerate(part):
            if isinstance(item, dict | list):
                yield from _records(item, (*place, _name(item, place[-1] if place else "", position)))
