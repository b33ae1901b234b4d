"""Ids of records: what each kind's begin with, and how a new one is made."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from types import MappingProxyType

MAP_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "phases": "ph",
        "steps": "st",
        "lanes": "ln",
        "touchpoints": "tp",
        "notes": "nt",
        "links": "lk",
        "comments": "cm",
        "rounds": "vr",
    }
)
"""Prefix by the name of a map's table."""

PROJECT_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "channels": "ch",
        "personas": "ps",
        "maps": "map",
        "actions": "ac",
        "surveys": "sv",
        "funnel": "fn",
        "agenda": "ag",
        "parked": "pk",
        "views": "vw",
        "assets": "as",
    }
)
"""Prefix by the name of a project's table."""

NESTED_PREFIXES: Mapping[str, str] = MappingProxyType({"drop_off_points": "do", "kpis": "kp"})
"""Prefix by the name of the field, for records that lie inside a touchpoint or phase."""

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without what people confuse when they read an id aloud
_LENGTH = 10  # 31^10: no two people's files will ever share an id by chance


def random_letters() -> str:
    """Ten random letters and digits."""
    # One number for all ten: a paste of thousands of lines asks for as many ids.
    number, letters = secrets.randbelow(len(_ALPHABET) ** _LENGTH), []
    for _ in range(_LENGTH):
        number, letter = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[letter])
    return "".join(letters)


def new_id(prefix: str, random: Callable[[], str] | None = None) -> str:
    """A new id such as `tp_k3f9x2mm8q`. `random` gives what follows the underscore; tests pass their own."""
    return f"{prefix.rstrip('_')}_{(random or random_letters)()}"


def has_prefix(record_id: str, prefix: str) -> bool:
    """Whether `record_id` is of the kind that `prefix` names."""
    return record_id.partition("_")[0] == prefix


def table_of(record_id: str) -> str:
    """The name of the map's table that holds records with such an id; empty if none does."""
    prefix = record_id.partition("_")[0]
    return next((table for table, of in MAP_PREFIXES.items() if of == prefix), "")
