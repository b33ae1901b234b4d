"""Turns problems (codes with parameters) into sentences: what is wrong, where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from string import Formatter
from types import MappingProxyType
from typing import Any, Final, get_args

from cjeditor.model import fields
from cjeditor.model.problem import Problem, Where
from cjeditor.phrases import edits, exports, files, imports
from cjeditor.phrases.phrase import Phrase
from cjeditor.phrases.places import FIELDS, LISTS, RECORDS, STAGES
from cjeditor.phrases.values import DETAILS, FORMS, OTHER_VALUE, VALUE_PHRASES
from cjeditor.texts import N_, Texts

LONGEST_VALUE: Final = 80
"""Characters of a value from a file that a sentence repeats."""

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    dict(chain(*(table.PHRASES.items() for table in (edits, files, exports, imports))))
)
"""By code, all floors together; `field-refused` is not among them."""

_UNKNOWN: Final = Phrase(N_("Something is wrong ({code})"), N_("Undo the last step and try again"))
_PATTERNS: Final[Mapping[str, str]] = MappingProxyType(
    {get_args(getattr(fields, name))[1].pattern: name for name in FORMS}
)
_CHOICES = re.compile(r"'([^']*)'")
_SPLITS_LINES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_VALUE_NOT_SHOWN = frozenset({"missing", "extra_forbidden", "string_too_long", "string_unicode"})
_SEPARATOR = " › "


def sentence(problem: Problem, words: Texts) -> str:
    """Return what is wrong and what to do, as two sentences."""
    return f"{what(problem, words)}. {remedy(problem, words)}."


def what(problem: Problem, words: Texts) -> str:
    """Return what is wrong, without final full stop."""
    pattern = _phrase(problem).what
    said = words.t(pattern, **_shown(pattern, problem, words))
    found = problem.params.get("value")
    if found in (None, "") or problem.params.get("reason") in _VALUE_NOT_SHOWN:
        return said
    return words.t("{what} (found: {value})", what=said, value=_value("value", found, words))


def remedy(problem: Problem, words: Texts) -> str:
    """Return what to do about it, without final full stop."""
    pattern = _phrase(problem).remedy
    return words.t(pattern, **_shown(pattern, problem, words))


def line(file: str, problem: Problem, words: Texts) -> str:
    """Return ``FILE: where: what: what to do``, the form of the command line; one line whatever the file holds.

    Where the problem concerns the whole file, the place is left out.
    """
    parts = (plain(file, 1000), place(problem.where, words), what(problem, words), remedy(problem, words))
    return ": ".join(part for part in parts if part)


def place(where: Where, words: Texts, names: Mapping[str, str] | None = None) -> str:
    """Return where in a project or file a problem lies, the outermost first.

    ``Touchpoint tp_k3f9 › emotion``, ``Map “Our bicycle” › Phase at position 2 › name``, ``line 12, column 5``.
    Positions count from 1. A field's name in the file stands behind our word for it where the two differ.

    Args:
        where: as problems have it.
        words: the language.
        names: what records are called, by id, for people who do not know the file: then ids and the file's names of
            fields are left out.
    """
    if where and where[0] == "line":
        return _line_and_column(where, words)
    parts: list[str] = []
    holder: str | None = None  # prefix of what the list holds that the step before named
    for at, step in enumerate(where):
        if holder is not None:
            parts[-1] = _member(step, holder, words, names)
            holder = None
        elif isinstance(step, int):
            parts.append(words.t("entry {n}", n=step + 1))
        else:
            parts.append(_record(step, words, names) if at == 0 else _field(step, words, names is None))
            holder = LISTS.get(step)
    return _SEPARATOR.join(parts)


def field_name(field: str, words: Texts) -> str:
    """Return what a field of the file is called; unknown names come back as they are, fit to be shown."""
    known = FIELDS.get(field)
    return plain(field) if known is None else words.t(known)


def plain(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return `text` fit for one line of a message: no control or direction characters, shortened to `longest`."""
    start = _SPLITS_LINES.sub(" ", text[: longest + 1])
    return start if len(text) <= longest else f"{start[: longest - 1].rstrip()}…"


def _phrase(problem: Problem) -> Phrase:
    """Return the phrase for a problem; a refused field is worded by its reason."""
    if problem.code != "field-refused":
        return PHRASES.get(problem.code, _UNKNOWN)
    reason = problem.params.get("reason")
    if reason == "string_pattern_mismatch":
        form = _PATTERNS.get(str(problem.params.get("pattern")))
        if form is not None:
            return FORMS[form]
    return VALUE_PHRASES.get(str(reason), OTHER_VALUE)


def _shown(pattern: str, problem: Problem, words: Texts) -> dict[str, str]:
    """Return the parameters as they are shown in the language; a missing one must not hide the message."""
    shown = {name: "?" for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    shown["code"] = plain(problem.code)
    shown.update({name: _value(name, value, words) for name, value in problem.params.items()})
    return shown


def _value(name: str, value: Any, words: Texts) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        # A card's number is a name, not an amount: it has no separators.
        return str(value) if name == "number" else words.number(value)
    text = str(value)
    if name in ("field", "table"):
        return field_name(text, words)
    if name == "stage" and text in STAGES:
        return words.t(STAGES[text])
    if name == "expected":
        return ", ".join(_CHOICES.findall(text)) or plain(text)
    if name == "detail" and text in DETAILS:
        return words.t(DETAILS[text])
    if name == "parts":  # titles of our own table
        return ", ".join(words.t(title) for title in text.split(", "))
    if name in ("name", "lane") and not text.strip():
        return words.t("without a name")
    return plain(text, 1000 if name in ("folder", "known", "file", "other") else LONGEST_VALUE)


def _line_and_column(where: Where, words: Texts) -> str:
    """Return a place in the text of a file, which counts from 1 already."""
    numbers = [step for step in where if isinstance(step, int)]
    if len(numbers) > 1:
        return words.t("line {line}, column {column}", line=numbers[0], column=numbers[1])
    return words.t("line {line}", line=numbers[0] if numbers else "?")


def _member(step: str | int, prefix: str, words: Texts, names: Mapping[str, str] | None) -> str:
    """Return one record of a list, by its position, its id or (a map) its title."""
    kind = words.t(RECORDS[prefix])
    if isinstance(step, int):
        # Not just the number: cards are called by theirs.
        return words.t("{kind} at position {n}", kind=kind, n=step + 1)
    return _called(kind, step, words, names) if step.startswith(prefix + "_") else f"{kind} {words.quoted(plain(step))}"


def _called(kind: str, record_id: str, words: Texts, names: Mapping[str, str] | None) -> str:
    """Return a record's kind with its id, or for people with its name, if it has one."""
    if names is None:
        return f"{kind} {plain(record_id)}"
    name = names.get(record_id, "").strip()
    return f"{kind} {words.quoted(plain(name))}" if name else kind


def _record(step: str, words: Texts, names: Mapping[str, str] | None) -> str:
    """Return the first step of a place, which may be the id of a record, by its kind and id or name."""
    prefix, underscore, rest = step.partition("_")
    if underscore and rest and prefix in RECORDS and step not in FIELDS:
        return _called(words.t(RECORDS[prefix]), step, words, names)
    return _field(step, words, names is None)


def _field(step: str, words: Texts, in_file: bool) -> str:
    """Return our word for a field, with its name in the file (`in_file`) where that is another."""
    if step not in FIELDS:
        return plain(step)
    name = field_name(step, words)
    if not in_file:
        return name
    return name if name.casefold() == plain(step).replace("_", " ").casefold() else f"{name} ({plain(step)})"
