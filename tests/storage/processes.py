"""Python in a process of its own, for tests that need other rights or limits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def in_a_process(script: str, *arguments: str, timeout: float = 60) -> Any:
    """What `script`, run with `arguments`, printed as JSON."""
    result = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
        cwd=Path(__file__).parents[2],
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
