"""Pictures that promise to be small and are not cost little, on screen and on paper."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.storage.processes import in_a_process

MEASURED = """
import json, re, sys
from pathlib import Path
from cjeditor.canvas.pictures import decoded
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.picture import write_picture
from cjeditor.storage.load import loads
from cjeditor.storage.save import dumps
from tests.builders import MAP
from tests.pictures import asset_of, illustrated
from tests.storage.hostile.pictures import SOUND_AND_CHEAP, SOUND_BUT_NOT_DRAWN
folder = Path(sys.argv[1])
assets = [asset_of(data) for data in (*SOUND_AND_CHEAP.values(), *SOUND_BUT_NOT_DRAWN.values())]
for asset in assets:
    image = decoded(asset, 64)
    assert image.width() <= 64 and image.height() <= 64
project = loads(dumps(illustrated(*assets)), "x")
write_handout(project, MAP, folder / "x.pdf", HandoutOptions(date="2026-11-27"))
write_picture(project, MAP, folder / "x.svg")
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([len(assets), int(peak[1]) / 1024]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux counts it")
def test_pictures_that_lie_cost_little_memory(tmp_path: Path) -> None:
    pictures, megabytes = in_a_process(MEASURED, str(tmp_path))
    assert pictures > 20
    assert megabytes < 600
