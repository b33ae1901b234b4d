"""What helps where a poster's letters are too small: a larger paper, more sheets, or a poster for each phase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Literal, NamedTuple

from cjeditor.export.legibility import IN_HAND, ON_THE_WALL, reading_distance
from cjeditor.export.options import LONGEST_SIDE, PAPERS, OwnSize, Paper
from cjeditor.export.posters.options import MM, PosterOptions, called
from cjeditor.export.posters.planning import Planned, Planner
from cjeditor.model.problem import Problem

Kind = Literal["larger", "tiled", "phases"]

_BY_SIZE: tuple[Paper, ...] = tuple(sorted(PAPERS, key=lambda paper: PAPERS[paper][0] * PAPERS[paper][1]))
_SMALLEST_WALL = 0.98 * PAPERS["A2"][0] * PAPERS["A2"][1]
"""Square points: from there on a poster hangs on a wall."""
_TILE: Paper = "A4"
_BETTER = 1.1
"""A remedy that does not suffice must let letters grow that much."""
_NEARLY = 0.995
"""Letters of 23.9 pt are not too small."""


class Remedy(NamedTuple):
    """The same poster, asked for in another way; how large its smallest letters are then, and on how many sheets."""

    kind: Kind
    options: PosterOptions
    smallest: float
    sheets: int


def least(options: PosterOptions) -> float:
    """How large the letters of a poster should be, in points: more on a wall than in the hand."""
    width, height = options.points()
    return ON_THE_WALL if options.tile is not None or width * height >= _SMALLEST_WALL else IN_HAND


def smallest_of(posters: tuple[Planned, ...]) -> float:
    """The smallest letters on all of them, in points."""
    return min((poster.smallest for poster in posters if poster.smallest), default=0.0)


def is_legible(posters: tuple[Planned, ...], options: PosterOptions) -> bool:
    """Whether the letters are as large as they should be."""
    smallest = smallest_of(posters)
    return not smallest or smallest >= least(options) * _NEARLY


def remedies(planner: Planner, options: PosterOptions, posters: tuple[Planned, ...]) -> Iterator[Remedy]:
    """What helps, the simplest first, and worked out one by one; nothing where the letters are large enough.

    Raises:
        ExportCancelled: the planner was asked to stop.
    """
    if is_legible(posters, options):
        return
    smallest = smallest_of(posters)
    for kind, other in _asked_otherwise(options, posters, smallest):
        found = planner.plan(other)
        remedy = Remedy(kind, other, smallest_of(found), sum(one.sheets for one in found))
        if is_legible(found, other) or remedy.smallest > smallest * _BETTER:
            yield remedy


def _asked_otherwise(
    options: PosterOptions, posters: tuple[Planned, ...], smallest: float
) -> Iterator[tuple[Kind, PosterOptions]]:
    """Other wishes: the next paper on which the letters will do, else the largest; sheets; a poster for each phase."""
    larger = _larger_paper(options, smallest)
    if larger is not None:
        yield "larger", replace(options, paper=larger)
    wanted = ON_THE_WALL if options.tile is None else least(options)
    # A little more than that: the sheets may let the poster shrink to cut it well.
    share = wanted / smallest * 1.02
    short, long = sorted(ceil(side * share / MM) for side in options.points())
    if long <= LONGEST_SIDE:
        yield "tiled", replace(options, paper=OwnSize(short, long), tile=options.tile or _TILE)
    if not options.by_phase and len(posters) == 1 and len(posters[0].composed.arrangement.phases) > 1:
        yield "phases", replace(options, by_phase=True)


def _larger_paper(options: PosterOptions, smallest: float) -> Paper | None:
    """The smallest paper that will do, else the largest; None where there is no larger one. Letters grow with it."""
    width, height = options.points()
    larger = [paper for paper in _BY_SIZE if PAPERS[paper][0] * PAPERS[paper][1] > width * height * _BETTER]
    for paper in larger:
        asked = replace(options, paper=paper)
        grown = min(one / other for one, other in zip(asked.points(), (width, height), strict=True))
        if smallest * grown >= least(asked):
            return paper
    return larger[-1] if larger else None


def too_small(planner: Planner, options: PosterOptions, posters: tuple[Planned, ...]) -> Problem | None:
    """Letters that are too small, with what helps best; None where they are large enough."""
    if is_legible(posters, options):
        return None
    smallest = smallest_of(posters)
    params: dict[str, str | int | float] = {
        "points": round(smallest, 1),
        "metres": round(reading_distance(smallest), 1),
        "least": round(least(options)),
    }
    best: Remedy | None = None
    for remedy in remedies(planner, options, posters):
        best = remedy if best is None or remedy.smallest > best.smallest * _BETTER else best
        if remedy.smallest >= least(remedy.options) * _NEARLY:
            best = remedy
            break
    if best is None:
        return Problem("export-letters-small", params=params)
    params |= {"then": round(best.smallest, 1), "sheets": best.sheets, "paper": called(best.options.paper)}
    if best.options.tile is not None:
        params["tile"] = called(best.options.tile)
    return Problem(f"export-letters-small-{best.kind}", params=params)
