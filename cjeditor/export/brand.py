"""The brand of those who hand a handout out: their logo, two colours and a line for the foot of each page."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.model.project import Asset


@dataclass(frozen=True, slots=True)
class Brand:
    """How a handout shows whose it is.

    Attributes:
        logo: a picture; none where None.
        primary: the colour of headings and rules, `#rrggbb`; the house's own where empty.
        accent: the colour of what stands out, `#rrggbb`; the house's own where empty.
        footer: stands at the foot of each page.
    """

    logo: Asset | None = None
    primary: str = ""
    accent: str = ""
    footer: str = ""
