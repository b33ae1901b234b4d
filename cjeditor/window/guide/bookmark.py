"""What somebody has begun in the guide and not kept: it outlives the guide when the window is furnished anew."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bookmark:
    """Where somebody is in the guide.

    Attributes:
        pinned: the phase that it stays with; empty when it follows the map.
        drafts: answers that were written and not kept, by map, phase and question.
        scrolled: how far the guide is scrolled, 0.0 to 1.0.
    """

    pinned: str = ""
    drafts: dict[tuple[str, str, str], str] = field(default_factory=dict)
    scrolled: float = 0.0
