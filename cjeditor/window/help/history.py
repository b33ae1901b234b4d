"""Where a reader has been, to go back and forward again."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Visit:
    """A page that was read: its key, the section that was gone to, and how far it was scrolled (pixels)."""

    page: str
    anchor: str = ""
    scrolled: int = 0


class History:
    """The visits in their order, and at which of them the reader is. Begins empty."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1
        self._passing = False

    def now(self) -> Visit | None:
        """Return the present visit; nothing before the first."""
        return self._visits[self._at] if self._visits else None

    def leave(self, scrolled: int) -> None:
        """Remember how far the present page is scrolled before another is shown."""
        if self._visits:
            self._visits[self._at] = replace(self._visits[self._at], scrolled=scrolled)

    def go(self, visit: Visit, *, passing: bool = False) -> None:
        """Note a new visit; what was ahead is forgotten.

        Args:
            visit: where the reader goes.
            passing: whether it was come by with the arrow keys: the next of that kind takes its place.
        """
        replaces = passing and self._passing
        self._visits[self._at + (0 if replaces else 1) :] = [visit]
        self._at = len(self._visits) - 1
        self._passing = passing

    def can_step(self, by: int) -> bool:
        """Return whether there is something behind (−1) or ahead (+1)."""
        return 0 <= self._at + by < len(self._visits)

    def step(self, by: int) -> Visit | None:
        """Go back (−1) or forward (+1) and return where that leads; nothing where it leads nowhere."""
        if not self.can_step(by):
            return None
        self._at += by
        self._passing = False
        return self._visits[self._at]
