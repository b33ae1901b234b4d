"""The head of a phase sheet: the strip of all phases, number and name, and what there is to say in a line or two."""

from __future__ import annotations

from cjeditor.catalogue import terms
from cjeditor.export.pdf.columns import Section
from cjeditor.export.pdf.phase_names import short_phase_title
from cjeditor.export.pdf.phases.headings import section
from cjeditor.export.phase_subject import Subject
from cjeditor.export.tagging import decoration
from cjeditor.export.typeset import (
    BODY,
    HEADING,
    LEAD,
    META,
    META_STRONG,
    QUIET,
    Piece,
    height_of,
    line_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.breaking import elide
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.layout.theme import mix

_BAND = 4.0
_BAND_GAP = 4.0
_MOST_GAPS = 0.25
"""Gaps take no more than this share of a strip of very many phases."""
_TITLE_LINES = 2
_ABOUT_LINES = 3
_FACTS_LINES = 2
_NAME_SHARE = 0.75
_READABLE_WIDTH = 620.0
_WHITE = "#FFFFFF"
_FADED = 0.35
"""How strong the colours of the other phases are."""


def head(subject: Subject, width: float) -> tuple[Piece, ...]:
    """The head of a phase's first sheet."""
    language = subject.content.words.language
    return (
        *decoration((strip(subject, width),)),
        space(12),
        *paragraph(subject.title, HEADING, width, language, max_lines=_TITLE_LINES),
        *_about(subject, width),
        space(16),
    )


def head_again(subject: Subject, width: float) -> tuple[Piece, ...]:
    """The head of the sheets that go on with a phase."""
    words = subject.content.words
    name = elide(" ".join(subject.title.split()), HEADING.face, HEADING.size, width * _NAME_SHARE)
    title = line_of(words.t("{title} (continued)", title=name), HEADING, 0, 0)
    return decoration((strip(subject, width), space(12), Piece(HEADING.line, (title,)), space(12)))


def in_full(subject: Subject, head_width: float, width: float) -> Section:
    """What a head of `head_width` had to shorten, in a column of `width`; no blocks where it says all."""
    language = subject.content.words.language
    texts = (
        (subject.title, HEADING, head_width, _TITLE_LINES),
        (_description(subject), LEAD, min(head_width, _READABLE_WIDTH), _ABOUT_LINES),
        (_facts(subject), QUIET, head_width, _FACTS_LINES),
    )
    blocks = [
        paragraph(text, BODY, width, language)
        for text, style, room, most in texts
        # One line more tells whether that is all of it.
        if len(paragraph(text, style, room, language, max_lines=most + 1)) > most
    ]
    return section(subject, subject.content.words.t("About this phase, in full"), blocks, width)


def _about(subject: Subject, width: float) -> tuple[Piece, ...]:
    """What happens in the phase, and how long it takes."""
    language = subject.content.words.language
    return (
        space(2),
        *paragraph(_description(subject), LEAD, min(width, _READABLE_WIDTH), language, max_lines=_ABOUT_LINES),
        *paragraph(_facts(subject), QUIET, width, language, max_lines=_FACTS_LINES),
    )


def _description(subject: Subject) -> str:
    """The phase's own description, else what its framework says it is for."""
    if subject.phase.description.strip():
        return subject.phase.description
    known = subject.framework_phase if subject.content.for_work else None
    return known.purpose.in_language(subject.content.words.language) if known is not None else ""


def _facts(subject: Subject) -> str:
    """Duration, importance where the map weighs its phases, and stage of the funnel."""
    words, phase = subject.content.words, subject.phase
    facts = (
        words.t("Duration: {duration}", duration=phase.duration) if phase.duration.strip() else "",
        words.t("Weight: {n} of 5", n=words.number(phase.weight)) if subject.weighted else "",
        words.t("Funnel stage: {name}", name=terms.funnel_stage(phase.funnel_stage, words))
        if phase.funnel_stage
        else "",
    )
    return " · ".join(fact for fact in facts if fact)


def strip(subject: Subject, width: float) -> Piece:
    """All phases side by side, this one in its colour."""
    content = subject.content
    count = len(content.phases)
    gap = min(_BAND_GAP, width * _MOST_GAPS / count)
    each = (width - gap * (count - 1)) / count
    shapes: list[Primitive] = []
    height = 0.0
    for i, phase in enumerate(content.phases):
        current = i + 1 == subject.number
        x = i * (each + gap)
        fill = phase.colour if current else mix(phase.colour, _WHITE, _FADED)
        shapes.append(Rect(x, 0, each, _BAND, fill=fill))
        name = short_phase_title(i + 1, phase, each, content.words, META_STRONG if current else META)
        shapes += stacked(name, x, _BAND + 3)
        height = max(height, height_of(name))
    return Piece(_BAND + 3 + height, tuple(shapes))
