"""The registry of codes is complete."""

from __future__ import annotations

import re
from pathlib import Path

from cjeditor.model import problem

MODEL = Path(problem.__file__).parent
RAISED = re.compile(r"(?:refused|Problem)\(\s*\"([a-z-]+)\"(.*)")


def test_every_code_is_registered_and_every_registered_code_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(MODEL.rglob("*.py")))
    assert {code for code, _rest in RAISED.findall(text)} == problem.CODES


def test_a_refusal_says_what_and_where_in_logs_too() -> None:
    refusal = problem.refused("wrong-lane", "tp_a", number=3, lane="Goals")
    assert str(refusal) == "wrong-lane at tp_a {'number': 3, 'lane': 'Goals'}"
    assert refusal.problem == problem.Problem("wrong-lane", ("tp_a",), {"number": 3, "lane": "Goals"})
    assert hash(refusal.problem) == hash(problem.Problem("wrong-lane", ("tp_a",)))
