"""The table of notes, in full: goals, quotes, pain points, opportunities, what happens backstage."""

from __future__ import annotations

from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.sheets import Frame
from cjeditor.export.pdf.table import Columns, Group, columns, widest
from cjeditor.export.pdf.touchpoint_cells import marked
from cjeditor.export.typeset import BODY, NUMBER, QUIET, Piece, Style, paragraph
from cjeditor.layout.draw_card import evidence_mark
from cjeditor.layout.draw_metric import figures_in_words
from cjeditor.layout.primitives import Rect
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Note
from cjeditor.texts import Texts

_WEIGHTS = (26.0, 94.0, 254.0, 138.0, 106.0, 142.0)
_WITHOUT_STEPS = (26.0, 110.0, 346.0, 150.0, 128.0)
_UPRIGHT_WEIGHTS = (24.0, 104.0, 230.0, 106.0, 90.0)
_FIGURES = Style("bold", BODY.size, BODY.line)
_INDENT = 10.0
_PAD = 3.0


def worded_notes(content: Content) -> list[Note]:
    """The notes that a table can show: a picture without a caption is seen on the map and nowhere else."""
    return [note for note in content.notes() if note.kind != "image" or note.text.strip()]


def notes_groups(page: Frame, content: Content) -> tuple[Columns, list[Group]]:
    """The columns of the table on a page, and its rows by phase; no rows where no note says anything in words."""
    words = content.words
    notes = worded_notes(content)
    upright = page.height > page.width
    # Wide pages have room for steps in a column of their own: most rows then take one line.
    stepped = not upright and any(content.steps[note.step].name for note in notes)
    heads = [words.t("No."), words.t("Kind"), words.t("Note"), words.t("Lane")]
    heads += [words.t("Step"), words.t("Evidence")] if stepped else [words.t("Evidence")]
    weights = _UPRIGHT_WEIGHTS if upright else _WEIGHTS if stepped else _WITHOUT_STEPS
    numbers = widest((note.number for note in notes), NUMBER)
    table = columns(heads, weights, page.inner_width, first=numbers)
    by_phase: dict[str, list[Note]] = {}
    for note in notes:
        by_phase.setdefault(content.steps[note.step].phase, []).append(note)
    groups = [
        Group(
            phase_title(number, phase, words),
            phase.colour,
            [_row(note, table, content, stepped=stepped) for note in by_phase[phase.id]],
        )
        for number, phase in enumerate(content.phases, start=1)
        if phase.id in by_phase
    ]
    return table, groups


def _row(note: Note, table: Columns, content: Content, *, stepped: bool) -> tuple[tuple[Piece, ...], ...]:
    """The cells of a note; `stepped`: its step has one of its own."""
    words, step = content.words, content.steps[note.step].name
    cells = [
        paragraph(str(note.number), NUMBER, table.room(0), words.language),
        marked(note_kind(note.kind).icon, content.kind_name(note.kind), BODY, table.room(1), content),
        _text(note, table.room(2), content),
        _lane(note, table.room(3), content, stepped=not stepped),
    ]
    if stepped:
        cells.append(paragraph(step, QUIET, table.room(4), words.language))
    return (*cells, _evidence(note, table.room(len(cells)), content))


def _text(note: Note, width: float, content: Content) -> tuple[Piece, ...]:
    """The text on the tint of its kind; each line carries its own stretch of the ground, so that a page may break."""
    style = note_style(note.kind)
    text = note.text if note.text.strip() else "–"
    lines = paragraph(text, BODY, width - _INDENT, content.words.language, indent=_INDENT)
    for said, look in _figures(note, content):
        lines += paragraph(said, look, width - _INDENT, content.words.language, indent=_INDENT)
    pieces = []
    for i, line in enumerate(lines):
        # The ground rises above the first line's box: the text stays level with the other cells of its row.
        top = -_PAD if i == 0 else 0.0
        height = line.height + (_PAD if i == len(lines) - 1 else 0.0)
        ground = (
            Rect(0, top, width, height - top, fill=f"note.{style}"),
            Rect(0, top, 2.5, height - top, fill=f"edge.{style}"),
        )
        pieces.append(Piece(height, (*ground, *line.shapes)))
    return tuple(pieces)


def _figures(note: Note, content: Content) -> list[tuple[str, Style]]:
    """What a metric's value and target are, and where they come from."""
    if note.kind != "metric":
        return []
    words = content.words
    found = [(figures_in_words(note, words), _FIGURES)]
    return [*found, (words.t("Source: {source}", source=note.source), QUIET)] if note.source.strip() else found


def _lane(note: Note, width: float, content: Content, *, stepped: bool) -> tuple[Piece, ...]:
    """Lane and persona; `stepped`: the step between them."""
    language = content.words.language
    step = content.steps[note.step]
    lines = paragraph(content.lanes[note.lane].name or "–", BODY, width, language)
    if stepped and step.name:
        lines += paragraph(content.words.t("Step: {name}", name=step.name), QUIET, width, language)
    persona = content.personas.get(note.persona or "")
    if persona is not None and persona != content.persona:
        lines += marked("user", persona.name, QUIET, width, content)
    return lines


def _evidence(note: Note, width: float, content: Content) -> tuple[Piece, ...]:
    words = content.words
    mark = evidence_mark(note.evidence, 5.0, 6.5, 4.0, "primary")
    lines = paragraph(terms.evidence(note.evidence, words), BODY, width, words.language, indent=14.0)
    pieces = (Piece(lines[0].height, (*mark, *lines[0].shapes)), *lines[1:])
    said = " · ".join(_grades(note, words))
    return pieces + paragraph(said, QUIET, width, words.language, indent=14.0)


def _grades(note: Note, words: Texts) -> list[str]:
    """Severity and frequency, as far as they are stated, and votes."""
    said = []
    if note.severity is not None and note.frequency is not None:
        said.append(words.t("Severity {n} × frequency {m}", n=note.severity, m=note.frequency))
    elif note.severity is not None:
        said.append(words.t("Severity {n} of 5", n=note.severity))
    elif note.frequency is not None:
        said.append(words.t("Frequency {n} of 5", n=note.frequency))
    if note.votes:
        said.append(words.tn("{n} vote", "{n} votes", note.votes))
    return said
