"""Emotion strips: on each, a participant marks the feeling along the journey; then they are laid together."""

from __future__ import annotations

from typing import Final, NamedTuple

from cjeditor.catalogue import terms
from cjeditor.export.content import Content
from cjeditor.export.options import MOST_PARTICIPANTS
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.names import participants
from cjeditor.export.pdf.worksheets.surface import HINT, MM, Room, Surface
from cjeditor.export.typeset import META, STRONG, Style, height_of, line_of, paragraph, right_line_of, stacked
from cjeditor.layout.breaking import elide
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Rect

_HEIGHT: Final = 58.0 * MM
"""The least height of a strip: a hand draws a curve in it."""
_NARROWEST: Final = 15.0 * MM
_SCALE: Final = 30.0 * MM
"""The widest that the words of the scale may be with their values: what they leave belongs to the columns."""
_VALUE: Final = 26.0
_BLANK_STRIPS = 6
_BLANK_PLACES = 8
_LEVELS: Final = (2, 1, 0, -1, -2)
_PLACE: Final = Style("semibold", 8.0, 10.0)


class Place(NamedTuple):
    """What is rated: a phase, or a step of one; its phase's number and colour."""

    name: str
    number: int
    colour: str


def emotion_strips(surface: Surface, content: Content, count: int | None = None) -> list[Sheet]:
    """A strip for each participant, as many on a sheet as are high enough.

    Args:
        surface: the paper.
        content: what is rated.
        count: of participants; where None those who are named, or six where nobody is.
    """
    paper = surface.at_hand
    shares = _shares(_places(content), paper)
    names = participants(content, count) or [""] * _BLANK_STRIPS
    strips = [(name, i, share) for name in names[:MOST_PARTICIPANTS] for i, share in enumerate(shares)]
    room = paper.room
    per_sheet = max(1, int((room.height + 6 * MM) / (_HEIGHT + 6 * MM)))
    pitch = room.height / per_sheet
    made: list[Sheet] = []
    for begin in range(0, len(strips), per_sheet):
        shapes: list[Primitive] = []
        for row, (name, part, share) in enumerate(strips[begin : begin + per_sheet]):
            place = Room(room.x, room.y + row * pitch, room.width, pitch - 8 * MM)
            shapes += _Strip(content, place, name, share, (part + 1, len(shares))).shapes()
            if row + 1 < per_sheet:
                shapes += _cut(paper, room.y + (row + 1) * pitch - 4 * MM)
        made.append(paper.sheet(shapes, title="" if made else content.words.t("Emotion strips"), level=0))
    return made


def _places(content: Content) -> list[Place]:
    """What is rated along the journey: steps where they have names, else phases; blank ones where there are none."""
    found: list[Place] = []
    for number, phase in enumerate(content.phases, start=1):
        steps = [step for step in content.steps.values() if step.phase == phase.id]
        named = [" ".join(step.name.split()) for step in steps]
        if any(named):
            found += [Place(name, number, phase.colour) for name in named]
        else:
            found.append(Place(" ".join(phase.name.split()), number, phase.colour))
    return found or [Place("", 0, "rule.strong")] * _BLANK_PLACES


