"""The brand at the top of a first page: its logo, and a short bar in its colour."""

from __future__ import annotations

from typing import Final

from cjeditor.export.brand import Brand, logo_image
from cjeditor.export.typeset import Piece, space
from cjeditor.layout.primitives import Rect

_LOGO_WIDTH: Final = 200.0
_LOGO_HEIGHT: Final = 44.0
_BAR: Final = (48.0, 4.0)
_BELOW: Final = 14.0


def brand_sign(brand: Brand | None) -> tuple[Piece, ...]:
    """What stands above the title of a first page, with the room below it; nothing without a brand."""
    if brand is None:
        return ()
    pieces: list[Piece] = []
    logo = logo_image(brand.logo, _LOGO_WIDTH, _LOGO_HEIGHT) if brand.logo is not None else None
    if logo is not None:
        pieces += [Piece(logo.height, (logo,)), space(_BELOW)]
    if brand.primary or brand.accent:
        width, height = _BAR
        pieces += [Piece(height, (Rect(0, 0, width, height, fill="accent"),)), space(_BELOW)]
    return tuple(pieces)
