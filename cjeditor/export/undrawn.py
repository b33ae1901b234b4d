"""What to tell about pictures that are damaged: a quiet place stands for each, which nobody should have to look for."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final

from cjeditor.export.content import Content
from cjeditor.model.problem import Problem
from cjeditor.wording import plain

_SHOWN: Final = 12
_LONGEST_NAME: Final = 30


def undrawn(sums: Set[str], subject: Content) -> tuple[Problem, ...]:
    """What to tell of the pictures of these sums, which could not be drawn: on which cards, of which personas."""
    if not sums:
        return ()
    found = []
    numbers = sorted(note.number for note in subject.journey.notes if note.picture in sums)
    if numbers:
        found.append(Problem("export-pictures-undrawn", params={"cards": _listed(map(str, numbers))}))
    names = [plain(one.name.strip(), _LONGEST_NAME) or "–" for one in subject.project.personas if one.portrait in sums]
    if names:
        found.append(Problem("export-portraits-undrawn", params={"personas": _listed(names)}))
    return tuple(found)


def _listed(some: Iterable[str]) -> str:
    listed = tuple(some)
    return ", ".join(listed[:_SHOWN]) + (" …" if len(listed) > _SHOWN else "")
