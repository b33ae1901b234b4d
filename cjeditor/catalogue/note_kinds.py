"""The kinds of notes: their names, icons and the question that brings them out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cjeditor.catalogue.entries import Entry, IconName, Wordings, read
from cjeditor.model.fields import NoteKind


class NoteKindEntry(Entry):
    """What a kind of note is called, alone and in numbers, and what it answers."""

    key: NoteKind
    name: Wordings
    plural: Wordings
    icon: IconName
    question: Wordings


class _File(Entry):
    note_kinds: tuple[NoteKindEntry, ...]


@cache
def note_kinds() -> tuple[NoteKindEntry, ...]:
    """Return the kinds of notes in the order of a palette; raises `CatalogueBroken`."""
    return read("note_kinds.json", _File).note_kinds


@cache
def _by_key() -> Mapping[NoteKind, NoteKindEntry]:
    return MappingProxyType({kind.key: kind for kind in note_kinds()})


def note_kind(key: NoteKind) -> NoteKindEntry:
    """Return what there is to say about one kind of note."""
    return _by_key()[key]
