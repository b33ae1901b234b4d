"""The table of touchpoints: what the map's cards leave out for want of room stands here in full."""

from __future__ import annotations

from cjeditor.catalogue import terms
from cjeditor.catalogue.drop_off_reasons import reason_name
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.sheets import Flow
from cjeditor.export.pdf.table import Columns, Group, Table, columns, widest
from cjeditor.export.typeset import BODY, QUIET, STRONG, Piece, Style, height_of, paragraph, space, stacked
from cjeditor.layout.draw_card import emotion_pill, evidence_mark, is_late
from cjeditor.layout.icons import icon
from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.fields import Contact

_WEIGHTS = (26.0, 252.0, 108.0, 50.0, 104.0, 150.0, 64.0)
_UPRIGHT_WEIGHTS = (24.0, 150.0, 84.0, 44.0, 86.0, 110.0, 52.0)
_NUMBER = Style("bold", 9.5, 13.0, "primary")
_WARNING = Style("semibold", 9.0, 12.5, "warning")
_STAR = Style("semibold", 9.0, 12.5, "star")
_ICON = 10.0
_KEPT_LINES = 4
_CONTACT_ICONS: dict[Contact, str] = {"direct": "", "third_party": "users-three", "none": "users"}


def touchpoint_table(flow: Flow, content: Content) -> None:
    """Put the table into the flow; nothing where the map has no touchpoint."""
    words = content.words
    heads = (
        words.t("No."),
        words.t("Touchpoint"),
        words.t("Channel"),
        words.t("Emotion"),
        words.t("Evidence"),
        words.t("Drop-off points"),
        words.t("Waiting time"),
    )
    upright = flow.frame.height > flow.frame.width
    numbers = widest((touchpoint.number for touchpoint in content.touchpoints()), _NUMBER)
    table = columns(heads, _UPRIGHT_WEIGHTS if upright else _WEIGHTS, flow.frame.inner_width, first=numbers)
    by_phase: dict[str, list[Touchpoint]] = {}
    for touchpoint in content.touchpoints():
        by_phase.setdefault(content.steps[touchpoint.step].phase, []).append(touchpoint)
    groups = [
        Group(phase_title(number, phase, words), phase.colour, _rows(by_phase[phase.id], table, content))
        for number, phase in enumerate(content.phases, start=1)
        if phase.id in by_phase
    ]
    Table(flow, table, words.t("{title} (continued)", title="{title}")).add(groups)


def _rows(touchpoints: list[Touchpoint], table: Columns, content: Content) -> list[tuple[tuple[Piece, ...], ...]]:
    return [
        (
            paragraph(str(touchpoint.number), _NUMBER, table.room(0), content.words.language),
            _what(touchpoint, table.room(1), content),
            _channel(touchpoint, table.room(2), content),
            _emotion(touchpoint, content),
            _evidence(touchpoint, table.room(4), content),
            _drop_offs(touchpoint.drop_off_points, table.room(5), content),
            _waiting(touchpoint, table.room(6), content),
        )
        for touchpoint in touchpoints
    ]


def _what(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    language = content.words.language
    pieces = [*paragraph(touchpoint.title if touchpoint.title.strip() else "–", STRONG, width, language)]
    if touchpoint.moment_of_truth:
        pieces.extend(marked("star-fill", content.words.t("Moment of truth"), _STAR, width, content))
    if touchpoint.description:
        pieces.append(space(1))
        pieces.extend(paragraph(touchpoint.description, QUIET, width, language))
    step = content.steps[touchpoint.step]
    if step.name:
        pieces.append(space(1))
        pieces.extend(paragraph(content.words.t("Step: {name}", name=step.name), QUIET, width, language))
    return tuple(pieces)


def _channel(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    channel = content.channels.get(touchpoint.channel or "")
    pieces: list[Piece] = []
    if channel is not None:
        pieces.extend(marked(channel.icon or "globe", channel.name, BODY, width, content))
    if touchpoint.contact != "direct":
        said = terms.contact(touchpoint.contact, content.words)
        pieces.extend(marked(_CONTACT_ICONS[touchpoint.contact], said, QUIET, width, content))
    persona = content.personas.get(touchpoint.persona or "")
    if persona is not None and persona != content.persona:
        pieces.extend(marked("user", persona.name, QUIET, width, content))
    return tuple(pieces)


def _emotion(touchpoint: Touchpoint, content: Content) -> tuple[Piece, ...]:
    if touchpoint.emotion is None:
        return paragraph("–", QUIET, 40, content.words.language)
    return (Piece(18.0, emotion_pill(touchpoint.emotion, 0, -2.0, content.words)),)


def _evidence(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    words = content.words
    mark = evidence_mark(touchpoint.evidence, 5.0, 6.5, 4.0, "primary")
    lines = paragraph(terms.evidence(touchpoint.evidence, words), BODY, width, words.language, indent=14.0)
    pieces = [Piece(lines[0].height, (*mark, *lines[0].shapes)), *lines[1:]]
    if touchpoint.evidence_source:
        pieces.extend(paragraph(touchpoint.evidence_source, QUIET, width, words.language, indent=14.0))
    return tuple(pieces)


def _drop_offs(points: tuple[DropOffPoint, ...], width: float, content: Content) -> tuple[Piece, ...]:
    words = content.words
    pieces: list[Piece] = []
    for point in points:
        if pieces:
            pieces.append(space(4))
        reason = reason_name(point.reason, words.language) if point.reason else words.t("Drop-off point")
        named = point.title if point.title.strip() else reason
        if point.likelihood is not None and point.impact is not None:
            grade = f"{words.number(point.likelihood)}\u00a0×\u00a0{words.number(point.impact)}"
            named = words.t("{name} ({grade})", name=named, grade=grade)
        answer = point.counter_measure or words.t("no counter-measure yet")
        answers = paragraph(answer, QUIET, width, words.language, indent=14.0)
        title = marked("warning", named, _WARNING, width, content)
        # A page ends neither within an ordinary title nor between it and what is done about it.
        kept = (*title[-_KEPT_LINES:], answers[0])
        together = Piece(height_of(kept), tuple(stacked(kept, 0, 0)))
        pieces.extend((*title[:-_KEPT_LINES], together, *answers[1:]))
    return tuple(pieces)


def _waiting(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    shown = content.words.waiting(touchpoint.expected_wait, touchpoint.actual_wait)
    if not shown:
        return ()
    if is_late(touchpoint):
        late = paragraph(content.words.t("longer than expected"), QUIET, width, content.words.language)
        return (*paragraph(shown, _WARNING, width, content.words.language), *late)
    return paragraph(shown, BODY, width, content.words.language)


def marked(icon_name: str, text: str, style: Style, width: float, content: Content) -> tuple[Piece, ...]:
    """A paragraph with an icon before its first line, the further lines below the first."""
    lines = paragraph(text, style, width, content.words.language, indent=14.0)
    if not lines or not icon_name:
        return lines
    sign = icon(icon_name, 0.0, (style.line - _ICON) / 2, _ICON, style.colour)
    return (Piece(lines[0].height, (sign, *lines[0].shapes)), *lines[1:])
