"""Turns differences between two states of a project into sentences for lists, reports and the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, cast, get_args

from cjeditor.analysis.comparing import Difference
from cjeditor.catalogue import action_terms, terms
from cjeditor.catalogue.concepts import concepts_of
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.model.fields import NoteKind, Record, Span
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.lookup import cards
from cjeditor.model.project import Project
from cjeditor.phrases.places import LISTS, RECORDS, STAGES
from cjeditor.texts import Texts
from cjeditor.wording import field_name, plain

_LONGEST_NAME: Final = 60
_LONGEST_VALUE: Final = 60
_NOTHING: Final = "–"
_NAMES: Final = ("title", "name", "text", "label", "question")
_TERMS: Final[Mapping[str, tuple[Mapping[Any, str], ...]]] = MappingProxyType(
    {
        "contact": (terms.CONTACTS,),
        "evidence": (terms.EVIDENCE,),
        "mode": (terms.MODES,),
        "funnel_stage": (STAGES,),
        "hand_off": (terms.HAND_OFFS,),
        "treatment": (terms.TREATMENTS,),
        "state": (terms.MAP_STATES,),
        "status": (terms.MAP_STATUSES, terms.KPI_STATUSES, action_terms.STATUSES),
        "better": (terms.DIRECTIONS,),
        "loyalty": (terms.LOYALTY_KINDS,),
        "audience": (terms.AUDIENCES,),
        "realms": (terms.REALMS,),
        "effects": (action_terms.EFFECTS,),
        "mix": (action_terms.MIX_PARTS,),
        "kind": (terms.LANE_KINDS,),
    }
)
"""By field, what its values are called; of several tables the first that has the value."""

_MARKS: Final = '„“”"«»'
"""Quotation marks, as people type them around what somebody said."""

MOST_SENTENCES: Final = 2_000
"""More differences are not put into words: nobody reads them."""


class Describer:
    """Words differences between two states of a project, which know what references lead to."""

    def __init__(self, before: Project, after: Project, words: Texts) -> None:
        self._words = words
        self._names = {**_names(before), **_names(after)}
        self._numbers = {card.id: card.number for one in (before, after) for each in one.maps for card in cards(each)}

    def sentence(self, difference: Difference) -> str:
        """Return one line: ``Touchpoint 12 “Sees the advert”: emotion −2 → +1``."""
        words, subject = self._words, self.subject(difference)
        if difference.what == "added":
            return words.t("{what} added", what=subject)
        if difference.what == "removed":
            return words.t("{what} removed", what=subject)
        if difference.what == "moved":
            return self._moved(subject, difference)
        return words.t("{what}: {field}", what=subject, field=self.detail(difference))

    def detail(self, difference: Difference) -> str:
        """Return how a record differs that is on both sides: ``emotion −2 → +1``, ``moved: Need → Choice``."""
        words = self._words
        if difference.what == "moved":
            before, after = (self._place(each) for each in (difference.before, difference.after))
            if before == after or not (before and after):
                return words.t("moved")
            return words.t("moved: {before} → {after}", before=before, after=after)
        before, after = self.both_values(difference.field, difference.before, difference.after)
        field = field_name(difference.field, words)
        if before == after:
            return words.t("{field} changed", field=field)
        return words.t("{field} {before} → {after}", field=field, before=before, after=after)

    def subject(self, difference: Difference) -> str:
        """Return what it is about: ``Touchpoint 12 “Sees the advert”``."""
        words = self._words
        if not difference.table:
            name = self._names.get(difference.map_id, "")
            kind = words.t(RECORDS["map"]) if difference.map_id else words.t("Project")
        else:
            name, kind = difference.name, words.t(RECORDS[LISTS[difference.table]])
        parts = [kind]
        if difference.number:
            parts.append(str(difference.number))
        if name.strip():
            parts.append(in_quotes(name, words))
        return " ".join(parts)

    def about(self, difference: Difference, record: Any = None) -> str:
        """Return what a clash is about: the record, by the name it has on one side, and the field if it is one."""
        name = next((text for one in _NAMES if isinstance(text := getattr(record, one, ""), str) and text), "")
        name = name or self._names.get(difference.record_id, "")
        number = getattr(record, "number", 0) if record is not None else self._numbers.get(difference.record_id, 0)
        known = replace(difference, name=name, number=number)
        subject = self.subject(known)
        if not difference.field:
            return subject
        return self._words.t("{what}: {field}", what=subject, field=field_name(difference.field, self._words))

    def both_values(self, field: str, first: Any, second: Any, longest: int = _LONGEST_VALUE) -> tuple[str, str]:
        """Return two values of a field as people know them; of texts longer than `longest` the part that differs.

        Values that cannot be told apart in words are the same words.
        """
        if isinstance(first, str) and isinstance(second, str) and max(len(first), len(second)) > longest:
            parts = excerpts(first, second, longest)
            return self._quoted(parts[0], longest), self._quoted(parts[1], longest)
        if _is_of_records(first) or _is_of_records(second):
            return _NOTHING, _NOTHING
        return self.value(field, first, longest), self.value(field, second, longest)

    def _quoted(self, text: str, longest: int) -> str:
        return self._words.quoted(plain(text, longest)) if text else _NOTHING

    def value(self, field: str, value: Any, longest: int = _LONGEST_VALUE) -> str:
        """Return a field's value as people know it, a text with at most `longest` letters; what is empty is a dash."""
        words = self._words
        if value is None or value in ("", ()):
            return _NOTHING
        if isinstance(value, bool):
            return words.t("yes") if value else words.t("no")
        if field == "emotion":
            return words.signed(value)
        if isinstance(value, str) and (term := self._term(field, value)):
            return term
        if isinstance(value, Span):
            return words.span(value)
        if isinstance(value, int | float):
            return words.number(value)
        if isinstance(value, str):
            return self._names.get(value) or words.quoted(plain(value, longest))
        if isinstance(value, tuple):
            texts = [self._one_of(field, each) for each in value if isinstance(each, str)]
            return ", ".join(texts[:4]) + (" …" if len(texts) > len(texts[:4]) else "") if texts else str(len(value))
        return _NOTHING

    def _one_of(self, field: str, value: str) -> str:
        """One of several values: a name, a term, or the text itself."""
        if not value:
            return _NOTHING
        return self._term(field, value) or self._names.get(value) or plain(value, _LONGEST_VALUE)

    def _term(self, field: str, value: str) -> str:
        """What a fixed value of a field is called; empty for a text of people's own, and for what nobody knows."""
        if field in ("kind", "note_kind") and value in get_args(NoteKind):
            return note_kind(cast(NoteKind, value)).name.in_language(self._words.language)
        if field == "obstacle":
            found = (each for each in concepts_of("obstacle") if each.key == value)
            return next((each.name.in_language(self._words.language) for each in found), "")
        tables = (table for table in _TERMS.get(field, ()) if value in table)
        return next((self._words.t(table[value]) for table in tables), "")

    def _moved(self, subject: str, difference: Difference) -> str:
        words = self._words
        places = [self._place(each) for each in (difference.before, difference.after)]
        if places[0] == places[1] or not all(places):
            return words.t("{what} moved", what=subject)
        return words.t("{what} moved: {before} → {after}", what=subject, before=places[0], after=places[1])

    def _place(self, record: Any) -> str:
        ids = (getattr(record, name, "") for name in ("phase", "step", "lane"))
        return " › ".join(name for each in ids if each and (name := self._names.get(each, "")))


