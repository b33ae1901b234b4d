"""What a poster is asked to be: how large, on which paper, and how it is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjeditor.export.options import PAPERS, Paper
from cjeditor.model.fields import Language

MM: Final = 72 / 25.4
"""Points in a millimetre."""
EDGE: Final = 5.0
"""Millimetres at each side of a sheet on which most printers print nothing."""
OVERLAP: Final = 10.0
"""Millimetres that a sheet goes on below the next one, for glue."""
LARGEST_OVERLAP: Final = 40.0
SMALLEST_SIDE: Final = 100.0
LARGEST_SIDE: Final = 5_000.0
"""Millimetres: a PDF page is at most 5 080 mm long."""

Size = tuple[float, float]
"""Width and height in millimetres."""


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """The wishes for one poster.

    Attributes:
        language: of the labels; the project's own where empty.
        paper: how large the poster is.
        size: its width and height in millimetres, `SMALLEST_SIDE` … `LARGEST_SIDE`, instead of a paper.
        landscape: whether the paper's long side lies at the bottom; a `size` is as it is.
        tile: the paper of the sheets that it is glued together from; printed on one sheet where None.
        overlap: millimetres for glue, 0 … `LARGEST_OVERLAP`.
        repeat: whether each sheet has the headers of phases and lanes.
        by_phase: whether each phase is a poster of its own.
        grey: whether it is printed without colours.
        date: printed on it, `YYYY-MM-DD`; none where empty. With a date the same project gives the same bytes.
        author: of the file; the map's owner, else the client, where empty.
    """

    language: Language | None = None
    paper: Paper = "A0"
    size: Size | None = None
    landscape: bool = True
    tile: Paper | None = None
    overlap: float = OVERLAP
    repeat: bool = False
    by_phase: bool = False
    grey: bool = False
    date: str = ""
    author: str = ""

    def points(self) -> tuple[float, float]:
        """Width and height of the poster in points."""
        if self.size is not None:
            return self.size[0] * MM, self.size[1] * MM
        short, long = PAPERS[self.paper]
        return (long, short) if self.landscape else (short, long)

    def called(self) -> str:
        """The poster's size as people say it: "A1", or its sides in millimetres."""
        return f"{self.size[0]:.0f} × {self.size[1]:.0f} mm" if self.size is not None else self.paper
