"""Sets of parts that are asked for by one name: the short version, everything, and what a workshop needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjeditor.export.parts import PART_KEYS
from cjeditor.texts import N_


@dataclass(frozen=True)
class PresetSpec:
    """A set of parts.

    Attributes:
        key: how scripts name it.
        title: what it is called, untranslated.
        tip: what it is for, untranslated.
        parts: the keys of its parts, in the order in which they are printed.
    """

    key: str
    title: str
    tip: str
    parts: tuple[str, ...]


PRESETS: Final[tuple[PresetSpec, ...]] = (
    PresetSpec(
        "short",
        N_("Short version"),
        N_("Three pages for those who decide: the message, the map, the findings with what is to be decided"),
        ("message", "overview", "findings"),
    ),
    PresetSpec(
        "full",
        N_("Full set"),
        N_("All that the map says, from the cover to the legend"),
        # The cover says what the message of the short version does.
        tuple(key for key in PART_KEYS if key != "message"),
    ),
    PresetSpec(
        "workshop",
        N_("Workshop set"),
        N_("What a group works with: the plan, the map, a sheet to write on for each phase, the legend"),
        tuple(key for key in PART_KEYS if key in ("cover", "agenda", "map", "phases", "legend")),
    ),
)

PRESET_KEYS: Final[tuple[str, ...]] = tuple(spec.key for spec in PRESETS)


def preset(key: str) -> PresetSpec:
    """The row of a set; KeyError for an unknown one."""
    return {spec.key: spec for spec in PRESETS}[key]
