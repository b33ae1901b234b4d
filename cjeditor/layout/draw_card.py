"""How a touchpoint and a note look: their height and the shapes they are made of."""

from __future__ import annotations

from cjeditor.analysis.acting import NO_ACTIONS, Acting
from cjeditor.analysis.waiting import is_late
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.layout.arrangement import Look
from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.direction import aligned
from cjeditor.layout.draw_actions import action_sign
from cjeditor.layout.draw_wait import GAP_HEIGHT, wait_gap
from cjeditor.layout.draw_weight import USUAL, WEIGHT_WIDTH, weight_mark
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import (
    CARD_RADIUS,
    META_LINE,
    META_SIZE,
    ON_MAP,
    TITLE_LINE,
    TITLE_SIZE,
    Limits,
    baseline,
)
from cjeditor.layout.primitives import Face, Primitive, Rect, Text, circle, pie
from cjeditor.layout.theme import emotion_style, note_style
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.fields import Evidence
from cjeditor.model.naming import times_named
from cjeditor.model.project import Channel
from cjeditor.texts import Texts

_PADDING = 10.0
_ICON = 13.0
REMARKS = "chat-circle-text"
"""The icon of comments, wherever they are meant."""
_BEHIND_CHANNEL = 18.0
"""For the mark of evidence, at the right end of the line with the channel."""
_CHANNEL_LINES = 4
_FOOT_LINE = 20.0
_FOOT_GAP = 8.0
_NOTE_INDENT = 32.0
_MARK = 4.6
"""The radius of a mark of evidence."""
MARK_ROOM = 2 * _MARK + 6
"""How much room a mark of evidence takes beside a number."""
_BELOW_NUMBER = 5.0
"""From the line of a note's number to the middle of the mark below it."""


def text(x: float, y: float, words: str, face: Face, size: float, colour: str) -> Text:
    """A line of text with its width measured; `y` is the baseline."""
    return Text(x, y, words, face, size, colour, text_width(words, face, size))


def evidence_mark(evidence: Evidence, cx: float, cy: float, radius: float, colour: str) -> tuple[Primitive, ...]:
    """A ring that fills with the strength of the evidence: empty, quarter, half, full."""
    ring = circle(cx, cy, radius, stroke=colour, stroke_width=1.2)
    match evidence:
        case "assumption":
            return (ring,)
        case "anecdotal":
            return (ring, pie(cx, cy, radius, 1, colour))
        case "qualitative":
            return (ring, pie(cx, cy, radius, 2, colour))
        case "quantitative":
            return (circle(cx, cy, radius + 0.6, fill=colour),)


def mark_beside(evidence: Evidence, right: float, middle: float) -> tuple[Primitive, ...]:
    """The mark of a note's evidence left of its number, which begins at `right` and whose line has this middle."""
    return evidence_mark(evidence, right - 6 - _MARK, middle, _MARK, "secondary")


def emotion_pill(emotion: int, x: float, y: float, words: Texts) -> tuple[Primitive, ...]:
    """A pill 18 high with the signed number, its top left corner at (`x`, `y`); see `pill_width`."""
    shown = words.signed(emotion)
    width = pill_width(emotion, words)
    number = text_width(shown, "bold", META_SIZE)
    return (
        Rect(x, y, width, 18, fill=emotion_style(emotion), radius=9),
        Text(x + (width - number) / 2, baseline(y, 18, META_SIZE), shown, "bold", META_SIZE, "on.emotion", number),
    )


def pill_width(emotion: int, words: Texts) -> float:
    """How wide the pill of an emotion is."""
    return max(24.0, text_width(words.signed(emotion), "bold", META_SIZE) + 14)


def touchpoint_look(
    touchpoint: Touchpoint,
    channel: Channel | None,
    width: float,
    words: Texts,
    limits: Limits = ON_MAP,
    *,
    remarks: int = 0,
    acting: Acting = NO_ACTIONS,
) -> Look:
    """Arrange a touchpoint's card `width` pixels wide, with `remarks` open comments and what is done about it."""
    shapes: list[Primitive] = []
    y = _PADDING - 2
    meta, lines_above = _meta(touchpoint, channel, y, width, words)
    shapes.extend(meta)
    y += lines_above * META_LINE + 3
    inner = title_room(width)
    lines = break_lines(
        touchpoint.title, "medium", TITLE_SIZE, inner, max_lines=limits.title_lines, language=words.language
    )
    for line, aside in aligned(touchpoint.title, lines, "medium", TITLE_SIZE, inner):
        shapes.append(text(_PADDING + aside, baseline(y, TITLE_LINE, TITLE_SIZE), line, "medium", TITLE_SIZE, "text"))
        y += TITLE_LINE
    foot, foot_height = _foot(_signs(touchpoint, remarks, acting, words), touchpoint, y + 5, inner, words)
    shapes.extend(foot)
    gap = wait_gap(touchpoint, _PADDING, y + 5 + foot_height, inner)
    shapes.extend(gap)
    foot_height += GAP_HEIGHT if gap else 0.0
    height = y + (foot_height + 5 if foot_height else 0) + _PADDING - 1
    frame = Rect(
        0.5,
        0.5,
        width - 1,
        height - 1,
        fill="card",
        stroke="card.border" if touchpoint.contact != "none" else "rule.strong",
        radius=CARD_RADIUS,
        dash=(4.0, 3.0) if touchpoint.contact == "none" else (),
    )
    return Look(width, height, (frame, *shapes), acting)


