"""Counts of the sales funnel out of a table: stages in a column or as headings, in English or German."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor import texts
from cjeditor.analysis.funnel import STAGES
from cjeditor.catalogue import terms
from cjeditor.interchange.csv_values import whole_number
from cjeditor.model.fields import MOST_COUNT, FunnelStage

_LANGUAGES: Final = ("en", "de")
_ALSO: Final[Mapping[FunnelStage, tuple[str, ...]]] = {
    "suspects": ("suspect", "vermutete", "vermutete kunden", "mögliche kunden"),
    "leads": ("lead",),
    "prospects": ("prospect", "interessent", "interessenten", "potenzielle kunden", "potentielle kunden"),
    "customers": ("customer", "kunde", "neukunden", "new customers"),
    "returning": (
        "repeat customers",
        "regular customers",
        "bestandskunden",
        "stammkunde",
        "wiederkäufer",
        "wiederkehrende kunden",
    ),
}
"""What else people call the stages. “Leads” are called so in German, too, hence “Interessenten” come after them."""
_YEARS: Final = range(1900, 2101)
"""Numbers that a heading may hold."""


@dataclass(frozen=True)
class Column:
    """One column of numbers, as it could be taken over.

    Attributes:
        name: its heading, or its number counted from 1.
        counts: people by stage.
        problems: what in it is no count, as it was written, each with its stage.
        without: stages that the file names, but that have no count here.
    """

    name: str
    counts: Mapping[FunnelStage, int]
    problems: tuple[tuple[FunnelStage, str], ...] = ()
    without: tuple[FunnelStage, ...] = ()


@dataclass(frozen=True)
class FunnelRows:
    """What a table says of a funnel.

    Attributes:
        columns: those with a count for at least one stage; which of several is meant a person must say.
        unknown: the first fields of rows that name no stage.
        twice: stages that are named in more than one row; the first counts.
    """

    columns: tuple[Column, ...]
    unknown: tuple[str, ...] = ()
    twice: tuple[FunnelStage, ...] = ()


def funnel_rows(rows: Sequence[Sequence[str]]) -> FunnelRows:
    """Read a table: a row for each stage, or a column for each below a heading.

    Stages are known by their names in English and German and by their names in the file, and by what else they are
    often called, whatever their case.
    """
    found = _read(rows)
    across = _read([list(one) for one in zip(*rows, strict=False)]) if rows else found
    stages = [len({stage for column in one.columns for stage in column.counts}) for one in (found, across)]
    return across if stages[1] > stages[0] else found


def stage_of(text: str) -> FunnelStage | None:
    """The stage that a text names; None for none."""
    return _names().get(" ".join(text.split()).casefold())


def _names() -> Mapping[str, FunnelStage]:
    named: dict[str, FunnelStage] = {}
    for stage in STAGES:
        named[stage.casefold()] = stage
        named |= dict.fromkeys(_ALSO[stage], stage)
        for language in _LANGUAGES:
            named[terms.funnel_stage(stage, texts.of(language)).casefold()] = stage
    return named


def _read(rows: Sequence[Sequence[str]]) -> FunnelRows:
    names = _names()
    named: dict[FunnelStage, tuple[int, Sequence[str]]] = {}
    unknown: list[str] = []
    twice: list[FunnelStage] = []
    heads: Sequence[str] = ()
    for number, row in enumerate(rows):
        places = [(at, names.get(" ".join(cell.split()).casefold())) for at, cell in enumerate(row)]
        at, stage = next(((at, one) for at, one in places if one is not None), (-1, None))
        if stage is None and number == 0 and _is_heading(row):
            heads = row
        elif stage is None:
            unknown.append(next((cell for cell in row if cell.strip()), ""))
        elif stage in named:
            twice.append(stage)
        else:
            named[stage] = (at, row)
    return FunnelRows(tuple(_columns(named, heads)), tuple(unknown), tuple(twice))


def _is_heading(row: Sequence[str]) -> bool:
    """Whether a row names columns: it holds no numbers but years."""
    return all(found is None or found in _YEARS for found in map(whole_number, row))


def _columns(named: Mapping[FunnelStage, tuple[int, Sequence[str]]], heads: Sequence[str]) -> list[Column]:
    width = max((len(row) for _, row in named.values()), default=0)
    made = []
    for at in range(width):
        cells = {stage: row[at] for stage, (place, row) in named.items() if at < len(row) and at != place}
        counts = {stage: count for stage, cell in cells.items() if (count := _count(cell)) is not None}
        if counts:
            wrong = tuple((stage, cell) for stage, cell in cells.items() if cell.strip() and stage not in counts)
            name = heads[at].strip() if at < len(heads) else ""
            without = tuple(stage for stage in named if stage not in counts)
            made.append(Column(name or str(at + 1), counts, wrong, without))
    return made


def _count(text: str) -> int | None:
    """How many people a text says; None for what is no whole number of people."""
    found = whole_number(text)
    return found if found is not None and 0 <= found <= MOST_COUNT else None
