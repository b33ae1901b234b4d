"""What chips and lists are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.capture.chip_row import Chip
from cjeditor.layout.theme import emotion_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cjeditor.canvas.capture.marking import Mark, MarkKind
    from cjeditor.canvas.capture.offers import Offer
    from cjeditor.texts import Texts


def chip_of(mark: Mark, offer: Offer, severity: int | None, words: Texts) -> Chip:
    """Return how a mark looks as a chip; `severity` is what it has made of a note's."""
    match mark.kind:
        case "channel":
            return Chip(offer.icon or "globe", offer.name, words.t("Channel"))
        case "persona":
            return Chip("user", offer.name, words.t("Persona"))
        case "tag":
            return Chip("hash", offer.name, words.t("Tag"))
        case "emotion":
            value = int(mark.value)
            return Chip("", words.signed(value), words.t("Emotion"), emotion_style(value), "on.emotion")
        case "truth":
            return Chip("star-fill", "", words.t("Moment of truth"), colour="star")
        case "risk":
            if severity is not None:
                return Chip("warning", str(severity), words.t("Severity"), colour="warning")
            return Chip("warning", "", words.t("Drop-off point"), colour="warning")


def said(chips: Sequence[Chip], words: Texts) -> str:
    """Return the chips as a screen reader says them; empty where there are none."""
    if not chips:
        return ""
    names = ", ".join(f"{chip.meaning} {chip.text}".rstrip() for chip in chips)
    return words.t("Marks: {names}. Backspace turns the last one into text.", names=names)


def heading(kind: MarkKind, words: Texts) -> str:
    """Return what a list of names is called."""
    match kind:
        case "channel":
            return words.t("Channels")
        case "tag":
            return words.t("Tags")
        case _:
            return words.t("Personas")
