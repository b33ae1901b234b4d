"""The parts that charts are made of: axes, bars, patterns, keys, grids."""

from __future__ import annotations

import pytest

from cjeditor.layout.charts.axis import Scale, ticks
from cjeditor.layout.charts.bars import Bar, bars
from cjeditor.layout.charts.chart import Chart, ChartTable
from cjeditor.layout.charts.grid import Cell, Row, grid, heat
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.charts.patterns import PATTERNS, Pattern, filled
from cjeditor.layout.primitives import Rect, Text
from cjeditor.layout.theme import DARK, LIGHT, PAPER, ROOM_DARK, ROOM_LIGHT, Theme, contrast
from tests.layout.charts.shapes import check, said

NO_TABLE = ChartTable("", (), ())


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, (0, 20, 40, 60, 80, 100)),
        (0, 7, (0, 2, 4, 6, 8)),
        (-100, 100, (-100, -50, 0, 50, 100)),
        (0, 0.3, (0, 0.1, 0.2, 0.3)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (3, 3, (3, 3.2, 3.4, 3.6, 3.8, 4.0)),
    ],
)
def test_axes_have_round_numbers(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert ticks(low, high) == expected


def test_a_scale_puts_values_between_its_ends_and_never_beyond() -> None:
    scale = Scale(0, 10, 100, 200)
    assert [scale.at(value) for value in (0, 5, 10, -3, 12)] == [100, 150, 200, 100, 200]
    assert Scale(4, 4, 7, 9).at(4) == 7


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("size", [(0.0, 9.0), (0.5, 9.0), (3.0, 2.0), (61.0, 14.0), (9.0, 200.0)])
def test_patterns_stay_in_their_rectangle(pattern: Pattern, size: tuple[float, float]) -> None:
    shapes = filled(2, 3, *size, pattern, "text")
    assert bool(shapes) == (size[0] > 0)
    check(Chart(2 + size[0], 3 + size[1], shapes, (), NO_TABLE))


def test_each_pattern_looks_different() -> None:
    assert len({filled(0, 0, 40, 14, pattern, "text") for pattern in PATTERNS}) == len(PATTERNS)


def test_bars_are_as_long_as_their_values_also_the_negative_ones() -> None:
    rows = [Bar("Up", 10, "10", "Up: 10"), Bar("Down", -5, "−5", "Down: −5"), Bar("Unknown", None, "–", "Unknown")]
    made = bars(rows, 0, 0, 400, "en")
    check(Chart(400, made.height, made.shapes, made.spots, NO_TABLE))
    up, down = (shape for shape in made.shapes if isinstance(shape, Rect))
    assert up.width == pytest.approx(2 * down.width)
    assert down.x + down.width == pytest.approx(up.x)
    assert bars([], 0, 0, 400, "en").height == 0


def test_a_long_name_of_a_bar_has_lines_below_each_other_and_its_row_room_for_them() -> None:
    name = "Throws away the card and the app with it"
    made = bars([Bar(name, 4, "4", name), Bar("Short", 2, "2", "Short")], 0, 0, 320, "en")
    shown = [shape for shape in made.shapes if isinstance(shape, Text) and shape.face == "regular"]
    assert " ".join(one.text for one in shown) == f"{name} Short"
    first, second = made.spots
    assert first.y + first.height == second.y
    assert all(first.y < one.y < second.y for one in shown[:-1])
    assert made.height == first.height + second.height


def test_very_long_names_and_all_zero_bars_have_room() -> None:
    rows = [Bar("Donaudampfschifffahrtsgesellschaft " * 4, 0, "0", "nothing")] * 3
    made = bars(rows, 0, 0, 320, "de")
    check(Chart(320, made.height, made.shapes, made.spots, NO_TABLE))


def test_a_key_breaks_into_rows() -> None:
    entries = [Entry(f"Series number {at}", pattern, "text") for at, pattern in enumerate(PATTERNS)]
    made = legend(entries, 0, 0, 300)
    check(Chart(300, made.height, made.shapes, (), NO_TABLE))
    assert made.height > legend(entries, 0, 0, 3000).height
    assert legend([], 0, 0, 300).height == 0


def test_a_grid_has_a_cell_for_each_number_and_leads_to_its_row() -> None:
    rows = [
        Row(f"Phase {at}", [Cell("3", 1.0, "three"), Cell("–", 0.0, "none", warns=True)], f"ph_{at}") for at in "ab"
    ]
    made = grid(["Many", "Unterhaltungselektronikfachgeschäfte"], rows, 0, 0, 360, "de")
    check(Chart(360, made.height, made.shapes, made.spots, NO_TABLE))
    assert [spot.record for spot in made.spots] == ["ph_a", "ph_a", "ph_b", "ph_b"]
    assert said(Chart(0, 0, made.shapes, (), NO_TABLE)).count("3") == 2


@pytest.mark.parametrize("theme", [LIGHT, DARK, PAPER, ROOM_LIGHT, ROOM_DARK])
def test_text_reads_on_every_ground_of_a_share(theme: Theme) -> None:
    for share in range(101):
        ground = theme.colour(heat(share / 100))
        assert contrast(theme.colour("text"), ground) >= 4.5
