"""Beginnings of sentences that help to write a note of a kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from cjeditor.catalogue.entries import Entry, Wordings, read
from cjeditor.model.fields import NoteKind


class _Starters(Entry):
    kind: NoteKind
    starters: Annotated[tuple[Wordings, ...], Field(min_length=2, max_length=4)]


class _File(Entry):
    note_starters: tuple[_Starters, ...]


def note_starters(kind: NoteKind) -> tuple[Wordings, ...]:
    """Return beginnings for a note of this kind; none for a kind that is no sentence. Raises `CatalogueBroken`."""
    return _by_kind().get(kind, ())


@cache
def _by_kind() -> Mapping[NoteKind, tuple[Wordings, ...]]:
    return MappingProxyType({one.kind: one.starters for one in read("note_starters.json", _File).note_starters})
