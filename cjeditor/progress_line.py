"""How far work is: a line on a terminal that is written over, and lines that stay, one for each thing that is done."""

from __future__ import annotations

import contextlib
import shutil
from typing import Final, TextIO

_CLEAR: Final = "\r\x1b[2K"


class ProgressLine:
    """Writes over itself, and away when the work is done; what shall stay goes above it.

    What is written over appears on a terminal only, so that logs and scripts stay quiet.
    """

    def __init__(self, stream: TextIO | None, *, wanted: bool = True) -> None:
        self._lasting = stream
        self._stream = stream if wanted and stream is not None and stream.isatty() else None
        self._shown = ""

    def show(self, text: str) -> None:
        """Say how far it is, in as much of the line as there is."""
        if self._stream is None or text == self._shown:
            return
        self._shown = text
        self._write_to(self._stream, f"{_CLEAR}{text[: max(20, shutil.get_terminal_size().columns - 1)]}")

    def say(self, text: str) -> None:
        """Write a line that stays, wherever the stream leads."""
        self.clear()
        self._write_to(self._lasting, f"{text}\n")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = ""
            self._write_to(self._stream, _CLEAR)

    @staticmethod
    def _write_to(stream: TextIO | None, text: str) -> None:
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):  # a terminal that went away is nobody's loss
                stream.write(text)
                stream.flush()
