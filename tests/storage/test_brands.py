"""Brands as files: what is written is read, what is no picture is said, names do not take each other's place."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest

from cjeditor import texts
from cjeditor.interchange.pictures import picture_of
from cjeditor.storage.brands import brands_in, keep_brand, make_brand, read_brand, remove_brand, write_brand
from cjeditor.storage.load import FileRefused
from cjeditor.wording import line
from tests.interchange.painting import png

BANK = make_brand("Bänk & Co", primary="#004488", accent="#FF8800", footer="© Bänk", logo=picture_of(png(20, 10)))


def test_a_brand_comes_back_with_its_logo(tmp_path: Path) -> None:
    assert BANK is not None
    write_brand(tmp_path / "new" / "x.json", BANK)
    assert read_brand(tmp_path / "new" / "x.json") == BANK


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"format": "cjeditor-project"}, "not-a-brand"),
        ({"version": 2}, "too-new"),
        ({"name": ""}, "field-refused"),
        ({"logo": "no base64"}, "brand-logo-no-picture"),
        ({"logo": b64encode(b"<svg/>").decode()}, "brand-logo-no-picture"),
        ({"logo": b64encode(png(20, 10)[:60]).decode()}, "brand-logo-no-picture"),
    ],
)
def test_what_is_no_brand_is_said(tmp_path: Path, changed: dict[str, object], code: str) -> None:
    file = {"format": "cjeditor-brand", "version": 1, "name": "Bank", **changed}
    (tmp_path / "x.json").write_text(json.dumps(file), encoding="utf-8")
    with pytest.raises(FileRefused) as refused:
        read_brand(tmp_path / "x.json")
    assert [one.code for one in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"colour": "#004488"}, "x.json: colour: There is no such field: "),
        ({"primary": "red"}, "x.json: primary: This is not a colour: Write it like #3A7CA5"),
        ({"accent": 5}, "x.json: accent: Text is expected here: "),
        ({"footer": "x" * 201}, "x.json: footer: The text has more than 200 characters: Shorten it"),
        ({"name": ""}, "x.json: name: "),
    ],
)
def test_where_a_brand_is_wrong_is_said_once(tmp_path: Path, changed: dict[str, object], said: str) -> None:
    file = {"format": "cjeditor-brand", "version": 1, "name": "Bank", **changed}
    (tmp_path / "x.json").write_text(json.dumps(file), encoding="utf-8")
    with pytest.raises(FileRefused) as refused:
        read_brand(tmp_path / "x.json")
    (problem,) = refused.value.problems
    assert line("x.json", problem, texts.of("en")).startswith(said)


def test_brands_are_kept_by_name_each_in_a_file(tmp_path: Path) -> None:
    for name, footer in (("Zoo", ""), ("A/B", "first"), ("a b", ""), ("A/B", "second")):
        brand = make_brand(name, footer=footer)
        assert brand is not None
        keep_brand(tmp_path, brand)
    (tmp_path / "damaged.json").write_text("{", encoding="utf-8")
    assert [(one.name, one.footer) for one in brands_in(tmp_path)] == [("a b", ""), ("A/B", "second"), ("Zoo", "")]
    remove_brand(tmp_path, "A/B")
    assert [one.name for one in brands_in(tmp_path)] == ["a b", "Zoo"]
    assert (tmp_path / "damaged.json").exists()


def test_without_a_name_or_with_a_colour_that_is_none_there_is_no_brand() -> None:
    assert make_brand("  ") is None
    assert make_brand("x", primary="blue") is None
