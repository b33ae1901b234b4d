"""How a window looks, saved views, and the room view."""

from __future__ import annotations

from typing import cast

from cjeditor.window.features.part import Part
from cjeditor.window.room_view.flow import RoomViewFlow
from cjeditor.window.site import Site
from cjeditor.window.view_flow import ViewFlow
from cjeditor.window.views.flow import SavedViews
from cjeditor.window.voting.flow import VotingFlow


def move_in(site: Site) -> Part:
    """Return what changes looks, and what leads the room view."""
    looks = ViewFlow(site.window, site.canvas, site.house)
    looks.hint.connect(site.show_hint)
    board = cast(VotingFlow, site.target("voting")).board
    room_view = RoomViewFlow(site.canvas, site.timer, board, site.house, site.actions, site.window)
    room_view.hint.connect(site.show_hint)
    room_view.changed.connect(site.actions.refresh_soon)
    views = SavedViews(site.canvas, site.show_map, site.finish_editing, room_view, site.house, site.window)
    return Part(
        {"looks": looks, "room_view": room_view, "views": views},
        begin_anew=room_view.begin_anew,
        kept=room_view.hand_over,
        go_on=room_view.take_up,
        close=room_view.close,
    )
