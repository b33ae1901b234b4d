"""What the guide offers for the map: signs of the audience, methods, instruments, drop-off reasons; what is there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cjeditor.canvas.blocks import Block
from cjeditor.catalogue import instruments, methods
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.guidance import PhaseGuidance
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.texts import Texts
from cjeditor.window.blocks.craft_offers import icon_of, modes_of


@dataclass(frozen=True)
class Row:
    """One thing to put on the map.

    Attributes:
        block: what it becomes there.
        name: what it is called.
        tip: what it is, in a sentence.
        detail: a few words more, below the name.
        icon: name in the icon font.
        on_map: whether the phase has it already.
    """

    block: Block
    name: str
    tip: str
    detail: str = ""
    icon: str = ""
    on_map: bool = False


@dataclass(frozen=True)
class Present:
    """What a phase has already: the texts of its cards and the reasons of its drop-off points."""

    texts: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()

    def has(self, name: Wordings) -> bool:
        """Return whether a card is called `name`, in either language."""
        return not self.texts.isdisjoint((_plain(name.en), _plain(name.de)))


def present_in(journey_map: JourneyMap, phase: Phase) -> Present:
    """Return what is on the map in a phase."""
    steps = {step.id for step in journey_map.steps if step.phase == phase.id}
    touchpoints = [one for one in journey_map.touchpoints if one.step in steps]
    texts = {_plain(one.title) for one in touchpoints}
    texts |= {_plain(one.text) for one in journey_map.notes if one.step in steps}
    points = [*phase.drop_off_points, *(point for one in touchpoints for point in one.drop_off_points)]
    return Present(frozenset(texts), frozenset(point.reason for point in points if point.reason))


def rows(parts: Sequence[PhaseGuidance], present: Present, words: Texts, labels: Texts) -> dict[str, tuple[Row, ...]]:
    """Return what is offered, by chapter.

    Args:
        parts: the guidance of the phase.
        present: what the phase has.
        words: the language of the window, for names and explanations.
        labels: the language of the project, for what comes onto the map.
    """
    numbers = [part.number for part in parts]
    reasons = {reason for part in parts for reason in part.drop_off_reasons}
    return {
        "recognise": _signs(parts, present, words, labels),
        "methods": _methods(numbers, present, words, labels),
        "instruments": _instruments(numbers, present, words, labels),
        "drop_offs": _drop_offs(reasons, present, words),
    }


def _signs(parts: Sequence[PhaseGuidance], present: Present, words: Texts, labels: Texts) -> tuple[Row, ...]:
    """How people show that they are in this phase; of several parts each says of which it is."""
    named = len(parts) > 1
    return tuple(
        Row(
            Block(
                "note",
                note_kind="insight",
                title=one.in_language(words.language),
                text=one.in_language(labels.language),
            ),
            one.in_language(words.language),
            words.t("A sign that people are in this phase; on the map it becomes an insight to be checked"),
            part.name.in_language(words.language) if named else "",
            "eye",
            present.has(one),
        )
        for part in parts
        for one in part.recognise
    )


def _methods(numbers: Collection[int], present: Present, words: Texts, labels: Texts) -> tuple[Row, ...]:
    return tuple(
        Row(
            Block(
                "note",
                note_kind="insight",
                title=one.name.in_language(words.language),
                text=one.name.in_language(labels.language),
            ),
            one.name.in_language(words.language),
            one.sentence.in_language(words.language),
            icon="magnifying-glass",
            on_map=present.has(one.name),
        )
        for one in methods.for_numbers(numbers)
    )


def _instruments(numbers: Collection[int], present: Present, words: Texts, labels: Texts) -> tuple[Row, ...]:
    return tuple(
        Row(
            Block(
                "touchpoint",
                title=one.name.in_language(words.language),
                text=one.name.in_language(labels.language),
                channel=one.channel or "",
            ),
            one.name.in_language(words.language),
            one.sentence.in_language(words.language),
            modes_of(one, words),
            icon_of(one),
            present.has(one.name),
        )
        for one in instruments.for_numbers(numbers)
    )


def _drop_offs(reasons: Collection[str], present: Present, words: Texts) -> tuple[Row, ...]:
    return tuple(
        Row(
            Block("drop_off", reason=one.key),
            one.name.in_language(words.language),
            one.sentence.in_language(words.language),
            icon="warning",
            on_map=one.key in present.reasons,
        )
        for one in drop_off_reasons()
        if one.key in reasons
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
