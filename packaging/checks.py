"""Runs the checks, two at a time where that is quicker, and remembers which of them failed."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

WORKERS = "2"
BEHIND = 10
"""How much checks that run aside step back behind all others, from 0 to 19."""
NO_TESTS_COLLECTED = 5  # pytest's exit status


@dataclass
class Report:
    """What ran and what came of it."""

    failed: list[str] = field(default_factory=list)
    tests_ran: bool = False
    """Whether any of the pytest runs found a test."""
    tests_wanted: bool = False
    aside: IO[bytes] | None = None
    """Where the checks write; the terminal where None."""

    def check(self, name: str, command: list[str], env: Mapping[str, str] | None = None) -> int:
        """Run `command`, show what it says, note it under `name` when it fails; return its exit status."""
        self._say(f"\n=== {name}")
        started = time.monotonic()
        status = self._run(command, env)
        if status not in (0, NO_TESTS_COLLECTED):
            self.failed.append(name)
            self._say(f"=== {name} FAILED after {time.monotonic() - started:.1f} s", failure=True)
        return status

    def pytest(self, name: str, command: list[str], env: Mapping[str, str]) -> None:
        """Run pytest; that it finds nothing counts as failure only if no other run finds anything either."""
        self.tests_wanted = True
        self.tests_ran |= self.check(name, command, env) != NO_TESTS_COLLECTED

    def close(self) -> int:
        """Say what failed, if anything; return the exit status for the whole."""
        if self.tests_wanted and not self.tests_ran:
            self.failed.append("no test was found")
        if self.failed:
            print(f"\nFailed: {', '.join(self.failed)}", file=sys.stderr, flush=True)
        return 1 if self.failed else 0

    def _run(self, command: list[str], env: Mapping[str, str] | None) -> int:
        process = subprocess.Popen(command, env=env, stdout=self.aside, stderr=self.aside)
        if self.aside is not None and sys.platform != "win32":
            # What runs in front has people's patience and pace in it.
            os.setpriority(os.PRIO_PROCESS, process.pid, BEHIND)
        return process.wait()

    def _say(self, line: str, *, failure: bool = False) -> None:
        if self.aside is None:
            print(line, file=sys.stderr if failure else sys.stdout, flush=True)
        else:
            self.aside.write(f"{line}\n".encode())
            self.aside.flush()


@contextlib.contextmanager
def meanwhile(report: Report, work: Callable[[Report], None]) -> Iterator[None]:
    """Do `work` beside what the block does; what its checks say is shown when both are done."""
    with tempfile.TemporaryFile() as said:
        other = Report(aside=said)
        thread = threading.Thread(target=work, args=(other,))
        thread.start()
        try:
            yield
        finally:
            thread.join()
            said.seek(0)
            sys.stdout.write(said.read().decode(errors="replace"))
            sys.stdout.flush()
            report.failed += other.failed


def static(report: Report, python: str) -> None:
    """Run the checks that only read the source."""
    report.check("ruff", [python, "-m", "ruff", "check", "--quiet"])
    report.check("ruff format", [python, "-m", "ruff", "format", "--check", "--quiet"])
    report.check("mypy", [python, "-m", "mypy", "--no-error-summary"])
    report.check("import contracts", [str(Path(python).with_name("lint-imports")), "--no-logo"])


def end_to_end(report: Report, python: str, arguments: list[str]) -> None:
    """Run the tests that drive the real program, on an X server of their own."""
    with virtual_display() as display:
        env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        env.pop("WAYLAND_DISPLAY", None)
        # Collecting all the others only to leave them out takes longer than two of these tests.
        where = [] if any(Path(argument.split("::")[0]).exists() for argument in arguments) else ["tests/end_to_end"]
        report.pytest("end to end", [python, "-m", "pytest", "-m", "e2e", *where, *arguments], env)


def offscreen(report: Report, python: str, arguments: list[str]) -> None:
    """Run all other tests, on two cores and without a screen."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    report.pytest("tests", [python, "-m", "pytest", "-n", WORKERS, "--dist", "worksteal", *arguments], env)


@contextlib.contextmanager
def virtual_display() -> Iterator[str]:
    """Run an X server on a free display number and give its name, for example ``:1``."""
    reading, writing = os.pipe()
    # -noreset: without it the server forgets everything when the first program closes its last window.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
