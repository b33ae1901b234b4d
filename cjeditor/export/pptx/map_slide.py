"""The slide with the whole map: phases, lanes, cards and curve as native shapes where the layout has them."""

from __future__ import annotations

from itertools import chain
from typing import Final

from cjeditor.catalogue import terms
from cjeditor.export.card_parts import CardParts, Words, parts_of
from cjeditor.export.card_words import called, sentence_about
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, TITLE_HEIGHT, TITLE_TOP, WIDTH
from cjeditor.export.pptx.fields_slide import draw_fields
from cjeditor.export.pptx.fitting import cut, lines_of
from cjeditor.export.pptx.ink import NOTHING, Ink, Place
from cjeditor.export.pptx.link_shapes import draw_link_shape
from cjeditor.export.pptx.shapes import Insets, Named, Run
from cjeditor.layout.arrangement import Arrangement, CardBox, LaneBox, LinkBox, PhaseBox
from cjeditor.layout.curve import draw_curve
from cjeditor.layout.draw_headers import BAND, STEP_HEADER_HEIGHT
from cjeditor.layout.draw_links import draw_link, draw_name_over
from cjeditor.layout.metrics import (
    META_LINE,
    META_SIZE,
    PHASE_LINE,
    PHASE_SIZE,
    SMALLEST_TEXT,
    TITLE_LINE,
    TITLE_SIZE,
)
from cjeditor.layout.whole_map import Drawing, lane_contents

_TOP: Final = TITLE_TOP + TITLE_HEIGHT + 10.0
_BOTTOM: Final = HEIGHT - 30.0
_LARGEST: Final = 1.5
"""A small map is not blown up further."""
_READABLE: Final = 9.0
"""Points: with smaller text a card is a field with its number."""
_SMALLER: Final = (1.0, 0.96, 0.92, 0.88)
"""A card's text is set somewhat smaller rather than shortened."""
_GAP: Final = 4.0
"""Between a phase's header and the edges of its columns."""


def place_of(drawing: Drawing) -> Place:
    """Where the map lies on its slide."""
    room = (WIDTH - 2 * MARGIN, _BOTTOM - _TOP)
    scale = min(_LARGEST, room[0] / max(drawing.width, 1.0), room[1] / max(drawing.height, 1.0))
    return Place((WIDTH - drawing.width * scale) / 2, _TOP, scale)


def draw_map_slide(ink: Ink, arrangement: Arrangement, drawing: Drawing, subject: Content) -> None:
    """Put the whole map on a slide: with its texts where they can be read, else each card as a field in its place."""
    if SMALLEST_TEXT * place_of(drawing).scale * 0.75 >= _READABLE:
        _MapSlide(ink, arrangement, drawing, subject).draw()
    else:
        draw_fields(ink, arrangement, drawing, subject)


