from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor.export.choose import choose_map
from cjeditor.export.problems import ExportRefused
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project

OUT = Path("out.pdf")
PROJECT = Project(
    maps=(
        JourneyMap(id="map_a", rank="a1", title="Zweite"),
        JourneyMap(id="map_b", rank="a0", title="Erste  Map"),
        JourneyMap(id="map_c", rank="a2", title="doppelt"),
        JourneyMap(id="map_d", rank="a3", title="Doppelt"),
    )
)


@pytest.mark.parametrize(
    ("name", "found"),
    [("", "map_b"), ("map_a", "map_a"), ("Zweite", "map_a"), (" erste map ", "map_b"), ("map_d", "map_d")],
)
def test_by_id_or_title(name: str, found: str) -> None:
    assert choose_map(PROJECT, name, OUT).id == found


@pytest.mark.parametrize(
    ("project", "name", "code"),
    [
        (Project(), "", "export-no-map"),
        (PROJECT, "Dritte", "export-map-unknown"),
        (PROJECT, "Doppelt", "export-map-ambiguous"),
    ],
)
def test_refused(project: Project, name: str, code: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        choose_map(project, name, OUT)
    assert refused.value.problem.code == code


def test_the_known_ones_are_named() -> None:
    with pytest.raises(ExportRefused) as refused:
        choose_map(PROJECT, "Dritte", OUT)
    assert refused.value.problem.params["known"] == "Erste  Map, Zweite, doppelt (map_c), Doppelt (map_d)"
    with pytest.raises(ExportRefused) as refused:
        choose_map(PROJECT, "Doppelt", OUT)
    assert refused.value.problem.params["known"] == "map_c, map_d"
