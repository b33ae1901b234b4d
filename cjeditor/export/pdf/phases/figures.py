"""What a phase sheet shows in figures: the curve of the emotions, drop-off points, metrics, and what is planned."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.analysis.ratings import felt as felt_at
from cjeditor.export.content import Content
from cjeditor.export.pdf.columns import Block, Section
from cjeditor.export.pdf.emotion_curve import AXIS_WIDTH, LABEL, Felt, Levels, emotion_line, level_lines
from cjeditor.export.pdf.phases.headings import section
from cjeditor.export.pdf.phases.setting import Setting
from cjeditor.export.pdf.touchpoint_cells import drop_off_lines
from cjeditor.export.pdf.writing import INDENT, boxed
from cjeditor.export.phase_subject import Subject
from cjeditor.export.tagging import as_figure
from cjeditor.export.typeset import BODY, META, QUIET, STRONG, Piece, line_of, paragraph
from cjeditor.layout.draw_metric import figures_in_words
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive
from cjeditor.model.cards import Kpi, Note, Touchpoint
from cjeditor.model.project import Action
from cjeditor.texts import N_, Texts

_LABEL_ROOM = 18.0
"""Above the best and below the worst emotion."""
_LEAST_GAP = 20.0
_STATUSES = {
    "open": N_("open"),
    "in_progress": N_("in progress"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}


def emotions(subject: Subject, width: float, setting: Setting) -> Section:
    """The curve, with every value at its point: as many rows of it as that takes. Bare levels where nobody felt yet."""
    words = subject.content.words
    felt = [one for one in subject.touchpoints if felt_at(one) is not None]
    widest = max((text_width(str(one.number), LABEL.face, LABEL.size) for one in felt), default=0.0)
    most = max(1, int((width - AXIS_WIDTH) / max(_LEAST_GAP, widest + 6)))
    rows = max(1, -(-len(felt) // most))
    share = -(-len(felt) // rows)
    blocks: list[Block] = [_chart(felt[i * share : (i + 1) * share], width, setting.level, words) for i in range(rows)]
    return section(subject, words.t("Emotion in this phase"), blocks, width)


def _chart(felt: Sequence[Touchpoint], width: float, level: float, words: Texts) -> Block:
    """A row of the curve; read aloud it is its values."""
    levels = Levels(_LABEL_ROOM + 2 * level, level)
    height = 4 * level + 2 * _LABEL_ROOM
    shapes: list[Primitive] = level_lines(levels, 0, width, words)
    if felt:
        gap = (width - AXIS_WIDTH) / len(felt)
        places = [AXIS_WIDTH + (i + 0.5) * gap for i in range(len(felt))]
        points = [
            Felt(x, felt_at(one) or 0, words.signed(felt_at(one) or 0)) for x, one in zip(places, felt, strict=True)
        ]
        shapes += emotion_line(points, levels, gap)
        for x, one in zip(places, felt, strict=True):
            number = line_of(str(one.number), META, 0, height)
            shapes.append(line_of(number.text, META, x - number.width / 2, height))
        height += META.line
    values = ", ".join(f"{one.number}: {words.signed(felt_at(one) or 0)}" for one in felt)
    said = words.t("{name}: {sentence}", name=words.t("Emotion in this phase"), sentence=values or "–")
    return (Piece(height, as_figure(shapes, said)),)


def drop_offs(subject: Subject, width: float, _setting: Setting) -> Section:
    """Where customers leave, and what is done about it: first in the whole phase, then at its touchpoints."""
    content = subject.content
    blocks: list[Block] = [drop_off_lines(point, width, content) for point in subject.phase.drop_off_points]
    blocks += [
        drop_off_lines(point, width, content, before=f"{one.number} · ")
        for one in subject.touchpoints
        for point in one.drop_off_points
    ]
    return section(subject, content.words.t("Drop-off points"), blocks, width)


def metrics(subject: Subject, width: float, _setting: Setting) -> Section:
    """The figures of the phase, of its touchpoints, and those that lie on the map."""
    words = subject.content.words
    blocks: list[Block] = [_metric(kpi.name, kpi, width, words) for kpi in subject.phase.kpis]
    blocks += [
        _metric(f"{one.number} · {kpi.name}", kpi, width, words) for one in subject.touchpoints for kpi in one.kpis
    ]
    blocks += [_metric(note.text, note, width, words) for note in subject.notes_of("metric")]
    return section(subject, words.t("Metrics"), blocks, width)


def _metric(name: str, figures: Kpi | Note, width: float, words: Texts) -> Block:
    source = words.t("Source: {source}", source=figures.source) if figures.source.strip() else ""
    return (
        *paragraph(figures_in_words(figures, words), STRONG, width, words.language),
        *paragraph(name if name.strip() else "–", BODY, width, words.language),
        *paragraph(source, QUIET, width, words.language),
    )


def actions(subject: Subject, width: float, _setting: Setting) -> Section:
    """What is to be done about cards of the phase; what is done has its tick."""
    blocks = [_action(one, width, subject.content) for one in subject.actions]
    return section(subject, subject.content.words.t("Actions"), blocks, width)


def _action(action: Action, width: float, content: Content) -> Block:
    words = content.words
    due = words.t("by {day}", day=words.day(action.due)) if action.due else ""
    about = " · ".join(part for part in (action.owner, due, words.t(_STATUSES[action.status])) if part)
    title = action.title if action.title.strip() else "–"
    if not content.for_work:
        return (*paragraph(title, BODY, width, words.language), *paragraph(about, QUIET, width, words.language))
    return (
        *boxed(title, width, words.language, ticked=action.status == "done"),
        *paragraph(about, QUIET, width, words.language, indent=INDENT),
    )
