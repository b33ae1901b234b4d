"""Fonts as a PDF embeds them: the house's own, and cut ones of other makers for what it lacks."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFont

from cjeditor.export.glyphs import Run
from cjeditor.export.other_fonts import OtherFont
from cjeditor.export.pdf.lean_fonts import LeanFace, LeanFont


def embedded(name: str, file: str | io.BytesIO) -> TTFont:
    """A TrueType font that reportlab embeds as subsets, without hints."""
    font = LeanFont(name, file, shapable=False)
    # Only what it writes is other than reportlab's: to read the file again as a face of ours takes as long once more.
    font.face.__class__ = LeanFace
    font.face.name = name.encode("ascii")
    return font


class OtherFonts:
    """The other fonts of one document, each cut to the characters that were announced.

    A character that nobody announced brings another cut of its font: nothing is lost, the file only grows.
    """

    def __init__(self) -> None:
        self._cuts: dict[OtherFont, dict[str, TTFont]] = {}
        self._count = 0

    def prepare(self, runs: Iterable[Run]) -> None:
        """Cut each other font for all characters of these runs."""
        wanted: dict[OtherFont, set[str]] = {}
        for run in runs:
            if isinstance(run.face, OtherFont):
                wanted.setdefault(run.face, set()).update(run.text)
        for font, characters in wanted.items():
            self._cut(font, characters)

    def split(self, font: OtherFont, text: str) -> Iterator[tuple[TTFont, str]]:
        """The text in stretches, each with the cut that has its characters."""
        self._cut(font, set(text))
        cuts = self._cuts[font]
        for made, stretch in groupby(text, key=cuts.__getitem__):
            yield made, "".join(stretch)

    def _cut(self, font: OtherFont, characters: set[str]) -> None:
        known = self._cuts.setdefault(font, {})
        new = "".join(sorted(characters - known.keys()))
        if new:
            self._count += 1
            made = embedded(f"{font.name}-{self._count}", io.BytesIO(font.cut(new)))
            known.update(dict.fromkeys(new, made))
