"""Sheets that took long to lay out, for whoever looks at one handout after the other of the same map."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Final

from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.sheets import Sheet

_MOST: Final = 4
"""Of one part: there and back again is what people do who tick parts."""


@dataclass(frozen=True)
class _Kept:
    """What sheets were made of, and the sheets; nobody changes them any more."""

    wishes: HandoutOptions
    place: Hashable
    sheets: list[Sheet]


class KeptSheets:
    """The sheets of parts that have pages of their own, for one map of one project. Used in one thread at a time."""

    def __init__(self) -> None:
        self._parts: dict[str, list[_Kept]] = {}

    def sheets(
        self, part: str, wishes: HandoutOptions, place: Hashable, make: Callable[[], list[Sheet]]
    ) -> list[Sheet]:
        """The sheets of a part: those of before where they are the same, else made now.

        Args:
            part: its key.
            wishes: for the handout; which other parts it has makes no difference.
            place: what else they are made of, such as the page they begin on.
            make: makes them; what it raises is passed on, and nothing kept.
        """
        wishes = replace(wishes, parts=())
        kept = self._parts.setdefault(part, [])
        known = next((one for one in kept if one.place == place and one.wishes == wishes), None)
        if known is None:
            known = _Kept(wishes, place, make())
        else:
            kept.remove(known)
        kept.append(known)
        del kept[:-_MOST]
        return known.sheets
