"""What a phase sheet asks, and how one finds out: questions with room for answers, and what helps to answer them."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.catalogue import instruments, methods
from cjeditor.catalogue.guidance import PhaseGuidance, Question
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.export.pdf.columns import Block, Section
from cjeditor.export.pdf.phases.headings import section
from cjeditor.export.pdf.phases.setting import Setting
from cjeditor.export.pdf.tinted import tinted
from cjeditor.export.pdf.writing import INDENT, boxed, ruled
from cjeditor.export.phase_subject import Subject
from cjeditor.export.typeset import META_STRONG, STRONG, Piece, Style, bullet, paragraph, space
from cjeditor.model.cards import Note
from cjeditor.model.fields import NoteKind

_BEFORE_PART = 8.0
_ASKED_ANYWHERE: tuple[NoteKind, ...] = ("goal", "thought", "pain_point", "opportunity", "question")
"""Kinds of notes whose questions are asked where no framework has any."""


def questions(subject: Subject, width: float, setting: Setting) -> Section:
    """The guiding questions with their ticks and answers, with lines to write on where there is no answer yet."""
    title = subject.content.words.t("Questions")
    if not subject.content.for_work:
        return _answered(subject, title, width)
    if not subject.guidance:
        return section(subject, title, _asked_anywhere(subject, width, setting.lines), width, gap=setting.gap)
    blocks: list[Block] = []
    for part in subject.guidance:
        for i, question in enumerate(part.questions):
            named = _part_name(subject, part, width) if i == 0 else ()
            blocks.append((*named, *_question(subject, question, width, setting.lines)))
    return section(subject, title, blocks, width, gap=setting.gap)


def _answered(subject: Subject, title: str, width: float) -> Section:
    """Only the questions that somebody answered, with nothing to tick."""
    language = subject.content.words.language
    blocks: list[Block] = []
    for part in subject.guidance:
        for question in part.questions:
            said = subject.answers.get(question.key, ())
            asked = paragraph(question.text.in_language(language), STRONG, width, language) if said else ()
            answers = [
                piece for note in said for piece in (space(4), *tinted(note.kind, note.text, "", width, language))
            ]
            blocks += [(*asked, *answers)] if said else []
    return section(subject, title, blocks, width, gap=10.0)


def _asked_anywhere(subject: Subject, width: float, lines: int) -> list[Block]:
    """Questions that suit every phase: one with no framework behind it has none of its own."""
    language = subject.content.words.language
    return [
        (*boxed(note_kind(kind).question.in_language(language), width, language), *_lines(width, lines))
        for kind in _ASKED_ANYWHERE
    ]


def _question(subject: Subject, question: Question, width: float, lines: int) -> Block:
    language = subject.content.words.language
    asked = boxed(question.text.in_language(language), width, language, ticked=question.key in subject.phase.ticked)
    answers = subject.answers.get(question.key, ())
    if not answers:
        return (*asked, *_lines(width, lines))
    said: list[Piece] = []
    for note in answers:
        said += (space(4), *_answer(note, width, language))
    return (*asked, *said)


def _lines(width: float, count: int) -> tuple[Piece, ...]:
    return ruled(width, count, INDENT)


def _answer(note: Note, width: float, language: str) -> tuple[Piece, ...]:
    pieces = tinted(note.kind, note.text, "", width - INDENT, language)
    return tuple(one.indented(INDENT) for one in pieces)


def _part_name(subject: Subject, part: PhaseGuidance, width: float) -> tuple[Piece, ...]:
    """Whose guidance this is, where a phase inherits that of several.

    Without its number in the full journey: beside the phase's own that would be a second count.
    """
    if len(subject.guidance) == 1:
        return ()
    language = subject.content.words.language
    named = part.name.in_language(language)
    above = () if part is subject.guidance[0] else (space(_BEFORE_PART),)
    return (*above, *paragraph(named, META_STRONG, width, language), space(2))


def recognise(subject: Subject, width: float, setting: Setting) -> Section:
    """How people show that they are in this phase."""
    language = subject.content.words.language
    blocks: list[Block] = []
    for part in subject.guidance:
        for i, sentence in enumerate(part.recognise):
            named = _part_name(subject, part, width) if i == 0 else ()
            blocks.append((*named, *bullet(sentence.in_language(language), setting.quiet, width, language)))
    return section(subject, subject.content.words.t("How to recognise the audience"), blocks, width, gap=2.0)


def research(subject: Subject, width: float, setting: Setting) -> Section:
    """The names of methods that find out about this phase."""
    language = subject.content.words.language
    names = [one.name.in_language(language) for one in methods.for_numbers(_numbers(subject))]
    return section(
        subject, subject.content.words.t("Research methods"), [_run_in(names, setting.quiet, width, language)], width
    )


def offered(subject: Subject, width: float, setting: Setting) -> Section:
    """The names of instruments that serve this phase."""
    language = subject.content.words.language
    names = [one.name.in_language(language) for one in instruments.for_numbers(_numbers(subject))]
    return section(
        subject, subject.content.words.t("Instruments"), [_run_in(names, setting.quiet, width, language)], width
    )


def _numbers(subject: Subject) -> list[int]:
    return [part.number for part in subject.guidance]


def _run_in(names: Sequence[str], style: Style, width: float, language: str) -> Block:
    """Names in a running line, with dots between them."""
    return paragraph(" · ".join(names), style, width, language)
