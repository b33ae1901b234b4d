"""How closely a phase sheet is set: with room where there is some, closely where that spares a page."""

from __future__ import annotations

from typing import Final, NamedTuple

from cjeditor.export.pdf.columns import BEFORE
from cjeditor.export.pdf.tinted import PADDING
from cjeditor.export.typeset import META, QUIET, Style


class Setting(NamedTuple):
    """Lengths in points.

    Attributes:
        lines: so many are ruled for an answer.
        before: above the heading of a section.
        gap: between two questions.
        level: from one emotion of the curve to the next.
        quiet: what the craft knows of any such phase, beside what the map says of this one.
        padding: above and below a note, inside its tint.
        between: how much of the usual room there is between two things of a section.
    """

    lines: int
    before: float = BEFORE
    gap: float = 10.0
    level: float = 16.0
    quiet: Style = QUIET
    padding: float = PADDING
    between: float = 1.0


CLOSE: Final = Setting(1, before=13.0, gap=7.0, level=11.0, quiet=META)
"""Close: what goes on on another page for a few lines stands on one."""
CLOSEST: Final = Setting(1, before=8.0, gap=5.0, level=10.0, quiet=META, padding=2.0, between=0.5)
"""As close as it may be."""
