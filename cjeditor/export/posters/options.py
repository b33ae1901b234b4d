"""What a poster is asked to be: how large, on which paper, and how it is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjeditor.export.brand import Brand
from cjeditor.export.options import Audience, OwnSize, Paper, points_of
from cjeditor.model.fields import Language

MM: Final = 72 / 25.4
"""Points in a millimetre."""
EDGE: Final = 5.0
"""Millimetres at each side of a sheet on which most printers print nothing."""
OVERLAP: Final = 10.0
"""Millimetres that a sheet goes on below the next one, for glue."""
LARGEST_OVERLAP: Final = 40
"""Millimetres."""


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """The wishes for one poster.

    Attributes:
        language: of the labels; the project's own where empty.
        paper: how large the poster is.
        landscape: whether the paper's long side lies at the bottom.
        tile: the paper of the sheets that it is glued together from; printed on one sheet where None.
        overlap: millimetres for glue, 0 … `LARGEST_OVERLAP`.
        repeat: whether each sheet has the headers of phases and lanes.
        by_phase: whether each phase is a poster of its own.
        audience: for whom it is.
        brand: logo, colours and footer of those who hang it up; none where None.
        grey: whether it is printed without colours.
        date: printed on it, `YYYY-MM-DD`; none where empty. With a date the same project gives the same bytes.
        author: of the file; the map's owner, else the client, where empty.
    """

    language: Language | None = None
    paper: Paper | OwnSize = "A0"
    landscape: bool = True
    tile: Paper | OwnSize | None = None
    overlap: float = OVERLAP
    repeat: bool = False
    by_phase: bool = False
    audience: Audience = "team"
    brand: Brand | None = None
    grey: bool = False
    date: str = ""
    author: str = ""

    def points(self) -> tuple[float, float]:
        """Width and height of the poster in points."""
        short, long = points_of(self.paper)
        return (long, short) if self.landscape else (short, long)


def called(paper: Paper | OwnSize) -> str:
    """A paper as people say it: "A1", or its sides in millimetres."""
    return f"{paper.short} × {paper.long} mm" if isinstance(paper, OwnSize) else paper
