"""The loyalty loop of a map: phases on a ring, touchpoints along it, their emotion as the distance from the middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cjeditor.analysis.loop import Loop, Stop, loop_of
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.chips import named
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.charts.loop_names import Names, beside, listing, numbers_in
from cjeditor.layout.charts.loop_numbers import numbers
from cjeditor.layout.charts.loop_places import (
    LEVELS,
    MARK,
    RING,
    SMALLEST_WITH_NUMBER,
    TRACK,
    Places,
    Reach,
    places,
)
from cjeditor.layout.charts.rings import Centre, length_of, ring_line, sector
from cjeditor.layout.curve import tone
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Close, LineTo, Move, Path, Primitive, circle
from cjeditor.model.fields import LoyaltyKind
from cjeditor.model.journey_map import Phase
from cjeditor.texts import N_, Texts

_NOTHING = N_("The map has no touchpoint yet; the loop goes through them.")
_LARGEST, _SMALLEST = 300.0, 150.0
"""The radius of the ring, by the room there is."""
_NAMES = 120.0
"""What the names of phases beside the ring take on either side."""
_NARROW = 620.0
_HUGEST = 560.0
"""However many touchpoints there are: the loop should still be seen at once on a large screen."""
_TRIES = 3
"""A smaller ring has room for fewer names, which makes the list longer."""
_LARGER = 20.0
"""By how much the ring grows at a time until points can hold their numbers."""
_MARKS: dict[LoyaltyKind, str] = {"emotional": "heart", "transactional": "percent"}
_MOST_NAMED = 4


def drawn(subject: Subject, width: float) -> Drawn:
    """The ring and what it says; without a touchpoint only that."""
    words = subject.words
    loop = loop_of(subject.journey)
    if not loop.stops:
        return Drawn((words.t(_NOTHING),))
    return Drawn(sentences(loop, words), (_chart(loop, width, subject.tallest, words),))


def _chart(loop: Loop, width: float, tallest: float, words: Texts) -> Chart:
    """The ring, smaller where names are listed below it and both should go on a page."""
    room = tallest
    chart = _Ring(loop, width, room, words).chart()
    for _again in range(_TRIES):
        if not tallest or chart.height <= tallest:
            break
        room = max(1.0, room - (chart.height - tallest))
        chart = _Ring(loop, width, room, words).chart()
    return chart


def sentences(loop: Loop, words: Texts) -> tuple[str, ...]:
    """What ties people, what that rests on, where they feel worst, and how the loop closes."""
    emotional, transactional = loop.ties("emotional"), loop.ties("transactional")
    said = []
    if emotional:
        said.append(words.t("Emotional loyalty comes from: {cards}.", cards=_listed(emotional, words)))
    if transactional:
        said.append(words.t("Transactional loyalty comes from: {cards}.", cards=_listed(transactional, words)))
    if transactional and not emotional:
        said.append(words.t("Only advantages tie customers here: whoever offers a greater one takes them away."))
    if not transactional and not emotional:
        said.append(words.t("No touchpoint is marked as tying customers. Mark them in the properties."))
    lowest = loop.lowest
    if lowest is not None and lowest.emotion is not None and lowest.emotion < 0:
        said.append(
            words.t(
                "The lowest point is {card} ({value}), in “{phase}”.",
                card=named(lowest.card, words),
                value=words.signed(lowest.emotion),
                phase=_name(lowest.phase, words),
            )
        )
    if loop.closing is not None:
        last, first = loop.closing
        said.append(
            words.t(
                "The loop ends at {last} and begins again at {first}.",
                last=words.signed(last.emotion or 0),
                first=words.signed(first.emotion or 0),
            )
        )
    return tuple(said)


def _listed(stops: Sequence[Stop], words: Texts) -> str:
    shown = ", ".join(named(one.card, words) for one in stops[:_MOST_NAMED])
    rest = len(stops) - _MOST_NAMED
    return words.tn("{shown} and {n} more", "{shown} and {n} more", rest, shown=shown) if rest > 0 else shown


def _name(phase: Phase, words: Texts) -> str:
    return " ".join(phase.name.split()) or words.t("Unnamed phase")


def _roomy(loop: Loop, most: float, largest: float) -> tuple[float, Places]:
    """The radius of the ring, and what lies in it: larger than usual only where points would else be too small."""
    radius = min(most, _LARGEST)
    found = places(loop, radius)
    while found.point < SMALLEST_WITH_NUMBER and radius < min(most, largest):
        radius = min(most, largest, radius + _LARGER)
        found = places(loop, radius)
    return radius, found


class _Ring:
    """Draws the ring of one loop."""

    def __init__(self, loop: Loop, width: float, tallest: float, words: Texts) -> None:
        self._loop = loop
        self._words = words
        self._width = width
        self._beside = width >= _NARROW
        margin = _NAMES if self._beside else 8.0
        top = 2 * SMALL_LINE + 8 if self._beside else 8.0
        room = (tallest - 2 * top - 2 * SMALL_LINE) / 2
        most = min(width / 2 - margin, room) if tallest else width / 2 - margin
        # Many points need a larger ring, where there is room for one.
        self._radius, self._places = _roomy(loop, max(_SMALLEST, most), _LARGEST if tallest else _HUGEST)
        self._reach = Reach(self._radius)
        self._starts = self._places.starts
        self._middles = [(start + end) / 2 for start, end in pairwise(self._starts)]
        self._centre = Centre(width / 2, self._radius + top)

    def chart(self) -> Chart:
        """The ring, the key below it, and the numbers as a table."""
        shapes: list[Primitive] = [*self._levels(), *self._phases(), *self._way()]
        spots = self._phase_spots()
        for stop, angle in self._places.angles:
            shapes += self._stop(stop, angle)
            spots.append(self._spot(stop, angle))
        shapes += self._numbers()
        bottom = self._centre.y + self._radius + (2 * SMALL_LINE + 10 if self._beside else 10.0)
        key, height = self._key(bottom)
        names = self._names()
        listed, more = listing(names.listed, bottom + height, self._width, self._words.language)
        shapes += [*names.shapes, *key, *listed]
        return Chart(self._width, bottom + height + more, tuple(shapes), tuple(spots), self._table())

    def _levels(self) -> list[Primitive]:
        """The circles of the best, the neutral and the worst emotion, with their values at the top."""
        shapes: list[Primitive] = []
        for level in LEVELS:
            radius = self._reach.distance(level)
            gap = min(40.0, 12 / max(1.0, length_of(radius, 1)))
            style = "rule.zero" if level == 0 else "rule.strong"
            shapes.append(ring_line(self._centre, radius, gap, 360 - gap, style, () if level == 0 else (2.0, 3.0)))
            top = self._centre.y - radius - SMALL_LINE / 2
            shapes.append(label(self._words.signed(level), self._centre.x, top, colour="secondary", align="middle"))
        return shapes

    def _phases(self) -> list[Primitive]:
        """The sectors of the ring with the phases' numbers in them, and the closing arrow."""
        shapes: list[Primitive] = []
        for at, phase in enumerate(self._loop.phases):
            start, end = self._starts[at] + 0.4, self._starts[at + 1] - 0.4
            inner = self._radius - RING
            shapes.append(sector(self._centre, inner, self._radius, start, end, fill=f"tint:{phase.colour}"))
            shapes.append(sector(self._centre, self._radius - 4, self._radius, start, end, fill=f"band:{phase.colour}"))
        shapes += numbers_in(self._middles, self._centre, self._radius - RING / 2 - 1)
        x, y = self._centre.at(0, self._radius - RING / 2)
        tip = ((x + 6, y), (x - 5, y - 6), (x - 5, y + 6))
        arrow = (Move(*tip[0]), LineTo(*tip[1]), LineTo(*tip[2]), Close())
        shapes.append(Path(arrow, fill="secondary"))
        return shapes

    def _names(self) -> Names:
        """The names of the phases beside the ring; on a narrow chart all are listed."""
        names = [_name(phase, self._words) for phase in self._loop.phases]
        if self._beside:
            return beside(names, self._middles, self._centre, self._radius, self._words.language)
        return Names((), tuple(enumerate(names, start=1)))

    def _way(self) -> list[Primitive]:
        """The line through all stops that are felt, closed."""
        points = [
            self._centre.at(angle, self._reach.distance(stop.emotion))
            for stop, angle in self._places.angles
            if stop.emotion is not None
        ]
        if len(points) < 3:
            return []
        return [
            Path(
                (Move(*points[0]), *(LineTo(*point) for point in points[1:]), Close()),
                stroke="primary",
                stroke_width=1.4,
            )
        ]

    def _stop(self, stop: Stop, angle: float) -> list[Primitive]:
        """A stop with its number on the colour of its emotion, hollow without one, and the mark of its loyalty."""
        radius = self._places.point
        x, y = self._centre.at(angle, self._reach.distance(stop.emotion))
        number = str(stop.card.number)
        shapes: list[Primitive] = []
        if stop.emotion is None:
            shapes.append(circle(x, y, radius, fill="canvas", stroke="secondary"))
        else:
            shapes.append(circle(x, y, radius + 1, fill="canvas"))
            shapes.append(circle(x, y, radius, fill=tone(stop.emotion)))
        if self._holds_number(stop):
            colour = "text" if stop.emotion is None else "on.emotion"
            shapes.append(label(number, x, y - SMALL_LINE / 2, face="bold", colour=colour, align="middle"))
        mark = _MARKS.get(stop.card.loyalty)
        if mark is not None and stop.emotion is not None:
            x, y = self._centre.at(angle, self._reach.track)
            shapes.append(icon(mark, x - MARK / 2, y - MARK / 2, MARK, "text"))
        return shapes

    def _numbers(self) -> list[Primitive]:
        """Numbers beside points that are too small to hold them."""
        every = [(stop, angle, self._reach.distance(stop.emotion)) for stop, angle in self._places.angles]
        wanted = [one for one in every if not self._holds_number(one[0])]
        # The track of loyalty's marks stays free.
        return numbers(every, wanted, self._centre, self._places.point, self._radius - RING - TRACK)

    def _holds_number(self, stop: Stop) -> bool:
        """Whether a point is large enough for its number."""
        radius = self._places.point
        return radius >= SMALLEST_WITH_NUMBER and text_width(str(stop.card.number), "bold", SMALL) <= 2 * radius

    def _spot(self, stop: Stop, angle: float) -> Spot:
        x, y = self._centre.at(angle, self._reach.distance(stop.emotion))
        radius = self._places.point + 1
        words = self._words
        feeling = words.t("no emotion") if stop.emotion is None else words.signed(stop.emotion)
        parts = [named(stop.card, words), words.t("Emotion: {value}", value=feeling)]
        if stop.card.loyalty:
            parts.append(terms.loyalty(stop.card.loyalty, words))
        return Spot(x - radius, y - radius, 2 * radius, 2 * radius, "\n".join(parts), stop.card.id)

    def _phase_spots(self) -> list[Spot]:
        """The numbers in the ring lead to their phases."""
        made = []
        for at, (phase, angle) in enumerate(zip(self._loop.phases, self._middles, strict=True)):
            x, y = self._centre.at(angle, self._radius - RING / 2 - 1)
            tip = f"{at + 1} {_name(phase, self._words)}"
            made.append(Spot(x - 11, y - 11, 22, 22, tip, phase.id))
        return made

    def _key(self, top: float) -> tuple[list[Primitive], float]:
        """What the marks mean."""
        shapes: list[Primitive] = []
        y = top
        x = 0.0
        texts = (*(terms.loyalty(kind, self._words) for kind in _MARKS), self._words.t("no emotion"))
        for text, mark in zip(texts, (*_MARKS.values(), ""), strict=True):
            said = label(text, x + MARK + 6, y, room=self._width - MARK - 6)
            if x and said.x + said.width > self._width:
                x, y = 0.0, y + SMALL_LINE + 3
                said = label(text, x + MARK + 6, y, room=self._width - MARK - 6)
            hollow = circle(x + MARK / 2, y + SMALL_LINE / 2, 5, fill="canvas", stroke="secondary")
            shapes += [icon(mark, x, y + 1, MARK, "text") if mark else hollow, said]
            x = said.x + said.width + 18
        y += SMALL_LINE + 3
        return shapes, y - top

    def _table(self) -> ChartTable:
        words = self._words
        rows = tuple(
            (
                _name(stop.phase, words),
                named(stop.card, words),
                "–" if stop.emotion is None else words.signed(stop.emotion),
                terms.loyalty(stop.card.loyalty, words) if stop.card.loyalty else "–",
            )
            for stop in self._loop.stops
        )
        head = (words.t("Phase"), words.t("Touchpoint"), words.t("Emotion"), words.t("Loyalty"))
        return ChartTable(words.t("Loyalty loop"), head, rows, numbers=(2,))
