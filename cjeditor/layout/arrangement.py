"""The boxes of an arranged map, and what lies where in them.

The origin (0, 0) of the body is the top left corner of the first column below the phase headers. Lane headers lie left
of it and phase headers above it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cjeditor.analysis.acting import NO_ACTIONS, Acting
from cjeditor.layout import metrics
from cjeditor.layout.funnel_row import NO_FUNNEL, FunnelRow
from cjeditor.layout.primitives import Primitive
from cjeditor.layout.route import ChannelRoute
from cjeditor.model.cards import Card, Link
from cjeditor.model.fields import LaneKind
from cjeditor.model.journey_map import Lane, Phase, Step
from cjeditor.model.project import Persona

Table = Literal["touchpoints", "notes"]


class Look(NamedTuple):
    """How one card looks: its height and its shapes, from its own top left corner."""

    width: float
    height: float
    primitives: tuple[Primitive, ...]
    acting: Acting = NO_ACTIONS
    """What the mark of its actions counts."""


class CardBox(NamedTuple):
    """One card in its place."""

    id: str
    table: Table
    step: str
    lane: str
    x: float
    y: float
    width: float
    height: float
    look: Look
    record: Card


class LinkEnds(NamedTuple):
    """Where a link leaves its source, (`x1`, `y1`), and comes to its target, (`x2`, `y2`): on the cards' sides."""

    x1: float
    y1: float
    x2: float
    y2: float


class Run(NamedTuple):
    """A stretch of a link's way: along an `upright` gutter around x `at`, or along a level one around y `at`.

    Links share gutters side by side; one that is not `shared` is a card's own height in free cells.
    """

    upright: bool
    at: float
    shared: bool


class NamePlace(NamedTuple):
    """The middle of a link's label and the lines that it is set in.

    One that is `over` lies on the lower edges of cards, or below them, and is painted above them.
    """

    x: float
    y: float
    over: bool = False
    lines: tuple[str, ...] = ()


class LinkBox(NamedTuple):
    """One link with the boxes of the cards that it leads from and to, and the way that it takes.

    `points` are the corners of its line from the source's border to the target's; `name_at` is the middle of its label
    where there is a place for one. The rest is for routing the next state: how far the runs lie beside the middles of
    their gutters, and where the label would fit.
    """

    link: Link
    source: CardBox
    target: CardBox
    ends: LinkEnds
    runs: tuple[Run, ...]
    points: tuple[tuple[float, float], ...]
    name_at: NamePlace | None = None
    beside: tuple[float, ...] = ()
    name_places: tuple[NamePlace, ...] = ()
    area: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right and bottom of the line."""


class Column(NamedTuple):
    """One step."""

    step: Step
    phase: Phase
    x: float
    width: float
    named: bool
    """Whether the step shows a header of its own."""
    folded: bool = False
    """Whether it is a part of a collapsed phase: it is narrow and shows no cards."""


class PhaseBox(NamedTuple):
    """One phase over its columns; `number` counts from 1 along the journey."""

    phase: Phase
    number: int
    x: float
    width: float
    first_column: int
    column_count: int
    folded: bool = False
    """Whether the phase is shown collapsed."""
    cards: int = 0
    """How many cards a collapsed phase holds."""


class LaneBox(NamedTuple):
    """One lane."""

    lane: Lane
    y: float
    height: float
    folded: bool = False
    """Whether the lane is shown collapsed: it is low and shows no cards, curve or channels."""
    cards: int = 0
    """How many cards a collapsed lane holds."""
    said: str = ""
    """What a collapsed lane says that holds no cards."""
    curves: tuple[str, ...] = ()
    """Whose emotions its curves are, the lead persona's first; empty where there is one curve only."""


class CurvePoint(NamedTuple):
    """One touchpoint's place on the curve; without an emotion it lies on the zero line and outside the curve."""

    touchpoint: str
    number: int
    title: str
    x: float
    y: float
    emotion: float | None
    """What the curve goes through: the emotion that was set, else the median of the ratings."""
    low: float
    high: float
    """The lowest and the highest rating, −2 … +2; both equal the emotion where fewer than two people rated."""
    small: bool = False
    """Whether it lies in a collapsed phase, where there is room for the line only."""
    is_set: bool = True
    """Whether the emotion was set; else it is what the ratings say."""
    rated: bool = False
    """Whether at least two people rated."""
    others: tuple[tuple[int, int], ...] = ()
    """What personas laid over the map feel here: the place of each among them (from 0), and its emotion."""


class Curve(NamedTuple):
    """The emotion curve of one lane; `zero` is the y of emotion 0."""

    lane: str
    zero: float
    points: tuple[CurvePoint, ...]

    def y_of(self, emotion: float) -> float:
        """The y of an emotion."""
        return self.zero - emotion * metrics.CURVE_LEVEL

    def emotion_at(self, y: float) -> int:
        """The emotion, −2 … +2, nearest to a y."""
        return max(-2, min(2, round((self.zero - y) / metrics.CURVE_LEVEL)))


class TimeBar(NamedTuple):
    """What a time lane says of one step: its duration and its worst wait in words, each empty where there is none."""

    step: str
    x: float
    width: float
    said: str
    waits: str


class TimeStop(NamedTuple):
    """What a time lane says of one phase."""

    phase: str
    x: float
    width: float
    said: str
    bars: tuple[TimeBar, ...]


