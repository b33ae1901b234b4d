"""Bars on slides: what they are of, in full, and their numbers beside it."""

from __future__ import annotations

from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from cjeditor.export.options import PublishOptions
from cjeditor.export.pptx.charts import ChartPlan, Series, add_chart
from cjeditor.export.pptx.shapes import EMU, Box
from cjeditor.export.pptx.slides import write_slides
from cjeditor.layout.measure import text_width
from cjeditor.layout.theme import LIGHT
from cjeditor.model.lookup import ordered
from cjeditor.resources import path as resource
from cjeditor.storage.load import load

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
KINDS = (XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.BAR_STACKED)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung " * 60
ENDLESS = "x" * 20_000


@pytest.fixture(scope="module")
def bars(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The charts of lying bars in the slides of a sample with long names."""
    sample = load(resource("samples/season-ticket.en.cjmap"))
    path = tmp_path_factory.mktemp("bars") / "bars.pptx"
    write_slides(sample, ordered(sample.maps)[0].id, path, PublishOptions(date="2026-11-28"))
    shapes = [shape for slide in Presentation(str(path)).slides for shape in slide.shapes if shape.has_chart]
    return [shape for shape in shapes if shape.chart.chart_type in KINDS]


def _names_room(shape: Any) -> float:
    """What the names beside bars have of the chart's width, in pixels."""
    left = float(next(shape.chart._chartSpace.iter(f"{C}x")).get("val"))
    return left * int(shape.width) / EMU


def test_names_beside_bars_are_whole_and_have_room(bars: list[Any]) -> None:
    names = [name for shape in bars for name in shape.chart.plots[0].categories]
    assert "Net Promoter Score of season ticket holders" in names
    assert "Asked at the help desk, Leeds, September 2026" in [name.replace("\n", " ") for name in names]
    assert [name for name in names if "…" in name] == []
    for shape in bars:
        for name in shape.chart.plots[0].categories:
            widest = max(text_width(line, "regular", 16) for line in name.split("\n"))
            assert widest < _names_room(shape), name


def test_numbers_of_bars_below_nought_stand_between_bar_and_name(bars: list[Any]) -> None:
    below = 0
    for shape in bars:
        values = [value for series in shape.chart.plots[0].series for value in series.values]
        if min(values) >= 0:
            continue
        below += 1
        axis = shape.chart.value_axis
        longest = (axis.maximum_scale or max(values)) - axis.minimum_scale
        room = (min(values) - axis.minimum_scale) / longest * (shape.width / EMU - _names_room(shape))
        assert room >= text_width("−100%", "regular", 16)
    assert below == 2


def test_names_too_long_for_their_row_are_cut() -> None:
    plan = ChartPlan("bars", [ENDLESS, LONG, "", "A"], [Series("n", [1.0] * 4, "primary")], "0", "Bars", "")
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    add_chart(slide, Box(0, 0, 600, 200), plan, LIGHT)
    endless, long, empty, short = slide.shapes[0].chart.plots[0].categories
    assert (empty, short) == ("–", "A")
    for name in (endless, long):
        assert name.count("\n") == 1
        assert name.endswith("…")
