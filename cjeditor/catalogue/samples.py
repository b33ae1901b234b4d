"""The sample projects that ship: what each is about, and in which languages it is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from cjeditor import resources
from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.model.fields import Language


class Sample(Entry):
    """A sample; its files are called by its key and the language of their project."""

    key: CatalogueKey
    name: Wordings


class Edition(NamedTuple):
    """A sample in one language: a project file."""

    name: Wordings
    language: Language
    path: Path


class _File(Entry):
    samples: tuple[Sample, ...]


@cache
def samples() -> tuple[Sample, ...]:
    """Return the samples, the one to begin with first; raises `CatalogueBroken`."""
    return read("samples.json", _File).samples


def editions(language: str) -> tuple[Edition, ...]:
    """Return every file of a sample, those in `language` first; not all samples are there in all languages.

    Raises:
        CatalogueBroken: the program's own data is damaged.
    """
    found = [
        Edition(sample.name, spoken, path)
        for sample in samples()
        for spoken in get_args(Language)
        if (path := _file(sample.key, spoken)) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.language != language))


def _file(key: str, language: str) -> Path | None:
    try:
        return resources.path(f"samples/{key}.{language}.cjmap")
    except resources.ResourceMissing:
        return None
