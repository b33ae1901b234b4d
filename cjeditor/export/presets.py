"""Sets of parts that are ready made: a short version, everything, what a workshop needs on the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjeditor.export.options import Audience
from cjeditor.export.parts import USUAL_KEYS, WORKSHEET_KEYS
from cjeditor.texts import N_


@dataclass(frozen=True)
class Preset:
    """A set with a name.

    Attributes:
        key: how scripts name it.
        title: what it is called, untranslated.
        tip: what it is for, untranslated.
        parts: the keys of its parts, in the order in which they are printed.
        audience: for whom it is meant.
    """

    key: str
    title: str
    tip: str
    parts: tuple[str, ...]
    audience: Audience = "team"


PRESETS: Final[tuple[Preset, ...]] = (
    Preset(
        "short",
        N_("Short version"),
        N_("Three pages for those who decide: the message, the map, the findings with what is to be decided"),
        ("message", "overview", "findings"),
    ),
    Preset("full", N_("Full set"), N_("Everything that the map has something for"), USUAL_KEYS),
    Preset(
        "workshop",
        N_("Workshop set"),
        N_("What lies on the table in a workshop: map and sheets to write on"),
        ("map", *WORKSHEET_KEYS),
        "facilitator",
    ),
)

PRESET_KEYS: Final[tuple[str, ...]] = tuple(one.key for one in PRESETS)


def preset(key: str) -> Preset:
    """The set of that key; KeyError for an unknown one."""
    return {one.key: one for one in PRESETS}[key]
