"""The smallest paper that is taken has room for what is printed; on smaller ones nothing is printed at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor import cli
from cjeditor.export.handout import write_handout
from cjeditor.export.options import SHORTEST_SIDE, HandoutOptions, OwnSize
from cjeditor.export.presets import preset
from cjeditor.model.project import Project
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*.cjmap"))
SQUARE = OwnSize(SHORTEST_SIDE, SHORTEST_SIDE)


def faults(project: Project, key: str, paper: OwnSize, out: Path, *, landscape: bool = True) -> list[str]:
    chosen = preset(key)
    options = HandoutOptions(
        parts=chosen.parts, audience=chosen.audience, paper=paper, landscape=landscape, date="2026-12-01"
    )
    write_handout(project, project.maps[0].id, out, options)
    return reading.faults(out)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_short_version_fits(sample: Path, tmp_path: Path) -> None:
    project, out = load(sample), tmp_path / "out.pdf"
    assert faults(project, "short", SQUARE, out) == []
    for landscape in (True, False):
        assert faults(project, "short", OwnSize(SHORTEST_SIDE, 297), out, landscape=landscape) == []


@pytest.mark.parametrize("project", [load(SAMPLES[-1]), mortgage()], ids=["sample", "all marks"])
def test_everything_fits(project: Project, tmp_path: Path) -> None:
    assert faults(project, "full", SQUARE, tmp_path / "out.pdf") == []


@pytest.mark.parametrize("paper", ["148x210", "150x150", "200x200", f"{SHORTEST_SIDE - 1}x500"])
@pytest.mark.parametrize("side", ["--portrait", "--landscape"])
def test_less_is_refused(paper: str, side: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wishes = ["--preset", "short", "--paper", paper, side, "--lang", "en"]
    assert cli.main(["export", str(SAMPLES[0]), "-o", str(tmp_path / "out.pdf"), *wishes]) == cli.WRONG_USAGE
    said = capsys.readouterr().err
    assert f"“{paper}” is no paper of {SHORTEST_SIDE} to 5000 mm a side" in said
    assert list(tmp_path.iterdir()) == []
