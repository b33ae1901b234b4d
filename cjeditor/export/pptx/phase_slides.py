"""A slide for each phase: its cards in full, its questions with their answers, and what stands out."""

from __future__ import annotations

from typing import Final

from cjeditor.analysis.ratings import felt
from cjeditor.catalogue import terms
from cjeditor.export.card_words import called, drop_off, in_full, kind_of, sentence_about
from cjeditor.export.content import Content
from cjeditor.export.phase_subject import Subject
from cjeditor.export.phase_words import findings, plans, questions, stages
from cjeditor.export.plain_text import clean
from cjeditor.export.pptx.blocks import Block, Columns, Para, Section, by_slide, draw_set, flowed
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, TITLE_HEIGHT, TITLE_TOP, WIDTH
from cjeditor.export.pptx.shapes import Box, Named
from cjeditor.export.pptx.writing import Slides
from cjeditor.layout.draw_metric import figures_in_words
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Card, Note, Touchpoint

_TOP: Final = TITLE_TOP + TITLE_HEIGHT + 18.0
_BOTTOM: Final = HEIGHT - 36.0
_SIZES: Final = (22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0)
"""Pixels: 16.5 to 12 points."""
_USUAL: Final = (17.0, 16.5, 16.0)
"""Where one slide does not do: 12.8 to 12 points, whatever takes fewest slides."""
_QUIET: Final = 0.85
"""What is said beside: 10.2 points at least."""
_BAND: Final = 5.0


def add_phase_slides(slides: Slides, subject: Subject) -> None:
    """Add the slide of a phase, or as many as its texts need."""
    words = subject.content.words
    columns = Columns(Box(MARGIN, _TOP, WIDTH - 2 * MARGIN, _BOTTOM - _TOP), 3, 20.0)
    found = flowed(_sections(subject), columns, _SIZES, _USUAL)
    pages = list(by_slide(found)) or [[]]
    for number, page in enumerate(pages, start=1):
        title = subject.title
        if len(pages) > 1:
            title = slides.numbered(subject.title, number, len(pages))
        ink = slides.add(
            title, _notes(subject) if number == 1 else words.t("See the notes of the first of these slides.")
        )
        band = Box(MARGIN, TITLE_TOP + TITLE_HEIGHT + 2, WIDTH - 2 * MARGIN, _BAND)
        ink.box(band, fill=f"band:{subject.phase.colour}")
        for one in page:
            draw_set(ink, one)


def _sections(subject: Subject) -> list[Section]:
    words = subject.content.words
    made = (
        (words.t("About this phase"), _about(subject)),
        (words.t("What stands out"), _outstanding(subject)),
        (words.t("Touchpoints"), [_touchpoint(one, subject.content) for one in subject.touchpoints]),
        (words.t("Notes"), [_note(one, subject.content) for one in subject.notes]),
        (words.t("Questions"), _questions(subject)),
        (words.t("Actions"), _actions(subject)),
    )
    return [Section(title, tuple(blocks)) for title, blocks in made if blocks]


def _about(subject: Subject) -> list[Block]:
    phase = subject.phase
    said = [Para(clean(phase.description))] if phase.description.strip() else []
    told = stages(subject)
    if told:
        said.append(Para(clean(told), colour="secondary", share=_QUIET))
    return [Block(tuple(said))] if said else []


def _outstanding(subject: Subject) -> list[Block]:
    """What a reader should take from the phase: a line each."""
    return [Block((Para(clean(f"– {line}")),)) for line in findings(subject)]


def _touchpoint(one: Touchpoint, content: Content) -> Block:
    words = content.words
    paras = [Para(clean(f"{one.number}  {one.title or '–'}"), bold=True)]
    channel = content.channels.get(one.channel or "")
    emotion = felt(one)
    told = (
        channel.name if channel is not None else "",
        terms.contact(one.contact, words) if one.contact != "direct" else "",
        words.t("Emotion {value}", value=words.signed(emotion)) if emotion is not None else "",
        words.t("Moment of truth") if one.moment_of_truth else "",
        terms.evidence(one.evidence, words),
    )
    paras.append(Para(clean(" · ".join(filter(None, told))), colour="secondary", share=_QUIET))
    if one.description.strip():
        paras.append(Para(clean(one.description), share=_QUIET))
    left = (words.t("Drop-off point: {what}", what=drop_off(point, words)) for point in one.drop_off_points)
    paras.extend(Para(clean(said), colour="warning", share=_QUIET) for said in left)
    named = Named(called(one, content), sentence_about(one, content))
    return Block(tuple(paras), "card", "primary", "card.border", named)


def _note(note: Note, content: Content) -> Block:
    words = content.words
    style = note_style(note.kind)
    paras = [Para(clean(f"{note.number}  {kind_of(note, content)}"), bold=True, colour="secondary", share=_QUIET)]
    paras.append(Para(clean(note.text or "–")))
    if note.kind == "metric":
        paras.append(Para(clean(figures_in_words(note, words)), bold=True))
    graded = (
        words.t("Severity {n} of 5", n=note.severity) if note.severity is not None else "",
        words.t("Frequency {n} of 5", n=note.frequency) if note.frequency is not None else "",
        words.tn("{n} vote", "{n} votes", note.votes) if note.votes else "",
    )
    if any(graded):
        paras.append(Para(" · ".join(filter(None, graded)), colour="secondary", share=_QUIET))
    return Block(
        tuple(paras), f"note.{style}", f"edge.{style}", "", Named(called(note, content), sentence_about(note, content))
    )


def _questions(subject: Subject) -> list[Block]:
    """The guiding questions with their answers, and those without one, a line each."""
    blocks, without = [], []
    for asked in questions(subject):
        if asked.without_answer:
            without.append(Para(clean(f"{asked.question} – {asked.without_answer}"), colour="secondary", share=_QUIET))
            continue
        paras = [Para(clean(asked.question), bold=True, share=_QUIET)]
        paras.extend(Para(clean(f"{answer.number}  {answer.text}"), share=_QUIET) for answer in asked.answers)
        blocks.append(Block(tuple(paras)))
    return [*blocks, *(Block((para,)) for para in without)]


def _actions(subject: Subject) -> list[Block]:
    blocks = []
    for planned in plans(subject):
        paras = [Para(clean(planned.title), bold=True)]
        if planned.told:
            paras.append(Para(clean(planned.told), colour="secondary", share=_QUIET))
        blocks.append(Block(tuple(paras), "card", "edge.opportunity", "card.border"))
    return blocks


def _notes(subject: Subject) -> str:
    """All that the phase's cards say, for who speaks."""
    content = subject.content
    said = [subject.title, subject.phase.description]
    answered = [note for some in subject.answers.values() for note in some]
    cards: list[Card] = [*subject.touchpoints, *subject.notes, *answered]
    said.extend(in_full(card, content) for card in cards)
    return "\n\n".join(text for text in said if text.strip())
