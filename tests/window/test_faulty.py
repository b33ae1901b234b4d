from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.window.faulty import TITLE

PLACES = ("slot", "event", "paint", "event_filter", "model", "timer", "thread", "qt_thread", "pool", "freed")


def test_a_mistake_anywhere_is_told_once_after_the_work_was_kept(file: Path) -> None:
    command = [sys.executable, "-m", "tests.window.faulty", str(file)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2], timeout=100
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["told"] == [f"{place}: kept, told" for place in PLACES]
    assert seen["alive"]
    assert seen["logged"] == len(PLACES)
    assert "Traceback" not in done.stderr
    assert TITLE not in done.stderr
