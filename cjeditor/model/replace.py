"""The one door through which new and changed records come: `make` and `replace` validate, whatever is passed."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from pydantic import ValidationError

from cjeditor.model.fields import Record
from cjeditor.model.problem import EditRefused, Problem

R = TypeVar("R", bound=Record)


def make(kind: type[R], /, **fields: Any) -> R:
    """A new record of `kind`. Raises EditRefused (`field-refused`) where a value is not allowed."""
    try:
        return kind.model_validate({name: _with_plain_line_ends(value) for name, value in fields.items()})
    except ValidationError as error:
        raise EditRefused(_problem(error, fields.get("id"))) from error


def replace(record: R, /, **changes: Any) -> R:
    """`record` with `changes`, validated; `record` itself when nothing differs. Raises EditRefused (`field-refused`).

    Records inside tuples are taken as they are: each was validated when it was made. Fields that are not named keep
    the very same objects, so that a difference by identity stays quick.
    """
    kind: type[R] = type(record)
    old = record.__dict__
    wanted = {name: _with_plain_line_ends(value) for name, value in changes.items()}
    if all(name in old and _same(old[name], value) for name, value in wanted.items()):
        return record
    try:
        checked = kind.model_validate({**old, **wanted})
    except ValidationError as error:
        raise EditRefused(_problem(error, old.get("id"))) from error
    # Validation copies every tuple; the untouched ones are put back.
    kept = {name: value for name, value in old.items() if name not in wanted}
    new = kind.model_construct(_fields_set=checked.model_fields_set, **{**checked.__dict__, **kept})
    return cast(R, new)


def _same(old: object, new: object) -> bool:
    return old is new or (type(old) is type(new) and old == new)


def _with_plain_line_ends(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return tuple(_with_plain_line_ends(part) for part in value)
    return value


def _problem(error: ValidationError, record_id: object) -> Problem:
    first = error.errors(include_url=False, include_input=False)[0]
    where = (record_id, *first["loc"]) if isinstance(record_id, str) else first["loc"]
    params: dict[str, str | int | float] = {"reason": first["type"]}
    params.update({k: v for k, v in first.get("ctx", {}).items() if isinstance(v, (str, int, float))})
    return Problem("field-refused", where, params)
