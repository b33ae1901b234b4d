from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from cjeditor.export import png
from cjeditor.export.options import PictureOptions
from cjeditor.export.picture import write_picture
from cjeditor.export.problems import ExportCancelled, ExportRefused
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from cjeditor.model.project import Project
from tests.export.samples import mortgage
from tests.export.test_handout import AWKWARD

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def drawn(project: Project, folder: Path) -> ET.Element:
    path = folder / "map.svg"
    assert write_picture(project, project.maps[0].id, path) == ()
    return ET.fromstring(path.read_bytes())  # noqa: S314  our own file


def words(root: ET.Element) -> str:
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def test_an_svg_holds_all_texts_as_text(tmp_path: Path) -> None:
    root = drawn(mortgage(), tmp_path)
    found = words(root).replace("- ", "")
    for touchpoint in mortgage().maps[0].touchpoints:
        assert all(word in found for word in touchpoint.title.split())
    assert root.findtext(f"{SVG}title") == mortgage().maps[0].title
    assert "Ist · Familie Brandt" in (root.findtext(f"{SVG}desc") or "")


def test_an_svg_says_what_it_shows(tmp_path: Path) -> None:
    """Its name, and its cards in short, in the language of its labels; no id is there twice."""
    root = drawn(mortgage(), tmp_path)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    named = {one.get("id"): one.text or "" for one in root}
    assert named[root.get("aria-labelledby")] == mortgage().maps[0].title
    about = named[root.get("aria-describedby")]
    for touchpoint in mortgage().maps[0].touchpoints:
        assert f"{touchpoint.number} {touchpoint.title[:50]}" in about
    assert root.get("lang") == "de"


def test_an_svg_reaches_nowhere(tmp_path: Path) -> None:
    """No scripts, no links; references lead within the file, fonts are data."""
    title = "<script>alert(1)</script><image href='file:///etc/passwd'/>"
    root = drawn(mortgage(phases=2, titles=(title,)), tmp_path)
    allowed = {"svg", "title", "desc", "style", "defs", "g", "rect", "line", "path", "text", "use", "clipPath"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    ids = {element.get("id") for element in root.iter()}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            if name in ("href", f"{XLINK}href"):
                assert value.startswith("#")
                assert value[1:] in ids
            for reference in re.findall(r"url\(([^)]*)\)", value):
                assert reference[1:] in ids
    style = root.findtext(f"{SVG}style") or ""
    assert re.findall(r"url\((?!data:font/woff;base64,)", style) == []
    assert "@import" not in style


def test_its_fonts_have_every_letter(tmp_path: Path) -> None:
    root = drawn(mortgage(), tmp_path)
    style = root.findtext(f"{SVG}style") or ""
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/woff;base64,([^)]*)\)", style)
    known = {}
    for weight, data in faces:
        assert base64.b64decode(data).startswith(b"wOFF")
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        known[weight] = set(font.getBestCmap())
        assert "fpgm" not in font
    for text in root.iter(f"{SVG}text"):
        assert {ord(letter) for letter in text.text or ""} <= known[text.get("font-weight", "")]


def test_other_fonts_may_stand_in(tmp_path: Path) -> None:
    """Office programs do not read the fonts in the file."""
    family = drawn(mortgage(), tmp_path).get("font-family", "").split(", ")
    assert family[0] == "Lato"
    assert family[-1] == "sans-serif"


