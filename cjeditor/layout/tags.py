"""What a shape is to somebody who does not see it: a heading, a line of a paragraph, a cell of a table, decoration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["P", "H1", "H2", "H3", "LI", "Table", "TR", "TH", "TD", "Figure", "Link", "Artifact"]
"""As PDF calls them. An item of a list makes its list itself."""


@dataclass(eq=False, slots=True)
class Tag:
    """One thing that is read as one, such as a paragraph: all its lines carry the same tag.

    Attributes:
        role: what it is.
        parent: what it is a part of; None for what stands by itself.
        said: what is read instead of it: the description of a figure, or of a link.
        leads: where a link leads: an address of the web, or `#` and the name of an anchor.
        columns: over how many columns a cell goes.
        parts: what it has even where nothing of it is painted, in their order: the cells of a row.
    """

    role: Role
    parent: Tag | None = None
    said: str = ""
    leads: str = ""
    columns: int = 1
    parts: tuple[Tag, ...] = ()

    def put_into(self, whole: Tag) -> bool:
        """Make this, with what it is a part of, a part of `whole`; whether it is one now.

        It is not where it stands in a table already: the same piece was set twice.
        """
        outermost = self
        while outermost.parent is not None and outermost is not whole:
            outermost = outermost.parent
        if outermost.role in _TABLE and outermost is not whole:
            return False
        if outermost is not whole:
            outermost.parent = whole
        return True


_TABLE: Final = ("Table", "TR", "TH", "TD")

DECORATION: Final = Tag("Artifact")
"""What is not read: rules, grounds, heads that say the same on each page."""
