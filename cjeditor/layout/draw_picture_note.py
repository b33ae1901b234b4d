"""How a note that is a picture looks: the picture as wide as the card, its caption below."""

from __future__ import annotations

from cjeditor.layout.arrangement import Look
from cjeditor.layout.breaking import break_lines
from cjeditor.layout.direction import aligned
from cjeditor.layout.draw_card import MARK_ROOM, backing, mark_beside, text
from cjeditor.layout.draw_picture import GROUND
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CARD_RADIUS, META_LINE, META_SIZE, ON_MAP, TITLE_LINE, TITLE_SIZE, Limits, baseline
from cjeditor.layout.primitives import Image, Primitive, Rect, Text
from cjeditor.layout.theme import INVITATION
from cjeditor.model.cards import Note
from cjeditor.model.pictures import Size
from cjeditor.texts import Texts

_LOWEST = 40.0
_EMPTY_HEIGHT = 92.0
_EDGE = 6.0
_LEFT = 9.0
_ICON = 24.0
_RADIUS = CARD_RADIUS - 3


def picture_look(note: Note, size: Size | None, width: float, words: Texts, limits: Limits = ON_MAP) -> Look:
    """Arrange a picture's card `width` pixels wide; `size` is the picture's, None where none can be shown."""
    room = width - 2 * _EDGE
    picture, height = _picture(note, size, room, words, limits.picture_height)
    number = text(0, 0, str(note.number), "regular", META_SIZE, "secondary")
    right = width - _LEFT - number.width
    across = right - 6 - MARK_ROOM - _LEFT
    most = limits.note_lines
    lines = break_lines(note.text, "regular", TITLE_SIZE, across, max_lines=most, language=words.language)
    y = _EDGE + height + 4
    base = baseline(y, TITLE_LINE, META_SIZE)
    shapes: list[Primitive] = [Text(right, base, number.text, "regular", META_SIZE, "secondary", number.width)]
    shapes.extend(mark_beside(note.evidence, right, y + TITLE_LINE / 2))
    for line, aside in aligned(note.text, lines, "regular", TITLE_SIZE, across):
        shapes.append(text(_LEFT + aside, baseline(y, TITLE_LINE, TITLE_SIZE), line, "regular", TITLE_SIZE, "text"))
        y += TITLE_LINE
    votes = backing(note, words)
    if votes:
        shapes.append(text(_LEFT, baseline(y + 1, META_LINE, META_SIZE), votes, "regular", META_SIZE, "primary"))
        y += META_LINE + 1
    high = y + 5
    frame = Rect(0.5, 0.5, width - 1, high - 1, fill="card", stroke="card.border", radius=CARD_RADIUS)
    return Look(width, high, (frame, *shapes, *picture))


def _picture(note: Note, size: Size | None, room: float, words: Texts, highest: float) -> tuple[list[Primitive], float]:
    """The picture at the card's upper edge, `room` wide, and how high it stands."""
    if note.picture is None:
        return _invitation(room, words), _EMPTY_HEIGHT
    if size is None:
        return [Image(_EDGE, _EDGE, room, _EMPTY_HEIGHT, note.picture, _RADIUS)], _EMPTY_HEIGHT
    # Small pictures are not blown up, very flat ones have a ground high enough to be seen as a picture.
    scale = min(room / size.width, highest / size.height, 1.0)
    wide, high = size.width * scale, size.height * scale
    height = max(high, _LOWEST)
    if wide >= room - 1 and height == high:
        return [Image(_EDGE, _EDGE, room, high, note.picture, _RADIUS)], height
    ground = Rect(_EDGE, _EDGE, room, height, fill=GROUND, radius=_RADIUS)
    place = Image(_EDGE + (room - wide) / 2, _EDGE + (height - high) / 2, wide, high, note.picture)
    return [ground, place], height


def _invitation(room: float, words: Texts) -> list[Primitive]:
    """A frame; the words in it are for those who have a mouse, and not printed."""
    frame = Rect(
        _EDGE + 0.5, _EDGE + 0.5, room - 1, _EMPTY_HEIGHT - 1, stroke="card.border", radius=_RADIUS, dash=(4.0, 3.0)
    )
    said = break_lines(words.t("Drop a picture here"), "regular", META_SIZE, room - 12, max_lines=2)
    y = _EDGE + (_EMPTY_HEIGHT - _ICON - 4 - len(said) * META_LINE) / 2
    shapes: list[Primitive] = [frame, icon("image", _EDGE + (room - _ICON) / 2, y, _ICON, INVITATION)]
    y += _ICON + 4
    for line in said:
        left = _EDGE + (room - text_width(line, "regular", META_SIZE)) / 2
        shapes.append(text(left, baseline(y, META_LINE, META_SIZE), line, "regular", META_SIZE, INVITATION))
        y += META_LINE
    return shapes
