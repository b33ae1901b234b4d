"""The brand of those who hand a handout out: their logo, two colours and a line for the foot of each page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from cjeditor.layout.primitives import Image
from cjeditor.layout.theme import Theme, contrast, mix
from cjeditor.model.pictures import size_of
from cjeditor.model.project import Asset

READABLE: Final = 4.5
"""The contrast that text has with its ground at least (WCAG 2.2, 1.4.3)."""
_PALE: Final = 1.25
"""The contrast that rules have with the paper at least: of a paler colour nothing would be seen."""
_STEPS: Final = 50


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


def readable(colour: str, ground: str = "#ffffff", least: float = READABLE) -> str:
    """The colour, as much darker or lighter as text in it needs on its ground; itself where it needs nothing."""
    away = max(("#000000", "#ffffff"), key=lambda end: contrast(end, ground))
    toned = (mix(away, colour, step / _STEPS) for step in range(1, _STEPS + 1))
    return colour if contrast(colour, ground) >= least else next(one for one in toned if contrast(one, ground) >= least)


def branded(theme: Theme, brand: Brand | None) -> Theme:
    """The theme with the two colours of a brand, toned so that all that is written in them can be read.

    They colour headings and rules only: curves, marks and cards keep theirs, for these mean something.
    """
    if brand is None or not (brand.primary or brand.accent):
        return theme
    paper = theme.colour("canvas")
    tokens = dict(theme.tokens)
    if brand.primary:
        primary = readable(brand.primary, paper)
        tokens |= {"heading": primary, "subheading": primary, "rule.head": primary, "accent": primary}
    if brand.accent:
        accent = readable(brand.accent, paper, _PALE)
        tokens |= {"accent": accent, "rule.head": accent}
    return replace(theme, tokens=tokens, _resolved={})


def with_logo(pictures: Mapping[str, Asset], brand: Brand | None) -> dict[str, Asset]:
    """Pictures by their sum, with the logo of a brand among them."""
    logo = brand.logo if brand is not None else None
    return dict(pictures) if logo is None else {**pictures, logo.sha256: logo}


def logo_image(logo: Asset, width: float, height: float) -> Image | None:
    """A logo at the origin, whole and as large as a box allows; None where it cannot be drawn."""
    size = size_of(logo)
    if size is None:
        return None
    scale = min(width / size.width, height / size.height)
    return Image(0.0, 0.0, size.width * scale, size.height * scale, logo.sha256)
