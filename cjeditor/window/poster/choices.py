"""What is chosen for a poster, as it is remembered from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast, get_args

from cjeditor.export.options import PAPERS, OwnSize, Paper
from cjeditor.export.posters.options import LARGEST_OVERLAP, PosterOptions
from cjeditor.model.fields import Language
from cjeditor.window.handout.choices import named_paper


def to_keep(options: PosterOptions, brand: str, language: Language) -> dict[str, object]:
    """What is chosen as values of JSON: `brand` is its name or empty, `language` the project's own."""
    tile = options.tile
    return {
        "paper": _name_of(options.paper),
        "landscape": options.landscape,
        "tile": "" if tile is None else _name_of(tile),
        "overlap": round(options.overlap),
        "repeat": options.repeat,
        "by_phase": options.by_phase,
        "audience": options.audience,
        "brand": brand,
        "language": "" if options.language in (None, language) else options.language,
    }


def kept(values: Mapping[str, object], proposed: PosterOptions) -> PosterOptions:
    """What was kept, but for the brand; in place of each that makes no sense any more what is proposed."""
    paper, tile, overlap, language = (values.get(name) for name in ("paper", "tile", "overlap", "language"))
    named = named_paper(paper) if isinstance(paper, str) else None
    return replace(
        proposed,
        paper=named or proposed.paper,
        landscape=values.get("landscape", proposed.landscape) is True,
        tile=next((one for one in PAPERS if one == tile), None),
        overlap=_overlap(overlap, proposed.overlap),
        repeat=values.get("repeat") is True,
        by_phase=values.get("by_phase") is True,
        audience="client" if values.get("audience") == "client" else "team",
        language=next((one for one in get_args(Language) if one == language), proposed.language),
    )


def kept_brand(values: Mapping[str, object]) -> str:
    """The name of the brand that was kept; empty for none."""
    brand = values.get("brand")
    return brand if isinstance(brand, str) else ""


def _overlap(value: object, proposed: float) -> float:
    # To Python, true is a number.
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_OVERLAP
    return cast(int, value) if is_number else proposed


def _name_of(paper: Paper | OwnSize) -> str:
    return f"{paper.short}x{paper.long}" if isinstance(paper, OwnSize) else paper
