"""A line on a terminal that says how far work is; elsewhere nothing is said, so that logs and scripts stay quiet."""

from __future__ import annotations

import contextlib
import shutil
from typing import Final, TextIO

_CLEAR: Final = "\r\x1b[2K"


class ProgressLine:
    """Writes over itself, and away when the work is done."""

    def __init__(self, stream: TextIO | None, *, wanted: bool = True) -> None:
        self._stream = stream if wanted and stream is not None and stream.isatty() else None
        self._shown = ""

    def show(self, text: str) -> None:
        """Say how far it is, in as much of the line as there is."""
        if self._stream is None or text == self._shown:
            return
        self._shown = text
        self._write(f"{_CLEAR}{text[: max(20, shutil.get_terminal_size().columns - 1)]}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = ""
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        if self._stream is not None:
            with contextlib.suppress(OSError, ValueError):  # a terminal that went away is nobody's loss
                self._stream.write(text)
                self._stream.flush()
