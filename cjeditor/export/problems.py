"""What can go wrong while a project is exported: codes, and the errors that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cjeditor.model.problem import Problem

CODE_PARAMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Where it shall go
        "export-folder-missing": ("folder",),
        "export-folder-read-only": ("folder",),
        "export-folder-is-file": (),
        "export-target-is-folder": (),
        "export-target-not-a-file": (),
        "export-target-read-only": (),
        "export-target-is-project": (),
        "export-target-twice": ("file", "other"),
        "export-name-too-long": (),
        "export-disk-full": (),
        "export-write-failed": ("reason",),
        # What is asked for
        "export-suffix-unknown": ("suffix", "known"),
        "export-no-map": (),
        "export-map-unknown": ("name", "known"),
        "export-map-ambiguous": ("name", "count", "known"),
        "export-map-not-there": ("name", "file"),
        "export-picture-too-large": ("megapixels", "limit"),
        # Losses: the file is written all the same
        "export-parts-empty": ("parts",),
        "export-parts-empty-since": ("parts",),
        "export-nothing-changed": (),
        "export-pictures-undrawn": ("cards",),
        "export-portraits-undrawn": ("personas",),
        "export-glyphs-missing": ("count", "characters"),
        "export-letters-small": ("points", "metres", "least"),
        "export-letters-small-larger": ("points", "metres", "least", "then", "sheets", "paper"),
        "export-letters-small-tiled": ("points", "metres", "least", "then", "sheets", "paper", "tile"),
        "export-letters-small-phases": ("points", "metres", "least", "then", "sheets", "paper"),
    }
)
"""Each code of this floor with the names of its parameters; the words for them live in `cjeditor.wording`."""

CODES: frozenset[str] = frozenset(CODE_PARAMS)


class ExportRefused(Exception):
    """The export cannot be made; nothing was written.

    Attributes:
        path: the file that should have been written.
        problem: what is wrong.
    """

    def __init__(self, path: Path, problem: Problem) -> None:
        super().__init__(problem.code)
        self.path = path
        self.problem = problem


class ExportCancelled(Exception):
    """The user cancelled; nothing was written."""
