"""A set of slides in the making: size, colours and layouts, slides with titles and notes, and the file itself.

The same input gives the same bytes: the archive's times and the properties come from the date that was asked for.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Emu

import cjeditor
from cjeditor.export.plain_text import clean, is_right_to_left, one_line
from cjeditor.export.pptx.fitting import cut, fitting
from cjeditor.export.pptx.shapes import EMU
from cjeditor.layout.theme import Theme

WIDTH: Final = 1280.0
HEIGHT: Final = 720.0
"""Of a slide in pixels, 96 to an inch: 16 to 9."""
MARGIN: Final = 32.0
SMALLEST: Final = 13.4
"""Of letters that are to be read in a room: 10 points."""
FOOT_WIDTH: Final = 950.0
TITLE_TOP: Final = 18.0
TITLE_HEIGHT: Final = 52.0
_TITLE_SIZES: Final = (28.0, 25.0, 22.0, 20.0)
SMALLEST_TITLE: Final = _TITLE_SIZES[-1]
_LINE: Final = 1.2
_INSET: Final = 8.0
"""What placeholders leave free at either side."""
TITLE_ROOM: Final = WIDTH - 2 * MARGIN - 2 * _INSET
"""How wide the line of a title is."""
_LANGUAGES: Final = {"de": "de-DE", "en": "en-GB"}
_LAYOUTS: Final = ("Title Slide", "Title Only")
_INFO_LENGTH: Final = 250
_LONGEST_NOTES: Final = 200_000
_DRAWING: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_CREATED: Final = re.compile(rb'(<dcterms:(created|modified) xsi:type="dcterms:W3CDTF">)[^<]*(</dcterms:)')
_PRESENTATION: Final = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_FOOT: Final = 10
"""The number of the first of a slide's placeholders that are not its layout's own."""
_NO_INSETS: Final = 'lIns="0" tIns="0" rIns="0" bIns="0"'
_NUMBER_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_APP: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>cjeditor</Application></Properties>"
)


class Deck:
    """Slides of one file.

    Attributes:
        language: of all its texts, as office programs name it.
    """

    def __init__(self, language: str, theme: Theme) -> None:
        self.language = _LANGUAGES.get(language, "en-GB")
        self._theme = theme
        self._presentation: Any = Presentation()
        self._presentation.slide_width, self._presentation.slide_height = Emu(_px(WIDTH)), Emu(_px(HEIGHT))
        self._presentation.element.sldSz.attrib.pop("type", None)
        self._tidy()
        self._furnish()

    def __len__(self) -> int:
        return len(self._presentation.slides)

    def opening(self) -> Slide:
        """Add the slide with which it opens: a title and a subtitle to fill."""
        return self._added(_LAYOUTS[0])

    def slide(self, title: str, notes: str) -> Slide:
        """Add a slide with a title, shortened where it is longer than its line, and what is to be said."""
        slide = self._added(_LAYOUTS[1])
        self.entitle(slide, title, WIDTH - 2 * MARGIN, TITLE_HEIGHT, _TITLE_SIZES, 1)
        self.note(slide, notes)
        return slide

    def entitle(
        self, slide: Slide, title: str, width: float, height: float, sizes: tuple[float, ...], most: int
    ) -> None:
        """Write a slide's title in the largest of `sizes` that fits, else shortened to `most` lines of the smallest."""
        said, room = one_line(title), width - 2 * _INSET
        size = fitting(said, "bold", sizes, room, height, _LINE) or sizes[-1]
        self.write(slide.shapes.title, [(cut(said, "bold", size, room, most), size)])

    def write(self, placeholder: Any, said: list[tuple[str, float]]) -> None:
        """Fill a placeholder with paragraphs, each with its size in pixels."""
        body = placeholder.text_frame._txBody  # noqa: SLF001  for a language at each run
        for paragraph in body.p_lst:
            body.remove(paragraph)
        for text, size in said:
            body.append(parse_xml(_paragraph(text, self.language, f' sz="{round(size * 75)}"')))

    def note(self, slide: Slide, text: str) -> None:
        """Write the notes for who speaks."""
        shown = clean(text[:_LONGEST_NOTES]) + ("…" if len(text) > _LONGEST_NOTES else "")
        frame = slide.notes_slide.notes_text_frame
        if frame is None:
            return
        body: Any = frame._txBody  # noqa: SLF001  for a language at each run
        for paragraph in body.p_lst:
            body.remove(paragraph)
        for line in shown.split("\n"):
            body.append(parse_xml(_paragraph(line, self.language)))

    def foot(self, slide: Slide, text: str, number: int) -> None:
        """Write a slide's foot, and its number, which follows when slides are moved: after all else on it."""
        look = f'<a:rPr lang="{self.language}" sz="{round(SMALLEST * 75)}" dirty="0"/>'
        said = f"<a:r>{look}<a:t>{escape(clean(text))}</a:t></a:r>"
        counted = f'<a:fld id="{_NUMBER_FIELD}" type="slidenum">{look}<a:t>{number}</a:t></a:fld>'
        tree: Any = slide.shapes._spTree  # noqa: SLF001  python-pptx adds no placeholders of these kinds
        for at, (kind, index, content) in enumerate((("ftr", 11, said), ("sldNum", 12, counted)), start=_FOOT):
            tree.append(
                parse_xml(
                    f'<p:sp {_PRESENTATION} {_DRAWING}><p:nvSpPr><p:cNvPr id="{at}" name="{kind} {at}"/>'
                    f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
                    f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr {_NO_INSETS}/><a:lstStyle/>'
                    f"<a:p>{content}</a:p></p:txBody></p:sp>"
                )
            )

    def describe(self, title: str, author: str, about: str, keywords: str, date: str) -> None:
        """Set what file managers and search engines show; `date` is `YYYY-MM-DD` or empty."""
        properties = self._presentation.core_properties
        moment = _moment(date)
        properties.title, properties.author = one_line(title)[:_INFO_LENGTH], one_line(author)[:_INFO_LENGTH]
        properties.subject, properties.keywords = one_line(about)[:_INFO_LENGTH], one_line(keywords)[:_INFO_LENGTH]
        properties.language, properties.last_modified_by = self.language, f"cjeditor {cjeditor.__version__}"
        properties.created = properties.modified = moment
        properties.revision, properties.comments, properties.category = 1, "", ""

    def save(self, path: Path, date: str) -> None:
        """Write the file; the times in it are those of `date`, or of nothing known."""
        stream = io.BytesIO()
        self._presentation.save(stream)
        path.write_bytes(_timeless(stream.getvalue(), _moment(date)))

    def _added(self, layout: str) -> Slide:
        chosen = next(one for one in self._presentation.slide_layouts if one.name == layout)
        slide: Slide = self._presentation.slides.add_slide(chosen)
        return slide

    def _tidy(self) -> None:
        """Leave out what the template has and nobody needs."""
        for layout in list(self._presentation.slide_layouts):
            if layout.name not in _LAYOUTS:
                self._presentation.slide_layouts.remove(layout)
        package = self._presentation.part.package
        for holder in (self._presentation.part, package):
            rels = holder._rels  # noqa: SLF001  no other door
            for key, relation in list(rels.items()):
                if relation.reltype.endswith(("/printerSettings", "/thumbnail")):
                    rels.pop(key)
                elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                    relation.target_part._blob = _APP.encode()  # noqa: SLF001  no other door

    def _furnish(self) -> None:
        """Give master and layouts our colours, and placeholders their place on a wide slide."""
        master = self._presentation.slide_master
        theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme._blob = _coloured(theme.blob.decode("utf-8"), self._theme).encode("utf-8")  # noqa: SLF001  no other door
        _restyle_titles(master.element)
        for shape in master.placeholders:
            shape.text_frame.margin_left = 0  # level with the shapes below
            if shape.placeholder_format.type.name == "FOOTER":
                _begin_left(shape)
            _put(shape, *_PLACES.get(shape.placeholder_format.type.name, (MARGIN, 96.0, WIDTH - 2 * MARGIN, 560.0)))
        opening = next(one for one in self._presentation.slide_layouts if one.name == _LAYOUTS[0])
        for shape in opening.placeholders:
            if shape.placeholder_format.type.name in _OPENING:
                _put(shape, *_OPENING[shape.placeholder_format.type.name])
                _begin_left(shape)


