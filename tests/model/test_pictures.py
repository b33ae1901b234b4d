from __future__ import annotations

import pytest

from cjeditor.model import pictures
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.maps import set_persona
from cjeditor.model.pictures import content, in_use, is_whole, size_of, without_unused
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.interchange import painting
from tests.pictures import asset_of, illustrated, photo, sign


def test_the_size_stands_in_the_header() -> None:
    assert size_of(sign(48)) == (48, 48)
    assert size_of(photo(320, 200)) == (320, 200)
    assert size_of(asset_of(painting.encoded(painting.photo(33, 7), "JPEG", progressive=True), "image/jpeg")) == (33, 7)


def test_the_size_is_found_behind_long_descriptions() -> None:
    data = painting.jpeg(120, 90, comment=b"x" * 60_000, icc_profile=b"y" * 40_000)
    assert size_of(asset_of(data, "image/jpeg")) == (120, 90)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"no picture at all", "image/png"),
        (b"no picture at all", "image/jpeg"),
        (b"", "image/png"),
        (painting.png()[:20], "image/png"),
        (painting.jpeg()[:30], "image/jpeg"),
        (painting.png(), "image/jpeg"),
        (painting.jpeg(), "image/png"),
        (painting.bomb(), "image/png"),
        (b"\xff\xd8" + b"\xff\xe0\x00\x00" * 50, "image/jpeg"),
    ],
)
def test_what_is_no_such_picture_or_too_large_has_no_size(data: bytes, media_type: str) -> None:
    assert size_of(asset_of(data, media_type)) is None  # type: ignore[arg-type]  # one of the two


def test_a_picture_is_whole_when_its_bytes_are_those_of_its_sum() -> None:
    assert is_whole(sign())
    assert not is_whole(replace(sign(), data=photo().data))
    assert is_whole(replace(sign(), data=""))  # lost, which is known
    assert content(replace(sign(), data="===A")) == b""


def test_pictures_are_in_use_as_long_as_a_note_or_a_persona_names_them() -> None:
    project = illustrated(photo(), sign(), portrait=photo())
    assert in_use(project) == {photo().sha256, sign().sha256}
    assert without_unused(project) is project
    project = delete_cards(project, MAP, ["nt_p0", "nt_p1"])
    assert len(project.assets) == 2  # undo may want them back
    assert without_unused(project).assets == (photo(),)  # the portrait is one of them
    assert without_unused(set_persona(project, "ps_a", portrait=None)).assets == ()
    assert in_use(small_project()) == frozenset()


def test_the_table_is_by_sum() -> None:
    assert pictures.by_sum(illustrated(photo()))[photo().sha256] == photo()
