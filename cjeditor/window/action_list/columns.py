"""The columns of the table of actions: what each is called, shows, sorts by and lets people choose from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final, Literal

from cjeditor.analysis.effort_value import value_of
from cjeditor.catalogue import action_terms
from cjeditor.model.mix import PARTS
from cjeditor.model.project import Action
from cjeditor.texts import N_
from cjeditor.window.action_list.reading import ActionReading, line
from cjeditor.window.properties.day_field import typed_day

Column = Literal[
    "title", "cards", "owner", "effort", "effect_on_customer", "effect_on_business", "effects", "mix", "due", "status"
]

COLUMNS: Final[tuple[Column, ...]] = (
    "title",
    "cards",
    "owner",
    "status",
    "due",
    "effort",
    "effect_on_customer",
    "effect_on_business",
    "effects",
    "mix",
)
HEADINGS: Final[Mapping[Column, str]] = {
    "title": N_("Action"),
    "cards": N_("For cards"),
    "owner": N_("Owner"),
    "effort": N_("Effort"),
    "effect_on_customer": N_("Customer"),
    "effect_on_business": N_("Business"),
    "effects": N_("Brings"),
    "mix": N_("Mix"),
    "due": N_("Due"),
    "status": N_("Status"),
}
LONG_HEADINGS: Final[Mapping[Column, str]] = {
    **HEADINGS,
    "effect_on_customer": N_("Effect on the customer, 1 to 5"),
    "effect_on_business": N_("Effect on the business, 1 to 5"),
    "effort": N_("Effort, 1 to 5"),
    "mix": N_("Part of the marketing mix"),
}
"""For screen readers, tips and fields that open over a cell."""

WIDTHS: Final[Mapping[Column, int]] = {
    "title": 220,
    "cards": 84,
    "owner": 100,
    "effort": 84,
    "effect_on_customer": 84,
    "effect_on_business": 112,
    "effects": 110,
    "mix": 100,
    "due": 100,
    "status": 96,
}
"""Pixels at 100 % where there is little room."""

TITLE: Final = COLUMNS.index("title")
NUMBERS: Final = frozenset({"effort", "effect_on_customer", "effect_on_business"})
_GRADES = (1, 2, 3, 4, 5)
_STATUSES = tuple(action_terms.STATUSES)
_LATEST = "9999-99-99"
"""Sorts behind every day."""


def shown(reading: ActionReading, action: Action, column: Column) -> str:
    """Return what a cell shows."""
    match column:
        case "title" | "owner":
            return line(getattr(action, column))
        case "cards":
            return reading.numbers(action.cards)
        case "due":
            return reading.due(action)
        case "status":
            return reading.status(action)
        case "effects":
            return reading.effects(action)
        case "mix":
            return reading.mix(action)
        case _:
            grade = getattr(action, column)
            return "" if grade is None else str(grade)


def value(reading: ActionReading, action: Action, column: Column) -> Any:
    """Return what is edited in a cell: a text to write in, or one of `choices`."""
    return typed_day(action.due, reading.words) if column == "due" else getattr(action, column)


def is_editable(column: Column) -> bool:
    """Whether a cell of this column is written or chosen in place; the others are changed in the form."""
    return column not in ("cards", "effects")


def choices(reading: ActionReading, column: Column) -> list[tuple[str, Any]]:
    """Return what there is to choose from, each with its value; nothing for a column that is written."""
    t = reading.words.t
    if column in NUMBERS:
        return [(t("No value"), None), *((str(grade), grade) for grade in _GRADES)]
    if column == "status":
        return [(t(name), key) for key, name in action_terms.STATUSES.items()]
    if column == "mix":
        parts = PARTS[reading.project.settings.mix_model]
        return [(t("No value"), None), *((action_terms.mix_part(part, reading.words), part) for part in parts)]
    return []


def sorted_by(reading: ActionReading, action: Action, column: Column) -> tuple[Any, ...]:
    """Return what a column sorts by; what has no value stands last."""
    match column:
        case "cards":
            return tuple((not one, one) for one in [reading.numbers(action.cards)])
        case "due":
            return (action.due or _LATEST,)
        case "status":
            return (_STATUSES.index(action.status),)
        case "effort" | "effect_on_customer" | "effect_on_business":
            grade = getattr(action, column)
            return (grade is None, grade or 0)
        case _:
            text = alphabetical(shown(reading, action, column))
            return (not text, text)


def usual_order(action: Action) -> tuple[Any, ...]:
    """Return what decides among equals: what is to be done first, then what is worth most, then the title."""
    worth = value_of(action)
    return (action.due or _LATEST, -(worth or 0), alphabetical(action.title), action.id)


def alphabetical(text: str) -> str:
    """Return what `text` sorts by, the same on every machine: letters without their marks and case."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter.isspace())
