"""A row as the readers of pasted text and HTML find it, before limits are put to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from cjeditor.model.formulas import FORMULA_STARTS

_NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class RawRow(NamedTuple):
    """The cells of a row, and how far it is set in; only the order of these figures counts."""

    cells: tuple[str, ...]
    indent: int = 0


def clean(text: str) -> str:
    """The text without what cannot be shown, each line without blanks around it, without blank lines around it.

    An apostrophe that keeps a spreadsheet from taking a text for a formula goes, too.
    """
    kept = "\n".join(line.strip(" \t\xa0\ufeff") for line in _NOT_SHOWN.sub("", text).split("\n")).strip("\n")
    return kept[1:] if kept[:1] == "'" and kept[1:2] in FORMULA_STARTS else kept
