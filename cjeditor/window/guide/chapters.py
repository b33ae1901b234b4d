"""What the guide says about a phase, in chapters: prose to read, questions to answer, things to put on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.guidance import PhaseGuidance, Point
from cjeditor.texts import N_, Texts
from cjeditor.window.guide.prose import Paragraph

TITLES: dict[str, str] = {
    "about": N_("What it is about"),
    "questions": N_("Questions"),
    "recognise": N_("How to recognise the audience"),
    "factors": N_("Decisive factors"),
    "forms": N_("Forms of delivery"),
    "loyalty": N_("Kinds of loyalty"),
    "methods": N_("Research methods"),
    "instruments": N_("Instruments"),
    "drop_offs": N_("Drop-off points"),
    "advice": N_("What helps"),
    "examples": N_("Examples"),
    "facts": N_("Facts and figures"),
}
"""All chapters in their order, by key; which a phase has depends on its guidance."""

OPEN_AT_FIRST = frozenset({"about", "questions"})

_Told = Callable[[PhaseGuidance, Texts], Iterable[Paragraph]]


@dataclass(frozen=True)
class Chapter:
    """One chapter to read: its key in `TITLES` and its paragraphs, those of several parts under their names."""

    key: str
    paragraphs: tuple[Paragraph, ...]


def chapters(parts: Sequence[PhaseGuidance], words: Texts) -> tuple[Chapter, ...]:
    """Return the chapters to read of a phase that inherits `parts`; empty ones are left out."""
    made = []
    for key, told in _TOLD.items():
        paragraphs: list[Paragraph] = []
        for part in parts:
            some = tuple(told(part, words))
            if some and len(parts) > 1:
                paragraphs.append(Paragraph(part_name(part, words), "name"))
            paragraphs += some
        if paragraphs:
            made.append(Chapter(key, tuple(paragraphs)))
    return tuple(made)


def part_name(part: PhaseGuidance, words: Texts) -> str:
    """Return what a part of the guidance is called, without its number in the full journey: the phase has its own."""
    return part.name.in_language(words.language)


def _about(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return [
        Paragraph(part.purpose.in_language(words.language), "lead"),
        *(Paragraph(text) for text in part.about.in_language(words.language).split("\n\n")),
        Paragraph(words.t("Success: {sentence}", sentence=part.success.in_language(words.language)), "quiet"),
    ]


def _listed(field: str) -> _Told:
    """Return what tells the sentences in a field of the guidance, one below the other."""

    def told(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
        some: Sequence[Wordings] = getattr(part, field)
        return [Paragraph(one.in_language(words.language), "bullet") for one in some]

    return told


def _points(field: str) -> _Told:
    """Return what tells the named points in a field of the guidance."""

    def told(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
        some: Sequence[Point] = getattr(part, field)
        language = words.language
        return [
            Paragraph(
                words.t(
                    "{name}: {sentence}",
                    name=one.name.in_language(language),
                    sentence=one.sentence.in_language(language),
                ),
                "bullet",
            )
            for one in some
        ]

    return told


_TOLD: Mapping[str, _Told] = MappingProxyType(
    {
        "about": _about,
        "factors": _points("factors"),
        "forms": _points("forms"),
        "loyalty": _points("loyalty"),
        "advice": _listed("advice"),
        "examples": _listed("examples"),
        "facts": _listed("facts"),
    }
)