def test_texts_keep_their_width_in_any_font(tmp_path: Path) -> None:
    root = drawn(mortgage(), tmp_path)
    assert all(float(text.get("textLength", "0")) > 0 for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_texts_in_an_svg(title: str, tmp_path: Path) -> None:
    root = drawn(mortgage(phases=1, per_phase=1, titles=(title,)), tmp_path)
    for word in title.split()[:3]:
        assert word[:6] in words(root)


def test_a_png_shows_the_map(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    assert write_picture(mortgage(), "map_a", path) == ()
    with Image.open(path) as image:
        root = drawn(mortgage(), tmp_path)
        size = (float(root.get("width", "0")), float(root.get("height", "0")))
        assert image.size == pytest.approx((2 * size[0], 2 * size[1]), abs=1)
        small = image.convert("RGB").resize((200, 100))
        colours = small.getcolors(20_000)
        assert colours is not None
        assert len(colours) > 500
        # Ink in every quarter of the picture.
        for box in ((0, 0, 100, 50), (100, 0, 200, 50), (0, 50, 100, 100), (100, 50, 200, 100)):
            assert small.crop(box).convert("L").getextrema()[0] < 200


def test_a_large_png_is_less_sharp_and_a_huge_one_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MEGAPIXELS", 2)
    write_picture(mortgage(), "map_a", tmp_path / "map.png")
    with Image.open(tmp_path / "map.png") as image:
        assert 1.8e6 < image.width * image.height < 2.05e6
    monkeypatch.setattr(png, "MEGAPIXELS", 0.3)
    with pytest.raises(ExportRefused) as refused:
        write_picture(mortgage(), "map_a", tmp_path / "other.png")
    assert refused.value.problem.code == "export-picture-too-large"
    assert refused.value.path == tmp_path / "other.png"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["map.png"]


def test_a_png_is_as_wide_as_wished_for_or_refused(tmp_path: Path) -> None:
    write_picture(mortgage(), "map_a", tmp_path / "map.png", options=PictureOptions(width=900))
    with Image.open(tmp_path / "map.png") as image:
        assert image.width == pytest.approx(900, abs=1)
        assert image.convert("RGBA").getextrema()[3] == (255, 255)
    with pytest.raises(ExportRefused) as refused:
        write_picture(mortgage(), "map_a", tmp_path / "map.png", options=PictureOptions(width=30_000))
    assert refused.value.problem.code == "export-picture-too-large"


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_without_a_ground_what_is_behind_shows(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"map{suffix}"
    write_picture(mortgage(), "map_a", path, options=PictureOptions(width=900, transparent=True))
    if suffix == ".png":
        with Image.open(path) as image:
            assert image.getpixel((1, 1)) == (255, 255, 255, 0)
            assert image.getextrema()[3] == (0, 255)  # cards have one
    else:
        root = ET.fromstring(path.read_bytes())  # noqa: S314  our own file
        whole = [one for one in root.iter(f"{SVG}rect") if one.get("width") == root.get("width")]
        assert whole == []


def test_an_svg_names_fonts_that_any_machine_has_as_well(tmp_path: Path) -> None:
    root = drawn(mortgage(), tmp_path)
    families = {one.get("font-family") for one in root.iter() if one.get("font-family")}
    said = families or set(re.findall(r"font-family:\s*([^;}]+)", "".join(one.text or "" for one in root.iter())))
    assert said
    assert any("sans-serif" in str(family) for family in said)


def test_a_map_wider_than_any_page(tmp_path: Path) -> None:
    """PDF pages end at 14 400 points; the picture is drawn smaller and rendered larger."""
    phases = tuple(Phase(id=f"ph_{i:03d}", rank=f"a{i:03d}", name=f"Phase {i}") for i in range(100))
    steps = tuple(Step(id=f"st_{i:03d}", phase=f"ph_{i:03d}", rank="a0") for i in range(100))
    project = Project(maps=(JourneyMap(id="map_a", rank="a0", phases=phases, steps=steps),))
    write_picture(project, "map_a", tmp_path / "wide.png")
    with Image.open(tmp_path / "wide.png") as image:
        assert image.width > 30_000


def test_missing_characters_in_a_png_are_reported(tmp_path: Path) -> None:
    losses = write_picture(mortgage(phases=1, per_phase=1, titles=("東京",)), "map_a", tmp_path / "map.png")
    assert [loss.code for loss in losses] == ["export-glyphs-missing"]


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_an_empty_map(suffix: str, tmp_path: Path) -> None:
    project = Project(maps=(JourneyMap(id="map_a", rank="a0"),))
    path = tmp_path / f"map{suffix}"
    write_picture(project, "map_a", path)
    assert path.stat().st_size > 500


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused) as refused:
        write_picture(mortgage(), "map_a", tmp_path / "map.gif")
    assert refused.value.problem.code == "export-suffix-unknown"


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_cancelling_leaves_nothing(suffix: str, tmp_path: Path) -> None:
    answers = iter([False])
    with pytest.raises(ExportCancelled):
        write_picture(mortgage(), "map_a", tmp_path / f"map{suffix}", cancelled=lambda: next(answers, True))
    assert list(tmp_path.iterdir()) == []