def _shares(places: list[Place], surface: Surface) -> list[list[Place]]:
    """The places in even shares, each of which goes on one strip."""
    most = max(1, int((surface.room.width - _SCALE) / _NARROWEST))
    strips = -(-len(places) // most)
    least, more = divmod(len(places), strips)
    shares: list[list[Place]] = []
    at = 0
    for strip in range(strips):
        count = least + (strip < more)
        shares.append(places[at : at + count])
        at += count
    return shares


def _cut(surface: Surface, y: float) -> list[Primitive]:
    """Where to cut two strips apart."""
    edge = 4 * MM
    return [
        icon("scissors", edge, y - 5, 10, "secondary"),
        Line(edge + 14, y, surface.width - edge, y, "rule.strong", 0.5, (4.0, 4.0)),
    ]


class _Strip:
    """Draws one strip: whose it is, the words of the scale, and a column for each place."""

    def __init__(self, content: Content, room: Room, name: str, places: list[Place], part: tuple[int, int]) -> None:
        self._content = content
        self._words = content.words
        self._room = room
        self._name = name
        self._places = places
        self._part = part
        said = [terms.emotion(level, content.project, content.words) for level in _LEVELS]
        self._left = min(_SCALE, max(text_width(word, META.face, META.size) for word in said) + _VALUE + 1)

    def shapes(self) -> list[Primitive]:
        """All of the strip."""
        head = STRONG.line + HINT.line + 4
        body = Room(
            self._room.x + self._left, self._room.y + head, self._room.width - self._left, self._room.height - head
        )
        names = self._names(body)
        lines = Room(body.x, body.y + names[0], body.width, body.height - names[0] - 4)
        return [*self._head(), *names[1], *self._scale(lines), *self._columns(body)]

    def _head(self) -> list[Primitive]:
        room, words = self._room, self._words
        persona = self._content.persona
        guide = words.t("How does it feel for them? Put a dot in each column, then join the dots.")
        if persona is not None and persona.name.strip():
            guide = words.t(
                "How does it feel for {name}? Put a dot in each column, then join the dots.",
                name=" ".join(persona.name.split()),
            )
        number, count = self._part
        right = " ".join(self._content.title.split())
        right += f" · {number} / {count}" if count > 1 else ""
        right = elide(right, META.face, META.size, room.width * 0.45)
        label = f"{words.t('Name')}: "
        first = line_of(label, META, room.x, room.y + 1)
        shapes: list[Primitive] = [first, right_line_of(right, META, room.right, room.y + 1)]
        left = room.x + first.width + 4
        if self._name:
            said = elide(self._name, STRONG.face, STRONG.size, room.width * 0.5 - first.width)
            shapes.append(line_of(said, STRONG, left, room.y))
        else:
            shapes.append(Line(left, room.y + STRONG.line, room.x + room.width * 0.4, room.y + STRONG.line,
                               "rule.strong", 0.5))  # fmt: skip
        shapes.append(line_of(elide(guide, HINT.face, HINT.size, room.width), HINT, room.x, room.y + STRONG.line + 2))
        return shapes

    def _width(self, body: Room) -> float:
        return body.width / len(self._places)

    def _names(self, body: Room) -> tuple[float, list[Primitive]]:
        """The names above their columns, and how high they are: at most three lines, and all as high as the highest."""
        width = self._width(body)
        columns = []
        for i, place in enumerate(self._places):
            before = self._places[i - 1].number if i else 0
            number = f"{place.number} " if place.number and place.number != before else ""
            said = f"{number}{place.name}" or "…"
            columns.append(paragraph(said, _PLACE, width - 4, self._words.language, max_lines=3))
        height = max(map(height_of, columns), default=0.0) + 5
        shapes: list[Primitive] = []
        for i, (place, pieces) in enumerate(zip(self._places, columns, strict=True)):
            x = body.x + i * width
            shapes.append(Rect(x + 0.5, body.y, width - 1, 2.5, fill=place.colour))
            shapes += stacked(pieces, x + 2, body.y + 4)
        return height + 3, shapes

    def _scale(self, lines: Room) -> list[Primitive]:
        """A line for each word of the scale, the middle one stronger."""
        shapes: list[Primitive] = []
        distance = lines.height / len(_LEVELS)
        for i, level in enumerate(_LEVELS):
            y = lines.y + (i + 0.5) * distance
            word = terms.emotion(level, self._content.project, self._words)
            value = self._words.signed(level)
            said = elide(word, META.face, META.size, self._left - _VALUE)
            shapes += [
                line_of(said, META, self._room.x, y - META.line / 2),
                right_line_of(value, _PLACE, lines.x - 5, y - _PLACE.line / 2),
                Line(lines.x, y, lines.right, y, "rule.strong" if level == 0 else "rule.zero", 0.6),
            ]
        return shapes

    def _columns(self, body: Room) -> list[Primitive]:
        width = self._width(body)
        return [
            Line(body.x + i * width, body.y, body.x + i * width, body.bottom, "rule", 0.6)
            for i in range(len(self._places) + 1)
        ]
