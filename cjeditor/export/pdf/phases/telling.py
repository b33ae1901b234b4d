"""What a phase sheet tells of the map's cards: its touchpoints in a table, its notes on their tints."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from cjeditor.catalogue import terms
from cjeditor.export.content import Content
from cjeditor.export.pdf.columns import Block, Section
from cjeditor.export.pdf.phases.headings import section
from cjeditor.export.pdf.phases.setting import Setting
from cjeditor.export.pdf.table import Columns, widest
from cjeditor.export.pdf.tinted import tinted
from cjeditor.export.pdf.touchpoint_cells import channel_cell, emotion_cell, evidence_cell, marks_in_a_run
from cjeditor.export.pdf.writing import RULING, ruled
from cjeditor.export.phase_subject import Subject
from cjeditor.export.tagging import cells, item
from cjeditor.export.typeset import (
    BODY,
    META_STRONG,
    NUMBER,
    QUIET,
    STRONG,
    Piece,
    height_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.draw_card import pill_width
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Text
from cjeditor.layout.tags import Tag
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.fields import NoteKind
from cjeditor.texts import Texts

_CHANNEL_SHARE, _MOST_CHANNEL = 0.36, 0.4
"""Of what is left for title and channel: the more where a channel's name would be hyphenated."""
_MOST_EVIDENCE = 0.23
"""Of the table's width: what more evidence takes is broken into lines."""
_NARROW = 420.0
"""In less width a table of touchpoints has only three columns."""
_FEW = 3
_PADDING = 5.0
_HIGHEST_ROW = 230.0
"""A row higher than this may be broken between its lines."""
_STAR = 10.0
_GAP = 10.0
_SIGN = 14.0
"""The mark before a word of evidence."""
_SLACK = 0.5
_BLANK_ROWS = 4
_TITLE_LINES = 6
_DESCRIPTION_LINES = 10
_QUOTATION = "„“”\"»«›‹‚‘’'"
Kinds = tuple[NoteKind, ...]

VOICES: Kinds = ("quote", "thought")
ISSUES: Kinds = ("pain_point", "opportunity")
OTHERS: Kinds = ("goal", "need", "how_might_we", "insight", "question", "backstage", "image")


def touchpoints(subject: Subject, width: float, _setting: Setting) -> Section:
    """The table of touchpoints; an empty one to be filled in by hand where the phase has none.

    In a narrow column channel and evidence stand below the title: in columns of their own they would leave it a word
    or two a line.
    """
    words = subject.content.words
    numbers = max(1.0, widest((one.number for one in subject.touchpoints), NUMBER))
    table = _columns(width, numbers, subject)
    read = Tag("Table")
    head = _head(table, width, words, read)
    rows: list[Block] = [_row(one, table, width, subject, read) for one in subject.touchpoints]
    if not rows:
        rows = [_blank_row(width)] * _BLANK_ROWS
    return section(subject, words.t("Touchpoints"), rows, width, head=head, gap=0.0)


def _columns(width: float, numbers: float, subject: Subject) -> Columns:
    """Columns as wide as what stands in them: title and channel share what the others leave; no channel, no share."""
    words, touchpoints = subject.content.words, subject.touchpoints
    heads = (words.t("No."), words.t("Touchpoint"), words.t("Channel"), words.t("Emotion"), words.t("Evidence"))
    number, title, channel, emotion, evidence = heads
    sources = {terms.evidence(one.evidence, words) for one in touchpoints}
    pills = [pill_width(one.emotion, words) for one in touchpoints if one.emotion is not None]
    said = max((text_width(name, BODY.face, BODY.size) for name in sources), default=0.0) + _SIGN
    if not touchpoints or any(one.evidence_source.strip() for one in touchpoints):
        said = width
    first, felt = max(numbers, _in_one_line(number)) + _GAP, max([_in_one_line(emotion), *pills])
    if width < _NARROW and touchpoints:
        return Columns((number, title, emotion), (first, width - first - felt, felt))
    narrow = (
        first,
        felt + _GAP,
        min(max(_in_one_line(evidence), said) + _SLACK, width * _MOST_EVIDENCE),
    )
    rest = width - sum(narrow)
    told = any(channel_cell(one, rest, subject.content) for one in touchpoints) or not touchpoints
    share = rest * _CHANNEL_SHARE if told else 0.0
    share = max(share, min(_longest_word(subject), rest * _MOST_CHANNEL), _in_one_line(channel) + _GAP)
    return Columns(heads, (narrow[0], rest - share, share, narrow[1], narrow[2]))


