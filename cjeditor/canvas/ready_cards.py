"""Cards that come onto the map with their text: made of a building block in one edit, with the channel they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjeditor.catalogue.channels import StandardChannel, channels
from cjeditor.model.edits.cards import add_note, add_touchpoint
from cjeditor.model.edits.maps import add_channel
from cjeditor.model.ids import PROJECT_PREFIXES, new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjeditor.canvas.blocks import Block
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.journey_map import Lane
    from cjeditor.model.project import Project


def ready_card(desk: Desk, block: Block, step: str, lane: Lane, index: int) -> tuple[str, Callable[[Project], Project]]:
    """Return the id of the card that `block` becomes in this cell, and the edit that adds it at `index`.

    Args:
        desk: the map.
        block: has a text and fits the lane.
        step: of the cell.
        lane: of the cell.
        index: 0-based, among the cell's cards.
    """
    touchpoint = lane.holds == "touchpoints"
    card_id = desk.new_id("touchpoints" if touchpoint else "notes")
    channel_id = new_id(PROJECT_PREFIXES["channels"])
    place: dict[str, Any] = {"id": card_id, "step": step, "lane": lane.id, "index": index, "tags": block.tags}

    def edit(project: Project) -> Project:
        if touchpoint:
            project, channel = _with_channel(project, block, channel_id)
            return add_touchpoint(project, desk.map_id, title=block.text, channel=channel, **place)
        # A lane of metrics has no other notes.
        kind: dict[str, Any] = {"kind": block.note_kind} if block.note_kind and lane.kind != "metrics" else {}
        return add_note(project, desk.map_id, text=block.text, **kind, **place)

    return card_id, edit


def _with_channel(project: Project, block: Block, channel_id: str) -> tuple[Project, str | None]:
    """Return the project with the channel that the block names, and that channel's id; it may have been deleted."""
    standard = next((one for one in channels() if one.key == block.channel), None)
    names = _names(standard) if standard is not None else [block.own_channel.name] if block.own_channel else []
    if not names:
        return project, None
    wanted = {name.casefold() for name in names}
    found = next((one.id for one in project.channels if one.name.casefold() in wanted), None)
    if found is not None:
        return project, found
    if standard is not None:
        fields = {"name": standard.name.in_language(project.language), "mode": standard.mode, "icon": standard.icon}
    else:
        own = block.own_channel
        fields = {"name": names[0], "mode": own.mode if own else "online", "icon": own.icon if own else ""}
    return add_channel(project, channel_id=channel_id, **fields), channel_id


def _names(channel: StandardChannel) -> list[str]:
    """Return what a standard channel may be called in a project: it keeps the name of another language."""
    return [channel.name.in_language("en"), channel.name.in_language("de")]
