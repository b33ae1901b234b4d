"""Whatever is done to a valid file, it is a valid project or is refused in our words, soon and in little memory."""

from __future__ import annotations

import random
import sys
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.model import rules
from cjeditor.model.pictures import without_unused
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.diagnosis import Unreadable
from cjeditor.storage.mending import NOTHING, mended
from cjeditor.storage.save import dumps
from cjeditor.wording import PHRASES, line
from tests.storage import fuzzing
from tests.storage.hostile.case import sound
from tests.storage.mutating import MUTATIONS, mutated
from tests.storage.processes import in_a_process
from tests.strategies import projects

ROUNDS = 1_500
LONG_ROUNDS = 100_000
FUZZ_RUNS = 200_000

MEASURED = """
import json, random, re, sys, time
from pathlib import Path
from cjeditor.storage.diagnosis import Unreadable
from cjeditor.storage.mending import mended
from cjeditor.storage.save import dumps
from tests.builders import big_project
from tests.storage.mutating import mutated
data, chance, slowest, opened = dumps(big_project(2_000)), random.Random(int(sys.argv[1])), 0.0, 0
for _ in range(int(sys.argv[2])):
    file = mutated(data, chance)
    before = time.process_time()
    try:
        mended(file)
        opened += 1
    except Unreadable:
        pass
    slowest = max(slowest, time.process_time() - before)
before = time.process_time()
mended(data)
sound = time.process_time() - before
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([opened, slowest / sound, int(peak[1]) / 1024]))
"""


def outcome(data: bytes) -> str:
    """What comes of a file: `opened`, or the code of the first problem; anything else fails the test."""
    project: Project | None = None
    problems: tuple[Problem, ...] = ()
    try:
        project, _ = mended(data)
    except Unreadable as refused:
        problems = refused.problems
    if project is not None:
        assert rules.problems(project) == []
        assert mended(dumps(project)) == (without_unused(project), NOTHING)
        return "opened"
    words = texts.of("de")
    for problem in problems:
        assert problem.code == "field-refused" or problem.code in PHRASES
        assert "\n" not in line("x.cjmap", problem, words)
    return problems[0].code


def outcomes(rounds: int, seed: int) -> Counter[str]:
    """What comes of so many damaged files."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    data = dumps(sound())
    return Counter(outcome(mutated(data, chance)) for _ in range(rounds))


def test_a_damaged_file_is_valid_or_refused() -> None:
    found = outcomes(ROUNDS, 6)
    assert found["opened"] > ROUNDS / 50, "some damage leaves a valid file"
    assert len(found) >= 10, "in many ways"


def test_each_kind_of_damage_is_met() -> None:
    chance = random.Random(1)  # noqa: S311  not for secrets
    data = dumps(sound())
    for mutation in MUTATIONS:
        changed = [mutation(data, chance) for _ in range(25)]
        assert len({each for each in changed if each != data}) > 5, mutation
        for each in changed:
            outcome(each)


@given(project=projects(max_cards=4), seed=st.integers(0, 2**32))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_damage_to_any_project_is_valid_or_refused(project: Project, seed: int) -> None:
    outcome(mutated(dumps(project), random.Random(seed)))  # noqa: S311  not for secrets


@given(st.binary(max_size=300))
def test_any_bytes_are_valid_or_refused(data: bytes) -> None:
    outcome(data)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=8))
def test_anything_in_any_field_is_valid_or_refused(value: object) -> None:
    for data in fuzzing.with_value_in_turn(value):
        outcome(data)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_damaged_files_are_valid_or_refused() -> None:
    found = outcomes(LONG_ROUNDS, random.SystemRandom().randrange(2**32))
    print(dict(found))  # noqa: T201  the figures for the README
    assert sum(found.values()) == LONG_ROUNDS
    assert len(found) >= 15


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux counts it")
@pytest.mark.parametrize("rounds", [40, pytest.param(2_000, marks=[pytest.mark.long, pytest.mark.timeout(1_200)])])
def test_damage_to_a_large_file_costs_little(rounds: int) -> None:
    opened, times, megabytes = in_a_process(MEASURED, "7", str(rounds), timeout=1_100)
    assert opened < rounds
    # Finding what else is wrong reads a damaged file up to twenty times, and then once more without its pictures.
    assert times < 200
    assert megabytes < 500


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_the_loader_survives_a_fuzzer_that_sees_its_branches() -> None:
    """Atheris steers by what the loader's Python code does; it ends at the first exception that is not ours."""
    pytest.importorskip("atheris", reason="has no wheel for this machine")
    runs = fuzzing.run(FUZZ_RUNS)
    assert runs >= FUZZ_RUNS
