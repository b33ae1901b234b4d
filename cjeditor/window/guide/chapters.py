"""What the guide says about a phase, in chapters: prose to read, questions to answer, things to put on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.guidance import PhaseGuidance, Point
from cjeditor.texts import N_, Texts
from cjeditor.window.guide.prose import Paragraph, Style

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
    "facts": N_("Figures"),
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
    """Return what a part of the guidance is called: its number in the full journey and its name."""
    return f"{part.number} {part.name.in_language(words.language)}"


def _about(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return [
        Paragraph(part.purpose.in_language(words.language), "lead"),
        *(Paragraph(text) for text in part.about.in_language(words.language).split("\n\n")),
        Paragraph(words.t("Success: {sentence}", sentence=part.success.in_language(words.language)), "quiet"),
    ]


def _listed(some: Sequence[Wordings], words: Texts, style: Style = "bullet") -> Iterable[Paragraph]:
    return [Paragraph(one.in_language(words.language), style) for one in some]


def _points(some: Sequence[Point], words: Texts) -> Iterable[Paragraph]:
    language = words.language
    return [
        Paragraph(
            words.t(
                "{name}: {sentence}", name=one.name.in_language(language), sentence=one.sentence.in_language(language)
            ),
            "bullet",
        )
        for one in some
    ]


def _recognise(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _listed(part.recognise, words)


def _factors(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _points(part.factors, words)


def _forms(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _points(part.forms, words)


def _loyalty(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _points(part.loyalty, words)


def _advice(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _listed(part.advice, words)


def _examples(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _listed(part.examples, words)


def _facts(part: PhaseGuidance, words: Texts) -> Iterable[Paragraph]:
    return _listed(part.facts, words)


_TOLD: dict[str, _Told] = {
    "about": _about,
    "recognise": _recognise,
    "factors": _factors,
    "forms": _forms,
    "loyalty": _loyalty,
    "advice": _advice,
    "examples": _examples,
    "facts": _facts,
}