def _meta(
    touchpoint: Touchpoint, channel: Channel | None, y: float, width: float, words: Texts
) -> tuple[list[Primitive], int]:
    """Number, channel and evidence, and how many lines they take: a long name of a channel has several."""
    base = baseline(y, META_LINE, META_SIZE)
    number = text(_PADDING, base, str(touchpoint.number), "bold", META_SIZE, "primary")
    shapes: list[Primitive] = [number]
    x = _PADDING + number.width + 7
    label, icon_names = _contact(touchpoint, channel, words)
    room = width - _PADDING - _BEHIND_CHANNEL - x
    for icon_name in icon_names:
        if room > 60:
            shapes.append(icon(icon_name, x, y + 1.5, _ICON, "secondary"))
            x += _ICON + 4
            room -= _ICON + 4
    shapes.extend(evidence_mark(touchpoint.evidence, width - _PADDING - 5, y + META_LINE / 2, _MARK, "primary"))
    name, left, first = _channel_lines(label, x, room, width, words)
    for at, line in enumerate(name, start=first):
        below = baseline(y + at * META_LINE, META_LINE, META_SIZE)
        shapes.append(text(left, below, line, "regular", META_SIZE, "secondary"))
    return shapes, max(1, first + len(name))


def _channel_lines(label: str, x: float, room: float, width: float, words: Texts) -> tuple[tuple[str, ...], float, int]:
    """The lines of a channel's name, where they begin, and the line of the card that the first of them is.

    They stand beside the number and the icons; below them where a word of the name would not fit there.
    """
    said = " ".join(label.split())
    if not said:
        return (), x, 0
    if text_width(said, "regular", META_SIZE) <= room:
        return (said,), x, 0
    beside = all(text_width(word, "regular", META_SIZE) <= room for word in said.split())
    left, wide = (x, room) if beside else (_PADDING, title_room(width))
    lines = break_lines(said, "regular", META_SIZE, wide, max_lines=_CHANNEL_LINES, language=words.language)
    return lines, left, 0 if beside else 1


def _contact(touchpoint: Touchpoint, channel: Channel | None, words: Texts) -> tuple[str, tuple[str, ...]]:
    """What the meta line says of channel and contact, and its icons; a shape tells third parties, words never fit."""
    if touchpoint.contact == "none":
        return words.t("no contact"), ("users",)
    third = ("users-three",) if touchpoint.contact == "third_party" else ()
    if channel is not None:
        return channel.name, (channel.icon or "globe", *third)
    return (words.t("third parties") if third else ""), third


_FootItem = tuple[str, str, str]
"""Icon (or `pill`, `weight`), words beside it, colour."""


def _foot(
    signs: list[_FootItem], touchpoint: Touchpoint, top: float, inner: float, words: Texts
) -> tuple[list[Primitive], float]:
    """The marks at the foot, wrapped; with the height they take."""
    shapes: list[Primitive] = []
    x, y = _PADDING, top
    for width, item in _measured(signs, touchpoint, inner, words):
        if x > _PADDING and x + width > _PADDING + inner:
            x, y = _PADDING, y + _FOOT_LINE
        shapes.extend(_placed(item, x, y, words))
        x += width + _FOOT_GAP
    return shapes, (y - top + _FOOT_LINE if shapes else 0.0)


def _signs(touchpoint: Touchpoint, remarks: int, acting: Acting, words: Texts) -> list[_FootItem]:
    """The marks beside emotion and weight."""
    items: list[_FootItem] = []
    if touchpoint.moment_of_truth:
        items.append(("star-fill", "", "star"))
    if touchpoint.drop_off_points:
        items.append(("warning", words.number(len(touchpoint.drop_off_points)), "warning"))
    late = is_late(touchpoint)
    if late or touchpoint.actual_wait or touchpoint.expected_wait:
        waiting = words.waiting(touchpoint.expected_wait, touchpoint.actual_wait)
        items.append(("clock", waiting, "warning" if late else "secondary"))
    named = times_named(touchpoint.tags)
    if named > 1:
        items.append(("", words.t("{n}×", n=words.number(named)), "primary"))
    if touchpoint.votes:
        items.append(("", words.tn("{n} vote", "{n} votes", touchpoint.votes), "primary"))
    if acting.total:
        items.append(action_sign(acting, words))
    if remarks:
        items.append((REMARKS, words.number(remarks), "primary"))
    return items


