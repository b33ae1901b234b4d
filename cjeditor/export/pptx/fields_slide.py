"""A map too large for a slide: each card is a field with its number where the map has it, in the colour of its emotion.

Names of phases and lanes keep a size that can be read; the slides of the phases have the texts of the cards.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from cjeditor.analysis.ratings import felt
from cjeditor.catalogue import terms
from cjeditor.export.card_words import called, sentence_about
from cjeditor.export.content import Content, phase_title
from cjeditor.export.plain_text import one_line
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, SMALLEST, TITLE_HEIGHT, TITLE_TOP, WIDTH
from cjeditor.export.pptx.fitting import cut
from cjeditor.export.pptx.ink import NOTHING, Ink, Place
from cjeditor.export.pptx.link_shapes import draw_link_shape
from cjeditor.export.pptx.shapes import Box, Insets, Named, Pen
from cjeditor.layout.arrangement import Arrangement, CardBox, LaneBox, PhaseBox
from cjeditor.layout.curve import draw_curve, tone
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Path
from cjeditor.layout.theme import note_style
from cjeditor.layout.whole_map import Drawing
from cjeditor.model.cards import Touchpoint

_TOP: Final = TITLE_TOP + TITLE_HEIGHT + 10.0
_BOTTOM: Final = HEIGHT - 62.0
_NAMES: Final = 150.0
"""What the names of lanes take at the left."""
_HEAD: Final = 44.0
_BAND: Final = 4.0
_LINE: Final = SMALLEST * 1.2
_LARGEST: Final = 1.0
_STRETCHED: Final = 2.5
"""A high map is stretched in width up to this: fields need room for their numbers, not the shape of cards."""
_NARROWEST: Final = 56.0
"""Where the name of a phase has room for a word."""
_PADDING: Final = 5.0
_ROUND: Final = 3.0


def draw_fields(ink: Ink, arrangement: Arrangement, drawing: Drawing, subject: Content) -> None:
    """Put the map on a slide as fields, and below it what they mean."""
    _Fields(ink, arrangement, drawing, subject).draw()


class _Fields:
    def __init__(self, ink: Ink, arrangement: Arrangement, drawing: Drawing, subject: Content) -> None:
        self._ink = ink
        self._arrangement = arrangement
        self._cards = drawing.cards
        self._subject = subject
        self._lanes = lanes = _shown(arrangement)
        columns = arrangement.columns
        left, top = (columns[0].x if columns else 0.0), (lanes[0].y if lanes else 0.0)
        self._width = columns[-1].x + columns[-1].width - left if columns else 0.0
        height = lanes[-1].y + lanes[-1].height - top if lanes else 0.0
        room = (WIDTH - 2 * MARGIN - _NAMES, _BOTTOM - _TOP - _HEAD)
        widest = room[0] / max(self._width, 1.0)
        scale = min(_LARGEST, widest, room[1] / max(height, 1.0))
        across = min(widest, scale * _STRETCHED)
        self._left = left
        self._body = Place(MARGIN + _NAMES - left * across, _TOP + _HEAD - top * scale, scale, across)
        self._numbers: dict[str, int] = {}
        """Of the shapes that connectors are glued to, by the id of the card."""

    def draw(self) -> None:
        """Put all of it on the slide: headers, then what lies beneath the fields, then these."""
        for phase in self._arrangement.phases:
            self._phase(phase)
        for lane in self._lanes:
            self._lane(lane)
        self._lines()
        beneath = self._ink.here()
        for _x, _y, box in self._cards:
            self._field(box)
        words = self._subject.words
        for link in self._arrangement.links.values():
            draw_link_shape(beneath, link, self._body, self._numbers, words, least=1.0)
        said = words.t(
            "Each field is a card with its number, in the colour of its emotion or of its kind; a thick edge is a "
            "moment of truth. What the cards say stands on the slides of the phases."
        )
        room = Box(MARGIN, _BOTTOM + 6.0, WIDTH - 2 * MARGIN, _LINE)
        shown = cut(said, "regular", SMALLEST, room.width, 1)
        self._ink.box(room, [self._ink.run(shown, SMALLEST, "secondary", line=_LINE)])

    def _phase(self, box: PhaseBox) -> None:
        words = self._subject.words
        title = phase_title(box.number, box.phase, words)
        left, top = self._body.point(box.x, 0)[0], _TOP
        place = Box(left + 1, top, max(1.0, box.width * self._body.across - 2), _HEAD - 6)
        whole, room = one_line(title), place.width - 2 * _PADDING
        has_name = room >= _NARROWEST and cut(whole, "bold", SMALLEST, room, 2) == whole
        shown = whole if has_name else str(box.number)
        if not has_name and text_width(shown, "bold", SMALLEST) > place.width:
            shown = ""
        inset = Insets(_PADDING, _BAND, _PADDING, 0) if has_name else Insets(0, _BAND, 0, 0)
        align = "l" if has_name else "ctr"
        runs = [self._ink.run(shown, SMALLEST, bold=True, line=_LINE, align=align)] if shown else []
        named = Named(words.t("Phase {name}", name=title), one_line(f"{title}. {box.phase.description}"))
        self._ink.box(place, runs, named, fill=f"tint:{box.phase.colour}", insets=inset, anchor="ctr")
        self._ink.box(place._replace(height=_BAND), fill=f"band:{box.phase.colour}")

    def _lane(self, box: LaneBox) -> None:
        lane, words = box.lane, self._subject.words
        name = one_line(lane.name) or words.t("Unnamed lane")
        y, height = self._body.point(0, box.y)[1], box.height * self._body.scale
        right = self._body.point(self._left + self._width, 0)[0]
        lines = min(3, int(height // _LINE))
        runs = []
        if lines:
            shown = cut(name, "bold", SMALLEST, _NAMES - 10, lines)
            runs = [self._ink.run(shown, SMALLEST, bold=lane.kind != "separator", line=_LINE)]
        about = f"{name}. {lane.question}. {terms.lane_kind(lane.kind, words)}"
        place = Box(MARGIN, y, _NAMES - 8, max(height, 1.0))
        self._ink.box(place, runs, Named(words.t("Lane {name}", name=name), about), anchor="ctr")
        if lane.kind == "separator":
            middle = y + height / 2
            pen = self._ink.pen("rule.strong", 1.0, (5, 4))
            self._ink.connector(((MARGIN + _NAMES, middle), (right, middle)), NOTHING, pen)
        else:
            self._ink.connector(((MARGIN, y + height), (right, y + height)), NOTHING, self._ink.pen("rule", 1.0))

    def _lines(self) -> None:
        """Where phases begin, and the curve."""
        arrangement, words = self._arrangement, self._subject.words
        if self._lanes:
            first, last = self._lanes[0], self._lanes[-1]
            for box in arrangement.phases[1:]:
                ends = (self._body.point(box.x, first.y), self._body.point(box.x, last.y + last.height))
                self._ink.connector(ends, NOTHING, self._ink.pen("rule", 1.0))
        for curve in arrangement.curves:
            lane = arrangement.lane_of(curve.lane)
            shapes = [one for one in draw_curve(curve, arrangement.width, words) if isinstance(one, Path | Line)]
            if lane is not None and shapes:
                area = self._body.box(self._left, lane.y, self._width, lane.height)
                group = self._ink.group(area, Named(words.t("Emotion curve"), self._curve_in_words()))
                group.drawing(shapes, self._body)

    def _curve_in_words(self) -> str:
        words = self._subject.words
        points = chain.from_iterable(curve.points for curve in self._arrangement.curves)
        return ", ".join(f"{one.number}: {words.signed(one.emotion)}" for one in points if one.emotion is not None)

    def _field(self, box: CardBox) -> None:
        card = box.record
        place = self._body.box(box.x, box.y, box.width, box.height)
        fill, colour, pen = "card", "text", self._ink.pen("card.border")
        said = [str(card.number)]
        if isinstance(card, Touchpoint):
            emotion = felt(card)
            if emotion is not None:
                fill, colour, pen = tone(emotion), "on.emotion", self._ink.pen("")
                said.insert(0, f"{card.number} · {self._subject.words.signed(emotion)}")
            if card.moment_of_truth:
                pen = self._ink.pen("star", min(3.0, place.height / 3))
        else:
            style = note_style(card.kind)
            fill, pen = f"note.{style}", self._ink.pen(f"edge.{style}")
        self._numbers[box.id] = self._put(box, place, fill, colour, pen, said)

    def _put(self, box: CardBox, place: Box, fill: str, colour: str, pen: Pen, said: list[str]) -> int:
        """A field with the first of some texts that has room in it, if one has."""
        fits = (
            one for one in said if text_width(one, "bold", SMALLEST) <= place.width - 4 and place.height >= SMALLEST
        )
        shown = next(fits, "")
        runs = [self._ink.run(shown, SMALLEST, colour, bold=True, line=SMALLEST, align="ctr")] if shown else []
        named = Named(called(box.record, self._subject), sentence_about(box.record, self._subject))
        radius = min(_ROUND, place.height / 4)
        return self._ink.box(place, runs, named, fill=fill, pen=pen, radius=radius, anchor="ctr")


def _shown(arrangement: Arrangement) -> tuple[LaneBox, ...]:
    """The lanes from the first to the last that holds cards or a curve: others say nothing without their texts."""
    held = {lane for (_step, lane), boxes in arrangement.cells.items() if boxes}
    held |= {curve.lane for curve in arrangement.curves}
    count = max((i for i, box in enumerate(arrangement.lanes, start=1) if box.lane.id in held), default=0)
    return arrangement.lanes[:count] if count else arrangement.lanes
