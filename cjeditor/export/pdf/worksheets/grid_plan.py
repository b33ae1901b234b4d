"""What goes where in the blank grid: columns of phases and steps, rows of lanes, over as many sheets as needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cjeditor.export.content import Content
from cjeditor.export.pdf.worksheets.note_size import Fields
from cjeditor.model.journey_map import Lane, Phase

_BLANK_PHASES = 4
_BLANK_LANES = 3
_WIDEST = 3
"""So many fields beside each other a phase gets at most: more would only be far to walk."""
_LOW: Final = frozenset({"channels", "time", "funnel"})
"""Lanes that are written in, not stuck on."""
LOW_SHARE: Final = 0.4
SEPARATOR_SHARE: Final = 0.16
"""How high a lane that is written in, and a separator, are beside a row of notes."""
_DEEPEST = 2


class GridColumn(NamedTuple):
    """A phase, or a step of one, `wide` fields; `number` 0 is a phase that the map does not have yet.

    `steps` are the names of the steps in it, `needs` how much more than others it wants to be wide.
    """

    number: int
    phase: Phase | None
    steps: tuple[str, ...] = ()
    wide: int = 1
    needs: int = 0


class GridRow(NamedTuple):
    """A lane, `deep` fields high; less than one where nothing is stuck on it. None is a lane to be named."""

    lane: Lane | None
    deep: float


class Page(NamedTuple):
    """One sheet of the grid: its place among the others, counted from 1, and what lies on it."""

    across: int
    down: int
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]


class Plan(NamedTuple):
    """All sheets of a grid, row by row, and how many lie beside and below each other."""

    pages: tuple[Page, ...]
    across: int
    down: int


def planned(content: Content, fields: Fields) -> Plan:
    """Spread a map over sheets with so many fields."""
    across = _spread_columns(_columns(content, fields.columns), fields.columns)
    down = _spread_rows(_rows(content), fields.rows)
    pages = tuple(
        Page(x, y, columns, rows) for y, rows in enumerate(down, start=1) for x, columns in enumerate(across, start=1)
    )
    return Plan(pages, len(across), len(down))


def _columns(content: Content, most: int) -> list[GridColumn]:
    """A column for each step, or, where that takes fewer sheets, one for each phase."""
    phases: list[GridColumn] = []
    steps: list[GridColumn] = []
    for number, phase in enumerate(content.phases, start=1):
        own = [step for step in content.steps.values() if step.phase == phase.id]
        names = tuple(" ".join(step.name.split()) for step in own)
        named = names if any(names) else ()
        phases.append(GridColumn(number, phase, named, needs=len(own) * 10 + phase.weight))
        steps += [GridColumn(number, phase, (name,)) for name in named] or [phases[-1]]
    if not phases:
        return [GridColumn(0, None)] * _BLANK_PHASES
    return phases if _sheets(len(phases), most) < _sheets(len(steps), most) else steps


def _sheets(columns: int, most: int) -> int:
    return -(-columns // most)


def _spread_columns(columns: Sequence[GridColumn], most: int) -> list[tuple[GridColumn, ...]]:
    """Even shares of the columns; what room there is left makes some of them wider."""
    sheets = _sheets(len(columns), most)
    least, more = divmod(len(columns), sheets)
    shares: list[tuple[GridColumn, ...]] = []
    at = 0
    for sheet in range(sheets):
        count = least + (sheet < more)
        shares.append(_widened(columns[at : at + count], most))
        at += count
    return shares


def _widened(share: Sequence[GridColumn], most: int) -> tuple[GridColumn, ...]:
    """All columns as wide as they can be together, and those that need it most one field more."""
    each, rest = divmod(most, len(share))
    if each >= _WIDEST:
        return tuple(one._replace(wide=_WIDEST) for one in share)
    neediest = sorted(range(len(share)), key=lambda i: -share[i].needs)[:rest]
    return tuple(one._replace(wide=each + (i in neediest)) for i, one in enumerate(share))


def _rows(content: Content) -> list[GridRow]:
    return [GridRow(lane, _depth(lane)) for lane in content.lanes.values()] or [GridRow(None, 1.0)] * _BLANK_LANES


def _depth(lane: Lane) -> float:
    if lane.kind == "separator":
        return SEPARATOR_SHARE
    return LOW_SHARE if lane.kind in _LOW else 1.0


def _spread_rows(rows: Sequence[GridRow], most: float) -> list[tuple[GridRow, ...]]:
    """The lanes from top to bottom; what is left on a sheet gives the lanes of touchpoints and notes a second row."""
    shares = list(_filled(rows, most))
    return [tuple(_deepened(share, most)) for share in shares]


def _filled(rows: Sequence[GridRow], most: float) -> Iterator[list[GridRow]]:
    share: list[GridRow] = []
    for row in rows:
        if share and sum(one.deep for one in share) + row.deep > most + 0.001:
            yield share
            share = []
        share.append(row)
    if share:
        yield share


def _deepened(share: Sequence[GridRow], most: float) -> list[GridRow]:
    left = int(most - sum(one.deep for one in share) + 0.001)
    # Touchpoints first: most is stuck there.
    wanting = sorted((_lateness(row), i) for i, row in enumerate(share) if row.lane is None or row.lane.holds)
    chosen = {i for _, i in wanting[:left]}
    return [row._replace(deep=float(_DEEPEST)) if i in chosen else row for i, row in enumerate(share)]


def _lateness(row: GridRow) -> int:
    return 0 if row.lane is not None and row.lane.kind == "touchpoints" else 1
