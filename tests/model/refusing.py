"""How model tests look at refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cjeditor.model.problem import CODE_PARAMS, EditRefused, Problem


def refusal(edit: Callable[..., object], *arguments: Any, **named: Any) -> Problem:
    """The problem with which `edit` refuses; its parameters must be those that the registry promises."""
    with pytest.raises(EditRefused) as caught:
        edit(*arguments, **named)
    problem = caught.value.problem
    assert set(CODE_PARAMS[problem.code]) <= set(problem.params)
    return problem
