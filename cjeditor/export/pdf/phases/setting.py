"""How closely a phase sheet is set: with room where there is some, closely where that spares a page."""

from __future__ import annotations

from typing import Final, NamedTuple

from cjeditor.export.pdf.columns import BEFORE
from cjeditor.export.typeset import META, QUIET, Style


class Setting(NamedTuple):
    """Lengths in points.

    Attributes:
        lines: so many are ruled for an answer.
        before: above the heading of a section.
        gap: between two questions.
        level: from one emotion of the curve to the next.
        quiet: what the craft knows of any such phase, beside what the map says of this one.
    """

    lines: int
    before: float = BEFORE
    gap: float = 10.0
    level: float = 16.0
    quiet: Style = QUIET


CLOSE: Final = Setting(1, before=13.0, gap=7.0, level=11.0, quiet=META)
"""As close as it may be: what goes on on another page for a few lines stands on one."""
