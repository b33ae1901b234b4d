"""Far away lanes are lower than their names: those keep clear of each other."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.canvas.headers import header_scale
from cjeditor.layout.draw_headers import META_LINE
from tests.canvas.hands import Hands


def test_names_of_lanes_keep_clear_of_those_of_low_separators(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = hands.canvas
    canvas.view.zoom_to(0.2)
    canvas.view.sharpen()
    header, usual = canvas.lane_header, canvas.lane_header._picture
    rooms: dict[str, float] = {}

    def watched(box: Any, width: float, height: float) -> Any:
        rooms[box.lane.id] = height
        return usual(box, width, height)

    monkeypatch.setattr(header, "_picture", watched)
    header.grab()
    by = canvas.view.zoom / header_scale(canvas.view.zoom)
    heights = {box.lane.id: box.height * by for box in canvas.desk.arrangement.lanes}
    assert rooms["ln_e"] == META_LINE > heights["ln_e"]
    over = (META_LINE - heights["ln_e"]) / 2
    for lane in ("ln_d", "ln_f"):
        assert rooms[lane] <= heights[lane] - over + 0.1
    assert rooms["ln_b"] == pytest.approx(heights["ln_b"], abs=0.1)
