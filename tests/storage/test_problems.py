"""The register of storage's problems is complete, and errors of the system find their way into it."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from cjeditor.model import problem as model_problem
from cjeditor.storage import problems

STORAGE = Path(problems.__file__).parent


def test_every_code_is_registered_and_every_registered_code_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(STORAGE.glob("*.py")))
    raised = set(re.findall(r'Problem\(\s*"([a-z0-9-]+)"', text)) - model_problem.CODES
    raised |= set(re.findall(r'read_file\([^()"]*"([a-z0-9-]+)"\)', text))
    body = text.split("_BOTH = {", 1)[1] + (STORAGE / "diagnosis.py").read_text(encoding="utf-8")
    raised |= {code for code in problems.CODES if f'"{code}"' in body}
    assert raised == problems.CODES
    assert problems.CONFLICTS < problems.CODES
    assert not problems.CODES & model_problem.CODES


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_error_of_the_system_has_a_problem_with_its_parameters(number: int) -> None:
    for problem in (problems.from_reading(OSError(number, "x")), problems.from_writing(OSError(number, "x"))):
        assert set(problem.params) == set(problems.CODE_PARAMS[problem.code])


def test_errors_without_a_number_have_one_too() -> None:
    assert problems.from_writing(OSError("odd")).params == {"reason": "OSError"}
    assert problems.from_reading(TimeoutError()).params == {"reason": "TimeoutError"}
