"""How a map becomes a poster: how large it is drawn, and on which sheets. Numbers only; writing it comes later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.export.asking import asked_for
from cjeditor.export.content import Content
from cjeditor.export.options import points_of
from cjeditor.export.pdf.lane_pieces import Range
from cjeditor.export.posters.composing import Composed, compose
from cjeditor.export.posters.options import EDGE, MM, PosterOptions
from cjeditor.export.progress import Cancelled, check, never
from cjeditor.export.tiling import Room, Tiling, fewest, tiling
from cjeditor.export.widened import with_widths
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.primitives import Text
from cjeditor.model.project import Project

_FACTORS = (0.75, 1.35, 1.8)
_FACTORS_OF_A_PHASE = (1.5, 2.2, 3.2, 4.6)
"""Columns so many times as wide are tried: cards become higher or lower, and the map more like its paper."""
_LARGE = 400
"""Cards: arranging more of them several times takes too long."""
_SHRUNK = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85)
"""A poster may be so much smaller than its paper where that spares sheets, or cuts through cards."""
_WORTH = 1.04
"""Other widths must let letters grow that much: the map is otherwise printed as it is drawn."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One poster: what is on it, how large, and how it is cut.

    Attributes:
        composed: heading, map and legend.
        scale: points a pixel.
        paper: width and height of each sheet in points.
        tiling: the sheets, in pixels; None where the poster is one sheet.
        smallest: the size of its smallest letters in points.
    """

    composed: Composed
    scale: float
    paper: tuple[float, float]
    tiling: Tiling | None
    smallest: float

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return len(self.tiling.tiles) if self.tiling is not None else 1

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of what is printed, in points, once it is put together."""
        if self.tiling is None:
            return self.composed.width * self.scale, self.composed.height * self.scale
        return self.tiling.width * self.scale, self.tiling.height * self.scale


class Planner:
    """Plans posters of one map: arranging it is done once for all sizes that are asked for."""

    def __init__(self, project: Project, map_id: str, options: PosterOptions, cancelled: Cancelled = never) -> None:
        """Begin; of `options` language, date, audience and brand count here.

        Raises:
            EditRefused: the project has no such map.
        """
        self.subject: Content = asked_for(project, map_id, options)
        self._brand = options.brand
        self.cancelled = cancelled
        """Asked between two stretches of work; whoever plans again may say whom to ask now."""
        self._arranged: dict[float, Arrangement] = {}
        self._composed: dict[tuple[float, Range], Composed] = {}

    def plan(self, options: PosterOptions) -> tuple[Planned, ...]:
        """Plan what is asked for: one poster, or one for each phase.

        Raises:
            ExportCancelled: it was asked to stop.
        """
        return tuple(self._planned(columns, options) for columns in self._ranges(options))

    def _ranges(self, options: PosterOptions) -> list[Range]:
        arrangement = self._arrangement(1.0)
        if not options.by_phase or not arrangement.phases:
            return [(0, len(arrangement.columns))]
        ranges = [(box.first_column, box.first_column + box.column_count) for box in arrangement.phases]
        return [one for one in ranges if one[1] > one[0]] or [(0, len(arrangement.columns))]

    def _planned(self, columns: Range, options: PosterOptions) -> Planned:
        sides = [options.points()]
        if options.by_phase:
            # Phases differ: each has its paper as it needs it.
            sides.append((sides[0][1], sides[0][0]))
        factors = () if self._is_large() else _FACTORS_OF_A_PHASE if options.by_phase else _FACTORS
        best, size, scale = self._of(1.0, columns), sides[0], 0.0
        for factor in (1.0, *factors):
            composed = self._of(factor, columns)
            for one in sides:
                fitting = _scale(composed, one, options)
                if fitting > scale * _WORTH:
                    best, size, scale = composed, one, fitting
        if options.tile is None:
            return Planned(best, scale, size, None, smallest_letters(best) * scale)
        scale, paper, cut = _tiled(best, scale, options)
        return Planned(best, scale, paper, cut, smallest_letters(best) * scale)

    def _of(self, factor: float, columns: Range) -> Composed:
        found = self._composed.get((factor, columns))
        if found is None:
            check(self.cancelled)
            found = compose(self.subject, self._arrangement(factor), columns, self._brand)
            self._composed[factor, columns] = found
        return found

    def _arrangement(self, factor: float) -> Arrangement:
        found = self._arranged.get(factor)
        if found is None:
            check(self.cancelled)
            subject = self.subject
            factors: Mapping[str, float] = dict.fromkeys(subject.steps, factor)
            project = with_widths(subject.project, subject.journey.id, factors)
            found = arrange(project, subject.journey.id, subject.words)
            self._arranged[factor] = found
        return found

    def _is_large(self) -> bool:
        journey = self.subject.journey
        return len(journey.touchpoints) + len(journey.notes) > _LARGE


