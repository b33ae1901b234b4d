"""The places that the focus can take: cards, the chips of channels, empty cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.selection import Spot

if TYPE_CHECKING:
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.route import ChannelChip


def chip_under(arrangement: Arrangement, spot: Spot | None) -> ChannelChip | None:
    """Return the chip that a place stands for, if any."""
    route = arrangement.route_of(spot.lane) if spot is not None and spot.channel else None
    return None if route is None or spot is None else route.chip_of(spot.step, spot.channel)


def places_in(arrangement: Arrangement, step: str, lane: str) -> tuple[Spot, ...]:
    """Return the places that the focus can take in a cell, from top to bottom: its cards, or its chips."""
    route = arrangement.route_of(lane)
    if route is None:
        return tuple(Spot(step, lane, box.id) for box in arrangement.cells.get((step, lane), ()))
    stop = next((stop for stop in route.stops if stop.step == step), None)
    return tuple(Spot(step, lane, "", chip.channel.id) for chip in stop.chips) if stop is not None else ()
