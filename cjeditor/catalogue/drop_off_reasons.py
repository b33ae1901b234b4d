"""Why customers leave: the reasons of drop-off points."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read


class DropOffReason(Entry):
    """What a reason is called, and what it means in a sentence."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings


class _File(Entry):
    drop_off_reasons: tuple[DropOffReason, ...]


@cache
def drop_off_reasons() -> tuple[DropOffReason, ...]:
    """Return the reasons in the order of a list to choose from; raises `CatalogueBroken`."""
    return read("drop_off_reasons.json", _File).drop_off_reasons


@cache
def _by_key() -> Mapping[str, DropOffReason]:
    return MappingProxyType({reason.key: reason for reason in drop_off_reasons()})


def reason_name(key: str, language: str) -> str:
    """Return what a reason is called; one that is not in the catalogue is shown by its key, as words."""
    reason = _by_key().get(key)
    return key.replace("-", " ") if reason is None else reason.name.in_language(language)
