"""The limits are in one place, each with its reason, and the README states them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from cjeditor.model import fields, pictures
from cjeditor.storage import limits
from tests import hostile_strings
from tests.storage.test_hostile_files import ALL
from tests.storage.test_mutations import FUZZ_RUNS, LONG_ROUNDS
from tests.storage.test_save_faults import FAULTS
from tests.window.killed.test_killed import LONG_ROUNDS as KILL_ROUNDS

ROOT = Path(__file__).parents[2]
NAMES = [name for name in vars(limits) if name.isupper() and name != "MEGABYTE"]


def section(title: str = "## Files from others") -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return readme.split(title, 1)[1].split("\n## ", 1)[0]


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def test_each_limit_has_its_reason() -> None:
    tree = ast.parse(Path(limits.__file__).read_text(encoding="utf-8"))
    told = {
        node.target.id
        for node, after in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and len(str(after.value.value)) > 40
    }
    assert sorted(told) == sorted(NAMES)


def test_storage_has_no_limits_of_its_own() -> None:
    for module in (ROOT / "cjeditor" / "storage").glob("*.py"):
        if module.name != "limits.py":
            text = module.read_text(encoding="utf-8")
            assert re.findall(r"^_?[A-Z_]*(?:LIMIT|MOST|MAX)[A-Z_]*\b.* = ", text, re.MULTILINE) == [], module


def test_the_readme_states_them() -> None:
    said = section()
    for number in (
        spaced(limits.PARTS),
        str(limits.NESTING),
        spaced(fields.LINE_LIMIT),
        spaced(fields.TEXT_LIMIT),
        spaced(pictures.LONGEST_SIDE),
        spaced(limits.PICTURE_SIDE),
        f"{limits.FILE_SIZE // limits.MEGABYTE} MB",
        f"{limits.PICTURE_FILE_SIZE // 1_000_000} MB",
        f"{limits.PICTURE_FILE_PIXELS // 1_000_000} million",
        f"{pictures.MOST_PIXELS // 1_000_000} million",
        f"{limits.HISTORY_SIZE // 1_000_000} MB",
        spaced(LONG_ROUNDS),
        spaced(FUZZ_RUNS),
    ):
        assert number in said, number


def test_the_readme_counts_kills_and_faults_as_the_tests_do() -> None:
    """How many snapshots and calls that were is another number on each machine, and is not said."""
    promise = section("## What we promise about your work")
    said = [int(found.replace(" ", "")) for found in re.findall(r"\d[\d ]*(?= rounds| kills| faults)", promise)]
    assert said == [KILL_ROUNDS, 2 * KILL_ROUNDS, len(FAULTS)]
    assert not re.search(r"\d", promise.replace("\n", " ").split("injected", 1)[1]), "no other number stands there"


def test_the_readme_does_not_boast() -> None:
    files, strings = (int(found) for found in re.findall(r"(\d+)\s+(?:files made|strings that)", section()))
    assert len(ALL) >= files
    assert len(hostile_strings.STRINGS) >= strings
