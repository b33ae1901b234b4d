"""Slides read back with python-pptx and with nothing but a reader of XML."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.util import Emu

from cjeditor.export.brand import Brand
from cjeditor.export.options import PublishOptions
from cjeditor.export.pptx.fitting import lines_of
from cjeditor.export.pptx.slides import write_slides
from cjeditor.export.problems import ExportCancelled
from cjeditor.model.project import Project
from cjeditor.resources import path as resource
from cjeditor.storage.load import load
from tests.export.samples import mortgage
from tests.hostile_strings import MARKUP
from tests.pictures import sign

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DATED = PublishOptions(date="2026-11-27")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung " * 60
ENDLESS = "x" * 20_000


@pytest.fixture(scope="module")
def sample() -> Project:
    return load(resource("samples/first-home.de.cjmap"))


@pytest.fixture(scope="module")
def file(sample: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The slides of the full sample."""
    path = tmp_path_factory.mktemp("slides") / "home.pptx"
    assert write_slides(sample, sample.maps[0].id, path, DATED) == ()
    return path


@pytest.fixture(scope="module")
def deck(file: Path) -> Any:
    return Presentation(str(file))


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The slides of a map whose texts are far too long, and turn the direction of reading."""
    path = tmp_path_factory.mktemp("awkward") / "long.pptx"
    titles = (LONG[:3_000], ENDLESS[:3_000], "שלום עולם " * 40, "\u202eevil.exe", "東京" * 200, "😀" * 100)
    project = mortgage(phases=2, per_phase=6, titles=titles)
    journey = project.maps[0]
    fields = journey.model_dump() | {"title": LONG[:3_000], "key_finding": ENDLESS, "scenario": LONG * 4}
    fields["notes"][0]["text"] = LONG * 5
    fields["touchpoints"][0]["description"] = ENDLESS
    fields["lanes"][0]["name"] = LONG[:900]
    fields["phases"][0]["name"] = ENDLESS[:900]
    made = Project.model_validate(project.model_dump() | {"maps": (fields,)})
    write_slides(made, journey.id, path, DATED)
    return path


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The slides of a map with so many phases that the overview has room for signs only."""
    path = tmp_path_factory.mktemp("wide") / "wide.pptx"
    write_slides(mortgage(phases=60, per_phase=1), "map_a", path, DATED)
    return path


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The slides of a map with 400 touchpoints in one cell."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.pptx"
    write_slides(mortgage(phases=1, per_phase=400), "map_a", path, DATED)
    return path


