"""How long opening and saving 10 000 touchpoints take, against the standard library's JSON alone; and refusing.

Goals, as ratios: opening to a validated project 1.3, saving with validation and flush to the disk 0.6; the refusal of
a file made to be hard to read 40 times the reading of a real project of 10 000 touchpoints.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from cjeditor.model.cards import DropOffPoint, Kpi, Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Channel, Persona, Project
from cjeditor.storage.save import save
from tests.storage.test_huge_files import HUGE

pytestmark = pytest.mark.benchmark

CARDS = 10_000
ROUNDS = 9
SENTENCE = "die Kundin sieht das Plakat an der Haltestelle und überlegt ob das Angebot: 9 % für sie passt"
WORDS = SENTENCE.split()


def workshop_project() -> Project:
    """A map as it is after many workshops: long descriptions, every third card with waits, some with figures."""
    chance = random.Random(1)  # noqa: S311 - the same cards every time
    steps = tuple(Step(id=f"st_{n:04d}", phase=f"ph_{n // 4:04d}", rank=f"a{n:04d}") for n in range(200))
    phases = tuple(Phase(id=f"ph_{n:04d}", rank=f"a{n:04d}", name=f"Phase {n}") for n in range(50))
    return Project(
        title="Benchmark",
        language="de",
        channels=tuple(Channel(id=f"ch_{n}", name=f"Kanal {n}") for n in range(8)),
        personas=(Persona(id="ps_a", name="Eva"),),
        maps=(
            JourneyMap(
                id="map_1",
                rank="a0",
                title="Kauf",
                phases=phases,
                steps=steps,
                lanes=(Lane(id="ln_a", rank="a0", kind="touchpoints"),),
                touchpoints=tuple(_card(number, chance) for number in range(CARDS)),
            ),
        ),
    )


def _card(number: int, chance: random.Random) -> Touchpoint:
    more: dict[str, Any] = {}
    if chance.random() < 0.3:
        more |= {"expected_wait": Span(amount=2.0), "actual_wait": Span(amount=9.0)}
    if chance.random() < 0.15:
        drop_off = DropOffPoint(
            id=f"do_{number:05d}", reason="extra-costs", title="Zusatzkosten", likelihood=3, impact=4
        )
        more["drop_off_points"] = (drop_off,)
    if chance.random() < 0.1:
        more["kpis"] = (Kpi(id=f"kp_{number:05d}", name="Anrufe", unit="am Tag", target=4.0, actual=5.5),)
    if chance.random() < 0.4:
        more |= {"tags": ("preis", "plakat"), "owner": "Marketing"}
    if chance.random() < 0.3:
        more |= {"evidence": "qualitative", "evidence_source": "Interview 7", "votes": 3}
    return Touchpoint(
        id=f"tp_{number:05d}",
        number=number + 1,
        step=f"st_{chance.randrange(200):04d}",
        lane="ln_a",
        rank=f"a{number:05d}",
        title=" ".join(chance.choices(WORDS, k=5)),
        description=" ".join(chance.choices(WORDS, k=chance.randint(0, 100))),
        channel=f"ch_{chance.randrange(8)}",
        persona="ps_a",
        emotion=chance.randint(-2, 2),
        **more,
    )


# Each in a process of its own, as when a file is opened: with memory that was not used before.
JSON_LOADS = """
import json, sys, time
data = open(sys.argv[1], "rb").read()
start = time.perf_counter()
document = json.loads(data)
print(time.perf_counter() - start)
"""
LOADS = """
import sys, time
from cjeditor.storage.load import loads
from cjeditor.storage.save import dumps
from tests.builders import small_project
data = open(sys.argv[1], "rb").read()
loads(dumps(small_project()), "warm")
start = time.perf_counter()
project = loads(data, sys.argv[1])
print(time.perf_counter() - start)
"""
JSON_DUMPS = """
import json, sys, time
document = json.load(open(sys.argv[1], "rb"))
start = time.perf_counter()
text = json.dumps(document, indent=2)
print(time.perf_counter() - start)
"""
SAVE = """
import sys, time
from pathlib import Path
from cjeditor.storage.load import open_file
from cjeditor.storage.save import save
from tests.storage.test_huge_files import HUGE
opened = open_file(Path(sys.argv[1]))
start = time.perf_counter()
save(opened.project, Path(sys.argv[1]), expected=opened.fingerprint)
print(time.perf_counter() - start)
"""
REFUSE = """
import sys, time
from pathlib import Path
from cjeditor.storage.load import FileRefused, load
start = time.perf_counter()
try:
    load(Path(sys.argv[1]))
except FileRefused:
    print(time.perf_counter() - start)
"""


def seconds(script: str, file: Path) -> float:
    """What `script` measured."""
    command = [sys.executable, "-c", script, str(file)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    return float(result.stdout)


@pytest.mark.parametrize(
    ("name", "ours", "theirs", "goal"),
    [
        ("open, against json.loads", LOADS, JSON_LOADS, 1.3),
        ("save, against json.dumps(indent=2)", SAVE, JSON_DUMPS, 0.6),
    ],
)
def test_ratio(
    name: str, ours: str, theirs: str, goal: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "big.cjmap"
    save(workshop_project(), file, expected=None)
    pairs = [(seconds(ours, file), seconds(theirs, file)) for _ in range(ROUNDS)]
    ratio = median(one / other for one, other in pairs)
    best = [min(times) * 1000 for times in zip(*pairs, strict=True)]
    with capsys.disabled():
        print(
            f"\n{name}: {ratio:.2f} (goal {goal}); best {best[0]:.0f} ms against {best[1]:.0f} ms;"
            f" {CARDS} touchpoints, {file.stat().st_size / 1e6:.1f} MB"
        )
    assert all(one > 0 for pair in pairs for one in pair)


@pytest.mark.parametrize("name", HUGE)
def test_refusing(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    real, hostile = tmp_path / "big.cjmap", tmp_path / "huge.cjmap"
    save(workshop_project(), real, expected=None)
    hostile.write_bytes(HUGE[name][0]())
    pairs = [(seconds(REFUSE, hostile), seconds(JSON_LOADS, real)) for _ in range(3)]
    with capsys.disabled():
        print(f"\nrefuse {name}: {median(one / other for one, other in pairs):.1f} (goal 40)")
    assert all(one > 0 for pair in pairs for one in pair)
