"""The persona sheet: one page to draw up the person whose journey it is, with the project's own channels and traits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cjeditor.catalogue.persona_types import persona_types
from cjeditor.export.content import Content
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.surface import GUIDE, HINT, MM, Room, Surface, ends
from cjeditor.export.pdf.writing import RULING, boxed, ruled
from cjeditor.export.typeset import (
    HEADING,
    META,
    SUBHEADING,
    Piece,
    height_of,
    line_of,
    paragraph,
    right_line_of,
    space,
    stacked,
)
from cjeditor.layout.breaking import elide
from cjeditor.layout.primitives import Line, Primitive, Rect, circle
from cjeditor.texts import N_, Texts

_GAP: Final = 9.0 * MM
_PORTRAIT: Final = 42.0 * MM
_CHANNELS = 8
_TRAITS = 4
_SLIDER = 24.0
_POLES: Final = (
    (N_("plans ahead"), N_("decides on the spot")),
    (N_("looks at the price"), N_("looks at quality")),
    (N_("finds out alone"), N_("wants advice")),
    (N_("at home online"), N_("prefers people")),
)
"""Traits between two poles, for projects whose personas have none."""


class _Block(NamedTuple):
    """A field of the sheet: what it is called, what it asks, and how an answer may read."""

    title: str
    question: str
    example: str


_BLOCKS: Final = (
    _Block(
        N_("About the person"),
        N_("Age, home, work: what of it matters for this journey?"),
        N_("For example: 34, two children, rents in town"),
    ),
    _Block(
        N_("Goals"),
        N_("What do they want to have achieved at the end?"),
        N_("For example: move in before school begins"),
    ),
    _Block(
        N_("Needs"),
        N_("What must be given so that they go on?"),
        N_("For example: one person to ask, answers within a day"),
    ),
    _Block(
        N_("Frustrations"),
        N_("What holds them back, what have they had enough of?"),
        N_("For example: the same form for the third time"),
    ),
)


def persona_sheets(surface: Surface, content: Content) -> list[Sheet]:
    """The persona sheet, one page."""
    paper = surface.at_hand
    shapes = _Sheet(paper, content).shapes()
    return [paper.sheet(shapes, title=content.words.t("Persona sheet"), level=0)]


class _Sheet:
    """Draws the sheet: head, then three columns on paper that lies, two on paper that stands."""

    def __init__(self, surface: Surface, content: Content) -> None:
        self._content = content
        self._words = content.words
        self._room = surface.room
        self._wide = surface.width > surface.height

    def shapes(self) -> list[Primitive]:
        """All that lies on the sheet."""
        room, words = self._room, self._words
        title = words.t("Whose journey is it?")
        guide = words.t("Draw one person whom all of you know, not an average. Mark what nobody knows for certain.")
        shapes: list[Primitive] = [
            *ends(words.t("Persona sheet"), " ".join(self._content.title.split()), room, room.y, strong=True),
            line_of(title, HEADING, room.x, room.y + 14),
        ]
        lines = paragraph(guide, GUIDE, room.width, words.language, max_lines=2)
        shapes += stacked(lines, room.x, room.y + 14 + HEADING.line)
        top = room.y + 14 + HEADING.line + height_of(lines) + 14
        count = 3 if self._wide else 2
        width = (room.width - _GAP * (count - 1)) / count
        columns = [Room(room.x + i * (width + _GAP), top, width, room.bottom - top) for i in range(count)]
        return [*shapes, *(shape for i, one in enumerate(columns) for shape in self._column(i, one))]

    def _column(self, at: int, room: Room) -> list[Primitive]:
        if at == 0:
            shapes = self._portrait(room)
            below = Room(room.x, room.y + _PORTRAIT + 16, room.width, room.height - _PORTRAIT - 16)
            if self._wide:
                return [*shapes, *self._blocks(_BLOCKS[:1], below)]
            return [*shapes, *self._blocks(_BLOCKS, below)]
        if at == 1 and self._wide:
            return self._blocks(_BLOCKS[1:], room)
        return self._choices(room)

    def _portrait(self, room: Room) -> list[Primitive]:
        """A frame for a face; beside it name and quote."""
        words = self._words
        left = room.x + _PORTRAIT + 12
        width = room.right - left
        side = _PORTRAIT
        middle = room.x + side / 2
        shapes: list[Primitive] = [
            Rect(room.x, room.y, side, side, stroke="rule.strong", stroke_width=0.7, radius=6.0),
            circle(middle, room.y + side * 0.44, side * 0.2, stroke="rule.zero", stroke_width=0.8),
        ]
        draw = words.t("Draw a face")
        shapes.append(line_of(draw, META, middle - line_of(draw, META, 0, 0).width / 2, room.y + side - 16))
        y = room.y
        for title, lines in ((words.t("Name"), 1), (words.t("Quote"), 2)):
            pieces = (*paragraph(title, SUBHEADING, width, words.language), *ruled(width, lines))
            shapes += stacked(pieces, left, y)
            y += height_of(pieces) + 10
        return shapes

    def _blocks(self, blocks: Sequence[_Block], room: Room) -> list[Primitive]:
        """Fields below each other that share the height, ruled to their end."""
        words = self._words
        share = (room.height - 12 * (len(blocks) - 1)) / len(blocks)
        shapes: list[Primitive] = []
        for i, block in enumerate(blocks):
            y = room.y + i * (share + 12)
            head = _headed(words.t(block.title), words.t(block.question), words.t(block.example), room.width, words)
            lines = max(1, int((share - height_of(head)) / RULING))
            shapes += stacked((*head, *ruled(room.width, lines)), room.x, y)
        return shapes

    def _choices(self, room: Room) -> list[Primitive]:
        """What is ticked and marked: the type of buyer, traits between poles, channels."""
        words, width = self._words, room.width
        language = words.language
        pieces: list[Piece] = list(_headed(words.t("Type"), words.t("How do they buy?"), "", width, words))
        for one in persona_types():
            pieces += [*boxed(one.name.in_language(language), width, language), space(3)]
        pieces.append(space(12))
        pieces += _headed(words.t("Traits"), words.t("Put a cross where they stand."), "", width, words)
        pieces += [_slider(left, right, width) for left, right in self._poles()]
        pieces.append(space(12))
        pieces += _headed(words.t("Channels"), words.t("Where do they look, ask and buy?"), "", width, words)
        names = [" ".join(one.name.split()) for one in self._content.channels.values() if one.name.strip()]
        for name in names[:_CHANNELS]:
            pieces += [*boxed(elide(name, "regular", 9.5, width - 24), width, language), space(3)]
        left = room.height - height_of(tuple(pieces))
        pieces += ruled(width, max(1, int(left / RULING)))
        return stacked(tuple(pieces), room.x, room.y)

    def _poles(self) -> list[tuple[str, str]]:
        """The traits of the project's personas, the lead's first; ours where there are none."""
        own = [self._content.persona, *self._content.personas.values()]
        found = {
            (slider.left.strip(), slider.right.strip()): None
            for persona in own
            if persona is not None
            for slider in persona.sliders
            if slider.left.strip() and slider.right.strip()
        }
        return list(found)[:_TRAITS] or [(self._words.t(left), self._words.t(right)) for left, right in _POLES]


def _headed(title: str, question: str, example: str, width: float, words: Texts) -> tuple[Piece, ...]:
    return (
        *paragraph(title, SUBHEADING, width, words.language),
        *paragraph(question, META, width, words.language),
        *paragraph(example, HINT, width, words.language),
        space(2),
    )


def _slider(left: str, right: str, width: float) -> Piece:
    """A line from one pole to the other, with five marks."""
    half = width / 2 - 6
    y = META.line + 6
    marks = [Line(width * i / 4, y - 3, width * i / 4, y + 3, "rule.strong", 0.7) for i in range(5)]
    return Piece(
        _SLIDER + 4,
        (
            line_of(elide(left, META.face, META.size, half), META, 0, 0),
            right_line_of(elide(right, META.face, META.size, half), META, width, 0),
            Line(0, y, width, y, "rule.strong", 0.7),
            *marks,
        ),
    )