def _longest_word(subject: Subject) -> float:
    """The width that the channels' names need to be broken between words only."""
    channels = subject.content.channels
    used = [channels[one.channel].name for one in subject.touchpoints if one.channel and one.channel in channels]
    longest = max((text_width(word, BODY.face, BODY.size) for name in used for word in name.split()), default=0.0)
    return longest + _SIGN + _SLACK + _GAP if longest else 0.0


def _in_one_line(head: str) -> float:
    return text_width(head, META_STRONG.face, META_STRONG.size) + _SLACK


def _head(table: Columns, width: float, words: Texts, read: Tag) -> tuple[Piece, ...]:
    heads = [paragraph(name, META_STRONG, table.room(i), words.language) for i, name in enumerate(table.heads)]
    height = max(map(height_of, heads)) + 4.0
    shapes: list[Primitive] = [Line(0, height, width, height, "rule.strong", 0.8)]
    for x, cell in zip(table.lefts(), cells(heads, read, "TH"), strict=True):
        shapes += stacked(cell, x, height - 4.0 - height_of(cell))
    return (Piece(height, tuple(shapes)),)


def _row(touchpoint: Touchpoint, table: Columns, width: float, subject: Subject, read: Tag) -> Block:
    content = subject.content
    number = paragraph(str(touchpoint.number), NUMBER, table.room(0), content.words.language)
    what, felt = _what(touchpoint, table.room(1), content.words), emotion_cell(touchpoint, content)
    said: tuple[tuple[Piece, ...], ...]
    if len(table.heads) == _FEW:
        what += marks_in_a_run(touchpoint, table.room(1), content, most=_DESCRIPTION_LINES)
        said = (number, what, felt)
    else:
        evidence = evidence_cell(touchpoint, table.room(4), content, most=_DESCRIPTION_LINES)
        said = (number, what, channel_cell(touchpoint, table.room(2), content), felt, evidence)
    row = cells(said, read)
    height = max(map(height_of, row)) + 2 * _PADDING
    rule = Line(0, height, width, height, "rule", 0.8)
    if height <= _HIGHEST_ROW:
        shapes: list[Primitive] = [rule]
        for x, cell in zip(table.lefts(), row, strict=True):
            shapes += stacked(cell, x, _PADDING)
        return (Piece(height, tuple(shapes)),)
    below = Piece(_PADDING, (Line(0, _PADDING, width, _PADDING, "rule", 0.8),))
    return (space(_PADDING), *_slices(row, table.lefts()), below)


def _slices(row: Sequence[tuple[Piece, ...]], lefts: Sequence[float]) -> Block:
    """Cells of many lines as pieces that a column may end between: their first lines, their second ones, and so on."""
    pieces: list[Piece] = []
    for slice_ in zip_longest(*row, fillvalue=space(0)):
        shapes: list[Primitive] = []
        for x, piece in zip(lefts, slice_, strict=True):
            shapes += piece.indented(x).shapes
        pieces.append(Piece(max(piece.height for piece in slice_), tuple(shapes)))
    return tuple(pieces)


def _blank_row(width: float) -> Block:
    height = 1.5 * RULING
    return (Piece(height, (Line(0, height, width, height, "rule.strong", 0.5),)),)


