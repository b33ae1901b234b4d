"""Published figures to hold one's own against, each with its source and what to be careful about."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read

Subject = Literal["nps", "waiting"]


class Benchmark(Entry):
    """A published figure.

    Attributes:
        key: what it is known by.
        subject: `nps`: a Net Promoter Score, in points; `waiting`: a waiting time, in minutes.
        low: the figure, or the lower end of a range.
        high: the upper end; the same for a single figure.
        share: of those asked, in per cent, who say so; None where it is not about a share.
        name: whose it is, in a word or two.
        sentence: what it says.
        source: where it is from.
    """

    key: CatalogueKey
    subject: Subject
    low: Annotated[float, Field(ge=-100, le=1_000)]
    high: Annotated[float, Field(ge=-100, le=1_000)]
    share: Annotated[float, Field(ge=0, le=100)] | None = None
    name: Wordings
    sentence: Wordings
    source: Wordings

    def cited(self, language: str) -> str:
        """Return the sentence with its source in brackets before the full stop."""
        sentence, source = self.sentence.in_language(language), self.source.in_language(language)
        return f"{sentence.removesuffix('.')} ({source})."


class _File(Entry):
    benchmarks: tuple[Benchmark, ...]


@cache
def _all() -> tuple[Benchmark, ...]:
    return read("benchmarks.json", _File).benchmarks


def benchmarks(subject: Subject) -> tuple[Benchmark, ...]:
    """Return the published figures about a subject in their order; raises `CatalogueBroken`."""
    return tuple(each for each in _all() if each.subject == subject)
