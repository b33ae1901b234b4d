"""What pasted rows would become on a map: which text goes into which cell, and what the map lacks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cjeditor.interchange.paste_places import Places
from cjeditor.interchange.pasted import Pasted, Row
from cjeditor.model.edits.placing import PlacedText
from cjeditor.model.journey_map import JourneyMap

Reading = Literal["lines", "groups", "across", "rows", "named", "outline"]

READINGS: Final[dict[str, tuple[Reading, ...]]] = {
    "lines": ("lines",),
    "outline": ("lines", "groups", "outline"),
    "table": ("across", "rows", "named", "lines"),
}
"""By the kind of what was pasted.

`lines`: a card a row. `groups`: a card for each row of the top level, what lies below is its text. `across`: a card a
cell, columns are steps, rows lie below each other in one lane. `rows`: the same, and each row is a lane. `named`: the
first row names phases or steps, the first column lanes. `outline`: the top level names phases, below are cards.
"""


class PasteAt(NamedTuple):
    """The cell that was meant; its ids are empty on a map that has no cells."""

    step: str
    lane: str


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What would be done.

    Attributes:
        texts: the cards to be; their step or lane is the key of a new one where it begins with `+`.
        phases: names of new phases by their key, from left to right.
        lanes: the same of new lanes.
        left_out: names for which there is no place.
        lost: texts that would be left out with them.
        crowded: columns and rows that would go into the last step and lane together, since the map ends there.
    """

    texts: tuple[PlacedText, ...]
    phases: dict[str, str]
    lanes: dict[str, str]
    left_out: tuple[str, ...] = ()
    lost: int = 0
    crowded: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """The reading that suggests itself; `adds` what is missing where that must be; `ask` where others may be meant."""

    reading: Reading
    adds: bool
    ask: bool


def advice(pasted: Pasted, journey_map: JourneyMap, at: PasteAt) -> Advice:
    """How rows are probably meant. Only what has one meaning is not asked about."""
    places = Places(journey_map, at.step, at.lane, adds=False)
    empty = not journey_map.phases
    if pasted.kind == "lines":
        return Advice("lines", adds=empty, ask=False)
    if pasted.kind == "outline":
        tops = [row.cells[0] for row in pasted.rows if not row.depth]
        known = [bool(places.phase(name)) for name in tops]
        if all(known):
            return Advice("outline", adds=False, ask=False)
        return Advice("outline" if empty or any(known) else "lines", adds=empty, ask=True)
    named = _Names(pasted.rows, places)
    if named.found:
        return Advice("named", adds=False, ask=not named.complete)
    fits = pasted.width <= places.steps_left
    ask = pasted.guessed or not fits or len(pasted.rows) > 1
    return Advice("named" if empty else "across", adds=empty or not fits, ask=ask)


def plan(pasted: Pasted, journey_map: JourneyMap, at: PasteAt, reading: Reading, *, adds: bool) -> PastePlan:
    """What one reading makes of the rows.

    Args:
        pasted: the rows.
        journey_map: as it is now.
        at: the cell that was meant.
        reading: one of those that `READINGS` has for what was pasted.
        adds: whether phases and lanes that the map lacks may be added. Otherwise names without a place are left out,
            and what goes beyond the map's right or lower edge goes into its last step or lane.
    """
    maker = _Maker(pasted.rows, Places(journey_map, at.step, at.lane, adds=adds or not journey_map.phases))
    {
        "lines": maker.lines,
        "groups": maker.groups,
        "across": maker.across,
        "rows": maker.by_rows,
        "named": maker.named,
        "outline": maker.outline,
    }[reading]()
    return maker.finished()


class _Names:
    """What the first rows and the first column of a table name."""

    def __init__(self, rows: tuple[Row, ...], places: Places) -> None:
        head, body = rows[0].cells, rows[1:]
        lanes = [bool(places.lane(row.cells[0])) for row in body if row.cells[0]]
        first = bool(places.lane(head[0])) and not any(places.column(name) for name in head)
        self.has_lanes = first or (bool(lanes) and (any(lanes) or not head[0]))
        columns = () if first else head[int(self.has_lanes) :]
        steps = [bool(places.column(name)) for name in columns if name]
        lanes = [first, *lanes] if first else lanes
        self.found = any(steps) or any(lanes)
        self.complete = all(lanes if self.has_lanes else [True]) and all(steps) and sum(steps) + sum(lanes) > 1
        self.head_rows = 0 if first else 1
        if any(steps) and len(body) > 1:
            second = [bool(places.column(name)) for name in body[0].cells[self.has_lanes :] if name]
            self.head_rows += bool(second) and all(second) and not (self.has_lanes and body[0].cells[0])


