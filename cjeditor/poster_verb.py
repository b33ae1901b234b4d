"""What the command line may ask of a poster: how it is cut, and what to say where its letters are too small."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final, cast

from cjeditor.arguments import Parser, WrongUsage, is_asked, paper
from cjeditor.export.options import OwnSize, Paper, points_of
from cjeditor.export.posters.options import LARGEST_OVERLAP, OVERLAP, PosterOptions
from cjeditor.model.fields import Language
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.wording import plain

_PAPER: Final = "A0"
_OF_TILES = ("overlap", "repeat_headers")
_OF_HANDOUTS = ("parts", "preset", "since", "note_size", "participants")


def add_poster(parser: Parser, words: Texts) -> None:
    """What is asked for where the map is one large sheet."""
    parser.add_argument("--poster", action="store_true")
    parser.add_argument("--by-phase", action="store_true")
    parser.add_argument("--tile", type=paper(words), default=None)
    parser.add_argument("--overlap", type=_overlap(words), default=None)
    parser.add_argument("--repeat-headers", action="store_true")


def is_poster(asked: argparse.Namespace) -> bool:
    """Whether a poster is asked for: by its name, or by what only posters have."""
    return bool(asked.poster or asked.by_phase or asked.tile is not None)


def refuse_nonsense(verb: str, asked: argparse.Namespace, words: Texts) -> None:
    """Raises WrongUsage for glue without sheets, sheets larger than the poster, or parts of a handout for it."""
    if asked.tile is None:
        alone = [_option(name) for name in _OF_TILES if is_asked(getattr(asked, name))]
        if alone:
            raise WrongUsage(verb, words.t("{name} needs {other}", name=", ".join(alone), other="--tile"))
    elif _is_larger(asked.tile, asked.paper or _PAPER):
        raise WrongUsage(verb, words.t("{name} is larger than {other}", name="--tile", other="--paper"))
    if is_poster(asked):
        others = [_option(name) for name in _OF_HANDOUTS if getattr(asked, name)]
        if others:
            message = words.t("{name} and {other} cannot be used together", name=", ".join(others), other="--poster")
            raise WrongUsage(verb, message)


def write(project: Project, map_id: str, asked: argparse.Namespace, date: str) -> tuple[Problem, ...]:
    """Write a poster; return what could not be printed, and whether its letters are too small.

    Raises:
        ExportRefused: the file cannot be written.
    """
    # Imported here: reportlab and fontTools cost a third of a second that the other verbs do not need.
    from cjeditor.export.posters.planning import Planner  # noqa: PLC0415  heavy
    from cjeditor.export.posters.remedies import too_small  # noqa: PLC0415  heavy
    from cjeditor.export.posters.writing import write_planned  # noqa: PLC0415  heavy

    options = PosterOptions(
        language=cast("Language | None", asked.lang),
        paper=asked.paper or _PAPER,
        landscape=not asked.portrait,
        tile=asked.tile,
        overlap=OVERLAP if asked.overlap is None else asked.overlap,
        repeat=asked.repeat_headers,
        by_phase=asked.by_phase,
        audience=asked.audience or "team",
        brand=asked.brand,
        grey=asked.grey,
        date=date,
    )
    planner = Planner(project, map_id, options)
    posters = planner.plan(options)
    lost = write_planned(posters, planner.subject, asked.out, options, asked.progress)
    small = too_small(planner, options, posters)
    return lost if small is None else (*lost, small)


def _is_larger(tile: Paper | OwnSize, paper: Paper | OwnSize) -> bool:
    """Whether a sheet is larger than the whole poster both ways."""
    return all(one > whole for one, whole in zip(points_of(tile), points_of(paper), strict=True))


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _overlap(words: Texts) -> Callable[[str], int]:
    """A reader of millimetres for glue."""

    def read(text: str) -> int:
        if text.isdecimal() and len(text) < 4 and int(text) <= LARGEST_OVERLAP:
            return int(text)
        message = words.t(
            "“{value}” is not a number of millimetres from 0 to {most}", value=plain(text), most=str(LARGEST_OVERLAP)
        )
        raise argparse.ArgumentTypeError(message)

    return read
