"""What can be wrong with what comes from other programs: codes, and the error that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cjeditor.model.problem import Problem

CODE_PARAMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Pictures
        "picture-file-too-big": ("megabytes", "limit"),  # both in whole megabytes
        "picture-too-many-pixels": ("limit",),  # in megapixels
        "picture-unknown-format": (),  # neither of the formats that are read; perhaps no picture at all
        "picture-is-svg": (),
        "picture-damaged": (),  # begins as a picture of a known format and does not go on as one
        "picture-not-read": ("reason",),  # reason: the system's own words
        # Pasted text
        "pasted-too-long": ("limit",),  # in millions of characters
        "pasted-binary": (),
        "pasted-nothing": (),
        # CSV files; the last four are losses, the rest is taken in
        "csv-too-big": ("megabytes", "limit"),  # both in whole megabytes
        "csv-not-read": ("reason",),  # reason: the system's own words
        "csv-binary": (),
        "csv-nothing": (),
        "csv-characters-lost": ("count",),
        "csv-rows-left-out": ("count", "limit"),
        "csv-fields-left-out": ("count", "limit"),  # count: rows that have more fields than the limit
        "csv-fields-shortened": ("count", "limit"),
    }
)
"""Each code of this floor with the names of its parameters; the words for them live in `cjeditor.wording`."""

CODES: frozenset[str] = frozenset(CODE_PARAMS)


class ImportRefused(Exception):
    """Something that is not taken in. `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def import_refused(code: str, **params: str | int) -> ImportRefused:
    """The error to raise for `code`; `params` are those that `CODE_PARAMS` lists."""
    return ImportRefused(Problem(code, params=params))
