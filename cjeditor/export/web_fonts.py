"""Our fonts as subsets within a file that browsers show: a picture or a page."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping
from typing import Final

from fontTools import subset

from cjeditor import resources
from cjeditor.layout.measure import has_glyph
from cjeditor.layout.primitives import Face

FILES: Final[dict[Face, tuple[str, int]]] = {
    "regular": ("Lato-Regular", 400),
    "medium": ("Lato-Medium", 500),
    "semibold": ("Lato-SemiBold", 600),
    "bold": ("Lato-Bold", 700),
}
"""Each face's file and its weight as style sheets have it."""


def font_faces(used: Mapping[Face, Iterable[str]]) -> str:
    """The faces that occur, each with just its characters, as data within the file."""
    rules = []
    for face, (file, weight) in FILES.items():
        characters = "".join(sorted(one for one in set(used.get(face, ())) if has_glyph(one, face)))
        if characters:
            data = base64.b64encode(_subset(file, characters)).decode("ascii")
            source = f"url(data:font/woff;base64,{data}) format('woff')"
            rules.append(f"@font-face{{font-family:Lato;font-weight:{weight};src:{source}}}")
    return "".join(rules)


def _subset(file: str, characters: str) -> bytes:
    """The font with these characters only, without hints and typographic features, as WOFF."""
    options = subset.Options(
        flavor="woff", hinting=False, layout_features=[], notdef_outline=True, drop_tables=["GPOS", "GSUB"]
    )
    stream = io.BytesIO()
    with subset.load_font(str(resources.font_file(file)), options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        subset.save_font(font, stream, options)
    return stream.getvalue()
