"""What personas are called where several stand beside each other: those of the same name are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cjeditor.model.project import Persona
from cjeditor.texts import Texts

_LONGEST = 400


def persona_names(personas: Iterable[Persona], words: Texts) -> dict[str, str]:
    """The name of each persona by its id, on one line; of those with the same name with the type, else a number.

    All personas of a project should be given, so that each is called the same everywhere.
    """
    held = sorted(personas, key=_id)
    plain = {each.id: _line(each.name) or words.t("Unnamed persona") for each in held}
    typed = {each.id: f"{plain[each.id]} ({_line(each.type)})" if _line(each.type) else plain[each.id] for each in held}
    names = {one: typed[one] if count > 1 else plain[one] for one, count in _counted(plain)}
    found: dict[str, str] = {}
    met: Counter[str] = Counter()
    for one, name in names.items():
        met[name] += 1
        found[one] = name if met[name] == 1 else f"{name} ({met[name]})"
    return found


def _counted(names: Mapping[str, str]) -> list[tuple[str, int]]:
    counts = Counter(names.values())
    return [(one, counts[name]) for one, name in names.items()]


def _line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _id(persona: Persona) -> str:
    return persona.id
