"""What helps where a handout's letters are too small: larger paper, phase sheets, a poster, paper for the hand.

Each is worked out as it would be printed, so that what is promised comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from cjeditor.export.handout import Composed, composed
from cjeditor.export.legibility import is_large_enough, least_on, smallest_in
from cjeditor.export.options import PAPERS, HandoutOptions, Paper, points_of
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.planning import Planner
from cjeditor.export.posters.remedies import is_legible
from cjeditor.export.posters.remedies import remedies as poster_remedies
from cjeditor.export.posters.remedies import smallest_of as smallest_of_posters
from cjeditor.export.progress import Cancelled, never
from cjeditor.model.project import Project

Kind = Literal["larger", "poster", "phases", "hand"]

_WHOLE_MAP = ("overview", "map")
"""Parts that show the whole map, for which sheets of single phases can stand."""
_BETTER = 1.15
"""What does not suffice must let letters grow that much."""
_HAND: Paper = "A3"
"""The largest paper that is held in the hand or lies on a table."""


class Remedy(NamedTuple):
    """Another way to print the same, and how large its smallest letters are then, in points."""

    kind: Kind
    options: HandoutOptions | PosterOptions
    smallest: float
    sheets: int


def smallest_of(made: Composed) -> float:
    """The smallest letters of a handout, in points; 0 where there are none."""
    sizes = (smallest_in(sheet.shapes, sheet.views, made.frame.unit) for sheet in made.sheets)
    return min((size for size in sizes if size), default=0.0)


def least(paper: Paper, options: HandoutOptions) -> float:
    """How large the letters should be, in points; `paper` is the project's own."""
    return least_on(*points_of(options.paper or paper))


def remedies(
    project: Project, map_id: str, options: HandoutOptions, smallest: float, cancelled: Cancelled = never
) -> Iterator[Remedy]:
    """What helps, the simplest first, and worked out one by one; nothing where the letters are large enough.

    Args:
        project: what is printed.
        map_id: which map of it.
        options: what is asked for.
        smallest: the smallest letters that it has, in points.
        cancelled: asked whether to stop.

    Raises:
        ExportCancelled: `cancelled` said so.
    """
    own = project.settings.paper
    if is_large_enough(smallest, least(own, options)):
        return
    for wish in (_on_larger_paper(own, options), _in_phases(options)):
        found = None if wish is None else _worked_out(project, map_id, *wish, cancelled)
        if found is not None and found.smallest > smallest * _BETTER:
            yield found
    if {*_WHOLE_MAP, "phases"} & set(options.parts):
        poster = _as_poster(project, map_id, options, cancelled)
        if poster is not None and poster.smallest > smallest * _BETTER:
            yield poster
    if min(points_of(options.paper or own)) > min(PAPERS[_HAND]):
        found = _worked_out(project, map_id, "hand", replace(options, paper=_HAND), cancelled)
        if is_large_enough(found.smallest, least(own, replace(options, paper=_HAND))):
            yield found


def _worked_out(project: Project, map_id: str, kind: Kind, options: HandoutOptions, cancelled: Cancelled) -> Remedy:
    made = composed(project, map_id, options, cancelled)
    return Remedy(kind, options, smallest_of(made), len(made.sheets))


def _on_larger_paper(own: Paper, options: HandoutOptions) -> tuple[Kind, HandoutOptions] | None:
    """The largest paper with a name: letters grow slowly, so one step would help little."""
    width, height = points_of(options.paper or own)
    largest: Paper = "A0"
    if width * height * _BETTER >= PAPERS[largest][0] * PAPERS[largest][1]:
        return None
    return "larger", replace(options, paper=largest)


def _in_phases(options: HandoutOptions) -> tuple[Kind, HandoutOptions] | None:
    """A sheet for each phase where the whole map was asked for; None where it was not."""
    if not set(_WHOLE_MAP) & set(options.parts):
        return None
    kept = tuple(key for key in options.parts if key not in _WHOLE_MAP)
    if "phases" not in kept:
        at = min(options.parts.index(key) for key in _WHOLE_MAP if key in options.parts)
        kept = (*kept[:at], "phases", *kept[at:])
    return "phases", replace(options, parts=tuple(key for key in kept if key in PART_KEYS))


def _as_poster(project: Project, map_id: str, options: HandoutOptions, cancelled: Cancelled) -> Remedy | None:
    """The map as a poster on that paper, or better one that is glued together from sheets."""
    wish = PosterOptions(
        language=options.language,
        paper=options.paper or project.settings.paper,
        landscape=options.landscape,
        audience="client" if options.audience == "client" else "team",
        brand=options.brand,
        grey=options.grey,
        date=options.date,
        author=options.author,
    )
    planner = Planner(project, map_id, wish, cancelled)
    posters = planner.plan(wish)
    if is_legible(posters, wish):
        return Remedy("poster", wish, smallest_of_posters(posters), len(posters))
    for found in poster_remedies(planner, wish, posters):
        if found.kind == "tiled":
            return Remedy("poster", found.options, found.smallest, found.sheets)
    return None
