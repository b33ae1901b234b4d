"""Pictures on paper, in SVG and PNG: there, each once, cut to their boxes; bad ones are a quiet place."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from cjeditor import texts
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.picture import write_picture
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.writing import write_poster
from cjeditor.export.views import Placed, View
from cjeditor.layout import primitives
from cjeditor.layout.theme import PAPER
from cjeditor.model.edits.cards import add_note
from cjeditor.model.edits.maps import set_persona
from cjeditor.model.pictures import by_sum
from cjeditor.model.project import Asset
from cjeditor.wording import sentence
from tests.builders import MAP, small_project
from tests.export.reading import opened, squeezed, texts_of
from tests.interchange import painting
from tests.pictures import asset_of, illustrated, photo, sign

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
GROUND = (239, 239, 236)
BROKEN = (
    asset_of(b"no picture at all"),
    asset_of(painting.encoded(painting.photo(), "PNG")[:400]),
    asset_of(painting.bomb()),
    asset_of(painting.png(), "image/jpeg"),
    asset_of(b""),
)


def page_with(images: Iterable[primitives.Image], assets: Iterable[Asset], folder: Path) -> Path:
    path = folder / "page.pdf"
    writer = PdfWriter(path, language="en", date="2026-01-01")
    writer.setPageSize((200, 200))
    PdfPainter(writer, PAPER, {one.sha256: one for one in assets}).paint(View([Placed(0, 0, list(images))]), 200)
    writer.showPage()
    writer.save()
    return path


def seen(path: Path, page: int = 0) -> Image.Image:
    with opened(path) as document:
        return document[page].render(scale=1).to_pil().convert("RGB")


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return int(found[0]), int(found[1]), int(found[2])


def embedded(path: Path) -> list[str]:
    """The kinds of image objects in a PDF, masks beside."""
    reader = PdfReader(path)
    found = []
    for number in range(1, len(reader.xref[0]) + 1):
        one = reader.get_object(number)
        if isinstance(one, dict) and one.get("/Subtype") == "/Image":
            found.append(str(one["/Filter"]))
    return found


def test_a_photo_is_embedded_once_as_it_is(tmp_path: Path) -> None:
    image = primitives.Image(20, 40, 80, 60, photo().sha256)
    path = page_with([image, primitives.Image(120, 40, 40, 30, photo().sha256)], [photo()], tmp_path)
    assert embedded(path) == ["['/DCTDecode']"]
    assert base64.b64decode(photo().data) in path.read_bytes()
    shown = seen(path)
    red, green, _ = pixel(shown, 24, 44)
    assert min(red, 255 - green) > 175  # upright: its upper left quarter
    assert pixel(shown, 90, 90)[1] > 120
    assert pixel(shown, 10, 50) == (255, 255, 255)


def test_transparency_shows_what_is_behind(tmp_path: Path) -> None:
    path = page_with([primitives.Image(20, 20, 64, 64, sign().sha256)], [sign()], tmp_path)
    shown = seen(path)
    assert pixel(shown, 22, 22) == (255, 255, 255)
    assert pixel(shown, 52, 52) == (30, 120, 60)


def test_a_picture_is_cut_to_its_box_and_to_its_round_corners(tmp_path: Path) -> None:
    path = page_with([primitives.Image(50, 50, 60, 60, photo(400, 200).sha256, 30)], [photo(400, 200)], tmp_path)
    shown = seen(path)
    assert pixel(shown, 52, 52) == (255, 255, 255)
    assert pixel(shown, 45, 80) == (255, 255, 255)
    assert pixel(shown, 65, 70)[0] > 180


@pytest.mark.parametrize("asset", BROKEN)
def test_a_picture_that_cannot_be_read_is_a_quiet_place_on_paper(asset: Asset, tmp_path: Path) -> None:
    path = page_with([primitives.Image(50, 50, 60, 60, asset.sha256)], [asset], tmp_path)
    assert pixel(seen(path), 54, 54) == GROUND
    assert embedded(path) == []


def test_whose_pictures_are_damaged_is_said(tmp_path: Path) -> None:
    project = illustrated(BROKEN[0], photo(), BROKEN[1], portrait=BROKEN[2])
    numbers = {note.id: note.number for note in project.maps[0].notes}
    both = f"{numbers['nt_p0']}, {numbers['nt_p2']}"
    cards, portraits = write_handout(project, MAP, tmp_path / "a.pdf", HandoutOptions(date="2026-01-01"))
    assert (cards.code, cards.params) == ("export-pictures-undrawn", {"cards": both})
    assert (portraits.code, portraits.params) == ("export-portraits-undrawn", {"personas": "Mia"})
    assert f"steht eine graue Stelle: {both}" in sentence(cards, texts.of("de"))
    assert cards in write_poster(project, MAP, tmp_path / "b.pdf", PosterOptions())


def test_a_picture_that_is_not_there_is_a_quiet_place_too(tmp_path: Path) -> None:
    assert pixel(seen(page_with([primitives.Image(50, 50, 60, 60, "a" * 64)], [], tmp_path)), 54, 54) == GROUND


def test_a_handout_has_pictures_caption_portrait_and_quote(tmp_path: Path) -> None:
    project = set_persona(illustrated(photo(), portrait=sign()), "ps_a", quote="„Wir wollen schlafen.“")
    path = tmp_path / "a.pdf"
    assert write_handout(project, MAP, path, HandoutOptions(date="2026-01-01")) == ()
    cover = squeezed(texts_of(path)[0])
    assert "Mia" in cover
    assert squeezed("„Wir wollen schlafen.“") in cover
    assert len(embedded(path)) == 3  # the photo, the portrait and its mask: each once, on cover and map


def test_endless_words_of_a_persona_break_no_cover(tmp_path: Path) -> None:
    project = set_persona(
        small_project(), "ps_a", quote="Donaudampfschifffahrt" * 950, name="N" * 20_000, type="T" * 99
    )
    path = tmp_path / "a.pdf"
    write_handout(project, MAP, path, HandoutOptions(date="2026-01-01"))
    assert "Mia" not in texts_of(path)[0]


def test_words_that_invite_to_drop_are_not_printed(tmp_path: Path) -> None:
    project = add_note(small_project(), MAP, id="nt_w", step="st_a", lane="ln_b", kind="image", text="Our shop")
    path = tmp_path / "a.pdf"
    write_handout(project, MAP, path, HandoutOptions(date="2026-01-01"))
    said = "".join(map(squeezed, texts_of(path)))
    assert "Ourshop" in said
    assert "Dropapicturehere" not in said


def test_an_svg_holds_each_picture_once_and_nothing_from_outside(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    project = illustrated(photo(), photo(), portrait=sign())
    write_picture(project, MAP, path)
    root = ET.fromstring(path.read_bytes())  # noqa: S314  our own file
    data = [one.get(f"{XLINK}href", "") for one in root.iter(f"{SVG}image")]
    assert sorted(one.partition(",")[2] for one in data) == sorted([photo().data, sign().data])
    assert all(one.startswith("data:image/") for one in data)
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    used = [one.get(f"{XLINK}href", "") for one in root.iter(f"{SVG}use")]
    assert {one.removeprefix("#") for one in used} <= ids
    assert used.count(f"#p{photo().sha256[:16]}") == 2
    clips = {one.get("clip-path", "")[5:-1] for one in root.iter() if one.get("clip-path")}
    assert clips <= ids


def test_an_svg_with_broken_pictures_has_quiet_places(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    write_picture(illustrated(*BROKEN[:1], *BROKEN[2:4]), MAP, path)
    root = ET.fromstring(path.read_bytes())  # noqa: S314  our own file
    assert list(root.iter(f"{SVG}image")) == []


def test_a_png_shows_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    write_picture(illustrated(photo()), MAP, path)
    with Image.open(io.BytesIO(path.read_bytes())) as shown:
        red, green, _ = shown.convert("RGB").split()
    reddish = ImageChops.multiply(red.point(_is_high), green.point(_is_low))
    assert reddish.histogram()[255] > 1_000


def _is_high(value: int) -> int:
    return 255 * (value > 200)


def _is_low(value: int) -> int:
    return 255 * (value < 60)


def test_pictures_by_sum_are_what_the_exports_take() -> None:
    assert by_sum(illustrated(photo())).keys() == {photo().sha256}
