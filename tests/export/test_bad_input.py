"""Whatever is in a map, its handout comes out whole: no text lies over another one or leaves its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import black

from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions, Paper
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.export import reading
from tests.export.samples import mortgage

QUICK = ("cover", "message", "overview", "findings", "map", "loop", "legend")
"""Parts that place texts themselves, and not line by line."""


def long(journey: JourneyMap) -> JourneyMap:
    """Everything that stands on the cover is far too long."""
    return replace(
        journey,
        title=("Lang und länger " * 200)[:3_000],
        key_finding="Wort " * 600,
        scenario="Satz " * 600,
        scope="s " * 1_500,
        owner="O" * 800,
        decision="Entscheidung " * 200,
    )


def endless(journey: JourneyMap) -> JourneyMap:
    """Words without an end, everywhere."""
    return replace(
        journey,
        title="W" * 500,
        phases=tuple(replace(one, name="P" * 300, description="D" * 900) for one in journey.phases),
        lanes=tuple(replace(one, name="L" * 200) for one in journey.lanes),
        touchpoints=tuple(replace(one, title="M" * 400, description="ß" * 900) for one in journey.touchpoints),
        notes=tuple(replace(one, text="Q" * 900) for one in journey.notes),
    )


def crowded(journey: JourneyMap) -> JourneyMap:
    """400 touchpoints in one cell, and none elsewhere."""
    first = journey.touchpoints[0]
    many = tuple(
        replace(first, id=f"tp_{i:05d}", number=1_000 + i, title=f"Karte {i} mit etwas Text") for i in range(400)
    )
    return replace(journey, touchpoints=many, links=())


def empty(journey: JourneyMap) -> JourneyMap:
    """Nothing at all."""
    return replace(journey, phases=(), steps=(), touchpoints=(), notes=(), links=(), title="")


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("bad", [long, endless, crowded, empty])
def test_no_text_lies_over_another_or_leaves_its_page(
    bad: Callable[[JourneyMap], JourneyMap], paper: Paper, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    options = HandoutOptions(date="2026-11-27", paper=paper, parts=QUICK, landscape=paper == "A4")
    project = spoilt(bad)
    write_handout(project, project.maps[0].id, path, options)
    assert reading.faults(path) == []


@pytest.mark.long
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("bad", [long, endless, crowded, empty])
def test_no_text_of_any_part_lies_over_another(
    bad: Callable[[JourneyMap], JourneyMap], landscape: bool, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    options = HandoutOptions(date="2026-11-27", paper="A4", parts=PART_KEYS, landscape=landscape)
    project = spoilt(bad)
    write_handout(project, project.maps[0].id, path, options)
    assert reading.faults(path) == []


def test_faults_are_seen(tmp_path: Path) -> None:
    """The tests above would see what they look for."""
    path = tmp_path / "out.pdf"
    writer = PdfWriter(path, language="en", date="2026-11-27")
    writer.setPageSize((300, 300))
    writer.setFillColor(black)
    for text, x, y in (("first line", 50, 100), ("over it", 70, 104), ("off the page", 260, 200), ("alone", 50, 50)):
        writer.drawString(x, y, text)
    writer.showPage()
    writer.save()
    over, off = sorted(reading.faults(path), reverse=True)
    assert "first line" in over
    assert "off the" in off


def spoilt(bad: Callable[[JourneyMap], JourneyMap]) -> Project:
    """The project with a map that `bad` has spoilt."""
    project = mortgage()
    return replace(project, maps=(bad(project.maps[0]),))
