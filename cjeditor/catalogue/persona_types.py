"""The types of buyers that personas may be; people may write another one."""

from __future__ import annotations

from functools import cache

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read


class PersonaType(Entry):
    """What a type of buyer is called, and what marks it."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings


class _File(Entry):
    persona_types: tuple[PersonaType, ...]


@cache
def persona_types() -> tuple[PersonaType, ...]:
    """Return the types in the order of a list; raises `CatalogueBroken`."""
    return read("persona_types.json", _File).persona_types
