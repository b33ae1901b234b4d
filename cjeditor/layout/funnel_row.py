"""The records behind the funnel lane: the stages under the map's phases and the ways between them."""

from __future__ import annotations

from typing import Final, NamedTuple


class FunnelWay(NamedTuple):
    """What goes on from one stage to the next, told where the second begins.

    `said` is worded at length and ever more briefly: what fits between `left` and `right` is shown.
    """

    left: float
    right: float
    at: float
    """The x where one stage ends and the other begins."""
    said: tuple[str, ...]
    weakest: bool
    grows: bool


class FunnelStop(NamedTuple):
    """Phases of one stage that follow each other.

    `share` is how many people the stage has, as a share (0 … 1) of the fullest one; None where nobody counted them.
    """

    phases: tuple[str, ...]
    name: str
    x: float
    width: float
    counted: str
    share: float | None
    is_stage: bool
    """Whether its phases belong to a stage at all."""
    came: FunnelWay | None = None
    before: float | None = None
    """The share of the stop before it, from which the funnel goes on to here."""


class FunnelRow(NamedTuple):
    """What all funnel lanes of a map show.

    `whole` tells what cannot be told between two stages: how many come all the way through, and ways between stages
    that do not follow each other on the map. Without any count there are no stops.
    """

    stops: tuple[FunnelStop, ...] = ()
    whole: str = ""


NO_FUNNEL: Final = FunnelRow()
"""Of a map that nobody counted anything for, or without a funnel lane."""
