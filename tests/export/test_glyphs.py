from __future__ import annotations

import pytest

from cjeditor.export import glyphs
from cjeditor.layout.icons import icon_character, is_icon
from cjeditor.layout.measure import has_glyph


def shown(text: str) -> str:
    return "".join(run.text for run in glyphs.runs(text, "regular"))


@pytest.mark.parametrize(
    "text",
    ["Überlegung – „Größe“ … 5 % −2 €", "Ελληνικά", "Кириллица", "ﬁ ① ½", "narrow\u202fspace", "→ ← ↑ ↓ ○ ● ×"],
)
def test_what_lato_has_stays_as_it_is(text: str) -> None:
    assert glyphs.runs(text, "regular") == (("regular", text, ""),)
    assert not glyphs.missing(text)


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Über\u2011setzung", "Über-setzung"),
        ("e\u0301", "é"),
        ("null\u200bbreit\u2060\ufeff", "nullbreit"),
        ("Ｆｕｌｌ", "Full"),
        ("a\tb", "a b"),
        ("Donau\u00addampf", "Donaudampf"),
    ],
)
def test_others_become_what_means_the_same(text: str, replaced: str) -> None:
    assert shown(text) == replaced
    assert not glyphs.missing(text)


def test_signs_become_icons() -> None:
    """A star stays a star and a thumb a thumb, from the icon font."""
    runs = glyphs.runs("gut 👍🏽 ★", "medium")
    assert [run.face for run in runs] == ["medium", "icon", "medium", "icon"]
    assert icon_character("thumbs-up") in shown("👍")
    assert icon_character("star") in shown("★")


def test_every_icon_that_stands_for_a_sign_exists() -> None:
    assert [name for name in glyphs._ICONS.values() if not is_icon(name)] == []


def test_what_nothing_can_show_becomes_a_box_and_is_counted() -> None:
    runs = glyphs.runs("Tokio 東京!", "bold")
    assert runs == (("bold", "Tokio ", ""), ("bold", "□□", "東京"), ("bold", "!", ""))
    assert glyphs.missing("Tokio 東京 東") == {"東": 2, "京": 1}
    assert has_glyph(glyphs.MISSING, "bold")


def test_a_report_names_the_most_frequent() -> None:
    (problem,) = glyphs.loss(glyphs.missing("".join(chr(0x4E00 + i) for i in range(30)) + "一一"))
    assert problem.code == "export-glyphs-missing"
    assert problem.params["count"] == 30
    assert str(problem.params["characters"]).startswith("一 ")
    assert str(problem.params["characters"]).endswith(" …")
    assert glyphs.loss(glyphs.missing("alles da")) == ()


def test_what_cannot_be_seen_is_named_by_its_number() -> None:
    (problem,) = glyphs.loss(glyphs.missing("a\ue000b"))
    assert problem.params["characters"] == "U+E000"


def test_separators_of_lines_are_spaces() -> None:
    assert glyphs.loss(glyphs.missing("a\u2028b\u2029c")) == ()
    assert [run.text for run in glyphs.runs("a\u2028b", "regular")] == ["a b"]
