"""What helps where a poster's letters are too small: a larger paper, more sheets, or a poster for each phase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, sqrt
from typing import Literal, NamedTuple

from cjeditor.export.legibility import NEARLY, ON_THE_WALL, is_large_enough, least_on, reading_distance
from cjeditor.export.options import LONGEST_SIDE, PAPERS, OwnSize, Paper
from cjeditor.export.posters.options import MM, PosterOptions, called
from cjeditor.export.posters.planning import Planned, Planner
from cjeditor.model.problem import Problem

Kind = Literal["larger", "tiled", "phases"]

_BY_SIZE: tuple[Paper, ...] = tuple(sorted(PAPERS, key=lambda paper: PAPERS[paper][0] * PAPERS[paper][1]))
_AMERICAN: tuple[Paper, ...] = ("Letter", "Tabloid")
"""Papers that are proposed only to those who have them."""
_AT_HAND: tuple[Paper, ...] = ("A4", "A3", "Letter", "Tabloid")
_MANY, _MOST = 60, 100
"""Sheets: more than the first are a last resort, more than the second nobody glues."""
_BETTER = 1.1
"""A remedy that does not suffice must let letters grow that much."""
_TRIES = 4
_LESS = 0.97
"""Of the growth that sheets would allow if none of them were partly empty."""


class Remedy(NamedTuple):
    """The same poster, asked for in another way; how large its smallest letters are then, and on how many sheets."""

    kind: Kind
    options: PosterOptions
    smallest: float
    sheets: int


def least(options: PosterOptions) -> float:
    """How large the letters of a poster should be, in points: more on a wall than in the hand."""
    return ON_THE_WALL if options.tile is not None else least_on(*options.points())


def smallest_of(posters: tuple[Planned, ...]) -> float:
    """The smallest letters on all of them, in points."""
    return min((poster.smallest for poster in posters if poster.smallest), default=0.0)


def is_legible(posters: tuple[Planned, ...], options: PosterOptions) -> bool:
    """Whether the letters are as large as they should be."""
    return is_large_enough(smallest_of(posters), least(options))


def remedies(planner: Planner, options: PosterOptions, posters: tuple[Planned, ...]) -> Iterator[Remedy]:
    """What helps, the simplest first, and worked out one by one; nothing where the letters are large enough.

    Raises:
        ExportCancelled: the planner was asked to stop.
    """
    if is_legible(posters, options):
        return
    smallest, wanted = smallest_of(posters), least(options)
    for find in (_on_larger_paper, _in_sheets, _by_phase):
        remedy = find(planner, options, posters, wanted)
        if remedy is not None and remedy.smallest > smallest * _BETTER and remedy.sheets <= _MOST:
            yield remedy


def _remedy(kind: Kind, planner: Planner, options: PosterOptions) -> Remedy:
    posters = planner.plan(options)
    return Remedy(kind, options, smallest_of(posters), sum(one.sheets for one in posters))


def _on_larger_paper(
    planner: Planner, options: PosterOptions, posters: tuple[Planned, ...], wanted: float
) -> Remedy | None:
    """The smallest paper that will do, else the largest."""
    larger = _larger(options, smallest_of(posters), wanted)
    return _remedy("larger", planner, replace(options, paper=larger)) if larger is not None else None


def _larger(options: PosterOptions, smallest: float, wanted: float) -> Paper | None:
    """The smallest larger paper on which letters of that size will do, else the largest; None where there is none."""
    width, height = options.points()
    family = _BY_SIZE if options.paper in _AMERICAN else [paper for paper in _BY_SIZE if paper not in _AMERICAN]
    larger = [paper for paper in family if PAPERS[paper][0] * PAPERS[paper][1] > width * height * _BETTER]
    for paper in larger:
        asked = replace(options, paper=paper).points()
        if smallest * min(asked[0] / width, asked[1] / height) >= wanted:
            return paper
    return larger[-1] if larger else None


def _in_sheets(planner: Planner, options: PosterOptions, posters: tuple[Planned, ...], wanted: float) -> Remedy | None:
    """A poster as large as it takes, put together from sheets; None where no viewer would show it.

    Where that is more than anybody glues, one as large as not too many sheets make.
    """
    remedy: Remedy | None = None
    asked, smallest = (
        replace(options, tile=options.tile or _at_hand(planner)),
        smallest_of(posters),
    )
    # Sheets may let a poster shrink to cut it well: it is then asked for a little larger.
    for _ in range(_TRIES):
        paper = _grown(asked, 1.01 * wanted / smallest)
        if paper.long > LONGEST_SIDE:
            break
        asked = replace(asked, paper=paper)
        remedy = _remedy("tiled", planner, asked)
        if remedy.smallest >= wanted * NEARLY:
            break
        smallest = remedy.smallest
    if remedy is None or remedy.sheets <= _MOST:
        return remedy
    # With repeated headers it takes more sheets than its size says: it is then made a little smaller.
    for most in (_MANY, *[_MOST] * _TRIES):
        asked = replace(asked, paper=_grown(asked, sqrt(most / remedy.sheets) * _LESS))
        remedy = _remedy("tiled", planner, asked)
        if remedy.sheets <= _MOST:
            break
    return remedy


def _grown(options: PosterOptions, growth: float) -> OwnSize:
    """A paper so many times as long and wide."""
    return OwnSize(*sorted(ceil(side * growth / MM) for side in options.points()))


def _at_hand(planner: Planner) -> Paper:
    """The project's paper, unless a printer on a desk does not take it."""
    paper = planner.subject.project.settings.paper
    return paper if paper in _AT_HAND else "A4"


def _by_phase(planner: Planner, options: PosterOptions, posters: tuple[Planned, ...], wanted: float) -> Remedy | None:
    """A poster for each phase, where there are several; on a larger paper, too, where that is not enough."""
    if options.by_phase or len(posters[0].composed.arrangement.phases) < 2:
        return None
    remedy = _remedy("phases", planner, replace(options, by_phase=True))
    larger = _larger(options, remedy.smallest, wanted) if remedy.smallest < wanted * NEARLY else None
    return _remedy("phases", planner, replace(remedy.options, paper=larger)) if larger is not None else remedy


def too_small(planner: Planner, options: PosterOptions, posters: tuple[Planned, ...]) -> Problem | None:
    """Letters that are too small, with what helps best; None where they are large enough."""
    if is_legible(posters, options):
        return None
    smallest, wanted = smallest_of(posters), least(options)
    params: dict[str, str | int | float] = {
        "points": round(smallest, 1),
        "metres": round(reading_distance(smallest), 1),
        "least": round(wanted),
    }
    found = list(remedies(planner, options, posters))
    if not found:
        return Problem("export-letters-small", params=params)
    enough = [one for one in found if one.smallest >= wanted * NEARLY and one.sheets <= _MANY]
    best = (
        min(enough, key=_sheets)
        if enough
        else max([one for one in found if one.sheets <= _MANY] or found, key=_smallest)
    )
    params |= {"then": round(best.smallest, 1), "sheets": best.sheets, "paper": called(best.options.paper)}
    if best.options.tile is not None:
        params["tile"] = called(best.options.tile)
    return Problem(f"export-letters-small-{best.kind}", params=params)


def _sheets(remedy: Remedy) -> int:
    return remedy.sheets


def _smallest(remedy: Remedy) -> float:
    return remedy.smallest