def sentences(found: Sequence[Difference], before: Project, after: Project, words: Texts) -> tuple[str, ...]:
    """Return a sentence for each of the differences between two states, as far as anybody reads."""
    describer = Describer(before, after, words)
    return tuple(describer.sentence(each) for each in found[:MOST_SENTENCES])


def in_quotes(name: str, words: Texts) -> str:
    """Return what something is called in quotation marks; those that stand around it already are not doubled."""
    bare = name.strip()
    if len(bare) > len("“”") and {bare[0], bare[-1]} <= set(_MARKS) and not set(bare[1:-1]) & set(_MARKS):
        bare = bare[1:-1].strip()
    return words.quoted(plain(bare, _LONGEST_NAME))


def excerpts(first: str, second: str, longest: int) -> tuple[str, str]:
    """Return of two texts the part in which they differ with some words around it, at most `longest` letters each."""
    same = _alike(first, second)
    rest = min(len(first), len(second)) - same
    after = _alike(first[::-1][:rest], second[::-1][:rest])
    around = longest // 4
    start = max(0, same - around)
    if start:
        start = first.find(" ", start, same) + 1 or start
    parts = (_part(each, start, len(each) - after + around, longest) for each in (first, second))
    return next(parts), next(parts)


def _alike(first: str, second: str) -> int:
    """Return with how many letters both begin alike."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _part(text: str, start: int, end: int, longest: int) -> str:
    """Return what stands from `start` to `end`, less its end where it is too long, with marks where something lacks."""
    before = "…" if start else ""
    end = min(end, start + longest - 2)
    return f"{before}{text[start:end].rstrip()}…" if end < len(text) else f"{before}{text[start:]}"


def _is_of_records(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(isinstance(each, Record) for each in value)
    return isinstance(value, Record) and not isinstance(value, Span)


def _names(project: Project) -> dict[str, str]:
    """Return what records are called, by id; a step without a name is called like its phase."""
    found: dict[str, str] = {}
    for table in PROJECT_PREFIXES:
        _take(found, getattr(project, table))
    for each in project.maps:
        for table in MAP_PREFIXES:
            _take(found, getattr(each, table))
        phases = {phase.id: phase.name for phase in each.phases}
        for step in each.steps:
            phase = phases.get(step.phase, "")
            found[step.id] = plain(f"{phase} › {step.name}" if step.name and phase else step.name or phase)
    return found


def _take(found: dict[str, str], records: tuple[Any, ...]) -> None:
    for record in records:
        for field in _NAMES:
            text = getattr(record, field, "")
            if isinstance(text, str) and text.strip():
                found[record.id] = plain(text, _LONGEST_NAME)
                break
