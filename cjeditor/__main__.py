"""The front door: files or nothing open the editor, a verb does its work on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_INTERRUPTED: Final = 130
"""What shells expect after Ctrl+C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: what follows the program's name; the process's own arguments where None.

    Returns:
        The exit status.
    """
    try:
        return _done(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # while modules are being loaded
        return _INTERRUPTED


def _done(words: list[str]) -> int:
    """Do what is asked for, and return the exit status."""
    # Imported here: whoever stops the program while it loads sees no traceback.
    from cjeditor import cli  # noqa: PLC0415

    if cli.is_asked(words):
        return cli.main(words)
    files, language = cli.for_window(words)
    try:
        # Imported here: the command line must work where Qt cannot be imported.
        from cjeditor.window.application import run  # noqa: PLC0415
    except ImportError as error:
        if not _is_of_qt(error):
            raise
        return cli.no_window(error, language)
    return run([Path(file) for file in files], language)


def _is_of_qt(error: ImportError) -> bool:
    """Whether PySide6 is missing, or a library of the system that it needs."""
    library = (error.name or "").partition(".")[0]
    return library in ("PySide6", "shiboken6") or "PySide6" in (error.path or str(error))


if __name__ == "__main__":
    sys.exit(main())
