"""How often the thought was named that a card came from: a tag (`3×`) keeps it, as people may write one themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COUNT = re.compile(r"([1-9][0-9]{0,5})×")
_MOST = 999_999


def times_named(tags: Iterable[str]) -> int:
    """How often it was named; 0 where no tag says so. Of cards that were merged, together."""
    return sum(int(found[1]) for tag in tags if (found := _COUNT.fullmatch(tag)))


def named_together(several: Iterable[Iterable[str]]) -> int:
    """How often cards with these tags were named together, one without a count once; 0 where none has a count."""
    counts = [times_named(tags) for tags in several]
    return sum(max(1, each) for each in counts) if any(counts) else 0


def naming_tags(count: int, others: Iterable[str] = ()) -> tuple[str, ...]:
    """The tags of a card for a thought that was named so often: the others, each once, then the count beyond one."""
    kept = dict.fromkeys(tag for tag in others if not _COUNT.fullmatch(tag))
    return (*kept, *((f"{min(count, _MOST)}×",) if count > 1 else ()))
