"""Channels and metrics on paper and in pictures, read back."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.split import page_rows, plan
from cjeditor.export.picture import write_picture
from cjeditor.layout.arrange import arrange
from cjeditor.layout.metrics import CHIP_HEIGHT
from cjeditor.model.cards import Note
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.project import Channel, Project
from cjeditor.model.replace import replace
from cjeditor.model.table import put
from tests.export import reading
from tests.export.samples import mortgage

WORDS = texts.of("de")
SMALLEST, LARGEST = 8 / 11, 0.9
SVG = "{http://www.w3.org/2000/svg}"
METRIC = Note(
    id="nt_zz",
    number=900,
    step="st_00002",
    lane="ln_z",
    rank="a0",
    kind="metric",
    text="kennen uns als Baufinanzierer",
    unit="%",
    target=50.0,
    actual=38.5,
    source="Markentracking",
)


def with_lanes(project: Project) -> Project:
    """The map with a lane of channels and one of metrics."""
    journey = project.maps[0]
    lanes = (
        Lane(id="ln_y", rank="a6", kind="channels", name="Kanäle"),
        Lane(id="ln_z", rank="a7", kind="metrics", name="Kennzahlen"),
    )
    journey = replace(journey, lanes=put(journey.lanes, lanes), notes=put(journey.notes, (METRIC,)))
    return replace(project, maps=(journey,))


def with_many_channels(count: int) -> Project:
    """One phase whose touchpoints use a channel each, of all modes."""
    project = with_lanes(mortgage(phases=2, per_phase=count))
    channels = tuple(
        Channel(id=f"ch_{i:03}", name=f"Kanal {i:03}", mode=("online", "offline", "mobile")[i % 3])
        for i in range(count)
    )
    journey = project.maps[0]
    touchpoints = tuple(
        replace(one, channel=f"ch_{i % count:03}", contact="direct") for i, one in enumerate(journey.touchpoints)
    )
    return replace(project, channels=channels, maps=(replace(journey, touchpoints=touchpoints),))


def handout(project: Project, path: Path, *parts: str) -> str:
    options = HandoutOptions(paper="A4", date="2026-11-22", parts=parts)  # type: ignore[arg-type]  # free for tests
    assert write_handout(project, project.maps[0].id, path, options) == ()
    return reading.squeezed(" ".join(reading.texts_of(path)))


def test_the_map_in_a_pdf_shows_channels_and_figures(tmp_path: Path) -> None:
    bare = handout(mortgage(), tmp_path / "bare.pdf", "map")
    found = handout(with_lanes(mortgage()), tmp_path / "out.pdf", "map")
    for wanted in ("38,5%", "kennen uns als Baufinanzierer", "Ziel 50%", "Kanäle"):
        assert reading.squeezed(wanted) in found, wanted
    assert found.count("Filiale") > bare.count("Filiale")
    assert reading.squeezed("Wechsel zwischen online, offline und mobil") in found
    assert reading.squeezed("Wechsel zwischen online") not in bare


def test_the_table_of_notes_says_what_a_metric_is(tmp_path: Path) -> None:
    found = handout(with_lanes(mortgage()), tmp_path / "out.pdf", "notes")
    assert reading.squeezed("Ist 38,5% · Ziel 50%") in found
    assert reading.squeezed("Quelle: Markentracking") in found


def test_the_legend_explains_chips_and_changes(tmp_path: Path) -> None:
    found = handout(with_lanes(mortgage()), tmp_path / "out.pdf", "legend")
    bare = handout(mortgage(), tmp_path / "bare.pdf", "legend")
    assert reading.squeezed("Kanal: mobil") not in found  # there is none
    for wanted in ("Kanal: online", "Kanal: offline", "Wechsel zwischen online", "der Strich das Ziel"):
        assert reading.squeezed(wanted) in found, wanted
        assert reading.squeezed(wanted) not in bare, wanted


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_pictures_show_the_lanes_too(suffix: str, tmp_path: Path) -> None:
    project = with_lanes(mortgage(phases=3))
    plain, path = tmp_path / f"plain.{suffix}", tmp_path / f"out.{suffix}"
    write_picture(mortgage(phases=3), "map_a", plain)
    assert write_picture(project, "map_a", path) == ()
    assert path.read_bytes() != plain.read_bytes()
    if suffix == "svg":
        root = ET.fromstring(path.read_bytes())  # noqa: S314  our own file
        said = [text.text for text in root.iter(f"{SVG}text")]
        assert "38,5\u202f%" in said
        assert said.count("Filiale") > 3


def test_each_page_has_the_chips_of_its_steps_and_no_others() -> None:
    project = with_lanes(mortgage())
    arrangement = arrange(project, "map_a", WORDS)
    _scale, parts = plan(arrangement, 762, 430, SMALLEST, LARGEST, WORDS)
    assert len(parts) > 1
    seen = []
    for part in parts:
        steps = {column.step.id for column in arrangement.columns[slice(*part.columns)]}
        for row in part.rows:
            for route in row.routes:
                box = row.lane_of(route.lane)
                assert box is not None
                for chip in itertools.chain.from_iterable(stop.chips for stop in route.stops):
                    assert chip.step in steps
                    assert box.y < chip.y < chip.y + CHIP_HEIGHT < box.y + box.height
                    seen.append((chip.step, chip.channel.id, chip.touchpoints))
    whole = arrangement.routes[0]
    assert sorted(seen) == sorted(
        (chip.step, chip.channel.id, chip.touchpoints) for stop in whole.stops for chip in stop.chips
    )


@pytest.mark.parametrize("height", [240, 330, 700])
def test_more_channels_than_a_page_holds_go_on_on_the_next(height: float) -> None:
    arrangement = arrange(with_many_channels(40), "map_a", WORDS)
    rows = page_rows(arrangement, (0, 2), height, SMALLEST, WORDS)
    shown = [channel.id for row in rows for route in row.routes for channel in route.rows]
    assert shown == [channel.id for channel in arrangement.routes[0].rows]
    for row in rows:
        assert (row.height + row.header_height + 4) * SMALLEST <= height + 0.01
        assert len({box.lane.id for box in row.lanes}) == len(row.lanes)
    names = [box.lane.name for row in rows for box in row.lanes if box.lane.kind == "channels"]
    assert names == ["Kanäle", *["Kanäle (Fortsetzung)"] * (len(names) - 1)]


def test_no_text_lies_on_other_text_with_many_channels(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    handout(with_many_channels(12), path, "map")
    for page in range(len(reading.page_sizes(path))):
        written = [box for box in reading.boxes(path, page) if box.text.strip()]  # icons have no text
        for one, other in itertools.combinations(written, 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.top, other.top) - max(one.bottom, other.bottom)
            assert across < 1 or down < 2, (one, other)


@pytest.mark.parametrize("suffix", ["pdf", "svg"])
def test_an_empty_lane_of_channels_says_nothing_on_paper_and_metrics_are_explained(suffix: str, tmp_path: Path) -> None:
    project = with_lanes(mortgage(phases=2))
    project = replace(project, channels=(), maps=(_without_channels(project.maps[0]),))
    path = tmp_path / f"out.{suffix}"
    if suffix == "pdf":
        said = handout(project, path, "map")
    else:
        assert write_picture(project, "map_a", path) == ()
        said = reading.squeezed(" ".join(ET.fromstring(path.read_bytes()).itertext()))  # noqa: S314  our own file
    assert reading.squeezed("der Strich das Ziel") in said
    assert reading.squeezed(WORDS.t("No touchpoint names a channel here yet."))[:12] not in said


def _without_channels(journey: JourneyMap) -> JourneyMap:
    return replace(journey, touchpoints=tuple(replace(one, channel=None) for one in journey.touchpoints))