_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACES: Final[dict[str, tuple[float, float, float, float]]] = {
    "TITLE": (MARGIN, TITLE_TOP, WIDTH - 2 * MARGIN, TITLE_HEIGHT),
    "FOOTER": (MARGIN, 690.0, FOOT_WIDTH, 22.0),
    "DATE": (1000.0, 690.0, 140.0, 22.0),
    "SLIDE_NUMBER": (1148.0, 690.0, 100.0, 22.0),
}
OPENING_TITLE: Final = (80.0, 120.0, 1120.0, 180.0)
OPENING_TEXT: Final = (80.0, 316.0, 1120.0, 320.0)
_OPENING: Final[dict[str, tuple[float, float, float, float]]] = {
    "CENTER_TITLE": OPENING_TITLE,
    "SUBTITLE": OPENING_TEXT,
}


def _put(shape: Any, x: float, y: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(_px(length)) for length in (x, y, width, height))


def _begin_left(shape: Any) -> None:
    """Set a placeholder's text at the left, and as dark as can be read."""
    for level in shape.element.iter(f"{{{_A}}}lvl1pPr"):
        level.set("algn", "l")
        for colour in level.iter(f"{{{_A}}}schemeClr"):
            del colour[:]  # its tint: too pale


def _px(pixels: float) -> int:
    return round(pixels * EMU)


