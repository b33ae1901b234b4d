"""A chapter of the booklet: the guidance of one phase of a framework, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjeditor.catalogue import instruments, methods, terms
from cjeditor.catalogue.channels import channels
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.frameworks import FrameworkPhase
from cjeditor.catalogue.guidance import PhaseGuidance, Point, guidance
from cjeditor.export.pdf.booklet.pages import Pages, grid_of
from cjeditor.export.pdf.booklet.texts import (
    CHAPTER,
    EYEBROW,
    PART,
    PURPOSE,
    RUBRIC,
    bullets,
    named,
    prose,
    rubric,
)
from cjeditor.export.pdf.columns import Block, Section
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.pdf.writing import INDENT, boxed, ruled
from cjeditor.export.typeset import BODY, QUIET, STRONG, Piece, paragraph, space
from cjeditor.layout.primitives import Rect
from cjeditor.texts import Texts

_BAND = 4.0
_LINES = (3, 2, 1)
"""So many lines below each question are tried, until one page fewer is not to be had."""


@dataclass(frozen=True)
class Chapter:
    """One phase of a framework: its place in it, counted from 1, of so many."""

    phase: FrameworkPhase
    number: int
    count: int

    def title(self, words: Texts) -> str:
        """The phase with its number."""
        return f"{self.number} {self.phase.name.in_language(words.language)}"

    @property
    def parts(self) -> tuple[PhaseGuidance, ...]:
        """The guidance that the phase inherits."""
        return tuple(guidance(number) for number in self.phase.guidance)


def chapter_sheets(chapter: Chapter, frame: Frame, words: Texts) -> list[Sheet]:
    """The pages of a chapter; each part of its guidance begins a page."""
    sheets: list[Sheet] = []
    parts = chapter.parts
    for i, part in enumerate(parts):
        tried = [_part_sheets(chapter, part, frame, words, first=i == 0, lines=lines) for lines in _LINES]
        best = min(tried, key=len)
        if len(parts) > 1:
            best[0].bookmarks.append(Bookmark(part_name(part, words), 1))
        sheets += best
    sheets[0].bookmarks.insert(0, Bookmark(chapter.title(words), 0))
    return sheets


def part_name(part: PhaseGuidance, words: Texts) -> str:
    """What a part of the guidance is called. Its number in the full journey would be a second count in a chapter."""
    return part.name.in_language(words.language)


def _part_sheets(
    chapter: Chapter, part: PhaseGuidance, frame: Frame, words: Texts, *, first: bool, lines: int
) -> list[Sheet]:
    width = grid_of(frame).widths(frame)[0]
    single = len(chapter.parts) == 1
    title = chapter.title(words) if single else part_name(part, words)
    again = words.t("{title} (continued)", title=title)
    pages = Pages(
        frame,
        chapter.title(words),
        _opening(chapter, part, frame.inner_width, words, first=first),
        (_band(chapter, frame.inner_width), space(8), *prose(again, PART, frame.inner_width, words.language)),
    )
    for section in _sections(part, width, words, lines):
        pages.add(section)
    pages.rule((*paragraph(words.t("Notes"), RUBRIC, width, words.language), space(4)))
    return pages.sheets()


def _band(chapter: Chapter, width: float) -> Piece:
    return Piece(_BAND, (Rect(0, 0, width, _BAND, fill=chapter.phase.colour),))


def _opening(chapter: Chapter, part: PhaseGuidance, width: float, words: Texts, *, first: bool) -> Iterator[Piece]:
    """What stands above the first columns: the phase with its purpose, and the part where there are several."""
    language = words.language
    yield _band(chapter, width)
    yield space(12)
    place = words.t("Phase {n} of {m}", n=chapter.number, m=chapter.count)
    if first:
        yield from paragraph(place, EYEBROW, width, language)
        yield space(4)
        yield from prose(chapter.title(words), CHAPTER, width, language)
        yield space(4)
        yield from prose(chapter.phase.purpose.in_language(language), PURPOSE, width, language)
    else:
        yield from paragraph(f"{place} · {chapter.title(words)}", EYEBROW, width, language)
    if len(chapter.parts) > 1:
        yield space(16 if first else 4)
        yield from prose(part_name(part, words), PART, width, language)


def _sections(part: PhaseGuidance, width: float, words: Texts, lines: int) -> list[Section]:
    """All that there is to say about a part, in the order in which one works with it."""
    t, language = words.t, words.language

    def said(some: Sequence[Wordings]) -> list[str]:
        return [one.in_language(language) for one in some]

    examples: list[Block] = [paragraph(one, BODY, width, language) for one in said(part.examples)]
    short: tuple[tuple[str, list[Block], float], ...] = (
        (t("How to recognise the audience"), bullets(said(part.recognise), width, language), 4.0),
        (t("Examples"), examples, 8.0),
        (t("What helps"), bullets(said(part.advice), width, language), 4.0),
        (t("Facts and figures"), bullets(said(part.facts), width, language), 4.0),
        (t("Decisive factors"), _points(part.factors, width, language), 8.0),
        (t("Forms of delivery"), _points(part.forms, width, language), 8.0),
        (t("Kinds of loyalty"), _points(part.loyalty, width, language), 8.0),
        (t("Drop-off points"), _drop_offs(part, width, language), 8.0),
    )
    return [
        rubric(t("What it is about"), _about(part, width, words), width, words, whole=True),
        rubric(t("Questions"), _questions(part, width, language, lines), width, words),
        *(rubric(title, blocks, width, words, gap=gap, whole=True) for title, blocks, gap in short if blocks),
        rubric(t("Research methods"), _methods(part, width, language), width, words),
        rubric(t("Instruments"), _instruments(part, width, words), width, words),
    ]


def _about(part: PhaseGuidance, width: float, words: Texts) -> list[Block]:
    language = words.language
    success = words.t("Success: {sentence}", sentence=part.success.in_language(language))
    return [
        paragraph(part.purpose.in_language(language), STRONG, width, language),
        *(paragraph(text, BODY, width, language) for text in part.about.in_language(language).split("\n\n")),
        paragraph(success, QUIET, width, language),
    ]


def _questions(part: PhaseGuidance, width: float, language: str, lines: int) -> list[Block]:
    return [
        (*boxed(question.text.in_language(language), width, language), *ruled(width, lines, INDENT))
        for question in part.questions
    ]


def _points(points: Sequence[Point], width: float, language: str) -> list[Block]:
    return [
        named(one.name.in_language(language), one.sentence.in_language(language), width, language) for one in points
    ]


def _methods(part: PhaseGuidance, width: float, language: str) -> list[Block]:
    return [
        named(one.name.in_language(language), one.sentence.in_language(language), width, language)
        for one in methods.for_numbers((part.number,))
    ]


def _instruments(part: PhaseGuidance, width: float, words: Texts) -> list[Block]:
    language = words.language
    names = {channel.key: channel.name.in_language(language) for channel in channels()}
    blocks = []
    for one in instruments.for_numbers((part.number,)):
        modes = ", ".join(terms.mode(mode, words) for mode in terms.MODES if mode in one.modes)
        small = " · ".join(name for name in (names.get(one.channel or "", ""), modes) if name)
        name, sentence = one.name.in_language(language), one.sentence.in_language(language)
        blocks.append(named(name, sentence, width, language, small))
    return blocks


def _drop_offs(part: PhaseGuidance, width: float, language: str) -> list[Block]:
    reasons = {reason.key: reason for reason in drop_off_reasons()}
    return [
        named(reason.name.in_language(language), reason.sentence.in_language(language), width, language)
        for reason in (reasons[key] for key in part.drop_off_reasons)
    ]