def _measured(
    signs: list[_FootItem], touchpoint: Touchpoint, inner: float, words: Texts
) -> list[tuple[float, _FootItem]]:
    """Emotion, weight and signs, each with its width."""
    measured: list[tuple[float, _FootItem]] = []
    if touchpoint.emotion is not None:
        measured.append((pill_width(touchpoint.emotion, words), ("pill", str(touchpoint.emotion), "")))
    if touchpoint.weight != USUAL:
        measured.append((WEIGHT_WIDTH, ("weight", str(touchpoint.weight), "")))
    for icon_name, label, colour in signs:
        icon_width = _ICON + 3 if icon_name else 0
        shown = elide(label, _foot_face(colour), META_SIZE, inner - icon_width)
        measured.append((icon_width + text_width(shown, _foot_face(colour), META_SIZE), (icon_name, shown, colour)))
    return measured


def _foot_face(colour: str) -> Face:
    return "bold" if colour == "warning" else "regular"


def _placed(item: _FootItem, x: float, y: float, words: Texts) -> list[Primitive]:
    icon_name, label, colour = item
    if icon_name == "pill":
        return list(emotion_pill(int(label), x, y, words))
    if icon_name == "weight":
        return list(weight_mark(int(label), x, y + 9))
    shapes: list[Primitive] = []
    if icon_name:
        shapes.append(icon(icon_name, x, y + 2.5, _ICON, colour))
        x += _ICON + 3
    if label:
        shapes.append(text(x, baseline(y, 18, META_SIZE), label, _foot_face(colour), META_SIZE, colour))
    return shapes


def backing(note: Note, words: Texts) -> str:
    """How many people stand behind a note: how often it was named, and its votes; empty where nobody counted."""
    named = times_named(note.tags)
    said = (
        words.t("{n}×", n=words.number(named)) if named > 1 else "",
        words.tn("{n} vote", "{n} votes", note.votes) if note.votes else "",
    )
    return " · ".join(filter(None, said))


def title_room(width: float) -> float:
    """How wide the lines of a touchpoint's title are on a card of this width."""
    return width - 2 * _PADDING


def note_room(number: int, width: float) -> float:
    """How wide the lines of a note are on a card of this width, beside its number."""
    return width - _PADDING - text_width(str(number), "regular", META_SIZE) - 6 - _NOTE_INDENT


def note_look(note: Note, width: float, words: Texts, limits: Limits = ON_MAP) -> Look:
    """Arrange a note's card `width` pixels wide."""
    style = note_style(note.kind)
    number = text(0, 0, str(note.number), "regular", META_SIZE, "secondary")
    top = 8.0
    right = width - _PADDING - number.width
    room = note_room(note.number, width)
    lines = break_lines(note.text, "regular", TITLE_SIZE, room, max_lines=limits.note_lines, language=words.language)
    shapes: list[Primitive] = [
        icon(note_kind(note.kind).icon, 12, top + 2, 14, "text"),
        Text(right, baseline(top, TITLE_LINE, META_SIZE), number.text, "regular", META_SIZE, "secondary", number.width),
        # Beside the number it would cost every line a letter or two.
        *evidence_mark(note.evidence, width - _PADDING - _MARK, top + TITLE_LINE + _BELOW_NUMBER, _MARK, "secondary"),
    ]
    y = top
    for line, aside in aligned(note.text, lines, "regular", TITLE_SIZE, room):
        x = _NOTE_INDENT + aside
        shapes.append(text(x, baseline(y, TITLE_LINE, TITLE_SIZE), line, "regular", TITLE_SIZE, "text"))
        y += TITLE_LINE
    votes = backing(note, words)
    if votes:
        shapes.append(text(_NOTE_INDENT, baseline(y + 1, META_LINE, META_SIZE), votes, "regular", META_SIZE, "primary"))
        y += META_LINE + 1
    height = max(y, top + TITLE_LINE + _BELOW_NUMBER + _MARK) + 8.0
    frame = (
        Rect(0, 0, width, height, fill=f"note.{style}", radius=3),
        Rect(0, 0, 3, height, fill=f"edge.{style}"),
    )
    return Look(width, height, (*frame, *shapes))
