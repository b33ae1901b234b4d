"""Marketing instruments: what a company can do to be there in a phase.

The sources name none for the moment of decision (phase 4); what keeps a choice from tipping is listed there, too.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Annotated

from pydantic import Field

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.catalogue.frameworks import GuidanceNumber
from cjeditor.model.fields import ChannelMode


class Instrument(Entry):
    """An instrument with what it does in a sentence.

    `channel` is the key of the standard channel that a touchpoint made from it happens in, where there is one;
    `modes` says whether it works online, offline or mobile; `phases` are numbers of the nine phases.
    """

    key: CatalogueKey
    name: Wordings
    sentence: Wordings
    channel: CatalogueKey | None = None
    modes: Annotated[tuple[ChannelMode, ...], Field(min_length=1)]
    phases: Annotated[tuple[GuidanceNumber, ...], Field(min_length=1)]


class _File(Entry):
    instruments: tuple[Instrument, ...]


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return all instruments in the order of a list to choose from; raises `CatalogueBroken`."""
    return read("instruments.json", _File).instruments


def for_numbers(numbers: Collection[int]) -> tuple[Instrument, ...]:
    """Return the instruments that serve at least one of these phases (1 to 9), each once."""
    return tuple(one for one in instruments() if not set(one.phases).isdisjoint(numbers))
