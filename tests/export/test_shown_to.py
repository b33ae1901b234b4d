"""For whom pictures, slides and pages are made, and in which colours: as handouts leave something out, so do they."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from cjeditor.export.brand import Brand
from cjeditor.export.html.page import write_page
from cjeditor.export.options import PictureOptions, PublishOptions
from cjeditor.export.picture import write_picture
from cjeditor.export.pptx.slides import write_slides
from tests.builders import MAP
from tests.export.reading import squeezed
from tests.export.samples import mortgage
from tests.pictures import illustrated, photo, sign

BRAND = Brand(sign(), "#8A1C5B", "#FF8800", "© Musterbank, nur für Sie")
_HEX = re.compile(r"#([0-9a-fA-F]{6})\b")
_OFFICE = re.compile(r'srgbClr val="([0-9a-fA-F]{6})"')
_DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")


def colours_of(path: Path) -> Iterator[str]:
    """The colours that a text file, or the slides of a deck and what they take theirs from, are drawn in."""
    if path.suffix != ".pptx":
        yield from _HEX.findall(_DATA.sub("", path.read_text(encoding="utf-8")))
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.search(r"/(slides|charts|slideMasters)/[^/]+\.xml$", name):
                yield from _OFFICE.findall(archive.read(name).decode("utf-8"))


def pictures_of(path: Path) -> Iterator[bytes]:
    """The pictures that are held in it."""
    if path.suffix != ".pptx":
        yield from map(b64decode, set(_DATA.findall(path.read_text(encoding="utf-8"))))
        return
    with zipfile.ZipFile(path) as archive:
        yield from (archive.read(name) for name in archive.namelist() if "/media/" in name)


def is_grey(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as image:
        red, green, blue = image.convert("RGB").split()
        return red.tobytes() == green.tobytes() == blue.tobytes()


def written(suffix: str, folder: Path, *, grey: bool) -> Path:
    """A map with a photo, a portrait and a brand."""
    path = folder / f"out{suffix}"
    project = illustrated(photo(), portrait=sign())
    publish = PublishOptions(date="2026-11-27", brand=BRAND, grey=grey)
    if suffix == ".pptx":
        write_slides(project, MAP, path, publish)
    elif suffix == ".html":
        write_page(project, MAP, path, publish)
    else:
        write_picture(project, MAP, path, options=PictureOptions(brand=BRAND, grey=grey))
    return path


@pytest.mark.parametrize("suffix", [".svg", ".html", ".pptx"])
def test_without_colours_nothing_has_one(suffix: str, tmp_path: Path) -> None:
    coloured = written(suffix, tmp_path, grey=False)
    assert [one for one in colours_of(coloured) if len(set(_pairs(one))) > 1]
    assert not any(is_grey(one) for one in pictures_of(coloured))
    path = written(suffix, tmp_path, grey=True)
    assert len(list(colours_of(path))) > 20
    assert [one for one in colours_of(path) if len(set(_pairs(one))) > 1] == []
    kept = list(pictures_of(path))
    assert kept
    assert all(is_grey(one) for one in kept)


def _pairs(colour: str) -> tuple[str, str, str]:
    return colour[:2].lower(), colour[2:4].lower(), colour[4:].lower()


def test_a_png_without_colours_has_none(tmp_path: Path) -> None:
    assert not is_grey(written(".png", tmp_path, grey=False).read_bytes())
    assert is_grey(written(".png", tmp_path, grey=True).read_bytes())


def test_a_client_sees_nothing_of_the_company_in_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    for audience, is_there in (("team", True), ("client", False)):
        write_picture(mortgage(), "map_a", path, options=PictureOptions(audience=audience))
        said = squeezed("".join(re.findall(r">([^<>]*)</text>", path.read_text(encoding="utf-8"))))
        assert ("HinterdenKulissen" in said) == is_there
        assert ("TeamBaufinanzierung" in said) == is_there
        assert "VergleichtZinsenvonelfBanken" in said


def test_a_brand_signs_a_picture_and_colours_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    write_picture(mortgage(), "map_a", path)
    plain = path.read_text(encoding="utf-8")
    write_picture(mortgage(), "map_a", path, options=PictureOptions(brand=BRAND))
    branded = path.read_text(encoding="utf-8")
    assert BRAND.footer in branded
    assert f'fill="{BRAND.primary}" textLength' in branded
    assert branded.count(sign().data) == 1
    assert _height(branded) > _height(plain)
    write_picture(mortgage(), "map_a", path, options=PictureOptions(brand=Brand()))
    assert path.read_text(encoding="utf-8") == plain


def _height(svg: str) -> float:
    found = re.search(r' height="([\d.]+)" viewBox', svg)
    assert found is not None
    return float(found[1])
