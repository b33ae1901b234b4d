"""Huge files, or files made to be hard to read: each is refused without a hang and within 500 MB.

How long that takes is measured by the benchmarks; here only a minute without an answer counts as a hang.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjeditor.storage import limits
from cjeditor.storage.save import dumps
from tests.builders import big_project
from tests.storage.processes import in_a_process

HEAD = b'{"format": "cjeditor-project", "version": 2,\n'

MEASURED = """
import json, re, sys
from pathlib import Path
from cjeditor.storage.load import FileRefused, load
try:
    load(Path(sys.argv[1]))
    codes = []
except FileRefused as refused:
    codes = [problem.code for problem in refused.problems]
# Not getrusage: its peak is the parent's where that was larger, exec does not reset it.
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([codes[:1], int(peak[1]) / 1024]))
"""


def _stray_cards(count: int) -> bytes:
    card = b'{"id":"tp_%08d","number":1,"step":"st_x","lane":"ln_x","rank":"a0","title":"%s"}'
    cards = b",\n".join(card % (i, b"x" * 60) for i in range(count))
    return HEAD + b'"maps":[{"id":"map_a","rank":"a0","touchpoints":[' + cards + b"]}]}"


HUGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "5 MB of brackets": (lambda: b"[" * 5_000_000, "not-a-project"),
    "5 MB of brackets within": (lambda: HEAD + b'"title":' + b"[" * 5_000_000, "nested-too-deep"),
    "5 MB of braces within": (lambda: HEAD + b'"title":' + b'{"a":' * 1_000_000, "nested-too-deep"),
    "80 MB of title": (lambda: HEAD + b'"title": "' + b"x" * 80_000_000 + b'"}', "too-big"),
    "60 MB of title": (lambda: HEAD + b'"title": "' + b"x" * 60_000_000 + b'"}', "field-refused"),
    "60 MB of numbers": (lambda: HEAD + b'"title": [' + b"1," * 30_000_000 + b"1]}", "too-many-parts"),
    "7 MB of numbers": (lambda: HEAD + b'"title": [' + b"1," * 3_500_000 + b"1]}", "field-refused"),
    "7 MB of empty arrays": (lambda: HEAD + b'"title": [' + b"[]," * 2_300_000 + b"1]}", "field-refused"),
    "7 MB of bad maps": (lambda: HEAD + b'"maps": [' + b'{"a":1},' * 900_000 + b"1]}", "field-refused"),
    "7 MB of unknown fields": (
        lambda: HEAD + b",".join(b'"k%d":1' % number for number in range(600_000)) + b"}",
        "too-many-parts",
    ),
    "19 MB of cards that lie nowhere": (lambda: _stray_cards(130_000), "unknown-reference"),
    "32 MB of cards": (lambda: _stray_cards(200_000), "too-many-parts"),
    "7 MB of blanks": (lambda: b" " * 7_000_000, "empty-file"),
    "7 MB of backslashes": (lambda: HEAD + b'"title": "' + b"\\\\" * 3_500_000 + b'"}', "field-refused"),
    "4 MB of one key": (lambda: HEAD + b'"title":"a",' * 350_000 + b'"client":"b"}', "key-twice"),
}


LIKE_OTHERS = ("60 MB of numbers", "7 MB of empty arrays", "7 MB of unknown fields")
"""What the loader gives up at the same place as others, each after a second and more."""


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux counts it")
@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.long) if one in LIKE_OTHERS else one for one in HUGE]
)
def test_huge_files_cost_little(name: str, tmp_path: Path) -> None:
    make, code = HUGE[name]
    file = tmp_path / "huge.cjmap"
    file.write_bytes(make())
    codes, megabytes = in_a_process(MEASURED, str(file))
    assert codes == [code]
    assert megabytes < 500


def test_the_limits_leave_room_for_real_projects() -> None:
    data = dumps(big_project(3000))
    assert len(data) * 30 < limits.FILE_SIZE
    assert sum(map(data.count, (b",", b"[", b"{"))) * 15 < limits.PARTS
