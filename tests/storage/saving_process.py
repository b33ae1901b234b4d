"""Forks processes that save one project once, so that each can be watched and disturbed by itself.

Reads lines from its input: the first is the path to save to; each further one is an order:
`fork` starts a process and answers with its number; that process waits for the next line (whatever it is), saves, and
answers `saved` or the problem's code. `limit N` is `fork` with files of at most N bytes. `snapshot` and `keep` are
`fork` for a process that writes a snapshot after another one, or keeps a version, instead; `window` for one that saves
as a window does: over the file that it knows, whose content is kept before.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.history import History
from cjeditor.storage.load import open_file
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import SaveFailed, save
from tests.builders import small_project

SESSION = "own"
KEY = "k" * 32


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
            serve_one(deed_of(order.split()[0], project, path))
            os._exit(0)
        os.waitpid(process, 0)
        say("ended")


def deed_of(order: str, project: Project, path: Path) -> Callable[[], object]:
    """What the process is to do while it is watched."""
    if order == "snapshot":
        recovery = Recovery(path.parent / "recovery", SESSION, now)
        recovery.write(small_project(), path)
        return partial(recovery.write, project, path)
    if order == "keep":
        return partial(History(path.parent / "history", now).keep, KEY, project, path, name="New")
    if order == "window":
        history, expected = History(path.parent / "history", now), open_file(path).fingerprint

        def keep(data: bytes, sum_: str) -> None:
            try:
                history.keep_found(KEY, data, path, sum_=sum_, project=small_project())
            except SaveFailed as failed:
                say(f"not kept: {failed.problem.code}")

        return partial(save, project, path, expected=expected, keep=keep)
    return partial(save, project, path, expected=None)


def serve_one(deed: Callable[[], object]) -> None:
    """Wait, do it, tell."""
    say(str(os.getpid()))
    next_line()
    try:
        deed()
        answer = "saved"
    except SaveFailed as failed:
        answer = failed.problem.code
    except Exception as error:  # noqa: BLE001  the test is to know
        answer = f"unforeseen {error!r}"
    say(answer)


def now() -> datetime:
    """A time that stands still."""
    return datetime(2026, 3, 14, 12, tzinfo=UTC)


def next_line() -> str:
    """One line of input, read without a buffer, which the forked processes would inherit.

    By another call than files are read: who watches from the moment an order comes may see its first one, or not.
    """
    line, letter = b"", bytearray(1)
    while not line.endswith(b"\n"):
        if not os.readv(0, [letter]):
            return ""
        line += letter
    return line.decode().rstrip("\n")


def say(line: str) -> None:
    """One line of output, at once."""
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