def every(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from every(shape.shapes)


def described(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr") or "")


def test_each_phase_has_a_slide_after_title_map_and_figures(deck: Any, sample: Project) -> None:
    slides = list(deck.slides)
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[0] == sample.maps[0].title
    assert titles[1] == sample.maps[0].key_finding
    assert titles[2] == "Map"
    assert {"Gefühlskurve", "Verkaufstrichter", "Kennzahlen"} <= set(titles)
    for number, phase in enumerate(sorted(sample.maps[0].phases, key=lambda one: one.rank), start=1):
        assert any(title.startswith(f"{number} {phase.name}") for title in titles)
    assert sample.maps[0].key_finding in slides[0].placeholders[1].text


def test_very_many_phases_are_overviewed_on_several_slides(wide: Path) -> None:
    titles = [slide.shapes.title.text for slide in Presentation(str(wide)).slides]
    parts = [title for title in titles if re.search(r"\(\d von 7\)$", title)]
    assert len(parts) == 7
    assert titles[8] == "Map"


def letters(shapes: Any) -> Iterator[tuple[float, str]]:
    """The sizes of all texts in points, those in groups and tables, too."""
    for shape in every(shapes):
        for look in shape._element.iter(f"{A}rPr"):
            yield int(look.get("sz")) / 100, shape.name


@pytest.mark.parametrize("which", ["file", "awkward", "wide", "crowded"])
def test_everything_can_be_read_in_a_room(which: str, request: pytest.FixtureRequest) -> None:
    for slide in Presentation(str(request.getfixturevalue(which))).slides:
        for size, name in letters(slide.shapes):
            assert size >= 10, (slide.shapes.title.text[:30], name)
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape.chart.font.size.pt >= 12


@pytest.mark.parametrize("which", ["file", "awkward", "wide", "crowded"])
def test_no_text_lies_over_another(which: str, request: pytest.FixtureRequest) -> None:
    """Boxes with texts, charts and tables of a slide are apart."""
    for slide in Presentation(str(request.getfixturevalue(which))).slides:
        boxes = [
            (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height, shape.name)
            for shape in slide.shapes
            if shape.has_chart or shape.has_table or (shape.has_text_frame and shape.text_frame.text.strip())
        ]
        boxes.sort()
        for i, (_left, top, right, bottom, name) in enumerate(boxes):
            for left, other_top, _right, other_bottom, other in boxes[i + 1 :]:
                if left >= right - 9_525:
                    break
                assert other_top >= bottom - 9_525 or other_bottom <= top + 9_525, (
                    slide.shapes.title.text[:30],
                    name,
                    other,
                )


def test_long_phases_go_over_several_slides(crowded: Path) -> None:
    titles = [slide.shapes.title.text for slide in Presentation(str(crowded)).slides]
    parts = [title for title in titles if title.startswith("1 Bedarf (")]
    assert len(parts) > 5
    assert parts == [f"1 Bedarf ({n} von {len(parts)})" for n in range(1, len(parts) + 1)]
    said = {
        shape.text_frame.text.split("  ")[0]
        for slide in Presentation(str(crowded)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    }
    assert {str(number) for number in range(1, 401)} <= said


def test_titles_too_long_keep_which_slide_they_are_of(awkward: Path) -> None:
    titles = [slide.shapes.title.text for slide in Presentation(str(awkward)).slides]
    parts = [title for title in titles if title.startswith("1 xxx")]
    assert len(parts) > 1
    for number, title in enumerate(parts, start=1):
        assert title.endswith(f"x… ({number} von {len(parts)})")


def test_feet_and_numbers_are_those_of_the_master_and_come_last(deck: Any) -> None:
    for number, slide in enumerate(deck.slides, start=1):
        if number == 1:
            continue
        *_others, foot, last = slide.shapes
        assert (foot.placeholder_format.type, last.placeholder_format.type) == (
            PP_PLACEHOLDER.FOOTER,
            PP_PLACEHOLDER.SLIDE_NUMBER,
        )
        (field,) = last._element.iter(f"{A}fld")
        assert (field.get("type"), field.findtext(f"{A}t")) == ("slidenum", str(number))
        assert slide.shapes[0] == slide.shapes.title


def test_figures_are_charts_with_numbers(deck: Any, file: Path, sample: Project) -> None:
    charts = {shape.name: shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart}
    curve = charts["Gefühlskurve"]
    assert curve.chart_type == XL_CHART_TYPE.LINE_MARKERS
    assert list(curve.plots[0].series[0].values)[:3] == [1.0, -1.0, 2.0]
    formats = {one.get("formatCode") for one in curve._chartSpace.iter() if one.tag.endswith("}numFmt")}
    assert formats == {'+0;"−"0;0'}, "a minus that is not in quotes is no number format"
    funnel = charts["Verkaufstrichter"]
    counts = sorted((float(one.count) for one in sample.funnel), reverse=True)
    assert list(funnel.plots[0].series[0].values) == counts
    assert funnel.plots[0].series[0].data_labels.show_value
    assert len(charts["Promotoren, Passive und Detraktoren"].plots[0].series) == 3
    workbooks = [name for name in zipfile.ZipFile(file).namelist() if name.endswith(".xlsx")]
    assert len(workbooks) == sum(shape.has_chart for slide in deck.slides for shape in slide.shapes)


def test_kpis_of_which_less_is_better_have_no_long_bar_that_looks_like_success(deck: Any) -> None:
    (slide, chart), *more = (
        (slide, shape.chart)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart and shape.name == "Kennzahlen"
    )
    assert more == []
    names = list(chart.plots[0].categories)
    assert "Erstgespräche im Quartal" in names
    assert "Tage vom Antrag bis zur Zusage" not in names
    assert "Nicht im Diagramm, weil niedriger besser ist: Tage vom Antrag bis zur Zusage, " in " ".join(
        shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
    )


def test_whoever_cannot_see_hears_what_is_shown(deck: Any) -> None:
    """Groups, charts and tables say what they show; shapes without text that say nothing are marked as decoration."""
    for slide in deck.slides:
        assert slide.shapes.title.text
        for shape in slide.shapes:
            if hasattr(shape, "shapes") or shape.has_chart or shape.has_table:
                assert described(shape), shape.name
        for element in slide._element.iter(f"{P}cNvPr"):
            holder = element.getparent().getparent()
            spoken = holder.findall(f".//{A}t") or element.get("descr") or holder.tag.endswith("}spTree")
            if not spoken:
                assert "decorative" in ET.tostring(element, encoding="unicode"), element.get("name")


def test_notes_hold_the_texts_in_full(awkward: Path) -> None:
    said = "".join(slide.notes_slide.notes_text_frame.text for slide in Presentation(str(awkward)).slides)
    assert ENDLESS in said
    assert LONG[:3_000].strip() in said


def test_all_text_is_in_the_map_s_language(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                for look in ET.fromstring(archive.read(name)).iter(f"{A}rPr"):  # noqa: S314  our own file
                    assert look.get("lang") == "de-DE", name


@pytest.mark.parametrize("which", ["file", "awkward", "wide", "crowded"])
def test_nothing_leaves_the_slide_and_no_text_its_box(which: str, request: pytest.FixtureRequest) -> None:
    presentation = Presentation(str(request.getfixturevalue(which)))
    wide, high = presentation.slide_width, presentation.slide_height
    checked = 0
    for slide in presentation.slides:
        for shape in every(slide.shapes):
            assert -2 <= shape.left <= shape.left + shape.width <= wide + 2, shape.name
            assert -2 <= shape.top <= shape.top + shape.height <= high + 2, shape.name
            body = shape._element.find(f"{P}txBody")
            if body is not None and shape.is_placeholder is False:
                checked += 1
                needed, room = _needed(body, shape)
                assert needed <= room + 1.0, (slide.shapes.title.text[:20], shape.name, shape.text_frame.text[:80])
    assert checked > 40


def _needed(body: Any, shape: Any) -> tuple[float, float]:
    """The height that a text takes by Lato's widths, which are larger than Calibri's, and the height of its box."""
    properties = body.find(f"{A}bodyPr")
    inset = {side: int(properties.get(f"{side}Ins", "0")) / 9525 for side in ("l", "t", "r", "b")}
    width = shape.width / 9525 - inset["l"] - inset["r"]
    needed = inset["t"] + inset["b"]
    for paragraph in body.iter(f"{A}p"):
        look = paragraph.find(f".//{A}rPr")
        if look is None:
            continue
        size = int(look.get("sz")) / 75
        line = int(paragraph.find(f".//{A}lnSpc/{A}spcPts").get("val")) / 75
        before = int(paragraph.find(f".//{A}spcBef/{A}spcPts").get("val")) / 75
        text = "".join(
            "\n" if part.tag.endswith("}br") else part.findtext(f"{A}t") or ""
            for part in paragraph
            if part.tag.endswith(("}r", "}br"))
        )
        face = "bold" if look.get("b") == "1" else "regular"
        count = lines_of(text, face, size, width + 0.01) if properties.get("wrap") == "square" else 1
        needed += before + count * (line if count > 1 else min(line, size * 1.2))
    return needed, shape.height / 9525


def test_the_same_project_gives_the_same_bytes(sample: Project, file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pptx"
    write_slides(sample, sample.maps[0].id, again, DATED)
    assert again.read_bytes() == file.read_bytes()
    with zipfile.ZipFile(again) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 27, 0, 0, 0)}
    core = Presentation(str(again)).core_properties
    assert (core.created.isoformat()[:10], core.language) == ("2026-11-27", "de-DE")
    assert core.title == sample.maps[0].title


def test_the_package_is_whole(awkward: Path) -> None:
    """Each part has a type, each relation leads to a part, each number on a slide is there once."""
    with zipfile.ZipFile(awkward) as archive:
        names = set(archive.namelist())
        types = archive.read("[Content_Types].xml").decode()
        for name in names:
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314  our own file
            assert f'PartName="/{name}"' in types or f'Extension="{name.rpartition(".")[2]}"' in types or "[" in name
            if name.endswith(".rels"):
                folder = Path(name).parent.parent
                for relation in ET.fromstring(archive.read(name)):  # noqa: S314  our own file
                    assert relation.get("TargetMode") != "External"
                    target = relation.get("Target") or ""
                    path = target[1:] if target.startswith("/") else _joined(folder, target)
                    assert path in names, (name, target)
            if re.match(r"ppt/slides/slide\d+\.xml", name):
                ids = re.findall(r'<p:cNvPr id="(\d+)"', archive.read(name).decode())
                assert len(ids) == len(set(ids))


def _joined(folder: Path, target: str) -> str:
    parts: list[str] = []
    for part in (folder / target).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_texts_that_turn_the_direction_end_with_their_line(awkward: Path) -> None:
    turned = [
        run.text
        for slide in Presentation(str(awkward)).slides
        for shape in every(slide.shapes)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if "\u202e" in run.text
    ]
    assert turned
    assert all(text.count("\u202e") == text.count("\u202c") for text in turned)


def test_texts_are_data(tmp_path: Path) -> None:
    titles = tuple(MARKUP[:40])
    path = tmp_path / "data.pptx"
    write_slides(mortgage(phases=2, per_phase=20, titles=titles), "map_a", path, DATED)
    presentation = Presentation(str(path))
    said = "\n".join(
        shape.text_frame.text for slide in presentation.slides for shape in every(slide.shapes) if shape.has_text_frame
    )
    for title in titles:
        assert title in said
    assert not [slide for slide in presentation.slides if slide._element.findall(f".//{A}hlinkClick")]


def test_a_client_sees_no_work(tmp_path: Path) -> None:
    path = tmp_path / "client.pptx"
    write_slides(mortgage(phases=2), "map_a", path, PublishOptions(date="2026-11-27", audience="client"))
    every_text = "\n".join(
        shape.text_frame.text
        for slide in Presentation(str(path)).slides
        for shape in every(slide.shapes)
        if shape.has_text_frame
    )
    assert "Hinter den Kulissen" not in every_text
    assert "\nOffen" not in every_text


def test_a_brand(tmp_path: Path) -> None:
    path = tmp_path / "brand.pptx"
    brand = Brand(sign(), "#660033", "#00AA55", "© Bank")
    write_slides(mortgage(phases=1), "map_a", path, PublishOptions(date="2026-11-27", brand=brand))
    first, second, *_others = Presentation(str(path)).slides
    assert [shape.name for shape in first.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE] == ["Logo"]
    assert any(shape.text_frame.text.startswith("© Bank · ") for shape in second.shapes if shape.has_text_frame)
    with zipfile.ZipFile(path) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        assert '<a:dk2><a:srgbClr val="660033"' in theme
        assert '<a:accent1><a:srgbClr val="00AA55"' in theme
        # What is in a brand's colours follows the theme.
        assert '<a:schemeClr val="accent1"/>' in archive.read("ppt/slides/slide1.xml").decode()
        assert '<a:schemeClr val="tx2"/>' in archive.read("ppt/slides/slide2.xml").decode()


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    answers = iter([False, False])
    with pytest.raises(ExportCancelled):
        write_slides(mortgage(phases=1), "map_a", tmp_path / "x.pptx", DATED, cancelled=lambda: next(answers, True))
    assert list(tmp_path.iterdir()) == []


def test_slides_are_wide(deck: Any) -> None:
    assert (deck.slide_width, deck.slide_height) == (Emu(12_192_000), Emu(6_858_000))
