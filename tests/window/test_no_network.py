"""Nothing leaves the machine: a whole session of the program opens no socket of the internet."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OF_THIS_MACHINE = int(getattr(socket, "AF_UNIX", -1))
"""Sockets that are files: how programs on one desktop speak with each other."""
CHECK = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


def run_session(folder: Path, *before: str) -> dict[str, Any]:
    folder.mkdir()
    command = [*before, sys.executable, "-m", "tests.window.session", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=110)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def sockets_in(trace: Path) -> list[str]:
    """The families of the sockets that were asked for."""
    return re.findall(r"\b(?:socket|socketpair)\((\w+)", trace.read_text(errors="replace"))


def traced(trace: Path) -> list[str]:
    """What to put before a command, so that the system's calls for sockets of all its threads and children are kept."""
    return ["strace", "-f", "-o", str(trace), "-e", "trace=socket,socketpair,connect,sendto,sendmsg"]


def test_a_whole_session_opens_no_socket_of_the_internet(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    watched = shutil.which("strace") is not None and sys.platform == "linux"
    if watched:
        tried = subprocess.run(
            [*traced(trace), sys.executable, "-c", CHECK], capture_output=True, check=False, cwd=ROOT
        )
        watched = tried.returncode == 0 and "AF_INET" in sockets_in(trace)
    told = run_session(tmp_path / "work", *(traced(trace) if watched else []))
    assert "failed" not in told, told
    assert told["status"] == 0
    assert {"saved.cjmap", "map.svg", "handout.pdf"} <= set(told["written"])
    assert [event for event in told["heard"] if not event.startswith(f"socket.__new__ ({OF_THIS_MACHINE},")] == []
    if watched:
        found = sockets_in(trace)
        assert "AF_INET" not in found
        assert "AF_INET6" not in found
        assert "sin_addr" not in trace.read_text(errors="replace")


def test_what_listens_would_hear_a_socket() -> None:
    script = f"from tests.window import session; {CHECK}; print(session.HEARD)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert f"socket.__new__ ({int(socket.AF_INET)}," in done.stdout
