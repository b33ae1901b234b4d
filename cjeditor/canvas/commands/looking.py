"""Commands that bring a part of the map before the eyes, and back."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.frame import MapFrame


class LookingCommands:
    """Zooms to what is chosen, to the phase or lane that is meant, and back to where one was."""

    def __init__(self, desk: Desk, frame: MapFrame) -> None:
        self._desk = desk
        # The canvas holds its commands: a reference back would keep both alive.
        self._frame_ref = weakref.ref(frame)

    def can_fit_chosen(self) -> bool:
        """Whether anything is chosen, or the focus is on a card."""
        return self._chosen() is not None

    def fit_chosen(self) -> None:
        """Show what is chosen as large as it fits: cards, or phases, steps and lanes as a whole."""
        self._show(self._chosen())

    def can_fit(self) -> bool:
        """Whether the focus is in a phase and a lane."""
        return self._desk.selection.focus is not None

    def fit_phase(self) -> None:
        """Show the chosen phases, or the one of the focus, with all their lanes."""
        self._show(self._phases(self._desk.selection.of("phases")) or self._phases(self._phase_of_focus()))

    def fit_lane(self) -> None:
        """Show the chosen lanes, or the one of the focus, from the first phase to the last."""
        focus = self._desk.selection.focus
        here = () if focus is None else (focus.lane,)
        self._show(self._lanes(self._desk.selection.of("lanes")) or self._lanes(here))

    def go_back(self) -> None:
        """Look where one looked before the last jump; without one nothing happens."""
        frame = self._frame_ref()
        if frame is not None:
            frame.trail.go_back()

    def _show(self, area: QRectF | None) -> None:
        frame = self._frame_ref()
        if area is not None and frame is not None:
            frame.fit_area(area)

    def _chosen(self) -> QRectF | None:
        selection = self._desk.selection
        ids = selection.ids
        match selection.kind:
            case "phases":
                return self._phases(ids)
            case "lanes":
                return self._lanes(ids)
            case "steps":
                return self._columns(ids)
            case "links":
                links = (self._desk.arrangement.links.get(one) for one in ids)
                return self._cards({end.id for link in links if link is not None for end in (link.source, link.target)})
            case _:
                return self._cards(self._desk.meant_cards())

    def _cards(self, ids: Iterable[str]) -> QRectF | None:
        boxes = (self._desk.arrangement.cards.get(one) for one in ids)
        return _around([QRectF(box.x, box.y, box.width, box.height) for box in boxes if box is not None])

    def _columns(self, ids: Iterable[str]) -> QRectF | None:
        arrangement, wanted = self._desk.arrangement, set(ids)
        found = [column for column in arrangement.columns if column.step.id in wanted]
        return _around([QRectF(column.x, 0, column.width, arrangement.height) for column in found])

    def _phases(self, ids: Iterable[str]) -> QRectF | None:
        arrangement, wanted = self._desk.arrangement, set(ids)
        found = [box for box in arrangement.phases if box.phase.id in wanted]
        return _around([QRectF(box.x, 0, box.width, arrangement.height) for box in found])

    def _lanes(self, ids: Iterable[str]) -> QRectF | None:
        arrangement, wanted = self._desk.arrangement, set(ids)
        found = [box for box in arrangement.lanes if box.lane.id in wanted]
        return _around([QRectF(0, box.y, arrangement.width, box.height) for box in found])

    def _phase_of_focus(self) -> tuple[str, ...]:
        focus = self._desk.selection.focus
        column = None if focus is None else self._desk.arrangement.column_of(focus.step)
        return () if column is None else (column.phase.id,)


def _around(areas: list[QRectF]) -> QRectF | None:
    """Return the smallest rectangle that holds them all; None where there are none."""
    whole = QRectF()
    for area in areas:
        whole = whole.united(area)
    return whole if areas else None
