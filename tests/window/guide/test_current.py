from __future__ import annotations

import pytest

from cjeditor.canvas.selection import Spot
from cjeditor.model.journey_map import JourneyMap
from cjeditor.window.guide.current import current_phase, neighbour, step_in
from tests.builders import small_project

MAP = small_project().maps[0]
CASES: list[tuple[str, tuple[str, ...], Spot | None, str, str]] = [
    ("", (), None, "", "ph_a"),
    ("", (), Spot("st_c", "ln_a"), "", "ph_b"),
    ("cards", ("tp_d",), Spot("st_d", "ln_a", "tp_d"), "", "ph_c"),
    ("cards", ("tp_d", "tp_c"), Spot("st_a", "ln_a"), "", "ph_b"),
    ("cards", ("tp_d", "tp_c"), Spot("st_d", "ln_a", "tp_d"), "", "ph_c"),
    ("steps", ("st_d",), Spot("st_a", "ln_a"), "", "ph_c"),
    ("phases", ("ph_c", "ph_b"), Spot("st_a", "ln_a"), "", "ph_b"),
    ("lanes", ("ln_d",), Spot("st_d", "ln_d"), "", "ph_c"),
    ("phases", ("ph_gone",), Spot("st_d", "ln_d"), "", "ph_c"),
    ("phases", ("ph_c",), Spot("st_d", "ln_d"), "ph_b", "ph_b"),
    ("", (), Spot("st_d", "ln_d"), "ph_gone", "ph_c"),
]


@pytest.mark.parametrize(("kind", "ids", "focus", "pinned", "expected"), CASES)
def test_the_phase_is_the_pinned_the_chosen_or_the_focused_one(
    kind: str, ids: tuple[str, ...], focus: Spot | None, pinned: str, expected: str
) -> None:
    found = current_phase(MAP, kind, ids, focus, pinned)
    assert found is not None
    assert found.id == expected


def test_a_map_without_phases_has_none() -> None:
    assert current_phase(JourneyMap(id="map_x", rank="a0"), "", (), None) is None


def test_neighbours_end_with_the_map() -> None:
    order = [getattr(neighbour(MAP, "ph_b", by), "id", "") for by in (-2, -1, 0, 1, 2)]
    assert order == ["", "ph_a", "ph_b", "ph_c", ""]
    assert neighbour(MAP, "ph_gone", 1) is None


@pytest.mark.parametrize(
    ("focus", "expected"), [(None, "st_b"), (Spot("st_a", "ln_a"), "st_b"), (Spot("st_c", "ln_a"), "st_c")]
)
def test_the_focused_step_counts_where_it_is_the_phases(focus: Spot | None, expected: str) -> None:
    assert step_in(MAP, "ph_b", focus) == expected
