"""Building blocks: what can be dragged onto a map or added at the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cjeditor.model.fields import ChannelMode
    from cjeditor.model.journey_map import Lane


@dataclass(frozen=True)
class OwnChannel:
    """A channel that the catalogue does not know, as it becomes one of a project; `icon` is a glyph's name."""

    name: str
    mode: ChannelMode = "online"
    icon: str = ""


@dataclass(frozen=True)
class Block:
    """One block.

    Attributes:
        kind: what comes of it. A touchpoint with a `text` becomes a note where it is put into a lane of notes; a
            drop-off point belongs to a touchpoint or phase; a framework is all its phases.
        note_kind: of a note, or what a new note in a lane is; empty for the lane's own kind.
        lane_kind: of a lane.
        framework: key in the catalogue, of a framework or of the one that a phase belongs to.
        framework_phase: key in that framework.
        title: the name that the block is offered by.
        text: what the card says from the start; where it is empty the person writes it at once.
        channel: of a touchpoint, a key of the standard channels.
        own_channel: of a touchpoint whose channel is not one of those.
        tags: of a card with a text.
        parked: the ids of waiting thoughts that become cards where they are put.
        reason: of a drop-off point, a key in the catalogue; empty for one without a reason.
    """

    kind: Literal["touchpoint", "note", "phase", "lane", "framework", "drop_off", "parked"]
    note_kind: str = ""
    lane_kind: str = ""
    framework: str = ""
    framework_phase: str = ""
    title: str = ""
    text: str = ""
    channel: str = ""
    own_channel: OwnChannel | None = None
    tags: tuple[str, ...] = ()
    reason: str = ""
    parked: tuple[str, ...] = ()

    def fits(self, lane: Lane) -> bool:
        """Return whether a card can come of it in `lane`; a text alone is no picture, and an instrument no metric."""
        if (self.text or self.parked) and lane.kind == "images":
            return False
        if self.kind == "touchpoint":
            takes_text = lane.holds == "notes" and lane.kind != "metrics"
            return lane.holds == "touchpoints" or (takes_text and bool(self.text))
        if self.kind == "parked":
            return bool(lane.holds)
        return self.kind == "note" and lane.holds == "notes"
