"""What the tables of touchpoints and the phase sheets say alike: channel, emotion, evidence, drop-off points."""

from __future__ import annotations

import re

from cjeditor.catalogue import terms
from cjeditor.catalogue.drop_off_reasons import reason_name
from cjeditor.export.content import Content
from cjeditor.export.typeset import BODY, QUIET, Piece, Style, height_of, paragraph, space, stacked
from cjeditor.layout.draw_card import emotion_pill, evidence_mark
from cjeditor.layout.icons import icon
from cjeditor.layout.metrics import baseline
from cjeditor.layout.primitives import Primitive, Text, moved
from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.fields import Contact

WARNING = Style("semibold", 9.0, 12.5, "warning")
INDENT = 14.0
"""Of a text beside an icon or a mark."""
_ICON = 10.0
_KEPT_LINES = 4
_COUNT = re.compile(r"\bn = (?=\d)")
"""How many were asked: the number is not left alone on a line."""
_APART = 10.0
"""Between two things in a line."""
_CONTACT_ICONS: dict[Contact, str] = {"direct": "", "third_party": "users-three", "none": "users"}


def channel_cell(touchpoint: Touchpoint, width: float, content: Content) -> tuple[Piece, ...]:
    """The channel, a contact that is not direct, and a persona other than the map's own."""
    return tuple(piece for item in _channel_items(touchpoint, width, content) for piece in item)


def _channel_items(touchpoint: Touchpoint, width: float, content: Content) -> list[tuple[Piece, ...]]:
    channel = content.channels.get(touchpoint.channel or "")
    items: list[tuple[Piece, ...]] = []
    if channel is not None:
        items.append(marked(channel.icon or "globe", channel.name, BODY, width, content))
    if touchpoint.contact != "direct":
        said = terms.contact(touchpoint.contact, content.words)
        items.append(marked(_CONTACT_ICONS[touchpoint.contact], said, QUIET, width, content))
    persona = content.personas.get(touchpoint.persona or "")
    if persona is not None and persona != content.persona:
        items.append(marked("user", persona.name, QUIET, width, content))
    return items


def marks_in_a_run(touchpoint: Touchpoint, width: float, content: Content, *, most: int) -> tuple[Piece, ...]:
    """What `channel_cell` and `evidence_cell` say, one behind the other: several in a line where they fit there.

    Where the evidence comes from takes at most `most` lines.
    """
    words = content.words
    mark = evidence_mark(touchpoint.evidence, 5.0, 6.5, 4.0, "primary")
    first, *others = paragraph(terms.evidence(touchpoint.evidence, words), BODY, width, words.language, indent=14.0)
    source = paragraph(touchpoint.evidence_source, QUIET, width, words.language, max_lines=most)
    items = [
        *_channel_items(touchpoint, width, content),
        (Piece(first.height, (*mark, *first.shapes)), *others),
        source,
    ]
    pieces: list[Piece] = []
    line: list[Primitive] = []
    x = 0.0
    for item in items:
        said = [one for one in item[0].shapes if isinstance(one, Text) and one.face != "icon"] if item else []
        end = max((one.x + one.width for one in said), default=0.0)
        if line and (len(item) > 1 or x + end > width):
            pieces.append(Piece(BODY.line, tuple(line)))
            line, x = [], 0.0
        if len(item) > 1:
            pieces.extend(item)
        elif said:
            # Texts of different sizes stand on one line.
            line += moved(item[0].shapes, x, baseline(0, BODY.line, BODY.size) - said[0].y)
            x += end + _APART
    return (*pieces, Piece(BODY.line, tuple(line))) if line else tuple(pieces)


def emotion_cell(touchpoint: Touchpoint, content: Content) -> tuple[Piece, ...]:
    """The emotion as a pill; a dash where it is not known."""
    if touchpoint.emotion is None:
        return paragraph("–", QUIET, 40, content.words.language)
    return (Piece(18.0, emotion_pill(touchpoint.emotion, 0, -2.0, content.words)),)


def evidence_cell(touchpoint: Touchpoint, width: float, content: Content, *, most: int = 100_000) -> tuple[Piece, ...]:
    """The mark of the evidence with its word, and where it comes from in `most` lines."""
    words = content.words
    mark = evidence_mark(touchpoint.evidence, 5.0, 6.5, 4.0, "primary")
    lines = paragraph(terms.evidence(touchpoint.evidence, words), BODY, width, words.language, indent=INDENT)
    pieces = [Piece(lines[0].height, (*mark, *lines[0].shapes)), *lines[1:]]
    if touchpoint.evidence_source:
        source = _COUNT.sub("n\u00a0=\u00a0", touchpoint.evidence_source)
        pieces.extend(paragraph(source, QUIET, width, words.language, max_lines=most, indent=INDENT))
    return tuple(pieces)


def drop_off_cell(points: tuple[DropOffPoint, ...], width: float, content: Content) -> tuple[Piece, ...]:
    """Drop-off points, one below the other."""
    pieces: list[Piece] = []
    for point in points:
        if pieces:
            pieces.append(space(4))
        pieces.extend(drop_off_lines(point, width, content))
    return tuple(pieces)


def drop_off_lines(point: DropOffPoint, width: float, content: Content, before: str = "") -> tuple[Piece, ...]:
    """A drop-off point with its likelihood and impact, and what is done about it; `before` stands before its name."""
    words = content.words
    reason = reason_name(point.reason, words.language) if point.reason else words.t("Drop-off point")
    named = before + (point.title if point.title.strip() else reason)
    if point.likelihood is not None and point.impact is not None:
        grade = f"{words.number(point.likelihood)}\u00a0×\u00a0{words.number(point.impact)}"
        named = words.t("{name} ({grade})", name=named, grade=grade)
    answer = point.counter_measure if point.counter_measure.strip() else words.t("open: no counter-measure yet")
    answers = paragraph(answer, QUIET, width, words.language, indent=INDENT)
    title = marked("warning", named, WARNING, width, content)
    # A page ends neither within an ordinary title nor between it and what is done about it.
    kept = (*title[-_KEPT_LINES:], answers[0])
    together = Piece(height_of(kept), tuple(stacked(kept, 0, 0)))
    return (*title[:-_KEPT_LINES], together, *answers[1:])


def marked(icon_name: str, text: str, style: Style, width: float, content: Content) -> tuple[Piece, ...]:
    """A paragraph with an icon before its first line, the further lines below the first."""
    lines = paragraph(text, style, width, content.words.language, indent=INDENT)
    if not lines or not icon_name:
        return lines
    sign = icon(icon_name, 0.0, (style.line - _ICON) / 2, _ICON, style.colour)
    return (Piece(lines[0].height, (sign, *lines[0].shapes)), *lines[1:])
