"""The columns of the table: what each is called, shows, sorts by and lets people choose from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal

from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.cards import Card, Note, Touchpoint
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

_FIGURE = re.compile(r"\s*([+-]?\d)(?![\d.,])")
_BEST = 2
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


def value(reading: Reading, card: Card, column: Column) -> str | int | None:
    """Return what is edited in a cell; None for no value."""
    match column:
        case "phase":
            return reading.steps[card.step].phase
        case "step":
            return card.step
        case "lane":
            return card.lane
        case "kind":
            return card.kind if isinstance(card, Note) else None
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
    if column == "kind":
        return isinstance(card, Note)
    return column != "number"


def choices(reading: Reading, card: Card, column: Column) -> list[tuple[str, str | int | None]]:
    """Return what there is to choose from, each with its value; nothing for a column that is written."""
    t = reading.words.t
    if column == "phase":
        return [(one_line(reading.name(reading.phases[one])), one) for one in reading.phase_order]
    if column == "step":
        return [(reading.full_step(reading.steps[one]), one) for one in reading.step_order]
    if column == "lane":
        held = "touchpoints" if isinstance(card, Touchpoint) else "notes"
        fitting = (reading.lanes[one] for one in reading.lane_order)
        return [(one_line(one.name) or t("Unnamed lane"), one.id) for one in fitting if one.holds == held]
    if column == "kind":
        return [(one.name.in_language(reading.words.language), one.key) for one in note_kinds()]
    if column == "emotion":
        return [(t("No value"), None), *((reading.emotion(value), value) for value in (2, 1, 0, -1, -2))]
    if column == "channel":
        named = sorted(reading.channels.items(), key=lambda pair: pair[1].casefold())
        return [(t("No channel"), None), *((one_line(name), channel) for channel, name in named)]
    if column == "evidence":
        return [(reading.evidence(one), one) for one in EVIDENCE]
    return []


def read(reading: Reading, card: Card, column: Column, text: str) -> str | int | None:
    """Return the value that a text stands for in a cell, as a spreadsheet would hold it.

    Raises:
        ValueError: it stands for nothing there.
    """
    if column == "text":
        return text
    offered = choices(reading, card, column)
    if column == "emotion":
        figure = _FIGURE.match(text.replace("−", "-"))
        if figure is not None and abs(int(figure[1])) <= _BEST:
            return int(figure[1])
    if not text.strip() and any(one is None for _name, one in offered):
        return None
    wanted = " ".join(text.split()).casefold()
    for name, one in offered:
        known = {name.casefold()}
        if column == "step" and isinstance(one, str):
            known.add(one_line(reading.name(reading.steps[one])).casefold())
        if wanted in known:
            return one
    raise ValueError(text)
