"""The guidance of the nine phases: what happens in them, what to ask, whom to look for, what decides.

It is written once, for the full journey; the phases of the other frameworks inherit it by number.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import Field

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.catalogue.frameworks import FrameworkPhase, GuidanceNumber, framework, frameworks

FULL_JOURNEY: Final = "nine-phases"
"""The framework whose phases the guidance is written for, one each."""

PHASE_NUMBERS: Final = range(1, 10)

Sentences = Annotated[tuple[Wordings, ...], Field(min_length=1)]


class Question(Entry):
    """Something to find out in a phase. Maps keep `key` with what was ticked off or answered: it never changes."""

    key: CatalogueKey
    text: Wordings


class Point(Entry):
    """Something with a name that decides, or can happen, in a phase, and what it means in a sentence."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings


class PhaseGuidance(Entry):
    """What there is to know about one of the nine phases.

    Attributes:
        number: 1 to 9.
        purpose: what the company has to manage in this phase, in a sentence.
        about: what happens and what matters, in a short paragraph.
        success: how one sees that the phase went well.
        questions: what to find out.
        recognise: how people show that they are in this phase.
        examples: scenes from different trades.
        advice: what helps.
        facts: figures worth knowing; may be empty.
        factors: what decides the choice (consideration); otherwise empty.
        forms: how what was bought can arrive (delivery); otherwise empty.
        loyalty: the kinds of loyalty, with the keys of `fields.LoyaltyKind` (loyalty); otherwise empty.
        drop_off_reasons: keys of `drop_off_reasons` that threaten here, the likeliest first.
    """

    number: GuidanceNumber
    purpose: Wordings
    about: Wordings
    success: Wordings
    questions: Annotated[tuple[Question, ...], Field(min_length=3)]
    recognise: Sentences
    examples: Sentences
    advice: Sentences
    facts: tuple[Wordings, ...] = ()
    factors: tuple[Point, ...] = ()
    forms: tuple[Point, ...] = ()
    loyalty: tuple[Point, ...] = ()
    drop_off_reasons: Annotated[tuple[CatalogueKey, ...], Field(min_length=1)]

    @property
    def name(self) -> Wordings:
        """What the phase is called in the full journey."""
        return _full_journey()[self.number - 1].name


class _File(Entry):
    guidance: tuple[PhaseGuidance, ...]


@cache
def all_guidance() -> tuple[PhaseGuidance, ...]:
    """Return the guidance of phases 1 to 9 in this order; the first call reads the file. Raises `CatalogueBroken`."""
    return read("guidance.json", _File).guidance


def guidance(number: int) -> PhaseGuidance:
    """Return the guidance of one of the nine phases.

    Raises:
        ValueError: there is no phase of this number.
    """
    if number not in PHASE_NUMBERS:
        raise ValueError(number)
    return all_guidance()[number - 1]


def numbers_of(framework_key: str | None, framework_phase_key: str | None) -> tuple[int, ...]:
    """Return the numbers of the guidance that a phase inherits; none for a phase of its own making."""
    known = framework(framework_key)
    phase = known.phase(framework_phase_key) if known and framework_phase_key else None
    return phase.guidance if phase else ()


def for_phase(framework_key: str | None, framework_phase_key: str | None) -> tuple[PhaseGuidance, ...]:
    """Return the guidance that a phase inherits through its framework; none for a phase of its own making."""
    return tuple(guidance(number) for number in numbers_of(framework_key, framework_phase_key))


def question(key: str) -> Question | None:
    """Return the question with this key; nothing for one that a newer or other program knows."""
    return _questions().get(key)


@cache
def _questions() -> Mapping[str, Question]:
    return MappingProxyType({one.key: one for phase in all_guidance() for one in phase.questions})


@cache
def _full_journey() -> tuple[FrameworkPhase, ...]:
    return next(one for one in frameworks() if one.key == FULL_JOURNEY).phases