def _what(touchpoint: Touchpoint, width: float, words: Texts) -> tuple[Piece, ...]:
    """Title, with a star where it is a moment of truth, and description; the table of touchpoints has them in full."""
    title = touchpoint.title if touchpoint.title.strip() else "–"
    lines = paragraph(title, STRONG, width, words.language, max_lines=_TITLE_LINES)
    if touchpoint.moment_of_truth:
        lines = _starred(lines, width)
    if touchpoint.description.strip():
        lines += paragraph(touchpoint.description, QUIET, width, words.language, max_lines=_DESCRIPTION_LINES)
    return lines


def _starred(lines: tuple[Piece, ...], width: float) -> tuple[Piece, ...]:
    """A star behind the last line of a title, or below it where that leaves no room."""
    *before, last = lines
    end = max((shape.width for shape in last.shapes if isinstance(shape, Text)), default=0.0) + 4.0
    top = (STRONG.line - _STAR) / 2
    if end + _STAR > width:
        return (*lines, Piece(STRONG.line, (icon("star-fill", 0, top, _STAR, "star"),)))
    return (*before, Piece(last.height, (*last.shapes, icon("star-fill", end, top, _STAR, "star"))))


def voices(subject: Subject, width: float, setting: Setting) -> Section:
    """What people say and think."""
    return _notes(subject, subject.content.words.t("Voices"), VOICES, width, setting)


def issues(subject: Subject, width: float, setting: Setting) -> Section:
    """What holds people up, and what could help."""
    return _notes(subject, subject.content.words.t("Pain points and opportunities"), ISSUES, width, setting)


def others(subject: Subject, width: float, setting: Setting) -> Section:
    """All other notes, each with its kind's name; nothing where there is none."""
    words = subject.content.words
    blocks = [
        item(
            tinted(
                note.kind,
                _named(note, subject.content),
                _about(note, subject),
                width,
                words.language,
                padding=setting.padding,
            )
        )
        for kind in OTHERS
        for note in subject.notes_of(kind)
    ]
    return section(subject, words.t("More notes"), blocks, width, gap=4.0)


def _named(note: Note, content: Content) -> str:
    """A note's text behind the name of its kind, which else only its icon would say, unless it begins with it."""
    words, kind = content.words, content.kind_name(note.kind)
    if note.text.strip().casefold().startswith(kind.casefold()):
        return note.text
    return words.t("{name}: {sentence}", name=kind, sentence=note.text if note.text.strip() else "–")


def _notes(subject: Subject, title: str, kinds: Kinds, width: float, setting: Setting) -> Section:
    """The notes of some kinds; room to write where there is none."""
    words = subject.content.words
    notes = subject.notes_of(*kinds)
    blocks: list[Block] = [
        item(
            tinted(note.kind, _said(note, words), _about(note, subject), width, words.language, padding=setting.padding)
        )
        for note in notes
    ]
    return section(subject, title, blocks or [ruled(width, setting.lines + 1)], width, gap=4.0)


def _said(note: Note, words: Texts) -> str:
    """What somebody said stands in quotation marks, unless it was typed with some."""
    text = note.text.strip()
    return words.quoted(text) if note.kind == "quote" and text and text[0] not in _QUOTATION else note.text


def _about(note: Note, subject: Subject) -> str:
    """How bad and how frequent it is, how many voted for it, and whose it is."""
    content = subject.content
    words, t = content.words, content.words.t
    persona = content.personas.get(note.persona or "")
    if note.severity is not None and note.frequency is not None:
        grade = t("Severity {n} × frequency {m}", n=note.severity, m=note.frequency)
    elif note.severity is not None:
        grade = t("Severity {n} of 5", n=note.severity)
    else:
        grade = t("Frequency {n} of 5", n=note.frequency) if note.frequency is not None else ""
    votes = words.tn("{n} vote", "{n} votes", note.votes) if note.votes else ""
    other = persona.name if persona is not None and persona != content.persona else ""
    return " · ".join(part for part in (grade, votes, other) if part)
