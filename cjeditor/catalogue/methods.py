"""Methods of research: how a company learns what people do and want in a phase."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Annotated

from pydantic import Field

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.catalogue.frameworks import GuidanceNumber


class Method(Entry):
    """A method with what one learns by it in a sentence or two; `phases` are numbers of the nine phases."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings
    phases: Annotated[tuple[GuidanceNumber, ...], Field(min_length=1)]


class _File(Entry):
    methods: tuple[Method, ...]


@cache
def methods() -> tuple[Method, ...]:
    """Return all methods in the order of a list to choose from; raises `CatalogueBroken`."""
    return read("methods.json", _File).methods


def for_numbers(numbers: Collection[int]) -> tuple[Method, ...]:
    """Return the methods that serve at least one of these phases (1 to 9), each once."""
    return tuple(one for one in methods() if not set(one.phases).isdisjoint(numbers))
