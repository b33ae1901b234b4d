"""What introduces a map wherever it is introduced: how far it can be trusted, and whose journey it is."""

from __future__ import annotations

from cjeditor.analysis.evidence import evidence_figures, hypothesis_share
from cjeditor.catalogue import terms
from cjeditor.export.content import Content
from cjeditor.export.typeset import (
    BODY,
    STRONG,
    SUBHEADING,
    Piece,
    Style,
    height_of,
    line_of,
    paragraph,
    stacked,
)
from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_persona import portrait
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Rect

WHO_GAP = 16.0
"""Below whoever the journey is of."""
_BADGE = Style("semibold", 9.0, 17.0)
_READABLE_WIDTH = 560.0
_DISC, _DISC_GAP = 46.0, 12.0


class Fitting:
    """Sets texts into a limited number of lines, and remembers those of which something is left out."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.cut: list[tuple[str, str]] = []
        """Names and whole texts."""

    def paragraph(self, name: str, text: str, style: Style, width: float, most: int) -> tuple[Piece, ...]:
        """The text in at most `most` lines."""
        # One line more tells whether that is all of it.
        lines = paragraph(text, style, width, self.language, max_lines=most + 1)
        if len(lines) <= most:
            return lines
        self.cut.append((name, text))
        return paragraph(text, style, width, self.language, max_lines=most)


def badge(content: Content, width: float) -> tuple[Piece, ...]:
    """How far the map rests on research, in a box of its own colour; of a hypothesis it says so first."""
    words, journey = content.words, content.journey
    held = evidence_figures(journey).holding
    status = terms.map_status(journey.status, words)
    unproven = hypothesis_share(journey, content.project.settings.hypothesis_below) is not None
    if unproven:
        status = words.t("{status}, a hypothesis", status=status)
    if held.total:
        status = words.tn(
            "{status}: {backed} of {n} statement backed by research",
            "{status}: {backed} of {n} statements backed by research",
            held.total,
            status=status,
            backed=words.number(held.backed),
        )
    colour = "warning" if unproven or not held.total else "edge.opportunity"
    mark = (icon("flask", 7, 2.5, 12, colour),) if unproven else ()
    left = 23 if mark else 8
    shown = elide(status, _BADGE.face, _BADGE.size, width - left - 8)
    style = Style(_BADGE.face, _BADGE.size, _BADGE.line, colour)
    text = line_of(shown, style, left, 0)
    box = Rect(0.5, 0.5, text.width + left + 7, 16, stroke=colour, stroke_width=1.0, radius=3)
    return (Piece(17.0, (box, *mark, text)),)


def who(content: Content, width: float, fitting: Fitting) -> tuple[Piece, ...]:
    """The lead persona: portrait or initials, name and type, and what they say."""
    persona, words = content.persona, content.words
    if persona is None:
        return ()
    room = min(width, _READABLE_WIDTH) - _DISC - _DISC_GAP
    who = ", ".join(part for part in (persona.name, persona.type) if part.strip())
    text = (
        *paragraph(words.t("Persona"), SUBHEADING, room, words.language),
        *fitting.paragraph(words.t("Persona"), who, STRONG, room, 2),
        *fitting.paragraph(words.t("Quote"), persona.quote, BODY, room, 3),
    )
    height = max(_DISC, height_of(text))
    disc = portrait(persona, 0, 0, _DISC)
    beside = stacked(text, _DISC + _DISC_GAP, (height - height_of(text)) / 2)
    return (Piece(height + WHO_GAP, (*disc, *beside)),)
