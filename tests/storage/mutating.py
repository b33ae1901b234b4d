"""Ways to damage a project file, one after the other: in its bytes, in its lines, or in what its JSON says."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

Mutation = Callable[[bytes, random.Random], bytes]

EXTREMES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1,
    2**31,
    2**63,
    -(2**64),
    10**400,
    0.1,
    -0.0,
    1e308,
    5e-324,
    float("nan"),
    float("inf"),
    "",
    " ",
    "x" * 25_000,
    "\x00",
    "\ud800",
    "\u202e",
    "{0.__class__}",
    "tp_a",
    "map_1",
    "ln_c",
    [],
    {},
    [[[]]],
    [None],
    ["tp_a", "tp_a"],
    {"id": "tp_a"},
)
"""Values to put where others stand."""

_PIECES = (
    b'"',
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"1e999",
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\\ud800",
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` damaged in one to four ways."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(MUTATIONS)(data, chance)
    return data


# -------------------------------------------------------------------------------------------------------- in bytes
def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return chance.choice((data[:start], data[end:], data[:start] + data[end:]))


def _inserted(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 2, 300)) + data[at:]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:end] + data[start:end] + data[end:]


def _lines_swapped(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _line_doubled(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[: at + 1], *lines[at:]])


# ---------------------------------------------------------------------------------------------------------- in JSON
def _in_json(change: Callable[[list[Any], random.Random], None]) -> Mutation:
    """A mutation that changes one of the dictionaries and lists; bytes that are no JSON stay as they are."""

    def mutation(data: bytes, chance: random.Random) -> bytes:
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return data
        parts = list(_parts(document))
        if parts:
            change(parts, chance)
        return json.dumps(document).encode()

    return mutation


def _parts(part: Any) -> list[Any]:
    """All dictionaries and lists in a document that are not empty, itself among them."""
    found: list[Any] = []
    waiting = [part]
    while waiting:
        one = waiting.pop()
        inner = list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
        if inner:
            found.append(one)
            waiting.extend(each for each in inner if isinstance(each, dict | list))
    return found


def _place(part: Any, chance: random.Random) -> Any:
    return chance.choice(list(part)) if isinstance(part, dict) else chance.randrange(len(part))


def _drop(parts: list[Any], chance: random.Random) -> None:
    part = chance.choice(parts)
    del part[_place(part, chance)]


def _swap(parts: list[Any], chance: random.Random) -> None:
    one, other = chance.choice(parts), chance.choice(parts)
    here, there = _place(one, chance), _place(other, chance)
    # Copies: a part that came to lie within itself would be no document any more.
    first, second = json.dumps(one[here]), json.dumps(other[there])
    one[here] = json.loads(second)
    if there in other if isinstance(other, dict) else there < len(other):
        other[there] = json.loads(first)


def _make_extreme(parts: list[Any], chance: random.Random) -> None:
    part = chance.choice(parts)
    part[_place(part, chance)] = chance.choice(EXTREMES)


def _change_type(parts: list[Any], chance: random.Random) -> None:
    part = chance.choice(parts)
    place = _place(part, chance)
    value = part[place]
    part[place] = chance.choice((str(value), [value], {"id": value}, value is None, len(str(value))))


def _double(parts: list[Any], chance: random.Random) -> None:
    lists = [part for part in parts if isinstance(part, list)]
    if lists:
        part = chance.choice(lists)
        part.insert(chance.randint(0, len(part)), chance.choice(part))


def _empty(parts: list[Any], chance: random.Random) -> None:
    chance.choice(parts).clear()


def _add_key(parts: list[Any], chance: random.Random) -> None:
    part = chance.choice(parts)
    if isinstance(part, dict):
        part[chance.choice(("mood", "__proto__", "id", "title", "rank", ""))] = chance.choice(EXTREMES)
    else:
        part.append(chance.choice(EXTREMES))


def _nest(parts: list[Any], chance: random.Random) -> None:
    part = chance.choice(parts)
    inner: Any = []
    for _ in range(chance.choice((3, 150, 250))):
        inner = [inner]
    part[_place(part, chance)] = inner


MUTATIONS: tuple[Mutation, ...] = (
    _flipped,
    _cut,
    _inserted,
    _repeated,
    _lines_swapped,
    _line_doubled,
    *map(_in_json, (_drop, _swap, _make_extreme, _change_type, _double, _empty, _add_key, _nest)),
)
"""All the ways."""
