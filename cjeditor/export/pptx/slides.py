"""Writes a map as a file of slides: what it is about, the whole map, figures, and each phase."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from cjeditor.export.asking import asked_for
from cjeditor.export.brand import branded
from cjeditor.export.card_words import in_full
from cjeditor.export.content import Content
from cjeditor.export.map_words import doubt, facts, message, origin
from cjeditor.export.options import PublishOptions
from cjeditor.export.phase_subject import subjects
from cjeditor.export.plain_text import one_line
from cjeditor.export.pptx.chart_slides import add_chart_slides
from cjeditor.export.pptx.deck import OPENING_TEXT, OPENING_TITLE, Deck
from cjeditor.export.pptx.fitting import cut
from cjeditor.export.pptx.map_slide import draw_map_slide
from cjeditor.export.pptx.overview_slide import add_overview_slides
from cjeditor.export.pptx.phase_slides import add_phase_slides
from cjeditor.export.pptx.shapes import Box
from cjeditor.export.pptx.writing import Slides
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.target import check_target, replacing
from cjeditor.layout.arrange import arrange
from cjeditor.layout.theme import on_paper
from cjeditor.layout.whole_map import draw_map
from cjeditor.model.cards import Card
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project

SUFFIX: Final = ".pptx"

_TITLE_SIZES: Final = (54.0, 48.0, 42.0, 36.0, 32.0)
_TITLE_LINES: Final = 4
_FINDING: Final = 32.0
_FINDING_LINES: Final = 4
_FACTS: Final = 22.0
_FACT_LINES: Final = 3
_LINE: Final = 1.2
_STEPS: Final = 3
"""Beside the phases: the map, the figures, and the file itself."""


def write_slides(
    project: Project,
    map_id: str,
    path: Path,
    options: PublishOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write a map's slides to `path`, completely or not at all. May run in a thread of its own.

    Args:
        project: the project; it is not changed.
        map_id: which of its maps.
        path: the file to write; an existing one is replaced.
        options: language, date, author, audience.
        progress: called as the work goes on.
        cancelled: asked now and then whether to stop.

    Returns:
        What could not be shown as it stands in the project: nothing, office programs find fonts for all.

    Raises:
        ExportRefused: the file cannot be written.
        ExportCancelled: `cancelled` said so; nothing was written.
        EditRefused: the project has no such map.
    """
    check_target(path)
    subject = asked_for(project, map_id, options)
    theme = branded(on_paper(grey=options.grey), options.brand)
    deck = Deck(subject.words.language, theme)
    slides = Slides(deck, subject, theme, options.brand)
    _open(slides)
    _map(slides)
    check(cancelled)
    steps = len(subject.phases) + _STEPS
    progress(1, steps)
    add_chart_slides(slides)
    for done, phase in enumerate(subjects(subject), start=2):
        check(cancelled)
        progress(done, steps)
        add_phase_slides(slides, phase)
    slides.close()
    _describe(deck, subject, options)
    check(cancelled)
    with replacing(path) as temporary:
        deck.save(temporary, options.date)
        check(cancelled)
    progress(steps, steps)
    return ()


def _open(slides: Slides) -> None:
    """The title, the key finding, and whose map it is."""
    deck, subject = slides.deck, slides.subject
    journey = subject.journey
    slide = deck.opening()
    deck.entitle(slide, subject.title, OPENING_TITLE[2], OPENING_TITLE[3], _TITLE_SIZES, _TITLE_LINES)
    said = [(journey.key_finding or journey.scenario, _FINDING, _FINDING_LINES)]
    said.append((" · ".join(map(one_line, origin(subject))), _FACTS, _FACT_LINES))
    said.append((doubt(subject), _FACTS, _FACT_LINES))
    room = OPENING_TEXT[2] - 16
    shown = [(cut(one_line(text), "regular", size, room, most), size) for text, size, most in said if text.strip()]
    deck.write(slide.placeholders[1], shown)
    deck.note(slide, _about(subject))
    ink = slides.ink_for(slide)
    ink.box(Box(0, 0, 18, 720), fill="accent")
    slides.sign(ink, Box(OPENING_TITLE[0], 36.0, 260.0, 60.0))


def _about(subject: Content) -> str:
    """What the map is about, a line a fact, for who speaks."""
    return "\n".join(f"{one.name}: {one.text}" for one in (*message(subject), *facts(subject)))


def _map(slides: Slides) -> None:
    """The overview in words, and the map with all its cards in their places."""
    subject = slides.subject
    title = subject.journey.key_finding or subject.title
    add_overview_slides(slides, title, _about(subject))
    arrangement = arrange(subject.project, subject.journey.id, subject.words)
    drawing = draw_map(arrangement, subject.words)
    cards: list[Card] = [*subject.touchpoints(), *subject.notes()]
    notes = "\n\n".join(in_full(card, subject) for card in cards)
    ink = slides.add(subject.words.t("Map") if subject.phases else title, notes)
    draw_map_slide(ink, arrangement, drawing, subject)


def _describe(deck: Deck, subject: Content, options: PublishOptions) -> None:
    journey, words = subject.journey, subject.words
    kind = words.t("Customer journey map")
    author = options.author or journey.owner or subject.project.client
    about = journey.key_finding or journey.scenario
    deck.describe(
        subject.title, author, f"{kind}: {about}" if about else kind, f"{kind}, {subject.state}", options.date
    )
