"""A brand on the pages: readable whatever its colours, its logo whole, and nothing of it where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.export.brand import READABLE, Brand, branded, logo_image, readable
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions, OwnSize, Paper, own_size
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.planning import Planner
from cjeditor.export.posters.writing import laid_out, write_poster
from cjeditor.export.preview import previewed
from cjeditor.layout.theme import PAPER, contrast, on_paper
from cjeditor.model.pictures import size_of
from tests.builders import MAP, small_project
from tests.export import reading
from tests.pictures import asset_of, photo

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, COLOURS)
def test_text_in_any_colour_can_be_read_on_any_ground(colour: str, ground: str) -> None:
    toned = readable(colour, ground)
    assert contrast(toned, ground) >= READABLE
    assert toned == colour or contrast(colour, ground) < READABLE


def test_headings_and_rules_take_the_colours_and_curves_keep_theirs() -> None:
    theme = branded(PAPER, Brand(primary="#FFEE00", accent="#C81E3C"))
    assert theme.colour("accent") == theme.colour("rule.head") == "#C81E3C"
    assert contrast(theme.colour("heading"), "#ffffff") >= READABLE
    assert theme.colour("primary") == PAPER.colour("primary")
    assert branded(PAPER, Brand(footer="x")) is PAPER


@pytest.mark.parametrize(("width", "height"), [(110, 20), (20, 200)])
def test_a_logo_is_shown_whole(width: float, height: float) -> None:
    logo = photo(320, 240)
    shown, size = logo_image(logo, width, height), size_of(logo)
    assert shown is not None
    assert size is not None
    assert shown.width <= width
    assert shown.height <= height
    assert shown.width / shown.height == pytest.approx(size.width / size.height)
    assert logo_image(asset_of(b"no picture"), width, height) is None


def test_logo_and_footer_stand_on_every_page(tmp_path: Path) -> None:
    brand = Brand(photo(320, 240), "#004488", "#FF8800", "© Musterbank")
    options = HandoutOptions(date="2026-11-27", parts=("cover", "touchpoints"), brand=brand)
    write_handout(small_project(), MAP, tmp_path / "x.pdf", options)
    pages = reading.texts_of(tmp_path / "x.pdf")
    assert all("© Musterbank" in page for page in pages)
    assert all(len(page.images) == 1 for page in reading.PdfReader(tmp_path / "x.pdf").pages)


@pytest.mark.parametrize("tile", [None, "A4"])
def test_a_poster_has_logo_colour_and_footer(tmp_path: Path, tile: Paper | None) -> None:
    texts: list[int] = []
    images: list[int] = []
    for brand in (None, Brand(photo(320, 240), "#004488", "", "© Musterbank")):
        path = tmp_path / "x.pdf"
        write_poster(small_project(), MAP, path, PosterOptions(paper="A2", tile=tile, brand=brand, date="2026-11-27"))
        texts.append(" ".join(reading.texts_of(path)).count("© Musterbank"))
        images.append(sum(len(page.images) for page in reading.PdfReader(path).pages))
    assert texts[0] == images[0] == 0
    assert texts[1] >= 1
    assert images[1] >= 1


def test_a_poster_in_grey_has_a_grey_brand() -> None:
    project, brand = small_project(), Brand(primary="#c81e3c", footer="x")
    options = PosterOptions(paper="A2", brand=brand, grey=True)
    planner = Planner(project, MAP, options)
    theme = laid_out(planner.plan(options), planner.subject, options).theme
    colour = theme.colour("accent")
    assert colour[1:3] == colour[3:5] == colour[5:7]
    assert colour != on_paper(grey=True).colour("accent")


def test_a_preview_has_the_pages_of_the_handout(tmp_path: Path) -> None:
    options = HandoutOptions(date="2026-11-27", parts=("cover", "touchpoints"), paper=OwnSize(210, 400))
    write_handout(small_project(), MAP, tmp_path / "x.pdf", options)
    preview = previewed(small_project(), MAP, options)
    assert preview.count == len(reading.texts_of(tmp_path / "x.pdf"))
    assert preview.size(1) == pytest.approx(reading.page_sizes(tmp_path / "x.pdf")[0], abs=0.1)
    assert preview.chapters == ("Cover", "Touchpoints")
    page = preview.page(2, 0.5)
    assert (page.width, page.height) == (round(preview.size(2)[0] / 2 + 0.5), round(preview.size(2)[1] / 2 + 0.5))
    assert len(page.data) == page.stride * page.height
    assert len(set(page.data)) > 20, "nothing is printed on it"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("500x700", OwnSize(500, 700)),
        ("700 × 500", OwnSize(500, 700)),
        ("20x500", None),
        ("500x9999", None),
        ("500", None),
        ("a x b", None),
    ],
)
def test_own_sizes(text: str, size: OwnSize | None) -> None:
    assert own_size(text) == size
