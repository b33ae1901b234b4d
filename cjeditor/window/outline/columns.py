"""The columns of the table: what each is called, shows, sorts by and lets people choose from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final, Literal

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.texts import N_
from cjeditor.window.outline.reading import EVIDENCE, Reading, one_line, text_of

Column = Literal["number", "phase", "step", "lane", "text", "channel", "emotion", "evidence", "kind"]

COLUMNS: Final[tuple[Column, ...]] = (
    "number",
    "phase",
    "step",
    "lane",
    "text",
    "kind",
    "channel",
    "emotion",
    "evidence",
)
HEADINGS: Final[Mapping[Column, str]] = {
    "number": N_("No."),
    "phase": N_("Phase"),
    "step": N_("Step"),
    "lane": N_("Lane"),
    "text": N_("Text"),
    "kind": N_("Kind"),
    "channel": N_("Channel"),
    "emotion": N_("Emotion"),
    "evidence": N_("Evidence"),
}
WIDTHS: Final[Mapping[Column, int]] = {
    "number": 56,
    "phase": 130,
    "step": 110,
    "lane": 130,
    "text": 260,
    "kind": 120,
    "channel": 120,
    "emotion": 130,
    "evidence": 100,
}
"""Pixels at 100 %."""
TEXT: Final = COLUMNS.index("text")

_NO_EMOTION = -9
"""Sorts before the worst."""


def shown(reading: Reading, card: Card, column: Column) -> str:
    """Return what a cell shows."""
    match column:
        case "number":
            return str(card.number)
        case "phase":
            return one_line(reading.name(reading.phases[reading.steps[card.step].phase]))
        case "step":
            return one_line(reading.name(reading.steps[card.step]))
        case "lane":
            return reading.lane(card)
        case "text":
            return one_line(text_of(card))
        case "kind":
            return reading.kind(card)
        case "channel":
            return one_line(reading.channel(card))
        case "emotion":
            return reading.emotion(card.emotion) if isinstance(card, Touchpoint) else ""
        case "evidence":
            return reading.evidence(card.evidence)


def sorted_by(reading: Reading, card: Card, column: Column) -> int | str:
    """Return what a column sorts by: the journey where it has an order, else the alphabet."""
    match column:
        case "number":
            return card.number
        case "phase":
            return reading.phase_order[reading.steps[card.step].phase]
        case "step":
            return reading.step_order[card.step]
        case "lane":
            return reading.lane_order[card.lane]
        case "emotion":
            feeling = card.emotion if isinstance(card, Touchpoint) else None
            return _NO_EMOTION if feeling is None else feeling
        case "evidence":
            return EVIDENCE.index(card.evidence)
        case _:
            return _alphabetical(shown(reading, card, column))


def _alphabetical(text: str) -> str:
    """Return what `text` sorts by, the same on every machine: letters without their marks and case."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter.isspace())


def value(card: Card, column: Column) -> str | int | None:
    """Return what is edited in a cell; None for no value."""
    match column:
        case "text":
            return text_of(card)
        case "channel":
            return card.channel if isinstance(card, Touchpoint) else None
        case "emotion":
            return card.emotion if isinstance(card, Touchpoint) else None
        case "evidence":
            return card.evidence
        case _:
            return None


def is_editable(card: Card, column: Column) -> bool:
    """Return whether people may write or choose something there."""
    if column in ("channel", "emotion"):
        return isinstance(card, Touchpoint)
    return column in ("text", "evidence")


def choices(reading: Reading, column: Column) -> list[tuple[str, str | int | None]]:
    """Return what there is to choose from, each with its value; nothing for a column that is written."""
    t = reading.words.t
    if column == "emotion":
        return [(t("No value"), None), *((reading.emotion(value), value) for value in (2, 1, 0, -1, -2))]
    if column == "channel":
        named = sorted(reading.channels.items(), key=lambda pair: pair[1].casefold())
        return [(t("No channel"), None), *((one_line(name), channel) for channel, name in named)]
    if column == "evidence":
        return [(reading.evidence(one), one) for one in EVIDENCE]
    return []
