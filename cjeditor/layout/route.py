"""The way of the journey through its channels: the boxes of a channels lane."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from cjeditor.layout import metrics
from cjeditor.model.project import Channel


class Visit(NamedTuple):
    """A touchpoint and the channel that it happens in."""

    touchpoint: str
    channel: Channel


class ChannelChip(NamedTuple):
    """One channel in one step, with the touchpoints there; as high as `metrics.CHIP_HEIGHT`."""

    step: str
    channel: Channel
    touchpoints: tuple[str, ...]
    x: float
    y: float
    width: float

    @property
    def middle(self) -> float:
        """The y at which the line of the journey comes and goes."""
        return self.y + metrics.CHIP_HEIGHT / 2


class ChannelLink(NamedTuple):
    """A stretch of the journey's line from one chip to the next; upright within a step."""

    x1: float
    y1: float
    x2: float
    y2: float
    changes_mode: bool
    """Whether it leads to another mode: from online to offline and the like."""


class ChannelMark(NamedTuple):
    """Where the line arrives at a chip."""

    x: float
    y: float
    changes_mode: bool


class ChannelStop(NamedTuple):
    """What a channels lane shows of one step: its chips and the line to and between them."""

    step: str
    x: float
    width: float
    visits: tuple[Visit, ...]
    came: ChannelChip | None
    """Where the line comes from; None where it begins."""
    leaves: ChannelChip | None
    chips: tuple[ChannelChip, ...]
    """From top to bottom."""
    links: tuple[ChannelLink, ...]
    marks: tuple[ChannelMark, ...]


class ChannelRoute(NamedTuple):
    """A channels lane: its rows, and the steps in which touchpoints name a channel, in journey order."""

    lane: str
    y: float
    rows: tuple[Channel, ...]
    stops: tuple[ChannelStop, ...]

    def chip_at(self, x: float, y: float, near: float = 0.0) -> ChannelChip | None:
        """The chip at a point, or the next one not farther than `near` from it."""
        index = bisect_right(self.stops, x, key=_stop_x) - 1
        chips = self.stops[index].chips if index >= 0 else ()
        next_to = min(chips, key=lambda chip: _away(chip, x, y), default=None)
        return next_to if next_to is not None and _away(next_to, x, y) <= near else None

    def chip_of(self, step: str, channel: str) -> ChannelChip | None:
        """The chip of a channel in a step."""
        stop = next((stop for stop in self.stops if stop.step == step), None)
        return next((chip for chip in stop.chips if chip.channel.id == channel), None) if stop else None


def _stop_x(stop: ChannelStop) -> float:
    return stop.x


def _away(chip: ChannelChip, x: float, y: float) -> float:
    """Return how far a point lies beside a chip, sideways or up and down; 0 on it."""
    across = max(chip.x - x, x - chip.x - chip.width, 0.0)
    return max(across, chip.y - y, y - chip.y - metrics.CHIP_HEIGHT)
