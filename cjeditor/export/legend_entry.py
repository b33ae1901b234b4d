"""One line of a legend."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.layout.primitives import Primitive


class Entry(NamedTuple):
    """A sign at the left, `height` high, and what it means."""

    sign: tuple[Primitive, ...]
    sign_width: float
    height: float
    name: str
    meaning: str = ""