class _Maker:
    """Makes one plan."""

    def __init__(self, rows: tuple[Row, ...], places: Places) -> None:
        self._rows = rows
        self._places = places
        self._texts: list[PlacedText] = []
        self._left_out: dict[str, None] = {}
        self._lost = 0

    def finished(self) -> PastePlan:
        """The plan."""
        made = self._places
        return PastePlan(
            tuple(self._texts),
            dict(made.new_phases),
            dict(made.new_lanes),
            tuple(self._left_out),
            self._lost,
            len(made.beyond),
        )

    def lines(self) -> None:
        """A card a row."""
        for row in self._rows:
            self._put(self._places.at(0), self._places.row(0), "\n".join(cell for cell in row.cells if cell))

    def groups(self) -> None:
        """A card for each row of the top level."""
        for group in _groups(self._rows, 0):
            self._put(self._places.at(0), self._places.row(0), "\n".join(row.cells[0] for row in group))

    def across(self) -> None:
        """Columns are steps."""
        for row in self._rows:
            for column, cell in enumerate(row.cells):
                if cell:
                    self._put(self._places.at(column), self._places.row(0), cell)

    def by_rows(self) -> None:
        """Columns are steps, rows are lanes."""
        for down, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                if cell:
                    self._put(self._places.at(column), self._places.row(down), cell)

    def named(self) -> None:
        """The first row names phases or steps, the first column lanes, as far as they do."""
        names = _Names(self._rows, self._places)
        first = int(names.has_lanes)
        heads = self._rows[: names.head_rows]
        columns = self._columns(heads, first)
        lane, lane_name = "", ""
        for row in self._rows[len(heads) :]:
            if names.has_lanes and row.cells[0] and row.cells[0] != lane_name:
                lane_name = row.cells[0]
                lane = self._places.lane(lane_name) or self._places.new_lane(lane_name)
            target = (lane if lane_name else self._places.row(0)) if names.has_lanes else self._places.row(0)
            for at, cell in enumerate(row.cells[first:]):
                if cell:
                    step, name = columns[min(at, len(columns) - 1)] if columns else (self._places.at(at), "")
                    self._put(step, target, cell, name if not step else lane_name)

    def _columns(self, heads: tuple[Row, ...], first: int) -> list[tuple[str, str]]:
        """The step of each column and its name; a column without a name belongs to the one at its left."""
        if not heads:
            return []
        found: list[tuple[str, str]] = []
        width = max(len(row.cells) for row in heads)
        for at in range(first, width):
            names = [row.cells[at] for row in heads if at < len(row.cells) and row.cells[at]]
            if not names:
                found.append(found[-1] if found else (self._places.at(0), ""))
                continue
            phase = next((one.cells[at] for one in heads[:1] if at < len(one.cells) and one.cells[at]), "")
            inside = self._places.phase(phase) if phase else self._places.phase_of(found[-1][0] if found else "")
            step = self._places.column(names[-1], inside) or self._places.new_phase(names[-1])
            found.append((step, names[-1]))
        return found

    def outline(self) -> None:
        """The top level names phases."""
        for group in _groups(self._rows, 0):
            name = group[0].cells[0]
            phase = self._places.phase(name)
            step = self._places.column(name, phase) if phase else self._places.new_phase(name)
            self._below(group[1:], step, self._places.row(0), name if not step else "", phase)

    def _below(self, rows: tuple[Row, ...], step: str, lane: str, missing: str, phase: str) -> None:
        """Put what lies below a name: steps and lanes go on, everything else is a card with what lies below it."""
        for group in _groups(rows, min((row.depth for row in rows), default=0)):
            name = group[0].cells[0]
            inner = self._places.step_in(phase, name) if len(group) > 1 else ""
            if inner:
                self._below(group[1:], inner, lane, missing, phase)
            elif len(group) > 1 and self._places.lane(name):
                self._below(group[1:], step, self._places.lane(name), missing, phase)
            else:
                self._put(step, lane, "\n".join(row.cells[0] for row in group), missing)

    def _put(self, step: str, lane: str, text: str, missing: str = "") -> None:
        if step and lane:
            self._texts.append(PlacedText(step, lane, text))
        else:
            self._left_out[missing] = None
            self._lost += 1


def _groups(rows: tuple[Row, ...], depth: int) -> list[tuple[Row, ...]]:
    """Each row of that depth (or less deep) with the deeper ones below it."""
    starts = [at for at, row in enumerate(rows) if row.depth <= depth or not at]
    if not starts:
        return []
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]