class TimeRow(NamedTuple):
    """A time lane; `whole` tells the length of the journey where all phases tell theirs."""

    lane: str
    y: float
    stops: tuple[TimeStop, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a card: the cell and the number of cards of the cell before it.

    `x`, `y`, `width`, `height` tell where to draw the insertion mark: a thin box between two cards.
    """

    step: str
    lane: str
    index: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A map, arranged. All lengths are layout pixels."""

    columns: tuple[Column, ...]
    phases: tuple[PhaseBox, ...]
    lanes: tuple[LaneBox, ...]
    cards: Mapping[str, CardBox]
    curves: tuple[Curve, ...]
    routes: tuple[ChannelRoute, ...]
    cells: Mapping[tuple[str, str], tuple[CardBox, ...]]
    width: float
    height: float
    phase_header_height: float
    step_header_height: float
    """0 where no step has a name."""
    links: Mapping[str, LinkBox] = field(default_factory=dict)
    times: tuple[TimeRow, ...] = ()
    funnel: FunnelRow = NO_FUNNEL
    """What each funnel lane shows, wherever it lies; nothing where there is none."""
    lane_header_width: float = metrics.LANE_HEADER_WIDTH
    persona: Persona | None = None
    """The lead persona, who stands in the corner between the headers."""
    hypothesis: float | None = None
    """How many per cent of the map's claims research backs, where that is too little; see `analysis.evidence`."""
    remarks: Mapping[str, int] = field(default_factory=dict)
    """The numbers of open comments by the id of what they are about, where they are marked."""
    kept: object = field(default=None, repr=False, compare=False)
    """What `arrange` keeps to arrange the next version of the same map faster; its own business."""

    @property
    def has_folds(self) -> bool:
        """Whether a phase or lane is shown collapsed."""
        return any(box.folded for box in self.phases) or any(box.folded for box in self.lanes)

    @property
    def header_height(self) -> float:
        """Of phases and steps together."""
        return self.phase_header_height + self.step_header_height

    def column_index_at(self, x: float) -> int | None:
        """Which column (counted from 0) lies at `x`; the first or last beyond the edges; None in an empty map."""
        if not self.columns:
            return None
        return max(0, bisect_right([column.x for column in self.columns], x) - 1)

    def lane_index_at(self, y: float) -> int | None:
        """Which lane (counted from 0) lies at `y`; the first or last beyond the edges; None in an empty map."""
        if not self.lanes:
            return None
        return max(0, bisect_right([lane.y for lane in self.lanes], y) - 1)

    def column_of(self, step: str) -> Column | None:
        """The column of a step."""
        return next((column for column in self.columns if column.step.id == step), None)

    def lane_of(self, lane: str) -> LaneBox | None:
        """The box of a lane."""
        return next((box for box in self.lanes if box.lane.id == lane), None)

    def curve_of(self, lane: str) -> Curve | None:
        """The curve drawn in a lane."""
        return next((curve for curve in self.curves if curve.lane == lane), None)

    def route_of(self, lane: str) -> ChannelRoute | None:
        """The channels and their line drawn in a lane."""
        return next((route for route in self.routes if route.lane == lane), None)

    def time_of(self, lane: str) -> TimeRow | None:
        """The durations drawn in a lane."""
        return next((row for row in self.times if row.lane == lane), None)

    @property
    def funnel_lanes(self) -> tuple[LaneBox, ...]:
        """The lanes that show the funnel."""
        return tuple(box for box in self.lanes if box.lane.kind == "funnel" and not box.folded)

    def kind_at(self, y: float) -> LaneKind | None:
        """The kind of the lane at `y`."""
        index = self.lane_index_at(y)
        return None if index is None else self.lanes[index].lane.kind

    def slot_at(self, x: float, y: float, without: frozenset[str] = frozenset()) -> Slot | None:
        """The slot nearest to a point, counting no card of `without` (those that are being dragged).

        What is collapsed has none. Lanes that hold no cards have slots too; whoever asks decides whether it may use
        them.
        """
        column_index, lane_index = self.column_index_at(x), self.lane_index_at(y)
        if column_index is None or lane_index is None:
            return None
        column, lane = self.columns[column_index], self.lanes[lane_index]
        if column.folded or lane.folded:
            return None
        boxes = [box for box in self.cells.get((column.step.id, lane.lane.id), ()) if box.id not in without]
        return _slot(column, lane, boxes, x, y)


def _slot(column: Column, lane: LaneBox, boxes: list[CardBox], x: float, y: float) -> Slot:
    left, width = column.x + metrics.CELL_MARGIN, column.width - 2 * metrics.CELL_MARGIN
    step, lane_id = column.step.id, lane.lane.id
    if not boxes:
        return Slot(step, lane_id, 0, left, lane.y + metrics.CELL_PADDING - 4, width, 2)
    if any(box.x != boxes[0].x for box in boxes):
        return _slot_in_rows(step, lane_id, boxes, x, y)
    index = sum(1 for box in boxes if y > box.y + box.height / 2)
    if index < len(boxes):
        mark = boxes[index].y - metrics.CARD_GAP / 2 - 1
    else:
        mark = boxes[-1].y + boxes[-1].height + metrics.CARD_GAP / 2 - 1
    return Slot(step, lane_id, index, left, mark, width, 2)


def _slot_in_rows(step: str, lane: str, boxes: list[CardBox], x: float, y: float) -> Slot:
    """Cards lie side by side: the mark is a thin upright box."""
    index = sum(
        1 for box in boxes if y > box.y + box.height or (y >= box.y - metrics.CARD_GAP and x > box.x + box.width / 2)
    )
    if index < len(boxes):
        box = boxes[index]
        return Slot(step, lane, index, box.x - metrics.CARD_GAP / 2 - 1, box.y, 2, box.height)
    box = boxes[-1]
    return Slot(step, lane, index, box.x + box.width + metrics.CARD_GAP / 2 - 1, box.y, 2, box.height)