def _restyle_titles(master: Any) -> None:
    """Titles begin at the left, in bold and in our colour."""
    for level in master.iter(f"{{{_A}}}lvl1pPr"):
        if level.getparent().tag.endswith("}titleStyle"):
            level.set("algn", "l")
            for look in level.iter(f"{{{_A}}}defRPr"):
                look.set("sz", "2100")
                look.set("b", "1")
                for colour in look.iter(f"{{{_A}}}schemeClr"):
                    colour.set("val", "tx2")


def _coloured(xml: str, theme: Theme) -> str:
    """The theme's part with our colours, which charts and new shapes take."""
    ours = {
        "dk2": "subheading",
        "lt2": "note.thought",
        "accent1": "accent",
        "accent2": "edge.pain",
        "accent3": "edge.opportunity",
        "accent4": "edge.goal",
        "accent5": "emotion.2",
        "accent6": "star",
        "hlink": "primary",
        "folHlink": "secondary",
    }
    dark = theme.colour("text").removeprefix("#").upper()
    xml = re.sub(r"(<a:dk1>).*?(</a:dk1>)", rf'\g<1><a:srgbClr val="{dark}"/>\g<2>', xml)
    for name, style in ours.items():
        colour = theme.colour(style).removeprefix("#").upper()
        xml = re.sub(rf'(<a:{name}><a:srgbClr val=")[0-9A-F]{{6}}', rf"\g<1>{colour}", xml)
    return xml.replace('name="Office Theme"', 'name="cjeditor"')


def _paragraph(text: str, language: str, size: str = "") -> str:
    said = clean(text)
    turned = '<a:pPr rtl="1" algn="r"/>' if is_right_to_left(said) else ""
    run = f'<a:r><a:rPr lang="{language}"{size} dirty="0"/><a:t>{escape(said)}</a:t></a:r>' if said else ""
    return f"<a:p {_DRAWING}>{turned}{run}</a:p>"


def _moment(date: str) -> datetime.datetime:
    """The day at midnight; the first of January 1980, before which archives know no time, for none."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        day = datetime.date(1980, 1, 1)
    year = min(max(day.year, 1980), 2107)
    return datetime.datetime(year, day.month, day.day)  # noqa: DTZ001  python-pptx wants a naive one, in UTC


def _timeless(data: bytes, moment: datetime.datetime) -> bytes:
    """The same archive with one moment for all that is in it, also for the workbooks of its charts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.endswith(".xlsx"):
                content = _timeless(content, moment)
            elif entry.filename == "docProps/core.xml":
                stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                content = _CREATED.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            info = zipfile.ZipInfo(entry.filename, moment.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return stream.getvalue()
