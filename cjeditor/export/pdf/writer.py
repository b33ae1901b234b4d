"""The PDF file itself: reportlab's canvas with our fonts in it and a fast way to write many shapes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Final

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cjeditor import resources
from cjeditor.export.glyphs import drawn
from cjeditor.export.grey_pictures import in_grey
from cjeditor.export.other_fonts import OtherFont
from cjeditor.export.pdf.archive import make_archivable
from cjeditor.export.pdf.embedding import OtherFonts, embedded
from cjeditor.export.pdf.file_bytes import bytes_of
from cjeditor.export.pdf.structure import Structure
from cjeditor.layout.primitives import Face
from cjeditor.model.pictures import content, size_of
from cjeditor.model.project import Asset

# Colours come from `#rrggbb` only, never from an expression (CVE-2023-33733); nothing is fetched from anywhere.
rl_config.toColorCanUse = None  # type: ignore[assignment]  # the stubs know only how to allow some
rl_config.trustedHosts = None
# Streams as they are: base 85 would add a quarter to every file.
rl_config.useA85 = 0
# Subsets hold the characters that are used, not all of ASCII besides.
rl_config.ttfAsciiReadable = 0

FONTS: Final[dict[Face, str]] = {
    "regular": "Lato-Regular",
    "medium": "Lato-Medium",
    "semibold": "Lato-SemiBold",
    "bold": "Lato-Bold",
    "icon": "Phosphor",
}

_IN_LITERALS: Final = tuple(chr(i) if 0x20 <= i < 0x7F and chr(i) not in "\\()" else f"\\{i:03o}" for i in range(256))
"""Each byte as a PDF string holds it."""


class PdfWriter(Canvas):
    """A PDF being written; it has only the fonts of `FONTS`, embedded as subsets.

    Fonts are shared: each keeps the characters of each document apart.
    """

    # The stubs leave out what subclasses may use.
    _doc: Any
    _formsinuse: list[str]
    _setXObjects: Any  # noqa: N815  as reportlab calls it
    _code: list[str]
    _filename: str | BinaryIO

    def __init__(self, out: Path | BinaryIO, *, language: str, date: str) -> None:
        self._faces = {face: _font(face) for face in FONTS}
        super().__init__(
            str(out) if isinstance(out, Path) else out,
            initialFontName=FONTS["regular"],  # type: ignore[arg-type]  # the stubs are wrong: it is a name
            pageCompression=1,
            invariant=1 if date else 0,
            lang=language,
        )
        self._strings: dict[tuple[Face | OtherFont, str], tuple[tuple[str, str], ...]] = {}
        self._others = OtherFonts()
        self._pictures: dict[str, bool] = {}
        self.structure = Structure()
        self._language = language
        self._when = (
            datetime.fromisoformat(f"{date}T12:00:00+00:00") if date else datetime.now(UTC).replace(microsecond=0)
        )
        stamp = f"D:{self._when:%Y%m%d%H%M%S}+00'00'"
        self.setDateFormatter(lambda *_now: stamp)
        for forget in (self.setAuthor, self.setSubject, self.setCreator, self.setKeywords):
            forget("")

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        """End the page and begin another."""
        super().showPage()
        # What it says of an effect between two pages is nothing, but a file to keep may not have it.
        self._doc.Pages.pages[-1].Trans = None
        self.structure.next_page()

    def save(self) -> None:
        """Write the file: tagged, to be kept, small."""
        if self._code:
            self.showPage()
        make_archivable(self._doc, self._language, self._when)
        tree = self.structure.objects(self._doc)
        whole = bytes_of(self._doc, self, tree)
        if isinstance(self._filename, str):
            Path(self._filename).write_bytes(whole)
        else:
            self._filename.write(whole)

    def label(self, labels: Sequence[str]) -> None:
        """Say what viewers call the pages: by its name, or where that is empty by the number printed on it."""
        ranges: list[str] = []
        for i, label in enumerate(labels):
            if label:
                ranges.append(f"{i}<</P<FEFF{label.encode('utf-16-be').hex().upper()}>>>")
            elif i == 0 or labels[i - 1]:
                ranges.append(f"{i}<</S/D/St {i + 1}>>")
        self._doc.Catalog.PageLabels = f"<</Nums[{' '.join(ranges)}]>>"

    def prepare(self, lines: Iterable[tuple[str, Face]]) -> None:
        """Hear what will be written, so that each of the other fonts is cut once for all of it."""
        self._others.prepare(run for text, face in lines for run in drawn(text, face))

    def strings(self, face: Face | OtherFont, text: str) -> tuple[tuple[str, str], ...]:
        """The text as PDF strings: pairs of the subset's font name and the escaped string in parentheses."""
        known = self._strings.get((face, text))
        if known is None:
            fonts = self._others.split(face, text) if isinstance(face, OtherFont) else ((self._faces[face], text),)
            known = tuple(
                (font.getSubsetInternalName(subset, self._doc), _literal(codes))
                for font, some in fonts
                for subset, codes in font.splitString(some, self._doc)
            )
            self._strings[face, text] = known
        return known

    def form_operand(self, name: str) -> str:
        """The name of a form XObject in this page's operators; the page then lists it among its resources."""
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return f"/{self._doc.getXObjectName(name)}"

    def picture_operand(self, asset: Asset, *, grey: bool = False) -> str:
        """The name of a picture in this page's operators; the file holds it once. Empty where it cannot be read."""
        name = f"picture-{asset.sha256}"
        if name not in self._pictures:
            self._pictures[name] = self._embed(name, asset, grey=grey)
        return self.form_operand(name) if self._pictures[name] else ""

    def _embed(self, name: str, asset: Asset, *, grey: bool) -> bool:
        """Put a picture into the file; return whether it could be read. A JPEG stays one, but in grey or in inks."""
        if size_of(asset) is None:
            return False
        data = in_grey(content(asset)) if grey else content(asset)
        picture: Any = PDFImageXObject(name)
        is_photo = asset.media_type == "image/jpeg" and not grey
        if is_photo and not picture.loadImageFromJPEG(io.BytesIO(data)):
            return False
        # Inks mean nothing where all other colours are those of a screen.
        if not is_photo or picture.colorSpace == "DeviceCMYK":
            try:
                picture = PDFImageXObject(name, _readable(data), mask="auto")
            except Exception:  # noqa: BLE001  whatever reportlab and Pillow make of damaged bytes, the page goes on
                return False
        self._setXObjects(picture)
        self._doc.Reference(picture, self._doc.getXObjectName(name))
        self._doc.addForm(name, picture)
        mask = picture.__dict__.pop("_smask", None)
        if mask is not None:
            # Pictures of the same outline share it.
            known = self._doc.idToObject.get(self._doc.getXObjectName(mask.name))
            if known is None:
                self._setXObjects(mask)
            picture.smask = self._doc.Reference(known or mask, self._doc.getXObjectName(mask.name))
        return True


def _readable(data: bytes) -> ImageReader:
    """A picture's file as reportlab reads it; one in inks becomes one in light."""
    opened = Image.open(io.BytesIO(data))
    return ImageReader(opened.convert("RGB") if opened.mode == "CMYK" else opened)


def _literal(codes: bytes) -> str:
    """Bytes as a PDF string with its parentheses."""
    return f"({''.join(map(_IN_LITERALS.__getitem__, codes))})"


@cache
def _font(face: Face) -> TTFont:
    """The font of a face, registered with reportlab under its name."""
    file = resources.icon_font_file() if face == "icon" else resources.font_file(FONTS[face])
    font = embedded(FONTS[face], str(file))
    pdfmetrics.registerFont(font)
    return font
