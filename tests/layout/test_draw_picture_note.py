from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Look
from cjeditor.layout.draw_picture import covering, missing_picture
from cjeditor.layout.draw_picture_note import picture_look
from cjeditor.layout.metrics import ON_MAP
from cjeditor.layout.primitives import Image, Rect, Text, moved
from cjeditor.layout.theme import INVITATION
from cjeditor.model.cards import Note
from cjeditor.model.pictures import Size
from tests.builders import MAP
from tests.pictures import asset_of, illustrated, photo

WORDS = texts.of("de")
SUM = "a" * 64


def look(size: Size | None, text: str = "Die Küche", picture: str | None = SUM, width: float = 182.0) -> Look:
    note = Note(id="nt_a", number=101, step="st_a", lane="ln_a", rank="a0", kind="image", text=text, picture=picture)
    return picture_look(note, size, width, WORDS)


def image_in(some: Look) -> Image:
    (found,) = (shape for shape in some.primitives if isinstance(shape, Image))
    return found


def test_a_picture_is_as_wide_as_the_card_and_keeps_its_proportions() -> None:
    image = image_in(look(Size(1600, 1200)))
    assert image.width == pytest.approx(170)
    assert image.width / image.height == pytest.approx(1600 / 1200)


@pytest.mark.parametrize("size", [Size(300, 3000), Size(40, 40), Size(1600, 10), Size(1, 1), Size(3000, 1)])
def test_other_shapes_stand_on_a_ground_and_are_not_blown_up(size: Size) -> None:
    some = look(size)
    image = image_in(some)
    assert image.height <= ON_MAP.picture_height
    assert image.width <= size.width
    assert image.width / image.height == pytest.approx(size.width / size.height)
    assert any(isinstance(one, Rect) and one.fill == "note.thought" and one.height >= 40 for one in some.primitives)
    for shape in some.primitives:
        if isinstance(shape, Image | Rect):
            assert shape.x >= 0
            assert shape.x + shape.width <= some.width
            assert shape.y + shape.height <= some.height


def test_the_caption_stands_below_and_the_number_beside_it() -> None:
    some = look(Size(1600, 1200))
    image = image_in(some)
    written = {shape.text: shape for shape in some.primitives if isinstance(shape, Text)}
    assert written["Die Küche"].y > image.y + image.height
    assert written["101"].x > written["Die Küche"].x + written["Die Küche"].width
    assert written["101"].y < some.height


def test_a_caption_of_any_length_stays_in_the_card() -> None:
    for text in ("Donaudampfschifffahrtsgesellschaft" * 600, "a b " * 5_000, "\n" * 50):
        some = look(Size(160, 120), text)
        assert some.height < 500
        assert all(one.x + one.width <= some.width for one in some.primitives if isinstance(one, Text))


def test_a_card_without_picture_invites_to_drop_one() -> None:
    some = look(None, "", None)
    said = " ".join(one.text for one in some.primitives if isinstance(one, Text) and one.colour == INVITATION)
    assert "Bild hier ablegen" in said
    assert not any(isinstance(one, Image) for one in some.primitives)


def test_a_picture_that_cannot_be_shown_has_its_place_all_the_same() -> None:
    project = illustrated(photo(), asset_of(b"no picture"))
    cards = arrange(project, MAP, WORDS).cards
    good, bad = image_in(cards["nt_p0"].look), image_in(cards["nt_p1"].look)
    assert good.height == pytest.approx(good.width * 0.75)
    assert bad.height > 40


def test_a_moved_picture_is_the_same_elsewhere() -> None:
    image = Image(1, 2, 30, 40, SUM, 5)
    assert moved((image,), 10, 20) == (Image(11, 22, 30, 40, SUM, 5),)


def test_a_picture_covers_its_box_with_its_middle() -> None:
    assert covering(Image(0, 0, 100, 100, SUM), 400, 200) == (-50, 0, 200, 100)
    assert covering(Image(10, 0, 100, 100, SUM), 100, 300) == (10, -100, 100, 300)


def test_what_stands_for_a_missing_picture_lies_in_its_box() -> None:
    for side in (6.0, 200.0):
        ground, icon = missing_picture(Image(5, 5, side, side, SUM, 3))
        assert isinstance(ground, Rect)
        assert isinstance(icon, Text)
        assert 5 <= icon.x <= icon.x + icon.width <= 5 + side
