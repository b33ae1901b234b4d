"""The loader, watched by a fuzzer; run as a program of its own: nothing of ours may be imported before it watches."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["cjeditor"]):
    from cjeditor.storage.diagnosis import Unreadable
    from cjeditor.storage.mending import mended


def one(data: bytes) -> None:
    """Load what the fuzzer made; anything but our refusal, with a reason, ends the process."""
    try:
        mended(data)
    except Unreadable as refused:
        if not refused.problems:
            raise AssertionError from refused


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
