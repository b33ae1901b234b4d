"""How a map is divided among pages: which phases stand together, and how wide their steps are there.

Wider cards are lower, narrower ones leave room for another phase. So a few widths are tried, and of all ways to put
neighbouring phases together the one with the fewest pages is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cjeditor.export.content import Content
from cjeditor.export.pdf.lane_pieces import Range
from cjeditor.export.pdf.split import Foot, Part, Plan, last, page_rows, plan, room_across, row_count
from cjeditor.export.widened import with_widths
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.metrics import LANE_HEADER_WIDTH
from cjeditor.model.project import Project
from cjeditor.texts import Texts

_FACTORS: Final = (1.0, 1.2, 1.4, 0.92, 0.85)
"""Columns so many times as wide are tried."""
_WIDEST_STRETCH: Final = 1.75
_SHARES: Final = (1.0, 0.8, 0.6, 0.4)
"""Of the room that a page leaves at the right, so much is tried for its columns."""
_LARGE: Final = 400
"""Cards: arranging more of them again costs more than a page less is worth."""


class Room(NamedTuple):
    """What a page has for the map: points across and down, and between which scales, in points a pixel, it is drawn.

    `foot` says what of the height a page keeps free below its lanes.
    """

    width: float
    height: float
    smallest: float
    largest: float
    foot: Foot


class _Together(NamedTuple):
    """Columns that stand on a page, and the number of the width in which they take the fewest pages."""

    columns: Range
    width: int


class _Way(NamedTuple):
    """A way to put the phases up to some phase together: the better, the smaller it is."""

    pages: int
    waste: float
    groups: tuple[_Together, ...]


class _Drawn(NamedTuple):
    """The map with its widths, and how it goes onto pages with them."""

    project: Project
    arrangement: Arrangement
    plan: Plan


def divided(content: Content, page: Room) -> Plan:
    """The scale and the parts of a map with phases."""
    large = len(content.journey.touchpoints) + len(content.journey.notes) > _LARGE
    factors = _FACTORS[:1] if large else _FACTORS
    widest = int(page.width / page.smallest - LANE_HEADER_WIDTH)
    projects = [
        with_widths(content.project, content.journey.id, dict.fromkeys(content.steps, factor), widest)
        for factor in factors
    ]
    tried = [arrange(project, content.journey.id, content.words) for project in projects]
    groups = () if large else together(tried, page, content.words)
    if not groups:
        # Some phase is wider than a page, or there is no time to look for the best way.
        plans = [plan(one, *page[:4], content.words, page.foot) for one in tried]
        at = min(range(len(plans)), key=[_pages(one) for one in plans].__getitem__)
        return _filled(
            _Drawn(projects[at], tried[at], plans[at]), content, page, _SHARES[: 1 if large else len(_SHARES)]
        )
    steps = [column.step.id for column in tried[0].columns]
    wished = {step: factors[group.width] for group in groups for step in steps[slice(*group.columns)]}
    project = with_widths(content.project, content.journey.id, wished, widest)
    return _filled(_enlarged(groups, project, content, page), content, page, _SHARES)


def together(tried: Sequence[Arrangement], page: Room, words: Texts) -> tuple[_Together, ...]:
    """Of all ways to put neighbouring phases on pages one with the fewest; nothing where a phase is too wide for one.

    Of several the one whose pages are filled most evenly. `tried` is the same map in different widths.
    """
    phases = tried[0].phases
    ways: list[_Way | None] = [_Way(0, 0.0, ())]
    for end in range(1, len(phases) + 1):
        best: _Way | None = None
        for first in range(end - 1, -1, -1):
            before = ways[first]
            columns = (phases[first].first_column, phases[end - 1].first_column + phases[end - 1].column_count)
            spare = [_spare(one, columns, page) for one in tried]
            fitting = [i for i, left in enumerate(spare) if left >= 0]
            if not fitting:
                break
            if before is None:
                continue
            rows = {i: row_count(tried[i], columns, page.height, page.smallest, words, page.foot) for i in fitting}
            at = min(fitting, key=rows.__getitem__)
            way = _Way(before.pages + rows[at], before.waste + spare[at] ** 2, (*before.groups, _Together(columns, at)))
            best = way if best is None or way[:2] < best[:2] else best
        ways.append(best)
    found = ways[-1]
    return found.groups if found is not None else ()


def _spare(arrangement: Arrangement, columns: Range, page: Room) -> float:
    """The share of a page's width that some columns leave empty; below 0 where they do not fit."""
    room = room_across(arrangement, page.width, page.smallest)
    return 1 - _width(arrangement, columns) / room


def _width(arrangement: Arrangement, columns: Range) -> float:
    return sum(column.width for column in arrangement.columns[slice(*columns)])


def _enlarged(groups: Sequence[_Together], project: Project, content: Content, page: Room) -> _Drawn:
    """The groups as parts, drawn as large as that takes no page more."""
    arrangement = arrange(project, content.journey.id, content.words)
    ranges = [group.columns for group in groups]

    def pages(scale: float) -> int:
        return sum(row_count(arrangement, one, page.height, scale, content.words, page.foot) for one in ranges)

    fewest = pages(page.smallest)

    def holds(scale: float) -> bool:
        across = room_across(arrangement, page.width, scale)
        return all(_width(arrangement, one) <= across for one in ranges) and pages(scale) == fewest

    scale = page.largest if holds(page.largest) else last(page.smallest, page.largest, holds)
    rows = [page_rows(arrangement, one, page.height, scale, content.words, page.foot) for one in ranges]
    return _Drawn(project, arrangement, Plan(scale, tuple(map(Part, ranges, rows))))


def _pages(one: Plan) -> int:
    return sum(len(part.rows) for part in one.parts)


def _filled(made: _Drawn, content: Content, page: Room, shares: Sequence[float]) -> Plan:
    """The same plan with wider columns where they leave room at the right.

    Wider cards are mostly shorter, but not always: a word that now fits is no longer hyphenated. So a few widths are
    tried.
    """
    project, (scale, parts) = made.project, made.plan
    room = page.width / scale - LANE_HEADER_WIDTH
    columns = made.arrangement.columns
    factors: dict[str, float] = {}
    for first, end in (part.columns for part in parts):
        width = sum(column.width for column in columns[first:end])
        factors.update({column.step.id: min(room / width, _WIDEST_STRETCH) - 1 for column in columns[first:end]})
    filled: list[Part | None] = [None] * len(parts)
    for share in shares:
        if all(filled):
            break
        wider = with_widths(project, content.journey.id, {step: 1 + more * share for step, more in factors.items()})
        arrangement = arrange(wider, content.journey.id, content.words)
        for i, part in enumerate(parts):
            if filled[i] is None:
                rows = page_rows(arrangement, part.columns, page.height, scale, content.words, page.foot)
                filled[i] = Part(part.columns, rows) if len(rows) <= len(part.rows) else None
    return Plan(scale, tuple(new or old for new, old in zip(filled, parts, strict=True)))
