from __future__ import annotations

import hashlib
import io
import os
from base64 import b64decode
from pathlib import Path

import pytest
from PIL import Image

from cjeditor.interchange.pictures import picture_in, picture_of
from cjeditor.interchange.problems import CODE_PARAMS, ImportRefused
from cjeditor.model.pictures import is_whole, size_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Asset
from cjeditor.storage import limits
from tests.interchange import painting


def reopened(asset: Asset) -> Image.Image:
    image = Image.open(io.BytesIO(b64decode(asset.data)))
    image.load()
    return image


def refusal_of(data: bytes) -> Problem:
    with pytest.raises(ImportRefused) as caught:
        picture_of(data)
    problem = caught.value.problem
    assert set(problem.params) == set(CODE_PARAMS[problem.code])
    return problem


def test_a_photo_becomes_a_jpeg_with_its_sum() -> None:
    asset = picture_of(painting.jpeg())
    assert asset.media_type == "image/jpeg"
    assert asset.sha256 == hashlib.sha256(b64decode(asset.data)).hexdigest()
    assert asset.id == f"as_{asset.sha256[:20]}"
    assert size_of(asset) == (640, 480)
    assert is_whole(asset)


def test_the_same_picture_is_the_same_asset() -> None:
    assert picture_of(painting.jpeg()) == picture_of(painting.jpeg())


def test_transparency_makes_a_png_and_is_kept() -> None:
    asset = picture_of(painting.png())
    assert asset.media_type == "image/png"
    shown = reopened(asset)
    assert shown.mode == "RGBA"
    assert shown.getpixel((0, 0)) == (0, 0, 0, 0)
    assert shown.getpixel((32, 32)) == (30, 120, 60, 255)


def test_few_colours_make_a_png_without_loss() -> None:
    plan = Image.new("RGB", (300, 200), "white")
    plan.paste("navy", (20, 20, 200, 60))
    asset = picture_of(painting.encoded(plan, "BMP"))
    assert asset.media_type == "image/png"
    assert reopened(asset).getpixel((25, 25)) == (0, 0, 128)


def test_a_large_picture_is_scaled_down() -> None:
    asset = picture_of(painting.jpeg(4000, 1000))
    assert size_of(asset) == (limits.PICTURE_SIDE, limits.PICTURE_SIDE // 4)
    narrow = picture_of(painting.encoded(painting.photo(30_000, 3), "PNG"))
    assert size_of(narrow) == (limits.PICTURE_SIDE, 1)


def test_a_picture_is_turned_upright_and_says_nothing_else() -> None:
    data = painting.from_a_camera()
    assert b"taken at home" in data
    asset = picture_of(data)
    assert size_of(asset) == (480, 640)
    shown = reopened(asset)
    red, green, blue = shown.getpixel((470, 10))  # type: ignore[misc]  # a pixel of three colours
    assert min(red, 255 - green, 255 - blue) > 180  # what was above left is above right
    assert not shown.getexif()
    kept = b64decode(asset.data)
    assert not any(word in kept for word in (b"taken at home", b"secret", b"Exif"))


def test_of_an_animation_the_first_frame_is_taken() -> None:
    shown = reopened(picture_of(painting.animation())).convert("RGB")
    assert shown.getpixel((10, 10)) == (255, 0, 0)
    assert getattr(shown, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("kind", "mode"),
    [*(("JPEG", mode) for mode in ("CMYK", "L")), *(("PNG", mode) for mode in ("L", "1", "P", "LA", "I;16"))],
)
def test_every_kind_of_pixels_is_read(kind: str, mode: str) -> None:
    image = painting.photo(60, 40).convert("I" if mode == "I;16" else mode)
    if mode == "I;16":
        image = image.point(_to_sixteen_bits).convert("I;16")
    asset = picture_of(painting.encoded(image, kind))
    shown = reopened(asset)
    assert shown.mode in ("RGB", "RGBA", "L")
    assert size_of(asset) == (60, 40)
    # Neither black nor white all over.
    low, high = shown.convert("L").getextrema()
    assert float(high) - float(low) > 60  # type: ignore[arg-type]  # one band has two numbers


def _to_sixteen_bits(value: int) -> int:
    return value * 257


def test_webp_is_read() -> None:
    assert picture_of(painting.encoded(painting.photo(), "WEBP")).media_type == "image/jpeg"


def test_a_bomb_is_refused_without_being_decoded() -> None:
    data = painting.bomb()
    assert len(data) < 1_000_000
    assert refusal_of(data) == Problem("picture-too-many-pixels", (), {"limit": 80})
    assert refusal_of(painting.bomb(9_100)).code == "picture-too-many-pixels"  # below what Pillow itself refuses


@pytest.mark.parametrize("cut", [12, 40, 1_000, 8_000])
def test_a_cut_picture_is_refused(cut: int) -> None:
    assert refusal_of(painting.jpeg()[:cut]).code == "picture-damaged"
    assert refusal_of(painting.encoded(painting.photo(), "PNG")[:cut]).code == "picture-damaged"


def test_flipped_bytes_never_do_worse_than_be_refused() -> None:
    for data in (painting.jpeg(80, 60), painting.png(), painting.animation(), painting.from_a_camera(80, 60)):
        for at in range(0, len(data), 7):
            broken = bytearray(data)
            broken[at] ^= 0xFF
            try:
                asset = picture_of(bytes(broken))
            except ImportRefused:
                continue
            assert is_whole(asset)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture-unknown-format"),
        (b"Dear diary, today I made a journey map.", "picture-unknown-format"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "picture-is-svg"),
        (b"<svg/>", "picture-is-svg"),
        (b"<html><body>no picture</body></html>", "picture-unknown-format"),
        (b"%PDF-1.7\n", "picture-unknown-format"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    assert refusal_of(data).code == code


def test_other_formats_are_refused_although_pillow_reads_them() -> None:
    assert refusal_of(painting.encoded(painting.photo(), "TIFF")).code == "picture-unknown-format"
    assert refusal_of(painting.encoded(painting.photo(), "ICO")).code == "picture-unknown-format"


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(painting.jpeg())
    assert picture_in(tmp_path / "a.jpg") == picture_of(painting.jpeg())


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    with huge.open("wb") as file:
        file.truncate(limits.PICTURE_FILE_SIZE + 1)
    with pytest.raises(ImportRefused) as caught:
        picture_in(huge)
    assert caught.value.problem == Problem("picture-file-too-big", (), {"megabytes": 51, "limit": 50})


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        picture_in(tmp_path / "gone.png")
    assert caught.value.problem.code == "picture-not-read"
    with pytest.raises(ImportRefused) as caught:
        picture_in(tmp_path)
    assert caught.value.problem.code == "picture-unknown-format"
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    with pytest.raises(ImportRefused):
        picture_in(pipe)