class _MapSlide:
    def __init__(self, ink: Ink, arrangement: Arrangement, drawing: Drawing, subject: Content) -> None:
        self._ink = ink
        self._arrangement = arrangement
        self._drawing = drawing
        self._subject = subject
        self._place = place_of(drawing)
        left, top, _width, _height = drawing.body
        first = arrangement.columns[0].x if arrangement.columns else 0.0
        self._body = self._place.moved(left - first, top - (arrangement.lanes[0].y if arrangement.lanes else 0.0))
        self._numbers: dict[str, int] = {}
        """Of the shapes that connectors are glued to, by the id of the card."""

    def draw(self) -> None:
        for phase in self._arrangement.phases:
            self._phase(phase)
        self._steps()
        self._corner()
        for lane in self._arrangement.lanes:
            self._lane(lane)
        self._lines()
        # Lines lie beneath the cards, and are made after them: they are glued to them.
        beneath = self._ink.here()
        for _x, _y, box in self._drawing.cards:
            self._card(box)
        for link in self._arrangement.links.values():
            self._link(link, beneath)

    def _phase(self, box: PhaseBox) -> None:
        words, scale = self._subject.words, self._place.scale
        x = box.x + self._left() + _GAP
        width = max(1.0, box.width - 2 * _GAP)
        height = self._arrangement.phase_header_height
        title = phase_title(box.number, box.phase, words)
        lines = max(1, int((height - BAND - 8) // PHASE_LINE))
        shown = cut(title, "bold", PHASE_SIZE, max(1.0, width - 16), lines)
        runs = [self._ink.run(shown, PHASE_SIZE * scale, bold=True, line=PHASE_LINE * scale)]
        if (
            box.phase.duration
            and height - BAND - 8 - lines_of(shown, "bold", PHASE_SIZE, width - 16) * PHASE_LINE >= 16
        ):
            told = cut(" ".join(box.phase.duration.split()), "regular", META_SIZE, max(1.0, width - 16), 1)
            runs.append(self._ink.run(told, META_SIZE * scale, "secondary", line=META_LINE * scale))
        said = " ".join(f"{title}. {box.phase.description}".split())
        named = Named(words.t("Phase {name}", name=title), said)
        place = self._place.box(x, 0, width, height)
        inset = Insets(8 * scale, (BAND + 6) * scale, 8 * scale, 0)
        self._ink.box(place, runs, named, fill=f"tint:{box.phase.colour}", insets=inset)
        self._ink.box(self._place.box(x, 0, width, BAND), fill=f"band:{box.phase.colour}")

    def _steps(self) -> None:
        scale = self._place.scale
        y = self._arrangement.header_height - STEP_HEADER_HEIGHT
        for column in self._arrangement.columns:
            if column.named:
                size = META_SIZE + 1
                name = cut(" ".join(column.step.name.split()) or "–", "medium", size, column.width - 16, 1)
                place = self._place.box(column.x + self._left(), y, column.width, STEP_HEADER_HEIGHT)
                run = self._ink.run(name, size * scale, "secondary")
                self._ink.box(place, [run], anchor="ctr", insets=Insets(12 * scale, 0, 4 * scale, 0))

    def _corner(self) -> None:
        persona = self._arrangement.persona
        if persona is None:
            return
        width, height, scale = self._arrangement.lane_header_width, self._arrangement.header_height, self._place.scale
        name = " ".join(persona.name.split()) or self._subject.words.t("Unnamed persona")
        most = max(1, int((height - META_LINE) // TITLE_LINE))
        shown = cut(name, "semibold", TITLE_SIZE, width - 20, most)
        runs = [self._ink.run(shown, TITLE_SIZE * scale, bold=True, line=TITLE_LINE * scale)]
        if persona.type.strip():
            kind = cut(" ".join(persona.type.split()), "regular", META_SIZE, width - 20, 1)
            runs.append(self._ink.run(kind, META_SIZE * scale, "secondary", line=META_LINE * scale))
        named = Named(self._subject.words.t("Persona"), f"{name}. {persona.type}")
        self._ink.box(self._place.box(0, 0, width, height), runs, named, anchor="ctr", insets=Insets(12 * scale))

    def _lane(self, box: LaneBox) -> None:
        lane, scale, words = box.lane, self._place.scale, self._subject.words
        y, width = box.y + self._top(), self._drawing.width
        header = self._arrangement.lane_header_width
        name = " ".join(lane.name.split()) or words.t("Unnamed lane")
        size, line = (META_SIZE, META_LINE) if lane.kind == "separator" else (TITLE_SIZE, TITLE_LINE)
        most = max(1, min(3, int(box.height // line)))
        shown = cut(name, "bold", size, header - 20, most)
        runs = [self._ink.run(shown, size * scale, bold=lane.kind != "separator", line=line * scale)]
        left = int((box.height - 10 - lines_of(shown, "bold", size, header - 20) * line) // META_LINE)
        if lane.question.strip() and left > 0 and lane.kind != "separator":
            asked = cut(" ".join(lane.question.split()), "regular", META_SIZE, header - 20, min(3, left))
            runs.append(self._ink.run(asked, META_SIZE * scale, "secondary", line=META_LINE * scale))
        low = box.height < line * most + 16
        inset = Insets(12 * scale, 0 if low else 8 * scale, 8 * scale, 0)
        named = Named(
            words.t("Lane {name}", name=name), f"{name}. {lane.question}. {terms.lane_kind(lane.kind, words)}"
        )
        self._ink.box(
            self._place.box(0, y, header, box.height), runs, named, insets=inset, anchor="ctr" if low else "t"
        )
        if lane.kind == "separator":
            middle = y + box.height / 2
            ends = (self._place.point(header, middle), self._place.point(width, middle))
            self._ink.connector(ends, NOTHING, self._ink.pen("rule.strong", 1.2 * scale, (5 * scale, 4 * scale)))
        else:
            ends = (self._place.point(0, y + box.height), self._place.point(width, y + box.height))
            self._ink.connector(ends, NOTHING, self._ink.pen("rule", scale))

    def _lines(self) -> None:
        """What runs across the lanes: where phases begin, curves, channels, durations."""
        arrangement, words, scale = self._arrangement, self._subject.words, self._place.scale
        if arrangement.lanes:
            last = arrangement.lanes[-1]
            for box in arrangement.phases[1:]:
                ends = (self._body.point(box.x, arrangement.lanes[0].y), self._body.point(box.x, last.y + last.height))
                self._ink.connector(ends, NOTHING, self._ink.pen("rule", scale))
        for curve in arrangement.curves:
            lane = arrangement.lane_of(curve.lane)
            shapes = draw_curve(curve, arrangement.width, words)
            if lane is not None and shapes:
                area = self._body.box(0, lane.y, arrangement.width, lane.height)
                group = self._ink.group(area, Named(words.t("Emotion curve"), self._curve_in_words()))
                group.drawing(shapes, self._body)
        left = arrangement.columns[0].x if arrangement.columns else 0.0
        right = arrangement.columns[-1].x + arrangement.columns[-1].width if arrangement.columns else 0.0
        lanes = {box.lane.id for box in arrangement.lanes}
        self._ink.drawing(lane_contents(arrangement, lanes, left, right, words), self._body)

    def _curve_in_words(self) -> str:
        words = self._subject.words
        points = chain.from_iterable(curve.points for curve in self._arrangement.curves)
        return ", ".join(f"{one.number}: {words.signed(one.emotion)}" for one in points if one.emotion is not None)

    def _card(self, box: CardBox) -> None:
        place = self._body.moved(box.x, box.y)
        parts = parts_of(box)
        card = box.record
        named = Named(called(card, self._subject), sentence_about(card, self._subject))
        group = self._ink.group(place.box(0, 0, box.width, box.height), named)
        self._numbers[box.id] = self._ground(group, parts, place, box)
        group.drawing(parts.rest, place)

    def _ground(self, ink: Ink, parts: CardParts, place: Place, box: CardBox) -> int:
        """The card's own rectangle, which holds its text."""
        ground, scale = parts.ground, place.scale
        area = place.box(ground.x, ground.y, ground.width, ground.height)
        pen = ink.pen(ground.stroke, ground.stroke_width * scale, tuple(one * scale for one in ground.dash))
        runs, inset = [], Insets()
        if parts.words is not None:
            found = parts.words
            runs = [_text(ink, found, scale)]
            right = max(0.0, box.width - found.x - found.width - ground.x)
            inset = Insets((found.x - ground.x) * scale, (found.y - ground.y) * scale, right * scale, 0)
        radius = ground.radius * scale
        name = Named(self._subject.words.t("Card {number}", number=box.record.number))
        return ink.box(area, runs, name, fill=ground.fill, pen=pen, radius=radius, insets=inset)

    def _link(self, box: LinkBox, beneath: Ink) -> None:
        draw_link_shape(beneath, box, self._body, self._numbers, self._subject.words)
        beneath.drawing(draw_link(box, named=True)[len(draw_link(box)) :], self._body)
        self._ink.drawing(draw_name_over(box), self._body)

    def _left(self) -> float:
        """How far the body's columns lie from the drawing's left edge."""
        return (self._body.x - self._place.x) / self._place.scale

    def _top(self) -> float:
        return (self._body.y - self._place.y) / self._place.scale


def _text(ink: Ink, found: Words, scale: float) -> Run:
    """The card's text in the lines that the layout gave it, somewhat smaller where they do not hyphenate there."""
    line = found.line * scale
    for share in _SMALLER:
        size = found.size * share
        if lines_of(found.text, found.face, size, found.width) <= found.lines:
            return ink.run(found.text, size * scale, line=line)
    shown = cut(found.text, found.face, found.size, found.width, found.lines)
    return ink.run(shown, found.size * scale, line=line)