def plan_of(project: Project, map_id: str, options: PosterOptions) -> tuple[Planned, ...]:
    """Plan the posters of one map.

    Raises:
        EditRefused: the project has no such map.
    """
    return Planner(project, map_id, options).plan(options)


def smallest_letters(composed: Composed) -> float:
    """The size of the smallest letters on a poster, in pixels; icons are no letters."""
    sizes = [
        shape.size * view.scale
        for view in composed.views
        for placed in view.placed
        for shape in placed.shapes
        if isinstance(shape, Text) and shape.face != "icon" and shape.text.strip()
    ]
    return min(sizes, default=0.0)


def _scale(composed: Composed, size: tuple[float, float], options: PosterOptions) -> float:
    """How large a poster may be drawn; what is cut into sheets may reach to the edges of its paper."""
    edge = 0.0 if options.tile is not None else 2 * EDGE * MM
    return min((size[0] - edge) / composed.width, (size[1] - edge) / composed.height)


def _tiled(composed: Composed, scale: float, options: PosterOptions) -> tuple[float, tuple[float, float], Tiling]:
    """Scale, paper and cuts: through no card, on no more sheets than the poster's size needs, where possible.

    The poster is shrunk, too, where a row of sheets would show nothing but title and headers otherwise.
    """
    papers = list(_papers(options))
    wanted = min(_fewest(composed, scale, paper, options) for paper in papers)
    places = composed.places()
    found: list[_Cut] = []
    for share in _SHRUNK:
        for paper in papers:
            cut = tiling((composed.width, composed.height), places, _rooms(composed, scale * share, paper, options))
            bare = bool(cut.down) and cut.down[0] <= composed.top
            found.append(_Cut(scale * share, paper, cut, bare))
        crossed, sheets, bare, _ = _rank(min(found, key=_rank))
        if not crossed and sheets <= wanted and not bare:
            break
    return min(found, key=_rank)[:3]


class _Cut(NamedTuple):
    """A way to cut a poster; `bare` where its first sheets show nothing of the map but headers."""

    scale: float
    paper: tuple[float, float]
    tiling: Tiling
    bare: bool


def _rank(one: _Cut) -> tuple[int, int, bool, float]:
    return one.tiling.crossed, len(one.tiling.tiles), one.bare, -one.scale


def _papers(options: PosterOptions) -> Iterator[tuple[float, float]]:
    """The sheet upright and lying."""
    short, long = points_of(options.tile or options.paper)
    yield short, long
    yield long, short


def _rooms(composed: Composed, scale: float, paper: tuple[float, float], options: PosterOptions) -> tuple[Room, Room]:
    """What the sheets hold, in pixels."""
    overlap = options.overlap * MM / scale
    arrangement = composed.arrangement
    headers = (arrangement.lane_header_width, arrangement.header_height)
    across, down = (
        Room((side - 2 * EDGE * MM) / scale, overlap, header if options.repeat else 0.0)
        for side, header in zip(paper, headers, strict=True)
    )
    return _sensible(across), _sensible(down)


def _sensible(room: Room) -> Room:
    """A room without headers where those and the overlap would take more than half of each sheet."""
    return room if room.piece(first=False, last=False) > room.length / 2 else room._replace(repeated=0.0)


def _fewest(composed: Composed, scale: float, paper: tuple[float, float], options: PosterOptions) -> int:
    across, down = _rooms(composed, scale, paper, options)
    return fewest(composed.width, across) * fewest(composed.height, down)
