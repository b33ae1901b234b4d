#!/usr/bin/env python3
"""Run, test and measure cjeditor from a source checkout; each verb first makes the set-up true.

    python3 packaging/dev.py run [FILE]           start the editor (without a display: print the sample into out/)
    python3 packaging/dev.py test [--long] [...]  every check there is; what follows goes to pytest
    python3 packaging/dev.py bench [...]          measure
    python3 packaging/dev.py lint                 only the checks that read the source

Needs the standard library of Python 3.11 and nothing else.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file meets whatever Python the machine has
    sys.exit("cjeditor: Python 3.11 or newer is needed; this is " + sys.version.split()[0])

# Below the version check, since these use Python 3.11; Python finds them beside this file.
import checks
import machine

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "first-home.de.cjmap"
OUT = ROOT / "out"
_LONGEST_MEASUREMENT = 1_800
"""Seconds."""


def main(argv: list[str]) -> int:
    """Do what `argv` says; return the exit status."""
    # Tools and tests read and write UTF-8 wherever they run, and speak English.
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop("LANGUAGE", None)
    # Where Python keeps nothing that it compiled, each of the hundred programs that the tests start compiles all anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.chdir(ROOT)
    options, rest = _parser().parse_known_args(argv)
    if rest and options.verb not in ("test", "bench"):
        _parser().error("unrecognized arguments: " + " ".join(rest))
    try:
        if options.verb == "run":
            return run(options.file)
        if options.verb == "test":
            return test(rest, long=options.long)
        if options.verb == "bench":
            return bench(rest)
        return lint()
    except machine.SetupFailed as failure:
        print(f"cjeditor: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(file: Path | None) -> int:
    """Start the editor with `file`, or with the sample; without a display write handout and picture into ``out/``."""
    display = _has_display()
    python = machine.make_ready(ROOT, machine.WINDOW if display else machine.NOTHING)
    wanted = file or SAMPLE
    if display:
        return subprocess.call([python, "-m", "cjeditor", str(wanted)])
    OUT.mkdir(exist_ok=True)
    print("cjeditor: there is no display here, so the map is printed instead", flush=True)
    for suffix in (".pdf", ".png"):
        target = OUT / (wanted.name.split(".")[0] + suffix)
        status = subprocess.call([python, "-m", "cjeditor", "export", str(wanted), "-o", str(target)])
        if status != 0:
            return status
        print(target.relative_to(ROOT), flush=True)
    return 0


def test(arguments: list[str], *, long: bool) -> int:
    """Run every check; pytest comes last so that its closing line ends the output of a good run."""
    python = machine.make_ready(ROOT, machine.WINDOW + machine.TESTS)
    arguments = [*(["--long"] if long else []), *arguments]
    report = checks.Report()

    def read_the_source(aside: checks.Report) -> None:
        checks.static(aside, python)

    # The real program mostly waits for keys and mouse, and the other core is free.
    with checks.meanwhile(report, read_the_source):
        checks.end_to_end(report, python, arguments)
    checks.offscreen(report, python, arguments)
    return report.close()


def bench(arguments: list[str]) -> int:
    """Measure; the numbers appear on the terminal."""
    python = machine.make_ready(ROOT, machine.WINDOW)
    # On a machine that does other things, too, a measurement takes as long as it takes.
    patient = ["--timeout", str(_LONGEST_MEASUREMENT), "-o", f"faulthandler_timeout={_LONGEST_MEASUREMENT - 20}"]
    command = [python, "-m", "pytest", "tests/benchmarks", "-m", "benchmark", "-s", *patient, *arguments]
    return subprocess.call(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})


def lint() -> int:
    """Run the checks that only read the source."""
    python = machine.make_ready(ROOT, machine.NOTHING)
    report = checks.Report()
    checks.static(report, python)
    return report.close()


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Run, test and measure cjeditor.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="run | test | bench | lint")
    running = verbs.add_parser("run", help="start the editor; without a display print the sample into out/")
    running.add_argument("file", nargs="?", type=lambda text: Path(text).absolute(), metavar="FILE")
    testing = verbs.add_parser("test", help="every check; further arguments go to pytest")
    testing.add_argument("--long", action="store_true", help="the tests that take many seconds, too")
    verbs.add_parser("bench", help="measure; further arguments go to pytest")
    verbs.add_parser("lint", help="only the checks that read the source")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
