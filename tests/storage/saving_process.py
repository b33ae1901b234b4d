"""Forks processes that save one project once, so that each can be watched and disturbed by itself.

Reads lines from its input: the first is the path to save to; each further one is an order:
`fork` starts a process and answers with its number; that process waits for the next line (whatever it is), saves, and
answers `saved` or the problem's code. `limit N` is `fork` with files of at most N bytes.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.save import SaveFailed, save
from tests.builders import small_project


def main() -> None:
    """Serve until the input ends."""
    project = replace(small_project(), title="New")
    path = Path(next_line())
    save(project, path, expected=None)  # whatever is done only the first time is done now
    while order := next_line():
        process = os.fork()
        if process == 0:
            if order.startswith("limit "):
                resource.setrlimit(resource.RLIMIT_FSIZE, (int(order.split()[1]),) * 2)
            serve_one(project, path)
            os._exit(0)
        os.waitpid(process, 0)
        say("ended")


def serve_one(project: Project, path: Path) -> None:
    """Wait, save, tell."""
    say(str(os.getpid()))
    next_line()
    try:
        save(project, path, expected=None)
        answer = "saved"
    except SaveFailed as failed:
        answer = failed.problem.code
    say(answer)


def next_line() -> str:
    """One line of input, read without a buffer, which the forked processes would inherit."""
    line = b""
    while not line.endswith(b"\n"):
        read = os.read(0, 1)
        if not read:
            return ""
        line += read
    return line.decode().rstrip("\n")


def say(line: str) -> None:
    """One line of output, at once."""
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
