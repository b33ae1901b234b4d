"""The front door: files or nothing open the editor, a verb does its work on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from cjeditor import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: what follows the program's name; the process's own arguments where None.

    Returns:
        The exit status.
    """
    words = list(sys.argv[1:] if argv is None else argv)
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
