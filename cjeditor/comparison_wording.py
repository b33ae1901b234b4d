"""Turns the comparison of two maps into rows for lists, paper and the command line: one for each thing that differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from cjeditor.analysis.comparing import Difference
from cjeditor.analysis.comparing_maps import Comparison, Mark
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.difference_wording import Describer, in_quotes
from cjeditor.model.cards import Link, Note
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import find_card, ordered
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts
from cjeditor.wording import plain

MARKS: Final[Mapping[Mark, str]] = MappingProxyType({"added": "+", "removed": "−", "moved": "→", "changed": "≠"})
"""What tells the kinds of differences apart where colours do not."""

MARK_NAMES: Final[Mapping[Mark, str]] = MappingProxyType(
    {"added": N_("Added"), "removed": N_("Removed"), "moved": N_("Moved"), "changed": N_("Changed")}
)
_LONGEST_NAME: Final = 60


@dataclass(frozen=True)
class Row:
    """All that differs in one thing.

    Attributes:
        mark: what became of it; moved and changed as well is `changed`.
        table: the map's table in which it stands; empty for the map itself.
        record_id: its id, on the newer map unless it was removed.
        subject: what it is called: ``Pain point 12 “Nobody writes”``.
        details: what of it differs, empty where it was added or removed: ``emotion −2 → +1``.
        phase: the name of the phase in which it lies; empty where it lies in none.
    """

    mark: Mark
    table: str
    record_id: str
    subject: str
    details: tuple[str, ...]
    phase: str


def rows(comparison: Comparison, words: Texts, kind_name: Callable[[NoteKind], str] | None = None) -> tuple[Row, ...]:
    """Return what differs, thing by thing, in the order of the comparison.

    Args:
        comparison: of two maps.
        words: the language.
        kind_name: what kinds of notes are called for those who read this; the usual names without it.
    """
    describer = Describer(comparison.old_project, comparison.new_project, words)
    grouped: dict[tuple[str, str, str], list[Difference]] = {}
    for each in comparison.differences:
        side = "old" if each.what == "removed" else "new"
        grouped.setdefault((each.table, each.record_id, side), []).append(each)
    found = []
    for (table, record_id, side), some in grouped.items():
        first = some[0]
        mark: Mark = "changed" if any(each.what == "changed" for each in some) else first.what
        details = () if mark in ("added", "removed") else tuple(map(describer.detail, some))
        journey_map = comparison.old if side == "old" else comparison.new
        subject = _subject(first, journey_map, describer, words, kind_name)
        found.append(Row(mark, table, record_id, subject, details, _phase(journey_map, table, record_id)))
    return tuple(found)


def line(row: Row, words: Texts) -> str:
    """Return a row as one line."""
    if row.mark == "added":
        return words.t("{what} added", what=row.subject)
    if row.mark == "removed":
        return words.t("{what} removed", what=row.subject)
    return words.t("{what}: {field}", what=row.subject, field="; ".join(row.details))


def summary(some: Iterable[Row], words: Texts) -> str:
    """Return how many things were added, removed, moved and changed, in one line; empty where nothing differs."""
    counts = dict.fromkeys(MARKS, 0)
    for each in some:
        counts[each.mark] += 1
    said = {
        "added": words.tn("{n} added", "{n} added", counts["added"]),
        "removed": words.tn("{n} removed", "{n} removed", counts["removed"]),
        "moved": words.tn("{n} moved", "{n} moved", counts["moved"]),
        "changed": words.tn("{n} changed", "{n} changed", counts["changed"]),
    }
    return " · ".join(f"{MARKS[mark]} {said[mark]}" for mark in MARKS if counts[mark])


def phase_name(phase: Phase) -> str:
    """Return what rows call a phase."""
    return plain(phase.name.strip(), _LONGEST_NAME)


def phase_order(comparison: Comparison) -> tuple[str, ...]:
    """Return what rows call the phases of both maps, each once, along the newer journey.

    A phase whose name is only on the older map, since it was removed or has another name now, stands after what it
    followed there; one that has another name now stands after that.
    """
    news = [(at, 0, phase_name(each)) for at, each in enumerate(ordered(comparison.new.phases), 1)]
    places = {each.id: at for at, each in enumerate(ordered(comparison.new.phases), 1)}
    olds = []
    behind = 0
    for at, each in enumerate(ordered(comparison.old.phases), 1):
        behind = places.get(comparison.pairs.newer.get(each.id, ""), behind)
        olds.append((behind, at, phase_name(each)))
    known = {name for _place, _at, name in news}
    found = sorted([*news, *(each for each in olds if each[2] not in known)])
    return tuple(dict.fromkeys(name for _place, _at, name in found if name))


def _subject(
    difference: Difference,
    journey_map: JourneyMap,
    describer: Describer,
    words: Texts,
    kind_name: Callable[[NoteKind], str] | None,
) -> str:
    record: Any = None
    if difference.table == "notes":
        record = find(journey_map.notes, difference.record_id)
    elif difference.table == "links":
        record = find(journey_map.links, difference.record_id)
    if isinstance(record, Note):
        usual = note_kind(record.kind).name.in_language(words.language)
        kind = usual if kind_name is None else kind_name(record.kind)
        named = f"{kind} {record.number}"
        return f"{named} {in_quotes(record.text, words)}" if record.text.strip() else named
    if isinstance(record, Link):
        ends = [find_card(journey_map, each) for each in (record.source, record.target)]
        source, target = ("?" if each is None else str(each.number) for each in ends)
        label = plain(record.label.strip(), _LONGEST_NAME)
        if label:
            return words.t("Link {source} → {target} “{label}”", source=source, target=target, label=label)
        return words.t("Link {source} → {target}", source=source, target=target)
    return describer.subject(difference)


def _phase(journey_map: JourneyMap, table: str, record_id: str) -> str:
    if table == "links":
        link = find(journey_map.links, record_id)
        record_id = link.source if link is not None else ""
    card = find_card(journey_map, record_id)
    step = find(journey_map.steps, record_id if card is None else card.step)
    phase = find(journey_map.phases, record_id if step is None else step.phase)
    return "" if phase is None else phase_name(phase)
